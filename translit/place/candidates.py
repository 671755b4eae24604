"""The places that a text may mean, the likeliest first."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator

from translit.languages import language_of
from translit.memory import remembered
from translit.place import slavic
from translit.place.asking import searched
from translit.place.atlas import Atlas, Site
from translit.place.candidate import BY_SCHEME, Candidate, candidate, hushes_so, is_bare_town, sounds_so
from translit.place.directions import directions, is_opposite
from translit.place.forms import AS_WRITTEN, UNMARKED, Form, beside, forms_of, of_land
from translit.place.generic import Parsed
from translit.place.likeness import ALIAS, HOPELESS, WHOLE, Likeness
from translit.place.misspelling import FARTHEST
from translit.place.namesakes import beside_called, namesakes
from translit.place.nearness import compact, is_arabic
from translit.place.skeleton import FAMILIES
from translit.quick import changed
from translit.romanization import romanize
from translit.sounds import distance
from translit.tables import Tables
from translit.text.script import script_of

__all__ = ["DOORS", "RIVAL", "candidates_of", "searched"]

_NO_RIVAL = 4.0  # log-odds behind the best at which it is none beside it
RIVAL = 0.12  # a second place of this share of the first makes the name ambiguous
_OTHER_SOUND = 1.5  # nats for letters without the marks that tell their sounds: Karabas for Karabaš
_OTHER_GENDER = 3.0  # nats for an adjective of another gender than the generic that it leaves out
DOORS = ("alike", "respelt", "near")
_BESIDE_FORMER = 0.4  # the share of the following where the other place was but once called so
_BESIDE_OWN = 2.0  # … of the penalty beside a place whose usual name it is
_BY_SCHEME = 0.1  # a spelling that a scheme of its country's language writes
_BY_SOUND = 0.7  # one that sounds the same
_BY_SOUND_CYRILLIC = 0.5  # … in Cyrillic, whose marks tell no other consonant: Уляновск, but no Beja is Bājaḩ
_LARGER = 8.0  # times the people of a place that is but called so
_BESIDE = 2.5  # nats for a near spelling where another place is spelt just so
_BENT_BESIDE = 1.0  # the same for one that a rule makes of the text
_SOUNDED_BESIDE = 1.5  # the same for one that sounds the same
_AS_SOUNDED = "as it sounds"
_AYN = "\N{ARABIC LETTER AIN}"
_AYNS = frozenset("‘ʿʻ`")  # signs of a romanised ayn, which others write a hamza or a soft sign with
_AYN_APART = 3.0  # nats for an ayn that a place's own name has not: مسعر is no مصر, Kūba‘ no Cuba
_SIGNED = frozenset("عءأإؤئآьъ'’ʼ") | _AYNS  # letters that such a sign may stand for
_LETTERS = 2  # of what may be bent: S is no Osh
_SHORTEST = 3  # letters of what may be misspelt: us is no Osh
_SHORT = 3  # signs of a text that may have fewer letters


def candidates_of(head: str, moved: str, book: Atlas, bent: bool = True) -> list[Candidate]:
    """The sites a text may mean, each once, by its cheapest way, the likeliest first.

    `moved`: a preposition stood before it; not `bent`: it is spelt as the tables do, in the nominative.

    >>> from translit.place.atlas import atlas
    >>> candidates_of("Deir Ezzor", "", atlas())[0].site["canonical"]
    'Deir ez-Zor'
    """
    parsed = book.generics.parse(head)
    if not bent and not _may_be_listed(head, parsed, moved, book):
        return []
    best = _cheapest(head, parsed, moved, book, bent)
    written = [found for found in best.values() if found.is_written]
    if all(found.alias for found in written):
        largest = max((found.site.weight for found in written), default=math.inf)
        best = {name: _by_scheme(found, head, book, _LARGER * largest) for name, found in best.items()}
        written = [found for found in best.values() if found.is_written]
    named = written or [
        found for found in best.values() if found.odds is None and found.site.kind == "feature"
    ]
    if named:
        share = _BESIDE_FORMER if all(_is_former(found) for found in named) else 1.0
        if not is_arabic(head) and any(not found.alias and not found.cost for found in written):
            share = _BESIDE_OWN
        best = {
            name: changed(found, cost=found.cost + share * _beside(found)) for name, found in best.items()
        }
    gender = "" if parsed.rows else slavic.gender(head)
    if gender:
        best = _in_gender(best, gender, head, book)
    for other in [*namesakes(best, written, head, parsed, book)]:
        known = best.get(id(other.site))
        if known is None or (not known.is_written and other.weight > known.weight):
            best[id(other.site)] = other
    if parsed.rows:
        best = beside_called(best, parsed, book, _beside)
    return sorted(best.values(), key=lambda found: (-found.weight, found.site["id"]))


def _cheapest(head: str, parsed: Parsed, moved: str, book: Atlas, bent: bool) -> dict[int, Candidate]:
    """Each site that a text may mean by its cheapest way, as it stands or as it sounds."""
    size = len(head) if len(head) > _SHORT else sum(map(str.isalpha, head))
    sound = size >= _SHORTEST or is_arabic(head)
    toward = directions(head) if " " in head or "-" in head else None
    ayns = _ayns_apart(head)
    best: dict[int, Candidate] = {}
    for found in _found(head, parsed, moved, book, bent):
        site = found.site
        if (size < _LETTERS and not found.is_written) or not (sound or found.odds is None):
            continue
        if toward and found.odds is not None and is_opposite(toward, site["canonical"]):
            continue
        if ayns and (apart := ayns(found)):
            found = changed(found, cost=found.cost + _AYN_APART * apart)
        if found.why == UNMARKED and not _is_marked(site, (head, parsed.specific)):
            found = changed(found, cost=found.cost + _OTHER_SOUND)
        if site.kind == "exonym" and site.twin is not None:
            found = changed(found, site=site.twin)
        known = best.get(id(found.site))
        if known is None or (found.is_written, found.weight) > (known.is_written, known.weight):
            best[id(found.site)] = found
    return best


def _is_marked(site: Site, texts: tuple[str, ...]) -> bool:
    """Are sounds that the marks of a text tell those of a place: Taškentas, no Karabaš for Karabas?"""
    return sounds_so(site, texts) or hushes_so(site, texts)


def _ayns_apart(head: str) -> Callable[[Candidate], int] | None:
    """What says how many ayns of a text a place's own name has not; what Latin leaves out tells nothing."""
    if is_arabic(head):
        said = head.count(_AYN)
        return lambda found: (
            abs(said - found.site["native"].count(_AYN))
            if found.odds is not None and is_arabic(found.site["native"])
            else 0
        )
    if _AYNS.isdisjoint(head):
        return None
    signs = sum(map(head.count, _AYNS))
    return lambda found: max(signs - _signed(found.site["native"]), 0) if found.site["native"] else 0


