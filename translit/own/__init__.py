"""A user's own rows: they answer before every built-in one.

A row speaks for its kind (an empty one: a person where a role is told, a place where degrees are,
else both) and, where it names countries, only for texts that are said to lie in one of them or
nowhere. A row without a role writes a whole name; one with a role (given, surname, kunya …) writes
that part of a person's name. A row of kind "never" keeps two names apart: they stand in
`canonical`, and in `native` if need be, parted by a vertical bar.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from translit.nouns import Kind, Place, Reading, Row, Step
from translit.own.rows import Own, kinds_of, own_rows, role_of
from translit.sounds import key
from translit.tables import Tables
from translit.text.clean import fold
from translit.text.script import script_of
from translit.text.words import words

__all__ = ["answer"]

Read = Callable[[str, Kind | None, str], Reading]

_SURE = 0.99
_LONGEST = 5  # words of a part
_FIELDS = ("given", "patronymic", "surname")


def answer(
    text: str, kind: Kind | None, order: str, within: str | None, tables: Tables, read: Read
) -> Reading:
    """The Reading of a cleaned text where own rows have the first word; `read` is the usual way."""
    own = own_rows(tables)
    rows = own.whole(text, kind, within)
    if rows:
        first, *others = (_whole(text, row, kind, read) for row in rows)
        return replace(first, others=tuple(others), status="ambiguous" if others else "ok")
    pieces = [piece for piece in words(text) if piece not in (",", ";")]
    if kind == "place" or not any(_runs(pieces, own, within)):
        return _bent(read(text, kind, order), own, within)
    reading = read(text, "person", order)
    if order == "auto" and _at_odds(reading, own, within):
        tries = (reading, *(read(text, "person", other) for other in ("given-first", "surname-first")))
        reading = min(tries, key=lambda one: _at_odds(one, own, within))
    return _mended(reading, own, within)


def _runs(pieces: list[str], own: Own, within: str | None) -> Iterator[Row]:
    """The rows that write some words of a text."""
    for at in range(len(pieces)):
        for end in range(at + 1, min(at + _LONGEST, len(pieces)) + 1):
            row = own.part(" ".join(pieces[at:end]), within)
            if row is not None:
                yield row


def _whole(text: str, row: Row, kind: Kind | None, read: Read) -> Reading:
    """The Reading of a name that a row writes out: its own forms, the usual parts of them."""
    kinds = kinds_of(row)
    asked: Kind | None = kind or (
        ("person" if kinds[0] == "person" else "place") if len(kinds) == 1 else None
    )
    base = read(row.native or row.canonical, asked, "auto")
    parts, written = base.parts, row.canonical.split()
    named = [part for part in parts if part.role != "title"]
    if base.canonical != row.canonical:
        fits = len(named) == len(written) and base.canonical == " ".join(part.canonical for part in named)
        parts = (
            tuple(replace(part, canonical=word) for part, word in zip(named, written, strict=True))
            if fits
            else ()
        )
    fields = {name: _field(parts, name) for name in _FIELDS} if base.kind == "person" and parts else {}
    same = base.canonical == row.canonical or bool(row.native)
    return replace(
        base,
        text=text,
        canonical=row.canonical,
        native=row.native or base.native,
        key=base.key if same else " ".join(sorted(_key(word, base.origin) for word in written)),
        confidence=_SURE,
        status="ok",
        parts=parts,
        row=row,
        others=(),
        steps=(Step(text, row.canonical, _why(row)),),
        place=_place(row, base) if base.kind == "place" else None,
        **fields,  # type: ignore[arg-type]
    )


def _bent(reading: Reading, own: Own, within: str | None) -> Reading:
    """A place read from an inflected or misspelt text, as its row of one's own has it."""
    if reading.kind != "place" or reading.row is None or reading.place is None or reading.row in own.rows:
        return reading
    countries = reading.place.countries
    for text in filter(None, (reading.native, reading.canonical)):
        for row in own.whole(text, "place", within):
            if not row.many("country") or not set(countries).isdisjoint(row.many("country")):
                step = Step(reading.canonical, row.canonical, _why(row))
                native, key = row.native or reading.native, _key(row.native or row.canonical, reading.origin)
                steps = (*reading.steps, step)
                return replace(reading, canonical=row.canonical, native=native, key=key, row=row, steps=steps)
    return reading


