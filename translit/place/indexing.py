"""The index of all places by the skeletons of their names, as plain values that can be kept."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator
from typing import Any

from translit.place.generic import Generics
from translit.place.nearness import sounds_of_letters
from translit.place.site import Site, family_of, site_of, spellings
from translit.place.skeleton import FAMILIES, VOWELS_ONLY, letters, skeleton_of_letters
from translit.place.slavic import stem, written
from translit.tables import Tables
from translit.text.clean import fold

__all__ = ["ALL", "ARABIC", "AUTHORED", "OTHER", "SIZE", "Index", "indexed", "make"]

AUTHORED = ("place/exonym", "place/country", "place/feature", "place/unit", "place/district")
SIZE = 1 << 16  # a place's number is its table's times this, plus its line
_AREAS = ("place/unit", "place/district")
ARABIC, OTHER, ALL = 1, 2, 3  # which texts a name answers: Arabic ones, those of other scripts, both


class Index:
    """Names, the numbers of the places that bear them, and where among them each skeleton is.

    `heard` says of each name which texts it answers: an Arabic one writes no vowels, so that a Latin
    text is held against the Latin name beside it, and an Arabic text against Arabic names alone.
    """

    def __init__(self, kept: tuple[str, str, bytes, bytes, dict[str, Any]]) -> None:
        names, sounds, numbers, self.heard, self.places = kept
        self.names = names.split("\n")
        self.numbers = array("i", numbers)
        self._sounds = sounds
        self._parted: list[str] = []

    @property
    def sounds(self) -> list[str]:
        """What each name sounds like, for a quick comparison."""
        if not self._parted:
            self._parted = self._sounds.split("\n")
        return self._parted

    def at(self, bones: str) -> tuple[int, ...]:
        """Where the names with a skeleton are."""
        found = self.places.get(bones)
        return () if found is None else (found,) if isinstance(found, int) else found


def make(tables: Tables) -> dict[str, Any]:
    """All that the atlas needs to find a place, from the tables, in values that marshal can write."""
    names = tables.names("place/at")
    generics = Generics(tables.rows("place/generic"))
    known = _Names()
    areas = _Names()
    for at, table in enumerate(AUTHORED):
        for row in tables.rows(table):
            site = site_of(row)
            known.add(site.family, spellings(row), at * SIZE + row.line)
            if table in _AREAS:
                forms = {stem(generics.parse(form).specific): None for form in spellings(row)}
                areas.add(site.family, forms, at * SIZE + row.line)
    for at, table in enumerate(names, len(AUTHORED)):
        _add_towns(table, at, tables, known)
    countries = tables.rows("place/country")
    return {
        "tables": [*AUTHORED, *names],
        "sites": known.kept(),
        "areas": areas.kept(),
        "twins": _twins(tables, names),
        "countries": sorted(
            {
                fold(name)
                for row in countries
                for column in ("canonical", "russian", "arabic", "also")
                for name in row.many(column)
            }
        ),
    }


def indexed(names: Iterable[tuple[Site, int]]) -> dict[str, Index]:
    """The index of a few places, by family."""
    known = _Names()
    for site, number in names:
        known.add(site.family, spellings(site.row), number)
    return {family: Index(kept) for family, kept in known.kept().items()}


def _add_towns(table: str, at: int, tables: Tables, known: _Names) -> None:
    """Put the towns of one country beside the others."""
    lines = tables.cells(table)
    header = next(lines)
    native, canonical, also = map(header.index, ("native", "canonical", "also"))
    family = family_of(table[-2:].upper())
    for line, cells in enumerate(lines, 2):
        others = cells[also].split("|") if cells[also] else ()
        known.add(
            family,
            (cells[native], cells[canonical], *others, *_without_dots(cells[native])),
            at * SIZE + line,
        )


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
        self._families: dict[str, tuple[list[str], list[int]]] = {family: ([], []) for family in FAMILIES}

    def add(self, family: str, names: Iterable[str], number: int) -> None:
        """Add the names of one place."""
        forms, numbers = self._families[family]
        for name in names:
            if name:
                forms.append(name)
                numbers.append(number)

    def kept(self) -> dict[str, tuple[str, str, bytes, bytes, dict[str, Any]]]:
        """The index of each family, in values that marshal can write."""
        return {family: _kept(*found, family) for family, found in self._families.items()}


def _kept(names: list[str], numbers: list[int], family: str) -> tuple[str, str, bytes, bytes, dict[str, Any]]:
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
    return "\n".join(names), "\n".join(sounds), array("i", numbers).tobytes(), heard, single


def _heard(names: list[str], numbers: list[int], bones: list[str], family: str) -> Iterator[int]:
    """Which texts each name answers."""
    arabic = ["\u0600" <= name[0] <= "\u06ff" for name in names]
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
