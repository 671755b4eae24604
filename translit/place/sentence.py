"""What stands around a place's name in a text: prepositions before it, the places it lies in after it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import islice
from typing import NamedTuple

from translit.memory import once
from translit.nouns import Step
from translit.place.atlas import Atlas
from translit.place.generic import generics_of
from translit.place.labels import unlabelled
from translit.place.slavic import is_adjective
from translit.tables import Tables
from translit.text.clean import fold
from translit.text.script import script_of

__all__ = ["Cut", "cut", "dashed", "is_beside", "is_in_country", "is_led", "without_preposition"]

_TABLE = "place/preposition"
_COMMAS = re.compile(r"\s*[,;،()\[\]|>→]\s*|(?<=[\w'’]{3})\s*[/\\]\s*(?=[\w'’-]{3})")
_DASH = re.compile(r"\s+[–—-]\s+")
_ARABIC, _OTHER = "[\u0621-\u06ff]{3}", r"[^\W\d_\u0600-\u06ff]{3}"
# Between a name in Arabic letters and the same in others: Aleppo حلب.
_GAP = r"\s*[\s–—-]\s*"
_LATIN_CYRILLIC = re.compile(r"(?<=[a-z]{2}) (?=[А-ЯЁІЇЄҐа-яёіїєґ]{3})|(?<=[а-яёіїєґ]{2}) (?=[A-Za-z]{3})")
_SCRIPTS = re.compile(rf"(?<={_ARABIC}){_GAP}(?={_OTHER})|(?<={_OTHER}){_GAP}(?={_ARABIC})")
_LONG = 4  # letters of a preposition that a capital makes no name: Near Mosul, but In Salah
_BETWEEN, _AFTER = "yes", "after"
_CASE = "case"
_IN = "\N{ARABIC LETTER BEH}"  # written together with the word behind it
_TWICE = 2  # parts of a name that is told in two scripts
_MOST_WORDS = 4  # of a preposition: in the vicinity of


def without_preposition(text: str, tables: Tables) -> tuple[str, str]:
    """A text without a preposition before it; "" where there was none, else the endings of a name behind it.

    >>> from translit.tables import built_in
    >>> without_preposition("в Ростовской области", built_in()), without_preposition("Aleppo", built_in())
    (('Ростовской области', 'case'), ('Aleppo', ''))
    >>> without_preposition("pod Bachmutem", built_in())
    ('Bachmutem', 'west')
    """
    known, words = _prepositions(tables), text.split()
    if len(words) > 1 and known.get(fold(words[-1])) == _AFTER:
        return " ".join(words[:-1]), _CASE
    first = words[0] if words else ""
    if len(words) > 1 and (bare := _without_in(first, tables)):
        return " ".join((bare, *words[1:])), _CASE
    if fold(first) not in _openers(tables):
        return text, ""
    for size in range(min(_MOST_WORDS, len(words) - 1), 0, -1):
        plain = size > 1 or first.islower() or len(first) >= _LONG or script_of(first) == "Arab"
        if plain and (led := fold(" ".join(words[:size]))) in known:
            return " ".join(words[size:]), _cases(tables).get(led, _CASE)
    return text, ""


def is_beside(text: str, tables: Tables) -> bool:
    """Does a preposition tell that something is near a place, and not in it: к востоку от Дамаска?

    >>> from translit.tables import built_in
    >>> is_beside("north of Homs", built_in()), is_beside("in Homs", built_in())
    (True, False)
    """
    bare, moved = without_preposition(text, tables)
    led = text.removesuffix(bare).strip()
    return bool(moved and led) and _prepositions(tables).get(fold(led)) != _BETWEEN


def _without_in(word: str, tables: Tables) -> str:
    """An Arabic generic without the preposition written before it, "" for any other word: بريف.

    >>> from translit.tables import built_in
    >>> [_without_in(word, built_in()) for word in ("بمحافظة", "بلدة", "بشار")]
    ['محافظة', '', '']
    """
    if word[:1] != _IN or generics_of(tables).stands_before(word[1:]) is None:
        return ""
    return word[1:] if generics_of(tables).stands_before(word) is None else ""


def is_led(text: str, tables: Tables) -> bool:
    """Does a text begin with a preposition of one letter, small and without the stop of an initial?

    >>> from translit.tables import built_in
    >>> [is_led(text, built_in()) for text in ("в Москве", "В Москве", "в. Иванов", "в сирийском Идлибе")]
    [True, False, False, True]
    """
    word, _, name = text.partition(" ")
    if name and _without_in(word, tables):
        return True
    if len(word) != 1 or not word.islower() or fold(word) not in _prepositions(tables):
        return False
    return name[:1].isupper() or name.rpartition(" ")[2][:1].isupper()


@once
def _openers(tables: Tables) -> frozenset[str]:
    """The first words of prepositions."""
    return frozenset(words.split()[0] for words in _prepositions(tables))


@once
def _prepositions(tables: Tables) -> Mapping[str, str]:
    """The folded prepositions and where they stand: between a place and a larger one, after it or before."""
    found: dict[str, str] = {}
    for _, word, place, *_ in islice(tables.cells(_TABLE), 1, None):
        found[fold(word)] = found.get(fold(word)) or place
    return found


@once
def _cases(tables: Tables) -> Mapping[str, str]:
    """The endings of a name behind each folded preposition of a tongue that bends Latin names."""
    return {fold(row["word"]): row["case"] for row in tables.rows(_TABLE) if row["case"]}


class Cut(NamedTuple):
    """A text, the place itself in it, the larger ones it lies in; which endings a preposition gives it."""

    text: str
    head: str
    parents: tuple[str, ...]
    moved: str

    @property
    def steps(self) -> tuple[Step, ...]:
        """What was done to the text."""
        return () if self.head == self.text else (Step(self.text, self.head, "the place itself"),)


def cut(text: str, atlas: Atlas) -> Cut:
    """A text cut into the place itself and the larger places it is said to lie in.

    >>> from translit.place.atlas import atlas
    >>> cut("в Аксае, Россия", atlas())
    Cut(text='в Аксае, Россия', head='Аксае', parents=('Россия',), moved='case')
    """
    bare, moved = without_preposition(text, atlas.tables)
    head, *parents = _pieces(bare, atlas)
    head, moved_inside = without_preposition(head, atlas.tables)
    return Cut(text, head, tuple(parents), moved or moved_inside)


def _pieces(text: str, atlas: Atlas) -> list[str]:
    """The place itself, and the larger places it is said to lie in.

    Commas, brackets, "in" and в part them, a slash, a dash before or after a country; in Russian also a
    genitive unit after the name. Numbers are no part of it: a postcode, degrees, the code of an area.
    """
    bare, country = unlabelled(text, atlas.country_codes)
    pieces = [piece for piece in _COMMAS.split(bare) if script_of(piece)]
    if not pieces:
        return [text]
    pieces = [part for piece in pieces for part in _at_dash(piece, atlas)]
    pieces = _with_generic(pieces, atlas)
    pieces = [part for piece in pieces for part in _at_preposition(piece, atlas.tables)]
    pieces = [part for piece in pieces for part in _at_unit(piece, atlas)]
    if len(pieces) > 1 and _rank(pieces[0], atlas) > _rank(pieces[-1], atlas):
        pieces.reverse()
    return [*pieces, country] if country else pieces


def dashed(said: Cut) -> Cut:
    """The same text with a dash between blanks taken for a comma."""
    head, *parents = _DASH.split(said.head)
    return said._replace(head=head, parents=(*parents, *said.parents))


def is_in_country(text: str, atlas: Atlas) -> bool:
    """Does a text end in a country, after a comma: Севастополь, Россия?"""
    _, comma, last = text.rpartition(",")
    return bool(comma) and atlas.is_country(last.strip())


def _at_dash(piece: str, atlas: Atlas) -> list[str]:
    """ "Idlib - Syria" in two, and a name in two scripts; a dash beside no country is the name's own."""
    if not piece.isascii():
        for between in (_SCRIPTS, _LATIN_CYRILLIC):
            parts = between.split(piece)
            if len(parts) == _TWICE:
                return parts
    parts = _DASH.split(piece)
    told = any(atlas.is_country(part) for part in parts) or len({*map(script_of, parts)}) > 1
    return parts if told else [piece]


