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
from translit.place.skeleton import letters, skeleton_of_letters
from translit.place.slavic import stem
from translit.tables import Tables, built_in

__all__ = ["Atlas", "Site", "atlas", "family_of"]

_ARABIC_COUNTRIES = frozenset("SY IQ LB JO PS LY EG SD YE SA AE KW QA BH OM DZ MA TN MR IR IL TD ER DJ SO AF".split())
_SPELT = ("native", "canonical", "endonym", "russian", "arabic", "also")
_WEIGHT = {  # how often a text names such a thing, as if it were a town of so many people
    "country": 5e6,
    "unit": 1.5e6,
    "district": 3e4,
    "exonym": 1e6,
    "feature": 4e4,
}
_LEAST = 300.0
_RENOWN = 3.0  # a town that English has a name of its own for is named more often
_EDITS = "bcdfghklmnprstzSZCJ"


def family_of(country: str) -> str:
    """The family of letter correspondences a country's names follow: "ar" or "ru"."""
    return "ar" if country in _ARABIC_COUNTRIES else "ru"


@dataclass(frozen=True, slots=True, eq=False)
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

    def __getitem__(self, column: str) -> str:
        """The text of a cell, empty where the table has no such column."""
        at = self.columns.get(column)
        return self.cells[at] if at is not None else ""

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

    @cached_property
    def _sites(self) -> dict[str, dict[str, list[Site]]]:
        """Family → skeleton → sites, of names as they stand."""
        found: dict[str, tuple[list[str], list[Site]]] = {"ru": ([], []), "ar": ([], [])}
        exonyms: dict[tuple[str, str], Site] = {}
        for site in self._exonyms():
            for country in site.countries:
                exonyms[country, site["canonical"]] = site
                self._endonyms[country, site["canonical"]] = site["endonym"]
            self._collect(site, found)
        for name in self.tables.names("place/at"):
            self._collect_towns(name, exonyms, found)
        for site in (*self.countries, *self._of("feature"), *self._own()):
            self._collect(site, found)
        return {family: _index(names, sites, family) for family, (names, sites) in found.items()}

    @cached_property
    def _areas(self) -> dict[str, dict[str, list[Site]]]:
        """The same for units and districts, by their names without the generic."""
        found: dict[str, tuple[list[str], list[Site]]] = {"ru": ([], []), "ar": ([], [])}
        for site in (*self._of("unit"), *self._of("district")):
            names, sites = found[site.family]
            for form in dict.fromkeys(self.core(form) for form in site.spellings):
                names.append(form)
                sites.append(site)
        return {family: _index(names, sites, family) for family, (names, sites) in found.items()}

    @cached_property
    def countries(self) -> tuple[Site, ...]:
        """The countries."""
        return tuple(self._of("country"))

    def stems(self, site: Site) -> tuple[str, ...]:
        """A unit's names without generics and without adjectival endings."""
        known = self._stems.get(id(site))
        if known is None:
            known = self._stems[id(site)] = tuple(dict.fromkeys(self.core(form) for form in site.spellings))
        return known

    def endonym(self, site: Site) -> str:
        """What its own people call a place, in Latin; empty where the tables do not say."""
        return self._endonyms.get((site.countries[0], site["canonical"]), site["endonym"])

    def core(self, name: str) -> str:
        """A unit's name without its generic: "Rostov Oblast" → "Rostov"."""
        return stem(self.generics.parse(name).specific)

    def _collect(self, site: Site, found: dict[str, tuple[list[str], list[Site]]]) -> None:
        """Put every spelling of a site beside its family's others."""
        names, sites = found[site.family]
        for form in site.spellings:
            names.append(form)
            sites.append(site)

    def _collect_towns(
        self, name: str, exonyms: dict[tuple[str, str], Site], found: dict[str, tuple[list[str], list[Site]]]
    ) -> None:
        """Put the towns of one country beside the others; one that has an exonym answers for it."""
        lines = self.tables.cells(name)
        columns = {column: at for at, column in enumerate(next(lines))}
        canonical, native, also, people = (
            columns[column] for column in ("canonical", "native", "also", "population")
        )
        country = name[-2:].upper()
        family = family_of(country)
        names, sites = found[family]
        largest: dict[str, Site] = {}
        for line, cells in enumerate(lines, 2):
            weight = max(float(cells[people] or 0), _LEAST)
            site = Site("town", name, line, cells, columns, family, weight)
            forms = [cells[native], cells[canonical]]
            if cells[also]:
                forms += cells[also].split("|")
            names += forms
            sites += [site] * len(forms)
            if (country, cells[canonical]) in exonyms:
                before = largest.get(cells[canonical])
                if before is None or before.weight < weight:
                    largest[cells[canonical]] = site
        for title, site in largest.items():
            object.__setattr__(exonyms[country, title], "twin", site)
            object.__setattr__(site, "weight", _RENOWN * site.weight)

    def _of(self, kind: str) -> Iterator[Site]:
        """The places of one authored table."""
        name = f"place/{kind}"
        if name not in self.tables.names("place"):
            return
        lines = self.tables.cells(name)
        columns = {column: at for at, column in enumerate(next(lines))}
        for line, cells in enumerate(lines, 2):
            site = Site(kind, name, line, cells, columns, "ru", _WEIGHT[kind])
            yield self._placed(site)

    def _exonyms(self) -> Iterator[Site]:
        return self._of("exonym")

    def _own(self) -> Iterator[Site]:
        """The places of a user's own files."""
        for row in self.tables.own_rows():
            if "latitude" in row.cells or "country" in row.cells:
                columns = {column: at for at, column in enumerate(row.cells)}
                kind = "unit" if "seat" in row.cells else "district" if "generic" in row.cells else "feature"
                cells = list(row.cells.values())
                yield self._placed(Site(kind, row.table, row.line, cells, columns, "ru", 1e7))

    def _placed(self, site: Site) -> Site:
        """The site with the family of the country it lies in."""
        object.__setattr__(site, "family", family_of(site.countries[0]))
        return site

    def alike(self, bones: str, family: str, areas: bool) -> list[Site]:
        """The sites one of whose names has these consonants."""
        return (self._areas if areas else self._sites)[family].get(bones, [])

    def near(self, bones: str, family: str, areas: bool) -> list[Site]:
        """The sites one of whose names has these consonants but for one."""
        index = (self._areas if areas else self._sites)[family]
        found: dict[int, Site] = {}
        for other in _one_off(bones):
            for site in index.get(other, ()):
                found[id(site)] = site
        return list(found.values())


def _index(names: list[str], sites: list[Site], family: str) -> dict[str, list[Site]]:
    """Skeleton → sites, of thousands of names in one pass."""
    index: dict[str, list[Site]] = {}
    if not names:
        return index
    bones = skeleton_of_letters(letters("\n".join(names), family), family).split("\n")
    for bone, site in zip(bones, sites, strict=True):
        known = index.get(bone)
        if known is None:
            index[bone] = [site]
        elif known[-1] is not site:
            known.append(site)
    return index


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
