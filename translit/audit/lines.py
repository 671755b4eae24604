"""What can be said of a table's lines before their cells are read: encoding, cells, blanks, order."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from translit.audit.finding import Finding

__all__ = ["File", "Line", "in_lines", "opened"]


_DERIVED = ("place/at/", "weights/", "sounds/", "keys/")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a table: its number and its cells by column."""

    number: int
    cells: dict[str, str]

    def many(self, column: str) -> list[str]:
        """The values of a cell, parted by vertical bars."""
        return [value.strip() for value in self.cells.get(column, "").split("|") if value.strip()]


@dataclass(frozen=True, slots=True)
class File:
    """A table file: its path, the table's name, its columns, its sound lines and its raw ones.

    `uneven` are the lines with more or fewer cells than columns, as far as their cells go.
    """

    path: str
    table: str
    header: tuple[str, ...]
    lines: tuple[Line, ...]
    raw: tuple[str, ...]
    uneven: tuple[Line, ...] = ()

    @property
    def derived(self) -> bool:
        """True for a table that a command writes, not a person."""
        return self.table.startswith(_DERIVED) or self.table in ("place/country", "person/ru/lexicon")

    def finding(self, line: int, column: str, what: str, mend: str) -> Finding:
        """A finding in this file."""
        return Finding(self.path, line, column, what, mend)


def opened(path: Path, table: str) -> tuple[File | None, list[Finding]]:
    """A table file, with the lines that have the right number of cells; and what hinders reading it."""
    name = _shown(path)
    try:
        text = path.read_bytes().decode("utf-8")
    except OSError as error:
        return None, [Finding(name, 1, "", error.strerror or str(error), "name a file that is there")]
    except UnicodeDecodeError as error:
        at = error.object[: error.start].count(b"\n") + 1
        return None, [Finding(name, at, "", "bytes that are not UTF-8", "save the file as UTF-8")]
    raw = text.removeprefix("\N{BYTE ORDER MARK}").split("\n")
    if not raw[0].strip():
        return None, [Finding(name, 1, "", "no line of column names", "write them there, parted by TABs")]
    header = tuple(raw[0].rstrip("\r").split("\t"))
    lines, uneven, found = [], [], []
    for number, line in enumerate(raw[1:], 2):
        cells = line.rstrip("\r").split("\t")
        if not line.strip():
            continue
        if len(cells) != len(header):
            what = f"{len(cells)} cells where the header names {len(header)}"
            mend = "add" if len(cells) < len(header) else "take out"
            count = abs(len(cells) - len(header))
            found.append(Finding(name, number, "", what, f"{mend} {count} TAB{'s' * (count > 1)}"))
            uneven.append(Line(number, dict(zip(header, cells, strict=False))))
            continue
        lines.append(Line(number, dict(zip(header, cells, strict=True))))
    return File(name, table, header, tuple(lines), tuple(raw), tuple(uneven)), found


def _shown(path: Path) -> str:
    """A path as a user in this folder would write it."""
    here = Path.cwd()
    return str(path.relative_to(here)) if path.is_relative_to(here) else str(path)


def in_lines(file: File) -> Iterator[Finding]:
    """Blank lines, line ends, stray blanks, letters not composed, and lines out of order."""
    out = "`make fix` takes it out"
    if file.raw[-1]:
        yield file.finding(len(file.raw), "", "the last line has no end", "`make fix` ends it")
    for number, raw in enumerate(file.raw[:-1], 1):
        if not raw.strip():
            yield file.finding(number, "", "a blank line", out)
        elif raw.endswith("\r"):
            yield file.finding(number, "", "a carriage return at the end of the line", out)
    if file.derived:
        return
    for line in (*file.lines, *file.uneven):
        for column, cell in line.cells.items():
            if cell != " ".join(cell.split()):
                yield file.finding(
                    line.number, column, f"stray blanks in {cell!r}", "`make fix` takes them out"
                )
            if not unicodedata.is_normalized("NFC", cell):
                yield file.finding(line.number, column, f"{cell!r} is not in NFC", "`make fix` composes it")
    yield from _order(file)


def _order(file: File) -> Iterator[Finding]:
    """Where the rows of a table with ids are not sorted, the first such row."""
    if "id" not in file.header or file.table == "sources":
        return
    for before, line in zip(file.lines, file.lines[1:], strict=False):
        if line.cells["id"] < before.cells["id"]:
            what = f"{line.cells['id']!r} stands after {before.cells['id']!r}"
            yield file.finding(line.number, "id", what, "`make fix` sorts the rows by id")
            return
