"""An index in a file: a header, the names as lines of JSON, where each begins, and the postings.

    translit index 7 LF | length of the header, 8 bytes | header, JSON
    names (one line each) | padding | beginnings (8 bytes each)
    sketches | padding | beginnings (8 bytes each)
    first of its twins (4 bytes each) | homes (4 bytes each) | postings (8 bytes each)
    sums of all that (4 bytes for each piece of 64 KiB) | sum of the sums (4 bytes)

The file is mapped, not read: a name is parsed, and its piece summed, when a search comes upon it. Nothing in
it is run.
"""

from __future__ import annotations

import json
import mmap
import os
import sys
from array import array
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, Literal

from translit.errors import InputError, TableError
from translit.index.checked import Check, Checked, Summed
from translit.index.postings import SHELVES
from translit.tables import Tables

__all__ = ["Bytes", "Mapped", "write"]

Bytes = bytes | bytearray | memoryview
Body = tuple[Bytes, Sequence[int], Check]

_MAGIC = b"translit index "
_FORMAT = 7
_EIGHT = 8


def library_version() -> str:
    """The version of translit that is running."""
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version("translit-names")
    except PackageNotFoundError:
        return "checkout"


class Mapped:
    """An index file that is open for reading."""

    def __init__(self, path: str | Path, tables: Tables) -> None:
        self.path = Path(path)
        try:
            with self.path.open("rb") as file:
                self._bytes: mmap.mmap | bytes = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        except FileNotFoundError as error:
            raise InputError(
                f"{path}: no such index; make it with Index(names).save({str(path)!r})"
            ) from error
        except (ValueError, OSError) as error:
            raise InputError(f"{path}: cannot be read as an index ({error}); save it anew") from error
        self._first()
        view = memoryview(self._bytes)
        checked = Checked(path, view)
        self._check = checked.check
        self.header, start = self._head(tables)
        try:
            names = self.header["names"]
            self.lines, at = _lines(view, start, self.header["names_bytes"], names, self._check)
            self.sketches, at = _lines(view, at, self.header["sketches_bytes"], names, self._check)
            self._check(at, at + 8 * names)
            self.firsts = _numbers(view[at : at + 4 * names], "I")
            self.homes = _numbers(view[at + 4 * names : at + 8 * names], "I")
            at = _aligned(at + 8 * names)
            self.shelves: list[Sequence[int]] = []
            self._begins = [at]
            for count in self.header["shelves"]:
                self.shelves.append(_numbers(view[at : at + _EIGHT * count], "Q"))
                at += _EIGHT * count
                self._begins.append(at)
            whole = checked.size == at and len(self.shelves) == SHELVES
        except (KeyError, TypeError, ValueError, IndexError) as error:
            if isinstance(error, InputError):
                raise
            raise InputError(f"{path}: its header is damaged; save the index anew") from error
        if not whole:
            raise InputError(f"{path}: the file is cut short or damaged; save the index anew")

    def __len__(self) -> int:
        return len(self.firsts)

    def check_shelf(self, number: int) -> None:
        """Raises InputError where a shelf is not as it was written."""
        self._check(self._begins[number], self._begins[number + 1])

    def _first(self) -> int:
        """How long the first line is; refuses files of others."""
        first = self._bytes[: self._bytes.find(b"\n", 0, 40) + 1]
        if not first.startswith(_MAGIC) or not first[len(_MAGIC) : -1].isdigit():
            raise InputError(f"{self.path}: this is no index of translit; make one with Index(names).save(…)")
        if int(first[len(_MAGIC) :]) != _FORMAT:
            raise InputError(f"{self.path}: an index of format {first[len(_MAGIC) : -1].decode()}, this "
                             f"translit reads format {_FORMAT}; {self._again()}")  # fmt: skip
        return len(first)

    def _again(self) -> str:
        return f"make it anew from its names: Index(names).save({str(self.path)!r})"

    def _head(self, tables: Tables) -> tuple[dict[str, Any], int]:
        """The header and where the names begin; refuses what other tables and releases made."""
        at, again = self._first(), self._again()
        size = int.from_bytes(self._bytes[at : at + _EIGHT], "little")
        self._check(0, at + _EIGHT + size)
        try:
            header: dict[str, Any] = json.loads(self._bytes[at + _EIGHT : at + _EIGHT + size])
            made, tabled = header["library"], header["tables"]
        except (ValueError, KeyError, TypeError) as error:
            raise InputError(f"{self.path}: its header is damaged; {again}") from error
        if tabled != tables.version:
            raise TableError(
                f"{self.path}: made with tables {tabled}, these are {tables.version}; {again}, "
                "or load it with the tables it was made with: Index.load(path, tables=…)"
            )
        if made != library_version():
            raise InputError(f"{self.path}: made by translit {made}, this is {library_version()}; {again}")
        return header, at + _EIGHT + size


