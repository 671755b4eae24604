"""A Reading as one line of an index file, and back: without its steps and others, rows by their places."""

from __future__ import annotations

import json
from dataclasses import astuple
from functools import lru_cache
from typing import Any

from translit.errors import TableError
from translit.nouns import Place, Reading, Row
from translit.tables import Tables

__all__ = ["from_line", "to_line"]

_PART = ("text", "canonical", "native", "kind", "origin", "key", "confidence", "status", "role", "gender")
_WHOLE = (*_PART, "given", "patronymic", "surname")


def _fields(reading: Reading, names: tuple[str, ...]) -> list[Any]:
    return [*(getattr(reading, name) for name in names), _reference(reading.row)]


def _reference(row: Row | None) -> list[Any] | None:
    return [row.table, row.line, row.id] if row else None


def to_line(reading: Reading) -> bytes:
    """A Reading as a line of JSON."""
    parts = [_fields(part, _PART) for part in reading.parts]
    place = list(astuple(reading.place)) if reading.place else None
    fields = [*_fields(reading, _WHOLE), parts, place]
    return json.dumps(fields, ensure_ascii=True, separators=(",", ":")).encode("ascii")


def from_line(line: bytes, tables: Tables) -> Reading:
    """The Reading of a line."""
    *fields, reference, parts, place = json.loads(line)
    return Reading(
        **dict(zip(_WHOLE, fields, strict=True)),
        row=_row(reference, tables),
        parts=tuple(
            Reading(**dict(zip(_PART, part, strict=False)), row=_row(part[-1], tables)) for part in parts
        ),
        place=Place(*place) if place else None,
    )


def _row(reference: list[Any] | None, tables: Tables) -> Row | None:
    return _found(*reference, tables) if reference else None


@lru_cache(maxsize=1 << 15)
def _found(table: str, line: int, id: str, tables: Tables) -> Row:
    """The row on a line of a built-in table or of a user's own."""
    if table in map(str, tables.own):
        row = next((row for row in tables.own_rows() if (row.table, row.line) == (table, line)), None)
    else:
        row = tables.row(table, line)
    if row is None or row.id != id:
        raise TableError(f"{table}:{line}: no row {id!r}, which the index names; make the index anew")
    return row