def _with_generic(pieces: list[str], atlas: Atlas) -> list[str]:
    """A generic by itself put to the name before it: Deir ez-Zor (city)."""
    found: list[str] = []
    for piece in pieces:
        before = atlas.generics.stands_before(piece, apart=True) if found else None
        if before is None:
            found.append(piece)
        else:
            found[-1] = f"{piece} {found[-1]}" if before else f"{found[-1]} {piece}"
    return found


def _at_preposition(piece: str, tables: Tables) -> list[str]:
    """ "Homs in Syria", دوما بريف دمشق in two."""
    words, known = piece.split(), _prepositions(tables)
    for at in range(1, len(words) - 1):
        if known.get(words[at]) == _BETWEEN:
            return [" ".join(words[:at]), " ".join(words[at + 1 :])]
        if bare := _without_in(words[at], tables):
            return [" ".join(words[:at]), " ".join((bare, *words[at + 1 :]))]
    return [piece]


def _at_unit(piece: str, atlas: Atlas) -> list[str]:
    """ "село Рассвет Аксайского района" in two: an adjective and the generic of an area close a part."""
    words = piece.split()
    found: list[str] = []
    start = len(words)
    for at in range(len(words) - 1, 1, -1):
        if at < start and atlas.generics.is_area(words[at]) and is_adjective(words[at - 1]):
            if at - 1 == 0 or is_adjective(words[at - 2]):
                break
            found.insert(0, " ".join(words[at - 1 : at + 1]))
            if at + 1 < start:
                found[0] = " ".join(words[at - 1 : start])
            start = at - 1
    return [" ".join(words[:start]), *found] if start else found


def _rank(piece: str, atlas: Atlas) -> int:
    """How large a place a piece names: 0 a town, 1 a district, 2 a unit, 3 a country."""
    features = atlas.generics.parse(without_preposition(piece, atlas.tables)[0]).features
    if not features.isdisjoint(("unit", "region", "countryside")):
        return 2
    if "district" in features:
        return 1
    return 3 if atlas.is_country(piece) else 0
