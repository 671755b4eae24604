"""What the letters of a name tell of where it is from, before any table of places is asked.

A Slavic ending speaks against a town of the Arab world; letters that no map of a country has tell that
another language names the place. Which ones do are rows of `tables/place/clue.tsv`.
"""

from __future__ import annotations

from typing import NamedTuple

from translit.memory import once, remembered
from translit.place.slavic import is_adjective_stem
from translit.tables import Tables
from translit.text.script import script_of

__all__ = ["ends_slavic", "has_foreign", "has_slavic", "is_marked", "is_next_door", "marks", "sounds_arabic"]


class _Clues(NamedTuple):
    """The rows of the table: of Slavic names, by family of maps and of other languages, of neighbours."""

    endings: tuple[str, ...]
    letters: frozenset[str]
    maps: dict[str, frozenset[str]]
    foreign: dict[str, tuple[str, ...]]
    next_door: frozenset[str]
    arabic: tuple[str, ...]
    marks: frozenset[str]
    unarabic: frozenset[str]


@once
def _clues(tables: Tables) -> _Clues:
    """The table made ready."""
    rows = [(row["clue"], row["language"], row["letters"]) for row in tables.rows("place/clue")]

    def told(clue: str, language: str) -> tuple[str, ...]:
        return tuple(letters for kind, own, letters in rows if (kind, own) == (clue, language))

    families = ("ru", "ar")
    return _Clues(
        told("slavic-ending", "ru"),
        frozenset(told("slavic-letter", "ru")),
        {family: frozenset(told("map-letter", family)) for family in families},
        {family: told("foreign-letters", family) for family in families},
        frozenset(told("next-door", "ar")),
        tuple(one.replace("$", " ") for one in told("arabic-letters", "ar")),
        frozenset(told("arabic-mark", "ar")),
        frozenset(told("unarabic-letter", "ar")),
    )


@remembered(8192)
def ends_slavic(text: str, tables: Tables) -> bool:
    """True for a name that ends as Slavic ones do and Arabic ones hardly do.

    >>> from translit.tables import built_in
    >>> [ends_slavic(text, built_in()) for text in ("Kamyshlov", "Beloozersky", "Qamishli")]
    [True, True, False]
    """
    return text.lower().endswith(_clues(tables).endings) or is_adjective_stem(text)


def has_slavic(text: str, tables: Tables) -> bool:
    """Has a name letters of a Slavic language, Cyrillic ones that Russian has not or Latin ones with marks?

    >>> from translit.tables import built_in
    >>> has_slavic("Ірпінь", built_in()), has_slavic("Ирпень", built_in())
    (True, False)
    """
    return not _clues(tables).letters.isdisjoint(text.lower())


def is_next_door(name: str, text: str, tables: Tables) -> bool:
    """Is a name in letters of the next country, and a text in none: مراکش is Persian, مراكش is not?

    >>> from translit.tables import built_in
    >>> is_next_door("مراکش", "مراكش", built_in()), is_next_door("مراکش", "مراکش", built_in())
    (True, False)
    """
    letters = _clues(tables).next_door
    return not letters.isdisjoint(name) and letters.isdisjoint(text)


@remembered(8192)
def has_foreign(text: str, family: str, tables: Tables) -> bool:
    """Has a Latin text letters that no map of the family has, so that another language names the place?

    >>> from translit.tables import built_in
    >>> asked = ("Šachtos", "ru"), ("Shakhty", "ru"), ("Dimäşk", "ar")
    >>> [has_foreign(text, family, built_in()) for text, family in asked]
    [True, False, True]
    """
    if script_of(text) != "Latn":
        return False
    low, clues = text.lower(), _clues(tables)
    own = clues.maps[family]
    return any(not sign.isascii() and sign not in own for sign in low) or any(
        group in low for group in clues.foreign[family]
    )


def marks(tables: Tables) -> frozenset[str]:
    """The letters with marks, and the signs, that romanisations of Arabic have."""
    return _clues(tables).marks


def is_marked(text: str, tables: Tables) -> bool:
    """Has a text marks of a romanisation of Arabic, and no letter that none of these has?

    >>> from translit.tables import built_in
    >>> [is_marked(text, built_in()) for text in ("Qa‘brīn", "Köşk", "Homs")]
    [True, False, False]
    """
    if text.isascii():
        return False
    signs, clues = frozenset(text.lower()), _clues(tables)
    return not signs.isdisjoint(clues.marks) and signs.isdisjoint(clues.unarabic)


def sounds_arabic(text: str, tables: Tables) -> bool:
    """True for a Latin text with letters that romanised Arabic has and Slavic names have not.

    >>> from translit.tables import built_in
    >>> [sounds_arabic(text, built_in()) for text in ("Qamishli", "Sunbulah", "Podlipka")]
    [True, True, False]
    """
    low = f"{text.lower()} "
    return any(group in low for group in _clues(tables).arabic)
