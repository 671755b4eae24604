"""Coherent groups: names join along their surest links, strangers are never chained together."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Callable, Iterator

from translit.index.postings import PLACE_BITS, pair_of
from translit.index.slips import Slips

__all__ = ["Links", "grouped"]


class Links:
    """Pairs of names with their scores, in the order of the places, seventeen bytes each; and slips.

    `lacks` tells which name of a pair, the first or the second, lacks the family that the other has; 0: none.
    """

    def __init__(self) -> None:
        self.pairs = array("Q")
        self.scores = array("d")
        self.lacks = array("B")
        self.slips = Slips()

    def add(self, one: int, other: int, score: float, lacks: int = 0) -> None:
        """Keep a pair, the smaller place first."""
        self.pairs.append(one << PLACE_BITS | other)
        self.scores.append(score)
        self.lacks.append(lacks)

    def extend(self, others: Links) -> None:
        """Keep all that others have."""
        self.pairs += others.pairs
        self.scores += others.scores
        self.lacks += others.lacks
        self.slips.extend(others.slips)

    def __iter__(self) -> Iterator[tuple[int, int, float]]:
        """Every pair as its two places and its score, in the order of the places."""
        for number, score in zip(self.pairs, self.scores, strict=True):
            yield (*pair_of(number), score)

    def sort(self) -> None:
        """Bring the pairs into the order of their places."""
        order = sorted(range(len(self.pairs)), key=self.pairs.__getitem__)
        self.pairs = array("Q", map(self.pairs.__getitem__, order))
        self.scores = array("d", map(self.scores.__getitem__, order))
        self.lacks = array("B", map(self.lacks.__getitem__, order))


def grouped(
    links: Links, size: int, threshold: float, floor: float, score: Callable[[int, int], float]
) -> list[list[int]]:
    """Groups of `size` names, those of one name left out.

    Names join at a score of `threshold`, the surest first; no two of a group score below `floor`.
    `score` judges pairs that are not among the links. A name without a family joins last, and only
    where its links lead to one group: Muhammad Ali may be any of those with a family besides.

    >>> links = Links()
    >>> links.add(0, 1, 0.99)
    >>> links.add(1, 2, 0.95)
    >>> grouped(links, 3, 0.9, 0.5, lambda a, b: 0.1)
    [[0, 1]]
    """
    found = _Groups(links, size, floor, score)
    sure = [at for at, score in enumerate(links.scores) if score >= threshold]
    sure.sort(key=lambda at: -links.scores[at])  # links are in the order of the places, and stay so
    late = []
    for at in sure:
        pair = pair_of(links.pairs[at])
        if links.lacks[at]:
            late.append(pair if links.lacks[at] == 1 else pair[::-1])
        else:
            found.join(*pair)
    leads: dict[int, set[int]] = {}
    for without, named in late:
        leads.setdefault(found.of[without], set()).add(found.of[named])
    late = [pair for pair in late if len(leads[found.of[pair[0]]]) == 1]
    for without, named in late:
        found.join(without, named)
    return sorted(sorted(group) for group in found.members.values())


class _Groups:
    """Groups as they grow: `of` tells the number of each name's, `members` those of two names or more."""

    def __init__(self, links: Links, size: int, floor: float, score: Callable[[int, int], float]) -> None:
        self.of = array("I", range(size))
        self.members: dict[int, list[int]] = {}
        self._links, self._floor, self._score = links, floor, score
        self._known: dict[int, bool] = {}

    def join(self, a: int, b: int) -> None:
        """Make the groups of two names one, if that is coherent."""
        one, two = self.of[a], self.of[b]
        if one == two:
            return
        ours, theirs = self.members.get(one) or [one], self.members.get(two) or [two]
        if all(self._near(a, b) for a in ours for b in theirs):
            for place in theirs:
                self.of[place] = one
            self.members[one] = ours + theirs
            self.members.pop(two, None)

    def _near(self, a: int, b: int) -> bool:
        """True for two names that may be in one group."""
        number = a << PLACE_BITS | b if a < b else b << PLACE_BITS | a
        pairs = self._links.pairs
        at = bisect_left(pairs, number)
        if at < len(pairs) and pairs[at] == number:
            return self._links.scores[at] >= self._floor
        if number not in self._known:
            self._known[number] = self._score(*pair_of(number)) >= self._floor
        return self._known[number]
