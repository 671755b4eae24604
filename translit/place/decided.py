"""The place that a text means, of its candidates; its name by rule where none is good enough."""

from __future__ import annotations

from translit.nouns import Reading, Status
from translit.place.atlas import Atlas, Site
from translit.place.bounds import Bound, lands_named
from translit.place.candidate import UNLISTED, Candidate
from translit.place.candidates import RIVAL
from translit.place.generic import Parsed
from translit.place.likeness import AUTHORED
from translit.place.listed import listed
from translit.place.nearness import sounded
from translit.place.sentence import Cut
from translit.place.skeleton import skeleton
from translit.place.slavic import gender, names_land
from translit.place.unlisted import by_rule
from translit.quick import changed, later
from translit.sounds import distance
from translit.text.clean import fold

__all__ = ["decided"]

_LEAST_SHARE = 0.25  # a misspelling less often meant than this, of all that may be, is no answer
_LIKELIER = 0.437  # nor is one less often meant than this where only it or no place of the tables is
_SURE_SHARE = 0.764  # one less often meant than this is doubtful
_LEAST_AUTHORED = 0.15  # the same of a place that the news names
_BOUNDED = 0.3  # of the odds of a place of no table, what they are where a larger place is told
_OTHER_AREA = 0.5  # a second area of this share of the first makes the name of one ambiguous
_OTHERS = 5
_NEAR_DEGREES = 0.2
_REGIONS = ({"feature", "unit"}, {"feature", "country"})  # rows of one region, where their names are one
_CAMP = "camp"  # it may be a town of the gazetteer, as settlements are
_ANOTHER = 2.5  # nats between a text and a place's own name from which it is quite another
_TWICE = 0.5  # the people of a town's other row, of those of the first


def decided(said: Cut, candidates: list[Candidate], book: Atlas, style: str, bounds: list[Bound]) -> Reading:
    """The Reading of the best candidate, or of the name by rule where none is good enough."""
    unlisted = UNLISTED * (_BOUNDED if bounds else 1.0)
    total = unlisted + sum(found.weight for found in candidates)
    parsed = book.generics.parse(said.head)

    def beside(some: list[Candidate]) -> tuple[Reading, ...]:
        return tuple([listed(said, found, found.weight / total, book, style) for found in some])

    if not candidates or _is_doubted(candidates, unlisted, total):
        others = later(lambda: beside(candidates[:_OTHERS])) if candidates else ()
        return by_rule(said, unlisted / total, others, book)
    apart = parsed if parsed.rows else book.generics.apart(said.head)
    if named := [] if bounds else lands_named(candidates, apart, book):
        total = unlisted + sum(found.weight for found in named)
        candidates = [*named, *(found for found in candidates if found not in named)]
    best = candidates[0]
    same = [found for found in candidates if found is best or _one_place(best.site, found.site)]
    told = best.site.feature in apart.features - book.generics.settlements
    rivals = [found for found in candidates if found not in same and not (told and _is_called_after(found))]
    areas = [found for found in candidates if found not in same] if told and _is_area(best.site) else []
    written = _meant(best, same, told, said, apart, book)
    first = _first_listed(written, same)
    weight = sum(found.weight for found in same)
    share = weight / total
    doubtful = written.is_doubtful(told, (said.head, parsed.specific)) and not (
        written.is_written and any(bound.is_near for bound in bounds)
    )
    ambiguous = doubtful or (first.odds is not None and share < _SURE_SHARE)
    ambiguous = ambiguous or (bool(rivals) and rivals[0].weight > RIVAL * weight)
    ambiguous = ambiguous or (bool(areas) and areas[0].weight > _OTHER_AREA * weight)
    ambiguous = ambiguous or (any(map(_is_own, rivals)) and _is_called(first, said.head))
    status: Status = "ambiguous" if ambiguous else "ok"
    reading = listed(said, first, share, book, style)
    rest = [found for found in candidates[1:] if found.site is not first.site]
    return changed(reading, status=status, others=later(lambda: beside(rest[:_OTHERS])))


def _meant(
    best: Candidate, same: list[Candidate], told: bool, said: Cut, parsed: Parsed, book: Atlas
) -> Candidate:
    """Of the rows of one place the one that is meant: the town, where no generic is said beside its name.

    Not its air base, nor its district, nor a camp; `told`: the generic says what the best is.
    """
    site = best.site
    unsaid = site.kind == "feature" and not told
    if not unsaid and (not _is_unnamed(site) or _tells_kind(said.head, parsed)):
        return best
    lived_in = site.kind == "feature" and site.feature in (_CAMP, *book.generics.settlements)
    towns = [found for found in same if found.site.kind == "town" and (lived_in or not found.alias)]
    if best.odds is None:  # Kafranboda is no misspelt Kafranbel nearby
        towns = [found for found in towns if found.odds is None or found.alike]
    return next(iter(towns), best)


