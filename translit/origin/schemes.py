"""What schemes make of Russian names: the spellings by which a word of no row is known as one."""

from __future__ import annotations

from translit.languages import slavic
from translit.memory import once
from translit.sounds.loops import Lines, lines
from translit.tables import Tables
from translit.text.clean import fold

__all__ = ["GIVEN", "SURNAME", "spelt"]

GIVEN, SURNAME = "g", "s"

# Those beside the English papers' own that the lexicon's surnames are looked up in.
_SCHEMES = (
    *("bgn-pcgn-1947-ru", "icao-9303-ru", "press-de-ru"),
    *("press-fr-ru", "press-pl-ru", "scholarly-ru"),
)


def spelt(folded: str, tables: Tables) -> str:
    """The kinds of Russian names of which a scheme makes a word, folded: GIVEN, SURNAME, both or "".

    >>> from translit.tables import built_in
    >>> [spelt(word, built_in()) for word in ("dmitrij", "putin", "hassan")]
    ['g', 's', '']
    """
    return _spelt(tables).get(folded) or ""


@once
def _spelt(tables: Tables) -> Lines:
    """The folded spellings that schemes make of Russian given names and surnames, with which they are."""
    names = ("given", "surname", "lexicon")
    sources = [f"person/{folder}/{name}" for folder in slavic(tables) for name in names]
    found: bytes = tables.kept("spelt", sources, (__file__,), lambda: _made_spelt(tables))
    return lines(found)


def _made_spelt(tables: Tables) -> bytes:
    from translit.romanization import RUSSIAN_PRESS, latin_schemes, romanize

    printed = (RUSSIAN_PRESS, *_SCHEMES)
    givens: set[str] = set()
    for language in slavic(tables):
        writers = latin_schemes(language)
        for row in tables.rows(f"person/{language}/given"):
            givens.update(fold(romanize(row.native, scheme)) for scheme in writers)
    surnames: set[str] = set()
    if "person/ru/lexicon" in tables.names("person/ru"):
        for cells in tables.cells("person/ru/lexicon"):
            if "s" in cells[1]:
                surnames.update([cells[0], *(fold(romanize(cells[0], scheme)) for scheme in printed)])
        for row in tables.rows("person/ru/surname"):  # Bjania
            surnames.update(fold(romanize(row.native, scheme)) for scheme in printed)
    every = sorted(givens | surnames)
    told = [f"{one}\t{GIVEN * (one in givens)}{SURNAME * (one in surnames)}" for one in every]
    return "\n".join(["spelt\tas", *told]).encode()
