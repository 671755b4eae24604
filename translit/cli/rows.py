"""The way of a table through a command: read, judged row by row, written, counted."""

from __future__ import annotations

import contextlib
import os
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from types import TracebackType
from typing import Any, NamedTuple

from translit.cli.intake import Source, open_source
from translit.cli.outfile import binary_out, need_place, text_out
from translit.cli.records import Record
from translit.cli.writers import (
    CsvWriter,
    JsonWriter,
    ParquetWriter,
    TableWriter,
    Writer,
    XlsxWriter,
    reject_writer,
)
from translit.errors import InputError

__all__ = [
    "Item",
    "Progress",
    "Reject",
    "Tally",
    "chunks",
    "judged",
    "opened",
    "rejects",
    "say",
    "writer",
]

_CHUNK = 2000
_FORMATS = ("csv", "tsv", "jsonl", "table", "parquet", "xlsx")
_ENDINGS = {".csv": "csv", ".tsv": "tsv", ".tab": "tsv", ".jsonl": "jsonl", ".ndjson": "jsonl",
            ".parquet": "parquet", ".pq": "parquet", ".xlsx": "xlsx"}  # fmt: skip


Reject = Callable[[Record, str], None]


def say(note: str) -> None:
    """A word for the user, on standard error."""
    print(f"translit: {note}", file=sys.stderr, flush=True)


def opened(file: str | None, options: Mapping[str, Any], *, asked: bool = True) -> Source:
    """The table a command is given, opened as its options say; `asked`: a column was asked for.

    Where its answers cannot go is told before the work, which may take long.
    """
    _need_own_file(options.get("reject"), file, options.get("output"))
    for place in (options.get("output"), options.get("reject")):
        if place not in (None, "-"):
            need_place(place)
    return open_source(
        file,
        layout=options["input_format"] or "",
        encoding=options["encoding"],
        delimiter=options["delimiter"],
        titled=not options.get("no_header"),
        asked=asked,
        sheet=options["sheet"],
        say=say,
    )


def _need_own_file(reject: str | None, source: str | None, output: str | None) -> None:
    """Refuse a file for the bad rows that is the source, whose place it would take, or the output's."""
    if reject is None or (Path(reject).exists() and not Path(reject).is_file()):
        return
    place = os.path.realpath(reject)
    for other, told in ((source, "the input"), (output or "-", "where the rows go")):
        if other is not None and os.path.realpath(other) == place:
            raise InputError(f"--reject {reject}: this is {told}; name another file")


def _fault_of(record: Record, width: int) -> str:
    """What is wrong with a row, "" where nothing is; empty cells too many are no fault.

    >>> _fault_of(Record(2, ["a", "b"], "a,b"), 3)
    '2 cells where the header names 3'
    """
    if record.fault:
        return record.fault
    count = len(record.cells)
    if count == width or not count or (count > width and not any(record.cells[width:])):
        return ""
    return f"{count} cells where the header names {width}"


def chunks(records: Iterable[Any], size: int = _CHUNK) -> Iterator[list[Any]]:
    """The records in lists of some length."""
    source = iter(records)
    while chunk := list(islice(source, size)):
        yield chunk


@dataclass(slots=True)
class Tally:
    """How many rows came to what, and an example of each."""

    rows: int = 0
    counts: Counter[str] = field(default_factory=Counter)
    examples: dict[str, str] = field(default_factory=dict)
    reasons: list[str] = field(default_factory=list)

    def count(self, status: str, text: str) -> None:
        """Count a row."""
        self.counts[status] += 1
        if status not in self.examples and text:
            self.examples[status] = text

    def reject(self, record: Record, fault: str) -> None:
        """Count a rejected row and keep the first few reasons."""
        self.counts["rejected"] += 1
        if len(self.reasons) < 3:
            self.reasons.append(f"line {record.line}: {fault}")

    def summary(self, statuses: tuple[str, ...] = ("ok", "ambiguous", "unknown")) -> str:
        """One line: how many rows, and how many of each kind."""
        parts = [f"{self.counts[status]:,} {status}" for status in (*statuses, "rejected")]
        parts += [f"{self.counts['blank']:,} blank"] if self.counts["blank"] else []
        return f"{self.rows:,} row{'' if self.rows == 1 else 's'}: {', '.join(parts)}"

    @property
    def code(self) -> int:
        """The exit code: 1 where rows were rejected."""
        return 1 if self.counts["rejected"] else 0


