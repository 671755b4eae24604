"""What stands around a place's name in a text: prepositions before it, the places it lies in after it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from itertools import islice

from translit.place.atlas import Atlas
from translit.place.slavic import is_adjective
from translit.tables import Tables
from translit.text.clean import fold
from translit.text.script import script_of

__all__ = ["cut", "without_preposition"]

_TABLE = "place/preposition"
_COMMAS = re.compile(r"\s*[,;،()\[\]]\s*")


def without_preposition(text: str, tables: Tables) -> tuple[str, bool]:
    """A text without a preposition before it; was there one?

    >>> from translit.tables import built_in
    >>> without_preposition("в Ростовской области", built_in()), without_preposition("Aleppo", built_in())
    (('Ростовской области', True), ('Aleppo', False))
    """
    first, _, rest = text.partition(" ")
    if rest and (first.islower() or script_of(first) == "Arab") and fold(first) in _prepositions(tables):
        return rest.strip(), True
    return text, False


@lru_cache(maxsize=8)
def _prepositions(tables: Tables) -> Mapping[str, bool]:
    """The folded prepositions; True for one that parts a place from a larger one it lies in."""
    found: dict[str, bool] = {}
    for _, word, between, *_ in islice(tables.cells(_TABLE), 1, None):
        found[fold(word)] = found.get(fold(word), False) or between == "yes"
    return found


def cut(text: str, atlas: Atlas) -> tuple[str, tuple[str, ...]]:
    """A text cut into the place itself and the larger places it is said to lie in.

    Commas, brackets, "in" and в part them; in Russian also a genitive unit after the name.
    """
    pieces = [piece for piece in _COMMAS.split(text) if piece]
    if not pieces:
        return text, ()
    pieces = [part for piece in pieces for part in _at_preposition(piece, atlas.tables)]
    pieces = [part for piece in pieces for part in _at_unit(piece, atlas)]
    if len(pieces) > 1 and _rank(pieces[0], atlas) > _rank(pieces[-1], atlas):
        pieces.reverse()
    return pieces[0], tuple(pieces[1:])


def _at_preposition(piece: str, tables: Tables) -> list[str]:
    """ "Homs in Syria" in two."""
    words, known = piece.split(), _prepositions(tables)
    for at in range(1, len(words) - 1):
        if known.get(words[at]):
            return [" ".join(words[:at]), " ".join(words[at + 1 :])]
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
    if "unit" in features or "region" in features:
        return 2
    if "district" in features:
        return 1
    folded = fold(piece)
    return 3 if folded in atlas.country_names else 0
