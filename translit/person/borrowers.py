"""The peoples that bear Arabic given names in forms of their own: Turks, Persians, Fulani."""

from __future__ import annotations

from collections.abc import Iterable

from translit.memory import once
from translit.nouns import Row
from translit.tables import Tables

__all__ = ["MUSLIMS", "are_of_borrowers", "borrowers"]

MUSLIMS = ("person/cau/given", "person/trk/given")  # of Russia and its neighbours, whose names Arabs bear too
_EQUIVALENT = "person/ar/equivalent"


@once
def borrowers(tables: Tables) -> frozenset[str]:
    """The languages that have forms of Arabic given names of their own."""
    return frozenset([row["language"] for row in tables.rows(_EQUIVALENT)])


def are_of_borrowers(rows: Iterable[Row | None], tables: Tables) -> bool:
    """Is any of the rows of a name one of a people that has forms of Arabic given names?"""
    return any(row is not None and row["language"] in borrowers(tables) for row in rows)
