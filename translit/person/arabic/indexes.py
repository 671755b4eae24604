"""The index of the rows of Arabic names, made once and kept: by spelling, by sound, by elements."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from translit.nouns import Row
from translit.person.arabic import letters, particles
from translit.person.arabic.letters import AL, HOUSE, bare, has_article, sound, unarticled, unarticled_native
from translit.person.arabic.particles import Particles
from translit.romanization import ARABIC_PRESS, romanize
from translit.sounds import keys
from translit.tables import Tables
from translit.text import clean
from translit.text.clean import joined, strip_harakat
from translit.text.script import script_of

__all__ = ["FOLDER", "TABLES", "WIDTH", "Index", "index_of"]

FOLDER = "person/ar/"
_SCHEMES = (ARABIC_PRESS, "press-fr-ar", "ala-lc-1997-ar", "practical-ru-ar")
_GERMAN = "press-de-ar"  # whose s is z as well: its forms count where they are nothing else
TABLES = ("ism", "equivalent", "family", "nisba", "laqab", "kunya")
_DERIVED = ("ism", "family", "nisba")
_NAMES = ("ism", "equivalent", "family", "nisba")
_CHAINS = ("laqab", "kunya", "family")
_SOURCES = (
    *(FOLDER + name for name in (*TABLES, "particle")),
    *(f"schemes/ar/{scheme}" for scheme in (*_SCHEMES, _GERMAN)),
    "keys/ar",
)
_CODE = (__file__, clean.__file__, keys.__file__, letters.__file__, particles.__file__)
WIDTH = 4  # bits of a place that tell its table, and by the lowest that a scheme writes the spelling
_LATIN, _CYRILLIC = ("al", "el"), (AL, "аль")
_SON_OF = "بِن "
_BOUND = "\N{ARABIC LETTER TEH MARBUTA} "  # which is said as a t before "of God"


class Index(NamedTuple):
    """What is kept: places by spelling, with and without an article; by sound; by elements; and by ids."""

    spelt: dict[str, tuple[int, ...]]
    definite: dict[str, tuple[int, ...]]
    heard: dict[str, tuple[tuple[str, int], ...]]
    heard_arabic: dict[str, tuple[tuple[str, int], ...]]
    chains: dict[tuple[str, ...], tuple[tuple[str, int], ...]]
    isms: dict[str, int]
    equivalents: dict[str, int]


def index_of(tables: Tables, particles: Particles) -> Index:
    """The index of a set of tables."""
    kept = tables.kept("arabic", _SOURCES, _CODE, lambda: tuple(_Maker(tables, particles).made()))
    return Index(*kept)


class _Maker:
    """Makes the index of every name."""

    def __init__(self, tables: Tables, particles: Particles) -> None:
        self._tables = tables
        self._particles = particles
        self._index: Any = Index({}, {}, {}, {}, {}, {}, {})
        self._written: dict[str, list[int]] = {}
        self._derived: dict[str, list[int]] = {}
        self._german: dict[str, list[int]] = {}

    def made(self) -> Iterator[dict[Any, Any]]:
        """The dicts of an `Index`, with tuples for lists."""
        for table, name in enumerate(TABLES):
            for row in self._tables.rows(FOLDER + name):
                self._add(row, name, row.line << WIDTH | table << 1)
        merged = self._spellings()
        for found in self._index._replace(spelt=merged, definite=_definite(merged)):
            yield {key: tuple(value) if isinstance(value, list) else value for key, value in found.items()}

    def _add(self, row: Row, name: str, place: int) -> None:
        """File a row of the table of that name, which stands at a place, under all that leads to it."""
        index, many, house = self._index, " " in row.native, row.native.startswith(HOUSE)
        for spelling in {row.native, row.canonical, *row.many("also")}:
            joins = house or spelling.startswith(_SON_OF)  # بنكيران
            if not many or name != "family" or " " not in spelling or joins:
                self._written.setdefault(joined(spelling), []).append(place)
        if name in _DERIVED and (not many or house):
            for spelling in self._by_schemes(row, _SCHEMES):
                if place not in self._written.get(spelling, ()):
                    self._derived.setdefault(spelling, []).append(place | 1)
            for spelling in self._by_schemes(row, (_GERMAN,)):
                self._german.setdefault(spelling, []).append(place | 1)
        if name in _CHAINS and many and not house:
            for elements, spelt in self._chained(row):
                index.chains.setdefault(elements, []).append((spelt, place))
        if name in _NAMES and (not many or house):
            for spelling in {bare(row.native), *map(unarticled, (row.canonical, *row.many("also")))}:
                heard = index.heard_arabic if script_of(joined(spelling)) == "Arab" else index.heard
                heard.setdefault(sound(spelling), []).append((joined(spelling), place))
        if name in ("ism", "laqab"):
            index.isms.setdefault(row.id, place)
        if name == "equivalent":
            index.equivalents[row["of"]] = index.equivalents.get(row["of"], 0) + 1

    def _spellings(self) -> dict[str, list[int]]:
        """The places of every spelling; those of German papers where it is no other one."""
        written, derived, german = self._written, self._derived, self._german
        taken = written.keys() | derived.keys()
        taken |= {one.removeprefix(article) for one in taken for article in _LATIN}  # Sisi, no Zizi
        derived |= {one: german[one] for one in german.keys() - taken}
        return {one: [*written.get(one, ()), *derived.get(one, ())] for one in (*written, *derived)}

    def _by_schemes(self, row: Row, schemes: tuple[str, ...]) -> set[str]:
        """A row whose usual form is not what the schemes make of its vowels, as they write it."""
        house = row.native.startswith(HOUSE)
        native = row.native.removeprefix(HOUSE) if house else unarticled_native(row.native)
        forms = {joined(romanize(native, scheme, tables=self._tables)) for scheme in schemes}
        if not house and not has_article(row.canonical):
            return forms
        return {("al" if form.isascii() else "аль") + form for form in forms}

    def _chained(self, row: Row) -> Iterator[tuple[tuple[str, ...], str]]:
        """The elements of a row of several words in its native and Latin forms, each with its spelling."""
        forms = {self._spelt(strip_harakat(row.native).split())}
        printed = romanize(row.native, ARABIC_PRESS, tables=self._tables).replace("-", " ").split()
        if self._particles.endings.get(joined(printed[-1])):
            forms.add(self._spelt(printed))  # Rafi Allah: in Latin letters the head has no ayn
            if _BOUND in strip_harakat(row.native) and printed[0][-1] != "t":
                forms.add(self._spelt([f"{printed[0]}t", *printed[1:]]))  # Rahmat Allah
        forms |= {
            self._spelt(spelling.replace("-", " ").split())
            for spelling in (row.canonical, *row.many("also"))
            if " " in spelling or "-" in spelling
        }
        if " " not in row.canonical:
            forms |= {(elements, joined(row.canonical)) for elements, _ in forms}
        yield from (form for form in forms if len(form[0]) > 1)

    def _spelt(self, words: list[str]) -> tuple[tuple[str, ...], str]:
        """The elements of a row's words, and how they are spelt without articles."""
        particles = self._particles
        elements, spelt = [], []
        for at, word in enumerate(words):
            folded = joined(word)
            element = particles.element(folded) if at < len(words) - 1 else None
            if element:
                elements.append(element.name)
                spelt.append(element.spelt(folded))
            elif folded not in particles.articles or at == len(words) - 1:
                elements.append(particles.part(word))
                spelt.append(particles.plain(word))
        return tuple(elements), "".join(spelt)


def _definite(spelt: dict[str, list[int]]) -> dict[str, list[int]]:
    """The places of family names that are written with the article, by their spelling without it."""
    found: dict[str, list[int]] = {}
    family = TABLES.index("family")
    for article, ascii_only in (*((one, True) for one in _LATIN), *((one, False) for one in _CYRILLIC)):
        for spelling, places in spelt.items():
            rest = spelling.removeprefix(article)
            if rest != spelling and rest.isascii() == ascii_only:
                found.setdefault(rest, []).extend(one for one in places if one >> 1 & 7 == family)
    return {rest: places for rest, places in found.items() if places}
