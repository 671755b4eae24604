"""The atlas: every place of the tables, found by the consonants of its name.

Cells are read once and stay cells; a Row is built only for a place that answers.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from weakref import WeakKeyDictionary

from translit.nouns import Place, Row
from translit.place.generic import Generics
from translit.place.skeleton import FAMILIES, VOWELS_ONLY, letters, skeleton_of_letters
from translit.place.slavic import stem
from translit.tables import Tables, built_in
from translit.text.clean import fold

__all__ = ["RENOWN", "Atlas", "Site", "atlas", "family_of"]

_PERSIAN_COUNTRIES = frozenset(("IR", "AF"))
_ARABIC_COUNTRIES = frozenset(
    (
        *("SY", "IQ", "LB", "JO", "PS", "LY", "EG", "SD", "YE", "SA", "AE", "KW", "QA", "BH", "OM", "DZ"),
        *("MA", "TN", "MR", "IR", "IL", "TD", "ER", "DJ", "SO", "AF"),
    )
)
_SPELT = ("native", "canonical", "endonym", "russian", "arabic", "also")
_WEIGHT = {  # how often a text names such a thing, as if it were a town of so many people
    "country": 5e6,
    "unit": 1.5e6,
    "district": 3e4,
    "exonym": 1e6,
    "feature": 8e4,
}
_LEAST = 300.0
RENOWN = 8.0  # a town that English has a name of its own for is named more often
_EDITS = "bcdfghklmnprstzSZCJ"


def family_of(country: str) -> str:
    """The family of letter correspondences a country's names follow: "ar" or "ru"."""
    return "ar" if country in _ARABIC_COUNTRIES else "ru"


@dataclass(slots=True, eq=False)
class Site:
    """One place of the tables, by reference: its cells, its kind (which table) and its weight.

    `weight` is how likely a text means it before its letters are looked at, in people.
    """

    kind: str
    table: str
    line: int
    cells: list[str]
    columns: dict[str, int] = field(repr=False)
    family: str
    weight: float
    twin: Site | None = None
    renown: float = 1.0

    def __getitem__(self, column: str) -> str:
        """The text of a cell, empty where the table has no such column."""
        at = self.columns.get(column)
        return self.cells[at] if at is not None else ""

    def is_alias(self, name: str) -> bool:
        """Is this one of its other names: a former name, another spelling?"""
        return all(self[column] != name for column in _SPELT if column != "also")

    @property
    def row(self) -> Row:
        """The line as a Row."""
        return Row(self["id"], self["native"], self["canonical"], self.table, self.line,
                   dict(zip(self.columns, self.cells, strict=True)))  # fmt: skip

    @property
    def countries(self) -> tuple[str, ...]:
        """The countries it lies in."""
        if self.kind == "country":
            return (self["id"],)
        if self.kind == "town":
            return (self.table[-2:].upper(),)
        return tuple(self["country"].split("|"))

    @property
    def has_article(self) -> bool:
        """Does its language have the Arabic article?"""
        return self.family == "ar" and self.countries[0] not in _PERSIAN_COUNTRIES

    @property
    def unit(self) -> str | None:
        """The first-level unit it lies in, or is."""
        return (self["id"] if self.kind == "unit" else self["unit"]) or None

    @property
    def feature(self) -> str:
        """What it is, in a word."""
        return self["feature"] or ("town" if self.kind == "exonym" else self.kind)

    @property
    def place(self) -> Place:
        """Where it is."""
        latitude, longitude = self["latitude"], self["longitude"]
        return Place(
            self.countries[0] or None,
            self.unit,
            float(latitude) if latitude else None,
            float(longitude) if longitude else None,
            self.feature,
        )

    @property
    def spellings(self) -> Iterator[str]:
        """Every form its cells write out."""
        for column in _SPELT:
            cell = self[column]
            if cell:
                yield from cell.split("|") if column == "also" else (cell,)


