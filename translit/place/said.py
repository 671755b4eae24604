"""What the words around a place's name say: whose it is, on which side, in what state.

They are rows of `tables/place/around.tsv`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import islice
from typing import NamedTuple

from translit.memory import once
from translit.tables import Tables
from translit.text.clean import fold
from translit.text.script import script_of

__all__ = [
    *("ARTICLE", "CAPITAL", "KIND", "NATION", "PEOPLE", "SIDE", "Word"),
    *("has_article", "nations", "said", "sides"),
]

_TABLE = "place/around"
SIDE, KIND, ARTICLE, CAPITAL = "side", "kind", "article", "capital"
NATION, PEOPLE = "nation", "people"
_NOMINATIVES = ("ий", "ый", "ой")  # of Cyrillic adjectives
_ADJECTIVE = 2  # letters of these endings
_LONGEST = 3  # letters of the longest ending in a case: сирийскому
_ELIDED = re.compile("(?:l|dell|nell|all)['’]")


class Word(NamedTuple):
    """What a word around a place says, of which country, and the id of its row."""

    says: str
    country: str
    row: str


def sides(text: str, tables: Tables) -> frozenset[str]:
    """The sides that the words of a text tell: Eastern Ghouta, north-west of Aleppo.

    >>> from translit.tables import built_in
    >>> sorted(sides("north-western Syria", built_in())), sides("Syria", built_in())
    (['north', 'west'], frozenset())
    """
    found = [said([word], tables) for part in text.split() for word in {part, *part.split("-")}]
    return frozenset([side for what in found if what and what.says == SIDE for side in what.row.split("-")])


def nations(text: str, tables: Tables) -> frozenset[str]:
    """The countries whose nationality the words of a text tell: Syrian Kurdistan.

    >>> from translit.tables import built_in
    >>> sorted(nations("Irakisch Kurdistan, the Iraqi one", built_in()))
    ['IQ']
    """
    found = [said([word], tables) for word in text.split()]
    return frozenset([what.country for what in found if what and what.says == NATION])


def has_article(text: str, tables: Tables) -> bool:
    """Does a text of several words begin with an article in small letters: la Ghouta orientale?

    >>> from translit.tables import built_in
    >>> has_article("la Ghouta", built_in()), has_article("La Ghouta", built_in())
    (True, False)
    """
    first, blank, _ = text.partition(" ")
    found = _words(tables).get(first) if blank else None
    return found is not None and found.says == ARTICLE


def said(words: Sequence[str], tables: Tables) -> Word | None:
    """What words say around a place, in whatever case a Cyrillic adjective stands; None for any others."""
    known, text = _words(tables), " ".join(words)
    folded = fold(text)
    found = known.get(folded)
    if found is None and (elided := _ELIDED.match(text)):  # à l'est d'Alep
        found = known.get(folded[elided.end() - 1 :])
        found = found if found is not None and found.says == SIDE else None
    if found is None and "-" in folded:
        found = known.get(folded[folded.rindex("-") :])
    if found is None and script_of(text) == "Cyrl":
        cases = (folded[:-size] + "-" for size in range(1, _LONGEST + 1))
        found = next((known[case] for case in cases if case in known), None)
    return None if found is not None and found.says == ARTICLE and not text.islower() else found


@once
def _words(tables: Tables) -> Mapping[str, Word]:
    """The folded words, Cyrillic adjectives by their stem and a hyphen, and what they say."""
    found: dict[str, Word] = {}
    for row, word, says, country, also, *_ in islice(tables.cells(_TABLE), 1, None):
        for spelling in (word, *filter(None, also.split("|"))):
            folded = fold(spelling)
            adjective = folded.endswith(_NOMINATIVES)
            found[f"{folded[:-_ADJECTIVE]}-" if adjective else folded] = Word(says, country, row)
    return found
