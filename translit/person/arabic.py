"""Names of Arabic origin: title, kunya, ism, nasab, laqab, nisba and family, in any script and order."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import lru_cache, partial
from typing import Literal

from translit.nouns import Reading, Row, Status, Step
from translit.person.arabic_marks import ways
from translit.person.arabic_parts import Name, Placed, grammar
from translit.person.arabic_units import Form, Unit
from translit.quick import later, quick
from translit.tables import Tables, built_in
from translit.text.clean import fold

__all__ = ["read"]

_GIVEN_SURE = 0.8  # log-odds from which a name begins with the given name …
_SURNAME_SURE = -1.2  # … or with the surname; between them both orders stand, that of the text first
_KNOWN = 0.95
_UNKNOWN = 0.6

Order = Literal["given-first", "surname-first"]


@quick
@dataclass(frozen=True, slots=True)
class _Part:
    """A unit in its place."""

    placed: Placed
    role: str
    form: Form


def read(text: str, *, tables: Tables | None = None, order: str = "auto") -> Reading:
    """Read the name of a person of Arabic origin: its parts, each in its role, and its one form.

    `given` is the ism, `surname` the family name or nisba; titles are parts but no part of the
    canonical form. Compounds (Abd al-Rahman, Nur al-Din) are one part however they are written.

    >>> read("Bashar Assad").canonical
    'Bashar al-Assad'
    >>> [(part.role, part.canonical) for part in read("Saddam Hussein at-Tikriti").parts]
    [('ism', 'Saddam'), ('nasab', 'Hussein'), ('nisba', 'al-Tikriti')]
    """
    tables = tables or built_in()
    written = ways(text, tables)
    found = [_read(text, way, tables, order) for way in written]
    if len(found) == 1:
        return found[0]
    found.sort(key=lambda one: -sum(part.row is not None for part in one.parts))
    first, *others = found
    if all(one.canonical == first.canonical for one in others):
        return first
    sure = len({sum(part.row is not None for part in one.parts) for one in found[:2]}) > 1
    return first if sure else replace(first, status="ambiguous", others=tuple(others))


def _read(text: str, way: str, tables: Tables, order: str) -> Reading:
    """Read a text in one way to understand its marks."""
    reader = grammar(tables)
    name = reader.parse(way)
    if way != text:
        name = replace(name, text=text)
    if not name.units:
        return Reading(text=text, canonical=text, kind="person", origin="ar", key=fold(text), confidence=0.3)
    odds, why = _order(name, order, reader.weights["prior"])
    if odds >= _GIVEN_SURE or odds <= _SURNAME_SURE:
        return _reading(name, odds > 0, odds, why)
    other = partial(_reading, name, False, odds, why)
    return _reading(name, True, odds, f"{why}; either order is possible", other)


def _order(name: Name, order: str, prior: float) -> tuple[float, str]:
    """The log-odds that the given name comes first, and what they rest on."""
    units = name.units
    if order != "auto":
        return (9.0 if order == "given-first" else -9.0), f"order asked for: {order}"
    if len(units) < 2:
        return 9.0, "one name"
    if name.comma is not None:
        return -6.0, "the comma sets the surname apart"
    shouted = [placed.shouted for placed in units]
    if any(shouted) and not all(shouted):
        if shouted[0] and not shouted[-1]:
            return -5.0, "the surname in capitals"
        if shouted[-1] and not shouted[0]:
            return 5.0, "the surname in capitals"
    head = 1 if units[0].unit.kind == "kunya" and len(units) > 2 else 0
    return prior + units[head].unit.lean - units[-1].unit.lean + _middle(units), "the words' own leanings"


def _middle(units: tuple[Placed, ...]) -> float:
    """What the words between say: after a nasab the given name has come."""
    if units[0].unit.kind == "kunya":
        return 2.0
    between = units[1:-1]
    if any(placed.unit.kind == "nasab" and not placed.unit.settled for placed in between):
        return 3.0
    last = units[-1].unit
    if last.kind == "nasab" and not last.settled:
        return 2.0
    return 0.5 * len(between)


def _roles(units: tuple[Placed, ...], given_first: bool, comma: int | None) -> list[_Part]:
    """Every unit in its role, in the order of the canonical form."""
    if not given_first and len(units) > 1:
        cut = comma or 1
        while comma is None and cut < len(units) - 1 and _is_surname(units[cut].unit):
            cut += 1
        given = _given(units[cut:], alone=False)
        return given + _surnames(units[:cut])
    if len(units) == 1:
        return [_alone(units[0])]
    cut = len(units) - 1
    while cut > 1 and _is_surname(units[cut - 1].unit):
        cut -= 1
    if cut == len(units) - 1 and units[-1].unit.kind == "nasab" and not units[-1].unit.settled:
        cut = len(units)
    if cut < len(units) and all(placed.unit.kind == "kunya" for placed in units[:cut]):
        return [_Part(placed, "kunya", placed.unit.given) for placed in units[:cut]] + _surnames(units[cut:])
    return _given(units[:cut], alone=cut == len(units)) + _surnames(units[cut:])


def _is_surname(unit: Unit) -> bool:
    """A unit with the article that is no ism: it belongs to the surnames at the end."""
    return unit.article and (unit.lean < -1.5 or unit.surname.role == "nisba")


def _alone(placed: Placed) -> _Part:
    """A name of one unit."""
    unit = placed.unit
    if unit.kind == "kunya":
        return _Part(placed, "kunya", unit.given)
    if unit.kind == "nasab" and not unit.settled:
        return _Part(placed, "nasab", unit.given)
    if unit.lean < 0:
        return _Part(placed, unit.surname.role, unit.surname)
    return _Part(placed, unit.given.role, unit.given)


def _given(units: tuple[Placed, ...], alone: bool) -> list[_Part]:
    """The parts before the surname: kunya, ism, then the fathers; a compound in al-Din is a laqab."""
    parts: list[_Part] = []
    has_ism = False
    if _laqab_first(units):
        parts.append(_Part(units[0], "laqab", units[0].unit.given))
        units = units[1:]
    for at, placed in enumerate(units):
        unit = placed.unit
        if unit.kind in ("kunya", "nasab") and not (unit.kind == "nasab" and at == 0):
            parts.append(_Part(placed, unit.kind, unit.given))
        elif not has_ism:
            has_ism = True
            parts.append(_Part(placed, "ism", unit.given))
        elif unit.kind == "compound" and _is_laqab(unit):
            parts.append(_Part(placed, "laqab", unit.given))
        else:
            parts.append(_Part(placed, "nasab", unit.given))
    return parts


def _laqab_first(units: tuple[Placed, ...]) -> bool:
    """The old order: Salah al-Din Yusuf ibn Ayyub, the laqab before an ism and a marked father."""
    kinds = [placed.unit.kind for placed in units[:3]]
    return kinds[1:] == ["name", "nasab"] and kinds[0] == "compound" and _is_laqab(units[0].unit)


def _is_laqab(unit: Unit) -> bool:
    """A compound that honours: in al-Din, al-Dawla, al-Islam; not one in Abd or Allah."""
    words = (unit.given.native or unit.given.canonical).split()
    return len(words) > 1 and words[-1] in ("الدين", "الدولة", "الإسلام", "al-Din") and words[0] != "عبد"


def _surnames(units: tuple[Placed, ...]) -> list[_Part]:
    """The family name or nisbas at the end."""
    parts = []
    for at, placed in enumerate(units):
        unit = placed.unit
        if unit.kind == "kunya" and at < len(units) - 1:
            parts.append(_Part(placed, "kunya", unit.given))
        elif at < len(units) - 1 and unit.kind in ("name", "compound") and _is_father(unit):
            parts.append(_Part(placed, "nasab", unit.given))
        else:
            parts.append(_Part(placed, unit.surname.role, unit.surname))
    return parts


def _is_father(unit: Unit) -> bool:
    """A unit among the surnames that is none: an ism, as Kuwait writes a father's with the article."""
    return not unit.article or (unit.given.row is not None and unit.surname.role != "nisba")


