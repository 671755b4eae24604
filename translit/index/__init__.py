"""Many names: search and clusters; `matching` links two lists of them."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import islice
from operator import itemgetter
from pathlib import Path
from typing import Any, NoReturn

from translit.canon import explain
from translit.comparison import Prepared, compared, prepare, scored
from translit.errors import need_jobs, need_list, need_score, need_text
from translit.index.file import Mapped, write
from translit.index.filing import Filings, Read, filed_as, filings
from translit.index.grouping import Links, grouped
from translit.index.linking import WORTH, Told, links_of
from translit.index.mending import Mender
from translit.index.postings import Postings
from translit.index.record import from_line
from translit.index.searching import at_a_glance, nearest
from translit.index.slips import mended
from translit.index.store import TWIN, Filed, Known, Names
from translit.index.workers import CHUNK, in_parts, seldom
from translit.lookup import is_placeholder
from translit.nouns import Comparison, Kind, Reading
from translit.tables import Tables, built_in

__all__ = ["Index"]

_TWINS = 0.99  # what two names written alike score
_MANY = 40  # names a search compares, those first that share most with it
_BATCH = 1 << 20  # names that are taken in at once
_CACHED = 1 << 15


class Index:
    """Many Readings, to search and to cluster.

    `names` are texts, or Readings made before; each distinct one is kept once, without its steps and
    others, as a line of bytes. `jobs` processes read them. The other arguments, and what is raised, are
    those of `explain`; InputError also for `jobs` below 1. A name is called by its place, counted from 0.

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
        self._names = Names()
        self._known = Known()
        self._postings = Postings()
        self._links: tuple[float, Links] | None = None
        self._at = lru_cache(_CACHED)(self._unfold)
        self.extend(names, jobs=jobs)

    def __len__(self) -> int:
        return len(self._names)

    def __getitem__(self, place: int) -> Reading:
        """The Reading at a place, without its steps and others."""
        if not 0 <= place < len(self):
            raise IndexError(f"no name at {place}; the index holds {len(self)}")
        return from_line(self._names.lines.line(self._names.firsts[place]), self.tables)

    def __reduce__(self) -> NoReturn:
        raise TypeError("an Index is not pickled; save it to a file, and open that there: Index.load(path)")

    def add(self, name: str | Reading) -> int:
        """Add a name and say at which place it stands, counted from 0.

        >>> index = Index(["Roman Zabolotny"], "person")
        >>> index.add("Dmitry Peskov"), len(index), index[1].surname
        (1, 2, 'Peskov')
        """
        place = len(self)
        first = self._known.place(self._mark(name, place), place)
        self._links = None
        if first != place:
            return self._names.add(TWIN, first)
        kept, blocks = filed_as(name if isinstance(name, Reading) else self._explained(name), self.tables)
        self._postings.file(place, blocks)
        return self._names.add(kept, place)

    def extend(
        self,
        names: Iterable[str | Reading],
        *,
        read: Read | None = None,
        jobs: int = 1,
        told: Told | None = None,
    ) -> None:
        """Add names, each distinct one read once, by so many processes.

        `read` makes Readings of texts, as explain() does with the arguments of the index if not given;
        `told` is called with how many names are read, and of how many.

        >>> index = Index(kind="person")
        >>> index.extend(["Dmitry Peskov", "Roman Zabolotny"])
        >>> len(index)
        2
        """
        need_list(names)
        need_jobs(jobs)
        rest = iter(names)
        while batch := list(islice(rest, _BATCH)):
            self._take(batch, read or self._explained, jobs, told)

    def _take(self, batch: list[str | Reading], read: Read, jobs: int, told: Told | None) -> None:
        """Add a batch of names."""
        base, self._links = len(self), None
        firsts = [self._known.place(self._mark(name, place), place) for place, name in enumerate(batch, base)]
        fresh = array("I", (place for place, first in enumerate(firsts, base) if first == place))

        def filed(part: range) -> Filings:
            return filings([(fresh[at], batch[fresh[at] - base]) for at in part], read, self.tables)

        parts = [range(at, min(at + CHUNK, len(fresh))) for at in range(0, len(fresh), CHUNK)]
        following = iter(firsts)
        with seldom:
            for part, found in zip(parts, in_parts(filed, parts, jobs), strict=True):
                self._postings.take(found.shelves)
                for name in found.names:
                    self._follow(following, name)
                if told:
                    told(part.stop, len(fresh))
        self._follow(following, None)

    def _mark(self, name: str | Reading, place: int) -> object:
        """What tells a name from others; texts that tell no name are nobody's twins."""
        text = name.text if isinstance(name, Reading) else name
        need_text(text)
        if is_placeholder(text, self.tables):
            return place
        return (text, name.kind, name.canonical) if isinstance(name, Reading) else text

    def _follow(self, firsts: Iterator[int], name: Filed | None) -> None:
        """Add the twins that stand before the next new name, and that name where there is one."""
        for first in firsts:
            if first == len(self):
                assert name is not None
                self._names.add(name, first)
                return
            self._names.add(TWIN, first)

    def search(self, query: str | Reading, limit: int = 10) -> list[tuple[int, Comparison]]:
        """The names nearest a query, best first, each with its place in the index and the comparison.

        Of names written alike the first stands for all. Fewer than `limit` where no more share anything.
        Raises InputError for what is no text.

        >>> found = Index(["Dmitry Peskov", "Roman Zabolotny"], "person").search("Дмитрий Песков", limit=1)
        >>> [(place, comparison.verdict) for place, comparison in found]
        [(0, 'same')]
        """
        if limit < 1:
            return []
        asked = prepare(query if isinstance(query, Reading) else self._explained(query), self.tables)
        near = nearest(asked.reading, self._postings, len(self), max(_MANY, 2 * limit), self.tables)
        near, rest = at_a_glance(asked.reading, near, self._names, self.tables)
        near += rest[: max(0, limit - len(near))]
        found = sorted((self._rank(asked, self._at(place)), place) for place in near)
        return [(place, compared(asked, self._at(place))) for _, place in found[:limit]]

    def _rank(self, asked: Prepared, other: Prepared) -> tuple[bool, float]:
        """Where a name stands among those found: first that which is written alike, then by the score."""
        score = scored(asked, other)
        alike = score >= WORTH and asked.reading.text == other.reading.text
        return not alike, -score

    def clusters(
        self, threshold: float = 0.88, floor: float = WORTH, *, jobs: int = 1, told: Told | None = None
    ) -> list[list[int]]:
        """Groups of names that are one, as places in the index, in the order of their first member.

        Two names join at a score of `threshold`; no two members of a group score below `floor`. A name that
        a slip of the pen keeps apart from one group joins it where the slip, mended, does so, and where the
        list shows it to be one as surely as `threshold` asks (`translit.index.slips`). A name without its
        family joins only where one family is meant. `told` is called with how much is judged, of how much.
        Raises InputError for a score beyond 0 to 1 or `jobs` below 1, as `pairs` does.

        >>> Index(["Dmitry Peskov", "Roman Zabolotny", "Dmitri Peskow"], "person").clusters()
        [[0, 2], [1]]
        """
        need_score("threshold", threshold)
        with seldom:
            groups = self._groups(threshold, floor, jobs, told)
        firsts, twins = self._names.firsts, dict[int, list[int]]()
        for place, first in enumerate(firsts):
            if first != place:
                twins.setdefault(first, []).append(place)
        joined = bytearray(len(self))
        for group in groups:
            for place in [*group]:
                joined[place] = True
                group += twins.get(place, ())
            group.sort()
        alone = (place for place, first in enumerate(firsts) if first == place and not joined[place])
        groups += [[place, *twins.get(place, ())] for place in alone]
        return sorted(groups, key=itemgetter(0))

    def _groups(self, threshold: float, floor: float, jobs: int, told: Told | None) -> list[list[int]]:
        """The groups of two names or more, twins left out."""
        links = self._linked(floor, jobs, told)

        def score(a: int, b: int) -> float:
            return scored(self._at(a), self._at(b))

        groups = grouped(links, len(self), threshold, floor, score)
        distinct = sum(first == place for place, first in enumerate(self._names.firsts))
        mender = Mender(self._at, self.tables, threshold, floor)
        return mended(groups, distinct, links.slips, threshold, mender.fits)

    def pairs(
        self, floor: float = WORTH, *, jobs: int = 1, told: Told | None = None
    ) -> Iterator[tuple[int, int, float]]:
        """Every pair of names near enough to tell, with its score.

        Names written alike are paired with the first of them only, and it alone with others. Pairs below
        `floor` (a score, 0 to 1) are left out. Raises InputError for another `floor`, or `jobs` below 1.

        >>> index = Index(["Dmitry Peskov", "Dmitri Peskow"], "person")
        >>> [(one, other) for one, other, score in index.pairs() if score > 0.9]
        [(0, 1)]
        """
        for place, first in enumerate(self._names.firsts):
            if first != place:
                yield first, place, _TWINS
        yield from self._linked(floor, jobs, told)

    def save(self, path: str | Path) -> None:
        """Write the index to a file, whole or not at all, for `Index.load`.

        Raises OSError where the file cannot be written; the one before it then stays as it was.

        >>> from tempfile import TemporaryDirectory
        >>> with TemporaryDirectory() as folder:
        ...     Index(["Dmitry Peskov"], "person").save(f"{folder}/people")
        ...     len(Index.load(f"{folder}/people"))
        1
        """
        self._postings.settle()
        names, header = self._names, {"kind": self.kind, "how": self._how}
        bodies, numbers = (names.lines.whole(), names.sketches.whole()), (names.firsts, names.homes)
        write(path, header, self.tables, bodies, numbers, self._postings.shelves)

    @classmethod
    def load(cls, path: str | Path, *, tables: Tables | None = None) -> Index:
        """Open an index that was saved; it is mapped into memory, not read.

        Raises TableError where it was made with other tables, InputError where the file is no index, one of
        another version of translit, or damaged; what is damaged further in is told when it is asked for.

        >>> from tempfile import TemporaryDirectory
        >>> with TemporaryDirectory() as folder:
        ...     Index(["Dmitry Peskov"], "person").save(f"{folder}/people")
        ...     Index.load(f"{folder}/people")[0].canonical
        'Dmitry Peskov'
        """
        tables = tables or built_in()
        mapped = Mapped(path, tables)
        index = cls((), mapped.header["kind"], tables=tables, **mapped.header["how"])
        index._names = Names(mapped)
        index._postings = Postings(mapped.shelves, mapped.check_shelf)
        return index

    def _explained(self, text: str) -> Reading:
        return explain(text, self.kind, tables=self.tables, **self._how)

    def _unfold(self, place: int) -> Prepared:
        """The name at a place, ready to be compared; a number of them are kept ready."""
        return prepare(self[place], self.tables)

    def _linked(self, floor: float, jobs: int, told: Told | None) -> Links:
        """The pairs of names that share a block and score at least `floor`; kept until a name is added."""
        need_score("floor", floor)
        need_jobs(jobs)
        if self._links is None or self._links[0] != floor:
            self._links = floor, links_of(self._names, self._postings, self._at, floor, jobs, told)
        return self._links[1]