def _tells_kind(head: str, parsed: Parsed) -> bool:
    """Does a text say what it names: by a generic, as an adjective, as a land: Рязанская, Смоленщина?"""
    return bool(parsed.rows or gender(head) or names_land(head.lower()))


def _first_listed(first: Candidate, same: list[Candidate]) -> Candidate:
    """Of the rows of a town listed twice the one of the lowest number: that one has its other names."""
    twice = [
        found
        for found in same
        if found.site.kind == first.site.kind == "town"
        and found.site["canonical"] == first.site["canonical"]
        and found.site.weight > _TWICE * first.site.weight
    ]
    return min(twice, key=lambda found: (len(found.site.row.id), found.site.row.id), default=first)


def _is_called_after(found: Candidate) -> bool:
    """May a place be called after a river or sea of the text: a unit, a town by another of its names?"""
    return _is_area(found.site) or (found.site.kind == "town" and found.alias > 0)


def _is_called(found: Candidate, head: str) -> bool:
    """Is a place but called so, by quite another name than its own: Akyar for Sevastopol, no Rostov?"""
    site = found.site
    if found.odds is not None or distance(head, site["canonical"], site.family) < _ANOTHER:
        return False
    text = skeleton(head, site.family)
    own = [skeleton(site[column], site.family) for column in ("canonical", "native", "russian", "arabic")]
    return not any(one.startswith(text) for one in own if one)


def _is_own(found: Candidate) -> bool:
    """Is this a town's own name, spelt just so?"""
    return found.is_written and not found.alias and found.site.kind == "town"


def _is_area(site: Site) -> bool:
    """Is this a unit or a district?"""
    return site.kind in ("unit", "district")


def _is_unnamed(site: Site) -> bool:
    """Is this a unit that is seldom meant where its generic is not said?"""
    return _is_area(site) and not site.is_bare


def _is_doubted(candidates: list[Candidate], unlisted: float, total: float) -> bool:
    """Is the best candidate likelier no place of the tables? Places of its name speak for it."""
    first = candidates[0]
    if first.odds is None:
        return first.weight < unlisted
    name = sounded(first.site["canonical"], first.site.family)
    named = sum(
        found.weight for found in candidates if sounded(found.site["canonical"], first.site.family) == name
    )
    if first.site.kind in AUTHORED and not first.near and not first.alias:
        return named < _LEAST_AUTHORED * total
    return named < _LIKELIER * (named + unlisted) or named < _LEAST_SHARE * total


def _is_named_of(name: str, other: str) -> bool:
    """Are two English names one, but for a generic: Socotra, Socotra Governorate?

    >>> _is_named_of("Socotra Governorate", "Socotra"), _is_named_of("Sinai Peninsula", "Sinai")
    (True, True)
    """
    return f"{name} ".startswith(f"{other} ") or f"{other} ".startswith(f"{name} ")


def _one_name(site: Site, other: Site) -> bool:
    """Have two towns one name, in English or as they write it: Zawiya and al-Zawiyah, both الزاوية?"""
    return site["canonical"] == other["canonical"] or (
        bool(site["native"]) and fold(site["native"]) == fold(other["native"])
    )


def _one_place(site: Site, other: Site) -> bool:
    """Two rows of one place: a town and the unit it is, a unit and the region it is, a town listed twice."""
    if not set(site.countries) & set(other.countries):
        return False
    if {site.kind, other.kind} == {"town", "unit"} and site["canonical"] == other["canonical"]:
        return True
    if {site.kind, other.kind} in _REGIONS and (
        _is_named_of(site["canonical"], other["canonical"]) or fold(site["native"]) == fold(other["native"])
    ):
        return True
    if {site.kind, other.kind} & {"unit", "district"}:
        return site.unit == other.unit
    if "feature" not in (site.kind, other.kind) and not _one_name(site, other):
        return False
    here, there = site.place, other.place
    if here.latitude is None or there.latitude is None or here.longitude is None or there.longitude is None:
        return False
    return (
        abs(here.latitude - there.latitude) < _NEAR_DEGREES
        and abs(here.longitude - there.longitude) < _NEAR_DEGREES
    )
