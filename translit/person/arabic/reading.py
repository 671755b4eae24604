"""Names of Arabic origin: title, kunya, ism, nasab, laqab, nisba and family, in any script and order."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import replace
from functools import lru_cache, partial
from typing import Any, Literal

from translit.compiled import module
from translit.memory import once
from translit.nouns import Reading, Row, Status, Step
from translit.person.arabic import behind
from translit.person.arabic.glued import may_be_glued, parted
from translit.person.arabic.letters import has_article, unarticled
from translit.person.arabic.linked import as_linked, may_be_linked
from translit.person.arabic.marks import is_turkish, turkish, ways
from translit.person.arabic.nouns import Form, Unit
from translit.person.arabic.parts import Name, Placed, grammar
from translit.person.arabic.roles import gender_of, is_laqab, middle, roles
from translit.person.arabic.sons import as_son
from translit.person.slavic.further import further
from translit.quick import changed, later, maker, told_by
from translit.tables import Tables, built_in
from translit.text.case import is_shouted
from translit.text.clean import fold
from translit.text.script import script_of

__all__ = ["read"]

_GIVEN_SURE = 0.8  # log-odds from which a name begins with the given name …
_SURNAME_SURE = -1.2  # … or with the surname; between them both orders stand, that of the text first
_LEANINGS, _EITHER = "the words' own leanings", "either order is possible"
_GLUED = "words that are written in one"
_SON = "ابن "  # where it begins a name, or stands in one that Arabs wrote themselves
_FAMILY = 0.6  # how sure a family's name is that may be whose son one is
_KNOWN = 0.95
_UNKNOWN = 0.6
_NO_SCHOLARS = frozenset("eoığçöü")  # letters that those do not write who put a cedilla for a dot
_GIVEN_NAMES = ("person/ar/ism", "person/ar/equivalent", "person/ar/laqab")
_KUNYA = "person/ar/kunya"
_SIGNED = -1.0  # the leaning from which an unknown word has a surname's sign: Itani, Benkhalfa
_LEANS = -0.1  # … and that of a word that is sooner a family's: what wants its article hardly is
_KNOWN_COST = 0.5  # what a part without a row of its own may cost and still be known

_new = maker(Reading)
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
            first = _likeliest([first, *[_read(text, way, tables, order) for way in written[1:]]])
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
    others = later(lambda: (changed(_told(son, order, tables), others=()), *told.others))
    return changed(told, status="ambiguous", confidence=round(told.confidence * _FAMILY, 3), others=others)


def _told(name: Name, order: str, tables: Tables) -> Reading:
    """The Reading of a name in its units."""
    text = name.text
    if not name.units:
        return Reading(text=text, canonical=text, kind="person", origin="ar", key=fold(text), confidence=0.3)
    weights = grammar(tables).weights
    arabic = script_of(text) == "Arab"
    odds, why = _order(name, order, weights["prior"] + (weights["script"] if arabic else 0.0))
    if odds >= _GIVEN_SURE or odds <= _SURNAME_SURE:
        return _reading(name, odds > 0, odds, why, tables)
    return _reading(name, True, odds, f"{why}; {_EITHER}", tables, _turned(name, odds, why, tables))


def _turned(name: Name, odds: float, why: str, tables: Tables) -> Callable[[], Reading]:
    """Makes the Reading of a name in the other order than the likelier one."""
    return partial(_reading, name, False, odds, why, tables)


def _order(name: Name, order: str, prior: float) -> tuple[float, str]:
    """The log-odds that the given name comes first, and what they rest on."""
    units = name.units
    if order != "auto":
        return (9.0 if order == "given-first" else -9.0), f"order asked for: {order}"
    if len(units) < 2:
        return 9.0, "one name"
    if name.comma is not None:
        return -6.0, "the comma sets the surname apart"
    first, last = units[0], units[-1]
    shouted = is_shouted(name.text[first[1] : first[2]])
    if shouted != is_shouted(name.text[last[1] : last[2]]):
        return (-5.0 if shouted else 5.0), "the surname in capitals"
    odds = _leaning(units, prior)
    return odds if odds > _SURNAME_SURE or _is_family(first[0]) else 0.0, _LEANINGS


def _leaning(units: list[Placed], prior: float) -> float:
    """The log-odds that the given name comes first, by what the words are alone."""
    head = 1 if units[0][0].kind == "kunya" and len(units) > 2 else 0
    return prior + units[head][0].lean - units[-1][0].lean + middle(units)


def _is_family(unit: Unit) -> bool:
    """Is a word sooner a family's than a given name, so that a name may begin with it, and not just unknown?

    An unknown one before a given name is rather a given name itself, and the last the father's: Ilhan Omar.
    So is one that a row has as a given name, be it a family's as well: Fawzi Yousef; with the article
    Sudanese and Moroccans are called so (Elhassan Ibrahim), and by a kunya of one word: Boubakeur.
    """
    unknown = unit.surname.row is None and unit.kind == "name" and not unit.article
    row = unit.given.row
    given = row is not None and row.table == _GIVEN_NAMES[0]
    if (given and unit.article) or (row is not None and row.table == _KUNYA and " " not in row.native):
        return False
    return unit.lean < (_SIGNED if unknown or given else _LEANS)


def _reading(
    name: Name,
    given_first: bool,
    odds: float,
    why: str,
    tables: Tables,
    other: Callable[[], Reading] | None = None,
) -> Reading:
    """The Reading of a name whose order is settled; `other` makes a second one where it is not."""
    text = name.text
    told = _assembled(name.units, given_first, name.comma, text)
    canonical, native, key, readings, given, surname, gender, known, first = told
    count = len(readings)
    many = count > 1
    if name.titles:
        readings[:0] = [_title(text[start:end], row) for row, start, end in name.titles]
    sure = 1 / (1 + math.exp(-odds if given_first else odds)) if many else 0.95
    status: Status = "ambiguous" if other else "ok" if known else "unknown"
    latin = text.isascii() or script_of(text) == "Latn"
    confidence = sure * (_UNKNOWN + (_KNOWN - _UNKNOWN) * known / count)
    if not known and not many and latin and first.native:
        confidence = behind.share(text, first.native, None, tables)
    others = _behind_alone(tables) if latin else ()
    if other:
        others = _behind_either(other, latin, tables)
    return _new(
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
        _steps(why if many else ""),
        None,
        given,
        None,
        surname,
        gender,
    )


_Assembled = tuple[
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


def _assembled(units: list[Placed], given_first: bool, comma: int | None, text: str) -> _Assembled:
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
            form = _inside(form, text)
        if role == "nasab" and written and form.native and form.native.startswith(_SON):
            form = _inside(form, text)
        written.append(form.canonical)
        natives.append(form.native or "")
        keys.append(form.key)
        readings.append(_part_reading(text[start:end], role, form))
        if role == "ism":
            given = form.canonical if given is None else given
        elif role == "family" or role == "nisba":
            surname = form.canonical
        if form.row is not None or form.cost < _KNOWN_COST:
            known += 1
    native = " ".join(natives) if all(natives) else None
    first = parts[0][2]
    return (
        " ".join(written), native, " ".join(keys), readings, given, surname, gender_of(parts), known, first
    )  # fmt: skip


def _behind(other: Callable[[], Reading] | None, tables: Tables, reading: Reading) -> tuple[Reading, ...]:
    """The readings behind that of a Latin name: in the other order, then of other natives."""
    options = [behind.ways(part, tables) for part in reading.parts if part.role != "title"]
    own = math.prod([one[0].confidence for one in options])
    found = further(reading, options, min(1.0, reading.confidence / own)) if own else []
    return (other(), *found) if other else tuple(found)


@once
def _behind_alone(tables: Tables) -> tuple[Reading, ...]:
    """The readings behind that of a Latin name whose order is sure; told by the Reading itself."""
    return told_by(partial(_behind, None, tables))


def _behind_either(other: Callable[[], Reading], latin: bool, tables: Tables) -> tuple[Reading, ...]:
    """The readings behind that of a name which may as well be in the other order."""
    return told_by(partial(_behind, other, tables)) if latin else later(partial(_others, other))


def _others(other: Callable[[], Reading]) -> tuple[Reading, ...]:
    """The reading of the other order."""
    return (other(),)


def _inside(form: Form, text: str) -> Form:
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
    return _new(
        text, form.canonical, form.native, "person", "ar", form.key, sure, status, (), row, (), (), role
    )


def _title(text: str, row: Row) -> Reading:
    """A title before or after a name."""
    return Reading(
        text=text, canonical=row.canonical, kind="person", origin="ar", key=row.id,
        confidence=0.95, status="ok", row=row, role="title",
    )  # fmt: skip


@lru_cache(maxsize=64)
def _steps(why: str) -> tuple[Step, ...]:
    """What each part became, and the order of the whole where there is one; told by the Reading itself."""
    return told_by(partial(_explained, why))


def _explained(why: str, reading: Reading) -> tuple[Step, ...]:
    parts = [part for part in reading.parts if part.role != "title"]
    steps = [Step(part.text, part.canonical, _because(part)) for part in parts]
    if why:
        steps.append(Step(reading.text, reading.canonical, why))
    return tuple(steps)


def _because(part: Reading) -> str:
    row = part.row
    return f"{part.role}: {row.table}/{row.id}" if row else f"{part.role}: by rule"


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
        return _behind_either(_turned(name, odds, _LEANINGS, tables), latin, tables)

    def lone(text: str, native: str) -> float:
        return behind.share(text, native, None, tables)

    asked = _new, _inside, is_laqab, script_of, _steps, lone, others
    sure = _KNOWN_COST, _UNKNOWN, _KNOWN - _UNKNOWN
    numbers = weights["prior"], weights["script"], _GIVEN_SURE, _SURNAME_SURE, *sure
    return compiled.Teller(Unit, Form, asked, _behind_alone(tables), numbers)
