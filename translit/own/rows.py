"""A user's own rows by their spellings: which of them writes a name or a part of it, which keep two apart."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from weakref import WeakKeyDictionary

from translit.nouns import Kind, Reading, Row
from translit.tables import Tables
from translit.text.clean import fold, joined

__all__ = ["Own", "apart", "kinds_of", "own_rows", "pairs_apart", "role_of", "writes"]

_ALIKE = {
    "ism": "given",
    "diminutive": "given",
    "equivalent": "given",
    "family": "surname",
    "nisba": "surname",
}
_OWN: WeakKeyDictionary[Tables, Own] = WeakKeyDictionary()


def _bag(text: str) -> str:
    """The words of a name in an order of their own."""
    return " ".join(sorted(fold(text.replace(",", " ")).split()))


def role_of(name: str | None) -> str:
    """A role by the name under which all languages' roles of its sort go."""
    return _ALIKE.get(name or "", name or "")


def kinds_of(row: Row) -> tuple[str, ...]:
    """The kinds of name that a row speaks for."""
    if row["kind"]:
        return (row["kind"],)
    if row["role"]:
        return ("person",)
    return ("place",) if row["latitude"] or row["feature"] else ("person", "place")


def _lies(row: Row, within: str | None) -> bool:
    """May a text that lies `within` be this row's? A name of a place is no code, and bars nothing."""
    countries, code = row.many("country"), (within or "").strip().upper()
    return not countries or code[2:3] not in ("", "-") or not code or code[:2] in countries


class Own:
    """The own rows of a set of tables, by their spellings."""

    def __init__(self, rows: tuple[Row, ...]) -> None:
        self.rows = rows

    @cached_property
    def written(self) -> dict[str, list[Row]]:
        """Joined spelling → the rows that write it, the first file's first."""
        found: dict[str, list[Row]] = {}
        for row in self.rows:
            if row["kind"] != "never" and row.canonical:
                for spelling in dict.fromkeys(_spellings(row)):
                    found.setdefault(spelling, []).append(row)
        return found

    @cached_property
    def never(self) -> frozenset[tuple[str, str]]:
        """The folded pairs that stay two, both ways round."""
        return frozenset(pair for row in self.rows if row["kind"] == "never" for pair in _pairs(row))

    def whole(self, text: str, kind: str | None, within: str | None) -> list[Row]:
        """The rows that write a whole name out."""
        return [
            row
            for row in self.written.get(joined(text)) or self.written.get(_bag(text)) or ()
            if not row["role"] and _lies(row, within) and (kind is None or kind in kinds_of(row))
        ]

    def part(self, text: str, within: str | None) -> Row | None:
        """The row that writes a part of a person's name out."""
        for row in self.written.get(joined(text), ()):
            if row["role"] and "person" in kinds_of(row) and _lies(row, within):
                return row
        return None


def _spellings(row: Row) -> Iterator[str]:
    """What a row writes, joined; a person's whole name in any order of its words."""
    for text in (row.native, row.canonical, *row.many("also")):
        if text:
            yield joined(text)
            if not row["role"] and "person" in kinds_of(row):
                yield _bag(text)


def _pairs(row: Row) -> Iterator[tuple[str, str]]:
    for column in ("canonical", "native"):
        names = [fold(name) for name in row.many(column)]
        if len(names) == 2 and all(names):
            yield names[0], names[1]
            yield names[1], names[0]


def own_rows(tables: Tables) -> Own:
    """The own rows of a set of tables, indexed once."""
    if tables not in _OWN:
        _OWN[tables] = Own(tables.own_rows())
    return _OWN[tables]


def pairs_apart(tables: Tables) -> frozenset[tuple[str, str]]:
    """The folded names that a user keeps apart, both ways round."""
    return own_rows(tables).never if tables.own else frozenset()


def writes(text: str, kind: Kind | None, within: str | None, tables: Tables) -> bool:
    """Does a row of the user's write a whole name out, in any order of a person's words?"""
    return bool(own_rows(tables).whole(text, kind, within))


def apart(left: Reading, right: Reading, tables: Tables) -> bool:
    """True where a user's row says that two whole names are never one."""
    never = pairs_apart(tables)
    if not never:
        return False
    one, two = (
        {fold(text) for text in (name.text, name.canonical, name.native) if text} for name in (left, right)
    )
    return any((a, b) in never for a in one for b in two)
