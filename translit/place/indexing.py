"""The index of all places by the skeletons of their names, as plain values that can be kept."""

from __future__ import annotations

import math
from array import array
from collections.abc import Collection, Iterable, Iterator
from functools import cached_property
from typing import Any, NamedTuple

from translit.place.generic import Generics, generics_of
from translit.place.loops import compiled
from translit.place.misspelling import logarithm
from translit.place.nearness import sounds_of_letters
from translit.place.site import NAMED, Site, family_of, site_of, spellings, town_shape, town_weight
from translit.place.skeleton import FAMILIES, VOWELS_ONLY, letters, skeleton, skeleton_of_letters
from translit.place.slavic import gender, is_adjective, stem, written
from translit.tables import Tables
from translit.text.clean import fold
from translit.text.script import begins_arabic, script_of

__all__ = [
    "ALL",
    "ARABIC",
    "AUTHORED",
    "GRADE",
    "LIGHTEST",
    "OTHER",
    "SIZE",
    "Index",
    "Shape",
    "indexed",
    "make",
]

AUTHORED = ("place/exonym", "place/country", "place/feature", "place/unit", "place/district")
SIZE = 1 << 16  # a place's number is its table's times this, plus its line
_AREAS = ("place/unit", "place/district")
_FIRST = frozenset(("unit", "region"))  # what words for first-level units name
_COUNTRYSIDE = frozenset(("countryside",))
ARABIC, OTHER, ALL = 1, 2, 3  # which texts a name answers: Arabic ones, those of other scripts, both
LIGHTEST, GRADE = 5.0, 16.0  # a grade is how much the logarithm of a weight is above this, in sixteenths

Kept = tuple[str, str, bytes, bytes, bytes, bytes, list[tuple[Any, ...]], dict[str, Any]]


class Shape(NamedTuple):
    """What a name and its place have in common with thousands of others."""

    kind: str
    has_article: bool
    has_no_slavs: bool
    is_fixed: bool
    is_alias: bool  # another name of the place than its usual ones
    is_arabic: bool  # in Arabic script


class Index:
    """Names, the numbers of the places that bear them, and where among them each skeleton is.

    `heard` says of each name which texts it answers: an Arabic one writes no vowels, so that a Latin
    text is held against the Latin name beside it, and an Arabic text against Arabic names alone.
    `grades` say how much each place weighs where it is misspelt, rounded up, and `shapes` which of the
    `shaped` names they are.
    """

    def __init__(self, kept: Kept) -> None:
        self._names, self._sounds, numbers, self.heard, self.grades, self.shapes, shaped, self.places = kept
        self.numbers = array("i", numbers)
        self.shaped = [Shape(*one) for one in shaped]
        self.against: dict[Any, bytes] = {}

    @cached_property
    def quick(self) -> Any:
        """The search among the names, compiled; None where it is not."""
        if compiled is None or not self.heard:
            return None
        return compiled.Names(self._names, self._sounds, self.heard, self.grades, self.shapes, self.places)

    @cached_property
    def names(self) -> list[str]:
        """The names."""
        return self._names.split("\n")

    @cached_property
    def sounds(self) -> list[str]:
        """What each name sounds like, for a quick comparison."""
        return self._sounds.split("\n")

    def name(self, at: int) -> str:
        """One of the names."""
        found: str = self.quick.at(at) if self.quick else self.names[at]
        return found

    def at(self, bones: str) -> tuple[int, ...]:
        """Where the names with a skeleton are."""
        found = self.places.get(bones)
        return () if found is None else (found,) if isinstance(found, int) else found


def make(tables: Tables) -> dict[str, Any]:
    """All that the atlas needs to find a place, from the tables, in values that marshal can write."""
    towns = tables.names("place/at")
    generics = generics_of(tables)
    known = _Names()
    areas = _Names()
    units: set[tuple[str, str]] = set()
    for at, table in enumerate(AUTHORED):
        for row in tables.rows(table):
            site = site_of(row)
            known.add_site(site, spellings(row), at * SIZE + row.line)
            if table in _AREAS:
                names = [_bare(form, generics) for form in spellings(row)]
                for own in dict.fromkeys(_bare(form, generics) for form in (row.native, row["russian"])):
                    if (
                        is_adjective(own)
                        and script_of(own) == "Cyrl"
                        and (own in row.native or gender(own) == "f")
                    ):
                        names.append(written(own))
                forms = {stem(name): None for name in names}
                if site.kind == "unit":
                    units |= {(row["country"], skeleton(name, site.family)) for name in names}
                areas.add_site(site, forms, at * SIZE + row.line)
    twins = _twins(tables, towns)
    for at, table in enumerate(towns, len(AUTHORED)):
        _add_towns(table, at, tables, known, frozenset(twins.values()), units)
    countries = tables.rows("place/country")
    return {
        "tables": [*AUTHORED, *towns],
        "sites": known.kept(),
        "areas": areas.kept(),
        "twins": twins,
        "countries": sorted(
            {
                name if name.isupper() else fold(name)
                for row in countries
                for column in ("canonical", "russian", "arabic", "also")
                for name in row.many(column)
            }
        ),
    }


def _bare(form: str, generics: Generics) -> str:
    """An area's name without its generic; the countryside of a town keeps it: Rif Dimashq."""
    parsed = generics.parse(form)
    return form if parsed.features == _COUNTRYSIDE else parsed.specific


def indexed(names: Iterable[tuple[Site, int]]) -> dict[str, Index]:
    """The index of a few places, by family."""
    known = _Names()
    for site, number in names:
        known.add_site(site, spellings(site.row), number)
    return {family: Index(kept) for family, kept in known.kept().items()}


