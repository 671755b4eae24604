"""The places that a text may mean, each with the nats between them and its share of certainty."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass

from translit.languages import language_of
from translit.memory import remembered
from translit.place import slavic
from translit.place.asking import searched
from translit.place.atlas import Atlas, Site
from translit.place.forms import AS_WRITTEN, INFLECTED, NOMINATIVE, SPELLING, UNMARKED, Form, forms_of
from translit.place.generic import Parsed
from translit.place.likeness import ALIAS, HOPELESS, WHOLE, Likeness, misfit_of
from translit.place.misspelling import FARTHEST
from translit.place.nearness import compact, is_arabic, sounded
from translit.place.searching import Sought
from translit.place.skeleton import FAMILIES, skeleton
from translit.quick import changed, maker, quick
from translit.romanization import romanize
from translit.sounds import distance
from translit.tables import Tables

__all__ = ["DOORS", "RIVAL", "UNLISTED", "Candidate", "candidates_of", "searched"]

_SPREAD = 0.5  # a town twice as large is named less than twice as often
UNLISTED = 3.0  # how often a text names a place that no table has
_NO_RIVAL = 4.0  # log-odds behind the best at which it is none beside it
_KNOWN = 2e6  # however large a place, a bent form of its name is no likelier than of one so large
_LIKELY = 1.5  # log-odds below which a name that sounds otherwise is doubtful …
_LIKELY_SHORT = 3.0  # … the same of a short one, as many are that sound like a rare name …
_TELLING = 8  # … than so many letters, where no generic says what the place is
_DOUBTFUL = 1.0  # nats from which a town's written name is doubtful
RIVAL = 0.12  # a second place of this share of the first makes the name ambiguous
_CALLED = 0.5  # nats a letter within which an area is called by its name, however its consonants are written
_OTHER_SOUND = 1.5  # nats for letters without the marks that tell their sounds: Karabas for Karabaš
_NEUTER = "n"  # no area's generic is
_OF_TOWN = f"adjective of a town{SPELLING}"
_OTHER_GENDER = 3.0  # nats for an adjective of another gender than the generic that it leaves out
_GERMAN = "er"  # an adjective of Germans: Donezker Gebiet
_OF_GERMANS = 0.1  # nats for it
_NAMESAKE = 0.8  # nats for a spelling that is written out for another town of the same name
_CURATED = 0.5  # the alias of a table that people wrote
_WRITTEN = 0.1  # a spelling the tables write out, with or without its article
_SMALL, _LARGE = 1e3, 5e4
_SURE = 1.2  # a written name this cheap ends the search
_SURE_ODDS = 2.5  # the same of a misspelling's odds
DOORS = ("alike", "respelt", "near")
_BESIDE_FORMER = 0.4  # the share of the following where the other place was but once called so
_BY_SCHEME = 0.1  # a spelling that a scheme of its country's language writes
_BESIDE = 2.5  # nats for a near spelling where another place is spelt just so
_BENT_BESIDE = 1.0  # the same for one that a rule makes of the text
_SOUNDED_BESIDE = 1.5  # the same for one that sounds the same
_LETTERS = 2  # of what may be bent: S is no Osh
_SHORTEST = 3  # letters of what may be misspelt: us is no Osh
_SHORT = 3  # signs of a text that may have fewer letters


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
        if self.cost > _WRITTEN:
            weight = min(weight, _KNOWN)
        elif self.alias <= _CURATED:
            weight *= self.site.renown
        return float(weight**_SPREAD * math.exp(-self.cost - self.alias))

    @property
    def is_written(self) -> bool:
        """Do the tables write the name just so, with or without its article?"""
        return self.odds is None and self.cost <= _WRITTEN

    def is_doubtful(self, said: bool, texts: tuple[str, ...]) -> bool:
        """Is it named so seldom that nobody should be sure: other letters, a former name?

        `said`: one of the texts that may name it says by a generic what it is, beside its letters.
        """
        if self.odds is None:
            return self.site.kind == "town" and self.cost + self.alias >= _DOUBTFUL
        guessed = self.why == NOMINATIVE and self.cost >= INFLECTED
        if guessed or (slavic.gender(texts[0]) == _NEUTER and _is_bare_town(self, texts[0])):
            return True
        told = said or len(self.site["canonical"]) >= _TELLING
        if self.odds >= (_LIKELY if told else _LIKELY_SHORT):
            return self.why.endswith(SPELLING) and len(texts[0]) <= _SHORT
        return not self.alike or (
            not told and self.why.endswith(SPELLING) and not _sounds_so(self.site, texts)
        )

    @property
    def ends(self) -> bool:
        """Need nothing be searched beyond this one: it is spelt so, and no small place's other name?"""
        if self.alias and self.site.weight < _LARGE:
            return False
        if self.odds is not None:
            return self.odds - self.cost > _SURE_ODDS and self.site.weight > _SMALL
        return self.cost < _SURE


_candidate = maker(Candidate)


