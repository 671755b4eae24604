"""What a text says around a place's name: whose it is, on which side, in what state.

The Syrian town of Douma, rebel-held Idlib, ريف حلب الشمالي, Ukraine's Kharkiv, the Kyiv suburb of Bucha. The
words are rows of `tables/place/around.tsv`; a nationality, or an owner, bounds where the place lies.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import islice
from typing import NamedTuple

from translit.memory import once
from translit.place.atlas import Atlas
from translit.place.bounds import Bound, bound_given, bound_of
from translit.tables import Tables
from translit.text.clean import fold
from translit.text.script import script_of

__all__ = ["Around", "around", "sides"]

_TABLE = "place/around"
_SIDE, _KIND, _ARTICLE = "side", "kind", "article"
_OWNER = re.compile(r"(?P<owner>.*\w{3})['’]s (?P<thing>.+)", re.IGNORECASE)
_OF = "of"
_NOMINATIVES = ("ий", "ый", "ой")  # of Cyrillic adjectives
_ADJECTIVE = 2  # letters of these endings
_LONGEST = 3  # letters of the longest ending in a case: сирийскому


class Around(NamedTuple):
    """A place's name without what is said around it, where it lies by that, and what is said: side, capital.

    `small` where that is said in small letters.
    """

    name: str
    bounds: tuple[Bound, ...]
    says: frozenset[str]
    small: bool


class _Word(NamedTuple):
    """What a word around a place says, of which country, and the id of its row."""

    says: str
    country: str
    row: str


def around(text: str, book: Atlas) -> Iterator[Around]:
    """The place's name in a text and what is said around it, first with a side of it; none where nothing is.

    >>> from translit.place.atlas import atlas
    >>> [(found.name, sorted(found.bounds[0].codes)) for found in around("the Syrian town of Douma", atlas())]
    [('town of Douma', ['SY'])]
    >>> [found.name for found in around("besieged Eastern Ghouta", atlas())]
    ['Eastern Ghouta', 'Ghouta']
    >>> [*around("Douma", atlas())]
    []
    """
    words = text.split()
    said = [_said(word, book.tables) for word in words]
    told = {what.says for what in said if what}
    small = not any(
        what and what.says == _SIDE and not word.islower() for word, what in zip(words, said, strict=True)
    )
    bounds = [bound_given(what.country, book) for what in said if what and what.country]
    for kept in ({_SIDE, _KIND}, {_KIND}) if _SIDE in told else ({_KIND},):
        rest = [word for word, what in zip(words, said, strict=True) if what is None or what.says in kept]
        name, owner = _without_owner(" ".join(rest), book)
        if owner is None:
            name, owner = _without_area(name, book)
        name = " ".join([word for word in name.split() if not _is_kind(word, book.tables)])
        for larger in _widened(owner) if script_of(name) and name != text else ():
            lies = tuple([bound for bound in (*bounds, larger) if bound])
            yield Around(name, lies, frozenset(told - kept), small)


def _widened(bound: Bound | None) -> tuple[Bound | None, ...]:
    """The bound of an owner, and of its country where it is a unit, beyond which its suburbs lie."""
    if bound is None or not bound.is_near:
        return (bound,)
    return bound, Bound(frozenset(code[:2] for code in bound.codes))


def sides(text: str, tables: Tables) -> frozenset[str]:
    """The sides that the words of a text tell: Eastern Ghouta, north-west of Aleppo.

    >>> from translit.tables import built_in
    >>> sorted(sides("north-western Syria", built_in())), sides("Syria", built_in())
    (['north', 'west'], frozenset())
    """
    said = [_said(word, tables) for word in text.split()]
    return frozenset([side for what in said if what and what.says == _SIDE for side in what.row.split("-")])


def _said(word: str, tables: Tables) -> _Word | None:
    """What a word says around a place, in whatever case a Cyrillic adjective stands; None for any other."""
    known = _words(tables)
    folded = fold(word)
    found = known.get(folded)
    if found is None and "-" in folded:
        found = known.get(folded[folded.rindex("-") :])
    if found is None and script_of(word) == "Cyrl":
        cases = (folded[:-size] + "-" for size in range(1, _LONGEST + 1))
        found = next((known[case] for case in cases if case in known), None)
    return None if found is not None and found.says == _ARTICLE and not word.islower() else found


@once
def _words(tables: Tables) -> Mapping[str, _Word]:
    """The folded words, Cyrillic adjectives by their stem and a hyphen, and what they say."""
    found: dict[str, _Word] = {}
    for row, word, says, country, also, *_ in islice(tables.cells(_TABLE), 1, None):
        for spelling in (word, *filter(None, also.split("|"))):
            folded = fold(spelling)
            adjective = folded.endswith(_NOMINATIVES)
            found[f"{folded[:-_ADJECTIVE]}-" if adjective else folded] = _Word(says, country, row)
    return found


def _without_owner(text: str, book: Atlas) -> tuple[str, Bound | None]:
    """A text without the larger place whose the place is: Syria's Aleppo; not Aleppo's countryside."""
    found = _OWNER.fullmatch(text)
    bound = found and bound_of(found["owner"], book)
    if not found or not bound:
        return text, None
    thing = found["thing"]
    if book.generics.stands_before(thing) is None:
        return thing, bound
    return f"{found['owner']} {thing}", bound


def _without_area(text: str, book: Atlas) -> tuple[str, Bound | None]:
    """A text without the larger place before a generic and "of": the Kyiv suburb of Bucha."""
    words = text.split()
    for at in range(2, len(words) - 1):
        generic = words[at - 1]
        is_generic = _is_kind(generic, book.tables) or book.generics.stands_before(generic) is not None
        if words[at].lower() == _OF and is_generic:
            area = " ".join(words[: at - 1])
            return " ".join(words[at - 1 :]), bound_of(area, book)
    return text, None


def _is_kind(word: str, tables: Tables) -> bool:
    """Does a word tell what kind of place is named, as no generic of the tables does: suburb?"""
    what = _said(word, tables)
    return what is not None and what.says == _KIND
