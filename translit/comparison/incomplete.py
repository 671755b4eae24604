"""A name that is but a part of another's and tells too little: Ivan may be any Ivan Ivanov."""

from __future__ import annotations

from translit.comparison.lineage import GIVEN
from translit.comparison.words import Token, Tokens

__all__ = ["MOST", "WHY", "tells_little"]

MOST = 0.87  # what such a name and the whole score at most: never the same
WHY = "what the shorter name tells is true of many"
_FAMILIES = frozenset(("surname", "family", "nisba"))
_SELDOM = 7.0  # nats of rarity from which a family's name alone tells whose it is
_TOLD = 9.0  # and given names and fathers' together


def tells_little(one: Tokens, two: Tokens) -> bool:
    """Has the shorter of two names no family, or only it, and words that many bear?

    A given name alone, or a kunya, is always too many people's.

    >>> from translit.comparison.prepared import prepare
    >>> from translit.canon import explain
    >>> def told(text):
    ...     return prepare(explain(text, "person")).tokens("ru")
    >>> whole = told("Ivan Ivanovich Kutuzov-Tolstoy")
    >>> [tells_little(told(text), whole) for text in ("Ivan", "Ivan Ivanovich", "Ivan Kutuzov-Tolstoy")]
    [True, True, False]
    """
    if len(one) == len(two):
        return False
    less, more = (one, two) if len(one) < len(two) else (two, one)
    if len(less) == 1:
        only = less[0]
        return only.word.rarity < _SELDOM or (only.part.role is not None and not _is_family(only))
    keys = {token.word.key for token in less}
    if any(_is_family(token) and not _is_given(token) for token in less):
        return False
    if not any(_is_family(token) and token.word.key not in keys for token in more):
        return False
    return sum([token.word.rarity for token in less]) < _TOLD


def _is_family(token: Token) -> bool:
    return token.part.role in _FAMILIES


def _is_given(token: Token) -> bool:
    """Is a word a given name by its row, as an Arab's last may be: Ali Hassan?"""
    return token.word.row is not None and token.word.row.table in GIVEN
