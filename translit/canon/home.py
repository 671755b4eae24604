"""Where somebody is from: a country, a unit or a large town beside a person's name."""

from __future__ import annotations

from translit.lookup import lexicon_of
from translit.tables import Tables

__all__ = ["is_home", "is_land"]

_AREAS = ("country", "unit")
_LARGE = 100_000  # people of a large town
_SURE = 0.95  # the confidence from which a place is meant


def is_home(text: str, tables: Tables) -> bool:
    """Is a text a country, a unit or a large town, and no name of a person's?

    >>> from translit.tables import built_in
    >>> [is_home(text, built_in()) for text in ("Syria", "Москва", "Чечни", "Роман")]
    [True, True, True, False]
    """
    return not any(hit.role != "title" for hit in lexicon_of(tables).written(text)) and is_land(text, tables)


def is_land(text: str, tables: Tables) -> bool:
    """Is a text a country, a unit or a large town, though somebody may be called so: King of Jordan?

    >>> from translit.tables import built_in
    >>> is_land("Jordan", built_in()), is_home("Jordan", built_in())
    (True, False)
    """
    from translit.place import read

    found = read(text, tables=tables)
    if found.status != "ok" or found.confidence < _SURE or not found.place:
        return False
    people = found.row["population"] if found.row else ""
    return found.place.feature in _AREAS or (people.isdigit() and int(people) >= _LARGE)
