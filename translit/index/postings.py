"""Postings: which names are filed under a block, as sorted numbers of eight bytes each.

A posting is the block's number, a bit that says whether the name is thin, and the name's place in
the index. They lie in shelves by the first bits of the block, in memory or in a mapped file.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from translit.errors import InputError
from translit.index.blocks import BITS, Filing

__all__ = ["PLACE_BITS", "SHELVES", "Postings", "pair_of", "pairs_in"]

PLACE_BITS = 27  # 134 million names
SHELVES = 64
_THIN = 1 << PLACE_BITS
_PLACE = _THIN - 1
_SHIFT = PLACE_BITS + 1
_SHELF = 6
_LATE = 4096  # names added after a look-up wait in a dict until there are as many, or a tenth of all


class Postings:
    """The postings of an index.

    >>> postings = Postings()
    >>> for place in range(3):
    ...     postings.file(place, Filing((7, 9 + place), (), False))
    >>> postings.under(7), postings.under(10)
    ([0, 1, 2], [1])
    """

    def __init__(self, shelves: Sequence[Sequence[int]] = ()) -> None:
        self.shelves: list[Sequence[int]] = list(shelves) or [array("Q") for _ in range(SHELVES)]
        self._sorted = bool(shelves)
        self._late: dict[int, list[int]] = {}
        self._waiting = 0
        self._filed = 0

    def file(self, place: int, filing: Filing) -> None:
        """File a name under its blocks."""
        if place >= _THIN:
            raise InputError(
                f"an index holds {_THIN:,} names at most; part the list, by country or by letter"
            )
        low = place | (_THIN if filing.thin else 0)
        self._filed += 1
        if self._sorted:
            self._waiting += 1
            for block in (*filing.pairs, *filing.alone):
                self._late.setdefault(block, []).append(low)
            if self._waiting > max(_LATE, place // 10):
                self.settle()
            return
        shelves = self.shelves
        for block in (*filing.pairs, *filing.alone):
            shelves[block >> (BITS - _SHELF)].append(block << _SHIFT | low)  # type: ignore[attr-defined]

    def settle(self) -> None:
        """Sort what was filed."""
        if self._late:
            added: list[list[int]] = [[] for _ in range(SHELVES)]
            for block, found in self._late.items():
                added[block >> (BITS - _SHELF)].extend(block << _SHIFT | low for low in found)
            for number, more in enumerate(added):
                if more:
                    self.shelves[number] = array("Q", sorted([*self.shelves[number], *more]))
            self._late, self._waiting = {}, 0
        elif not self._sorted:
            self.shelves = [array("Q", sorted(shelf)) for shelf in self.shelves]
        self._sorted = True

    def under(self, block: int, most: int = 1 << 30) -> list[int] | None:
        """The places filed under a block, in order; None where they are more than `most`."""
        if not self._sorted:
            self.settle()
        shelf, low = self.shelves[block >> (BITS - _SHELF)], block << _SHIFT
        at, end = bisect_left(shelf, low), low + (1 << _SHIFT)
        late = self._late.get(block, ())
        room = most - len(late)
        if room < 0 or (at + room < len(shelf) and shelf[at + room] < end):
            return None
        found = []
        for number in range(at, min(at + room, len(shelf))):
            posting = shelf[number]
            if posting >= end:
                break
            found.append(posting & _PLACE)
        found.extend(low & _PLACE for low in late)
        return sorted(found)


def pairs_in(shelf: Sequence[int], alone: bool, crowd: int) -> Iterator[int]:
    """The pairs of names that share a block of a sorted shelf, as numbers for `pair_of`.

    Blocks of more names than `crowd` tell nothing and are passed over; in blocks of single faces one
    of the two must be thin.
    """
    at, size = 0, len(shelf)
    while at < size - 1:
        block = shelf[at] >> _SHIFT
        if shelf[at + 1] >> _SHIFT != block:
            at += 1
            continue
        end = at + 2
        while end < size and shelf[end] >> _SHIFT == block:
            end += 1
        if end - at <= crowd:
            run = [shelf[number] for number in range(at, end)]
            yield from _pairs(run, alone)
        at = end


def _pairs(run: list[int], alone: bool) -> Iterator[int]:
    """The pairs of a block's names, the thin ones among them last."""
    for at, posting in enumerate(run):
        if alone and not posting & _THIN:
            continue
        place = posting & _PLACE
        for other in run[:at]:
            there = other & _PLACE
            yield place << PLACE_BITS | there if place < there else there << PLACE_BITS | place


def pair_of(number: int) -> tuple[int, int]:
    """The two places of a pair, the smaller first."""
    return number >> PLACE_BITS, number & _PLACE
