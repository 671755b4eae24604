"""The endings that Balts put on a word of an Arab's name, and the word without (`spelling/ar/put-on`)."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from translit.lookup import lexicon_of
from translit.memory import once, remembered
from translit.person.arabic.nearest import Nearest, nearest
from translit.person.arabic.rows import JUST_HEARD
from translit.person.arabic.words import vocabulary_of
from translit.person.latin.respelt import respelling
from translit.person.slavic.foreign_endings import is_title
from translit.tables import Tables
from translit.text.clean import fold, joined
from translit.text.words import is_initial

__all__ = ["BALTIC", "LEAST", "VOWELS", "endings", "is_balts", "is_joining", "is_still", "may_end", "without"]

_TABLE = "spelling/ar/put-on"
BALTIC = ("lt", "lv")
_TRADITIONS = ("Baltic", "Baltic h", "of Turks")
_KEPT = frozenset("aeiouyhw,.")  # the last letters of a word that needs no ending
VOWELS = frozenset("aeiouy")
LEAST = 3  # letters of what is left
_LESS = 0.1  # what a name must cost less without its ending
_EXACT = 0.03  # the cost of one that a row writes just so


class _End(NamedTuple):
    """An ending, what may have stood in its place, in the last word of a name too, and is it sure?"""

    end: str
    puts: tuple[str, ...]
    last: tuple[str, ...]
    sure: bool

    @property
    def bare(self) -> bool:
        """Does an apostrophe part it from a name that is written as at home: Zidane'as?"""
        return not self.end.isalpha()


@once
def endings(tables: Tables) -> dict[str, list[_End]]:
    """The endings of each language, the longest first."""
    found: dict[str, list[_End]] = {row["language"]: [] for row in tables.rows(_TABLE)}
    for row in sorted(tables.rows(_TABLE), key=lambda row: -len(row["end"])):
        puts, last = (tuple([put.strip("-") for put in row.many(column)]) for column in ("put", "last"))
        if row["end"] not in puts:
            found[row["language"]].append(_End(row["end"], puts, last, bool(row["sure"])))
    return found


@once
def _own_ends(tables: Tables) -> tuple[str, ...]:
    """The ends of Balts' own surnames, which nobody puts on another's."""
    return tuple([row["end"] for row in tables.rows(_TABLE) if row["end"] in row.many("put")])


def is_balts(word: str, tables: Tables) -> bool:
    """Does a row of the Balts write a word so, or is it shaped as a surname of theirs: Jānis, Jankauskas?"""
    if word.lower().endswith(_own_ends(tables)):
        return True
    return any(hit.row["language"] in BALTIC for hit in lexicon_of(tables).written(word))


@remembered(4096)
def is_still(word: str, tables: Tables) -> bool:
    """Has a word no ending: one that ends in a vowel or joins others, an initial, a title?"""
    folded = joined(word)
    if not folded or folded[-1] in _KEPT or is_initial(word):
        return True
    return is_joining(word, tables) or is_title(word, tables)


def is_joining(word: str, tables: Tables) -> bool:
    """Does a word join others: al, bin, Abd?"""
    folded, particles = joined(word), vocabulary_of(tables).particles
    return not folded or folded in particles.articles or particles.element(folded) is not None


@remembered(4096)
def without(word: str, language: str, last: bool, tables: Tables) -> tuple[str, Nearest, bool] | None:
    """A word without the ending of a language, what is known of that, and is it sure; None where it has none.

    A name that stands as it is keeps its end; of a word that nobody knows any ending is taken.
    """
    small, forms = word.lower(), list[tuple[str, bool]]()
    for one in endings(tables)[language]:
        if small.endswith(one.end):
            stem = word[: -len(one.end)]
            puts = [put for put in (one.last if last else one.puts) if may_end(stem, put) or one.bare]
            forms += [(stem + (put.upper() if word.isupper() else put), one.sure) for put in puts]
    if not forms:
        return None
    stands, particles = nearest(word, tables), vocabulary_of(tables).particles
    if stands.cost <= JUST_HEARD or lexicon_of(tables).written(word):
        return word, stands, False
    spellings = _spellings(tables)
    for form, sure in forms:
        if particles.element(joined(form)):
            return form, nearest(form, tables), sure
        options = [(one, nearest(one, tables)) for one in dict.fromkeys(put(form) for put in spellings)]
        for most in (_EXACT, stands.cost - _LESS):
            for option, found in options:
                if found.cost <= most:
                    return option, found, sure
    return forms[0][0], stands, forms[0][1]


def _spellings(tables: Tables) -> list[Callable[[str], str]]:
    """What leaves a word as it is, and what puts it into the letters of English papers."""
    found: list[Callable[[str], str]] = [str]
    found += [respelling("ar", tables, one).__call__ for one in _TRADITIONS]
    return found


def may_end(stem: str, put: str) -> bool:
    """May a Baltic ending stand behind what is left of a word? That ends in a consonant."""
    return len(stem) >= LEAST and (put != "" or fold(stem)[-1] not in VOWELS)
