"""Several people in one text: Ivan Ivanov and Maria Petrova; Иванов И.И., Петров П.П.; أحمد حسن ومحمد علي.

Words that join two people are rows of `tables/person/aside.tsv`, in small letters; commas part people only
where what stands on both sides is a whole name, since registers part a surname from a given name so too.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from translit.lookup import lexicon_of
from translit.memory import once
from translit.nouns import Reading, Step
from translit.person.aside import ANOTHER
from translit.quick import changed
from translit.tables import Tables, built_in
from translit.text.words import is_initial

__all__ = ["People", "are_people", "people", "together"]

_AND = "\N{ARABIC LETTER WAW}"  # which Arabic joins to the next person's name
_SHORTEST = 4  # letters of a name with it
_MARKS = re.compile("[,;،؛]")
_STOPS = frozenset(";؛")


class People(NamedTuple):
    """The texts of perhaps several people, and whether a word or a semicolon parts them, not commas alone."""

    texts: tuple[str, ...]
    joined: bool


@once
def _joiners(tables: Tables) -> frozenset[str]:
    """The words that stand between two people."""
    rows = [row for row in tables.rows("person/aside") if row["takes"] == ANOTHER]
    return frozenset(text for row in rows for text in (row.native, *row.many("also")))


def people(text: str, tables: Tables | None = None) -> People | None:
    """The texts of the people that a cleaned text may tell of; None where nothing parts them.

    >>> people("Иван Петров и Анна Орлова"), people("Roman Zabolotny")
    (People(texts=('Иван Петров', 'Анна Орлова'), joined=True), None)
    >>> people("Ivanov I.I., Petrov P.P."), people("أحمد حسن ومحمد علي").texts
    (People(texts=('Ivanov I.I.', 'Petrov P.P.'), joined=False), ('أحمد حسن', 'محمد علي'))
    """
    tables = tables or built_in()
    joiners = _joiners(tables)
    found: list[list[str]] = [[]]
    joined = False
    for word in _MARKS.sub(r" \g<0> ", text).split():
        if word in joiners or _MARKS.match(word):
            joined |= word in joiners
            found.append([])
        elif found[-1] and _is_glued(word, tables):
            joined = True
            found.append([word[1:]])
        else:
            found[-1].append(word)
    if len(found) == 1 or not (joined or all(len(words) > 1 for words in found)):
        return None
    texts = tuple([" ".join(words) for words in found if words])
    return People(texts, joined or not _STOPS.isdisjoint(text)) if len(texts) > 1 else None


def _is_glued(word: str, tables: Tables) -> bool:
    """Is an Arabic word "and" with a given name: ومحمد? The whole is none, as وليد is."""
    if word[0] != _AND or len(word) < _SHORTEST:
        return False
    written = lexicon_of(tables).written
    return not written(word) and any(hit.role == "given" for hit in written(word[1:]))


def are_people(readings: Sequence[Reading], joined: bool) -> bool:
    """Are the Readings of such texts those of people of their own?

    Where a word joins them, each must be known; where commas alone do, each must be a known given name, or
    initials, with a surname, and no Arabic one, whose family may have two words.
    """
    if joined:
        return all(one.origin is not None and one.status != "unknown" for one in readings)
    return all(_is_whole(one) for one in readings)


def together(text: str, readings: Sequence[Reading]) -> Reading:
    """The Reading of a text of several people: the names of all, and which of them is meant is ambiguous.

    Each by itself is among the others.
    """
    canonical = ", ".join([one.canonical for one in readings])
    natives = [one.native for one in readings if one.native]
    origins = {one.origin for one in readings}
    return Reading(
        text=text,
        canonical=canonical,
        native=", ".join(natives) if len(natives) == len(readings) else None,
        kind="person",
        origin=origins.pop() if len(origins) == 1 else None,
        key=", ".join([one.key for one in readings]),
        confidence=min(one.confidence for one in readings),
        status="ambiguous",
        others=tuple([changed(one, others=()) for one in readings]),
        steps=(Step(text, canonical, "several people"),),
    )


def _is_whole(reading: Reading) -> bool:
    """Is a Reading that of a Slav by given name and surname?"""
    if reading.origin in (None, "ar") or reading.status == "unknown" or not reading.surname:
        return False
    return any(part.role == "given" and (part.row or is_initial(part.text)) for part in reading.parts)
