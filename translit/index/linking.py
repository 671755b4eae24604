"""The links of an index: pairs of names that share a block, sifted at a glance, and compared.

The pairs are drawn shelf by shelf and judged lot by lot, in the order of the names' homes, so that a process
has the names it compares at hand.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Callable, Sequence
from functools import lru_cache

from translit.comparison import Prepared, scored
from translit.index.blocks import single
from translit.index.grouping import Links
from translit.index.packing import unpacked
from translit.index.postings import PLACE_BITS, SHELVES, Postings, merged, pair_of, pairs_in
from translit.index.sifting import lacking, sifted, slip_of
from translit.index.sketch import Sketch
from translit.index.slips import Slip, sorts_of
from translit.index.store import Names
from translit.index.workers import in_parts

__all__ = ["CROWD", "WORTH", "Told", "links_of"]

Told = Callable[[int, int], None]

WORTH = 0.5  # the score from which two names may be one
CROWD = 400  # a block of more names than this tells nothing
_COMPANY = 30  # in a block every name is compared with so many that follow it
_RARE = 12  # names that share a part with no more than so many are compared by it alone
_LOT = 4000  # names whose pairs are judged at once
_TOLD = 0.98  # names that score more are one, whatever slipped in either
_CACHED = 1 << 15


def links_of(
    names: Names,
    postings: Postings,
    at: Callable[[int], Prepared],
    floor: float,
    jobs: int = 1,
    told: Told | None = None,
) -> Links:
    """The pairs of names that share a block and score at least `floor`, and the slips among all of them.

    `at` gives the name at a place, ready to be compared; `told` is called with how many names' pairs are
    judged, and of how many.
    """
    postings.settle(jobs)
    size = len(names)
    order = array("I", sorted(range(size), key=names.homes.__getitem__))
    drawn = _drawn(postings, order, jobs)
    judge = _Judge(names, postings, at, floor)

    def judged(lot: range) -> Links:
        return judge.links(*sifted(_in_lot(drawn, lot), order, names.sketches))

    links = Links()
    lots = [range(at, at + _LOT) for at in range(0, size, _LOT)]
    for lot, found in zip(lots, in_parts(judged, lots, jobs), strict=True):
        links.extend(found)
        if told:
            told(min(lot.stop, size), size)
    links.sort()
    return links


def _drawn(postings: Postings, order: array[int], jobs: int) -> list[array[int]]:
    """The pairs of names that share a block, by their ranks in an order, shelf by shelf."""
    rank, shelves = array("I", bytes(4 * len(order))), postings.shelves
    for at, place in enumerate(order):
        rank[place] = at

    def draw(number: int) -> bytes:
        alone = number >= SHELVES // 2
        return pairs_in(shelves[number], alone, rank, CROWD, _COMPANY, _RARE).tobytes()

    drawn = []
    for found in in_parts(draw, range(SHELVES), jobs):
        drawn.append(array("Q"))
        drawn[-1].frombytes(found)
    return drawn


def _in_lot(drawn: Sequence[array[int]], lot: range) -> array[int]:
    """The pairs, each once, whose first name is in a lot."""
    parts = []
    for shelf in drawn:
        at, end = (bisect_left(shelf, rank << PLACE_BITS) for rank in (lot.start, lot.stop))
        parts.append(shelf[at:end])
    return merged(parts)


class _Judge:
    """Compares the pairs that are left."""

    def __init__(self, names: Names, postings: Postings, at: Callable[[int], Prepared], floor: float) -> None:
        self._postings = postings
        self._at = at
        self._floor = floor
        self._sketches = names.sketches
        self._sketch = lru_cache(_CACHED)(self._opened)
        self._shared = lru_cache(_CACHED)(self._counted)

    def links(self, pairs: Sequence[int], told: Sequence[int]) -> Links:
        """The pairs that score enough, and the slips among all of them."""
        links, at = Links(), self._at
        for number, found in zip(pairs, told, strict=True):
            a, b = pair_of(number)
            score = scored(at(a), at(b))
            if score < _TOLD and (slipped := slip_of(found)):
                links.slips.add(self._slip(a, b, slipped))
            if score >= self._floor:
                links.add(a, b, score, lacking(found))
        return links

    def _slip(self, a: int, b: int, slipped: tuple[int, int]) -> Slip:
        """A slip that keeps two names apart, with its sorts."""
        return Slip(a, b, *slipped, *sorts_of(self._sketch(a), self._sketch(b), slipped, self._shared))

    def _opened(self, place: int) -> Sketch:
        return unpacked(self._sketches.line(place))

    def _counted(self, number: int) -> int:
        """How many names have a part with a key of this number."""
        return self._postings.count(single(number))
