"""Bodies, streets and families, of which a text names nobody: НАТО, Hezbollah, ООО Лада, Karl Marx Avenue."""

from __future__ import annotations

from collections.abc import Sequence

from translit.lookup import lexicon_of
from translit.memory import once
from translit.person.beside.calling import BODY, ENDS_BODY, OPENS_BODY, standing
from translit.tables import Tables
from translit.text.clean import fold

__all__ = ["bodies", "is_body", "is_named_body", "may_be_body", "words_of_bodies"]


def is_body(text: str, tables: Tables) -> bool:
    """Is a text the name of a body, and of nobody: НАТО, Hezbollah?

    >>> from translit.tables import built_in
    >>> is_body("НАТО", built_in()), is_body("Hezbollah", built_in()), is_body("Нато", built_in())
    (True, True, False)
    """
    return text in bodies(tables)


def is_named_body(text: str, tables: Tables) -> bool:
    """Has a text of several words one with which the names of bodies, streets and families open or end?

    Behind a given name alone what ends them is a surname.

    >>> from translit.tables import built_in
    >>> [is_named_body(text, built_in()) for text in ("ООО Лада", "Karl Marx Avenue", "Allan Avenue", "ООО")]
    [True, True, False, False]
    """
    if not may_be_body(text, tables):
        return False
    first, *more = text.split()
    known = len(more) == 1 and lexicon_of(tables).is_given(first)
    return not known or _opens_body(fold(text).split(), tables)


def may_be_body(text: str, tables: Tables) -> bool:
    """The same where what ends the name of a body stands behind a given name: Wagner Group.

    >>> from translit.tables import built_in
    >>> [may_be_body(text, built_in()) for text in ("Wagner Group", "Wagner", "Richard Wagner")]
    [True, False, False]
    """
    words = fold(text).split()
    if len(words) > 2 and words[-1][0].isdigit():  # Kutuzovsky Prospekt 26
        words.pop()
    if len(words) < 2:
        return False
    ending = _words_of_bodies(tables)[1]
    return words[-1] in ending or " ".join(words[-2:]) in ending or _opens_body(words, tables)


def _opens_body(words: Sequence[str], tables: Tables) -> bool:
    """Do folded words open with what opens the name of a body, of three words at most?"""
    opening, _ = _words_of_bodies(tables)
    return not opening.isdisjoint((words[0], " ".join(words[:2]), " ".join(words[:3])))


@once
def _words_of_bodies(tables: Tables) -> tuple[frozenset[str], frozenset[str]]:
    """What the names of bodies open with, and what they end with, folded."""
    opening, ending = [frozenset(map(fold, standing(stands, tables))) for stands in (OPENS_BODY, ENDS_BODY)]
    return opening, ending


def words_of_bodies(tables: Tables) -> frozenset[str]:
    """A word of each, folded, by which a text is told that may be the name of a body."""
    opening, ending = _words_of_bodies(tables)
    return frozenset([text.split()[0] for text in (*opening, *ending)])


@once
def bodies(tables: Tables) -> frozenset[str]:
    """The names of bodies as they are printed, which in capitals may be another's in small letters."""
    return standing(BODY, tables)
