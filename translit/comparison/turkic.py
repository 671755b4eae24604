"""A Muslim's name as his state writes it now, and as Russians have: Гулиев, Кулиев."""

from __future__ import annotations

from translit.memory import once, remembered
from translit.nouns import Reading
from translit.person.borrowers import MUSLIMS
from translit.quick import changed
from translit.tables import Tables

__all__ = ["as_states_write"]

_TABLE = "spelling/trk/alike"
_RUSSIAN, _START = "ru", "^"
_ROLES = ("given", "surname")


def as_states_write(one: Reading, other: Reading, tables: Tables) -> Reading | None:
    """A name with the parts that another has in the letters of another time or state; None where none are so.

    >>> from translit.canon import explain
    >>> from translit.tables import built_in
    >>> names = "Вилаят Кулиев", "Вилаят Гулиев", "Вилаят Галиев"
    >>> one, *others = [explain(name, "person") for name in names]
    >>> [(put := as_states_write(one, other, built_in())) and put.parts[-1].native for other in others]
    ['Гулиев', None]
    """
    if one.origin != _RUSSIAN or other.origin != _RUSSIAN or not (_is_theirs(one) or _is_theirs(other)):
        return None
    theirs = {part.role: part for part in other.parts if part.role in _ROLES}
    put = tuple([_as_there(part, theirs.get(part.role or ""), tables) for part in one.parts])
    return None if put == tuple(one.parts) else changed(one, parts=put)


def _is_theirs(reading: Reading) -> bool:
    """Has a name a row of Muslims of Russia or its neighbours?"""
    return any(part.row is not None and part.row.table in MUSLIMS for part in reading.parts)


def _as_there(part: Reading, there: Reading | None, tables: Tables) -> Reading:
    """A part as it stands in the other name, where that is the same in other letters."""
    if there is None or not part.native or not there.native or part.native == there.native:
        return part
    return there if _shared(part.native, tables) == _shared(there.native, tables) else part


@remembered(4096)
def _shared(native: str, tables: Tables) -> str:
    """A name in letters that both have: the rows in their order."""
    small = _START + native.lower()
    for find, put in _rows(tables):
        small = small.replace(find, put)
    return small


@once
def _rows(tables: Tables) -> tuple[tuple[str, str], ...]:
    """What is found and what is put for it; ^ is the start of the word."""
    rows = ((row["find"], row["put"]) for row in tables.rows(_TABLE))
    return tuple([(find, (_START if find.startswith(_START) else "") + put) for find, put in rows])
