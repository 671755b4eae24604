"""Many names: search, clusters, and the matching of two lists."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from translit.canon import explain
from translit.match import compare
from translit.nouns import Comparison, Kind, Match, Reading
from translit.tables import Tables

__all__ = ["Index", "match"]

_WORTH = 0.5
_CROWD = 400  # a key shared by more names than this tells nothing


class Index:
    """Many Readings, to search and to cluster.

    >>> index = Index(["Roman Zabolotny", "Заболотный Роман", "Ralph Boulton"], "person")
    >>> [sorted(group) for group in index.clusters()]
    [[0, 1], [2]]
    """

    def __init__(
        self,
        names: Iterable[str | Reading] = (),
        kind: Kind | None = None,
        *,
        tables: Tables | None = None,
        order: str = "auto",
        within: str | None = None,
        style: str = "exonym",
    ) -> None:
        self.kind = kind
        self.tables = tables
        self.readings: list[Reading] = []
        self._how = {"order": order, "within": within, "style": style, "tables": tables}
        self._blocks: dict[str, list[int]] = {}
        for name in names:
            self.add(name)

    def __len__(self) -> int:
        return len(self.readings)

    def add(self, name: str | Reading) -> int:
        """Add a name and say at which place it stands."""
        reading = self._read(name)
        at = len(self.readings)
        self.readings.append(reading)
        for block in _blocks(reading):
            self._blocks.setdefault(block, []).append(at)
        return at

    def search(self, query: str | Reading, limit: int = 10) -> list[tuple[int, Comparison]]:
        """The names nearest a query, best first, each with its place in the index and the comparison."""
        reading = self._read(query)
        found = [(at, compare(reading, self.readings[at], tables=self.tables)) for at in self._near(reading)]
        found.sort(key=lambda pair: (-pair[1].score, pair[0]))
        return found[:limit]

    def clusters(self, threshold: float = 0.9, floor: float = _WORTH) -> list[list[int]]:
        """Groups of names that are one, as places in the index, in the order of their first member.

        Two names join at a score of `threshold`; no two members of a group score below `floor`.
        """
        links = sorted(
            (-score, a, b) for a, b, score in self.pairs(floor) if score >= threshold
        )
        scores: dict[tuple[int, int], float] = {}
        group = list(range(len(self.readings)))
        members = {at: [at] for at in group}
        for _, a, b in links:
            one, two = group[a], group[b]
            if one == two or not self._coherent(members[one], members[two], floor, scores):
                continue
            for at in members[two]:
                group[at] = one
            members[one] += members.pop(two)
        return sorted(sorted(found) for found in members.values())

    def pairs(self, floor: float = _WORTH) -> Iterator[tuple[int, int, float]]:
        """Every pair of names near enough to tell, with its score."""
        for at, reading in enumerate(self.readings):
            for other in self._near(reading):
                if other > at:
                    score = compare(reading, self.readings[other], tables=self.tables).score
                    if score >= floor:
                        yield at, other, score

    def _coherent(
        self, one: list[int], two: list[int], floor: float, scores: dict[tuple[int, int], float]
    ) -> bool:
        """True where every member of one group is near enough to every member of the other."""
        for a in one:
            for b in two:
                pair = (a, b) if a < b else (b, a)
                if pair not in scores:
                    scores[pair] = compare(
                        self.readings[pair[0]], self.readings[pair[1]], tables=self.tables
                    ).score
                if scores[pair] < floor:
                    return False
        return True

    def _read(self, name: str | Reading) -> Reading:
        if isinstance(name, Reading):
            return name
        return explain(name, self.kind, **self._how)  # type: ignore[arg-type]

    def _near(self, reading: Reading) -> list[int]:
        """The places whose names share a key with this one."""
        found: set[int] = set()
        for block in _blocks(reading):
            crowd = self._blocks.get(block, ())
            if len(crowd) <= _CROWD or block == reading.key:
                found.update(crowd)
        return sorted(found)


def _blocks(reading: Reading) -> set[str]:
    """The keys under which a name is kept: the whole name's, and each part's."""
    return {reading.key, *(part.key for part in reading.parts)} - {""}


def match(
    left: Iterable[str | Reading],
    right: Iterable[str | Reading],
    kind: Kind | None = None,
    *,
    threshold: float = _WORTH,
    tables: Tables | None = None,
    order: str = "auto",
    within: str | None = None,
    style: str = "exonym",
) -> list[Match]:
    """Link two lists: for every name of the left one the best of the right, or none.

    >>> [(m.left, m.right) for m in match(["Роман Заболотный", "John Smith"], ["Roman Zabolotny"], "person")]
    [(0, 0), (1, None)]
    """
    index = Index(right, kind, tables=tables, order=order, within=within, style=style)
    found = []
    for at, name in enumerate(left):
        best = index.search(name, limit=1)
        if best and best[0][1].score >= threshold:
            found.append(Match(at, best[0][0], best[0][1].score, best[0][1]))
        else:
            found.append(Match(at, None, 0.0))
    return found
