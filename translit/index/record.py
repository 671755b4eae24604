"""A Reading as one line of an index file, and back: without its steps and others, rows by their places.

A part keeps the step that tells in which words it was read.

Of the others those are kept that are the names of a text of several, and the places that a place may be too.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import astuple
from functools import lru_cache
from operator import attrgetter
from typing import Any

from translit.canon.several import names_of
from translit.canon.surface import read_in
from translit.errors import TableError
from translit.nouns import Place, Reading, Row, Step
from translit.quick import changed, maker
from translit.tables import Tables

__all__ = ["from_line", "to_line"]

_PART = ("text", "canonical", "native", "kind", "origin", "key", "confidence", "status", "role", "gender")
_WHOLE = (*_PART, "given", "patronymic", "surname")

_of_part, _of_whole = attrgetter(*_PART), attrgetter(*_WHOLE)
_reading: Callable[..., Reading] = maker(Reading)
_encoded = json.JSONEncoder(separators=(",", ":"), ensure_ascii=False).encode
_decoded = json.JSONDecoder().raw_decode
_SURROGATES = "surrogatepass"


def _reference(row: Row | None) -> list[Any] | None:
    return [row.table, row.line, row.id] if row else None


def to_line(reading: Reading) -> bytes:
    """A Reading as a line of JSON."""
    return _encoded(_told(reading)).encode("utf-8", _SURROGATES)


def _told(reading: Reading) -> tuple[Any, ...]:
    """What a line says of a Reading, of each name of a text of several, of other places that it may be."""
    parts = [(*_of_part(part), _reference(part.row), *_read_in(part)) for part in reading.parts]
    place = astuple(reading.place) if reading.place else None
    names = [_told(one) for one in names_of(reading) or _places(reading)]
    return (*_of_whole(reading), _reference(reading.row), parts, place, names)


def _read_in(part: Reading) -> tuple[str, ...]:
    """The words that a part was read in and why, where they are not its own."""
    return (part.steps[0].after, part.steps[0].why) if read_in(part) != part.text else ()


def _places(reading: Reading) -> tuple[Reading, ...]:
    """The other places of the tables that a place may be."""
    return tuple([one for one in reading.others if one.row is not None]) if reading.kind == "place" else ()


def from_line(line: bytes, tables: Tables) -> Reading:
    """The Reading of a line."""
    told, _ = _decoded(line.decode("utf-8", _SURROGATES))
    return _of_told(told, tables)


def _of_told(told: list[Any], tables: Tables) -> Reading:
    """The Reading of what a line says."""
    *whole, given, patronymic, surname, reference, parts, place, names = told
    return _made(
        whole,
        _row(reference, tables),
        tuple([_part(part, tables) for part in parts]),
        (given, patronymic, surname),
        _place(*place) if place else None,
        tuple([_of_told(one, tables) for one in names]) if names else (),
    )


def _part(told: list[Any], tables: Tables) -> Reading:
    """The part of what a line says."""
    cells, (reference, *read) = told[: len(_PART)], told[len(_PART) :]
    part = _made(cells, _row(reference, tables))
    return changed(part, steps=(Step(part.text, *read),)) if read else part


def _place(*told: Any) -> Place:
    """A Place of what was written of it."""
    country, unit, latitude, longitude, feature, countries = told
    return Place(country, unit, latitude, longitude, feature, tuple(countries))


def _made(
    told: list[Any],
    row: Row | None,
    parts: tuple[Reading, ...] = (),
    names: tuple[str | None, ...] = (None, None, None),
    place: Place | None = None,
    others: tuple[Reading, ...] = (),
) -> Reading:
    """A Reading of what `_PART` names, and of the rest."""
    *before, role, gender = told
    return _reading(*before, parts, row, others, (), role, *names, gender, place)


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
