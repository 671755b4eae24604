"""Where somebody is from: a country, a unit or a large town beside a person's name."""

from __future__ import annotations

from translit.lookup import lexicon_of
from translit.memory import once
from translit.tables import Tables
from translit.text.clean import fold

__all__ = ["is_home", "is_land", "is_whereabouts"]

_AREAS = ("country", "unit")
_LARGE = 100_000  # people of a large town
_SURE = 0.95  # the confidence from which a place is meant


def is_home(text: str, tables: Tables) -> bool:
    """Is a text a country, a unit or a large town, and no name of a person's?

    >>> from translit.tables import built_in
    >>> [is_home(text, built_in()) for text in ("Syria", "Москва", "Чечни", "Роман")]
    [True, True, True, False]
    """
    if any(hit.role != "title" for hit in lexicon_of(tables).written(text)):
        return False
    from translit.place import read

    found = read(text, tables=tables)
    if found.status != "ok" or found.confidence < _SURE or not found.place:
        return False
    people = found.row["population"] if found.row else ""
    return found.place.feature in _AREAS or (people.isdigit() and int(people) >= _LARGE)


def is_land(text: str, tables: Tables) -> bool:
    """Is a text a country's name, be it a person's as well?

    >>> from translit.tables import built_in
    >>> [is_land(text, built_in()) for text in ("Jordan", "قطر", "Aleppo", "Roman", "UK", "Uk")]
    [True, True, False, False, True, False]
    """
    lands = _lands(tables)
    return fold(text) in lands or text in lands


@once
def _lands(tables: Tables) -> frozenset[str]:
    """The folded names of countries, abbreviations as they are."""
    rows = [row for name in ("country", "country-usual") for row in tables.rows(f"place/{name}")]
    names = [(row.native, row.canonical, row["russian"], row["arabic"], *row.many("also")) for row in rows]
    return frozenset(text if text.isupper() else fold(text) for told in names for text in told if text)


def is_whereabouts(text: str, tables: Tables) -> bool:
    """Is a text where somebody may be from or in office: a country in any case, or a home?"""
    return is_land(text, tables) or is_home(text, tables)
