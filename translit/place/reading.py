"""From a text to a place: candidates of the atlas, weighed by their letters and by what they are."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from translit.errors import InputError
from translit.nouns import Place, Reading, Row, Status, Step
from translit.place import arabic, slavic
from translit.place.atlas import Atlas, Site, atlas
from translit.place.generic import AREAS, Parsed
from translit.place.misspelling import FARTHEST, Clues, Weights
from translit.place.nearness import articles, compact, is_arabic, sounded, without_article, written_alike
from translit.place.sentence import cut, without_preposition
from translit.place.skeleton import FAMILIES, VOWELS_ONLY, skeleton
from translit.place.tradition import merged, respellings
from translit.romanization import romanize
from translit.sounds import distance, key
from translit.tables import Tables
from translit.text.clean import fold, strip_harakat
from translit.text.script import script_of

__all__ = ["read"]

_SPREAD = 0.5  # a town twice as large is named less than twice as often
_UNLISTED = 3.0  # how often a text names a place that no table has
_FAR = 9.0  # nats beyond which a place is no candidate
_HOPELESS = -1.6  # log-odds below which a misspelling is not looked at
_NO_RIVAL = 4.0  # log-odds behind the best at which it is none beside it
_KNOWN = 2e6  # however large a place, a bent form of its name is no likelier than of one so large
_LEAST_SHARE = 0.25  # a misspelling less often meant than this, of all that may be, is no answer
_LIKELIER = 0.455  # nor is one less often meant than this where only it or no place of the tables is
_SURE_SHARE = 0.76  # one less often meant than this is doubtful
_LIKELY = 1.5  # log-odds below which a name that sounds otherwise is doubtful
_DOUBTFUL = 1.0  # nats from which a town's written name is doubtful
_LEAST_AUTHORED = 0.15  # the same of a place that the news names
_RIVAL = 0.12  # a second place of this share of the first makes the name ambiguous
_OTHERS = 5
_INFLECTED = 0.7
_ADJECTIVE = 0.4  # nats for "Aksay District" where the tables have Aksaysky
_ALIAS = {"town": 0.7, "exonym": 0.5, "country": 0.5, "feature": 0.5}  # nats for another spelling
_NAMESAKE = 0.95  # nats for a spelling that is written out for another town of the same name
_FORMER = 0.8  # further nats for another name of a town, one that does not sound like its own
_UNLIKE = 0.5  # consonants in one that differ between two names that are not one
_CURATED = 0.5  # the alias of a table that people wrote
_FOREIGN_ARTICLE = 2.0  # nats for an Arabic article before the name of a place in Iran or Russia
_AUTHORED = ("country", "feature", "exonym")  # places that the news names, so that people wrote their rows
_OTHER_FAMILY = 2.0  # nats for an Arabic spelling of a name that is not Arabic
_MISSPELT_ALIAS = 2.2  # nats for a misspelling of another name than the usual one
_HEARD_ALIAS = 1.95  # nats for one that sounds like it
_MERGED = 0.6  # nats for a tradition that does not tell some letters apart
_OFTEN = 1.0  # nats for these: a misspelling of their usual name is likelier
_AREA_NEAR = 3.0  # nats for another consonant in the name of an area, which is longer than it looks
_WRITTEN = 0.1  # a spelling the tables write out, with or without its article
_FEW_FORMS = 4  # forms of a text that are searched beyond their own consonants
_SMALL, _LARGE = 1e3, 5e4
_SURE = 1.2  # a written name this cheap ends the search
_SURE_ODDS = 2.5  # the same of a misspelling's odds
_DOORS = ("alike", "respelt", "near")
_APART = "the article apart"
_SPELLING = " spelling"
_UNMARKED = "without its marks"
_UNNAMED = 3.5  # nats for naming a unit without its generic
_PARTED = 0.5  # nats for a generic that is not part of the name where the name may hold it
_OTHER_GENERIC = 1.2  # nats for "region" where the unit is an oblast
_BESIDE_FORMER = 0.4  # the share of the following where the other place was but once called so
_BY_SCHEME = 0.3  # a spelling that a scheme of its country's language writes
_BESIDE = 3.0  # nats for a near spelling where another place is spelt just so
_BENT_BESIDE = 1.0  # the same for one that a rule makes of the text
_SOUNDED_BESIDE = 2.0  # the same for one that sounds the same
_NEAR_DEGREES = 0.2
_SETTLEMENTS = frozenset(("village", "town", "city", "quarter", "station", "port"))
_SEATS = frozenset(("district", "subdistrict"))  # areas that bear their chief town's name
_LANGUAGES = {"RU": "ru", "UA": "uk", "BY": "be"}
_SCHEMES = {  # by which a town's name is written abroad
    "RU": (
        "bgn-pcgn-1947-ru",
        "gost-16876-1971-ru",
        "iso-9-1995-ru",
        "scholarly-ru",
        "press-de-ru",
        "press-fr-ru",
    ),
    "UA": ("bgn-pcgn-1965-uk", "kmu-2010-uk"),
    "BY": ("bgn-pcgn-1979-be", "national-2007-be"),
}
_STRESS = "\N{COMBINING ACUTE ACCENT}"


_WHOLE = Parsed("", "", ())  # the text is searched whole, though a generic stands in it


@dataclass(frozen=True, slots=True)
class _Candidate:
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
            return _UNLISTED * math.exp(self.odds - self.cost)
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

    @property
    def is_doubtful(self) -> bool:
        """Is it named so seldom that nobody should be sure: other letters, a former name?"""
        if self.odds is not None:
            return not self.alike and self.odds < _LIKELY
        return self.site.kind == "town" and self.cost + self.alias >= _DOUBTFUL

    @property
    def ends(self) -> bool:
        """Need nothing be searched beyond this one: it is spelt so, and no small place's other name?"""
        if self.alias and self.site.weight < _LARGE:
            return False
        if self.odds is not None:
            return self.odds - self.cost > _SURE_ODDS and self.site.weight > _SMALL
        return self.cost < _SURE


