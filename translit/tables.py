"""The one reader of the table files: TSV rows, TOML schemes, learned costs.

Tables are values. `built_in()` is the set that ships with translit; `Tables.extended` puts a
user's own file before it, and every verb takes such a value as ``tables=``.
"""

from __future__ import annotations

import contextlib
import gc
import marshal
import os
import sys
import zlib
from _thread import get_ident
from collections.abc import Callable, Iterable, Iterator
from functools import cached_property
from pathlib import Path
from typing import Any

from translit.errors import TableError
from translit.memory import once
from translit.nouns import Row
from translit.quick import maker, untracked, untracked_whole

__all__ = ["Tables", "built_in"]

_KEPT = ".kept"
_ROWS = 1 << 14  # single rows that are remembered
_SHARED = ("id", "native", "canonical")


_row = maker(Row)


def _home() -> Path:
    """The folder of tables: inside the wheel, or beside the package in a checkout."""
    here = Path(__file__).resolve().parent
    shipped = here / "_tables"
    return shipped if shipped.is_dir() else here.parent / "tables"


@contextlib.contextmanager
def _read(path: Path) -> Iterator[None]:
    """Says what is wrong with a table file that cannot be read."""
    try:
        yield
    except FileNotFoundError as error:
        raise TableError(
            f"{path}: no such table; name a file that is there, or one that `translit tables list` prints"
        ) from error
    except UnicodeDecodeError as error:
        raise TableError(f"{path}: byte {error.start} is not UTF-8; save the file as UTF-8") from error


def _each(path: Path) -> Iterator[str]:
    """The lines of a table file without their ends, one after another: the whole is never in memory."""
    with _read(path), path.open(encoding="utf-8", newline="\n") as file:
        for number, line in enumerate(file):
            line = line.rstrip("\r\n")
            yield line if number else line.removeprefix("\N{BYTE ORDER MARK}")


def _lines(path: Path) -> list[str]:
    """The lines of a table file without their ends, all at once."""
    with _read(path):
        text = path.read_bytes().decode().removeprefix("\N{BYTE ORDER MARK}")
    lines = text.split("\n")
    if not lines[-1]:
        lines.pop()
    return [line.rstrip("\r") for line in lines] if "\r" in text else lines


def _read_rows(path: Path, table: str) -> tuple[Row, ...]:
    """Every row of a TSV table, in the order of the file.

    Raises TableError, naming file and line, where a line has more or fewer cells than the header.
    """
    lines = _lines(path)
    if not lines:
        raise TableError(f"{path}:1: the file is empty; its first line must name the columns")
    header = lines[0].split("\t")
    if "id" not in header:
        raise TableError(f"{path}:1: no column 'id' among {header}; cells are parted by a TAB")
    lead = [header.index(column) if column in header else None for column in _SHARED]
    rows = []
    for number, line in enumerate(lines[1:], 2):
        if not line:
            continue
        cells = line.split("\t")
        if len(cells) != len(header):
            raise TableError(
                f"{path}:{number}: {len(cells)} cells where the header names {len(header)}; "
                "add or remove a TAB"
            )
        first = [cells[at] if at is not None else "" for at in lead]
        rows.append(Row(first[0], first[1], first[2], table, number, dict(zip(header, cells, strict=True))))
    return tuple(rows)


def _loaded(kept: bytes) -> Any:
    """A kept value; no garbage is looked for meanwhile, since all that is made lives on."""
    watched = gc.isenabled()
    gc.disable()
    try:
        return untracked_whole(marshal.loads(kept))
    finally:
        if watched:
            gc.enable()


