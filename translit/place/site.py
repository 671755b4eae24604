"""One place of the tables: where it lies, what it is, and how likely a text means it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from translit.memory import once
from translit.nouns import Place, Row
from translit.place.nearness import sounded
from translit.tables import built_in

__all__ = [
    "MISSPELT",
    "NAMED",
    "RENOWN",
    "Site",
    "family_of",
    "site_of",
    "spellings",
    "town_shape",
    "town_weight",
]

_EXONYM = "exonym"
_SPELT = ("native", "canonical", "endonym", "russian", "arabic")
_WEIGHT = {  # how often a text names such a thing, as if it were a town of so many people
    "unit": 1.5e6,
    "district": 3e4,
    "exonym": 1e6,
    "feature": 8e4,
}
_FEATURES = {"river": 2e4, "town": 1e4, "village": 8e4}  # less: a town of a river's name is rather meant
_FAR = 1e3  # … where only towns with an exonym are known, where a text spells it otherwise: Lille is no Lili
_LEAST = 300.0
_SEAT = 2e3  # GeoNames has towns whose people nobody counted only where they are the seat of a district
_OWN = 1e7  # a user's own place
NAMED = 3e4  # and as often as one of so many people, however few live there now
RENOWN = 16.0  # a town that English has a name of its own for is named more often
MISSPELT = 2.5  # and misspelt as often as one so many times as large


class _Naming(NamedTuple):
    """How a country's places are named.

    The family of letter correspondences that they follow; whether its language has the Arabic article,
    whether Slavs have named places there, and whether it writes them in Latin letters itself.
    """

    family: str = "ru"
    article: bool = False
    slavs: bool = True
    latin: bool = False


_OTHERWISE = _Naming()


@once
def _namings() -> dict[str, _Naming]:
    """The countries of `tables/place/naming.tsv`; any other names its places as Russia does."""
    return {
        row.id: _Naming(
            row["family"], row["article"] == "yes", row["slavs"] == "yes", row["script"] == "Latn"
        )
        for row in built_in().rows("place/naming")
    }


@once
def _near() -> frozenset[str]:
    """The countries whose towns have tables, and those of which it is told how they name them."""
    return frozenset((*_namings(), *(table[-2:].upper() for table in built_in().names("place/at"))))


def family_of(country: str) -> str:
    """The family of letter correspondences a country's names follow: "ar" or "ru"."""
    return _namings().get(country, _OTHERWISE).family


def town_shape(country: str) -> tuple[str, bool, bool, bool]:
    """The `shape` of all towns of a country.

    >>> town_shape("SY"), town_shape("TR")
    (('town', True, True, False), ('town', False, True, True))
    """
    naming = _namings().get(country, _OTHERWISE)
    return "town", naming.article, not naming.slavs, naming.latin


def town_weight(people: str) -> float:
    """The weight of a town of so many people, as its cell has them."""
    return max(float(people or 0) or _SEAT, _LEAST)


def spellings(row: Row) -> Iterator[str]:
    """Every form that a place's row writes out."""
    for column in _SPELT:
        if row[column]:
            yield row[column]
    yield from row.many("also")


@dataclass(slots=True, eq=False)
class Site:
    """One place of the tables: its row, its kind (which table) and its weight.

    `weight` is how likely a text means it before its letters are looked at, in people.
    """

    kind: str
    row: Row
    family: str
    weight: float
    twin: Site | None = None
    renown: float = 1.0
    has_article: bool = False  # its language has the Arabic article
    has_no_slavs: bool = False  # no Slavs have named places there: the Arab world, Iran, Turkey
    is_fixed: bool = False  # its own country writes its name in Latin letters: nobody need romanise it
    is_far: bool = False  # it is a town of a country of which no others are known
    _usual: frozenset[str] | None = None

    def __getitem__(self, column: str) -> str:
        """The text of a cell, empty where the table has no such column."""
        return self.row[column]

    @property
    def shape(self) -> tuple[str, bool, bool, bool]:
        """All that a misspelling of it depends on beside its letters and its weight."""
        return self.kind, self.has_article, self.has_no_slavs, self.is_fixed

    @property
    def misspelt(self) -> float:
        """Its weight for a text that does not write its name so."""
        return _FAR if self.is_far else self.weight

    def is_alias(self, name: str) -> bool:
        """Is this one of its other names: a former name, another spelling?"""
        if self._usual is None:
            self._usual = frozenset(self.row[column] for column in _SPELT)
        return name not in self._usual

    @property
    def countries(self) -> tuple[str, ...]:
        """The countries it lies in."""
        if self.kind == "country":
            return (self.row.id,)
        if self.kind == "town":
            return (self.row.table[-2:].upper(),)
        return tuple(self.row["country"].split("|"))

    @property
    def is_bare(self) -> bool:
        """Has the English name of a unit no generic: Tatarstan, Crimea?"""
        return " " not in self.row["canonical"]

    @property
    def is_city(self) -> bool:
        """Is a first-level unit a city: Moscow, Baku?"""
        return self.kind == "unit" and self.row["seat"] == self.row["canonical"]

    @property
    def is_seatless(self) -> bool:
        """Has an Arab unit another name than its chief town, so that it needs no generic: Anbar, Nineveh?"""
        seat = self.row["seat"] if self.family == "ar" else ""
        return bool(seat) and sounded(seat, "ar") not in sounded(self.row["canonical"], "ar")

    @property
    def unit(self) -> str | None:
        """The first-level unit it lies in, or is."""
        return (self.row.id if self.kind == "unit" else self.row["unit"]) or None

    @property
    def feature(self) -> str:
        """What it is, in a word."""
        return self.row["feature"] or ("town" if self.kind == "exonym" else self.kind)

    @property
    def place(self) -> Place:
        """Where it is."""
        latitude, longitude = self.row["latitude"], self.row["longitude"]
        countries = self.countries
        return Place(
            countries[0] if len(countries) == 1 and countries[0] else None,
            self.unit,
            float(latitude) if latitude else None,
            float(longitude) if longitude else None,
            self.feature,
            tuple(filter(None, countries)),
        )


def site_of(row: Row) -> Site:
    """The site of a row of the place tables."""
    folder, _, name = row.table.rpartition("/")
    if folder == "place/at":
        site = Site(
            "town",
            row,
            "ru",
            town_weight(row["population"]),
            is_fixed=_namings().get(name.upper(), _OTHERWISE).latin,
        )
    elif folder != "place":
        kind = "unit" if "seat" in row.cells else "district" if "generic" in row.cells else "feature"
        site = Site(kind, row, "ru", _OWN)
    elif name == "country":
        site = Site(name, row, "ru", 2 * max(float(row["population"] or 0), _LEAST))
    else:
        site = Site(name, row, "ru", _FEATURES.get(row["feature"], _WEIGHT[name]))
        site.is_far = name == _EXONYM and _near().isdisjoint(site.countries)
    naming = _namings().get(site.countries[0], _OTHERWISE)
    site.family, site.has_article, site.has_no_slavs = naming.family, naming.article, not naming.slavs
    return site
