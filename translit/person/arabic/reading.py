"""Names of Arabic origin: title, kunya, ism, nasab, laqab, nisba and family, in any script and order.

read() understands a text in each way in which it may be written, cuts it into units, settles their
order and has them put together.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Any

from translit.compiled import module
from translit.memory import once
from translit.nouns import Reading, Step
from translit.person.arabic import natives
from translit.person.arabic.diacritics import is_turkish, turkish
from translit.person.arabic.nouns import Form, Unit
from translit.person.arabic.order import EITHER, GIVEN_SURE, LEANINGS, SURNAME_SURE, order_of
from translit.person.arabic.parts import Name, grammar
from translit.person.arabic.roles import is_laqab
from translit.person.arabic.segmentation import may_be_glued, parted
from translit.person.arabic.sons import as_son
from translit.person.arabic.south_asian import as_linked, may_be_linked
from translit.person.arabic.together import (
    KNOWN,
    KNOWN_COST,
    UNKNOWN,
    behind_alone,
    behind_either,
    in_order,
    inside,
    new_reading,
    steps,
)
from translit.person.arabic.writers import ways
from translit.quick import changed, later
from translit.tables import Tables, built_in
from translit.text.clean import fold
from translit.text.script import script_of

__all__ = ["read"]

_GLUED = "words that are written in one"
_FAMILY = 0.6  # how sure a family's name is that may be whose son one is
_NO_SCHOLARS = frozenset("eoığçöü")  # letters that those do not write who put a cedilla for a dot

compiled = module("translit.person.arabic._roles", 1)  # FORMAT in _roles.c


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
    reading = _as_linked(text, tables, order)
    if not may_be_glued(text) or _listed(reading) == len(reading.parts):
        return reading
    apart = parted(text, tables)
    if apart == text:
        return reading
    other = _as_linked(apart, tables, order)
    return replace(other, text=text, steps=(Step(text, apart, _GLUED), *other.steps))


def _as_linked(text: str, tables: Tables, order: str) -> Reading:
    """Read a name with its compounds as it links them."""
    reading = _as_written(text, tables, order)
    return as_linked(reading) if may_be_linked(text) else reading


def _as_written(text: str, tables: Tables, order: str) -> Reading:
    """Read a name by the words that it is written in."""
    if text.isascii():  # no marks, one way to understand them
        first = _read(text, text, tables, order)
    else:
        written = ways(text, tables)
        first = _read(text, written[0], tables, order)
        if len(written) > 1:
            first = _likeliest([first, *_ways(text, written[1:], tables, order)])
    as_turks = turkish(text, tables) if script_of(text) == "Latn" else ""
    if not as_turks:
        return first
    if not is_turkish(text, tables) and _listed(first) == len(first.parts):
        return first
    other = _read(text, as_turks, tables, order)
    more, parts = _listed(other, as_turks) - _listed(first, as_turks), len(other.parts)
    if more == 0 and _listed(other) == parts and is_turkish(text, tables):
        surer = sum(part.confidence for part in other.parts) > sum(part.confidence for part in first.parts)
        more = surer or not _NO_SCHOLARS.isdisjoint(text.lower())
    return other if more > 0 else first


def _ways(text: str, written: tuple[str, ...], tables: Tables, order: str) -> list[Reading]:
    """A text read in several ways of marking."""
    return [_read(text, way, tables, order) for way in written]


def _likeliest(found: list[Reading]) -> Reading:
    """Of the readings of a text in several ways of marking, the one that leads to most rows."""
    found.sort(key=_listed, reverse=True)
    first, *others = found
    if all(one.canonical == first.canonical for one in others):
        return first
    sure = len({_listed(one) for one in found[:2]}) > 1
    return first if sure else replace(first, status="ambiguous", others=tuple(others))


def _listed(reading: Reading, way: str = "") -> int:
    """How many parts of a reading have a row, but for those that another way to write it leaves alone."""
    return sum(part.row is not None and not (way and part.text in way) for part in reading.parts)


def _read(text: str, way: str, tables: Tables, order: str) -> Reading:
    """Read a text in one way to understand its marks."""
    parse, tell = _loops(tables)
    name = parse(way)
    if way is not text:
        name = name._replace(text=text)
    found = tell(name) if order == "auto" else NotImplemented
    told: Reading = _told(name, order, tables) if found is NotImplemented else found
    son = as_son(name, tables)
    if son is None or told.parts[-1].role != "family":
        return told
    return _or_son(told, son, order, tables)


def _or_son(told: Reading, son: Name, order: str, tables: Tables) -> Reading:
    """The Reading of a name whose family may be whose son one is."""
    others = later(lambda: (changed(_told(son, order, tables), others=()), *told.others))
    return changed(told, status="ambiguous", confidence=round(told.confidence * _FAMILY, 3), others=others)


def _told(name: Name, order: str, tables: Tables) -> Reading:
    """The Reading of a name in its units."""
    text = name.text
    if not name.units:
        return Reading(text=text, canonical=text, kind="person", origin="ar", key=fold(text), confidence=0.3)
    weights = grammar(tables).weights
    arabic = script_of(text) == "Arab"
    odds, why = order_of(name, order, weights["prior"] + (weights["script"] if arabic else 0.0))
    if odds >= GIVEN_SURE or odds <= SURNAME_SURE:
        return in_order(name, odds > 0, odds, why, tables)
    return in_order(name, True, odds, f"{why}; {EITHER}", tables, _turned(name, odds, why, tables))


def _turned(name: Name, odds: float, why: str, tables: Tables) -> Callable[[], Reading]:
    """Makes the Reading of a name in the other order than the likelier one."""
    return partial(in_order, name, False, odds, why, tables)


@once
def _loops(tables: Tables) -> tuple[Callable[[str], Name], Callable[[Name], Any]]:
    """What cuts a text into a Name, and what makes the Reading of one.

    The latter is compiled where it can be; it answers NotImplemented for a name that is left to `_told`.
    """
    reader = grammar(tables)
    return reader.parse, _teller(tables).read if compiled else lambda name: NotImplemented


def _teller(tables: Tables) -> Any:
    """What makes the Reading of a plain name, compiled; `_told` is the same in Python."""
    weights = grammar(tables).weights

    def others(name: Name, odds: float, latin: bool) -> tuple[Reading, ...]:
        return behind_either(_turned(name, odds, LEANINGS, tables), latin, tables)

    def lone(text: str, native: str) -> float:
        return natives.share(text, native, None, tables)

    asked = new_reading, inside, is_laqab, script_of, steps, lone, others
    sure = KNOWN_COST, UNKNOWN, KNOWN - UNKNOWN
    numbers = weights["prior"], weights["script"], GIVEN_SURE, SURNAME_SURE, *sure
    return compiled.Teller(Unit, Form, asked, behind_alone(tables), numbers)
