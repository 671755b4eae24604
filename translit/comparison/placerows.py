"""What the rows of two places are to each other: one spot, one land, an area and its seat, two of a kind."""

from __future__ import annotations

from collections import Counter

from translit.comparison.towns import CERTAINLY
from translit.memory import once
from translit.nouns import Reading, Row
from translit.tables import Tables
from translit.text.clean import fold

__all__ = [
    "FEATURES",
    "area_and_seat",
    "has_generic",
    "is_town",
    "land_and_town",
    "one_land",
    "one_spot",
    "one_town",
    "shared_names",
    "two_areas",
    "two_features",
]

_SPOT = 0.1  # degrees
_COUNTRIES = "place/country"
_UNITS = "place/unit"
FEATURES = "place/feature"
_AREAS = (_UNITS, "place/district")
_LANDS = frozenset(  # features of which two may be one land
    ("country", "unit", "region", "peninsula", "mountain", "island")
)
_NAMES = ("native", "canonical", "russian", "also")


def two_areas(a: Reading, b: Reading) -> bool:
    """True for two areas, each surely read: Krasnodar and Krasnoyarsk Krai, Kenitra Province, Quneitra."""
    if a.row is None or b.row is None or a.row.id == b.row.id:
        return False
    if a.row.table not in _AREAS or b.row.table not in _AREAS:
        return False
    return min(a.confidence, b.confidence) >= CERTAINLY


def two_features(a: Reading, b: Reading) -> bool:
    """True for two things on the map of other kinds, each surely read: the Euphrates and Euphrates Dam."""
    if a.row is None or b.row is None or not a.row.table == b.row.table == FEATURES:
        return False
    return a.row["feature"] != b.row["feature"] and min(a.confidence, b.confidence) >= CERTAINLY


def land_and_town(a: Reading, b: Reading) -> bool:
    """True for a country and a town with a word before its name, each surely read: Sudan, Port Sudan."""
    if a.row is None or b.row is None or min(a.confidence, b.confidence) < CERTAINLY:
        return False
    lands = [row.table == _COUNTRIES for row in (a.row, b.row)]
    less, more = sorted((a.canonical, b.canonical), key=len)
    return any(lands) and not all(lands) and less in more.split() and not more.startswith(less)


def is_town(reading: Reading) -> bool:
    """Is this surely a town of the tables, called by its bare name?"""
    row = reading.row
    if row is None or reading.status != "ok" or reading.confidence < CERTAINLY or has_generic(reading):
        return False
    return row.table not in (*_AREAS, FEATURES, _COUNTRIES)


def has_generic(reading: Reading) -> bool:
    """Does a name say by a generic what it is of?"""
    return any(part.role == "generic" for part in reading.parts)


def area_and_seat(a: Reading, b: Reading) -> bool:
    """True for an area and a town, each surely read: Moscow and Moscow Oblast."""
    if a.row is None or b.row is None or min(a.confidence, b.confidence) < CERTAINLY:
        return False
    areas = [row.table in _AREAS for row in (a.row, b.row)]
    return any(areas) and not all(areas) and all(row.table != FEATURES for row in (a.row, b.row))


def one_spot(a: Reading, b: Reading) -> bool:
    """True for two rows of one name on one spot: a town and the camp or the air base beside it."""
    here, there = a.place, b.place
    if a.canonical != b.canonical or here is None or there is None:
        return False
    if set(here.countries).isdisjoint(there.countries):  # Rafah on both sides of a border
        return False
    if here.latitude is None or there.latitude is None or here.longitude is None or there.longitude is None:
        return False
    return abs(here.latitude - there.latitude) < _SPOT and abs(here.longitude - there.longitude) < _SPOT


def one_town(a: Reading, b: Reading) -> bool:
    """True for a unit called as a town is, and that town: Bender, Tighina."""
    if a.row is None or b.row is None or a.canonical != b.canonical or a.place is None or b.place is None:
        return False
    units = [row.table == _UNITS for row in (a.row, b.row)]
    told = any(has_generic(one) for one in (a, b))
    return any(units) and not all(units) and not told and a.place.countries == b.place.countries


def one_land(a: Reading, b: Reading) -> bool:
    """True for two rows of one land that share a name: the unit or country and the region, its mountains."""
    if a.row is None or b.row is None or a.place is None or b.place is None:
        return False
    if (
        any(row.table not in (_UNITS, FEATURES, _COUNTRIES) for row in (a.row, b.row))
        or a.row.table == b.row.table == _UNITS
    ):
        return False
    if {a.place.feature, b.place.feature} - _LANDS or set(a.place.countries).isdisjoint(b.place.countries):
        return False
    return bool(_named(a.row) & _named(b.row))


def _named(row: Row) -> set[str]:
    """The names that a row writes, folded."""
    return {fold(name) for column in _NAMES for name in row.many(column)}


def shared_names(row: Row, tables: Tables) -> set[str]:
    """The names of a land that another row of it has as well."""
    return _named(row) & _shared(tables) if row.table == _UNITS or row.table == FEATURES else set()


@once
def _shared(tables: Tables) -> frozenset[str]:
    """The names that two rows of lands have."""
    rows = [*tables.rows(_UNITS), *(row for row in tables.rows(FEATURES) if row["feature"] in _LANDS)]
    met = Counter(name for row in rows for name in _named(row))
    return frozenset(name for name, times in met.items() if times > 1)
