"""Cyrillic letters in which two spellings of one name may differ (`tables/spelling/ru/alike.tsv`)."""

from __future__ import annotations

from collections.abc import Mapping

from translit.memory import once
from translit.tables import Tables

__all__ = ["conflated"]

_TABLE = "spelling/ru/alike"


@once
def _pairs(tables: Tables) -> Mapping[str, tuple[tuple[str, str], ...]]:
    """What is found and put where a word stands, in the order of the rows."""
    found: dict[str, tuple[tuple[str, str], ...]] = {}
    for row in tables.rows(_TABLE):
        found[row["where"]] = (*found.get(row["where"], ()), (row["find"], row["put"]))
    return found


def conflated(word: str, where: str, tables: Tables) -> str:
    """A word with one way of writing for those that may stand there: open, neighbour or ending.

    >>> from translit.tables import built_in
    >>> conflated("Соловьёв", "open", built_in()), conflated("Полоцкий", "ending", built_in())
    ('Соловев', 'Полотский')
    """
    for find, put in _pairs(tables)[where]:
        word = word.replace(find, put)
    return word
