"""Postings: which names are filed under a block, as sorted numbers of eight bytes each.

A posting is the block's number, a bit that says whether the name is thin, and the name's place in
the index. They lie in shelves by the first bits of the block, in memory or in a mapped file.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from translit.errors import InputError
from translit.index.blocks import BITS, Filing, compiled
from translit.index.workers import in_parts

__all__ = ["PLACE_BITS", "SHELVES", "Postings", "merged", "pair_of", "pairs_in", "posted"]

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

    def __init__(
        self, shelves: Sequence[Sequence[int]] = (), check: Callable[[int], None] | None = None
    ) -> None:
        self._shelves: list[Sequence[int]] = list(shelves) or [array("Q") for _ in range(SHELVES)]
        self._check = check
        self._unchecked = set(range(SHELVES)) if check else set()
        self._sorted = bool(shelves)
        self._late: dict[int, list[int]] = {}
        self._waiting = 0

    @property
    def shelves(self) -> list[Sequence[int]]:
        """All shelves, those of a file checked."""
        for number in tuple(self._unchecked):
            self._shelf(number)
        return self._shelves

    def _shelf(self, number: int) -> Sequence[int]:
        """A shelf; one of a file is checked when it is first asked for."""
        if number in self._unchecked and self._check:
            self._check(number)
            self._unchecked.discard(number)
        return self._shelves[number]

    def file(self, place: int, filing: Filing) -> None:
        """File a name under its blocks. Raises InputError where the index holds as many as it can."""
        low = _low(place, filing)
        if not self._sorted:
            _post(self.shelves, low, filing)
            return
        self._waiting += 1
        for block in (*filing.pairs, *filing.alone):
            self._late.setdefault(block, []).append(low)
        if self._waiting > max(_LATE, place // 10):
            self.settle()

    def take(self, shelves: Sequence[bytes]) -> None:
        """Take in what `posted` made of many names."""
        self._open()
        for shelf, more in zip(self.shelves, shelves, strict=True):
            shelf.frombytes(more)  # type: ignore[attr-defined]

    def _open(self) -> None:
        """Make the shelves ready for unsorted postings."""
        self._shelve_late()
        if self._sorted:
            self._shelves = [
                shelf if isinstance(shelf, array) else array("Q", shelf) for shelf in self.shelves
            ]
            self._sorted = False

    def _shelve_late(self) -> None:
        if not self._late:
            return
        added: list[list[int]] = [[] for _ in range(SHELVES)]
        for block, found in self._late.items():
            added[block >> (BITS - _SHELF)].extend(block << _SHIFT | low for low in found)
        for number, more in enumerate(added):
            if more:
                self.shelves[number] = array("Q", sorted([*self.shelves[number], *more]))
        self._late, self._waiting = {}, 0

    def settle(self, jobs: int = 1) -> None:
        """Sort what was filed, in so many processes."""
        self._shelve_late()
        if self._sorted:
            return
        unsorted = self.shelves
        for number, found in enumerate(
            in_parts(lambda at: merged([unsorted[at]]).tobytes(), range(SHELVES), jobs)
        ):
            shelf = array("Q")
            shelf.frombytes(found)
            self.shelves[number] = shelf
        self._sorted = True

    def under(self, block: int, most: int = 1 << 30) -> list[int] | None:
        """The places filed under a block, in order; None where they are more than `most`."""
        if not self._sorted:
            self.settle()
        shelf, low = self._shelf(block >> (BITS - _SHELF)), block << _SHIFT
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

    def count(self, block: int) -> int:
        """How many names are filed under a block."""
        if not self._sorted:
            self.settle()
        shelf, low = self._shelf(block >> (BITS - _SHELF)), block << _SHIFT
        at = bisect_left(shelf, low)
        return bisect_left(shelf, low + (1 << _SHIFT), at) - at + len(self._late.get(block, ()))


def _low(place: int, filing: Filing) -> int:
    """The end of a posting: its place, and whether the name is thin."""
    if place >= _THIN:
        raise InputError(f"an index holds {_THIN:,} names at most; part the list, by country or by letter")
    return place | (_THIN if filing.thin else 0)


def _post(shelves: Sequence[Any], low: int, filing: Filing) -> None:
    for block in (*filing.pairs, *filing.alone):
        shelves[block >> (BITS - _SHELF)].append(block << _SHIFT | low)


def posted(filings: Iterable[tuple[int, Filing]], quick: Any = compiled) -> list[bytes]:
    """The postings of names and their places, shelf by shelf, for `Postings.take`."""
    if quick:
        told = [(_low(place, filing), filing.pairs, filing.alone) for place, filing in filings]
        found: list[bytes] = quick.posted(told)
        return found
    shelves = [array("Q") for _ in range(SHELVES)]
    for place, filing in filings:
        _post(shelves, _low(place, filing), filing)
    return [shelf.tobytes() for shelf in shelves]


def merged(parts: Iterable[Sequence[int]], quick: Any = compiled) -> array[int]:
    """The numbers of several parts in order, each once."""
    if quick:
        found = array("Q")
        found.frombytes(quick.merged(list(parts)))
        return found
    numbers: set[int] = set()
    numbers.update(*parts)
    return array("Q", sorted(numbers))


def pairs_in(
    shelf: Sequence[int],
    alone: bool,
    rank: array[int],
    crowd: int,
    company: int,
    rare: int,
    quick: Any = compiled,
) -> array[int]:
    """The pairs of names that share a block of a sorted shelf, by rank, as sorted numbers for `pair_of`.

    In a block every name is paired with the `company` that follow it in rank; blocks of more names than
    `crowd` tell nothing and are passed over. In blocks of single faces one of the two must be thin,
    unless the face is so `rare` that no more names have it.
    """
    if quick:
        drawn = array("Q")
        drawn.frombytes(quick.paired(shelf, alone, rank, crowd, company, rare))
        return drawn
    found: set[int] = set()
    at, size = 0, len(shelf)
    while at < size - 1:
        block = shelf[at] >> _SHIFT
        end = at + 1
        while end < size and shelf[end] >> _SHIFT == block:
            end += 1
        if 2 <= end - at <= crowd:
            run, some = shelf[at:end], None
            if alone and end - at > rare:
                some = {rank[posting & _PLACE] for posting in run if posting & _THIN}
            if some is None or some:
                found.update(_pairs(sorted([rank[posting & _PLACE] for posting in run]), some, company))
        at = end
    return array("Q", sorted(found))


def _pairs(ranks: list[int], some: set[int] | None, company: int) -> Iterator[int]:
    """The pairs of a block's names near each other; where `some` are given, only those with one of them."""
    for at, one in enumerate(ranks):
        for other in ranks[at + 1 : at + 1 + company]:
            if some is None or one in some or other in some:
                yield one << PLACE_BITS | other


def pair_of(number: int) -> tuple[int, int]:
    """The two places of a pair, the smaller first."""
    return number >> PLACE_BITS, number & _PLACE