def _reading(
    name: Name, given_first: bool, odds: float, why: str, other: Callable[[], Reading] | None = None
) -> Reading:
    """The Reading of a name whose order is settled; `other` makes a second one where it is not."""
    parts = _roles(name.units, given_first, name.comma)
    text = name.text
    canonical = " ".join([part.form.canonical for part in parts])
    natives = [part.form.native for part in parts]
    readings = tuple([_part_reading(text[p.placed.start : p.placed.end], p.role, p.form) for p in parts])
    if name.titles:
        readings = tuple(_title(text[start:end], row) for row, start, end in name.titles) + readings
    surnames = [part.form.canonical for part in parts if part.role in ("family", "nisba")]
    isms = [part.form.canonical for part in parts if part.role == "ism"]
    known = sum([part.form.row is not None or part.form.cost < 0.5 for part in parts])
    sure = 1 / (1 + math.exp(-odds if given_first else odds)) if len(parts) > 1 else 0.95
    status: Status = "ambiguous" if other else "ok" if known else "unknown"
    return Reading(
        text=text,
        canonical=canonical,
        native=" ".join(natives) if all(natives) else None,  # type: ignore[arg-type]
        kind="person",
        origin="ar",
        key=" ".join([part.form.key for part in parts]),
        confidence=round(sure * (_UNKNOWN + (_KNOWN - _UNKNOWN) * known / len(parts)), 3),
        status=status,
        parts=readings,
        row=parts[0].form.row if len(parts) == 1 else None,
        others=later(lambda: (other(),)) if other else (),
        steps=later(lambda: _steps(text, canonical, parts, why if len(parts) > 1 else "")),
        given=isms[0] if isms else None,
        surname=surnames[-1] if surnames else None,
        gender=_gender(parts, name),
    )


