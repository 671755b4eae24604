"""Bounds: the larger place that a name is said to lie in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from translit.errors import InputError, need_text
from translit.memory import once, remembered
from translit.place.atlas import Atlas, Site
from translit.place.candidate import UNLISTED, Candidate
from translit.place.candidates import RIVAL, candidates_of
from translit.place.generic import Parsed
from translit.place.kinds import lands
from translit.place.sentence import without_preposition
from translit.tables import Tables

__all__ = ["Bound", "apart", "bound_given", "bound_of", "bound_of_area", "inside", "is_inside", "lands_named"]

_AREAS = ("unit", "district")
_NEAR = 0.5  # degrees


@dataclass(frozen=True, slots=True)
class Bound:
    """Countries and units of which a place must lie in one; else in one that texts also say to lie there."""

    codes: frozenset[str]
    claimed: frozenset[str] = frozenset()

    @property
    def is_near(self) -> bool:
        """Are all of them units, so that a former name is enough to tell a town there?"""
        return all("-" in code for code in self.codes)


def bound_given(within: str | None, book: Atlas) -> Bound | None:
    """The bound a caller names by code or by name; refuses what is neither.

    >>> from translit.place.atlas import atlas
    >>> bound_given("RU-ROS", atlas())
    Bound(codes=frozenset({'RU-ROS'}), claimed=frozenset())
    """
    if not within:
        return None
    need_text(within)
    code = within.strip().upper()
    if len(code) == 2 or (code[2:3] == "-" and len(code) <= 6):
        found = _bound({code}, book.tables) if code[:2] in book.country_codes else None
    else:
        found = bound_of(within, book)
    if not found:
        raise InputError(f"within: no place {within!r}; pass a code ('SY', 'RU-ROS') or a name ('Syria')")
    return found


def bound_of(name: str, book: Atlas) -> Bound | None:
    """The bound that a larger place's name gives; none where nothing of that name is known.

    >>> from translit.place.atlas import atlas
    >>> sorted(bound_of("Syria", atlas()).codes)
    ['SY']
    """
    if name in book.country_codes:
        return _bound({name}, book.tables)
    name, moved = without_preposition(name, book.tables)
    ranked = sorted(candidates_of(name, moved, book), key=lambda found: -found.weight)
    if not ranked or ranked[0].weight < UNLISTED:
        return None
    codes = set()
    for found in ranked:
        if found.weight < RIVAL * ranked[0].weight:
            break
        site = found.site
        codes |= set(site.countries) if site.kind == "country" or not site.unit else {site.unit}
    return _bound(codes, book.tables)


def bound_of_area(name: str, book: Atlas) -> Bound | None:
    """The bound that the name of a country or unit gives, in any case; none for another place's.

    >>> from translit.place.atlas import atlas
    >>> [bound is not None for bound in (bound_of_area("Сирии", atlas()), bound_of_area("Дамаск", atlas()))]
    [True, False]
    """
    first = next(iter(candidates_of(name, "case", book)), None)
    if first is None or first.odds is not None or first.site.kind not in ("country", "unit"):
        return None
    return _bound(
        set(first.site.countries) if first.site.kind == "country" else {first.site.unit or ""}, book.tables
    )


def _bound(codes: set[str], tables: Tables) -> Bound:
    """The bound of some codes, with what texts also say to lie there: Sevastopol in Russia."""
    return Bound(frozenset(codes), frozenset().union(*(_claims(tables).get(code, ()) for code in codes)))


@once
def _claims(tables: Tables) -> dict[str, frozenset[str]]:
    """Country → what it holds or claims of others."""
    rows = list(tables.rows("place/claim"))
    return {
        country: frozenset(row.id for row in rows if row["within"] == country)
        for country in {row["within"] for row in rows}
    }


def apart(bounds: Sequence[Bound], others: Sequence[Bound]) -> bool:
    """Do the nearest larger places of two names contradict: Ukraine and Rostov Oblast?

    >>> from translit.place.atlas import atlas
    >>> one, two, three = (bound_of(name, atlas()) for name in ("Ukraine", "Rostov Oblast", "Russia"))
    >>> apart([one], [two]), apart([two], [three]), apart([one], [])
    (True, False, False)
    """
    if not bounds or not others:
        return False
    one, two = bounds[0], others[0]
    claimed = one.codes & two.claimed or two.codes & one.claimed
    return not claimed and all(not _meet(here, there) for here in one.codes for there in two.codes)


def _meet(here: str, there: str) -> bool:
    """Are two codes one, or is one the country of the other?"""
    return here == there or here == there[:2] or there == here[:2]


def inside(candidates: list[Candidate], bound: Bound, tables: Tables) -> list[Candidate]:
    """The candidates that lie in one of the bound's countries or units, else in what these claim.

    The country itself does not lie there, where the text is the name of a place that does: Тунис of Tunisia.
    """
    codes = bound.codes
    found = [one for one in candidates if is_inside(one.site, codes) or _is_near(one.site, codes, tables)]
    if any(one.is_written and one.site.kind != "country" for one in found):
        found = [one for one in found if one.site.kind != "country"]
    return found or [one for one in candidates if is_inside(one.site, bound.claimed)]


def _is_near(site: Site, codes: frozenset[str], tables: Tables) -> bool:
    """Is a site of which no table tells the unit near a town of one of some units: Robotyne?"""
    latitude, longitude = site["latitude"], site["longitude"]
    if site.unit or not latitude or not longitude:
        return False
    units = [code for code in codes if "-" in code and code[:2] in site.countries]
    return any(_has_near(unit, float(latitude), float(longitude), tables) for unit in units)


@remembered(1024)
def _has_near(unit: str, latitude: float, longitude: float, tables: Tables) -> bool:
    """Has a unit a town not far from a spot?"""
    towns = f"place/at/{unit[:2].lower()}"
    return towns in tables.names("place/at") and any(
        abs(float(row["latitude"]) - latitude) < _NEAR and abs(float(row["longitude"]) - longitude) < _NEAR
        for row in tables.rows(towns)
        if row["unit"] == unit
    )


def is_inside(site: Site, codes: frozenset[str]) -> bool:
    """Does a site lie in one of some countries or units?

    >>> from translit.place.atlas import atlas
    >>> is_inside(candidates_of("Damascus", False, atlas())[0].site, frozenset(("SY",)))
    True
    """
    return site.unit in codes or any(country in codes for country in site.countries)


def lands_named(candidates: list[Candidate], parsed: Parsed, book: Atlas) -> list[Candidate]:
    """The candidates without the units called after what the text says to be a river or sea: the Red Sea."""
    features = parsed.features & lands(book.tables) - book.generics.areas
    if not features or candidates[0].site.kind not in _AREAS:
        return []
    others = [found for found in candidates if found.site.kind not in _AREAS]
    return others if others and others[0].odds is None and others[0].site.feature in features else []