def _aligned(at: int) -> int:
    return -(-at // _EIGHT) * _EIGHT


def _lines(view: memoryview, at: int, size: int, count: int, check: Check) -> tuple[Body, int]:
    """So many lines of a file, where each begins, what checks them, and where what follows begins."""
    begins, end = _aligned(at + size), _aligned(at + size) + _EIGHT * (count + 1)
    check(begins, end)

    def check_lines(begin: int, end: int) -> None:
        check(at + begin, at + end)

    return (view[at : at + size], _numbers(view[begins:end], "Q"), check_lines), end


def _numbers(view: memoryview, code: Literal["I", "Q"]) -> Sequence[int]:
    """Little-endian numbers as a sequence, without a copy where the machine has that order too."""
    if sys.byteorder == "little":
        return view.cast(code)
    found = array(code, view.tobytes())
    found.byteswap()
    return found


def _out(numbers: Iterable[int], code: str, file: Summed) -> None:
    found = array(code, numbers)
    if sys.byteorder != "little":
        found.byteswap()
    file.write(found)


def write(
    path: str | Path,
    header: dict[str, Any],
    tables: Tables,
    bodies: Sequence[tuple[Bytes, Sequence[int]]],
    numbers: Sequence[Sequence[int]],
    shelves: Sequence[Sequence[int]],
) -> None:
    """Write an index file whole, or leave what was there before.

    `bodies` are the lines of the names and their sketches, `numbers` the first of each one's twins and the
    homes.
    """
    target = _target(path)
    part = target.with_name(f".{target.name}.{os.getpid()}.part")
    header = header | {
        "library": library_version(),
        "tables": tables.version,
        "names": len(numbers[0]),
        "names_bytes": len(bodies[0][0]),
        "sketches_bytes": len(bodies[1][0]),
        "shelves": [len(shelf) for shelf in shelves],
    }
    try:
        with part.open("wb") as out:
            _fill(Summed(out), header, bodies, numbers, shelves)
        part.replace(target)
    finally:
        part.unlink(missing_ok=True)


def _target(path: str | Path) -> Path:
    """Where an index is to be written; InputError where no file can be."""
    target = Path(os.path.realpath(path))
    if target.is_dir():
        raise InputError(f"{path}: this is a folder; name a file in it")
    if not target.parent.is_dir():
        raise InputError(f"{path}: no folder {str(target.parent)!r}; make it first")
    return target


def _fill(
    file: Summed,
    header: dict[str, Any],
    bodies: Sequence[tuple[Bytes, Sequence[int]]],
    numbers: Sequence[Sequence[int]],
    shelves: Sequence[Sequence[int]],
) -> None:
    """Write all that an index file has, with the sums of its pieces at the end."""
    text = json.dumps(header).encode()
    file.write(_MAGIC + b"%d\n" % _FORMAT + len(text).to_bytes(_EIGHT, "little") + text)
    for body, begins in bodies:
        file.write(body)
        _pad(file)
        _out(begins, "Q", file)
    for some in numbers:
        _out(some, "I", file)
    _pad(file)
    for shelf in shelves:
        _out(shelf, "Q", file)
    file.end()


def _pad(file: Summed) -> None:
    file.write(bytes(_aligned(file.tell()) - file.tell()))
