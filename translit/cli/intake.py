"""Opening what the user gives: CSV, TSV, JSON Lines, plain lines, Parquet, XLSX."""

from __future__ import annotations

import importlib
import io
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path
from types import ModuleType
from typing import Any

from translit.cli.dialect import Dialect, delimiter_of, named, sniff
from translit.cli.encoding import known, signature
from translit.cli.records import Record, json_object, json_records, plain_records, text_of, text_records
from translit.cli.stream import Stream, open_input
from translit.errors import InputError

__all__ = ["NAMES", "Source", "extra", "open_source"]

_ENDINGS = {
    ".csv": "csv", ".tsv": "tsv", ".tab": "tsv", ".jsonl": "jsonl", ".ndjson": "jsonl",
    ".txt": "lines", ".parquet": "parquet", ".pq": "parquet", ".xlsx": "xlsx", ".xlsm": "xlsx",
}  # fmt: skip
NAMES = frozenset(
    [
        "name",
        "names",
        "full_name",
        "fullname",
        "full-name",
        "person",
        "place",
        "text",
        "title",
        "имя",
        "имена",
        "фио",
        "название",
        "الاسم",
        "اسم",
    ]
) | {"full name", "ф.и.о."}


@dataclass(slots=True)
class Source:
    """A table to read: the names of its columns, its rows, and how it was written.

    `titled` is False where the file has no line of column names. `first` is that line untouched.
    """

    name: str
    format: str
    header: list[str]
    records: Iterator[Record]
    dialect: Dialect = field(default_factory=lambda: Dialect(","))
    titled: bool = True
    first: str = ""
    stream: Stream | None = None
    schema: Any = None


def open_source(
    path: str | None,
    *,
    layout: str = "",
    encoding: str | None = None,
    delimiter: str | None = None,
    titled: bool = True,
    asked: bool = False,
    sheet: str | None = None,
    say: Callable[[str], None] = lambda note: None,
) -> Source:
    """Open a file or standard input as a table.

    `layout` is a format, "" to find it out; `asked` says that a column was asked for, so that
    lines without delimiter are a table of one column and not plain lines. Notes go to `say`.
    """
    source, name, size = open_input(path)
    stream = Stream(source, name, size, known(encoding) if encoding else None, say)
    layout = layout or signature(stream.head) or _by_name(path) or _by_look(stream)
    if sheet is not None and layout != "xlsx":
        raise InputError(f"{name}: this is no Excel file, and has no sheet {sheet!r}; leave out --sheet")
    if layout == "parquet":
        return _parquet(stream)
    if layout == "xlsx":
        return _xlsx(stream, sheet, titled)
    if layout == "jsonl":
        return _json_lines(stream)
    if layout != "lines" and (told := named(stream.sample())):
        say(f"{name}: its first line, 'sep={told}' names the delimiter; it is not written again")
        delimiter, stream.passed = delimiter or told, 1
    dialect = _dialect(stream, layout, delimiter)
    if layout == "lines" and not asked and delimiter is None:
        return _plain(stream)
    if not layout and not asked and delimiter is None and _is_list(stream, dialect):
        return _plain(stream)
    return _text(stream, layout, dialect, titled)


def _by_name(path: str | None) -> str:
    """The format a file's name tells of."""
    return _ENDINGS.get(Path(path).suffix.lower(), "") if path else ""


def _by_look(stream: Stream) -> str:
    """The format the first line tells of, "" for text."""
    start = stream.head.lstrip(b"\xef\xbb\xbf \t\r\n")[:2]
    if start[:1] == b"{":
        return "jsonl"
    if start[:1] == b"[":
        raise InputError(
            f"{stream.name}: this is one JSON array; make it JSON Lines: jq -c '.[]' FILE | translit …"
        )
    return ""


def _dialect(stream: Stream, layout: str, delimiter: str | None) -> Dialect:
    """The dialect of a text: as asked, else by the look of its beginning."""
    given = delimiter_of(delimiter) if delimiter else ("\t" if layout == "tsv" else "")
    return sniff(stream.sample(), given)


