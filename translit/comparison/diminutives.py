"""Short forms of given names, of which one may be that of several: Юра is Юрий, and now and then Георгий."""

from __future__ import annotations

from difflib import SequenceMatcher
from functools import lru_cache

from translit.nouns import Reading, Row
from translit.person.names import russians
from translit.tables import Tables

__all__ = ["SHORT", "are_seldom_one"]

SHORT, _FULL = "person/ru/diminutive", "person/ru/given"
_FEW = 2  # parts of a name that has no patronymic
_VARIANT = 0.7  # of their letters, from which two names are one: Екатерина and Катерина


def are_seldom_one(left: Reading, right: Reading, tables: Tables) -> bool:
    """Has one name a short form of the other's given name that is usually another's, and little besides?

    >>> from translit.canon import explain
    >>> from translit.tables import built_in
    >>> one, *others = [explain(f"{name} Иванов", "person") for name in ("Юра", "Юрий", "Георгий")]
    >>> [are_seldom_one(one, other, built_in()) for other in others]
    [False, True]
    """
    if len(left.parts) > _FEW and len(right.parts) > _FEW:
        return False
    return _is_seldom(left, right, tables) or _is_seldom(right, left, tables)


def _is_seldom(one: Reading, two: Reading, tables: Tables) -> bool:
    for part in one.parts:
        if part.role == "given" and part.row is not None and part.row.table == SHORT:
            usual = _usual(part.row, tables)
            if any(row.id not in usual for row in _full(two)):
                return True
    return False


def _full(one: Reading) -> list[Row]:
    """The rows of a name's given names that are no short forms."""
    return [part.row for part in one.parts if part.row and part.row.table == _FULL and part.role == "given"]


@lru_cache(maxsize=4096)
def _usual(row: Row, tables: Tables) -> frozenset[str]:
    """The ids of the names that a short form is usually of: the first of each gender, and its variants."""
    first: dict[str, Row] = {}
    found = set()
    for name in row.many("of"):
        full = russians(tables).get(name)
        if full is None:
            found.add(name)
            continue
        usual = first.setdefault(full["gender"], full)
        if SequenceMatcher(None, usual.canonical, full.canonical).ratio() >= _VARIANT:
            found.add(name)
    return frozenset(found)
