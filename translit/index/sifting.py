"""Pairs of names sifted by their sketches: those that are unlike go, of the others is told how they differ.

Where `_pairs.c` has been compiled, its loop does what stands here, with the same answer.
"""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from translit.index.blocks import compiled
from translit.index.packing import unpacked
from translit.index.postings import PLACE_BITS, pair_of
from translit.index.sketch import Sketch, lacks_family, left_over, one_slip, unlike
from translit.index.slips import PART_BITS, PARTS
from translit.index.store import Lines

__all__ = ["lacking", "sifted", "slip_of"]

_LACKS_BITS = 2  # which of two names lacks the family that the other has
_SLIPPED = 1 << _LACKS_BITS
_SHIFT = _LACKS_BITS + 1
_OPENED = 1 << 14


def sifted(
    pairs: Sequence[int], order: array[int], sketches: Lines, quick: Any = compiled
) -> tuple[array[int], array[int]]:
    """The pairs that are not unlike, as numbers for `pair_of`, and of each what `lacking` and `slip_of` tell.

    The pairs come in as ranks in an order, and go out as places.
    """
    near, told = array("Q"), array("H")
    if quick:
        numbers = pairs if isinstance(pairs, array) else array("Q", pairs)
        for kept, found in zip((near, told), quick.sifted(numbers, order, *sketches.whole()), strict=True):
            kept.frombytes(found)
        return near, told
    opened = lru_cache(_OPENED)(lambda place: unpacked(sketches.line(place)))
    for number in pairs:
        a, b = sorted(order[rank] for rank in pair_of(number))
        found = _told(opened(a), opened(b))
        if found is not None:
            near.append(a << PLACE_BITS | b)
            told.append(found)
    return near, told


def lacking(told: int) -> int:
    """Which of two names, the first or the second, lacks the family that the other has; 0: none."""
    return told & (_SLIPPED - 1)


def slip_of(told: int) -> tuple[int, int] | None:
    """The part of either name that a slip keeps apart, if one does."""
    if not told & _SLIPPED:
        return None
    return told >> (_SHIFT + PART_BITS), told >> _SHIFT & (PARTS - 1)


def _told(left: Sketch, right: Sketch) -> int | None:
    """What two sketches tell as a number, None where they are unlike."""
    alone, rest = left_over(left, right)
    if unlike(left, right, alone, rest):
        return None
    lacks = 2 if lacks_family(left, rest, alone) else 0
    if lacks_family(right, alone, rest):
        lacks = 1
    one, other = one_slip(left, right, alone, rest) or (PARTS, PARTS)
    if max(one, other) >= PARTS:
        return lacks
    return lacks | _SLIPPED | one << (_SHIFT + PART_BITS) | other << _SHIFT
