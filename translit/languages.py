"""The languages that the tables know: a language is a folder of tables and a line in `languages.tsv`.

The line says to which family of languages the folder belongs (and so which code reads its names),
by which scheme a name that no row has is written, and which folder's row answers first for a
spelling that several share. What other languages do with such names, `tongues.tsv` says.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from translit.memory import once, remembered
from translit.nouns import Row
from translit.tables import Tables, built_in

__all__ = ["Language", "language_of", "languages", "nations", "slavic", "slavic_places", "tongues_that"]


@dataclass(frozen=True, slots=True)
class Language:
    """One line: `id` is the folder, `family` is "ru", "ar" or "other", `scheme` writes what no row has.

    `signs` are the letters, or runs of letters, that betray it among its family. `country` is the one
    whose places it names, if it is one country's alone, and `abroad` are the schemes by which these are
    written in other countries; GeoNames's main names follow the first of them. `endings` are those of
    surnames and patronymics by which more of its names are made than the tables have. A folder without
    a scheme (the names of the Caucasus) is no language of its own: its names are read and written
    as its family's.
    """

    id: str
    title: str
    family: str
    script: str
    scheme: str
    rank: int
    signs: tuple[str, ...]
    sample: str
    country: str
    abroad: tuple[str, ...]
    endings: tuple[str, ...]


def _language(row: Row) -> Language:
    """A line as a language."""
    first = (row.id, row["title"], row["family"], row["script"], row["scheme"])
    told = (int(row["rank"]), row.many("signs"), row["sample"])
    return Language(*first, *told, row["country"], row.many("abroad"), row.many("endings"))


@once
def _of(tables: Tables) -> Mapping[str, Language]:
    """The languages of one set of tables."""
    found = map(_language, tables.rows("languages"))
    return {one.id: one for one in sorted(found, key=lambda one: (one.rank, one.id))}


def languages(tables: Tables | None = None) -> Mapping[str, Language]:
    """The languages of a set of tables by their folders, those that answer first at the head.

    >>> languages()["uk"].family, next(iter(languages()))
    ('ru', 'ru')
    """
    return _of(tables or built_in())


@once
def nations(tables: Tables | None = None) -> tuple[str, ...]:
    """The languages of Russian names with a scheme of their own, beside Russian.

    >>> nations()
    ('uk', 'be')
    """
    known = languages(tables).values()
    return tuple(one.id for one in known if one.family == "ru" and one.scheme and one.id != "ru")


@once
def slavic(tables: Tables) -> tuple[str, ...]:
    """The languages of Russian names with a scheme of their own, Russian first.

    >>> slavic(built_in())
    ('ru', 'uk', 'be')
    """
    return ("ru", *nations(tables))


@once
def slavic_places(tables: Tables) -> tuple[str, ...]:
    """The tables of the places of the countries where these are spoken, Russia's first.

    >>> slavic_places(built_in())
    ('place/at/ru', 'place/at/ua', 'place/at/by')
    """
    known = languages(tables)
    countries = (known[one].country for one in slavic(tables))
    return tuple(f"place/at/{country.lower()}" for country in countries if country)


@once
def _by_country(tables: Tables) -> Mapping[str, Language]:
    """The languages of one set of tables by the countries that are theirs alone."""
    return {one.country: one for one in _of(tables).values() if one.country}


def language_of(country: str, tables: Tables | None = None) -> Language | None:
    """The language in which a country's places are named; none where the tables do not tell.

    >>> language_of("UA").id, language_of("UA").abroad
    ('uk', ('kmu-2010-uk', 'bgn-pcgn-1965-uk', 'ala-lc-uk', 'passport-2007-uk'))
    """
    return _by_country(tables or built_in()).get(country)


@remembered(16)
def tongues_that(do: str, tables: Tables) -> frozenset[str]:
    """The other languages that do something with names, which is a column of `tongues.tsv`.

    >>> "hu" in tongues_that("join", built_in()), "es" in tongues_that("join", built_in())
    (True, False)
    """
    return frozenset([row.id for row in tables.rows("tongues") if row[do]])
