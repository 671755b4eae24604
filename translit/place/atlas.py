"""The atlas: every place of the tables, found by the consonants of its name.

Its index is a build product, kept beside the tables; a Row is read only for a place that answers.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import Any
from weakref import WeakKeyDictionary

from translit.compiled import module
from translit.nouns import Row
from translit.place import indexing, nearness, site, skeleton, slavic
from translit.place.generic import Generics
from translit.place.indexing import ARABIC, AUTHORED, OTHER, SIZE, Index
from translit.place.misspelling import Weights, weights
from translit.place.nearness import is_arabic, sounded, sounds_of_letters
from translit.place.site import MISSPELT, NAMED, RENOWN, Site, site_of
from translit.place.skeleton import FAMILIES
from translit.tables import Tables, built_in
from translit.text import article, clean

__all__ = ["Atlas", "Site", "atlas"]

compiled = module("translit.place._atlas", 1)  # FORMAT in _atlas.c

_EDITS = "bcdfghklmnprstzSZCJ"
_EXONYMS = AUTHORED.index("place/exonym") * SIZE
_REMEMBERED = 65536
_ALIKE = 3  # letters that may differ between the sounds of two names of the same consonants
_NEAR = 2  # the same where a consonant differs
_LONG = 9  # a name of so many sounds may differ in one more


class Atlas:
    """All places of a set of tables, indexed by the skeletons of their names."""

    def __init__(self, tables: Tables) -> None:
        self.tables = tables
        self.generics = Generics(tables.rows("place/generic"))
        self._known: dict[int, Site] = {}
        self._own: dict[str, Index] = {}
        self._near: dict[tuple[str, str, bool], tuple[int, ...]] = {}
        self._add_own()

    @cached_property
    def _kept(self) -> dict[str, Any]:
        """The index of all places, made anew where tables or code have changed."""
        sources = [*AUTHORED, "place/generic", *self.tables.names("place/at")]
        code = [
            module.__file__ or "" for module in (indexing, nearness, site, skeleton, slavic, article, clean)
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

    @cached_property
    def _renowned(self) -> frozenset[int]:
        """The towns that English has a name of its own for."""
        return frozenset(self._kept["twins"].values())

    @cached_property
    def country_names(self) -> frozenset[str]:
        """The folded names of all countries, in any language that the table has."""
        return frozenset(self._kept["countries"])

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

    def has(self, bones: str, family: str, areas: bool, door: str) -> bool:
        """May a search by these consonants find anything?"""
        if door == "near":
            return True
        own = self._own.get(family) if not areas else None
        return bones in self._indexes[family, areas].places or (own is not None and bones in own.places)

    def alike(
        self, bones: str, text: str, family: str, areas: bool, merged: tuple[tuple[str, str], ...] = ()
    ) -> list[tuple[Site, str, int]]:
        """The sites one of whose names has a text's consonants and sounds like it, each with that name.

        `merged` are letters that the text does not tell apart.
        """
        index = self._indexes[family, areas]
        found = self._named(index, index.at(bones), text, family, _ALIKE, _one_sound(merged))
        if not areas and family in self._own:
            index = self._own[family]
            found += self._named(index, index.at(bones), text, family, _ALIKE)
        return found

    def near(
        self, bones: str, text: str, family: str, areas: bool, merged: tuple[tuple[str, str], ...] = ()
    ) -> list[tuple[Site, str, int]]:
        """The same for names with a text's consonants but for one."""
        index = self._indexes[family, areas]
        places = self._one_off(bones, family, areas)
        return self._named(index, places, text, family, _NEAR, _one_sound(merged))

    def _one_off(self, bones: str, family: str, areas: bool) -> tuple[int, ...]:
        """Where the names are whose consonants are these but for one."""
        asked = (bones, family, areas)
        if asked not in self._near:
            if len(self._near) > _REMEMBERED:
                self._near.clear()
            index = self._indexes[family, areas]
            found = compiled and compiled.one_off(bones, index.places, _EDITS)
            if found is None:
                others = index.places.keys() & _edited(bones)
                found = {at for other in others for at in index.at(other)}
            self._near[asked] = tuple(sorted(found))
        return self._near[asked]

    def _named(
        self,
        index: Index,
        places: Sequence[int],
        text: str,
        family: str,
        most: int,
        one: dict[int, str] | None = None,
    ) -> list[tuple[Site, str, int]]:
        """The sites at some places of an index that sound like a text, each with the name there.

        The number is that of the letters in which their sounds differ.
        """
        if not places:
            return []
        sound, arabic = sounded(text, family), is_arabic(text)
        asking = ARABIC if arabic else OTHER
        most += len(sound) >= _LONG
        unvowelled = 0 if most >= _ALIKE else _LONG  # apart, where one of the two writes no vowels
        asked = sound, places, index, asking, arabic, most, unvowelled, one
        return [(self._site(index.numbers[at]), index.names[at], apart) for at, apart in _sounding(*asked)]

    def _site(self, number: int) -> Site:
        """The site of a number; its row is read when it is first asked for."""
        found = self._known.get(number)
        if found is None:
            table, line = divmod(number, SIZE)
            found = self._known[number] = site_of(self.tables.row(self._kept["tables"][table], line))
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