def _gender(parts: list[_Part], name: Name) -> Literal["m", "f"] | None:
    """From the ism, else from bint and umm, bin and abu."""
    for part in parts:
        if part.role == "ism" and part.placed.unit.gender:
            return part.placed.unit.gender
    for part in parts:
        if part.role in ("nasab", "kunya") and part.placed.unit.gender == "f":
            return "f"
    for part in parts:
        if part.role in ("nasab", "kunya") and part.placed.unit.kind != "name":
            return "m"
    return None


@lru_cache(maxsize=16384)
def _part_reading(text: str, role: str, form: Form) -> Reading:
    """One part of a name."""
    return Reading(
        text=text,
        canonical=form.canonical,
        native=form.native,
        kind="person",
        origin="ar",
        key=form.key,
        confidence=max(0.3, 1 - form.cost) if form.row else 0.5,
        status="ok" if form.row else "unknown",
        row=form.row,
        role=role,
    )


def _title(text: str, row: Row) -> Reading:
    """A title before or after a name."""
    return Reading(
        text=text, canonical=row.canonical, kind="person", origin="ar", key=row.id,
        confidence=0.95, status="ok", row=row, role="title",
    )  # fmt: skip


def _steps(text: str, canonical: str, parts: list[_Part], why: str) -> tuple[Step, ...]:
    """What each part became, and the order of the whole."""
    steps = [
        Step(text[part.placed.start : part.placed.end], part.form.canonical, _because(part)) for part in parts
    ]
    if why:
        steps.append(Step(text, canonical, why))
    return tuple(steps)


def _because(part: _Part) -> str:
    row = part.form.row
    return f"{part.role}: {row.table}/{row.id}" if row else f"{part.role}: by rule"