class Atlas:
    """All places of a set of tables, indexed by the skeletons of their names."""

    def __init__(self, tables: Tables) -> None:
        self.tables = tables
        self.generics = Generics(tables.rows("place/generic"))
        self._stems: dict[int, tuple[str, ...]] = {}
        self._endonyms: dict[tuple[str, str], str] = {}
        self._known: list[Site | tuple[str, int, list[str]]] = []
        self._columns: dict[str, int] = {}

    @cached_property
    def _sites(self) -> dict[str, _Index]:
        """Family → skeleton → sites, of names as they stand."""
        names = _Names()
        exonyms: dict[tuple[str, str], Site] = {}
        for site in self._of("exonym"):
            self._collect(site, names)
            for country in site.countries:
                exonyms[country, site["canonical"]] = site
                self._endonyms[country, site["canonical"]] = site["endonym"]
        for name in self.tables.names("place/at"):
            self._collect_towns(name, exonyms, names)
        for kind in ("country", "feature", "unit", "district"):
            for site in self._authored[kind]:
                self._collect(site, names)
        for site in self._own():
            self._collect(site, names)
        return names.indexed()

    @cached_property
    def _areas(self) -> dict[str, _Index]:
        """The same for units and districts, by their names without the generic."""
        names = _Names()
        for site in (*self._authored["unit"], *self._authored["district"]):
            number = self._number(site)
            for form in self.stems(site):
                names.add(site.family, form, number)
        return names.indexed()

    def _number(self, site: Site) -> int:
        """A small number that stands for a site in an index."""
        self._known.append(site)
        return len(self._known) - 1

    def _site(self, number: int) -> Site:
        """The site of a number; a town becomes one when it is first asked for."""
        found = self._known[number]
        if isinstance(found, Site):
            return found
        name, line, cells = found
        people = float(cells[self._columns["population"]] or 0)
        town = Site(
            "town", name, line, cells, self._columns, family_of(name[-2:].upper()), max(people, _LEAST)
        )
        self._known[number] = town
        return town

    @cached_property
    def _authored(self) -> dict[str, tuple[Site, ...]]:
        """The places of the authored tables and of the table of countries, by kind."""
        return {kind: tuple(self._of(kind)) for kind in ("country", "feature", "unit", "district")}

    @property
    def countries(self) -> tuple[Site, ...]:
        """The countries."""
        return self._authored["country"]

    @cached_property
    def country_names(self) -> frozenset[str]:
        """The folded names of all countries, in English, Russian and Arabic."""
        columns = ("canonical", "russian", "arabic")
        return frozenset(fold(site[column]) for site in self.countries for column in columns)

    def stems(self, site: Site) -> tuple[str, ...]:
        """A unit's names without generics and without adjectival endings."""
        known = self._stems.get(id(site))
        if known is None:
            known = self._stems[id(site)] = tuple(dict.fromkeys(self.core(form) for form in site.spellings))
        return known

    def endonym(self, site: Site) -> str:
        """What its own people call a place, in Latin; empty where the tables do not say."""
        _ = self._sites
        return self._endonyms.get((site.countries[0], site["canonical"]), site["endonym"])

    def core(self, name: str) -> str:
        """A unit's name without its generic: "Rostov Oblast" → "Rostov"."""
        return stem(self.generics.parse(name).specific)

    def _collect(self, site: Site, names: _Names) -> None:
        """Put every spelling of a site beside its family's others."""
        number = self._number(site)
        for form in site.spellings:
            names.add(site.family, form, number)

    def _collect_towns(self, name: str, exonyms: dict[tuple[str, str], Site], names: _Names) -> None:
        """Put the towns of one country beside the others; one that has an exonym answers for it."""
        lines = self.tables.cells(name)
        columns = {column: at for at, column in enumerate(next(lines))}
        self._columns = columns
        canonical, native, also = columns["canonical"], columns["native"], columns["also"]
        country = name[-2:].upper()
        titles = {title for code, title in exonyms if code == country}
        forms, numbers = names.of(family_of(country))
        twins: dict[str, list[int]] = {}
        known = self._known
        for line, cells in enumerate(lines, 2):
            number = len(known)
            known.append((name, line, cells))
            forms += (cells[native], cells[canonical])
            numbers += (number, number)
            if cells[also]:
                others = cells[also].split("|")
                forms += others
                numbers += [number] * len(others)
            if cells[canonical] in titles:
                twins.setdefault(cells[canonical], []).append(number)
        for title, twin in twins.items():
            site = max(map(self._site, twin), key=lambda site: site.weight)
            site.renown = RENOWN
            exonyms[country, title].twin = site

    def _of(self, kind: str) -> Iterator[Site]:
        """The places of one authored table."""
        name = f"place/{kind}"
        if name not in self.tables.names("place"):
            return
        lines = self.tables.cells(name)
        columns = {column: at for at, column in enumerate(next(lines))}
        for line, cells in enumerate(lines, 2):
            weight = _WEIGHT[kind]
            if kind == "country":
                weight = max(float(cells[columns["population"]] or 0), _LEAST) * 2
            site = Site(kind, name, line, cells, columns, "ru", weight)
            yield self._placed(site)

    def _own(self) -> Iterator[Site]:
        """The places of a user's own files."""
        for row in self.tables.own_rows():
            where = row["kind"] in ("", "place") and not row["role"]
            if where and ("latitude" in row.cells or "country" in row.cells):
                columns = {column: at for at, column in enumerate(row.cells)}
                kind = "unit" if "seat" in row.cells else "district" if "generic" in row.cells else "feature"
                cells = list(row.cells.values())
                yield self._placed(Site(kind, row.table, row.line, cells, columns, "ru", 1e7))

    def _placed(self, site: Site) -> Site:
        """The site with the family of the country it lies in."""
        site.family = family_of(site.countries[0])
        return site

    def alike(self, bones: str, family: str, areas: bool) -> list[tuple[Site, str]]:
        """The sites one of whose names has these consonants, each with that name."""
        index = (self._areas if areas else self._sites)[family]
        return [(self._site(index.numbers[at]), index.names[at]) for at in index.at(bones)]

    def near(self, bones: str, family: str, areas: bool) -> list[tuple[Site, str]]:
        """The sites one of whose names has these consonants but for one, each with that name."""
        index = (self._areas if areas else self._sites)[family]
        found = {at for other in _one_off(bones) if other in index.places for at in index.at(other)}
        return [(self._site(index.numbers[at]), index.names[at]) for at in sorted(found)]