def _field(parts: tuple[Reading, ...], name: str) -> str | None:
    return " ".join(part.canonical for part in parts if role_of(part.role) == name) or None


def _place(row: Row, base: Reading) -> Place:
    """Where the place of a row is: as its cells say, or the atlas, which knows the row too."""
    if base.row is not None and base.row.table == row.table and base.place:
        return base.place
    degrees = [float(row[name]) if row[name] else None for name in ("latitude", "longitude")]
    countries = row.many("country")
    country = countries[0] if len(countries) == 1 else None
    return Place(country, row["unit"] or None, degrees[0], degrees[1], row["feature"] or None, countries)


def _why(row: Row) -> str:
    return f"{row.table}:{row.line}, a row of your own"


def _key(text: str, origin: str | None) -> str:
    """The key of a row's form."""
    arabic = script_of(text) == "Arab" or (origin == "ar" and script_of(text) == "Latn")
    return key(text, "ar" if arabic else "ru") or fold(text)


def _at_odds(reading: Reading, own: Own, within: str | None) -> int:
    """How many parts have another role than the own row that writes them."""
    count = 0
    for part in reading.parts:
        row = own.part(part.text, within)
        count += row is not None and part.role is not None and role_of(part.role) != role_of(row["role"])
    return count


def _mended(reading: Reading, own: Own, within: str | None) -> Reading:
    """The same reading, every part that an own row writes out made that row's."""
    parts = list(reading.parts)
    at = 0
    while at < len(parts):
        for end in range(min(len(parts), at + _LONGEST), at, -1):
            row = own.part(" ".join(part.text for part in parts[at:end]), within)
            if row is not None:
                old = parts[at:end]
                parts[at:end] = [_part(old, row, reading.origin)]
                reading = _replaced(reading, old, parts[at], tuple(parts), row)
                break
        at += 1
    return reading


def _part(old: list[Reading], row: Row, origin: str | None) -> Reading:
    """One part as a row has it; a place of several parts becomes one."""
    first = old[0]
    return replace(
        first,
        text=" ".join(part.text for part in old),
        canonical=row.canonical,
        native=row.native or (first.native if len(old) == 1 else None),
        key=_key(row.native or row.canonical, origin),
        confidence=_SURE,
        status="ok",
        row=row,
        role=first.role if first.role and role_of(first.role) == role_of(row["role"]) else row["role"],
        gender="m" if row["gender"] == "m" else "f" if row["gender"] == "f" else first.gender,
    )


def _replaced(
    reading: Reading, old: list[Reading], new: Reading, parts: tuple[Reading, ...], row: Row
) -> Reading:
    """The whole name with one part another."""
    named = [part for part in parts if part.role != "title"]
    before = " ".join(part.canonical for part in old)
    canonical = _swapped(reading.canonical, before, new.canonical)
    if canonical is None:
        canonical = " ".join(part.canonical for part in named)
    natives = [part.native for part in named]
    role = role_of(new.role)
    fields = {role: _field(parts, role)} if role in _FIELDS else {}
    return replace(
        reading,
        canonical=canonical,
        native=" ".join(native for native in natives if native) if all(natives) else None,
        key=" ".join(sorted(part.key for part in named)),
        confidence=max(reading.confidence, _SURE) if all(part.row for part in named) else reading.confidence,
        status="ok" if reading.status == "unknown" else reading.status,
        parts=parts,
        row=row if len(named) == 1 else reading.row,
        gender=new.gender if role == "given" and new.gender else reading.gender,
        steps=(*reading.steps, Step(reading.canonical, canonical, f"{new.text}: {_why(row)}")),
        **fields,  # type: ignore[arg-type]
    )


def _swapped(text: str, old: str, new: str) -> str | None:
    """A text with one run of words another, None where that run is not in it."""
    framed = f" {text} "
    return framed.replace(f" {old} ", f" {new} ", 1).strip() if f" {old} " in framed else None
