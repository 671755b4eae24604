"""Writing rows with the columns added to them; the cells of the source are never touched.

Where a table goes out as it came in (CSV with the same delimiter, JSON Lines), the source's own
text is copied and the answers are set behind it, so that not even its quoting changes.
"""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Any, BinaryIO, Protocol, TextIO

from translit.cli.intake import Source, extra
from translit.cli.records import Record

__all__ = ["CsvWriter", "JsonWriter", "ParquetWriter", "TableWriter", "Writer", "XlsxWriter", "reject_writer"]

Cells = tuple[Any, ...]


class Writer(Protocol):
    """Takes the rows one by one; `close` writes what is still held back."""

    def row(self, record: Record, added: Cells) -> None:
        """Write a record and the cells added to it."""

    def close(self) -> None:
        """Write the rest."""


def _cell_text(value: Any) -> str:
    """An added cell as text: numbers with two places, nothing for None.

    >>> _cell_text(0.9), _cell_text("ok"), _cell_text(None)
    ('0.90', 'ok', '')
    """
    if isinstance(value, float):
        return f"{value:.2f}"
    return "" if value is None else str(value)


class CsvWriter:
    """CSV or TSV."""

    def __init__(self, out: TextIO, source: Source, added: list[str], delimiter: str, same: bool) -> None:
        self._out = out
        self._width = len(source.header)
        self._delimiter = delimiter
        self._quotes = not (same and not source.dialect.quotes)
        self._same = same
        self._tail = lru_cache(maxsize=1 << 14)(self._join)
        if source.titled and source.header:
            first = source.first if same and source.first else self._join(tuple(source.header))
            out.write(delimiter.join(filter(None, [first, self._join(tuple(added))])) + "\n")

    def row(self, record: Record, added: Cells) -> None:
        """Write a record; a short one is filled up, what is too many stands behind the added cells."""
        cells, width, delimiter = record.cells, self._width, self._delimiter
        if self._same and len(cells) == width:
            self._out.write(f"{record.raw}{delimiter}{self._tail(added)}\n")
        elif not cells:
            self._out.write("\n")
        else:
            own = (*cells[:width], *[""] * (width - len(cells)))
            pieces = [self._join(own), self._tail(added)]
            if len(cells) > width:
                pieces.append(self._join(tuple(cells[width:])))
            self._out.write(delimiter.join(pieces) + "\n")

    def _join(self, cells: Cells) -> str:
        """Cells as one piece of a line."""
        return self._delimiter.join([self._cell(_cell_text(cell)) for cell in cells])

    def _cell(self, text: str) -> str:
        if not self._quotes:
            return " ".join(text.split("\t")) if "\t" in text else text
        if self._delimiter in text or '"' in text or "\n" in text or "\r" in text:
            return '"' + text.replace('"', '""') + '"'
        return text

    def close(self) -> None:
        """Nothing is held back."""


class JsonWriter:
    """JSON Lines: one object for each row."""

    def __init__(self, out: TextIO, source: Source, added: list[str]) -> None:
        self._out = out
        self._header = source.header
        self._added = added
        self._json = source.format == "jsonl"

    def row(self, record: Record, added: Cells) -> None:
        """Write a record as an object, its own keys first."""
        extras = dict(zip(self._added, (None if cell == "" else cell for cell in added), strict=True))
        if self._json and not isinstance(record.values, dict):
            self._out.write(record.raw + "\n")
            return
        if self._json and record.raw.endswith("}"):
            tail = json.dumps(extras, ensure_ascii=False)
            lead = record.raw[:-1].rstrip()
            self._out.write(f"{lead}{'' if lead == '{' else ', '}{tail[1:]}\n")
            return
        values = record.values if isinstance(record.values, tuple) else tuple(record.cells)
        if not values:
            return
        own: dict[str, Any] = dict(zip(self._header, values, strict=False))
        if len(values) > len(self._header):
            own["_more"] = list(values[len(self._header) :])
        self._out.write(json.dumps({**own, **extras}, ensure_ascii=False, default=str) + "\n")

    def close(self) -> None:
        """Nothing is held back."""


_COLOURS = {"ok": "green", "ambiguous": "yellow", "unknown": "dim", "rejected": "red"}


