"""Answers for the cells of columns: each distinct text is read once, in this process or in several."""

from __future__ import annotations

import gc
import marshal
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Executor, Future
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import islice
from typing import Any, NamedTuple

from translit.memory import forget
from translit.nouns import Reading
from translit.tables import Tables, built_in

__all__ = ["Answer", "Answerer", "How", "Key", "each", "in_order", "reading_of", "tables_of", "workers"]

_ROOM = 1 << 18  # some hundred megabytes of answers
_PLAIN = 2  # the form of marshal that remembers no strings
_BATCH = 250
_LONGEST = 300  # letters; what is longer is no name
_FAILED = "failed"
_FRESH = 6_000  # cells after which a helper forgets the words it has met: they seldom come again
_LARGE = 4096  # what a cache holds that is of words, not of tables
_WORDS: list[Any] = []  # the caches of words, found before helpers are made
_SELDOM = (200_000, 50, 1000)  # objects made before garbage is looked for: readings hold no circles
# Names that between them ask for all that is read from the tables, by their kind.
_READY = {
    "person": ("Wjatscheslaw Sergejewitsch Zhyrmbov", "Khalid Mshaal al-Tikriti", "Андрея Волка",
               "سيرغي ألكسندروفيتش", "عبد الرحمن المطيري", "John Smith"),
    "place": ("Deir ez-Zor", "Аксайский район"),
}  # fmt: skip

_Cache = type(lru_cache(lambda: None))
Key = tuple[str, str]


class Answer(NamedTuple):
    """What stands in the added columns of one cell."""

    canonical: str = ""
    native: str = ""
    kind: str = ""
    origin: str = ""
    key: str = ""
    confidence: float = 0.0
    status: str = "unknown"


@dataclass(frozen=True, slots=True)
class How:
    """How a column is read: what every call of the library is given.

    `usual` is the order most names of the column have; it decides where a name can be read both ways.
    """

    kind: str | None = None
    order: str = "auto"
    scheme: str | None = None
    style: str = "exonym"
    within: str | None = None
    tables: tuple[str, ...] = ()
    usual: str = "auto"


def tables_of(files: tuple[str, ...]) -> Tables | None:
    """The built-in tables (None) or those with a user's own files before them, made once."""
    if not files:
        return None
    if files not in _OWN:
        _OWN[files] = built_in().extended(*files)
    return _OWN[files]


_OWN: dict[tuple[str, ...], Tables] = {}


def reading_of(text: str, how: How, within: str = "") -> Reading:
    """The Reading of one cell; `within`, the cell of another column, is passed over if it names no place."""
    if within and not _lies(within):
        within = ""
    found = _read(text, how, within, how.order)
    both_ways = how.order == "auto" != how.usual and found.status == "ambiguous" and found.kind == "person"
    return _read(text, how, within, how.usual) if both_ways else found


@lru_cache(maxsize=4096)
def _lies(within: str) -> bool:
    """True for what names a country or a unit."""
    from translit.canon import explain
    from translit.errors import InputError

    try:
        explain("a", "place", within=within)
    except InputError:
        return False
    return True


def _read(text: str, how: How, within: str, order: str) -> Reading:
    from translit.canon import explain

    return explain(
        text,
        how.kind,  # type: ignore[arg-type]
        scheme=how.scheme,
        style=how.style,
        within=within or how.within,
        order=order,
        tables=tables_of(how.tables),
    )


def _answer(text: str, within: str, how: How) -> Answer:
    """The answer for one cell; a reader that breaks down is a fault of the row, not of the run."""
    if not text.strip():
        return Answer(kind=how.kind or "")
    if len(text) > _LONGEST:
        return Answer(canonical=" ".join(text.split()), kind=how.kind or "")
    try:
        found = reading_of(text, how, within)
    except (ArithmeticError, AttributeError, LookupError, RecursionError, TypeError, ValueError) as error:
        from translit.errors import TranslitError

        if isinstance(error, TranslitError):
            raise
        return Answer(canonical=text, origin=f"{type(error).__name__}: {error}", status=_FAILED)
    return Answer(
        found.canonical,
        found.native or "",
        found.kind or "",
        found.origin or "",
        found.key,
        round(found.confidence, 2),
        found.status,
    )


def _answers(keys: Sequence[Key], how: How) -> list[bytes]:
    """What a helper process does: its answers, packed; now and then it forgets the words it has met."""
    global _met
    _met += len(keys)
    if _met > _FRESH:
        _met = 0
        for cache in _WORDS:
            cache.cache_clear()
        forget()
    return [_packed(_answer(text, within, how)) for text, within in keys]


_met = 0


def _packed(answer: Answer) -> bytes:
    """An answer in a tenth of its room."""
    return marshal.dumps(tuple(answer), _PLAIN)


