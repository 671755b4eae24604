"""The units of an Arabic name laid out as its parts, and these put together as its Reading."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import replace
from functools import lru_cache, partial
from typing import Literal

from translit.memory import once
from translit.nouns import Reading, Row, Status, Step
from translit.person.arabic import natives
from translit.person.arabic.letters import has_article, unarticled
from translit.person.arabic.nouns import Form, Placed
from translit.person.arabic.parts import Name
from translit.person.arabic.roles import gender_of, roles
from translit.person.others import further
from translit.quick import changed, later, maker, told_by
from translit.tables import Tables
from translit.text.script import script_of

__all__ = [
    "KNOWN",
    "KNOWN_COST",
    "UNKNOWN",
    "behind_alone",
    "behind_either",
    "in_order",
    "inside",
    "new_reading",
    "steps",
]

_GIVEN_NAMES = ("person/ar/ism", "person/ar/equivalent", "person/ar/laqab")
_SON = "ابن "  # where it begins a name, or stands in one that Arabs wrote themselves
KNOWN, UNKNOWN = 0.95, 0.6  # how sure a name is of which every part is known, or none
KNOWN_COST = 0.5  # what a part without a row of its own may cost and still be known

new_reading = maker(Reading)


def in_order(
    name: Name,
    given_first: bool,
    odds: float,
    why: str,
    tables: Tables,
    other: Callable[[], Reading] | None = None,
) -> Reading:
    """The Reading of a name whose order is settled; `other` makes a second one where it is not."""
    text = name.text
    told = _together(name.units, given_first, name.comma, text)
    canonical, native, key, readings, given, surname, gender, known, first = told
    count = len(readings)
    many = count > 1
    if name.titles:
        readings[:0] = [_title(text[start:end], row) for row, start, end in name.titles]
    sure = 1 / (1 + math.exp(-odds if given_first else odds)) if many else 0.95
    status: Status = "ambiguous" if other else "ok" if known else "unknown"
    latin = text.isascii() or script_of(text) == "Latn"
    confidence = sure * (UNKNOWN + (KNOWN - UNKNOWN) * known / count)
    if not known and not many and latin and first.native:
        confidence = natives.share(text, first.native, None, tables)
    others = behind_alone(tables) if latin else ()
    if other:
        others = behind_either(other, latin, tables)
    return new_reading(
        text,
        canonical,
        native,
        "person",
        "ar",
        key,
        round(confidence, 3),
        status,
        tuple(readings),
        None if many else first.row,
        others,
        steps(why if many else ""),
        None,
        given,
        None,
        surname,
        gender,
    )


_Whole = tuple[
    str,
    str | None,
    str,
    list[Reading],
    str | None,
    str | None,
    Literal["m", "f"] | None,
    int,
    Form,
]
"""Of the parts the canonical forms, the natives and the keys; their Readings; the given name, the surname and
the gender; how many are known; the form of the first."""


def _together(units: list[Placed], given_first: bool, comma: int | None, text: str) -> _Whole:
    """The parts of a name put together (None for the natives where a part has none)."""
    parts = roles(units, given_first, comma)
    written: list[str] = []
    natives: list[str] = []
    keys, readings = [], []
    given = surname = None
    known = 0
    many = len(parts) > 1
    for (unit, start, end), role, form in parts:
        if role == "ism" and unit.article and many and form.row is not None:
            form = inside(form, text)
        if role == "nasab" and written and form.native and form.native.startswith(_SON):
            form = inside(form, text)
        written.append(form.canonical)
        natives.append(form.native or "")
        keys.append(form.key)
        readings.append(_part_reading(text[start:end], role, form))
        if role == "ism":
            given = form.canonical if given is None else given
        elif role == "family" or role == "nisba":
            surname = form.canonical
        if form.row is not None or form.cost < KNOWN_COST:
            known += 1
    native = " ".join(natives) if all(natives) else None
    first = parts[0][2]
    return (
        " ".join(written), native, " ".join(keys), readings, given, surname, gender_of(parts), known, first
    )  # fmt: skip


def _behind(other: Callable[[], Reading] | None, tables: Tables, reading: Reading) -> tuple[Reading, ...]:
    """The readings behind that of a Latin name: in the other order, then of other natives."""
    options = [natives.ways(part, tables) for part in reading.parts if part.role != "title"]
    own = math.prod([one[0].confidence for one in options])
    found = further(reading, options, min(1.0, reading.confidence / own)) if own else []
    return (other(), *found) if other else tuple(found)


@once
def behind_alone(tables: Tables) -> tuple[Reading, ...]:
    """The readings behind that of a Latin name whose order is sure; told by the Reading itself."""
    return told_by(partial(_behind, None, tables))


def behind_either(other: Callable[[], Reading], latin: bool, tables: Tables) -> tuple[Reading, ...]:
    """The readings behind that of a name which may as well be in the other order."""
    return told_by(partial(_behind, other, tables)) if latin else later(partial(_others, other))


def _others(other: Callable[[], Reading]) -> tuple[Reading, ...]:
    """The reading of the other order."""
    return (other(),)


def inside(form: Form, text: str) -> Form:
    """A part among others: in "ibn" Arabs write no alif there, papers put no article before a given name.

    In Arabic script the alif stands where it was written.
    """
    if form.role == "nasab":
        return form if script_of(text) == "Arab" else _between(form)
    return _indefinite(form) if script_of(text) == "Arab" else form


@lru_cache(maxsize=4096)
def _indefinite(form: Form) -> Form:
    """A given name that Arabs write with the article, as papers print it before a surname: Sadiq al-Mahdi."""
    row = form.row
    own = row is None or row.table not in _GIVEN_NAMES or has_article(row.canonical)
    return form if own else replace(form, canonical=unarticled(form.canonical))


@lru_cache(maxsize=4096)
def _between(form: Form) -> Form:
    """A nasab without its alif."""
    return changed(form, native=form.native and form.native.removeprefix("\N{ARABIC LETTER ALEF}"))


def _part_reading(text: str, role: str, form: Form) -> Reading:
    """One part of a name."""
    row = form.row
    sure = max(0.3, 1 - form.cost) if row else 0.5
    status: Status = "ok" if row else "unknown"
    return new_reading(
        text, form.canonical, form.native, "person", "ar", form.key, sure, status, (), row, (), (), role
    )


def _title(text: str, row: Row) -> Reading:
    """A title before or after a name."""
    return Reading(
        text=text, canonical=row.canonical, kind="person", origin="ar", key=row.id,
        confidence=0.95, status="ok", row=row, role="title",
    )  # fmt: skip


@lru_cache(maxsize=64)
def steps(why: str) -> tuple[Step, ...]:
    """The words in the order of the parts, then each as what it is; told by the Reading itself.

    `why` is what settled the order, where there are several parts.
    """
    return told_by(partial(_explained, why))


def _explained(why: str, reading: Reading) -> tuple[Step, ...]:
    parts = [part for part in reading.parts if part.role != "title"]
    told: list[Step] = []
    ordered = " ".join([part.text for part in parts])
    if ordered != reading.text:
        told.append(Step(reading.text, ordered, why or "words of the name"))
    because = [_because(part) for part in parts]
    if why and not told:
        because.append(why)
    told.append(Step(ordered, reading.canonical, "; ".join(because)))
    return tuple(told)


def _because(part: Reading) -> str:
    row = part.row
    return f"{part.text}: {part.role}, " + (f"{row.table}/{row.id}" if row else "by rule")