@dataclass(frozen=True, slots=True)
class _Form:
    """A form of the text to look up: as it stands, or as a rule makes it; `cost` is the rule's."""

    text: str
    cost: float
    why: str


def read(
    text: str,
    *,
    tables: Tables | None = None,
    within: str | None = None,
    style: str = "exonym",
    bent: bool = True,
) -> Reading:
    """Read a cleaned text as the name of a place; where not `bent`, as one that is spelt like it.

    `within` is a country ("SY") or first-level unit ("RU-ROS") it lies in, or such a place's name.
    Where several places compete the status is "ambiguous"; a place no table has comes out by rule.

    >>> found = read("Deir Ezzor")
    >>> found.canonical, found.row.id, found.place.unit
    ('Deir ez-Zor', 'geonames:170794', 'SY-DY')
    >>> read("в Ростовской области").canonical, read("Rassvet").status
    ('Rostov Oblast', 'ambiguous')
    """
    book = atlas(tables)
    bare, moved = without_preposition(text)
    head, parents = cut(bare, book)
    head, moved_inside = without_preposition(head)
    moved = moved or moved_inside
    candidates = _candidates(head, moved, bool(parents or within), book, _DOORS if bent else _DOORS[:1])
    bounds = [bound for bound in (*(_bound(name, book) for name in parents), _given(within, book)) if bound]
    for bound in bounds:
        candidates = [candidate for candidate in candidates if _inside(candidate.site, bound)]
    return _decided(text, head, candidates, book, style, moved, bounds)


# Bounds: the larger place a name is said to lie in.


@dataclass(frozen=True, slots=True)
class _Bound:
    """Countries and units of which a place must lie in one."""

    codes: frozenset[str]


def _given(within: str | None, book: Atlas) -> _Bound | None:
    """The bound a caller names by code or by name; refuses what is neither."""
    if not within:
        return None
    code = within.strip().upper()
    if len(code) == 2 or (code[2:3] == "-" and len(code) <= 6):
        found = _Bound(frozenset((code,))) if code[:2] in _countries(book.tables) else None
    else:
        found = _bound(within, book)
    if not found:
        raise InputError(f"within: no place {within!r}; pass a code ('SY', 'RU-ROS') or a name ('Syria')")
    return found


@lru_cache(maxsize=4)
def _countries(tables: Tables) -> frozenset[str]:
    """The codes of all countries."""
    return frozenset(row.id for row in tables.rows("place/country"))


