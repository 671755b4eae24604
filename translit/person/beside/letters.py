"""Letters before a name: a title cut short, initials, or a given name cut short (д-р, Д. Р., Гр.)."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from translit.lookup import lexicon_of
from translit.memory import once
from translit.nouns import Row
from translit.patterns import pattern
from translit.person.names import commonness
from translit.tables import Tables
from translit.text.clean import strip_stress

__all__ = ["INITIALS", "are_initials", "is_cut_short", "is_given_cut_short", "is_spelt"]

_SHORT = 3  # letters of a title cut short that may be initials
_TWO = 2  # letters of a given name cut short
INITIALS = pattern(r"(?:[^\W\d_]\.\s*){1,2}")  # "Г. Р." of "Иванов Г. Р."; "г. р." is "born"


def _spellings(row: Row) -> Iterable[str]:
    """All that a row of a title writes."""
    return (row.native, row.canonical, *row.many("cyrillic"), *row.many("arabic"), *row.many("also"))


def _marked(text: str) -> str:
    """A text in small letters with its stops and hyphens, but for the last stop."""
    return text.lower().replace(" ", "").removesuffix(".")


def is_spelt(said: str, row: Row) -> bool:
    """Does a title's row spell a few letters with the stops that stand there, as none are initials?

    >>> from translit.tables import built_in
    >>> rows = {row.id: row for row in built_in().rows("person/title")}
    >>> [is_spelt(said, rows["dr"]) for said in ("д-р", "Д-р", "DR", "Dr.", "Д. Р.", "Д.Р.")]
    [True, True, True, True, False, False]
    """
    if not said.isascii() and said[0] >= "\N{ARABIC LETTER ALEF}":
        return True
    return sum(map(str.isalpha, said)) > _SHORT or _is_spelt(said, row)


@lru_cache(maxsize=1024)
def _is_spelt(said: str, row: Row) -> bool:
    """The same of a few letters."""
    stopped = "." in said[:-1] and said.isupper()
    marked = _marked(said)
    return any(_marked(one) == marked and (one.isupper() or not stopped) for one in _spellings(row))


@once
def _openings(tables: Tables) -> frozenset[str]:
    """The first two letters of Russian given names that are usual, in small ones."""
    common = commonness(tables)
    rows = [row for row in tables.rows("person/ru/given") if common(row) > 0]
    return frozenset([strip_stress(row.native)[:_TWO].lower() for row in rows])


def is_given_cut_short(said: str, beside: str, tables: Tables) -> bool:
    """Are two Cyrillic letters with a capital and a stop, beside a word that is no given name, one cut short?

    >>> from translit.tables import built_in
    >>> [is_given_cut_short(said, "Иванов", built_in()) for said in ("Гр.", "Иг.", "гр.", "Кн.", "Мл.")]
    [True, True, False, False, False]
    >>> is_given_cut_short("Св.", "Николай", built_in())
    False
    """
    if len(said) != _TWO + 1 or said[-1] != "." or not said.istitle() or " " in beside:
        return False
    return said[:_TWO].lower() in _openings(tables) and not lexicon_of(tables).is_given(beside)


@once
def _capitals(tables: Tables) -> frozenset[str]:
    """The titles of two letters that are written in capitals alone, or with a stop: HE, Fr."""
    rows = tables.rows("person/title")
    titles = [one for row in rows for one in _spellings(row)]
    alone = {one.upper() for one in titles if len(one) == _TWO and one.istitle()}  # Dr
    sooner = {one for row in rows for one in row.many("capitals")}
    cut = {one.removesuffix(".").upper() for one in titles if one.isascii()}
    return frozenset([one for one in cut if len(one) == _TWO and one not in alone and one not in sooner])


def are_initials(letters: str, tables: Tables) -> bool:
    """Are two capitals before a surname alone initials, though a title is cut short so?

    >>> from translit.tables import built_in
    >>> [are_initials(letters, built_in()) for letters in ("HE", "FM", "FR", "DR", "PM")]
    [True, True, True, False, False]
    """
    return letters in _capitals(tables)


def is_cut_short(letters: str, beside: str, tables: Tables) -> bool:
    """Are letters behind a surname alone initials, or a given name cut short: Gorbachev M.D., Петров Ст.?

    >>> from translit.tables import built_in
    >>> [is_cut_short(letters, "Петров", built_in()) for letters in ("M.D.", "Ст.", "ст.", "Jr.", "PhD")]
    [True, True, False, False, False]
    """
    if letters.isupper() and INITIALS.fullmatch(letters):
        return " " not in beside and not lexicon_of(tables).is_given(beside)
    return is_given_cut_short(letters, beside, tables)
