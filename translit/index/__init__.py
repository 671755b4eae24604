"""Many names: search, clusters, and the matching of two lists."""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache, partial
from itertools import islice
from pathlib import Path
from typing import Any

from translit.canon import explain
from translit.comparison import Prepared, compared, prepare, scored
from translit.index.blocks import filing
from translit.index.file import Mapped, write
from translit.index.grouping import Links, grouped
from translit.index.postings import PLACE_BITS, SHELVES, Postings, pair_of, pairs_in
from translit.index.record import Sharer, from_line, slim, to_line
from translit.index.workers import in_parts
from translit.nouns import Comparison, Kind, Match, Reading
from translit.tables import Tables, built_in

__all__ = ["Index", "match"]

_WORTH = 0.5
_TWINS = 0.99  # what two names written alike score
_CROWD = 400  # a pair of parts shared by more names than this tells nothing
_FEW = 60  # of names that share one part alone, no more than so many are looked at
_MANY = 150  # names a search compares that share pairs of parts, those with most pairs first
_SOME = 100  # names it compares beyond these, unless a rare part has more
_CHUNK = 2000
_SLICE = 20000
_CACHED = 1 << 16

Told = Callable[[int, int], None]


class Index:
    """Many Readings, to search and to cluster.

    `names` are texts, or Readings made before; each distinct one is kept once, without its steps and
    others. `jobs` processes read them. The other arguments are those of `explain`.

    >>> index = Index(["Roman Zabolotny", "Заболотный Роман", "Ralph Boulton"], "person")
    >>> [sorted(group) for group in index.clusters()]
    [[0, 1], [2]]
    >>> [(place, found.verdict) for place, found in index.search("R. Boulton", limit=1)]
    [(2, 'probable')]
    """

    def __init__(
        self,
        names: Iterable[str | Reading] = (),
        kind: Kind | None = None,
        *,
        tables: Tables | None = None,
        scheme: str | None = None,
        order: str = "auto",
        within: str | None = None,
        style: str = "exonym",
        jobs: int = 1,
    ) -> None:
        self.kind = kind
        self.tables = tables or built_in()
        self._how: dict[str, Any] = {"scheme": scheme, "order": order, "within": within, "style": style}
        self._mapped: Mapped | None = None
        self._names: list[Prepared] = []
        self._firsts = array("I")
        self._known: dict[tuple[str, str], int] = {}
        self._sharer = Sharer()
        self._postings = Postings()
        self._links: tuple[float, Links] | None = None
        self._read_mapped = lru_cache(_CACHED)(self._unfold)
        if jobs > 1:
            self._extend(names, jobs)
        else:
            for name in names:
                self.add(name)

    def __len__(self) -> int:
        return len(self._firsts)

    def __getitem__(self, place: int) -> Reading:
        """The Reading at a place, without its steps and others."""
        if not 0 <= place < len(self):
            raise IndexError(f"no name at {place}; the index holds {len(self)}")
        return self._at(place).reading

    def add(self, name: str | Reading) -> int:
        """Add a name and say at which place it stands."""
        twin = self._known.get((name, "")) if isinstance(name, str) else None
        if twin is not None:
            return self._add_twin(twin)
        reading = self._explained(name)
        return self._add(reading, "" if isinstance(name, str) else f"{reading.kind} {reading.canonical}")

    def search(self, query: str | Reading, limit: int = 10) -> list[tuple[int, Comparison]]:
        """The names nearest a query, best first, each with its place in the index and the comparison.

        Of names written alike the first stands for all.
        """
        if limit < 1:
            return []
        asked = prepare(self._explained(query), self.tables)
        found = sorted((-scored(asked, self._at(place)), place) for place in self._near(asked.reading))
        return [(place, compared(asked, self._at(place))) for _, place in found[:limit]]

    def clusters(
        self, threshold: float = 0.9, floor: float = _WORTH, *, jobs: int = 1, told: Told | None = None
    ) -> list[list[int]]:
        """Groups of names that are one, as places in the index, in the order of their first member.

        Two names join at a score of `threshold`; no two members of a group score below `floor`.
        `told` is called with how many pairs are judged, and of how many.
        """
        links = self._linked(floor, jobs, told)

        def score(a: int, b: int) -> float:
            return scored(self._at(a), self._at(b))

        groups = grouped(links, len(self), threshold, floor, score)
        twins: dict[int, list[int]] = {}
        for place, first in enumerate(self._firsts):
            twins.setdefault(first, []).append(place)
        found = [sorted(twin for place in group for twin in twins.pop(place)) for group in groups]
        return sorted([*found, *twins.values()])

    def pairs(
        self, floor: float = _WORTH, *, jobs: int = 1, told: Told | None = None
    ) -> Iterator[tuple[int, int, float]]:
        """Every pair of names near enough to tell, with its score.

        Names written alike are paired with the first of them only, and it alone with others.
        """
        for place, first in enumerate(self._firsts):
            if first != place:
                yield first, place, _TWINS
        yield from self._linked(floor, jobs, told)

    def save(self, path: str | Path) -> None:
        """Write the index to a file, whole or not at all, for `Index.load`."""
        self._postings.settle()
        header = {"kind": self.kind, "how": self._how}
        lines = (
            to_line(self._at(place).reading) + b"\n" if first == place else b""
            for place, first in enumerate(self._firsts)
        )
        write(path, header, self.tables, lines, self._firsts, self._postings.shelves)

    @classmethod
    def load(cls, path: str | Path, *, tables: Tables | None = None) -> Index:
        """Open an index that was saved; it is mapped into memory, not read.

        Raises TableError where it was made with other tables, InputError where the file is no index or
        one of another version of translit.
        """
        tables = tables or built_in()
        mapped = Mapped(path, tables)
        index = cls((), mapped.header["kind"], tables=tables, **mapped.header["how"])
        index._mapped = mapped
        index._firsts = array("I", mapped.firsts)
        index._postings = Postings(mapped.shelves)
        return index

    def _add(self, reading: Reading, mark: str) -> int:
        """Add a Reading under the mark that tells it from others of its text."""
        twin = self._known.get((reading.text, mark))
        if twin is not None:
            return self._add_twin(twin)
        place = len(self)
        self._postings.file(place, filing(reading))
        kept = prepare(slim(reading, self._sharer), self.tables)
        self._known[kept.reading.text, mark] = place
        self._names.append(kept)
        self._firsts.append(place)
        self._links = None
        return place

    def _add_twin(self, first: int) -> int:
        self._names.append(self._at(first))
        self._firsts.append(first)
        self._links = None
        return len(self) - 1

    def _extend(self, names: Iterable[str | Reading], jobs: int) -> None:
        """Add names whose texts are read by several processes, each distinct one once."""
        rest, tables = iter(names), self.tables
        work = partial(_lines, kind=self.kind, how=self._how | {"tables": tables})
        while batch := list(islice(rest, _CHUNK * 16 * jobs)):
            asked = {name: "" for name in batch if isinstance(name, str) and (name, "") not in self._known}
            texts = list(asked)
            parts = [texts[at : at + _CHUNK] for at in range(0, len(texts), _CHUNK)]
            read: dict[str, bytes] = {}
            for part, lines in zip(parts, in_parts(work, parts, jobs), strict=True):
                read.update(zip(part, lines, strict=True))
            for name in batch:
                line = read.pop(name, None) if isinstance(name, str) else None
                if line is None:
                    self.add(name)
                else:
                    self._add(from_line(line, tables), "")

    def _explained(self, name: str | Reading) -> Reading:
        if isinstance(name, Reading):
            return name
        return explain(name, self.kind, tables=self.tables, **self._how)

    def _at(self, place: int) -> Prepared:
        """The name at a place, ready to be compared."""
        if self._mapped is None:
            return self._names[place]
        if place < len(self._mapped):
            return self._read_mapped(self._firsts[place])
        return self._names[place - len(self._mapped)]

    def _unfold(self, place: int) -> Prepared:
        assert self._mapped is not None
        reading = from_line(self._mapped.line(place), self.tables)
        return prepare(slim(reading, self._sharer), self.tables)

    def _near(self, reading: Reading) -> set[int]:
        """The places that share a pair of parts with a Reading, and some that share a rare part alone."""
        filed = filing(reading)
        shared: Counter[int] = Counter()
        for block in filed.pairs:
            shared.update(self._postings.under(block, _CROWD) or ())
        most = sorted(shared, key=lambda place: (-shared[place], place)) if len(shared) > _MANY else shared
        found = set(islice(most, _MANY))
        room = _FEW if not filed.thin else _CROWD
        crowds = [crowd for block in filed.alone if (crowd := self._postings.under(block, room))]
        more: set[int] = set()
        for crowd in sorted(crowds, key=lambda crowd: (len(crowd), crowd)):
            if more and len(more) + len(crowd) > _SOME:
                break
            more.update(crowd)
        return found | more

    def _linked(self, floor: float, jobs: int, told: Told | None) -> Links:
        """The pairs of names that share a block and score at least `floor`; kept until a name is added."""
        if self._links is None or self._links[0] != floor:
            self._load_whole()
            links, candidates = Links(), self._candidates()
            parts = [candidates[at : at + _SLICE] for at in range(0, len(candidates), _SLICE)]
            done = 0
            for part, scores in zip(parts, in_parts(self._scores, parts, jobs), strict=True):
                for number, score in zip(part, scores, strict=True):
                    if score >= floor:
                        links.pairs.append(number)
                        links.scores.append(score)
                done += len(part)
                if told:
                    told(done, len(candidates))
            self._links = (floor, links)
        return self._links[1]

    def _candidates(self) -> array[int]:
        """The pairs of names that share a block, sorted, each once."""
        self._postings.settle()
        half = SHELVES // 2
        lots: list[set[int]] = [set() for _ in range(16)]
        wide = max(1, -(-len(self) // len(lots)))
        for number, shelf in enumerate(self._postings.shelves):
            for pair in pairs_in(shelf, number >= half, _CROWD):
                lots[(pair >> PLACE_BITS) // wide].add(pair)
        found = array("Q")
        for lot in lots:
            found.extend(sorted(lot))
            lot.clear()
        return found

    def _scores(self, part: Sequence[int]) -> array[float]:
        found = array("d")
        for number in part:
            a, b = pair_of(number)
            found.append(scored(self._at(a), self._at(b)))
        return found

    def _load_whole(self) -> None:
        """Bring the names of a mapped file into memory, where all of them will be compared."""
        if self._mapped is not None:
            names: list[Prepared] = []
            for place in range(len(self._mapped)):
                first = self._firsts[place]
                names.append(names[first] if first < place else self._unfold(place))
            self._names, self._mapped = names + self._names, None


def _lines(texts: Sequence[str], kind: Kind | None, how: dict[str, Any]) -> list[bytes]:
    """The Readings of texts as lines."""
    return [to_line(explain(text, kind, **how)) for text in texts]


def match(
    left: Iterable[str | Reading],
    right: Iterable[str | Reading],
    kind: Kind | None = None,
    *,
    threshold: float = _WORTH,
    tables: Tables | None = None,
    scheme: str | None = None,
    order: str = "auto",
    within: str | None = None,
    style: str = "exonym",
    jobs: int = 1,
    told: Told | None = None,
) -> list[Match]:
    """Link two lists: for every name of the left one the best of the right, or none.

    `jobs` processes share the work; `told` is called with how many names are matched, and of how many.

    >>> [(m.left, m.right) for m in match(["Роман Заболотный", "John Smith"], ["Roman Zabolotny"], "person")]
    [(0, 0), (1, None)]
    """
    how: dict[str, Any] = {"scheme": scheme, "order": order, "within": within, "style": style}
    index = Index(right, kind, tables=tables, jobs=jobs, **how)
    index._postings.settle()
    asked = Index(left, kind, tables=tables, jobs=jobs, **how)

    def best(places: range) -> list[int]:
        return [next((place for place, _ in index.search(asked[at], 1)), -1) for at in places]

    parts = [range(at, min(at + _CHUNK, len(asked))) for at in range(0, len(asked), _CHUNK)]
    found: list[Match] = []
    for places in in_parts(best, parts, jobs):
        for place in places:
            at = len(found)
            said = compared(asked._at(at), index._at(place)) if place >= 0 else None
            if said is not None and said.score >= threshold:
                found.append(Match(at, place, said.score, said))
            else:
                found.append(Match(at, None, 0.0))
        if told:
            told(len(found), len(asked))
    return found
