"""How likely a text that is spelt like a place, but not just so, means that place and no unlisted one.

The weights of `tables/weights/misspelt-place.tsv` are learned by `python -m bench.misspelt EVAL` from
romanised alternates of towns against villages that no table has; each row says what it weighs.
"""

from __future__ import annotations

import math
from array import array
from collections.abc import Callable
from dataclasses import dataclass, fields
from typing import Any

from translit.memory import once
from translit.place.loops import compiled
from translit.quick import quick
from translit.tables import Tables

__all__ = ["FARTHEST", "GREAT", "HEAVIEST", "Clues", "Weights", "logarithm", "quick_odds", "weights"]

FARTHEST = 1.15  # learned nats a letter beyond which nobody meant a place
HEAVIEST = 2e6  # more people are as many
GREAT = 12.0  # the logarithm of the people from which more speak for a place less
_LONG, _LONGER = 6, 8


def logarithm(weight: float) -> float:
    """The logarithm of how much a place weighs, in people."""
    return math.log(min(weight, HEAVIEST))


@quick
@dataclass(frozen=True, slots=True)
class Clues:
    """What tells of a text and a name how likely the one is meant for the other, without its letters."""

    weight: float  # of the place, in people
    size: int  # sounds of the text
    bones: int  # its consonants
    sounds: int  # sounds that differ
    consonants: int  # consonants that differ
    arabic: bool  # read as Arabic
    respelt: bool = False  # out of another tradition of romanisation
    apart: bool = False  # its article written in one word
    unvowelled: bool = False  # the name is one in Arabic script, with no Latin one beside it
    articles: int = 0  # Arabic articles that the name has not
    foreign: bool = False  # the place is where no article is
    fixed: bool = False  # its country writes it in Latin letters
    cyrillic: bool = False  # a Cyrillic text for a place of the Arab world
    script: bool = False  # an Arabic text for a place elsewhere
    letters: bool = False  # letters that maps of its country have not, so that a foreign language names it
    slavic: bool = False  # a Slavic ending for a place of the Arab world, Iran or Turkey


@dataclass(frozen=True, slots=True)
class Weights:
    """The rows of the table, by their ids."""

    bias: float
    people: float
    great: float
    size: float
    length: float
    long: float
    sounds: float
    sounds_a_letter: float
    two: float
    consonants: float
    consonants_a_letter: float
    alike: float
    tradition: float
    article_apart: float
    article: float
    foreign_article: float
    fixed: float
    cyrillic: float
    arabic_script: float
    arabic: float
    arabic_people: float
    arabic_size: float
    unvowelled: float
    unvowelled_people: float
    nats: float
    apart: float
    root: float
    people_apart: float
    long_apart: float
    unvowelled_apart: float
    letters: float
    slavic: float

    def line(self, clues: Clues) -> tuple[float, float]:
        """The odds of a place of one person, and how much they grow with the logarithm of its people."""
        slope = self.slope(clues.arabic) + (self.unvowelled_people if clues.unvowelled else 0.0)
        return self.odds(clues), slope

    def on(self, line: tuple[float, float], weight: float) -> float:
        """The odds of a place of some people, by its line; as `odds` where no letters are measured."""
        people = math.log(min(weight, HEAVIEST))  # its `logarithm`
        odds = line[0] + line[1] * people
        return odds + self.great * (people - GREAT) if people > GREAT else odds

    def slope(self, arabic: bool) -> float:
        """How much the odds grow with the logarithm of a place's people, at most."""
        return self.people + (self.arabic_people if arabic else 0.0)

    def odds(self, clues: Clues, apart: float = 0.0, weight: float = 0.0) -> float:
        """The log-odds that a text means a place; `apart` is the learned distance, in nats a letter.

        `weight` is that of the place, where it is not among the clues.

        >>> from translit.tables import built_in
        >>> clues = Clues(weight=1e6, size=6, bones=4, sounds=1, consonants=0, arabic=False)
        >>> weights(built_in()).odds(clues, 0.1) > 2.5 > weights(built_in()).odds(clues, 0.6)
        True
        """
        size = max(clues.size, 2)
        people = logarithm(weight or clues.weight)
        odds = self.bias + people * self.people + self.size * size + self.length * math.log(size)
        odds += self.sounds * clues.sounds + self.sounds_a_letter * clues.sounds / size
        odds += self.consonants * clues.consonants
        odds += self.consonants_a_letter * clues.consonants / max(clues.bones, 1)
        odds += self.nats * apart * size + (self.apart + self.people_apart * people) * apart
        odds += self.root * math.sqrt(apart)
        if people > GREAT:
            odds += self.great * (people - GREAT)
        if size > _LONG:
            odds += self.long_apart * apart * (size - _LONG) + self.long * max(0, size - _LONGER)
        if clues.sounds > 1:
            odds += self.two * (clues.sounds - 1)
        elif not (clues.sounds or clues.consonants):
            odds += self.alike
        if clues.arabic:
            odds += self.arabic + self.arabic_people * people + self.arabic_size * size
        if clues.unvowelled:
            odds += self.unvowelled + self.unvowelled_people * people + self.unvowelled_apart * apart
        if clues.articles:
            odds += (self.foreign_article if clues.foreign else self.article) * clues.articles
        odds += self.letters * clues.letters + self.slavic * clues.slavic
        odds += self.tradition * clues.respelt + self.article_apart * clues.apart + self.fixed * clues.fixed
        return odds + self.cyrillic * clues.cyrillic + self.arabic_script * clues.script


def quick_odds(weights: Weights, loops: Any = compiled) -> Callable[[Clues, float, float], float]:
    """`Weights.odds`, compiled where it can be."""
    if loops is None:
        return weights.odds
    told = array("d", (getattr(weights, field.name) for field in fields(Weights)))
    made: Callable[[Clues, float, float], float] = loops.Odds(told.tobytes(), Clues)
    return made


@once
def weights(tables: Tables) -> Weights:
    """The weights of a set of tables."""
    rows = {cells[0].replace(" ", "_"): cells[1] for cells in tables.cells("weights/misspelt-place")}
    return Weights(*(float(rows[field.name]) for field in fields(Weights)))