def _bound(name: str, book: Atlas) -> _Bound | None:
    """The bound that a larger place's name gives; none where nothing of that name is known."""
    name, moved = without_preposition(name)
    ranked = sorted(_candidates(name, moved, True, book), key=lambda found: -found.weight)
    if not ranked or ranked[0].weight < _UNLISTED:
        return None
    codes = set()
    for found in ranked:
        if found.weight < _RIVAL * ranked[0].weight:
            break
        site = found.site
        codes |= set(site.countries) if site.kind == "country" or not site.unit else {site.unit}
    return _Bound(frozenset(codes))


def _inside(site: Site, bound: _Bound) -> bool:
    """Does a site lie in one of the bound's countries or units?"""
    return site.unit in bound.codes or any(country in bound.codes for country in site.countries)


# Candidates: what the text may mean.


def _candidates(
    head: str, moved: bool, bounded: bool, book: Atlas, doors: Sequence[str] = _DOORS
) -> list[_Candidate]:
    """The sites a text may mean, each once, by its cheapest way."""
    parsed = book.generics.parse(head)
    best: dict[int, _Candidate] = {}
    for found in _found(head, parsed, moved, bounded, book, doors):
        site = found.site
        if site.kind == "exonym" and site.twin is not None:
            found = replace(found, site=site.twin)
        known = best.get(id(found.site))
        if known is None or (found.is_written, found.weight) > (known.is_written, known.weight):
            best[id(found.site)] = found
    written = [found for found in best.values() if found.is_written]
    if written:
        if all(found.alias for found in written):
            best = {name: _by_scheme(found, head, book) for name, found in best.items()}
        share = _BESIDE_FORMER if all(found.alias > _ALIAS["town"] for found in written) else 1.0
        best = {
            name: replace(found, cost=found.cost + share * _beside(found)) for name, found in best.items()
        }
    for found in written:
        for other in _namesakes(found, book):
            known = best.get(id(other.site))
            if known is None or (not known.is_written and other.weight > known.weight):
                best[id(other.site)] = other
    return sorted(best.values(), key=lambda found: (-found.weight, found.site["id"]))


def _namesakes(found: _Candidate, book: Atlas) -> Iterator[_Candidate]:
    """The towns of the same name as one that the text is another spelling of: it is one of theirs as well."""
    site = found.site
    if site.kind != "town" or not 0 < found.alias <= _ALIAS["town"]:
        return
    name = compact(site["canonical"])
    for other, _, _ in book.alike(
        skeleton(site["canonical"], site.family), site["canonical"], site.family, False
    ):
        if other is not site and other.kind == "town" and compact(other["canonical"]) == name:
            yield replace(found, site=other, cost=found.cost + _NAMESAKE, why="as its namesake")


def _by_scheme(found: _Candidate, text: str, book: Atlas) -> _Candidate:
    """A town whose native name some scheme writes so is written so, before another that is but called so."""
    if found.odds is None or not found.alike or found.alias or found.site.kind != "town":
        return found
    if compact(text) not in _schemed(found.site["native"], found.site.countries[0], book.tables):
        return found
    return replace(found, cost=_BY_SCHEME, odds=None, why="by a scheme of its language")


@lru_cache(maxsize=4096)
def _schemed(native: str, country: str, tables: Tables) -> frozenset[str]:
    """What the schemes of a country's language write for a name, in compact letters."""
    if not native:
        return frozenset()
    return frozenset(compact(romanize(native, name, tables=tables)) for name in _SCHEMES.get(country, ()))


def _beside(found: _Candidate) -> float:
    """The further cost of a spelling that is another place's own."""
    if found.is_written:
        return 0.0
    return _BENT_BESIDE if found.odds is None else _SOUNDED_BESIDE if found.alike else _BESIDE


def _found(
    head: str, parsed: Parsed, moved: bool, bounded: bool, book: Atlas, doors: Sequence[str]
) -> Iterator[_Candidate]:
    """Every way to a site: by the whole text, by the specific beside a generic, near misses last."""
    whole = tuple(_forms(head, moved))
    specific = tuple(_forms(parsed.specific, moved)) if parsed.rows else ()
    sure = False
    for door in doors:
        looked: list[_Likeness] = []
        for forms, generic in ((whole, _WHOLE if parsed.rows else None), (specific, parsed)):
            for areas in (True, False) if generic is parsed or door == "alike" else (False,):
                looked += _searched(forms, generic, areas, door, bounded, book)
        for found in _measured(looked, book):
            sure = sure or found.ends
            yield found
        if sure:
            return


