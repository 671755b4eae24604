"""One place of the tables: where it lies, what it is, and how likely a text means it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from translit.nouns import Place, Row
from translit.place.nearness import sounded

__all__ = ["MISSPELT", "NAMED", "RENOWN", "Site", "family_of", "site_of", "spellings"]

_PERSIAN_COUNTRIES = frozenset(("IR", "AF"))
_ARABIC_COUNTRIES = frozenset(
    (
        *("SY", "IQ", "LB", "JO", "PS", "LY", "EG", "SD", "YE", "SA", "AE", "KW", "QA", "BH", "OM", "DZ"),
        *("MA", "TN", "MR", "IR", "IL", "TD", "ER", "DJ", "SO", "AF"),
    )
)
_NO_SLAVS = frozenset(("TR",))
_LATIN_COUNTRIES = frozenset(("tr", "ee", "lv", "lt", "md", "az", "uz", "tm", "ma", "dz", "tn", "mr"))
_SPELT = ("native", "canonical", "endonym", "russian", "arabic")
_WEIGHT = {  # how often a text names such a thing, as if it were a town of so many people
    "unit": 1.5e6,
    "district": 3e4,
    "exonym": 1e6,
    "feature": 8e4,
}
_FEATURES = {"river": 2e4, "town": 1e4, "village": 8e4}  # less: a town of a river's name is rather meant
_LEAST = 300.0
_SEAT = 2e3  # GeoNames has towns whose people nobody counted only where they are the seat of a district
_OWN = 1e7  # a user's own place
NAMED = 3e4  # and as often as one of so many people, however few live there now
RENOWN = 16.0  # a town that English has a name of its own for is named more often
MISSPELT = 2.5  # and misspelt as often as one so many times as large


def family_of(country: str) -> str:
    """The family of letter correspondences a country's names follow: "ar" or "ru"."""
    return "ar" if country in _ARABIC_COUNTRIES else "ru"


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
    _usual: frozenset[str] | None = None

    def __getitem__(self, column: str) -> str:
        """The text of a cell, empty where the table has no such column."""
        return self.row[column]

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
    people = float(row["population"] or 0)
    if folder == "place/at":
        site = Site("town", row, "ru", max(people or _SEAT, _LEAST), is_fixed=name in _LATIN_COUNTRIES)
    elif folder != "place":
        kind = "unit" if "seat" in row.cells else "district" if "generic" in row.cells else "feature"
        site = Site(kind, row, "ru", _OWN)
    elif name == "country":
        site = Site(name, row, "ru", 2 * max(people, _LEAST))
    else:
        site = Site(name, row, "ru", _FEATURES.get(row["feature"], _WEIGHT[name]))
    country = site.countries[0]
    site.family = family_of(country)
    site.has_article = site.family == "ar" and country not in _PERSIAN_COUNTRIES
    site.has_no_slavs = site.family == "ar" or country in _NO_SLAVS
    return site