class Tables:
    """A set of tables: the built-in ones (`translit.tables.built_in()`), or these with a user's own before.

    `home` is their folder, `own` are the user's files. It is a value: what it reads it keeps, and its files
    are taken not to change meanwhile. Raises TableError where one cannot be read.

    >>> built_in().rows("person/ru/given")[0].table
    'person/ru/given'
    """

    def __init__(self, home: Path, own: tuple[Path, ...] = ()) -> None:
        self.home = home
        self.own = own
        self._rows: dict[str, tuple[Row, ...]] = {}
        self._texts: dict[str, list[str]] = {}
        self._headers: dict[str, list[str]] = {}
        self._single: dict[tuple[str, int], Row] = {}

    def extended(self, *files: str | Path) -> Tables:
        """These tables with a user's own files, which win over the rows there are, the first file's first.

        Raises TableError where a line cannot be read or no such file is there, OSError where it is kept shut.

        >>> from pathlib import Path
        >>> from tempfile import TemporaryDirectory
        >>> from translit import canonical
        >>> lines = "id\\tkind\\tnative\\tcanonical", "ivan\\tperson\\tИван Иванов\\tJohn Johnson"
        >>> with TemporaryDirectory() as folder:
        ...     own = Path(folder, "own.tsv")
        ...     _ = own.write_text("\\n".join(lines), encoding="utf-8")
        ...     canonical("Иван Иванов", "person", tables=built_in().extended(own))
        'John Johnson'
        """
        paths = tuple(Path(file) for file in files)
        for path in paths:
            _read_rows(path, path.stem)
        return Tables(self.home, paths + self.own)

    def rows(self, table: str) -> tuple[Row, ...]:
        """All rows of one table (``person/ru/given``); none where this set has no such table.

        Raises TableError where a line has other cells than the header names.

        >>> built_in().rows("person/ru/given")[0].cells.keys() >= {"id", "native", "canonical", "gender"}
        True
        """
        if table not in self._rows:
            path = self.home / f"{table}.tsv"
            self._rows[table] = _read_rows(path, table) if path.exists() else ()
        return self._rows[table]

    def cells(self, table: str) -> Iterator[list[str]]:
        """The bare cells of a large table, header first: quicker than rows() where no Row is needed.

        >>> next(built_in().cells("person/ru/given"))[:3]
        ['id', 'native', 'canonical']
        """
        path = self.home / f"{table}.tsv"
        return (line.split("\t") for line in _each(path) if line)

    def encoded(self, table: str) -> bytes:
        """A large table as it stands in its file, in UTF-8, for compiled code to read.

        >>> built_in().encoded("person/ru/given")[:9]
        b'id\\tnative'
        """
        return (self.home / f"{table}.tsv").read_bytes()

    def own_rows(self) -> tuple[Row, ...]:
        """The rows of the user's own files, the first file's first; () of the built-in tables.

        >>> built_in().own_rows()
        ()
        """
        return tuple(row for path in self.own for row in _read_rows(path, str(path)))

    def names(self, under: str = "") -> tuple[str, ...]:
        """The names of the tables in a folder, sorted.

        >>> built_in().names("place/at")[:2]
        ('place/at/ae', 'place/at/am')
        """
        found = (self.home / under).rglob("*.tsv") if (self.home / under).is_dir() else ()
        return tuple(sorted(path.relative_to(self.home).as_posix().removesuffix(".tsv") for path in found))

    def toml(self, name: str) -> dict[str, object]:
        """A TOML file of the tables as a mapping (``schemes/ru/press-en-ru``), parsed once and kept.

        Raises TableError where there is no such file, or it is no TOML.

        >>> built_in().toml("schemes/ru/iso-9-1995-ru")["year"]
        '1995'
        """
        found: dict[str, object] = self.kept(
            f"toml-{name.replace('/', '-')}", [name], (), lambda: self.parsed(name)
        )
        return found

    def parsed(self, name: str) -> dict[str, object]:
        """A TOML file of the tables as a mapping, parsed anew and not kept; raises what `toml` raises.

        >>> built_in().parsed("schemes/ru/iso-9-1995-ru")["year"]
        '1995'
        """
        import tomllib

        path = self.home / f"{name}.toml"
        try:
            return tomllib.loads(path.read_text(encoding="utf-8"))
        except FileNotFoundError as error:
            raise TableError(f"{path}: no such file; `translit tables list` prints them all") from error
        except tomllib.TOMLDecodeError as error:
            raise TableError(f"{path}: {error}; mend the TOML there") from error

    def tomls(self, under: str) -> tuple[str, ...]:
        """The names of the TOML files below a folder, sorted.

        >>> built_in().tomls("schemes/be")[0]
        'schemes/be/ala-lc-be'
        """
        paths = (self.home / under).rglob("*.toml")
        return tuple(sorted(path.relative_to(self.home).as_posix().removesuffix(".toml") for path in paths))

    def kept(self, name: str, sources: Iterable[str], code: Iterable[str], make: Callable[[], Any]) -> Any:
        """What `make` derives from some tables, made once and kept beside them as a build product.

        `sources` are the tables (and TOML files) it comes from, `code` the paths of the modules that
        make it: a change in any of them makes it anew, and so does a file that a disk has damaged, since
        compiled code takes what it is given as it stands. The value must be one that marshal can write.
        Where the folder cannot be written it is made in every process.
        """
        mark = marshal.version
        for path in (*self._files(sources), *map(Path, code)):
            mark = zlib.crc32(path.read_bytes(), mark)
        file = self.home / _KEPT / f"{name}-{sys.implementation.cache_tag}.bin"
        try:
            with file.open("rb") as stream:
                if stream.read(4) == mark.to_bytes(4, "big"):
                    told, data = stream.read(4), stream.read()
                    if told == zlib.crc32(data).to_bytes(4, "big"):
                        return _loaded(data)
        except (OSError, ValueError, EOFError, TypeError):
            pass
        value = make()
        with contextlib.suppress(OSError):
            file.parent.mkdir(exist_ok=True)
            draft = file.with_suffix(f".{os.getpid()}-{get_ident()}")
            data = marshal.dumps(value)
            draft.write_bytes(mark.to_bytes(4, "big") + zlib.crc32(data).to_bytes(4, "big") + data)
            draft.replace(file)
        return value

    def _files(self, names: Iterable[str]) -> Iterator[Path]:
        """The files of tables and TOML pages by their names; those that are not there are passed over."""
        for name in sorted(names):
            for ending in (".tsv", ".toml"):
                path = self.home / f"{name}{ending}"
                if path.exists():
                    yield path

    def row(self, table: str, line: int) -> Row:
        """The row on one line of a table (the header is line 1), without making the others.

        >>> tables = built_in()
        >>> tables.row("person/ru/given", 2).id == tables.rows("person/ru/given")[0].id
        True
        """
        found = self._single.get((table, line))
        return self._made(table, line) if found is None else found

    def _made(self, table: str, line: int) -> Row:
        """The row on one line of a table, remembered in bounded room."""
        if len(self._single) >= _ROWS:
            self._single.clear()
        lines = self._texts.get(table)
        if lines is None:
            lines = _lines(self.home / f"{table}.tsv")
            self._headers[table] = lines[0].split("\t")
            self._texts[table] = lines  # the last, since other threads ask for it first
        cells = dict(zip(self._headers[table], lines[line - 1].split("\t"), strict=True))
        row = _row(cells["id"], cells["native"], cells["canonical"], table, line, cells)
        self._single[table, line] = row
        untracked(self._single)
        return row

    @cached_property
    def version(self) -> str:
        """A short digest of every table file: two sets with one version give the same answers.

        >>> len(built_in().version), built_in().version == Tables(built_in().home).version
        (12, True)
        """
        import hashlib

        digest = hashlib.sha256()
        files = sorted(path for path in self.home.rglob("*") if path.suffix in (".tsv", ".toml"))
        for path in (*files, *self.own):
            digest.update(path.name.encode())
            digest.update(path.read_bytes())
        return digest.hexdigest()[:12]


@once
def built_in() -> Tables:
    """The tables that ship with translit, one value for all who ask.

    >>> built_in() is built_in(), built_in().own
    (True, ())
    """
    return Tables(_home())
