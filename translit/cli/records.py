"""From lines to records: every row of a file with its place, its cells and what is wrong with it."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from translit.cli.dialect import Dialect
from translit.cli.stream import broken

__all__ = ["Record", "json_object", "json_records", "plain_records", "text_of", "text_records"]

_BREAK = re.compile("[\r\n]")
_LONGEST_CELL = 1000  # lines a quoted cell may run over before its quote counts as never closed
_LARGEST_CELL = 1 << 30  # letters that a cell may have; csv's own limit is less than an article


class Record(NamedTuple):
    """One row as it stood: its line, its cells, the untouched text, and a fault ("" for none).

    `values` are the cells with their types, for formats that have types.
    """

    line: int
    cells: list[str]
    raw: str
    fault: str = ""
    values: tuple[Any, ...] | dict[str, Any] | None = None


class _Lines:
    """Lines that can be given back, with their number."""

    def __init__(self, lines: Iterator[str], passed: int) -> None:
        self._lines = lines
        self._back: list[str] = []
        self.number = passed
        self.ended = False

    def __iter__(self) -> _Lines:
        return self

    def __next__(self) -> str:
        if self._back:
            line = self._back.pop()
        else:
            try:
                line = next(self._lines)
            except StopIteration:
                self.ended = True
                raise
        self.number += 1
        return line

    def give_back(self, lines: list[str]) -> None:
        """Take lines back, to be read again."""
        self._back.extend(reversed(lines))
        self.number -= len(lines)


def plain_records(lines: Iterator[str]) -> Iterator[Record]:
    """One record for each line of a plain text."""
    for number, line in enumerate(lines, 1):
        raw = line.rstrip("\r")
        fault = _unreadable(raw)
        yield Record(number, [raw], raw, fault)


def text_records(lines: Iterator[str], dialect: Dialect, passed: int = 0) -> Iterator[Record]:
    """One record for each row of a CSV or TSV, before which lines were passed by; quoted cells may hold
    line breaks.
    """
    source = _Lines(lines, passed)
    delimiter = dialect.delimiter or ","
    for line in source:
        if dialect.quotes and '"' in line:
            yield _quoted(line, source, delimiter)
            continue
        raw = line.rstrip("\r")
        cells = raw.split(delimiter) if dialect.delimiter else [raw]
        if dialect.quotes and ("\r" in raw or "\n" in raw):  # no line ends there, and none may seem to
            raw = delimiter.join([f'"{cell}"' if _BREAK.search(cell) else cell for cell in cells])
        yield Record(source.number, cells if raw else [], raw, _unreadable(raw))


def _quoted(line: str, source: _Lines, delimiter: str) -> Record:
    """The record that begins with a line holding a quote."""
    number, taken = source.number, [line]

    def feed() -> Iterator[str]:
        yield line + "\n"
        while len(taken) < _LONGEST_CELL:
            more = next(source, None)
            if more is None:
                return
            taken.append(more)
            yield more + "\n"

    def alone(cells: list[str], fault: str) -> Record:
        """The first line by itself; what was taken besides is read again."""
        source.give_back(taken[1:])
        source.ended = False
        return Record(number, cells, line.rstrip("\r"), fault)

    csv.field_size_limit(_LARGEST_CELL)
    try:
        cells = next(csv.reader(feed(), delimiter=delimiter, strict=False))
    except csv.Error as error:
        return alone([line], f"cannot be cut into cells: {error}")
    if len(taken) >= _LONGEST_CELL:
        fault = f"a quote is opened and not closed in {_LONGEST_CELL:,} lines"
        return alone(line.rstrip("\r").split(delimiter), fault)
    if len(taken) > 1 and _open(cells, taken, source):
        return alone(line.rstrip("\r").split(delimiter), "a quote is opened and never closed")
    raw = "\n".join(taken).rstrip("\r")
    fault = _unreadable(raw)
    if not fault and len(taken) == 1 and cells and cells[-1].endswith("\n"):
        fault = "a quote is opened and never closed"
        cells[-1] = cells[-1].rstrip("\r\n")
    return Record(number, cells, raw, fault)


def _open(cells: list[str], taken: list[str], source: _Lines) -> bool:
    """True where the file ended inside a quoted cell."""
    return source.ended and not taken[-1].rstrip("\r").endswith('"') and cells[-1].endswith("\n")


def _unreadable(raw: str) -> str:
    """The fault of a row with bytes that are not in the file's encoding."""
    if raw.isascii():
        return ""
    byte = broken(raw)
    return f"byte {byte} is not in the file's encoding" if byte else ""


def json_records(lines: Iterator[str], header: list[str]) -> Iterator[Record]:
    """One record for each object of a JSON Lines file, its cells in the order of `header`."""
    for number, line in enumerate(lines, 1):
        raw = line.strip()
        if not raw:
            yield Record(number, [], "")
            continue
        found, fault = json_object(raw)
        if found is None:
            yield Record(number, [raw], raw, fault)
            continue
        cells = [text_of(found.get(key)) for key in header]
        yield Record(number, cells, raw, _unreadable(raw), found)


def json_object(raw: str) -> tuple[dict[str, Any] | None, str]:
    """The object a line of JSON holds, or None and what is wrong."""
    try:
        found = json.loads(raw)
    except json.JSONDecodeError as error:
        return None, f"is not JSON: {error.msg} at letter {error.pos + 1}"
    except RecursionError:
        return None, "is nested too deep"
    return (found, "") if isinstance(found, dict) else (None, "is JSON but no object {…}")


def text_of(value: Any) -> str:
    """A typed cell as text: empty for None, JSON for lists and objects.

    >>> text_of(None), text_of(3.0), text_of("x"), text_of(["a"])
    ('', '3.0', 'x', '["a"]')
    """
    if isinstance(value, str):
        return value
    if value is None:
        return ""
    if isinstance(value, (list, dict)):
        return json.dumps(value, ensure_ascii=False, default=str)
    return str(value)
