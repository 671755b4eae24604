"""Who founded a Muslim's family, by whose name it is called: alone, as his sons or as his children."""

from __future__ import annotations

from typing import NamedTuple

from translit.memory import once
from translit.nouns import Reading
from translit.person.borrowers import MUSLIMS
from translit.person.surname import family
from translit.quick import changed
from translit.sounds import key
from translit.tables import Tables
from translit.text.clean import fold

__all__ = ["Founder", "as_founded", "has_founder"]

_RUSSIAN, _SURNAME = "ru", "surname"
_SONS, _BORN = ("ов", "ев"), "spelling/ru/born"
_J = "дж", "ж"
_LEAST = 2  # letters of a founder's name


class Founder(NamedTuple):
    """A surname, the founder's name, and how the family is called by that: not at all, by sons, by children.

    `sure` says that the family is surely one that calls itself so.
    """

    surname: Reading
    name: str
    end: str
    sure: bool


def has_founder(reading: Reading, tables: Tables) -> bool:
    """Has a Muslim of Russia or its neighbours a family that may be called otherwise by its founder?

    >>> from translit.canon import explain
    >>> from translit.tables import built_in
    >>> names = "Emomali Rahmonov", "Rustam Saidzoda", "Ivan Orlov"
    >>> [has_founder(explain(name, "person"), built_in()) for name in names]
    [True, True, False]
    """
    return _is_sure(reading, tables) and _founder(reading, tables) is not None


def as_founded(one: Reading, other: Reading, tables: Tables) -> Reading | None:
    """A name with the surname of another whose family is called otherwise by the same founder; else None."""
    left, right = _founder(one, tables), _founder(other, tables)
    if left is None or right is None or left.end == right.end or not (left.sure or right.sure):
        return None
    if key(left.name, _RUSSIAN) != key(right.name, _RUSSIAN):
        return None
    return changed(one, parts=tuple([right.surname if part is left.surname else part for part in one.parts]))


def _founder(reading: Reading, tables: Tables) -> Founder | None:
    """Who founded a family, as its surname tells; None where a name has no single one."""
    if reading.origin != _RUSSIAN:
        return None
    found = [part for part in reading.parts if part.role == _SURNAME and part.native]
    if len(found) != 1:
        return None
    native, born = family(fold(found[0].native or "")), _born(tables)
    end = next((end for end in (*_SONS, *born) if native.endswith(end)), "")
    if len(native) - len(end) < _LEAST:
        return None
    name = native.removesuffix(end).replace(*_J)  # as Kyrgyz and Tajiks write one sound
    return Founder(found[0], name, _SONS[0] if end in _SONS else end, _is_sure(reading, tables))


def _is_sure(reading: Reading, tables: Tables) -> bool:
    """Is a name surely of a Muslim of Russia or its neighbours: by a row of theirs, or by its end?"""
    born = _born(tables)
    for part in reading.parts:
        if part.row is not None and part.row.table in MUSLIMS:
            return True
        if part.role == _SURNAME and part.native and part.native.endswith(born):
            return True
    return False


@once
def _born(tables: Tables) -> tuple[str, ...]:
    """What says that a family is somebody's children, in Cyrillic."""
    return tuple([row["cyrillic"] for row in tables.rows(_BORN)])
