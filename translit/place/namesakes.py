"""Places that a text means since it names others: namesakes, an area's seat, the area called by a town."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from functools import partial

from translit.memory import once
from translit.place import slavic
from translit.place.atlas import Atlas, Site
from translit.place.candidate import BY_SCHEME, CURATED, SURE_ODDS, WRITTEN, Candidate
from translit.place.forms import AS_WRITTEN
from translit.place.generic import Parsed
from translit.place.likeness import ALIAS, misfit_of
from translit.place.nearness import ARTICLE, DOUBLED, compact, is_arabic, sounded
from translit.place.searching import Sought
from translit.place.skeleton import skeleton
from translit.quick import changed
from translit.sounds import distance
from translit.tables import Tables

__all__ = ["beside_called", "namesakes"]

_AREAS = ("unit", "district")

_CALLED = 0.5  # nats a letter within which an area is called by its name, however its consonants are written
_SEAT = 1.5  # nats for a unit that is told by its chief town alone
_NAMESAKE = 0.8  # nats for a spelling that is written out for another town of the same name
_RUSSIA = "RU"
_UNIT = frozenset(("unit",))
_Ways = Callable[[Candidate, Atlas], Iterator[Candidate]]


def namesakes(
    best: dict[int, Candidate], written: list[Candidate], head: str, parsed: Parsed, book: Atlas
) -> Iterator[Candidate]:
    """The places that a text means as well, since it names those found; `written` are those spelt just so."""
    bare = not (parsed.rows or slavic.gender(head))
    seats = [found for found in best.values() if bare and _is_bare_area(found, head, book)]
    ways: list[tuple[Candidate, _Ways]] = [
        *((one, _towns) for one in written),
        *((one, _seats) for one in seats),
        *((one, partial(_areas, parsed=parsed)) for one in _named(best, parsed, book)),
    ]
    for found, others in ways:
        yield from others(found, book)


def _towns(found: Candidate, book: Atlas) -> Iterator[Candidate]:
    """The towns of the same name as one that the text is another spelling of: it is one of theirs as well.

    So is one by a scheme for Russian: who writes Doneck may mean that of Ukraine as Russians name it.
    """
    site = found.site
    russian = found.why == BY_SCHEME and _RUSSIA in site.countries
    if site.kind != "town" or not (0 < found.alias <= ALIAS["town"] or russian):
        return
    name = compact(site["canonical"])
    for other in _towns_of(site["canonical"], site.family, book):
        if other is not site and compact(other["canonical"]) == name:
            yield changed(found, site=other, cost=found.cost + _NAMESAKE, why="as its namesake")


def _towns_of(name: str, family: str, book: Atlas) -> list[Site]:
    """The towns with a name that sounds like one."""
    return [site for site in _sites_of(name, family, False, book) if site.kind == "town"]


def _sites_of(name: str, family: str, areas: bool, book: Atlas) -> list[Site]:
    """The places, or the areas alone, with a name that sounds like one."""
    sought = Sought(skeleton(name, family), sounded(name, family), is_arabic(name))
    return [site for site, *_ in book.search(sought, family, areas)]


def _is_bare_area(found: Candidate, text: str, book: Atlas) -> bool:
    """Is this an area whose name the tables write so, but for its generic? Not ДНР, another name of one."""
    area = found.site
    if area.kind not in _AREAS or area.is_bare or found.odds is not None:
        return False
    if slavic.names_land(text.lower()):  # Ставрополье is no town
        return False
    name = book.generics.parse(area["canonical"]).specific
    alike = skeleton(text, area.family) == skeleton(name, area.family)
    if not alike and distance(text, name, area.family) > _CALLED:
        return False
    return found.why == AS_WRITTEN and found.cost + found.alias <= misfit_of(area, None, book) + WRITTEN


def _seats(found: Candidate, book: Atlas) -> Iterator[Candidate]:
    """The town that an area is called by, whose name stands without a generic: Дамар of its governorate."""
    area = found.site
    name = book.generics.parse(area["canonical"]).specific
    for town in _towns_of(name, area.family, book):
        within = town.unit == area.unit or (not town.unit and town.countries[0] in area.countries)
        if within and compact(town["canonical"]) == compact(name):
            yield changed(found, site=town, cost=WRITTEN, alias=0.0, why="the town an area is called by")


def _named(best: dict[int, Candidate], parsed: Parsed, book: Atlas) -> list[Candidate]:
    """The towns and things whose names stand beside an area's generic.

    Where an area is meant by its own name, none by another of theirs, and where one is misspelt by none of
    their former ones: Óblast de Leningrado.
    """
    if not parsed.features & book.generics.areas:
        return []
    areas = [found for found in best.values() if found.site.kind in _AREAS]
    if any(found.odds is None for found in areas):
        most = CURATED
    else:
        most = ALIAS["town"] if any(found.odds and found.odds > SURE_ODDS for found in areas) else math.inf
    return [
        found
        for found in best.values()
        if found.site.kind in ("town", "feature")
        and found.odds is None
        and found.cost <= misfit_of(found.site, parsed, book) + DOUBLED + ARTICLE
        and found.alias <= most
    ]


def _areas(found: Candidate, book: Atlas, parsed: Parsed) -> Iterator[Candidate]:
    """The areas called by a town or thing that the text names in another language: Óblast de Moscú."""
    site, called = found.site, False
    for area in _sites_of(site["canonical"], site.family, True, book):
        near = area.kind in _AREAS and not set(area.countries).isdisjoint(site.countries)
        if near and compact(book.generics.parse(area["canonical"]).specific) == compact(site["canonical"]):
            cost = misfit_of(area, parsed, book) + WRITTEN
            called = called or area.kind == "unit"
            yield changed(found, site=area, cost=cost, why="the area called by a town")
    told = site.kind == "town" and parsed.features == _UNIT and not called
    seated = _seated(site, book) if told else None
    if seated is not None:
        cost = misfit_of(seated, parsed, book) + _SEAT
        yield changed(found, site=seated, cost=cost, why="the area whose chief town it is")


def _seated(town: Site, book: Atlas) -> Site | None:
    """The unit of another name whose chief town a town is: Mosul province of Nineveh; None for any other."""
    name = _seats_of(book.tables).get((town.countries[0], town["canonical"]), "")
    bare = book.generics.parse(name).specific if name else ""
    areas = _sites_of(bare, town.family, True, book) if name else []
    return next((area for area in areas if area["canonical"] == name), None)


@once
def _seats_of(tables: Tables) -> dict[tuple[str, str], str]:
    """Country and chief town → the usual name of its unit, where the unit is not called by it."""
    rows = tables.rows("place/unit")
    return {(row["country"], row["seat"]): row.canonical for row in rows if row["seat"] not in row.canonical}


def beside_called(
    best: dict[int, Candidate], parsed: Parsed, book: Atlas, cost: Callable[[Candidate], float]
) -> dict[int, Candidate]:
    """The same places, misspelt areas dearer by a `cost` where what the text says is spelt as a place is.

    Suwayda province is no Saida, nor Mossoul province M'Sila.
    """
    if not parsed.features & book.generics.areas or not (
        _named(best, parsed, book) or any(_is_named(found, parsed, book) for found in best.values())
    ):
        return best
    return {
        name: changed(found, cost=found.cost + cost(found))
        if found.site.kind in _AREAS and found.odds is not None
        else found
        for name, found in best.items()
    }


def _is_named(found: Candidate, parsed: Parsed, book: Atlas) -> bool:
    """Is this an area that the text writes as the tables do, whatever kind it is said to be of?"""
    written = found.site.kind in _AREAS and found.odds is None
    return written and found.cost <= misfit_of(found.site, parsed, book) + DOUBLED + ARTICLE