def _measured(looked: list[_Likeness], book: Atlas) -> Iterator[_Candidate]:
    """The candidates among what was found: letters are measured only where they can still matter."""
    best = _HOPELESS
    for like in sorted(looked, key=lambda like: -like.most):
        if like.clues is None:
            yield _Candidate(like.site, like.cost, like.asked.why, like.alias)
        elif like.most > best - _NO_RIVAL:
            far = distance(like.asked.text, _merged(like.name, like.asked.merged), like.asked.family)
            odds = book.misspelt.odds(like.clues, far * like.asked.stretch)
            if far <= FARTHEST and odds - like.cost > _HOPELESS:
                best = max(best, odds - like.cost)
                alike = not (like.clues.sounds or like.clues.consonants)
                near = like.clues.consonants > 0
                yield _Candidate(like.site, like.cost, like.asked.why, like.alias, odds, alike, near)


def _merged(name: str, pairs: tuple[tuple[str, str], ...]) -> str:
    """A name as a tradition writes it that does not tell some letters apart."""
    for letters, put in pairs:
        name = name.lower().replace(letters, put)
    return name


def _forms(text: str, moved: bool) -> Iterator[_Form]:
    """The text, and what rules make of it: nominatives, the article cut off."""
    yield _Form(text, 0.0, "as written")
    script = script_of(text)
    if script == "Cyrl":
        cost = 0.1 if moved else _INFLECTED
        for form in slavic.nominatives(text)[1:]:
            yield _Form(form, cost, "the nominative")
    elif script == "Latn":
        plain = fold(text)
        if plain.isascii() and not text.isascii():
            yield _Form(plain, 0.0, _UNMARKED)
        bare = arabic.article_apart(text)
        if bare:
            yield _Form(bare, 0.3, _APART)


def _searched(
    forms: Iterable[_Form], generic: Parsed | None, areas: bool, door: str, bounded: bool, book: Atlas
) -> Iterator[_Likeness]:
    """The names that some forms of a text may stand for, as one index has them."""
    search = book.near if door == "near" else book.alike
    asked_for_area = generic is not None and generic is not _WHOLE
    seen = set()
    for form in forms if door == "alike" else tuple(forms)[:_FEW_FORMS]:
        if door != "alike" and form.why == _UNMARKED:
            continue
        text = slavic.stem(form.text) if areas else form.text
        marked = arabic.looks_arabic(text)
        for family in FAMILIES:
            for spelt, cost, why in _spelt(text, form, family, door, areas, book):
                bones, sound = skeleton(spelt, family), sounded(spelt, family)
                if bones == VOWELS_ONLY or (door == "near" and len(bones) < 3):
                    continue
                if door == "respelt" and (family, sound) in seen:
                    continue
                pairs = merged(why.removesuffix(_SPELLING), family, book.tables) if door == "respelt" else ()
                if not pairs:
                    seen.add((family, sound))
                own = len(sounded(book.generics.without_part(spelt), family)) or len(sound)
                stretch = math.sqrt(len(sound) / own) if own else 1.0
                size = round(len(sound) / stretch)
                cost += _MERGED * bool(pairs)
                asked = _Asked(spelt, family, door, cost, why, size, len(bones), stretch, marked, pairs)
                least: dict[int, float] = {}
                for site, name, apart in search(bones, spelt, family, areas, pairs):
                    if apart not in least:
                        least[apart] = _least(asked, apart, book.misspelt)
                    if site.weight < least[apart]:
                        continue
                    like = _likeness(asked, site, name, apart, _misfit(site, generic, book), book)
                    if like is not None and (like.clues is None or not areas or asked_for_area):
                        yield like


@dataclass(frozen=True, slots=True)
class _Asked:
    """A form of the text as it is searched: the family it is read in, the door, what the form costs.

    `size` is how many sounds it has, those of a Kafr or Tell that many names share counted less, and
    `stretch` how much more one that differs counts therefore.
    """

    text: str
    family: str
    door: str
    cost: float
    why: str
    size: int
    bones: int
    stretch: float
    marked: bool  # it has the article or the marks of romanised Arabic
    merged: tuple[tuple[str, str], ...]  # letters that its tradition does not tell apart


def _least(asked: _Asked, apart: int, weights: Weights) -> float:
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
        apart=asked.why == _APART,
    )
    lacking = _HOPELESS - _OFTEN + asked.cost - weights.odds(clues) - weights.most
    return math.exp(min(lacking / weights.slope(clues.arabic), 20.0))


