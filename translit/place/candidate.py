"""A place that a text may mean: the nats between them, and how sure that makes it."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass

from translit.place import slavic
from translit.place.atlas import Site
from translit.place.forms import INFLECTED, NOMINATIVE, SPELLING
from translit.place.nearness import ends_with_more, sounded
from translit.place.skeleton import skeleton
from translit.quick import maker, quick

__all__ = [
    "BY_SCHEME",
    "CURATED",
    "SURE_ODDS",
    "UNLISTED",
    "WRITTEN",
    "Candidate",
    "candidate",
    "hushes_so",
    "is_bare_town",
    "sounds_so",
]

_SPREAD = 0.5  # a town twice as large is named less than twice as often
UNLISTED = 3.0  # how often a text names a place that no table has
_KNOWN = 2e6  # however large a place, a bent form of its name is no likelier than of one so large
_LIKELY = 1.5  # log-odds below which a name that sounds otherwise is doubtful …
_LIKELY_SHORT = 3.0  # … the same of a short one, as many are that sound like a rare name …
_TELLING = 8  # … than so many letters, where no generic says what the place is
_DOUBTFUL = 1.0  # nats from which a town's written name is doubtful
_NEUTER = "n"  # no area's generic is
_OF_TOWN = f"adjective of a town{SPELLING}"
BY_SCHEME = "by a scheme of its language"
CURATED = 0.5  # the alias of a table that people wrote
WRITTEN = 0.1  # a spelling the tables write out, with or without its article
_SMALL, _LARGE = 1e3, 5e4
_SURE = 1.2  # a written name this cheap ends the search
SURE_ODDS = 2.5  # the same of a misspelling's odds
_HUSHING = frozenset("SZCJ")  # in a skeleton
_CH = re.compile("ch", re.IGNORECASE)  # which Czechs, Poles and Lithuanians hear as kh
_SHORT = 4  # signs of a text that is spelt in a tradition by chance


@quick
@dataclass(frozen=True, slots=True)
class Candidate:
    """A site a text may mean: the nats between them, and the share of certainty it gets."""

    site: Site
    cost: float
    why: str
    alias: float = 0.0
    odds: float | None = None  # the log-odds of a misspelling; None: the tables write the name so
    alike: bool = True  # it sounds like the name
    near: bool = False  # a consonant of it is another

    @property
    def weight(self) -> float:
        """Its unnormalised posterior; renown counts where the name is written as all write it."""
        if self.odds is not None:
            return UNLISTED * math.exp(self.odds - self.cost)
        weight = self.site.weight
        if self.cost > WRITTEN:
            weight = min(weight, _KNOWN)
        elif self.alias <= CURATED:
            weight *= self.site.renown
        return float(weight**_SPREAD * math.exp(-self.cost - self.alias))

    @property
    def is_written(self) -> bool:
        """Do the tables write the name just so, with or without its article?"""
        return self.odds is None and self.cost <= WRITTEN

    def is_doubtful(self, said: bool, texts: tuple[str, ...]) -> bool:
        """Is it named so seldom that nobody should be sure: other letters, a former name?

        `said`: one of the texts that may name it says by a generic what it is, beside its letters.
        """
        if self.odds is None:
            town = self.site.kind == "town" or self.site.is_city
            return town and self.cost + self.alias >= _DOUBTFUL
        guessed = self.why == NOMINATIVE and self.cost >= INFLECTED
        if guessed or (slavic.gender(texts[0]) == _NEUTER and is_bare_town(self, texts[0])):
            return True
        site = self.site
        if site.family == "ar" and not self.alike and ends_with_more(texts[0], site["canonical"]):
            return True
        told = said or len(self.site["canonical"]) >= _TELLING
        if self.odds >= (_LIKELY if told else _LIKELY_SHORT):
            return self.why.endswith(SPELLING) and len(texts[0]) <= _SHORT
        return not self.alike or (
            not told and self.why.endswith(SPELLING) and not sounds_so(self.site, texts)
        )

    @property
    def ends(self) -> bool:
        """Need nothing be searched beyond this one: it is spelt so, and no small place's other name?"""
        if self.alias and self.site.weight < _LARGE:
            return False
        if self.odds is not None:
            return self.odds - self.cost > SURE_ODDS and self.site.weight > _SMALL
        return self.cost < _SURE


candidate = maker(Candidate)


def sounds_so(site: Site, texts: tuple[str, ...]) -> bool:
    """Has a place the consonants of a text, read with their marks? Arabic ones are marked anyhow."""
    if site.family == "ar" and not site.is_fixed:
        return True
    own = skeleton(site["native"] or site["canonical"], site.family)
    return any(skeleton(text, site.family) == own for text in texts)


def hushes_so(site: Site, texts: tuple[str, ...]) -> bool:
    """Has a place's name the hushing consonants of a text, as marks tell them: Taškentas?

    Those of romanised Arabic tell other consonants.
    """
    if site.family == "ar":
        return False
    own = _hushing(site["native"] or site["canonical"], site.family)
    return any(_hushing(form, site.family) == own for text in texts for form in (text, _CH.sub("h", text)))


def _hushing(text: str, family: str) -> str:
    """The hushing consonants of a name."""
    return "".join(sound for sound in skeleton(text, family) if sound in _HUSHING)


def is_bare_town(found: Candidate, head: str) -> bool:
    """Has an adjective the name of a town with an ending put to it?"""
    names = [sounded(found.site[column], "ru") for column in ("canonical", "native")]
    return found.site.kind in ("town", "feature") and (
        sounded(slavic.stem(head), "ru") in names or found.why == _OF_TOWN
    )
