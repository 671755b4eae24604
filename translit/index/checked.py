"""A file that knows its own bytes: sums of its pieces stand at its end, a piece is summed when first read.

So an index of any size is opened at once, and no byte of it is believed that is not as it was written.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable
from typing import Any
from zlib import crc32

from translit.errors import InputError

__all__ = ["Check", "Checked", "Summed"]

Check = Callable[[int, int], None]

_PIECE = 1 << 16
_SUM = 4


class Summed:
    """What is written to a file, and the CRC-32 of every piece of it, which `end` writes behind.

    >>> from io import BytesIO
    >>> file = Summed(BytesIO())
    >>> file.write(b"name"), file.tell()
    (4, 4)
    """

    def __init__(self, file: Any) -> None:
        self._file = file
        self._sums: list[int] = []
        self._at = self._sum = 0

    def write(self, data: Any) -> int:
        """Write and sum."""
        view = memoryview(data).cast("B")
        self._file.write(view)
        begin = 0
        while begin < len(view):
            some = view[begin : begin + _PIECE - self._at % _PIECE]
            self._sum = crc32(some, self._sum)
            self._at += len(some)
            begin += len(some)
            if self._at % _PIECE == 0:
                self._close()
        return len(view)

    def tell(self) -> int:
        """How much has been written."""
        return self._at

    def _close(self) -> None:
        self._sums.append(self._sum)
        self._sum = 0

    def end(self) -> None:
        """Write the sums, and the sum of these."""
        if self._at % _PIECE:
            self._close()
        table = b"".join(one.to_bytes(_SUM, "little") for one in self._sums)
        self._file.write(table + crc32(table).to_bytes(_SUM, "little"))


class Checked:
    """The pieces of such a file.

    >>> from io import BytesIO
    >>> made = BytesIO()
    >>> file = Summed(made)
    >>> file.write(b"a name, and another"), file.end()
    (19, None)
    >>> whole = made.getvalue()
    >>> Checked("names", memoryview(whole)).check(0, 19)
    >>> Checked("names", memoryview(whole.replace(b"name", b"mane"))).check(0, 4)
    Traceback (most recent call last):
        ...
    translit.errors.InputError: names: bytes 0 to 18 are not as they were written; save the index anew
    """

    def __init__(self, path: object, view: memoryview) -> None:
        self._path, self._view = path, view
        pieces = max(-(-(len(view) - _SUM) // (_PIECE + _SUM)), 0)
        self.size = len(view) - _SUM * (pieces + 1)
        table = view[self.size : -_SUM] if self.size > 0 else view[:0]
        if self.size <= 0 or crc32(table).to_bytes(_SUM, "little") != view[-_SUM:]:
            raise InputError(f"{path}: the file is cut short or damaged; save the index anew")
        self._sums = array(
            "I", [int.from_bytes(table[at : at + _SUM], "little") for at in range(0, len(table), _SUM)]
        )
        self._known = bytearray(pieces)

    def check(self, begin: int, end: int) -> None:
        """Raises InputError where a byte from `begin` to before `end` is not as it was written."""
        for piece in range(begin // _PIECE, -(-end // _PIECE)):
            if not self._known[piece]:
                first, last = piece * _PIECE, min((piece + 1) * _PIECE, self.size)
                if crc32(self._view[first:last]) != self._sums[piece]:
                    raise InputError(
                        f"{self._path}: bytes {first} to {last - 1} are not as they were written; "
                        "save the index anew"
                    )
                self._known[piece] = 1