class TableWriter:
    """A table for people, in pages of some hundred rows."""

    _PAGE = 500

    def __init__(self, out: TextIO, source: Source, added: list[str]) -> None:
        self._out = out
        self._header = source.header
        self._added = added
        self._shown = [at for at, name in enumerate(added) if not name.endswith("key")]
        self._rows: list[tuple[list[str], Cells]] = []

    def row(self, record: Record, added: Cells) -> None:
        """Hold a row until its page is full."""
        own = [*record.cells, *[""] * len(self._header)][: len(self._header)]
        self._rows.append((own, added))
        if len(self._rows) == self._PAGE:
            self.close()

    def close(self) -> None:
        """Print the page."""
        if not self._rows:
            return
        from rich.box import SIMPLE_HEAD
        from rich.console import Console
        from rich.table import Table
        from rich.text import Text

        console = Console(file=self._out) if self._out.isatty() else Console(file=self._out, width=240)
        table = Table(box=SIMPLE_HEAD, pad_edge=False, highlight=False)
        for name in [*self._header, *(self._added[at] for at in self._shown)]:
            table.add_column(name, overflow="fold")
        for own, added in self._rows:
            cells = [*own, *(_cell_text(added[at]) for at in self._shown)]
            status = next((cell for cell in reversed(cells) if cell in _COLOURS), "")
            table.add_row(*(Text(_isolated(cell)) for cell in cells), style=_COLOURS.get(status))
        console.print(table)
        self._rows.clear()


def _isolated(cell: str) -> str:
    """A cell with Arabic in it, kept from pulling its neighbours to its own direction."""
    flat = " ".join(cell.split())
    if any("\u0590" <= letter <= "\u08ff" for letter in flat):
        return flat + "\N{LEFT-TO-RIGHT MARK}"
    return flat


_NUMBERS = re.compile(r"(?:^|_)(?:confidence|score)(?:_\d+)?$")  # columns of numbers, also a second one


class ParquetWriter:
    """Parquet; the source's columns keep their types where it has types."""

    _PAGE = 20_000

    def __init__(self, out: BinaryIO, source: Source, added: list[str]) -> None:
        arrow = extra("pyarrow", "Parquet", "pyarrow")
        own = source.schema or arrow.schema([(name, arrow.string()) for name in source.header])
        fields = [(name, arrow.float64() if _NUMBERS.search(name) else arrow.string()) for name in added]
        self._arrow = arrow
        self._schema = arrow.schema([*own, *(arrow.field(*one) for one in fields)])
        self._typed = source.schema is not None
        self._width = len(source.header)
        self._file = extra("pyarrow.parquet", "Parquet", "pyarrow").ParquetWriter(out, self._schema)
        self._rows: list[Cells] = []

    def row(self, record: Record, added: Cells) -> None:
        """Hold a row until there are enough to write."""
        own: Sequence[Any] = record.cells
        if self._typed and isinstance(record.values, tuple):
            own = record.values
        own = (*own[: self._width], *[None] * (self._width - len(own)))
        texts = (cell if isinstance(cell, float) else (_cell_text(cell) or None) for cell in added)
        self._rows.append((*map(_legal, own), *texts))
        if len(self._rows) == self._PAGE:
            self._write()

    def _write(self) -> None:
        columns = zip(*self._rows, strict=True)
        arrays = [
            self._arrow.array(column, field.type) for column, field in zip(columns, self._schema, strict=True)
        ]
        self._file.write_table(self._arrow.Table.from_arrays(arrays, schema=self._schema))
        self._rows.clear()

    def close(self) -> None:
        """Write the last rows and the file's foot."""
        if self._rows:
            self._write()
        self._file.close()


class XlsxWriter:
    """An Excel file with one sheet of values."""

    def __init__(self, out: BinaryIO, source: Source, added: list[str]) -> None:
        self._out = out
        self._book = extra("openpyxl", "Excel", "openpyxl").Workbook(write_only=True)
        self._sheet = self._book.create_sheet("translit")
        self._width = len(source.header)
        if source.titled and source.header:
            self._sheet.append([*source.header, *added])

    def row(self, record: Record, added: Cells) -> None:
        """Write a row; letters that Excel cannot hold are left out."""
        values = record.values if isinstance(record.values, tuple) else tuple(record.cells)
        own = (*values[: self._width], *[None] * (self._width - len(values)))
        rest = values[self._width :]
        self._sheet.append([_legal(value) for value in (*own, *(cell or None for cell in added), *rest)])

    def close(self) -> None:
        """Pack the file."""
        packed = io.BytesIO()
        self._book.save(packed)
        self._out.write(packed.getvalue())


_CONTROL = {code: None for code in range(32) if code not in (9, 10, 13)} | dict.fromkeys(
    range(0xD800, 0xE000), "\N{REPLACEMENT CHARACTER}"
)


def _legal(value: Any) -> Any:
    """A value Excel takes."""
    return value.translate(_CONTROL) if isinstance(value, str) else value


def reject_writer(out: TextIO) -> Any:
    """A CSV of the rejected rows: line, reason, and the row's own cells."""
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(["line", "reason", "row"])
    return writer
