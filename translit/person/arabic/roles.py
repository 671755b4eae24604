"""The units of an Arabic name in their roles: kunya, ism, fathers, laqab, then the family name or nisbas.

Where `_roles.c` has been compiled, it does the same for a plain name; `reading` asks it.
"""

from __future__ import annotations

from typing import Literal

from translit.memory import once
from translit.person.arabic.nouns import Form, Placed, Unit
from translit.tables import built_in
from translit.text.article import ABD
from translit.text.clean import strip_harakat

__all__ = ["Part", "gender_of", "is_laqab", "middle", "roles"]

_SOONER_SURNAME = -1.5  # log-odds of a given name below which a unit with the article is a surname
Part = tuple[Placed, str, Form]  # a unit in its place, its role there, and how it comes out


def roles(units: list[Placed], given_first: bool, comma: int | None) -> list[Part]:
    """Every unit in its role, in the order of the canonical form."""
    if not given_first and len(units) > 1:
        cut = comma or 1
        while comma is None and cut < len(units) - 1 and _is_surname(units[cut][0]):
            cut += 1
        return _given(units[cut:]) + _surnames(units[:cut])
    if len(units) == 1:
        return [_alone(units[0])]
    cut = len(units) - 1
    while cut > 1 and _is_surname(units[cut - 1][0]):
        cut -= 1
    if cut == len(units) - 1 and units[-1][0].kind == "nasab" and not units[-1][0].settled:
        cut = len(units)
    if units[0][0].kind == "kunya" and cut < len(units) and all(o[0].kind == "kunya" for o in units[:cut]):
        kunyas: list[Part] = [(placed, "kunya", placed[0].given) for placed in units[:cut]]
        return kunyas + _surnames(units[cut:])
    return _given(units[:cut]) + _surnames(units[cut:])


def _is_surname(unit: Unit) -> bool:
    """A unit with the article that is no ism: it belongs to the surnames at the end."""
    return unit.article and (unit.lean < _SOONER_SURNAME or unit.surname.role == "nisba")


def _alone(placed: Placed) -> Part:
    """A name of one unit."""
    unit = placed[0]
    if unit.kind == "kunya":
        return placed, "kunya", unit.given
    if unit.kind == "nasab" and not unit.settled:
        return placed, "nasab", unit.given
    form = unit.surname if unit.lean < 0 else unit.given
    return placed, form.role, form


def _given(units: list[Placed]) -> list[Part]:
    """The parts before the surname: kunya, ism, then the fathers; a compound in al-Din is a laqab."""
    parts: list[Part] = []
    has_ism = False
    if len(units) > 1 and _laqab_first(units):
        parts.append((units[0], "laqab", units[0][0].given))
        units = units[1:]
    for at, placed in enumerate(units):
        unit = placed[0]
        kind = unit.kind
        if kind == "kunya" or (kind == "nasab" and at > 0):
            role: str = kind
        elif not has_ism:
            has_ism = True
            role = "ism"
        else:
            role = "laqab" if kind == "compound" and is_laqab(unit) else "nasab"
        parts.append((placed, role, unit.given))
    return parts


def _laqab_first(units: list[Placed]) -> bool:
    """The old order: Salah al-Din Yusuf ibn Ayyub, the laqab before an ism and a marked father."""
    first = units[0][0]
    kinds = [placed[0].kind for placed in units[1:3]]
    return first.kind == "compound" and kinds == ["name", "nasab"] and is_laqab(first)


def is_laqab(unit: Unit) -> bool:
    """A compound that honours: in al-Din, al-Dawla, al-Islam; not one in Abd or Allah."""
    words = (unit.given.native or unit.given.canonical).split()
    return len(words) > 1 and words[-1] in _honours() and words[0] != ABD


@once
def _honours() -> frozenset[str]:
    """The second halves of compounds that honour, in both scripts."""
    rows = built_in().rows("person/ar/honour")
    return frozenset(text for row in rows for text in (strip_harakat(row.native), row.canonical))


def _surnames(units: list[Placed]) -> list[Part]:
    """The family name or nisbas at the end."""
    parts: list[Part] = []
    last = len(units) - 1
    for at, placed in enumerate(units):
        unit = placed[0]
        if at < last and unit.kind == "kunya":
            parts.append((placed, "kunya", unit.given))
        elif at < last and unit.kind in ("name", "compound") and _is_father(unit):
            parts.append((placed, "nasab", unit.given))
        else:
            parts.append((placed, unit.surname.role, unit.surname))
    return parts


def _is_father(unit: Unit) -> bool:
    """A unit among the surnames that is none: an ism, as Kuwait writes a father's with the article."""
    return not unit.article or (unit.given.row is not None and unit.surname.role != "nisba")


def gender_of(parts: list[Part]) -> Literal["m", "f"] | None:
    """From the ism, else from bint and umm, bin and abu."""
    told: Literal["m", "f"] | None = None
    for (unit, _, _), role, _ in parts:
        if role == "ism" and unit.gender:
            return unit.gender
        if (role == "nasab" or role == "kunya") and told != "f":
            if unit.gender == "f":
                told = "f"
            elif unit.kind != "name":
                told = "m"
    return told


def middle(units: list[Placed]) -> float:
    """What the words between say: after a nasab the given name has come."""
    if units[0][0].kind == "kunya":
        return 2.0
    for unit, _, _ in units[1:-1]:
        if unit.kind == "nasab" and not unit.settled:
            return 3.0
    last = units[-1][0]
    if last.kind == "nasab" and not last.settled:
        return 2.0
    return 0.5 * (len(units) - 2)
