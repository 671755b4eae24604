"""Rulers, saints and scholars who are known by a name of their own: Peter the Great, Ибн Сина, Avicenna."""

from __future__ import annotations

from translit.memory import once
from translit.nouns import Row
from translit.tables import Tables
from translit.text.clean import fold

__all__ = ["TABLE", "byname", "last_words"]

TABLE = "person/byname"
_NUMBER = frozenset("IVX")
_ENDINGS = "person/ru/ending", "person/uk/ending"
_DECLINED = ("ый", "ий", "ой", "ая", "ка", "а")


@once
def _rows(tables: Tables) -> dict[str, Row]:
    """The rows by every name that they write, folded."""
    rows = tables.rows(TABLE)
    return {fold(text): row for row in rows for text in (row.native, row.canonical, *row.many("also"))}


def byname(text: str, tables: Tables) -> Row | None:
    """The row of somebody who is known by a whole name.

    >>> from translit.tables import built_in
    >>> byname("Пётр Великий", built_in()).canonical
    'Peter the Great'
    >>> byname("Пётр Иванов", built_in())
    """
    return _rows(tables).get(fold(text.strip()))


@once
def last_words(tables: Tables) -> frozenset[str]:
    """The words, in small letters, with which such names end, Cyrillic ones in any case: Великого.

    Of those with a number, the numbers.
    """
    rows = tables.rows(TABLE)
    names = [text.split() for row in rows for text in (row.native, row.canonical, *row.many("also"))]
    numbers = {word for words in names for word in words if _NUMBER.issuperset(word)}
    last = {words[-1].lower() for words in names if numbers.isdisjoint(words)}
    cased = [row for table in _ENDINGS for row in tables.rows(table) if row["case"]]
    ends = [
        (row["pair"], row.native) for row in cased if row["role"] == "surname" and row["pair"] in _DECLINED
    ]
    cases = {word.removesuffix(end) + put for word in last for end, put in ends if word.endswith(end)}
    return frozenset({word.lower() for word in numbers} | last | cases)