class Answerer:
    """The answers of one column; the last ones are remembered, packed, in bounded room.

    `room` is how many are kept for certain; up to twice as many are.
    """

    def __init__(self, how: How, pool: Executor | None = None, room: int = _ROOM) -> None:
        self.how = how
        self._pool = pool
        self._room = room
        self._young: dict[Key | str, bytes] = {}
        self._old: dict[Key | str, bytes] = {}
        self._asked: set[Key] = set()

    def turn(self, order: str) -> None:
        """Read names that can be read both ways in this order from now on."""
        self.how = replace(self.how, usual=order)

    def answer(self, key: Key) -> Answer:
        """The answer for a text and what it lies within."""
        mark = key if key[1] else key[0]
        found = self._young.get(mark)
        if found is None:
            found = self._old.get(mark) or _packed(_answer(*key, self.how))
            self._keep(mark, found)
        return Answer._make(marshal.loads(found))

    def _keep(self, mark: Key | str, answer: bytes) -> None:
        """Remember an answer; when the room is full the older half goes."""
        if len(self._young) >= self._room:
            self._old, self._young = self._young, {}
        self._young[mark] = answer

    def _new(self, key: Key) -> bool:
        """True for what is neither known nor being asked."""
        mark = key if key[1] else key[0]
        return mark not in self._young and mark not in self._old and key not in self._asked

    def send(self, keys: Iterable[Key]) -> list[tuple[list[Key], Future[list[bytes]]]]:
        """Hand the texts not known yet to the helpers, if there are any."""
        if self._pool is None:
            return []
        new = [key for key in dict.fromkeys(keys) if self._new(key)]
        self._asked.update(new)
        batches = [new[at : at + _BATCH] for at in range(0, len(new), _BATCH)]
        return [(batch, self._pool.submit(_answers, batch, self.how)) for batch in batches]

    def receive(self, sent: list[tuple[list[Key], Future[list[bytes]]]]) -> None:
        """Take in what the helpers found."""
        for batch, future in sent:
            for key, answer in zip(batch, future.result(), strict=True):
                self._keep(key if key[1] else key[0], answer)
            self._asked.difference_update(batch)


def workers(jobs: int, hows: Iterable[How] = ()) -> Executor | None:
    """The helper processes, None where one process does the work.

    What reading `hows` needs of the tables is read before, so that forked helpers share it.
    """
    if jobs < 2:
        return None
    from concurrent.futures import ProcessPoolExecutor

    for how in dict.fromkeys(hows):
        for text in _READY.get(how.kind or "", sum(_READY.values(), ())):
            _answer(text, "", how)
        if how.kind != "person":
            for table in built_in().names("place/at"):
                built_in().row(table, 2)
    gc.unfreeze()
    _WORDS[:] = [
        one
        for one in gc.get_objects()
        if isinstance(one, _Cache) and (one.cache_parameters()["maxsize"] or 0) >= _LARGE
    ]
    gc.freeze()
    return ProcessPoolExecutor(jobs, initializer=_undisturbed)


def _undisturbed() -> None:
    """Seek garbage seldom; leave Ctrl-C to the process that is asked, with which a helper ends."""
    gc.set_threshold(*_SELDOM)
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def each(work: Callable[[Any], Any], things: Iterable[Any], jobs: int) -> Iterator[Any]:
    """What a work makes of each thing, in the order of the things, a bounded part at once."""
    pool = workers(jobs)
    if pool is None:
        yield from map(work, things)
        return
    rest = iter(things)
    with pool:
        while part := list(islice(rest, _BATCH * 4 * jobs)):
            yield from pool.map(work, part, chunksize=_BATCH)


def in_order(
    chunks: Iterable[list[Any]],
    answerers: Sequence[Answerer],
    keys: Callable[[Any, int], Key],
    ahead: int,
) -> Iterator[list[Any]]:
    """The chunks in their order, each when its answers are known; `ahead` are worked on at once."""
    waiting: deque[tuple[list[Any], list[Any]]] = deque()
    for chunk in chunks:
        sent = [
            answerer.send(keys(item, number) for item in chunk) for number, answerer in enumerate(answerers)
        ]
        waiting.append((chunk, sent))
        if len(waiting) > ahead:
            yield _finished(waiting.popleft(), answerers)
    while waiting:
        yield _finished(waiting.popleft(), answerers)


def _finished(waiting: tuple[list[Any], list[Any]], answerers: Sequence[Answerer]) -> list[Any]:
    """A chunk whose answers have all come in."""
    chunk, sent = waiting
    for answerer, futures in zip(answerers, sent, strict=True):
        answerer.receive(futures)
    return chunk
