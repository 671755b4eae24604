"""Given names of which one is the other's only by translation: John, Juan and Ivan."""

from __future__ import annotations

from functools import lru_cache

from translit.nouns import Reading, Row
from translit.person.names import is_form_of, russians
from translit.tables import Tables

__all__ = ["FOREIGN", "are_translated"]

FOREIGN = "person/foreign/given"


def are_translated(left: Reading, right: Reading, tables: Tables) -> bool:
    """Has one name a foreign given name where the other has what it is translated by?

    >>> from translit.canon import explain
    >>> from translit.tables import built_in
    >>> one, *others = [explain(text, "person") for text in ("John Petrov", "Ivan Petrov", "Джон Петров")]
    >>> [are_translated(one, other, built_in()) for other in others]
    [True, False]
    """
    return _stands_for(left, right, tables) or _stands_for(right, left, tables)


def _stands_for(one: Reading, two: Reading, tables: Tables) -> bool:
    """Is a given name of one only translated by one of the other?"""
    for part in one.parts:
        row = part.row if part.role == "given" else None
        if row is None or row.table != FOREIGN:
            continue
        name = _translation(row, tables)
        if name and any(_is_another(other.row, row, name) for other in two.parts if other.role == "given"):
            return True
    return False


def _is_another(other: Row | None, row: Row, name: str) -> bool:
    """Is another row that of a Russian name, or of one that is translated by it too?"""
    return other is not None and other.id != row.id and name in (other.id, other["equivalent"])


@lru_cache(maxsize=4096)
def _translation(row: Row, tables: Tables) -> str:
    """The id of the Russian name that a foreign one is translated by, "" where it is a form of it."""
    russian = russians(tables).get(row["equivalent"])
    return russian.id if russian is not None and not is_form_of(row, russian, tables) else ""
