"""A name that is but a part of another's: it may tell too little, or leave out the other's own given name."""

from __future__ import annotations

from collections.abc import Callable

from translit.comparison.judge import Laid
from translit.comparison.lineage import GIVEN
from translit.comparison.words import Token, Tokens
from translit.lookup import lexicon_of
from translit.tables import Tables

__all__ = ["ANOTHER", "FAMILIES", "MOST", "WHY", "leaves_out_given", "tells_little"]

FAMILIES = frozenset(("surname", "family", "nisba"))  # the parts that tell whose family one is of
MOST = 0.87  # what such a name and the whole score at most: never the same
WHY = "what the shorter name tells is true of many"
ANOTHER = "the first given name of the one is left out in the other"
_GIVEN = "given"
_SELDOM = 7.0  # nats of rarity from which a family's name alone tells whose it is
_BESIDE = 2  # words that a name has beside those of another; with more it stands there twice, in two tongues
_TOLD = 10.0  # and given names and fathers' together


def tells_little(one: Tokens, two: Tokens, tables: Tables) -> bool:
    """Has the shorter of two names no family, or only it, and words that many bear?

    A given name alone, or a kunya, is always too many people's.

    >>> from translit.comparison.prepared import prepare
    >>> from translit.canon import explain
    >>> from translit.tables import built_in
    >>> def told(text):
    ...     return prepare(explain(text, "person")).tokens("ru")
    >>> names = "Ivan", "Ivan Ivanovich", "Ivan Kutuzov-Tolstoy", "Ivan Ivanovich Kutuzov-Tolstoy"
    >>> [tells_little(told(text), told(names[-1]), built_in()) for text in names[:-1]]
    [True, True, False]
    """
    if len(one) == len(two):
        return False
    less, more = (one, two) if len(one) < len(two) else (two, one)
    if len(less) == 1:
        only = less[0]
        return only.word.rarity < _SELDOM or (only.part.role is not None and not _is_family(only))
    for token in less:
        if token.part.role in FAMILIES and not _is_given(token, tables):
            return False
    keys = {token.word.key for token in less}
    if not any(_is_family(token) and token.word.key not in keys for token in more):
        return False
    return sum([token.word.rarity for token in less]) < _TOLD


def leaves_out_given(one: Tokens, two: Tokens, lay: Callable[[], Laid]) -> bool:
    """Has the shorter of two names, which `lay` lays beside each other, a given name but not the other's own?

    Anna Maria is not surely Maria.
    """
    less, more = (one, two) if len(one) < len(two) else (two, one)
    if not 0 < len(more) - len(less) <= _BESIDE:
        return False
    keys = {token.word.key for token in less if token.part.role == _GIVEN}
    if not keys or all(token.word.key in keys for token in more if token.part.role == _GIVEN):
        return False
    return any(token.part.role == _GIVEN and not token.word.initial for side in lay().alone for token in side)


def _is_family(token: Token) -> bool:
    return token.part.role in FAMILIES


def _is_given(token: Token, tables: Tables) -> bool:
    """Is a word a given name by its row, or by another, as an Arab's last may be: Ali Hassan, Ali Saleh?"""
    if token.word.row is not None and token.word.row.table in GIVEN:
        return True
    return token.part.role == "family" and lexicon_of(tables).is_given(token.word.native or "")
