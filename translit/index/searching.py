"""The names of an index nearest a query: those that share most blocks with it, and are not unlike it."""

from __future__ import annotations

from collections.abc import Iterable
from math import log

from translit.index.blocks import filing
from translit.index.linking import CROWD
from translit.index.packing import unpacked
from translit.index.postings import Postings
from translit.index.sketch import left_over, sketch, unlike
from translit.index.store import Names
from translit.nouns import Reading
from translit.tables import Tables

__all__ = ["at_a_glance", "nearest"]

_FEW = 60  # of names that share one part alone, no more than so many are looked at


def nearest(reading: Reading, postings: Postings, names: int, most: int, tables: Tables) -> list[int]:
    """The places that share most with a Reading: a shared block tells by how few of the `names` it has."""
    filed, size = filing(reading, tables=tables), names + 1
    weight: dict[int, float] = {}
    blocks = [(block, CROWD) for block in filed.pairs]
    blocks += [(block, CROWD if filed.thin else _FEW) for block in filed.alone]
    for block, room in blocks:
        crowd = postings.under(block, room)
        if crowd:
            tells = log(size / len(crowd)) + 1e-9
            for place in crowd:
                weight[place] = weight.get(place, 0.0) + tells
    if len(weight) <= most:
        return list(weight)
    return sorted(weight, key=lambda place: (-weight[place], place))[:most]


def at_a_glance(
    reading: Reading, near: Iterable[int], names: Names, tables: Tables
) -> tuple[list[int], list[int]]:
    """The places whose names are not unlike a Reading by their sketches, and those whose are."""
    own, likely, unlikely = sketch(reading, tables), list[int](), list[int]()
    for place in near:
        other = unpacked(names.sketches.line(place))
        (unlikely if unlike(own, other, *left_over(own, other)) else likely).append(place)
    return likely, unlikely
