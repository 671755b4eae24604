"""What stands around a place's name in a text: prepositions before it, the places it lies in after it."""

from __future__ import annotations

import re

from translit.place.atlas import Atlas
from translit.place.slavic import is_adjective
from translit.text.clean import fold
from translit.text.script import script_of

__all__ = ["cut", "without_preposition"]

_COMMAS = re.compile(r"\s*[,;،()\[\]]\s*")
_PREPOSITIONS = frozenset(
    (
        *(
            "в",
            "во",
            "из",
            "изо",
            "под",
            "на",
            "около",
            "близ",
            "у",
            "от",
            "до",
            "к",
            "ко",
            "за",
            "над",
            "при",
        ),
        *("через", "возле", "со", "вблизи", "in", "at", "from", "near", "to", "of", "toward", "towards"),
        *("outside", "around", "inside", "في", "من", "إلى", "الى", "قرب", "عند", "بالقرب"),
    )
)
_BETWEEN = frozenset(("in", "в", "во", "في", "у"))


def without_preposition(text: str) -> tuple[str, bool]:
    """A text without a preposition before it; was there one?

    >>> without_preposition("в Ростовской области"), without_preposition("Aleppo")
    (('Ростовской области', True), ('Aleppo', False))
    """
    first, _, rest = text.partition(" ")
    if rest and (first.islower() or script_of(first) == "Arab") and fold(first) in _FOLDED:
        return rest.strip(), True
    return text, False


_FOLDED = frozenset(map(fold, _PREPOSITIONS))


def cut(text: str, atlas: Atlas) -> tuple[str, tuple[str, ...]]:
    """A text cut into the place itself and the larger places it is said to lie in.

    Commas, brackets, "in" and в part them; in Russian also a genitive unit after the name.
    """
    pieces = [piece for piece in _COMMAS.split(text) if piece]
    if not pieces:
        return text, ()
    pieces = [part for piece in pieces for part in _at_preposition(piece)]
    pieces = [part for piece in pieces for part in _at_unit(piece, atlas)]
    if len(pieces) > 1 and _rank(pieces[0], atlas) > _rank(pieces[-1], atlas):
        pieces.reverse()
    return pieces[0], tuple(pieces[1:])


def _at_preposition(piece: str) -> list[str]:
    """ "Homs in Syria" in two."""
    words = piece.split()
    for at in range(1, len(words) - 1):
        if words[at] in _BETWEEN:
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
    features = atlas.generics.parse(without_preposition(piece)[0]).features
    if "unit" in features or "region" in features:
        return 2
    if "district" in features:
        return 1
    folded = fold(piece)
    return 3 if folded in atlas.country_names else 0
