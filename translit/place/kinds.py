"""What the kinds of places say that a generic or a row is of, its `feature` (`tables/place/kind.tsv`)."""

from __future__ import annotations

from collections.abc import Mapping

from translit.memory import once
from translit.tables import Tables

__all__ = ["alike", "areas", "contraries", "lands", "qualities", "settlements"]

_TABLE = "place/kind"


@once
def qualities(tables: Tables) -> frozenset[str]:
    """What tells one of two places of a name from the other, in any language: east, upper, old."""
    return frozenset(row.id for row in tables.rows(_TABLE) if row["quality"])


@once
def contraries(tables: Tables) -> frozenset[frozenset[str]]:
    """The pairs of qualities that no place has both of: north and south."""
    return frozenset(frozenset((row.id, row["contrary"])) for row in tables.rows(_TABLE) if row["contrary"])


@once
def alike(tables: Tables) -> Mapping[str, str]:
    """The kinds whose generics say no more than each other in any language, each with what all of them say.

    >>> from translit.tables import built_in
    >>> [alike(built_in()).get(kind) for kind in ("lake", "airport", "village")]
    ['lake', 'airbase', None]
    """
    return {row.id: row["alike"] for row in tables.rows(_TABLE) if row["alike"]}


@once
def lands(tables: Tables) -> frozenset[str]:
    """The kinds of places that nobody need live in to be meant: rivers, mountains, regions."""
    return frozenset(row.id for row in tables.rows(_TABLE) if row["alone"])


@once
def areas(tables: Tables) -> frozenset[str]:
    """The kinds of what other places lie in: units, districts, countries.

    >>> from translit.tables import built_in
    >>> [kind in areas(built_in()) for kind in ("district", "town", "river")]
    [True, False, False]
    """
    return _of_class("area", tables)


@once
def settlements(tables: Tables) -> frozenset[str]:
    """The kinds of places that people live in: towns, villages, quarters."""
    return _of_class("settlement", tables)


def _of_class(name: str, tables: Tables) -> frozenset[str]:
    """The kinds of one class."""
    return frozenset([row.id for row in tables.rows(_TABLE) if row["class"] == name])