def candidates_of(head: str, moved: bool, book: Atlas, bent: bool = True) -> list[Candidate]:
    """The sites a text may mean, each once, by its cheapest way, the likeliest first.

    `moved`: a preposition stood before it; not `bent`: it is spelt as the tables do, in the nominative.

    >>> from translit.place.atlas import atlas
    >>> candidates_of("Deir Ezzor", False, atlas())[0].site["canonical"]
    'Deir ez-Zor'
    """
    parsed = book.generics.parse(head)
    if not bent and not _may_be_listed(head, parsed, moved, book):
        return []
    size = len(head) if len(head) > _SHORT else sum(map(str.isalpha, head))
    sound = size >= _SHORTEST or is_arabic(head)
    best: dict[int, Candidate] = {}
    for found in _found(head, parsed, moved, book, bent):
        site = found.site
        if (size < _LETTERS and not found.is_written) or not (sound or found.odds is None):
            continue
        if found.why == UNMARKED and not _sounds_so(site, (head, parsed.specific)):
            found = changed(found, cost=found.cost + _OTHER_SOUND)
        if site.kind == "exonym" and site.twin is not None:
            found = changed(found, site=site.twin)
        known = best.get(id(found.site))
        if known is None or (found.is_written, found.weight) > (known.is_written, known.weight):
            best[id(found.site)] = found
    written = [found for found in best.values() if found.is_written]
    if all(found.alias for found in written):
        best = {name: _by_scheme(found, head, book) for name, found in best.items()}
        written = [found for found in best.values() if found.is_written]
    named = written or [
        found for found in best.values() if found.odds is None and found.site.kind == "feature"
    ]
    if named:
        share = _BESIDE_FORMER if all(_is_former(found) for found in named) else 1.0
        best = {
            name: changed(found, cost=found.cost + share * _beside(found)) for name, found in best.items()
        }
    gender = "" if parsed.rows else slavic.gender(head)
    if gender:
        best = _in_gender(best, gender, head, book)
    seats = (
        []
        if parsed.rows or gender
        else [found for found in best.values() if _is_bare_area(found, head, book)]
    )
    for found, others in (*((one, _namesakes) for one in written), *((one, _seats) for one in seats)):
        for other in others(found, book):
            known = best.get(id(other.site))
            if known is None or (not known.is_written and other.weight > known.weight):
                best[id(other.site)] = other
    return sorted(best.values(), key=lambda found: (-found.weight, found.site["id"]))


def _may_be_listed(head: str, parsed: Parsed, moved: bool, book: Atlas) -> bool:
    """Has any place the consonants of a text that is not bent?"""
    for text in (head, parsed.specific) if parsed.rows else (head,):
        for form in forms_of(text, moved, bent=False):
            bare = slavic.stem(form.text)
            for family in FAMILIES:
                if book.found(form.text, family, False) or book.found(bare, family, True):
                    return True
    return False


def _sounds_so(site: Site, texts: tuple[str, ...]) -> bool:
    """Has a place the consonants of a text, read with their marks? Arabic ones are marked anyhow."""
    if site.family == "ar" and not site.is_fixed:
        return True
    own = skeleton(site["native"] or site["canonical"], site.family)
    return any(skeleton(text, site.family) == own for text in texts)


def _namesakes(found: Candidate, book: Atlas) -> Iterator[Candidate]:
    """The towns of the same name as one that the text is another spelling of: it is one of theirs as well."""
    site = found.site
    if site.kind != "town" or not 0 < found.alias <= ALIAS["town"]:
        return
    name = compact(site["canonical"])
    for other in _towns_of(site["canonical"], site.family, book):
        if other is not site and compact(other["canonical"]) == name:
            yield changed(found, site=other, cost=found.cost + _NAMESAKE, why="as its namesake")


def _towns_of(name: str, family: str, book: Atlas) -> list[Site]:
    """The towns with a name that sounds like one."""
    sought = Sought(skeleton(name, family), sounded(name, family), is_arabic(name))
    alike = book.search(sought, family, False)
    return [site for site, *_ in alike if site.kind == "town"]


def _in_gender(best: dict[int, Candidate], gender: str, head: str, book: Atlas) -> dict[int, Candidate]:
    """An area that an adjective names without its generic has the gender of that: Kharkivska is an oblast.

    A town in -sk is not meant by an adjective of its name beside one: Kramatorskyi is no Kramatorsk.
    """
    genders = {name: _gender_of(found.site, book) for name, found in best.items()}
    agree = any(
        genders[name] == gender and found.odds is None and slavic.is_of(head, found.site.countries[0])
        for name, found in best.items()
    )
    others = {
        name
        for name, found in best.items()
        if (genders[name] and genders[name] != gender) or (agree and _is_bare_town(found, head))
    }
    return {
        name: changed(found, cost=found.cost + _OTHER_GENDER) if name in others else found
        for name, found in best.items()
    }


def _gender_of(site: Site, book: Atlas) -> str:
    """The gender of an area's generic; empty for any other place."""
    return book.generics.gender(site["generic"]) if site.kind in ("unit", "district") else ""