@dataclass(frozen=True, slots=True)
class _Likeness:
    """A name of a site that a form of the text may stand for; without clues it is written so.

    `most` are the best odds it can have, whatever its letters.
    """

    asked: _Asked
    site: Site
    name: str
    cost: float
    alias: float
    most: float
    clues: Clues | None = None


def _likeness(
    asked: _Asked, site: Site, name: str, apart: int, misfit: float, book: Atlas
) -> _Likeness | None:
    """How a form of the text may stand for a name of a site; `apart` sounds differ."""
    cost = asked.cost + misfit
    if cost >= _FAR:
        return None
    alias = _ALIAS.get(site.kind, 0.0) if site.is_alias(name) else 0.0
    extra = articles(asked.text)
    if not apart and asked.door == "alike":
        exact = written_alike(asked.text, name, asked.family)
        if exact is not None:
            cost += exact + (_FOREIGN_ARTICLE if exact and extra and not site.has_article else 0.0)
            if alias and site.kind == "town":
                other = _is_other(name, site["canonical"], site["native"], site.family)
                alias += _FORMER if other else 0.0
            return _Likeness(asked, site, name, cost, alias, math.inf)
    if asked.why == _UNMARKED:  # the tables write other names without marks, not sounds
        return None
    near = asked.door == "near"
    misspelt = _MISSPELT_ALIAS if apart or near else _HEARD_ALIAS
    cost += misspelt if alias else -_OFTEN if site.kind in _AUTHORED and not near else 0.0
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
        apart=asked.why == _APART,
        unvowelled=is_arabic_text != is_arabic(name),
        articles=max(extra - articles(name), 0),
        foreign=not has_article,
        fixed=site.is_fixed,
        cyrillic=has_article and script_of(asked.text) == "Cyrl",
        script=is_arabic_text and not has_article,
    )
    most = book.misspelt.odds(clues) - cost
    return _Likeness(asked, site, name, cost, alias, most, clues) if most > _HOPELESS else None


@lru_cache(maxsize=16384)
def _is_other(name: str, canonical: str, native: str, family: str) -> bool:
    """Is this another name of a town, not its own in another spelling: Stalinsk of Novokuznetsk?"""
    from rapidfuzz.distance import Levenshtein

    bones = skeleton(name, family)
    own = [skeleton(form, family) for form in (canonical, native) if form]
    return all(Levenshtein.distance(bones, other) > _UNLIKE * max(len(bones), len(other)) for other in own)


def _spelt(
    text: str, form: _Form, family: str, door: str, areas: bool, book: Atlas
) -> Iterator[tuple[str, float, str]]:
    """A form as it stands, or as other traditions of romanisation mean it."""
    script = script_of(text)
    if door != "respelt":
        yield text, form.cost, form.why
        if areas and family == "ru" and script != "Arab" and not text.endswith(("sk", "ск")):
            yield text + ("ск" if script == "Cyrl" else "sk"), form.cost + _ADJECTIVE, "the adjective"
    elif script == "Latn":
        for tradition, spelt in respellings(text, family, book.tables):
            yield spelt, form.cost, tradition + _SPELLING


def _misfit(site: Site, generic: Parsed | None, book: Atlas) -> float:
    """What it costs that a site is not what the generic says."""
    area = site.kind in ("unit", "district")
    if generic is _WHOLE:
        return 0.0
    if generic is None:
        if area:
            return 0.0 if _is_bare(site) else _UNNAMED
        return _UNNAMED / 2 if site.kind == "feature" and book.generics.parse(site["canonical"]).rows else 0.0
    features = generic.features
    if site.feature in features and not area:
        return _PARTED
    if site.feature in features or (area and "region" in features):
        own = book.generics.canonical(site["generic"])
        if not own or any(row.canonical == own for row in generic.rows):
            return 0.0
        return _OTHER_GENERIC + (1.5 if _is_bare(site) else 0.0)
    if area:
        return 2.5 if features & AREAS else 7.0
    if site.kind in ("town", "exonym") and features & _SETTLEMENTS:
        return 0.0
    if site.kind == "country":
        return 2.0 if features & {"country", "unit"} else 7.0
    if site.kind == "feature" and not features & AREAS:
        return 2.0
    return 2.0 if features <= _SEATS else 6.0


def _is_bare(site: Site) -> bool:
    """A unit whose English name has no generic: Tatarstan, Crimea."""
    return " " not in site["canonical"]


