"""How a form of a text may stand for a name of a site: by its letters, and by what the site is."""

from __future__ import annotations

import math
from dataclasses import dataclass

from translit.languages import languages
from translit.memory import remembered
from translit.place.atlas import Atlas, Site
from translit.place.clues import is_next_door
from translit.place.forms import APART, ELIDED, UNMARKED, Asked
from translit.place.generic import Parsed
from translit.place.indexing import Shape
from translit.place.misspelling import Clues
from translit.place.nearness import DOUBLED, articles, compact, lettered_alike, written_alike
from translit.place.skeleton import skeleton
from translit.place.slavic import names_land
from translit.place.threshold import (
    ALIAS,
    AREA_NEAR,
    HEARD_ALIAS,
    MISSPELT_ALIAS,
    OFTEN,
    OTHER_FAMILY,
)
from translit.quick import maker, quick
from translit.romanization import romanize
from translit.tables import Tables
from translit.text.script import script_of

__all__ = ["ALIAS", "AUTHORED", "HOPELESS", "WHOLE", "Judge", "Likeness", "misfit_of"]

_BY_SCHEME = 0.1  # nats for a Cyrillic text that a scheme writes just so
_DOUBLED_COUNTRY = 2.0  # nats for a letter of a country's other name doubled or not: Turki is no Turkki
_NEXT_DOOR = 0.6  # nats for such a name in letters of Persian or Azerbaijani where the text has others
_LETTERED = frozenset(("town", "feature", "exonym"))  # whose names may be written with other letters
_FAR = 9.0  # nats beyond which a place is no candidate
HOPELESS = -1.75  # log-odds below which a misspelling is not looked at
_FORMER = 0.8  # further nats for another name of a town, one that does not sound like its own
_UNLIKE = 0.5  # consonants in one that differ between two names that are not one
_FOREIGN_ARTICLE = 2.0  # nats for an Arabic article before the name of a place in Iran or Russia
AUTHORED = ("country", "feature", "exonym")  # places that the news names, so that people wrote their rows
_UNNAMED = 3.5  # nats for naming a unit without its generic
_SEATLESS = 1.8  # the same where no town has its name
_PARTED = 0.5  # nats for a generic that is not part of the name where the name may hold it
_OTHER_GENERIC = 1.2  # nats for "region" where the unit is an oblast
_QUARTER_OF_NAME = 2.5  # nats for a town where the text tells a quarter: حي الثورة is no Tabqa
_LAND_OF_NAME = 3.5  # nats for a village where it tells another thing: Wadi Zeitoun is no Zeitoun
_BARE = 1.5  # nats more where that unit is called without its generic: Tatarstan
_OTHER_AREA, _NO_AREA = (
    2.5,
    7.0,
)  # nats for an area where the text tells another kind of area, or none
_AS_COUNTRY, _OTHER_LAND = (
    2.0,
    2.0,
)  # nats for a country where it tells a unit, for a mountain where a river
_DISTRICT_OF, _OTHER_PLACE = (
    2.0,
    6.0,
)  # nats for a town where it tells a district, or another thing
_CAMP = "camp"
_QUARTERS = frozenset(("quarter",))
_ANY_AREA = ("region", "countryside")  # words for an area of any kind
_LANDS = ("region", "peninsula", "mountain")
_SEATS = frozenset(("district", "subdistrict"))  # areas that bear their chief town's name
_FIRST = ("unit", "region", "city")  # what the generics of first-level units name
WHOLE = Parsed("", "", ())  # the text is searched whole, though a generic stands in it


@quick
@dataclass(frozen=True, slots=True)
class Likeness:
    """A name of a site that a form of the text may stand for; without clues it is written so.

    `most` are the best odds it can have, whatever its letters; the clues are without the weight of the site.
    """

    asked: Asked
    site: Site
    name: str
    cost: float
    alias: float
    most: float
    clues: Clues | None = None


_likeness = maker(Likeness)


