"""The atlas: every place of the tables, found by the consonants of its name.

Its index is a build product, kept beside the tables; a Row is read only for a place that answers.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import Any, Literal
from weakref import WeakKeyDictionary

from translit.compiled import word
from translit.nouns import Row
from translit.place import indexing, misspelling, nearness, site, skeleton, slavic
from translit.place.generic import generics_of
from translit.place.indexing import AUTHORED, SIZE, Index, Shape
from translit.place.loops import compiled
from translit.place.misspelling import Weights, weights
from translit.place.searching import Sought, sounding
from translit.place.site import MISSPELT, NAMED, RENOWN, Site, site_of
from translit.place.skeleton import FAMILIES, VOWELS_ONLY, letters, steps
from translit.place.skeleton import skeleton as bones_of
from translit.place.threshold import Needed, Needs
from translit.place.tradition import respeller
from translit.quick import untracked
from translit.tables import Tables, built_in
from translit.text import article, clean
from translit.text.clean import fold

__all__ = ["Atlas", "Site", "atlas"]

_SAID = ("place/generic", "place/link", "place/naming", "place/ending")  # of names, not of places
_EXONYMS = AUTHORED.index("place/exonym") * SIZE


Named = tuple[Site, str, int, Shape]  # a site, a name of it, how many sounds differ, the shape of both


class Atlas:
    """All places of a set of tables, indexed by the skeletons of their names."""

    def __init__(self, tables: Tables) -> None:
        self.tables = tables
        self.generics = generics_of(tables)
        self._known: dict[int, Site] = {}
        self._own: dict[str, Index] = {}
        self._hearers: dict[tuple[str, bool, bool], Callable[[str], Any]] = {}
        self._add_own()

    @cached_property
    def _kept(self) -> dict[str, Any]:
        """The index of all places, made anew where tables or code have changed."""
        sources = [*AUTHORED, *_SAID, *self.tables.names("place/at")]
        code = [
            module.__file__ or ""
            for module in (indexing, misspelling, nearness, site, skeleton, slavic, article, clean)
        ]
        found: dict[str, Any] = self.tables.kept("places", sources, code, lambda: indexing.make(self.tables))
        return found

    @cached_property
    def _indexes(self) -> dict[tuple[str, bool], Index]:
        """Family and "of areas by their bare names" → index."""
        return {
            (family, areas): Index(self._kept["areas" if areas else "sites"][family])
            for family in FAMILIES
            for areas in (True, False)
        }

    @cached_property
    def misspelt(self) -> Weights:
        """What tells a misspelling of a place from the name of another."""
        return weights(self.tables)

    def heard(self, text: str, family: str, areas: bool) -> list[tuple[str, str, str, str]] | None:
        """A Latin text respelt out of each tradition by which it has the consonants of any place.

        Told are the tradition, the spelling, its broad letters and its consonants; None where this is not
        compiled, or the text left to Python.
        """
        known = self._hearers.get((family, areas, True)) or self._hearer(family, areas, True)
        found: list[tuple[str, str, str, str]] | None = known(text.lower())
        return found

    def found(self, text: str, family: str, areas: bool) -> tuple[str, str] | None:
        """The broad letters and the consonants of a text; None where no place has these."""
        known = self._hearers.get((family, areas, False)) or self._hearer(family, areas, False)
        found: tuple[str, str] | Literal[False] | None = known(text)
        if found is not None:
            return found or None
        bones = bones_of(text, family)
        there = bones != VOWELS_ONLY and self._has(bones, family, areas)
        return (letters(text, family), bones) if there else None

    def _hearer(self, family: str, areas: bool, respelt: bool) -> Callable[[str], Any]:
        """The same compiled for all texts; what leaves each of them where it is not."""
        made: Callable[[str], Any] = _left
        respell = respeller(family, self.tables) if respelt else None
        if compiled and word and (respell or not respelt):
            places = [self._indexes[family, areas].places]
            if not areas and family in self._own:
                places.append(self._own[family].places)
            made = compiled.Hearer(respell, *steps(family), tuple(places))
        self._hearers[family, areas, respelt] = made
        return made

    @cached_property
    def needs(self) -> Needs:
        """How much a place must weigh to be meant by a misspelling."""
        made: Needs = self.__dict__.setdefault("_needs", Needs(self.misspelt))  # of two threads, one's stays
        return made

    @cached_property
    def _renowned(self) -> frozenset[int]:
        """The towns that English has a name of its own for."""
        return frozenset(self._kept["twins"].values())

    @cached_property
    def _country_names(self) -> frozenset[str]:
        """The folded names of all countries in any language, abbreviations as they are."""
        return frozenset(self._kept["countries"])

    @cached_property
    def country_codes(self) -> frozenset[str]:
        """The codes of all countries."""
        return frozenset(row.id for row in self.tables.rows("place/country"))

    def is_country(self, text: str) -> bool:
        """Is a text a country's name, or in capitals what abbreviates one?"""
        return fold(text) in self._country_names or text in self._country_names

    @cached_property
    def _endonyms(self) -> dict[tuple[str, str], str]:
        """Country and canonical name → what its own people call a place."""
        rows = self.tables.rows("place/exonym")
        return {
            (country, row.canonical): row["endonym"] for row in rows for country in row["country"].split("|")
        }

    def endonym(self, site: Site) -> str:
        """What its own people call a place, in Latin; empty where the tables do not say."""
        return self._endonyms.get((site.countries[0], site["canonical"]), site["endonym"])

    def _has(self, bones: str, family: str, areas: bool) -> bool:
        """Has any place these consonants?"""
        own = self._own.get(family) if not areas else None
        return bones in self._indexes[family, areas].places or (own is not None and bones in own.places)

    def search(self, sought: Sought, family: str, areas: bool, needed: Needed | None = None) -> list[Named]:
        """The sites one of whose names has what is sought, each with that name.

        Without what is needed (`threshold`) all answer.
        """
        found = self._named(self._indexes[family, areas], sought, needed)
        if self._own and not (areas or sought.one_off) and family in self._own:
            found += self._named(self._own[family], sought._replace(merged=()), needed)
        return found

    def _named(self, index: Index, sought: Sought, needed: Needed | None) -> list[Named]:
        """The same among the names of an index."""
        least = needed and (needed[0], self.needs.against(needed[1], index), self.misspelt.great)
        found = sounding(index, sought, least)
        if not found:
            return []
        site, name, shapes, shaped = self._site, index.name, index.shapes, index.shaped
        return [(site(index.numbers[at]), name(at), apart, shaped[shapes[at]]) for at, apart in found]

    def _site(self, number: int) -> Site:
        """The site of a number; its row is read when it is first asked for."""
        found = self._known.get(number)
        if found is None:
            table, line = divmod(number, SIZE)
            found = self._known[number] = untracked(
                site_of(self.tables.row(self._kept["tables"][table], line))
            )
            if number in self._renowned:
                found.renown = RENOWN
                found.weight = max(found.weight, NAMED)
            elif table == 0 and number - _EXONYMS in self._kept["twins"]:
                found.twin = self._site(self._kept["twins"][number - _EXONYMS])
                found.weight = min(found.weight, MISSPELT * found.twin.weight)
        return found

    def _add_own(self) -> None:
        """Index the places of a user's own files; their numbers are below zero."""
        for number, row in enumerate(filter(_is_place, self.tables.own_rows()), 1):
            self._known[-number] = site_of(row)
        if self._known:
            self._own = indexing.indexed((site, number) for number, site in self._known.items())


def _left(text: str) -> None:
    """What leaves every text to others."""


def _is_place(row: Row) -> bool:
    """Is a user's own row one of a place?"""
    where = row["kind"] in ("", "place") and not row["role"]
    return where and ("latitude" in row.cells or "country" in row.cells)


_ATLASES: WeakKeyDictionary[Tables, Atlas] = WeakKeyDictionary()


def atlas(tables: Tables | None = None) -> Atlas:
    """The atlas of a set of tables (the built-in ones by default), made once."""
    tables = tables or built_in()
    found = _ATLASES.get(tables)
    return _ATLASES.setdefault(tables, Atlas(tables)) if found is None else found