# The decision.


def _decided(
    text: str,
    head: str,
    candidates: list[_Candidate],
    book: Atlas,
    style: str,
    moved: bool,
    bounds: list[_Bound],
) -> Reading:
    """The Reading of the best candidate, or of the name by rule where none is good enough."""
    steps = () if head == text else (Step(text, head, "the place itself"),)
    unlisted = _UNLISTED * (0.3 if bounds else 1.0)
    total = unlisted + sum(found.weight for found in candidates)
    parsed = book.generics.parse(head)
    others = [
        _listed(text, head, found, found.weight / total, book, style, ())
        for found in candidates[: _OTHERS + 1]
    ]
    if not candidates or _is_doubted(candidates, unlisted, total):
        return _by_rule(text, head, parsed, unlisted / total, tuple(others[:_OTHERS]), book, steps, moved)
    first = candidates[0]
    same = [found for found in candidates if found is first or _one_place(first.site, found.site)]
    rivals = [found for found in candidates if found not in same]
    if first.site.kind == "feature" or (_is_unnamed(first.site) and not parsed.rows):
        # an air base, a district without its generic, beside the town whose name it has
        first = next((found for found in same if found.site.kind == "town"), first)
    weight = sum(found.weight for found in same)
    share = weight / total
    ambiguous = bool(rivals) and rivals[0].weight > _RIVAL * weight
    ambiguous = ambiguous or (first.odds is not None and share < _SURE_SHARE) or first.is_doubtful
    reading = _listed(text, head, first, share, book, style, steps)
    status: Status = "ambiguous" if ambiguous else "ok"
    return replace(reading, status=status, others=tuple(others[1 : _OTHERS + 1]))


def _is_unnamed(site: Site) -> bool:
    """Is this a unit that is seldom meant where its generic is not said?"""
    return site.kind in ("unit", "district") and not _is_bare(site)


def _is_doubted(candidates: list[_Candidate], unlisted: float, total: float) -> bool:
    """Is the best candidate likelier no place of the tables? Places of its name speak for it."""
    first = candidates[0]
    if first.odds is None:
        return first.weight < unlisted
    name = sounded(first.site["canonical"], first.site.family)
    named = sum(
        found.weight for found in candidates if sounded(found.site["canonical"], first.site.family) == name
    )
    if first.site.kind in _AUTHORED and not first.near:
        return named < _LEAST_AUTHORED * total
    return named < _LIKELIER * (named + unlisted) or named < _LEAST_SHARE * total


def _one_place(site: Site, other: Site) -> bool:
    """Two rows of one place: a town and the unit it is, a town listed twice."""
    if not set(site.countries) & set(other.countries):
        return False
    if {site.kind, other.kind} & {"unit", "district"}:
        return site.unit == other.unit
    if site["canonical"] != other["canonical"] and "feature" not in (site.kind, other.kind):
        return False
    here, there = site.place, other.place
    if here.latitude is None or there.latitude is None or here.longitude is None or there.longitude is None:
        return False
    return (
        abs(here.latitude - there.latitude) < _NEAR_DEGREES
        and abs(here.longitude - there.longitude) < _NEAR_DEGREES
    )


def _listed(
    text: str, head: str, found: _Candidate, share: float, book: Atlas, style: str, steps: tuple[Step, ...]
) -> Reading:
    """The Reading that a row gives."""
    site = found.site
    canonical = site["canonical"]
    if style == "endonym":
        canonical = book.endonym(site) or canonical
    parsed = book.generics.parse(head)
    why = f"{site.row.table}:{site.row.line}" + (f", {found.cost:.1f} nats away" if found.cost else "")
    if found.odds is not None:
        why += f", misspelt: odds {math.exp(min(found.odds, 9.9)):.1f} to 1"
    if found.why != "as written":
        why = f"{found.why}; {why}"
    return Reading(
        text=text,
        canonical=canonical,
        native=_plain(site["native"]) or None,
        kind="place",
        origin=_origin(site),
        key=_key(canonical, site.family, book),
        confidence=round(min(share, 0.99), 4),
        status="ok",
        parts=_parts(canonical, parsed, site, book),
        row=site.row,
        steps=(*steps, Step(head, canonical, why)),
        place=site.place,
    )


def _plain(native: str) -> str:
    """A native form as newspapers print it, without vowel marks and stress."""
    return strip_harakat(native).replace(_STRESS, "")


