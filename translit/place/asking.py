"""What a text asks the atlas by one door: each of its forms, read in each family, and what answers."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator

from translit.place import arabic, slavic
from translit.place.atlas import Atlas
from translit.place.clues import ends_slavic, has_foreign
from translit.place.forms import APART, SPELLING, UNMARKED, Asked, Form, spelt_as
from translit.place.generic import Parsed
from translit.place.likeness import HOPELESS, WHOLE, Judge, Likeness, misfit_of
from translit.place.nearness import sounded
from translit.place.needed import Asker, Needed
from translit.place.skeleton import FAMILIES, VOWELS_ONLY, skeleton
from translit.place.tradition import merged
from translit.text.script import script_of

__all__ = ["searched"]

_MERGED = 0.6  # nats for a tradition that does not tell some letters apart
_FEW_FORMS = 4  # forms of a text that are searched beyond their own consonants


def searched(
    forms: Iterable[Form], generic: Parsed | None, areas: bool, door: str, book: Atlas
) -> list[Likeness]:
    """The names that some forms of a text may stand for, as one index has them."""
    forms = tuple(forms)
    written = areas and (generic is None or generic is WHOLE)  # an area stands without its generic as it is
    seen: set[tuple[str, str]] = set()
    found: list[Likeness] = []
    for form in forms if door == "alike" else forms[:_FEW_FORMS]:
        if door != "alike" and form.why == UNMARKED:
            continue
        text = slavic.stem(form.text) if areas else form.text
        for family in FAMILIES:
            speaker = _Speaker(forms[0].text, text, family, door, book)
            for spelt, cost, why in spelt_as(text, form, family, door, areas, book):
                bones = skeleton(spelt, family)
                if bones == VOWELS_ONLY or (door == "near" and len(bones) < 3):
                    continue
                if door == "respelt" and (family, spelt) in seen:
                    continue
                if not book.has(bones, family, areas, door):
                    continue
                pairs = merged(why.removesuffix(SPELLING), family, book.tables) if door == "respelt" else ()
                if not pairs:
                    seen.add((family, spelt))
                found += speaker.heard(spelt, bones, cost, why, pairs, areas, written, generic)
    return found


class _Speaker:
    """A form of a text that is asked in one family by one door."""

    def __init__(self, whole: str, text: str, family: str, door: str, book: Atlas) -> None:
        self._texts = whole, text
        self._family = family
        self._door = door
        self._book = book
        self._told: tuple[bool, bool, bool] | None = None

    def heard(
        self,
        spelt: str,
        bones: str,
        cost: float,
        why: str,
        pairs: tuple[tuple[str, str], ...],
        areas: bool,
        written: bool,
        generic: Parsed | None,
    ) -> Iterator[Likeness]:
        """The names that a spelling of it may stand for; where they must be `written` so, no others."""
        book, family, door = self._book, self._family, self._door
        cost += _MERGED * bool(pairs)
        sound = sounded(spelt, family)
        own = len(sounded(book.generics.without_part(spelt), family)) if " " in spelt else 0
        stretch = math.sqrt(len(sound) / own) if own else 1.0
        size = round(len(sound) / stretch)
        asker = self._asker(spelt)
        odds = book.needs.odds(
            size, len(bones), door, family == "ar", why == APART, written or why == UNMARKED, HOPELESS + cost
        )
        sites = (book.near if door == "near" else book.alike)(
            bones, spelt, family, areas, pairs, Needed(odds, asker)
        )
        if not sites:
            return
        judge = Judge(Asked(spelt, family, door, cost, why, size, len(bones), stretch, asker, pairs), book)
        for site, name, apart in sites:
            like = judge(site, name, apart, misfit_of(site, generic, book))
            if like is not None and (like.clues is None or not written):
                yield like

    def _asker(self, spelt: str) -> Asker:
        """What of a spelling tells for or against places."""
        family, tables = self._family, self._book.tables
        if self._told is None:
            whole, text = self._texts
            slavic = ends_slavic(whole, tables) or (text != whole and ends_slavic(text, tables))
            self._told = arabic.looks_arabic(text), has_foreign(text, family, tables), slavic
        marked, foreign, slavic = self._told
        script = script_of(spelt)
        cyrillic = script == "Cyrl" and not (marked or self._book.generics.leads_arabic(spelt))
        return Asker(
            family == "ar", self._door == "near", marked, script == "Arab", cyrillic, foreign, slavic
        )