class Judge:
    """Says how one form of a text may stand for names of sites."""

    def __init__(self, asked: Asked, book: Atlas) -> None:
        self.asked = asked
        self._book = book
        self._near = asked.asker.near
        self._articles = articles(asked.text)
        self._plain = asked.asker, asked.size, asked.bones, asked.door, asked.why == APART
        self._lines = book.needs.lines

    def __call__(self, site: Site, name: str, apart: int, shape: Shape, misfit: float) -> Likeness | None:
        """How the form may stand for a name of a site; `apart` sounds differ."""
        asked, near = self.asked, self._near
        cost = asked.cost + misfit
        if cost >= _FAR or (shape.is_alias and name.isupper() and not self._is_abbreviated(name)):
            return None
        if not apart and asked.door == "alike":
            exact = written_alike(asked.text, name, asked.family)
            if exact is None and shape.is_alias and self._is_schemed(site, name):
                exact = _BY_SCHEME
            elif exact is None and asked.family == "ar" and shape.kind in _LETTERED:
                exact = lettered_alike(asked.text, name)
            elif exact is not None and shape.is_alias and shape.kind == "country":
                exact += _of_country(exact, name, asked.text, self._book.tables)
            if exact is not None:
                whole = shape.is_alias and _is_whole(shape.kind, name)
                return self._written(site, name, cost - misfit * whole, exact, shape)
        if shape.kind == "country" and asked.door == "respelt":  # its rows have its names in all languages
            return None
        if asked.why in (UNMARKED, ELIDED):  # the tables write other names without marks, not sounds
            return None
        cost += AREA_NEAR if near and shape.kind in ("unit", "district") else 0.0
        cost += OTHER_FAMILY if asked.asker.marked and not shape.has_article else 0.0
        usual = cost if near else cost - OFTEN.get(shape.kind, 0.0)
        extra = self._articles and max(self._articles - articles(name), 0)
        clues, line = self._lines(*self._plain, apart, extra, shape)
        odds = self._book.misspelt.on(line, site.misspelt)
        if odds - usual <= HOPELESS:
            return None
        alias = ALIAS.get(shape.kind, 0.0) if shape.is_alias else 0.0
        if alias:
            usual = cost + (MISSPELT_ALIAS if apart or near else HEARD_ALIAS)
            if odds - usual <= HOPELESS:
                return None
        return _likeness(asked, site, name, usual, alias, odds - usual, clues)

    def _is_abbreviated(self, name: str) -> bool:
        """Is the text a name that the tables abbreviate, in capitals as they do? Car is no CAR."""
        return self.asked.text.isupper() and compact(self.asked.text) == compact(name)

    def _is_schemed(self, site: Site, name: str) -> bool:
        """Is this another name of a town, which some scheme writes for the Cyrillic text?"""
        if site.kind != "town" or not self.asked.family == site.family == "ru":
            return False
        return script_of(self.asked.text) == "Cyrl" != script_of(name) and compact(name) in _schemed(
            self.asked.text, self._book.tables
        )

    def _written(self, site: Site, name: str, cost: float, exact: float, shape: Shape) -> Likeness:
        """The same for a name that is written so; `exact` are the nats of an article or a doubled letter."""
        alias = ALIAS.get(shape.kind, 0.0) if shape.is_alias else 0.0
        if exact and (self._articles or self.asked.asker.arabic) and not site.has_article:
            exact += _FOREIGN_ARTICLE
        if alias and site.kind == "town":
            other = _is_other(name, site["canonical"], site["native"], site.family)
            alias += _FORMER if other else 0.0
        return _likeness(self.asked, site, name, cost + exact, alias, math.inf, None)


@remembered(4096)
def _schemed(text: str, tables: Tables) -> frozenset[str]:
    """What all schemes write for a Cyrillic name, in compact letters."""
    schemes = {scheme for one in languages(tables).values() for scheme in (one.scheme, *one.abroad) if scheme}
    return frozenset(compact(romanize(text, scheme, tables=tables)) for scheme in schemes)


@remembered(16384)
def _is_other(name: str, canonical: str, native: str, family: str) -> bool:
    """Is this another name of a town, not its own in another spelling: Stalinsk of Novokuznetsk?"""
    from rapidfuzz.distance import Levenshtein

    bones = skeleton(name, family)
    own = [skeleton(form, family) for form in (canonical, native) if form]
    return all(Levenshtein.distance(bones, other) > _UNLIKE * max(len(bones), len(other)) for other in own)


def _of_country(exact: float, name: str, text: str, tables: Tables) -> float:
    """What speaks against another name of a country that is written alike but for letters: مراكش, مراکش."""
    return _DOUBLED_COUNTRY * (exact >= DOUBLED) + _NEXT_DOOR * is_next_door(name, text, tables)


def _is_whole(kind: str, name: str) -> bool:
    """Does another name of a thing or of an area leave no generic out: Смоленщина?"""
    if kind == "feature":
        return " " in name and not articles(name)
    return kind == "unit" and names_land(name)


def _is_part(site: Site, book: Atlas) -> bool:
    """Is the generic a part of a feature's name? Not of a land's whose row has the bare name too (Golan)."""
    parsed = book.generics.parse(site["canonical"])
    said = site.feature in _LANDS and parsed.specific in site["also"].split("|")
    return bool(parsed.rows) and not said


def _is_larger(site: Site, generic: Parsed, book: Atlas) -> bool:
    """Is this a first-level unit where the text tells a district: Псковский район is no Pskov Oblast?

    Not one that is itself called a district, nor an autonomous okrug that is told to be an okrug.
    """
    own = site["generic"]
    return site.kind == "unit" and generic.features <= _SEATS and book.generics.feature(own) in _FIRST


def _is_told(site: Site, generic: Parsed, book: Atlas) -> bool:
    """Does the text tell an area's own generic, if without its Autonomous?"""
    own = book.generics.canonical(site["generic"])
    return any(own.endswith(row.canonical) for row in generic.rows)


def misfit_of(site: Site, generic: Parsed | None, book: Atlas) -> float:
    """What it costs that a site is not what the generic says."""
    area = site.kind in ("unit", "district")
    if generic is WHOLE:
        return 0.0
    if generic is None:
        if area:
            return 0.0 if site.is_bare else _SEATLESS if site.is_seatless else _UNNAMED
        return _UNNAMED / 2 if site.kind == "feature" and _is_part(site, book) else 0.0
    features = generic.features
    if site.feature in features and not area:
        return _PARTED
    if area and _is_told(site, generic, book):
        return 0.0
    if site.feature in features or (area and not features.isdisjoint(_ANY_AREA)):
        return (_OTHER_GENERIC + (_BARE if site.is_bare else 0.0)) if site["generic"] else 0.0
    if area:
        if _is_larger(site, generic, book):
            return _NO_AREA
        return _OTHER_AREA if features & book.generics.areas else _NO_AREA
    if site.kind in ("town", "exonym") and features & book.generics.settlements:
        return _QUARTER_OF_NAME if features == _QUARTERS else 0.0
    if site.kind == "country":
        return _AS_COUNTRY if features & {"country", "unit"} else _NO_AREA
    if site.kind == "feature" and not features & book.generics.areas:
        lived_in = site.feature == _CAMP or site.feature in book.generics.settlements
        return _LAND_OF_NAME if lived_in else _OTHER_LAND
    return _DISTRICT_OF if features <= _SEATS else _OTHER_PLACE
