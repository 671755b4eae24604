"""The names of an index in memory: a line of bytes each, of which Readings are made when asked for."""

from __future__ import annotations

from array import array
from collections.abc import Iterable

from translit.index.file import Mapped

__all__ = ["Known", "Names"]

_FREE = 0xFFFFFFFF
_HASH = 0xFFFFFFFFFFFFFFFF


class Names:
    """Lines by their place: first those of a mapped file, then those added since.

    `firsts` holds for each place the first one of the same name, `homes` the number names lie near
    each other by. A twin has an empty line.

    >>> names = Names()
    >>> names.add(b"one", 0, 7), names.add(b"", 0, 7), names.line(0)
    (0, 1, b'one')
    """

    def __init__(self, mapped: Mapped | None = None) -> None:
        self._mapped = mapped
        self._below = len(mapped) if mapped else 0
        self._lines = bytearray()
        self._begins = array("Q", [0])
        self.firsts = array("I", mapped.firsts if mapped else ())
        self.homes = array("I", mapped.homes if mapped else ())

    def __len__(self) -> int:
        return len(self.firsts)

    def add(self, line: bytes, first: int, home: int) -> int:
        """Keep a line and say at which place."""
        self._lines += line
        self._begins.append(len(self._lines))
        self.firsts.append(first)
        self.homes.append(home)
        return len(self.firsts) - 1

    def line(self, place: int) -> bytes:
        """The line of a name that is the first of its twins."""
        if self._mapped is not None and place < self._below:
            return self._mapped.line(place)
        place -= self._below
        return bytes(self._lines[self._begins[place] : self._begins[place + 1]])

    def lines(self) -> Iterable[bytes]:
        """Every line, those of twins empty."""
        return (self.line(place) for place in range(len(self)))


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