def _is_bare_town(found: Candidate, head: str) -> bool:
    """Has an adjective the name of a town with an ending put to it?"""
    names = [sounded(found.site[column], "ru") for column in ("canonical", "native")]
    return found.site.kind == "town" and (sounded(slavic.stem(head), "ru") in names or found.why == _OF_TOWN)


def _is_bare_area(found: Candidate, text: str, book: Atlas) -> bool:
    """Is this an area whose name the tables write so, but for its generic? Not ДНР, another name of one."""
    area = found.site
    if area.kind not in ("unit", "district") or area.is_bare or found.odds is not None:
        return False
    if slavic.names_land(text.lower()):  # Ставрополье is no town
        return False
    name = book.generics.parse(area["canonical"]).specific
    alike = skeleton(text, area.family) == skeleton(name, area.family)
    if not alike and distance(text, name, area.family) > _CALLED:
        return False
    return found.why == AS_WRITTEN and found.cost + found.alias <= misfit_of(area, None, book) + _WRITTEN


def _seats(found: Candidate, book: Atlas) -> Iterator[Candidate]:
    """The town that an area is called by, whose name stands without a generic: Дамар of its governorate."""
    area = found.site
    name = book.generics.parse(area["canonical"]).specific
    for town in _towns_of(name, area.family, book):
        within = town.unit == area.unit or (not town.unit and town.countries[0] in area.countries)
        if within and compact(town["canonical"]) == compact(name):
            yield changed(found, site=town, cost=_WRITTEN, alias=0.0, why="the town an area is called by")


def _by_scheme(found: Candidate, text: str, book: Atlas) -> Candidate:
    """A town whose native name some scheme writes so is written so, before another that is but called so."""
    site = found.site
    written = found.odds is None
    if site.kind != "town" or not (
        found.alias <= ALIAS["town"] if written else found.alike and not found.alias
    ):
        return found
    own = _schemed(site["native"], site.countries[0], book.tables)
    if compact(text) not in own and compact(text).replace("x", "ks") not in own:
        return found
    if written:
        return changed(found, alias=0.0)
    return changed(found, cost=_BY_SCHEME, odds=None, why="by a scheme of its language")


@remembered(4096)
def _schemed(native: str, country: str, tables: Tables) -> frozenset[str]:
    """What the schemes of a country's language write for a name, in compact letters."""
    language = language_of(country, tables)
    if not native or language is None:
        return frozenset()
    dotless = native.replace("ё", "е").replace("Ё", "Е")
    return frozenset(
        compact(romanize(form, name, tables=tables)) for name in language.abroad for form in {native, dotless}
    )


def _is_former(found: Candidate) -> bool:
    """Is this a former name of a town?"""
    return found.site.kind == "town" and found.alias > ALIAS["town"]


def _beside(found: Candidate) -> float:
    """The further cost of a spelling that is another place's own."""
    if found.is_written:
        return 0.0
    return _BENT_BESIDE if found.odds is None else _SOUNDED_BESIDE if found.alike else _BESIDE


def _found(head: str, parsed: Parsed, moved: bool, book: Atlas, bent: bool) -> Iterator[Candidate]:
    """Every way to a site: by the whole text, by the specific beside a generic, near misses last."""
    whole = tuple(forms_of(head, moved, bent))
    specific = tuple(forms_of(parsed.specific, moved, bent)) if parsed.rows else ()
    if parsed.specific.endswith(_GERMAN) and any(row["language"] == "de" for row in parsed.rows):
        specific += (Form(parsed.specific.removesuffix(_GERMAN), _OF_GERMANS, "the adjective"),)
    asked = ((whole, WHOLE), (specific, parsed)) if parsed.rows else ((whole, None),)
    sure = False
    for door in DOORS if bent else DOORS[:1]:
        looked: list[Likeness] = []
        for forms, generic in asked:
            for areas in (True, False) if generic is parsed or door == "alike" else (False,):
                looked += searched(forms, generic, areas, door, book)
        for found in _measured(looked, book):
            sure = sure or found.ends
            yield found
        if sure:
            return


def _measured(looked: list[Likeness], book: Atlas) -> Iterator[Candidate]:
    """The candidates among what was found: letters are measured only where they can still matter."""
    best = HOPELESS
    for like in sorted(looked, key=lambda like: -like.most):
        if like.clues is None:
            yield _candidate(like.site, like.cost, like.asked.why, like.alias, None, True, False)
        elif like.most > best - _NO_RIVAL:
            far = distance(like.asked.text, _merged(like.name, like.asked.merged), like.asked.family)
            odds = book.needs.measured(like.clues, far * like.asked.stretch, like.site.weight)
            if (far <= FARTHEST or not like.clues.sounds) and odds - like.cost > HOPELESS:
                best = max(best, odds - like.cost)
                alike = not (like.clues.sounds or like.clues.consonants)
                near = like.clues.consonants > 0
                yield _candidate(like.site, like.cost, like.asked.why, like.alias, odds, alike, near)


def _merged(name: str, pairs: tuple[tuple[str, str], ...]) -> str:
    """A name as a tradition writes it that does not tell some letters apart."""
    for letters, put in pairs:
        name = name.lower().replace(letters, put)
    return name
