"""How a form of a text may stand for a name of a site: by its letters, and by what the site is."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import lru_cache

from translit.languages import languages
from translit.place.atlas import Atlas, Site
from translit.place.forms import APART, UNMARKED, Asked
from translit.place.generic import AREAS, SETTLEMENTS, Parsed
from translit.place.misspelling import Clues, Weights
from translit.place.nearness import articles, compact, is_arabic, written_alike
from translit.place.skeleton import skeleton
from translit.quick import quick
from translit.romanization import romanize
from translit.tables import Tables
from translit.text.script import script_of

__all__ = ["ALIAS", "AUTHORED", "HOPELESS", "WHOLE", "Likeness", "least_weight", "likeness", "misfit_of"]

_BY_SCHEME = 0.1  # nats for a Cyrillic text that a scheme writes just so
_FAR = 9.0  # nats beyond which a place is no candidate
HOPELESS = -1.75  # log-odds below which a misspelling is not looked at
ALIAS = {"town": 0.7, "exonym": 0.5, "country": 0.5, "feature": 0.8}  # nats for another spelling
_FORMER = 0.8  # further nats for another name of a town, one that does not sound like its own
_UNLIKE = 0.5  # consonants in one that differ between two names that are not one
_FOREIGN_ARTICLE = 2.0  # nats for an Arabic article before the name of a place in Iran or Russia
AUTHORED = ("country", "feature", "exonym")  # places that the news names, so that people wrote their rows
_OTHER_FAMILY = 2.0  # nats for an Arabic spelling of a name that is not Arabic
_MISSPELT_ALIAS = 2.2  # nats for a misspelling of another name than the usual one
_HEARD_ALIAS = 1.95  # nats for one that sounds like it
_OFTEN = {
    "feature": 0.8,
    "exonym": 0.4,
    "country": 0.2,
}  # nats: a misspelling of their usual name is likelier
_MOST_OFTEN = max(_OFTEN.values())
_AREA_NEAR = 3.0  # nats for another consonant in the name of an area, which is longer than it looks
_UNNAMED = 3.5  # nats for naming a unit without its generic
_PARTED = 0.5  # nats for a generic that is not part of the name where the name may hold it
_OTHER_GENERIC = 1.2  # nats for "region" where the unit is an oblast
_SEATS = frozenset(("district", "subdistrict"))  # areas that bear their chief town's name
WHOLE = Parsed("", "", ())  # the text is searched whole, though a generic stands in it


@quick
@dataclass(frozen=True, slots=True)
class Likeness:
    """A name of a site that a form of the text may stand for; without clues it is written so.

    `most` are the best odds it can have, whatever its letters.
    """

    asked: Asked
    site: Site
    name: str
    cost: float
    alias: float
    most: float
    clues: Clues | None = None


def likeness(asked: Asked, site: Site, name: str, apart: int, misfit: float, book: Atlas) -> Likeness | None:
    """How a form of the text may stand for a name of a site; `apart` sounds differ."""
    cost = asked.cost + misfit
    if cost >= _FAR:
        return None
    alias = ALIAS.get(site.kind, 0.0) if site.is_alias(name) else 0.0
    extra = articles(asked.text)
    if not apart and asked.door == "alike":
        exact = written_alike(asked.text, name, asked.family)
        if exact is None and alias and site.kind == "town" and asked.family == site.family == "ru":
            exact = _BY_SCHEME if compact(name) in _schemed(asked.text, book.tables) else None
        if exact is not None:
            cost += exact + (_FOREIGN_ARTICLE if exact and extra and not site.has_article else 0.0)
            if alias and site.kind == "town":
                other = _is_other(name, site["canonical"], site["native"], site.family)
                alias += _FORMER if other else 0.0
            return Likeness(asked, site, name, cost, alias, math.inf)
    if asked.why == UNMARKED:  # the tables write other names without marks, not sounds
        return None
    near = asked.door == "near"
    misspelt = _MISSPELT_ALIAS if apart or near else _HEARD_ALIAS
    cost += misspelt if alias else 0.0 if near else -_OFTEN.get(site.kind, 0.0)
    cost += _AREA_NEAR if near and site.kind in ("unit", "district") else 0.0
    is_arabic_text = is_arabic(asked.text)
    has_article = site.has_article
    cost += _OTHER_FAMILY if asked.marked and not has_article else 0.0
    clues = Clues(
        weight=site.weight,
        size=asked.size,
        bones=asked.bones,
        sounds=apart,
        consonants=1 if near else 0,
        arabic=asked.family == "ar",
        respelt=asked.door == "respelt",
        apart=asked.why == APART,
        unvowelled=is_arabic_text != is_arabic(name),
        articles=max(extra - articles(name), 0),
        foreign=not has_article,
        fixed=site.is_fixed,
        cyrillic=has_article and script_of(asked.text) == "Cyrl",
        script=is_arabic_text and not has_article,
        letters=not site.is_fixed and asked.foreign,
        slavic=site.is_far and asked.slavic,
    )
    most = book.misspelt.odds(clues) - cost
    return Likeness(asked, site, name, cost, alias, most, clues) if most > HOPELESS else None


@lru_cache(maxsize=4096)
def _schemed(text: str, tables: Tables) -> frozenset[str]:
    """What all schemes write for a Cyrillic name, in compact letters; none for another script."""
    if script_of(text) != "Cyrl":
        return frozenset()
    schemes = {scheme for one in languages(tables).values() for scheme in (one.scheme, *one.abroad) if scheme}
    return frozenset(compact(romanize(text, scheme, tables=tables)) for scheme in schemes)


def least_weight(asked: Asked, apart: int, weights: Weights) -> float:
    """The least weight of a place that a form with so many other sounds may mean; 0 for its own name."""
    if not apart and asked.door == "alike":
        return 0.0
    clues = Clues(
        weight=1.0,
        size=asked.size,
        bones=asked.bones,
        sounds=apart,
        consonants=int(asked.door == "near"),
        arabic=asked.family == "ar",
        respelt=asked.door == "respelt",
        apart=asked.why == APART,
    )
    lacking = HOPELESS - _MOST_OFTEN + asked.cost - weights.odds(clues) - weights.most
    return math.exp(min(lacking / weights.slope(clues.arabic), 20.0))


@lru_cache(maxsize=16384)
def _is_other(name: str, canonical: str, native: str, family: str) -> bool:
    """Is this another name of a town, not its own in another spelling: Stalinsk of Novokuznetsk?"""
    from rapidfuzz.distance import Levenshtein

    bones = skeleton(name, family)
    own = [skeleton(form, family) for form in (canonical, native) if form]
    return all(Levenshtein.distance(bones, other) > _UNLIKE * max(len(bones), len(other)) for other in own)


def misfit_of(site: Site, generic: Parsed | None, book: Atlas) -> float:
    """What it costs that a site is not what the generic says."""
    area = site.kind in ("unit", "district")
    if generic is WHOLE:
        return 0.0
    if generic is None:
        if area:
            return 0.0 if site.is_bare else _UNNAMED
        return _UNNAMED / 2 if site.kind == "feature" and book.generics.parse(site["canonical"]).rows else 0.0
    features = generic.features
    if site.feature in features and not area:
        return _PARTED
    if site.feature in features or (area and "region" in features):
        own = book.generics.canonical(site["generic"])
        if not own or any(row.canonical == own for row in generic.rows):
            return 0.0
        return _OTHER_GENERIC + (1.5 if site.is_bare else 0.0)
    if area:
        return 2.5 if features & AREAS else 7.0
    if site.kind in ("town", "exonym") and features & SETTLEMENTS:
        return 0.0
    if site.kind == "country":
        return 2.0 if features & {"country", "unit"} else 7.0
    if site.kind == "feature" and not features & AREAS:
        return 2.0
    return 2.0 if features <= _SEATS else 6.0
