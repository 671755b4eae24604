"""Coherent groups: names join along their surest links, strangers are never chained together."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Callable, Iterator

from translit.index.postings import PLACE_BITS, pair_of

__all__ = ["Links", "grouped"]


class Links:
    """Pairs of names with their scores, in the order of the places, sixteen bytes each."""

    def __init__(self) -> None:
        self.pairs = array("Q")
        self.scores = array("d")

    def __iter__(self) -> Iterator[tuple[int, int, float]]:
        """Every pair as its two places and its score, in the order of the places."""
        for number, score in zip(self.pairs, self.scores, strict=True):
            yield (*pair_of(number), score)

    def sort(self) -> None:
        """Bring the pairs into the order of their places."""
        order = sorted(range(len(self.pairs)), key=self.pairs.__getitem__)
        self.pairs = array("Q", map(self.pairs.__getitem__, order))
        self.scores = array("d", map(self.scores.__getitem__, order))


def grouped(
    links: Links, size: int, threshold: float, floor: float, score: Callable[[int, int], float]
) -> list[list[int]]:
    """Groups of `size` names, those of one name left out.

    Names join at a score of `threshold`, the surest first; no two of a group score below `floor`.
    `score` judges pairs that are not among the links.

    >>> links = Links()
    >>> links.pairs.extend([0 << 27 | 1, 1 << 27 | 2])
    >>> links.scores.extend([0.99, 0.95])
    >>> grouped(links, 3, 0.9, 0.5, lambda a, b: 0.1)
    [[0, 1]]
    """
    pairs, scores = links.pairs, links.scores
    order = [at for at in range(len(pairs)) if scores[at] >= threshold]
    order.sort(key=lambda at: -scores[at])  # links are in the order of the places, and stay so
    group = array("I", range(size))
    members: dict[int, list[int]] = {}
    known: dict[int, float] = {}

    def near(a: int, b: int) -> bool:
        number = a << PLACE_BITS | b if a < b else b << PLACE_BITS | a
        at = bisect_left(pairs, number)
        if at < len(pairs) and pairs[at] == number:
            return scores[at] >= floor
        if number not in known:
            known[number] = score(*pair_of(number))
        return known[number] >= floor

    for at in order:
        a, b = pair_of(pairs[at])
        one, two = group[a], group[b]
        if one == two:
            continue
        ours, theirs = members.get(one) or [one], members.get(two) or [two]
        if not all(near(a, b) for a in ours for b in theirs):
            continue
        for place in theirs:
            group[place] = one
        members[one] = ours + theirs
        members.pop(two, None)
    return sorted(sorted(found) for found in members.values())
