"""How much a place must weigh to be meant by a text that is not spelt as its name is.

What speaks for a place beside its letters grows with its weight, so that nearly all places whose names are
a few sounds from a text are passed over by number, before they are read. Only those are passed over that
`likeness.py`, which weighs the others, would find hopeless: the answers are those of a search without it.
"""

from __future__ import annotations

import math
from array import array
from typing import NamedTuple

from translit.memory import met
from translit.place.indexing import Index, Shape
from translit.place.misspelling import Clues, Weights, quick_odds

__all__ = [
    *("ALIAS", "AREA_NEAR", "HEARD_ALIAS", "MISSPELT_ALIAS", "OFTEN", "OTHER_FAMILY"),
    *("Asker", "Needed", "Needs"),
]

ALIAS = {"town": 0.7, "exonym": 0.5, "country": 0.5, "feature": 0.8}  # nats for another spelling
MISSPELT_ALIAS = 2.2  # nats for a misspelling of another name than the usual one
HEARD_ALIAS = 1.95  # nats for one that sounds like it
OFTEN = {"feature": 0.8, "exonym": 0.4, "country": 0.2}  # nats: a misspelling of their usual name is likelier
AREA_NEAR = 3.0  # nats for another consonant in the name of an area, which is longer than it looks
OTHER_FAMILY = 2.0  # nats for an Arabic spelling of a name that is not Arabic
_MOST = 4  # sounds that differ
_ROUNDED = 1e-9  # sums made in another order


class Asker(NamedTuple):
    """What of a text tells for or against a place by the `Shape` of its name."""

    arabs: bool  # it is read as Arabic
    near: bool  # a consonant differs
    marked: bool  # it has the article or the marks of romanised Arabic
    arabic: bool  # it is in Arabic script
    cyrillic: bool  # it is in Cyrillic, and nothing tells that its name is an Arabic one
    foreign: bool  # it has letters that no map has
    slavic: bool  # it ends as Slavic names do


Needed = tuple[bytes, Asker]  # the odds of a place of one person, as `Needs.odds` has them, and who asks


class Needs:
    """What texts need of places, by the weights of misspellings."""

    def __init__(self, weights: Weights) -> None:
        self.weights = weights
        self.measured = quick_odds(weights)
        self.odds = met(self._odds, 4096)
        self.lines = met(self._lines, 8192)

    def _odds(
        self, size: int, bones: int, door: str, arabs: bool, apart: bool, written: bool, least: float
    ) -> bytes:
        """How far the odds of a place of one person are above the least, by the number of sounds that differ.

        A name that sounds as a text may be written as it, whatever the odds; where it must be `written` so,
        no other will do.
        """
        found = array("d")
        for sounds in range(_MOST + 1):
            clues = Clues(1.0, size, bones, sounds, int(door == "near"), arabs, door == "respelt", apart)
            found.append(-math.inf if written else self.weights.line(clues)[0] - least + _ROUNDED)
        if door == "alike":
            found[0] = math.inf
        return found.tobytes()

    def _lines(
        self,
        asker: Asker,
        size: int,
        bones: int,
        door: str,
        apart: bool,
        sounds: int,
        articles: int,
        shape: Shape,
    ) -> tuple[Clues, tuple[float, float]]:
        """What tells of a text and of all names of a shape that are so far from it, but for their weight."""
        clues = Clues(
            weight=1.0,
            size=size,
            bones=bones,
            sounds=sounds,
            consonants=int(asker.near),
            arabic=asker.arabs,
            respelt=door == "respelt",
            apart=apart,
            unvowelled=asker.arabic != shape.is_arabic,
            articles=articles,
            foreign=not shape.has_article,
            fixed=shape.is_fixed,
            cyrillic=shape.has_article and asker.cyrillic,
            script=asker.arabic and not shape.has_article,
            letters=not shape.is_fixed and asker.foreign,
            slavic=shape.has_no_slavs and asker.slavic,
        )
        return clues, self.weights.line(clues)

    def against(self, asker: Asker, index: Index) -> bytes:
        """For each shape in an index what speaks against its places, and how much their weight for them."""
        found = index.against.get(asker)
        if found is None:
            pairs = array("d")
            for shape in index.shaped:
                pairs.extend(self._against(asker, shape))
            found = index.against[asker] = pairs.tobytes()
        return found

    def _against(self, asker: Asker, shape: Shape) -> tuple[float, float]:
        """The same of one shape."""
        weights = self.weights
        slope = weights.slope(asker.arabs)
        against = AREA_NEAR if asker.near and shape.kind in ("unit", "district") else 0.0
        if asker.marked and not shape.has_article:
            against += OTHER_FAMILY
        if shape.is_alias and shape.kind in ALIAS:
            against += MISSPELT_ALIAS if asker.near else HEARD_ALIAS
        elif not asker.near:
            against -= OFTEN.get(shape.kind, 0.0)
        if asker.arabic != shape.is_arabic:
            against -= weights.unvowelled
            slope += weights.unvowelled_people
        against -= weights.fixed * shape.is_fixed
        against -= weights.letters * (asker.foreign and not shape.is_fixed)
        against -= weights.slavic * (asker.slavic and shape.has_no_slavs)
        against -= weights.cyrillic * (asker.cyrillic and shape.has_article)
        against -= weights.arabic_script * (asker.arabic and not shape.has_article)
        grows = slope >= 0 and slope + weights.great >= 0
        return (against, slope) if grows else (-math.inf, 0.0)