def _origin(site: Site) -> str | None:
    """The language of a site's name, of those translit knows."""
    country = site.countries[0]
    if script_of(site["native"]) == "Arab":
        return "ar" if country != "IR" else None
    return _LANGUAGES.get(country)


def _key(canonical: str, family: str, book: Atlas) -> str:
    """The key of a composed name: its specific as it sounds, its generic as it is."""
    parsed = book.generics.parse(canonical)
    sound = " ".join(key(word, family) for word in _words(parsed.specific))
    return f"{sound} {fold(parsed.generic)}".strip()


def _words(specific: str) -> list[str]:
    """The words of a specific without the article."""
    return without_article(specific.replace("-", " ")).split()


def _parts(canonical: str, parsed: Parsed, site: Site | None, book: Atlas) -> tuple[Reading, ...]:
    """Generic and specific of a composed name; none for a bare one."""
    composed = book.generics.parse(canonical)
    if not composed.rows and not parsed.rows:
        return ()
    family = site.family if site else _family(parsed.specific, book)
    generic = Reading(
        text=parsed.generic,
        canonical=composed.generic or (parsed.rows[0].canonical if parsed.rows else ""),
        kind="place",
        key=fold(composed.generic),
        role="generic",
        row=parsed.rows[0] if parsed.rows else None,
    )
    specific = Reading(
        text=parsed.specific,
        canonical=composed.specific,
        kind="place",
        key=" ".join(key(word, family) for word in _words(composed.specific)),
        role="specific",
    )
    return (generic, specific) if parsed.leads else (specific, generic)


# Names no table has.


def _family(text: str, book: Atlas) -> str:
    """The family whose correspondences read a name no table has."""
    script = script_of(text)
    if script in ("Cyrl", "Arab"):
        return "ru" if script == "Cyrl" else "ar"
    if slavic.is_adjective(text) or not (arabic.looks_arabic(text) or book.generics.has_arabic(text)):
        return "ru" if not arabic.sounds_arabic(text) else "ar"
    return "ar"


def _by_rule(
    text: str,
    head: str,
    parsed: Parsed,
    share: float,
    others: tuple[Reading, ...],
    book: Atlas,
    steps: tuple[Step, ...],
    moved: bool,
) -> Reading:
    """The Reading of a place that no table has."""
    family = _family(parsed.specific, book)
    specific = _specific(parsed, moved)
    written = _written(specific, family)
    row = _generic_row(parsed)
    canonical = book.generics.compose(row, written) if row is not None and not _is_dropped(row) else written
    native = specific if script_of(specific) in ("Cyrl", "Arab") else None
    if native and row is not None and parsed.generic and script_of(row.native) == script_of(native):
        native = f"{_plain(row.native)} {native}" if parsed.leads else f"{native} {_plain(row.native)}"
    return Reading(
        text=text,
        canonical=canonical,
        native=native,
        kind="place",
        origin=family if native else None,
        key=_key(canonical, family, book),
        confidence=round(0.6 * share, 4) if row is not None else round(0.35 * share, 4),
        status="unknown",
        parts=_parts(canonical, parsed, None, book) if row is not None else (),
        others=others,
        steps=(*steps, Step(head, canonical, "by rule: no table has it")),
        place=Place(feature=row["feature"] if row is not None else None),
    )


def _generic_row(parsed: Parsed) -> Row | None:
    """The generic that a name by rule takes."""
    return parsed.rows[0] if parsed.rows else None


def _is_dropped(row: Row) -> bool:
    """A generic that English leaves out: village, town, city."""
    return row["feature"] in _SETTLEMENTS


def _specific(parsed: Parsed, moved: bool) -> str:
    """The specific in the nominative; after a preposition the dictionary knows it."""
    if moved and script_of(parsed.specific) == "Cyrl" and not parsed.features & AREAS:
        return slavic.nominative(parsed.specific)
    if parsed.rows and parsed.features & AREAS:
        return slavic.adjective(parsed.specific, parsed.rows[0]["gender"] or "m")
    return parsed.specific


def _written(specific: str, family: str) -> str:
    """The English form of a specific."""
    script = script_of(specific)
    if script == "Cyrl":
        return slavic.written(specific)
    if script == "Arab" or (script == "Latn" and family == "ar"):
        return arabic.written(specific)
    return specific
