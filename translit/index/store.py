"""The names of an index in memory: a line of bytes each, of which Readings are made when asked for."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from typing import NamedTuple

from translit.index.checked import Check
from translit.index.file import Bytes, Mapped

__all__ = ["TWIN", "Filed", "Known", "Lines", "Names"]

_FREE = 0xFFFFFFFF
_HASH = 0xFFFFFFFFFFFFFFFF


class Filed(NamedTuple):
    """What is kept of a name: its line, its sketch, and the number of its surname's key."""

    line: bytes
    sketch: bytes
    home: int


TWIN = Filed(b"", b"", 0)


class Lines:
    """Lines of bytes by their place: first those of a mapped file, then those added since.

    >>> lines = Lines()
    >>> lines.add(b"one"), lines.add(b""), lines.line(0)
    (0, 1, b'one')
    """

    def __init__(self, body: Bytes = b"", begins: Sequence[int] = (0,), check: Check | None = None) -> None:
        self._mapped = body
        self._check = check
        self._mapped_begins = begins
        self._below = len(begins) - 1
        self._added = bytearray()
        self._begins = array("Q", [0])

    def __len__(self) -> int:
        return self._below + len(self._begins) - 1

    def add(self, line: bytes) -> int:
        """Keep a line and say at which place."""
        self._added += line
        self._begins.append(len(self._added))
        return len(self) - 1

    def line(self, place: int) -> bytes:
        """The line at a place."""
        if place < self._below:
            begin, end = self._mapped_begins[place], self._mapped_begins[place + 1]
            if self._check:
                self._check(begin, end)
            return bytes(self._mapped[begin:end])
        place -= self._below
        return bytes(self._added[self._begins[place] : self._begins[place + 1]])

    def whole(self) -> tuple[Bytes, Sequence[int]]:
        """All lines as one, and where each begins."""
        if not self._below:
            return self._added, self._begins
        if self._check:
            self._check(0, len(self._mapped))
            self._check = None
        if len(self._begins) == 1:
            return self._mapped, self._mapped_begins
        below = len(self._mapped)
        begins = array("Q", self._mapped_begins)
        begins.extend(below + begin for begin in self._begins[1:])
        return bytes(self._mapped) + self._added, begins


class Names:
    """The names of an index: the line of each, its sketch, and two numbers.

    `firsts` holds for each place the first one of the same name, `homes` the number names lie near
    each other by. A twin has an empty line and no sketch.

    >>> names = Names()
    >>> names.add(Filed(b"one", b"", 7), 0), names.add(TWIN, 0), names.lines.line(0)
    (0, 1, b'one')
    """

    def __init__(self, mapped: Mapped | None = None) -> None:
        self.lines = Lines(*mapped.lines) if mapped else Lines()
        self.sketches = Lines(*mapped.sketches) if mapped else Lines()
        self.firsts = array("I", mapped.firsts if mapped else ())
        self.homes = array("I", mapped.homes if mapped else ())

    def __len__(self) -> int:
        return len(self.firsts)

    def add(self, filed: Filed, first: int) -> int:
        """Keep a name and say at which place."""
        self.lines.add(filed.line)
        self.sketches.add(filed.sketch)
        self.homes.append(filed.home)
        self.firsts.append(first)
        return len(self.firsts) - 1


class Known:
    """At which place a mark stands: a table of hashes, twelve bytes a slot, some twenty-five a name.

    Two marks of one hash of 64 bits count as one, which happens in one of a million lists of a million.

    >>> known = Known()
    >>> known.place("a", 4), known.place("b", 5), known.place("a", 6)
    (4, 5, 4)
    """

    def __init__(self) -> None:
        self._count = 0
        self._clear(1 << 10)

    def _clear(self, size: int) -> None:
        self._places = array("I", [_FREE]) * size
        self._hashes = array("Q", [0]) * size

    def place(self, mark: object, new: int) -> int:
        """The place of a mark; `new`, under which it is kept from now on, where it had none."""
        number = hash(mark) & _HASH
        slot = self._slot(number)
        if self._places[slot] != _FREE:
            return self._places[slot]
        self._places[slot], self._hashes[slot] = new, number
        self._count += 1
        if self._count * 2 > len(self._places):
            self._grow()
        return new

    def _slot(self, number: int) -> int:
        """Where a hash is kept, or could be."""
        places, hashes, mask = self._places, self._hashes, len(self._places) - 1
        slot = number & mask
        while places[slot] != _FREE and hashes[slot] != number:
            slot = (slot + 1) & mask
        return slot

    def _grow(self) -> None:
        places, hashes = self._places, self._hashes
        self._clear(len(places) * 2)
        for place, number in zip(places, hashes, strict=True):
            if place != _FREE:
                slot = self._slot(number)
                self._places[slot], self._hashes[slot] = place, number
