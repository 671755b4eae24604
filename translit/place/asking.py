"""What a text asks the atlas by one door: each of its forms, read in each family, and what answers."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from translit.memory import remembered
from translit.place import arabic, slavic
from translit.place.atlas import Atlas
from translit.place.clues import ends_slavic, has_foreign, has_slavic
from translit.place.forms import (
    APART,
    ELIDED,
    IN_RUSSIAN,
    SPELLING,
    UNMARKED,
    Asked,
    Form,
    Spelling,
    spelt_as,
)
from translit.place.generic import Parsed
from translit.place.likeness import HOPELESS, WHOLE, Judge, Likeness, misfit_of
from translit.place.nearness import sounded, sounds_of_letters
from translit.place.searching import Sought
from translit.place.skeleton import FAMILIES
from translit.place.threshold import Asker
from translit.place.tradition import merged
from translit.quick import maker
from translit.tables import Tables
from translit.text.script import script_of

__all__ = ["searched"]

_MERGED = 0.6  # nats for a tradition that does not tell some letters apart
_BUT_ALIKE = (UNMARKED, IN_RUSSIAN, ELIDED)  # forms of which no misspelling is looked for
_FEW_FORMS = 4  # forms of a text that are searched beyond their own consonants

_asked = maker(Asked)


class _Way(NamedTuple):
    """How a form of a text is asked for: beside which generic, of areas or of other places, by which door."""

    generic: Parsed | None
    areas: bool
    door: str
    written: bool  # an area stands without its generic as it is
    book: Atlas


def searched(
    forms: Iterable[Form], generic: Parsed | None, areas: bool, door: str, book: Atlas
) -> list[Likeness]:
    """The names that some forms of a text may stand for, as one index has them."""
    forms = tuple(forms)
    way = _Way(generic, areas, door, areas and (generic is None or generic is WHOLE), book)
    found: list[Likeness] = []
    seen: set[tuple[str, str]] = set()
    for form in forms if door == "alike" else forms[:_FEW_FORMS]:
        if door == "alike" or form.why not in _BUT_ALIKE:
            for family in FAMILIES:
                found += _read_in(family, form, forms[0].text, way, seen)
    return found


def _read_in(
    family: str, form: Form, first: str, way: _Way, seen: set[tuple[str, str]]
) -> Iterator[Likeness]:
    """The names that one form of a text may stand for, read in one family; `first` is its first form.

    `seen` are the spellings that no tradition writes otherwise, so that they are respelt once.
    """
    text = slavic.stem(form.text) if way.areas else form.text
    asker, known = None, ""
    for spelling in spelt_as(text, form, family, way.door, way.areas, way.book):
        spelt = spelling[0]
        pairs: tuple[tuple[str, str], ...] = ()
        if way.door == "respelt":
            if (family, spelt) in seen:
                continue
            pairs = merged(spelling[2].removesuffix(SPELLING), family, way.book.tables)
            if not pairs:
                seen.add((family, spelt))
        script = script_of(spelt)
        if asker is None or script != known or script == "Cyrl":
            asker, known = _asker(first, text, spelt, family, way), script
        yield from _found(spelling, asker, pairs, family, way)


def _found(
    spelling: Spelling, asker: Asker, pairs: tuple[tuple[str, str], ...], family: str, way: _Way
) -> list[Likeness]:
    """The names that a spelling may stand for; where they must be written so, no others."""
    generic, areas, door, written, book = way
    spelt, cost, why, broad, bones = spelling
    cost += _MERGED * bool(pairs)
    sound = sounds_of_letters(broad, family)
    own = len(sounded(book.generics.without_part(spelt), family)) if " " in spelt else 0
    stretch = math.sqrt(len(sound) / own) if own else 1.0
    size, many, least = round(len(sound) / stretch), len(bones), HOPELESS + cost
    odds = book.needs.odds(size, many, door, asker.arabs, why == APART, written or why == UNMARKED, least)
    sought = Sought(bones, sound, asker.arabic, asker.near, pairs)
    sites = book.search(sought, family, areas, (odds, asker))
    if not sites:
        return []
    said = None if areas and generic is WHOLE else generic  # an area's bare name leaves its own generic out
    judge = Judge(_asked(spelt, family, door, cost, why, size, many, stretch, asker, pairs), book)
    likes = [
        judge(site, name, apart, shape, misfit_of(site, said, book)) for site, name, apart, shape in sites
    ]
    return [like for like in likes if like is not None and (like.clues is None or not written)]


def _asker(whole: str, text: str, spelt: str, family: str, way: _Way) -> Asker:
    """What of a spelling of a text, which is `whole` or a form of it, tells for or against places."""
    marked, foreign, slavs = _told(whole, text, family, way.book.tables)
    script = script_of(spelt)
    cyrillic = script == "Cyrl" and not (marked or way.book.generics.leads_arabic(spelt))
    return Asker(family == "ar", way.door == "near", marked, script == "Arab", cyrillic, foreign, slavs)


@remembered(8192)
def _told(whole: str, text: str, family: str, tables: Tables) -> tuple[bool, bool, bool]:
    """Has a text the marks of romanised Arabic, letters that no map has, the ending of a Slavic name?"""
    slavs = ends_slavic(text, tables) or (whole != text and ends_slavic(whole, tables))
    slavs = slavs or has_slavic(text, tables)
    return arabic.looks_arabic(text), has_foreign(text, family, tables), slavs
