"""A place behind the larger ones it lies in, as tables and addresses tell it: Idlib / Ariha / Saraqib."""

from __future__ import annotations

from translit.memory import remembered
from translit.place.atlas import Atlas, Site, atlas
from translit.place.bounds import is_inside
from translit.place.candidate import SURE_ODDS
from translit.place.candidates import candidates_of
from translit.place.sentence import Cut, cut, dashed
from translit.tables import Tables

__all__ = ["cut_downward"]

_UNIT, _COUNTRY = "unit", "country"


def cut_downward(text: str, book: Atlas) -> Cut:
    """A text cut into the place itself and the larger ones, whichever of them stands first.

    A larger one is first where it has a unit's name and the last place, or one between, lies there and has no
    unit's name itself. A dash between blanks parts them only so.

    >>> [cut_downward(text, atlas()).head for text in ("Idlib, Saraqib", "Idlib - Saraqib", "Saraqib, Idlib")]
    ['Saraqib', 'Saraqib', 'Saraqib']
    >>> cut_downward("Aleppo, Idlib", atlas()).head, cut_downward("Ivano - Frankivsk", atlas()).head
    ('Aleppo', 'Ivano - Frankivsk')
    """
    said = cut(text, book)
    parted = said if said.parents else dashed(said)
    if not parted.parents:
        return said
    head, *between, last = (parted.head, *parted.parents)
    inner = between if not any(site.kind in (_UNIT, _COUNTRY) for site in _meant(last, book)) else []
    if any(_lies_in(name, head, book.tables) for name in (last, *inner)):
        head, *parents = reversed((parted.head, *parted.parents))
        return parted._replace(head=head, parents=tuple([one for one in parents if one != head]))
    return parted if said.parents or _lies_in(head, last, book.tables) else said


@remembered(4096)
def _lies_in(name: str, larger: str, tables: Tables) -> bool:
    """Is a place surely in a unit of another name, and no unit of that land itself?"""
    book = atlas(tables)
    units = frozenset([site.unit or "" for site in _meant(larger, book) if site.kind == _UNIT])
    lands = {unit[:2] for unit in units}
    sites = _meant(name, book) if units else []
    if any(
        site.kind == _COUNTRY or (site.kind == _UNIT and (site.unit or "")[:2] in lands) for site in sites
    ):
        return False
    return any(is_inside(site, units) for site in sites)


def _meant(name: str, book: Atlas) -> list[Site]:
    """The sites that are spelt so, or surely meant."""
    found = candidates_of(name, "", book)
    return [one.site for one in found if one.odds is None or (one.alike and one.odds > SURE_ODDS)]