@dataclass(slots=True)
class _Index:
    """Names, the numbers of the sites that bear them, and where among them each skeleton is."""

    names: list[str]
    numbers: list[int]
    places: dict[str, int | list[int]]

    def at(self, bones: str) -> list[int]:
        """Where the names with a skeleton are."""
        found = self.places.get(bones)
        return [] if found is None else [found] if isinstance(found, int) else found


class _Names:
    """Names of sites, gathered family by family, to be indexed in one pass."""

    def __init__(self) -> None:
        self._families: dict[str, tuple[list[str], list[int]]] = {family: ([], []) for family in FAMILIES}

    def of(self, family: str) -> tuple[list[str], list[int]]:
        """The names of one family and the numbers of their sites, to be added to."""
        return self._families[family]

    def add(self, family: str, name: str, number: int) -> None:
        """Add one name."""
        names, numbers = self._families[family]
        names.append(name)
        numbers.append(number)

    def indexed(self) -> dict[str, _Index]:
        """The index of each family."""
        return {family: _index(names, numbers, family) for family, (names, numbers) in self._families.items()}


def _index(names: list[str], numbers: list[int], family: str) -> _Index:
    """Index thousands of names in one pass."""
    places: dict[str, int | list[int]] = {}
    bones = skeleton_of_letters(letters("\n".join(names), family), family).split("\n") if names else []
    for at, bone in enumerate(bones):
        if not bone:
            bone = VOWELS_ONLY + letters(names[at], family)
        known = places.setdefault(bone, at)
        if known == at:
            continue
        if isinstance(known, int):
            places[bone] = [known, at]
        else:
            known.append(at)
    places.pop(VOWELS_ONLY, None)
    return _Index(names, numbers, places)


def _one_off(bones: str) -> Iterable[str]:
    """Every skeleton one consonant away."""
    found = []
    for at in range(len(bones)):
        head, tail = bones[:at], bones[at + 1 :]
        found.append(head + tail)
        found += [head + sign + tail for sign in _EDITS]
        if tail:
            found.append(head + tail[0] + bones[at] + tail[1:])
    for at in range(len(bones) + 1):
        found += [bones[:at] + sign + bones[at:] for sign in _EDITS]
    return found


_ATLASES: WeakKeyDictionary[Tables, Atlas] = WeakKeyDictionary()


def atlas(tables: Tables | None = None) -> Atlas:
    """The atlas of a set of tables (the built-in ones by default), made once."""
    tables = tables or built_in()
    if tables not in _ATLASES:
        _ATLASES[tables] = Atlas(tables)
    return _ATLASES[tables]