@remembered(4096)
def _signed(native: str) -> int:
    """How many letters of a name the sign of an ayn may stand for."""
    return sum(letter in _SIGNED for letter in native)


def _may_be_listed(head: str, parsed: Parsed, moved: str, book: Atlas) -> bool:
    """Has any place the consonants of a text that is not bent?"""
    said = parsed if parsed.rows else book.generics.apart(head)
    whole = (*forms_of(head, moved, bent=False), *of_land(said))
    for forms in (whole, beside(said, moved, bent=False))[: 1 + bool(said.rows)]:
        for form in forms:
            bare = slavic.stem(form.text)
            for family in FAMILIES:
                if book.found(form.text, family, False) or book.found(bare, family, True):
                    return True
    return False


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
        if (genders[name] and genders[name] != gender) or (agree and is_bare_town(found, head))
    }
    return {
        name: changed(found, cost=found.cost + _OTHER_GENDER) if name in others else found
        for name, found in best.items()
    }


def _gender_of(site: Site, book: Atlas) -> str:
    """The gender of an area's generic, else of its Russian adjective; empty for any other place."""
    if site.kind not in ("unit", "district"):
        return ""
    told = book.generics.gender(site["generic"])
    return told or slavic.gender(book.generics.parse(site["russian"]).specific)


def _by_scheme(found: Candidate, text: str, book: Atlas, great: float) -> Candidate:
    """A town whose native name some scheme writes so is written so, before another that is but called so.

    So is a `great` one, beside such another, whose own name sounds the same: Mikolaiv is Mykolaiv, before
    a Mykolaivka.
    """
    site = found.site
    written = found.odds is None
    if site.kind != "town" or not (
        found.alias <= ALIAS["town"] if written else found.alike and not found.alias
    ):
        return found
    own = _schemed(site["native"], site.countries[0], book.tables)
    if compact(text) not in own and compact(text).replace("x", "ks") not in own:
        if written or site.weight < great or found.why != AS_WRITTEN:
            return found
        cost = _BY_SOUND_CYRILLIC if script_of(text) == "Cyrl" else _BY_SOUND
        return max(found, changed(found, cost=cost, odds=None, why=_AS_SOUNDED), key=lambda one: one.weight)
    if written:
        return changed(found, alias=0.0)
    return changed(found, cost=_BY_SCHEME, odds=None, why=BY_SCHEME)


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
    return found.site.kind in ("town", "feature") and found.alias > ALIAS["town"]


def _beside(found: Candidate) -> float:
    """The further cost of a spelling that is another place's own."""
    if found.is_written:
        return 0.0
    return _BENT_BESIDE if found.odds is None else _SOUNDED_BESIDE if found.alike else _BESIDE


def _found(head: str, parsed: Parsed, moved: str, book: Atlas, bent: bool) -> Iterator[Candidate]:
    """Every way to a site: by the whole text, by the specific beside a generic, near misses last."""
    said = parsed if parsed.rows else book.generics.apart(head)
    whole = (*forms_of(head, moved, bent), *of_land(said))
    asked: list[tuple[tuple[Form, ...], Parsed | None]] = [(whole, WHOLE if said.rows else None)]
    if said.rows:
        asked.append((tuple(beside(said, moved, bent)), said))
    sure = False
    for door in DOORS if bent else DOORS[:1]:
        looked: list[Likeness] = []
        for forms, generic in asked:
            for areas in (True, False) if generic is said or door == "alike" else (False,):
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
            yield candidate(like.site, like.cost, like.asked.why, like.alias, None, True, False)
        elif like.most > best - _NO_RIVAL:
            far = distance(like.asked.text, _merged(like.name, like.asked.merged), like.asked.family)
            odds = book.needs.measured(like.clues, far * like.asked.stretch, like.site.misspelt)
            if (far <= FARTHEST or not like.clues.sounds) and odds - like.cost > HOPELESS:
                best = max(best, odds - like.cost)
                alike = not (like.clues.sounds or like.clues.consonants)
                near = like.clues.consonants > 0
                yield candidate(like.site, like.cost, like.asked.why, like.alias, odds, alike, near)


def _merged(name: str, pairs: tuple[tuple[str, str], ...]) -> str:
    """A name as a tradition writes it that does not tell some letters apart."""
    for letters, put in pairs:
        name = name.lower().replace(letters, put)
    return name
