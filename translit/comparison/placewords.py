"""The words of a place's name, each to be laid beside a word of another: Kfar Chellal, Kfar Shellan.

Kfar says less than what follows it, and two places that differ in one word are two however long the others
are. Words that many names share are rows: Velyka is Bolshaya, and neither is Mala. An article is no word.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise

from translit.comparison.words import Token, Tokens, token
from translit.memory import once
from translit.nouns import Reading, Row
from translit.place.kinds import qualities
from translit.place.shared import shared
from translit.tables import Tables
from translit.text.article import is_article
from translit.text.clean import fold
from translit.text.words import is_too_long

__all__ = ["COMMON", "WORDS", "beside", "parted", "parts_differ", "words_of"]

COMMON = "common"  # the role of a word that many names share
WORDS = (COMMON, "word")
_REST = 4  # letters that a compound has at least beside the word that many names share
_LINKS = "oоeе"  # Latin and Cyrillic
_DOT = re.compile(r"\.(?=\w)")


def words_of(reading: Reading, language: str, tables: Tables) -> Tokens:
    """The words of a place's name as tokens; those that many names share have the role "common".

    >>> from translit.canon import explain
    >>> from translit.tables import built_in
    >>> found = words_of(explain("Beït el Hajj", "place"), "ar", built_in())
    >>> [(one.part.text, one.part.role) for one in found]
    [('Beït', 'common'), ('Hajj', 'word')]
    """
    found: list[Token | None] = []
    for part in reading.parts or (reading,):
        if part.role == "generic":
            found.append(token(part, language, tables))
            continue
        texts = [part.text] if is_too_long(part.text) else _divided(part.text, language, tables)
        found += [_word(text, len(texts) > 1, language, tables) for text in texts]
    return tuple(one for one in found if one is not None)


def beside(left: Tokens, right: Tokens, tables: Tables) -> bool:
    """True for names whose words are to be laid beside each other one by one.

    They are as many, more than one; or those of the shorter name are all among those of the other.
    """
    if len(left) == len(right):
        return len(left) > 1
    less, more = sorted((left, right), key=len)
    keys = [_said(one, tables) for one in more]
    return bool(less) and all(_said(one, tables) in keys for one in less)


def _said(one: Token, tables: Tables) -> str:
    """What a word says, by which it is found in another name: its quality, else its sound."""
    row = one.part.row
    return row["feature"] if row and row["feature"] in qualities(tables) else one.word.key


def parted(words: Tokens, language: str, tables: Tables) -> Tokens:
    """The words of a place's name, compounds with a word that many names share in two.

    >>> from translit.canon import explain
    >>> from translit.tables import built_in
    >>> found = parted(words_of(explain("Staromlynivka", "place"), "ru", built_in()), "ru", built_in())
    >>> [(one.part.text, one.part.role) for one in found]
    [('Staro', 'common'), ('mlynivka', 'word')]
    """
    found: list[Token] = []
    for one in words:
        found += (one.part.role == "word" and _parted(one.part.text, language, tables)) or (one,)
    return tuple(found)


def parts_differ(one: Tokens, two: Tokens) -> bool:
    """True for two names of as many parts that have other sounds for the words which many names share."""
    left, right = ([token.word.key for token in found if token.part.role == COMMON] for found in (one, two))
    return left != right


@lru_cache(maxsize=1 << 16)
def _parted(text: str, language: str, tables: Tables) -> Tokens:
    """The two words of a compound; none where it is no compound."""
    low = fold(text)
    if len(low) != len(text):
        return ()
    for size in range(len(low) - _REST, 2, -1):
        if low[size - 1] in _LINKS and (row := shared(low[:size], tables)) and _links(low[:size], row):
            rest = Reading(text[size:], text[size:], kind="place", role="word")
            first = Reading(text[:size], row.canonical, kind="place", role=COMMON, row=row)
            found = (token(first, language, tables), token(rest, language, tables))
            return tuple([one for one in found if one is not None])
    return ()


def _links(form: str, row: Row) -> bool:
    """True for the form of an adjective that another word may follow in a compound: novo-, verkhne-."""
    return form[-1] in "oо" or (row.native.endswith("ний") and form.endswith(("не", "ne")))


@lru_cache(maxsize=1 << 16)
def _word(text: str, among: bool, language: str, tables: Tables) -> Token | None:
    """A word of a name; among others it may be one that many names share."""
    row = shared(text, tables) if among else None
    canonical, role = (row.canonical, COMMON) if row else (text, "word")
    return token(Reading(text, canonical, kind="place", role=role, row=row), language, tables)


def _divided(text: str, language: str, tables: Tables) -> list[str]:
    """The words of a text without the Arabic articles between them, or what links them: plaine du Ghab."""
    words = _DOT.sub(" ", text).replace("-", " ").split()
    if language != "ar":
        return words
    found = [word for word, after in pairwise([*words, ""]) if not is_article(word, after)]
    return [word for word in found if word not in _linking(tables)] or found


@once
def _linking(tables: Tables) -> frozenset[str]:
    """The words between the others that no name is told by."""
    return frozenset(row.id for row in tables.rows("place/link"))
