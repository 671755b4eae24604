"""Which columns hold names, of which kind, and what the added columns are called."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from translit.cli.intake import NAMES, Source
from translit.errors import InputError, nearest

__all__ = ["ADDED", "KINDS", "Column", "added_names", "choose", "position", "put_together"]

ADDED = ("canonical", "native", "kind", "origin", "key", "confidence", "status")
_AND = "+"  # between columns that hold a name's parts
KINDS = {"auto": None, "person": "person", "place": "place"}


@dataclass(frozen=True, slots=True)
class Column:
    """A column of names: its position from 0, its name, and the kind of its names (None: decided).

    `further` are the positions of the columns that hold the rest of each name.
    """

    at: int
    name: str
    kind: str | None
    further: tuple[int, ...] = ()

    def text(self, cells: Sequence[str]) -> str:
        """The name in a row's cells, "" where the row is too short; its parts put together with blanks.

        >>> Column(1, "last+first", None, (0,)).text(["Roman", "Zabolotny "])
        'Zabolotny Roman'
        """
        if not self.further:
            return cells[self.at] if self.at < len(cells) else ""
        parts = [cells[at].strip() for at in (self.at, *self.further) if at < len(cells)]
        return " ".join(filter(None, parts))


def choose(specs: tuple[str, ...], kind: str, source: Source) -> list[Column]:
    """The columns a user asks for with ``-c name:person -c 3 -c last+first``, or the one that must be meant.

    Raises InputError naming the columns of the file where one is missing or none can be meant.
    """
    if not source.header:
        return []
    default = KINDS[kind]
    if not specs:
        return [Column(at := _meant(source), source.header[at], default)]
    found = []
    for spec in specs:
        name, own = _parted(spec, source.header, default)
        at, *further = (position(one, source) for one in put_together(name, source.header))
        shown = name if further else source.header[at] or name
        found.append(Column(at, shown, own, tuple(further)))
    return found


def put_together(name: str, header: list[str]) -> list[str]:
    """The columns that hold the parts of each name: last+first; a column may be called so itself."""
    return [name] if name in header or not all(name.split(_AND)) else name.split(_AND)


def _parted(spec: str, header: list[str], default: str | None) -> tuple[str, str | None]:
    """A column's name and kind from what was typed."""
    name, colon, kind = spec.rpartition(":")
    if not colon or spec in header:
        return spec, default
    if kind not in KINDS:
        raise InputError(f"-c {spec}: no kind {kind!r}; {nearest(kind, KINDS)}")
    return name, KINDS[kind]


def position(name: str, source: Source) -> int:
    """Where a column stands, by its name or its number from 1."""
    header = source.header
    places = [at for at, column in enumerate(header) if column == name] if source.titled else []
    places = places or [at for at, column in enumerate(header) if column.casefold() == name.casefold()]
    if len(places) > 1 and source.titled:
        numbers = " and ".join(str(at + 1) for at in places)
        raise InputError(f"{source.name}: column {name!r} stands there twice; give its number: {numbers}")
    if places:
        return places[0]
    if name.isdecimal():
        if 1 <= int(name) <= len(header):
            return int(name) - 1
        raise InputError(f"{source.name}: no column {name}; it has {len(header)}: {_shown(header)}")
    raise InputError(f"{source.name}: no column {name!r}; it has: {_shown(header)}{_titled(source)}")


def _titled(source: Source) -> str:
    """The remedy where the first row of several columns has one cell alone: a title of the table."""
    alone = source.titled and len(source.header) > 1 and sum(map(bool, source.header)) == 1
    return (
        "; if that is the title of the table, take out what stands above the names of its columns"
        if alone
        else ""
    )


def _meant(source: Source) -> int:
    """The column of names where none was asked for."""
    header = source.header
    if len(header) == 1:
        return 0
    likely = [at for at, column in enumerate(header) if column.casefold() in NAMES]
    if len(likely) == 1:
        return likely[0]
    has = f"{_shown(header)}{_titled(source)}"
    raise InputError(f"{source.name}: which column holds the names? add -c COLUMN; it has: {has}")


def _shown(header: list[str]) -> str:
    """The columns for an error message."""
    more = ", …" if len(header) > 20 else ""
    return ", ".join(repr(column) for column in header[:20]) + more


def added_names(columns: list[Column], header: list[str], added: tuple[str, ...] = ADDED) -> list[str]:
    """The names of the added columns, led by the column's own where two would be alike.

    >>> added_names([Column(0, "name", None)], ["name"])[:2]
    ['canonical', 'native']
    >>> added_names([Column(0, "name", None)], ["name", "kind"])[:2]
    ['name_canonical', 'name_native']
    """
    lead = len(columns) > 1 or bool(set(added) & set(header))
    taken, names = set(header), []
    for column in columns:
        for name in added:
            wanted = made = f"{column.name}_{name}" if lead else name
            number = 2
            while made in taken:
                made, number = f"{wanted}_{number}", number + 1
            taken.add(made)
            names.append(made)
    return names