def _one_sound(merged: tuple[tuple[str, str], ...]) -> dict[int, str] | None:
    """Letters that are not told apart, as the sounds that are not."""
    sounds = {sounds_of_letters(letters, "ru"): sounds_of_letters(put, "ru") for letters, put in merged}
    return {ord(sound): put for sound, put in sounds.items() if len(sound) == 1} or None


def _is_place(row: Row) -> bool:
    """Is a user's own row one of a place?"""
    where = row["kind"] in ("", "place") and not row["role"]
    return where and ("latitude" in row.cells or "country" in row.cells)


def _edited(bones: str) -> set[str]:
    """Every skeleton one consonant away."""
    found = set()
    for at in range(len(bones)):
        head, tail = bones[:at], bones[at + 1 :]
        found.add(head + tail)
        found.update([head + sign + tail for sign in _EDITS])
        if tail:
            found.add(head + tail[0] + bones[at] + tail[1:])
    for at in range(len(bones) + 1):
        found.update([bones[:at] + sign + bones[at:] for sign in _EDITS])
    return found


def _sounding(
    sound: str,
    places: Sequence[int],
    index: Index,
    asking: int,
    arabic: bool,
    most: int,
    unvowelled: int,
    one: dict[int, str] | None,
) -> list[tuple[int, int]]:
    """Where the names are that sound like a text, each with the number of letters in which they differ."""
    sounds, names, heard = index.sounds, index.names, index.heard
    if compiled is not None:
        letters = "".join(map(chr, range(128))).translate(one).encode() if one else None
        found = compiled.sounding(
            sound, places, sounds, names, heard, asking, arabic, most, unvowelled, letters
        )
        if found is not None:
            near: list[tuple[int, int]] = found
            return near
    from rapidfuzz.distance import Levenshtein
    from rapidfuzz.process import extract

    sound = sound.translate(one) if one else sound
    far: dict[int, int] = {}
    choices: dict[int, str] = {}
    for at in places:
        if heard[at] & asking:
            if ("\u0600" <= names[at][0] <= "\u06ff") == arabic:
                choices[at] = sounds[at].translate(one) if one else sounds[at]
            elif unvowelled <= most:
                far[at] = unvowelled
    met = extract(sound, choices, scorer=Levenshtein.distance, limit=None, score_cutoff=most)
    far.update({at: apart for _, apart, at in met})
    return sorted(far.items())


_ATLASES: WeakKeyDictionary[Tables, Atlas] = WeakKeyDictionary()


def atlas(tables: Tables | None = None) -> Atlas:
    """The atlas of a set of tables (the built-in ones by default), made once."""
    tables = tables or built_in()
    if tables not in _ATLASES:
        _ATLASES[tables] = Atlas(tables)
    return _ATLASES[tables]