def _add_towns(
    table: str, at: int, tables: Tables, known: _Names, renowned: frozenset[int], units: set[tuple[str, str]]
) -> None:
    """Put the towns of one country beside the others; the `renowned` weigh more.

    A name of theirs that is one of the `units` is no town's: Batna is not also called Wilaya de Batna.
    """
    generics = generics_of(tables)
    lines = tables.cells(table)
    header = next(lines)
    native, canonical, also, people = map(header.index, ("native", "canonical", "also", "population"))
    country = table[-2:].upper()
    family, shape = family_of(country), town_shape(country)
    for line, cells in enumerate(lines, 2):
        others = cells[also].split("|") if cells[also] else []
        if " " in cells[also]:
            others = [name for name in others if not _is_unit(name, country, family, generics, units)]
        number, weight = at * SIZE + line, town_weight(cells[people])
        own = cells[native], cells[canonical]
        names = (*own, *others, *_without_dots(cells[native]))
        known.add(family, names, number, max(weight, NAMED) if number in renowned else weight, shape, own)


def _is_unit(name: str, country: str, family: str, generics: Generics, units: set[tuple[str, str]]) -> bool:
    """Is another name of a town that of a unit, with its generic?"""
    parsed = generics.parse(name) if " " in name else None
    if parsed is None or not parsed.rows or not parsed.features <= _FIRST:
        return False
    return (country, skeleton(parsed.specific, family)) in units


def _without_dots(native: str) -> tuple[str, ...]:
    """The Latin form of a Russian name whose ё is printed е: Tyotkino is Tetkino too."""
    plain = native.replace("ё", "е").replace("Ё", "Е")
    return (written(plain),) if plain != native else ()


def _twins(tables: Tables, names: tuple[str, ...]) -> dict[int, int]:
    """The number of an exonym → that of the largest town that bears its canonical name."""
    exonyms: dict[tuple[str, str], int] = {}
    for row in tables.rows("place/exonym"):
        for country in row["country"].split("|"):
            exonyms[country, row.canonical] = row.line
    found: dict[int, int] = {}
    people: dict[int, float] = {}
    for at, table in enumerate(names, len(AUTHORED)):
        lines = tables.cells(table)
        header = next(lines)
        canonical, population = header.index("canonical"), header.index("population")
        for line, cells in enumerate(lines, 2):
            exonym = exonyms.get((table[-2:].upper(), cells[canonical]))
            size = float(cells[population] or 0)
            if exonym is not None and size > people.get(exonym, -1.0):
                found[exonym], people[exonym] = at * SIZE + line, size
    return found


class _Names:
    """Names of places, gathered family by family, to be indexed in one pass."""

    def __init__(self) -> None:
        self._families: dict[str, tuple[list[str], list[int], bytearray, bytearray]] = {
            family: ([], [], bytearray(), bytearray()) for family in FAMILIES
        }
        self._shaped: dict[tuple[Any, ...], int] = {}

    def add(
        self,
        family: str,
        names: Iterable[str],
        number: int,
        weight: float,
        shape: tuple[str, bool, bool, bool],
        own: Collection[str],
    ) -> None:
        """Add the names of one place, of which some are its `own`, the others its other names."""
        forms, numbers, grades, shapes = self._families[family]
        grade = _grade(weight)
        for name in names:
            if name:
                forms.append(name)
                numbers.append(number)
                grades.append(grade)
                whole = *shape, name not in own, script_of(name) == "Arab"
                shapes.append(self._shaped.setdefault(whole, len(self._shaped)))

    def add_site(self, site: Site, names: Iterable[str], number: int) -> None:
        """Add some names of a place."""
        names = list(names)
        own = [name for name in names if not site.is_alias(name)]
        self.add(site.family, names, number, site.misspelt, site.shape, own)

    def kept(self) -> dict[str, Kept]:
        """The index of each family, in values that marshal can write."""
        return {family: _kept(*found, list(self._shaped), family) for family, found in self._families.items()}


def _grade(weight: float) -> int:
    """How much a place weighs, in grades, rounded up."""
    return max(0, math.ceil((logarithm(weight) - LIGHTEST) * GRADE))


def _kept(
    names: list[str],
    numbers: list[int],
    grades: bytearray,
    shapes: bytearray,
    shaped: list[tuple[Any, ...]],
    family: str,
) -> Kept:
    """Index thousands of names in one pass."""
    broad = letters("\n".join(names), family)
    bones = skeleton_of_letters(broad, family).split("\n") if names else []
    sounds = [sounds_of_letters(line.strip(), family) for line in broad.split("\n")] if names else []
    places: dict[str, list[int]] = {}
    for at, bone in enumerate(bones):
        places.setdefault(bone or VOWELS_ONLY + letters(names[at], family), []).append(at)
    places.pop(VOWELS_ONLY, None)
    single = {bone: found[0] if len(found) == 1 else tuple(found) for bone, found in places.items()}
    heard = bytes(_heard(names, numbers, bones, family))
    told = "\n".join(names), "\n".join(sounds), array("i", numbers).tobytes(), heard
    return *told, bytes(grades), bytes(shapes), shaped, single


def _heard(names: list[str], numbers: list[int], bones: list[str], family: str) -> Iterator[int]:
    """Which texts each name answers."""
    arabic = [begins_arabic(name) for name in names]
    natives = {number for number, is_native in zip(numbers, arabic, strict=True) if is_native}
    natives = natives if family == "ar" else set()
    vowelled = {
        (number, bone)
        for number, bone, is_native in zip(numbers, bones, arabic, strict=True)
        if not is_native
    }
    for number, bone, is_native in zip(numbers, bones, arabic, strict=True):
        if is_native:
            yield ARABIC if (number, bone) in vowelled else ALL
        else:
            yield OTHER if number in natives else ALL