def _is_list(stream: Stream, dialect: Dialect) -> bool:
    """True for one name on each line, "Surname, Given" among them."""
    sample = stream.sample()
    if not sample:
        return True
    first = [cell.strip().strip('"').lower() for cell in sample[0].split(dialect.delimiter or "\0")]
    if NAMES.intersection(first):
        return False
    if dialect.delimiter == ",":
        return all(", " in line or "," not in line for line in sample[:100]) and len(first) < 3
    return not dialect.delimiter


def _plain(stream: Stream) -> Source:
    return Source(
        stream.name, "lines", ["text"], plain_records(stream.lines()), Dialect(""), True, "text", stream
    )


def _text(stream: Stream, layout: str, dialect: Dialect, titled: bool) -> Source:
    """A CSV or TSV, its first row naming the columns where it is `titled`."""
    layout = "tsv" if dialect.delimiter == "\t" or layout == "tsv" else "csv"
    records = text_records(stream.lines(), dialect, stream.passed)
    top = next((record for record in records if record.cells), None)
    if top is None:
        return Source(stream.name, layout, [], iter(()), dialect, titled, "", stream)
    if titled:
        header = [cell.strip() for cell in top.cells]
        return Source(stream.name, layout, header, records, dialect, True, top.raw, stream)
    header = [str(number) for number in range(1, len(top.cells) + 1)]
    return Source(stream.name, layout, header, chain([top], records), dialect, False, "", stream)


def _json_lines(stream: Stream) -> Source:
    """A JSON Lines file; its columns are the keys of the objects it begins with."""
    header: dict[str, None] = {}
    for line in stream.sample():
        found, _ = json_object(line.strip()) if line.strip() else (None, "")
        header.update(dict.fromkeys(found or ()))
    columns = list(header)
    return Source(stream.name, "jsonl", columns, json_records(stream.lines(), columns), stream=stream)


def extra(module: str, what: str, package: str) -> ModuleType:
    """A package that only one format needs; InputError with the command where it is missing."""
    try:
        return importlib.import_module(module)
    except ImportError as error:
        raise InputError(
            f"{what} needs {package}, which is not installed; install it: pip install {package}"
        ) from error


def _whole(stream: Stream) -> Any:
    """Something that can be sought in: the file itself, or all of standard input."""
    if stream.size:
        stream.source.seek(0)
        return stream.source
    return io.BytesIO(stream.head + stream.source.read())


def _parquet(stream: Stream) -> Source:
    """A Parquet file, read in batches."""
    parquet = extra("pyarrow.parquet", "Parquet", "pyarrow")
    errors = extra("pyarrow", "Parquet", "pyarrow").ArrowException
    try:
        file = parquet.ParquetFile(_whole(stream))
    except (errors, OSError) as error:
        raise InputError(f"{stream.name}: this is no sound Parquet file: {error}") from error

    def records() -> Iterator[Record]:
        number = 0
        for batch in file.iter_batches(batch_size=2000):
            for values in zip(*(column.to_pylist() for column in batch.columns), strict=True):
                number += 1
                yield Record(number, [text_of(value) for value in values], "", "", values)

    header = list(file.schema_arrow.names)
    return Source(stream.name, "parquet", header, records(), schema=file.schema_arrow)


def _xlsx(stream: Stream, sheet: str | None, titled: bool) -> Source:
    """A sheet of an Excel file, the first unless one is named."""
    excel = extra("openpyxl", "Excel", "openpyxl")
    try:
        book = excel.load_workbook(_whole(stream), read_only=True, data_only=True)
    except Exception as error:  # openpyxl raises whatever the broken zip or XML inside raises
        raise InputError(f"{stream.name}: this is no sound Excel file: {error}") from error
    if sheet is not None and sheet not in book.sheetnames:
        names = ", ".join(map(repr, book.sheetnames))
        raise InputError(f"{stream.name}: no sheet {sheet!r}; it has: {names}")
    rows = enumerate((book[sheet] if sheet else book.worksheets[0]).iter_rows(values_only=True), 1)
    records = (Record(line, [text_of(value) for value in values], "", "", values) for line, values in rows)
    top = next(records, None)
    if top is None:
        return Source(stream.name, "xlsx", [], iter(()), titled=titled)
    if titled:
        return Source(stream.name, "xlsx", top.cells, records)
    header = [str(number) for number in range(1, len(top.cells) + 1)]
    return Source(stream.name, "xlsx", header, chain([top], records), titled=False)