@contextlib.contextmanager
def rejects(path: str | None) -> Iterator[Reject]:
    """A file for the rejected rows, written whole or not at all; nothing where none is asked for."""
    if path is None:
        yield lambda record, fault: None
        return
    with text_out(path) as out:
        table = reject_writer(out)
        yield lambda record, fault: table.writerow(
            [record.line, fault, record.raw or "\t".join(record.cells)]
        )


class Item(NamedTuple):
    """A record, its fault ("" for none), and whether its cells can be read all the same."""

    record: Record
    fault: str
    readable: bool


def judged(source: Source, errors: str, tally: Tally, reject: Reject) -> Iterator[Item]:
    """Every record that goes on, with its fault; the others are counted and put aside.

    `errors` is "keep" (a bad row stays in its place), "skip" (it is left out) or "fail".
    """
    width = len(source.header)
    for record in source.records:
        fault = _fault_of(record, width)
        tally.rows += 1
        if fault:
            if errors == "fail":
                raise InputError(f"{source.name}:{record.line}: {fault}; nothing was written (--errors fail)")
            tally.reject(record, fault)
            reject(record, fault)
            if errors == "skip":
                continue
        short = len(record.cells) < width and not record.fault
        yield Item(record, fault, not fault or short)


@contextlib.contextmanager
def writer(source: Source, added: list[str], options: Mapping[str, Any]) -> Iterator[Writer]:
    """A writer of the format asked for, or told by the output's name, or that of the source.

    Where a bad row is to end the run (``--errors fail``), nothing goes out before all are read.
    """
    layout, path, whole = options["layout"], options["output"], options["errors"] == "fail"
    chosen = layout or _ENDINGS.get(Path(path).suffix.lower() if path else "", "") or source.format
    if chosen not in _FORMATS or (chosen in ("parquet", "xlsx") and not path and not layout):
        chosen = "csv"
    if chosen in ("parquet", "xlsx"):
        if path in (None, "-") and sys.stdout.isatty():
            raise InputError(f"--format {chosen} is not for a terminal; add -o FILE.{chosen}")
        with binary_out(path, whole) as target:
            packed = (
                ParquetWriter(target, source, added)
                if chosen == "parquet"
                else XlsxWriter(target, source, added)
            )
            yield packed
            packed.close()
        return
    with text_out(path, whole) as out:
        made = _text_writer(chosen, source, added, out, layout)
        yield made
        made.close()


def _text_writer(chosen: str, source: Source, added: list[str], out: Any, layout: str | None) -> Writer:
    if chosen == "jsonl":
        return JsonWriter(out, source, added)
    if chosen == "table":
        return TableWriter(out, source, added)
    own = source.dialect.delimiter if source.format == chosen else ""
    delimiter = "\t" if chosen == "tsv" else "," if layout or not own else own
    return CsvWriter(out, source, added, delimiter, same=own == delimiter)


class Progress:
    """A bar on standard error, where that is a terminal and the work takes more than a second."""

    def __init__(self, source: Source, quiet: bool) -> None:
        self._stream = source.stream
        self._shown = not quiet and sys.stderr.isatty()
        self._began = time.monotonic()
        self._bar: Any = None
        self._task: Any = None

    def __enter__(self) -> Progress:
        return self

    def step(self, rows: int) -> None:
        """Tell how many rows are done."""
        if not self._shown or time.monotonic() - self._began < 1:
            return
        if self._bar is None:
            self._start()
        done = self._stream.done if self._stream else rows
        self._bar.update(self._task, completed=done, rows=f"{rows:,} rows")

    def _start(self) -> None:
        from rich.console import Console
        from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn

        columns = (TextColumn("{task.fields[rows]}"), BarColumn(), TimeRemainingColumn())
        self._bar = Progress(*columns, console=Console(stderr=True), transient=True)
        self._bar.start()
        size = self._stream.size if self._stream else 0
        self._task = self._bar.add_task("", total=size or None, rows="")

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._bar is not None:
            self._bar.stop()
