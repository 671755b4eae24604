"""What every line of a table must satisfy, where a line does not, and the mend.

`audit` looks through a set of tables (or one file of a user's own) and hands out findings;
`mended` gives a table's text with everything mended that needs no knowledge of names.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from translit.audit.cells import in_cell
from translit.audit.finding import Finding
from translit.audit.lines import in_lines, opened
from translit.audit.mending import mended
from translit.audit.rows import References, in_rows
from translit.audit.schemes import in_schemes
from translit.tables import Tables, built_in

__all__ = ["Finding", "audit", "mended"]

_OWN_COLUMNS = "id, kind, role, country, native, canonical, gender, also, source, note"


def audit(tables: Tables | None = None, files: Iterable[str | Path] = ()) -> Iterator[Finding]:
    """Every finding in a set of tables, or in the files given, in the order of files and lines.

    >>> list(audit(files=[built_in().home / "sources.tsv"]))
    []
    """
    tables = tables or built_in()
    references = References(tables)
    paths = [Path(file) for file in files] or sorted(tables.home.rglob("*.tsv"))
    built = {name.rpartition("/")[2] for name in tables.names()}
    for path in paths:
        table = _name(path, tables)
        yield from _in_file(path, table, references, own="/" not in table and table not in built)
    if not files:
        yield from in_schemes(tables)


def _name(path: Path, tables: Tables) -> str:
    """A table's name; a user's own file goes by its stem."""
    try:
        return path.resolve().relative_to(tables.home.resolve()).as_posix().removesuffix(".tsv")
    except ValueError:
        return path.stem


def _in_file(path: Path, table: str, references: References, *, own: bool) -> Iterator[Finding]:
    """The findings of one file, in the order of its lines; a user's own has rows with ids, or is no table."""
    file, found = opened(path, table)
    if file is None:
        yield from found
        return
    if own and "id" not in file.header:
        yield file.finding(1, "", "no column 'id'", f"name the columns, parted by TABs: {_OWN_COLUMNS}")
        return
    found += in_lines(file)
    found += (finding for line in (*file.lines, *file.uneven) for finding in in_cell(file, line))
    found += in_rows(file, references)
    yield from sorted(found, key=lambda finding: finding.line)
