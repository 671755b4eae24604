"""Has a name the hushing consonants that a Latin word marks: Šarif is Sharif, and no Asad is Ašad."""

from __future__ import annotations

from collections.abc import Callable

from translit.memory import once
from translit.patterns import holding
from translit.tables import Tables

__all__ = ["is_so"]


def is_so(word: str, native: str, tables: Tables) -> bool:
    """Has a row's name the marks that a word has on its consonants?

    >>> from translit.tables import built_in
    >>> is_so("Ašad", "أَسَد", built_in()), is_so("Šarif", "شَرِيف", built_in())
    (False, True)
    """
    if word.isascii() or not _marked(tables)(word):
        return True
    small, own = word.lower(), native.lower()
    return all(small.count(letter) <= sum(map(own.count, letters)) for letter, letters in _hushing(tables))


@once
def _marked(tables: Tables) -> Callable[[str], bool]:
    """What tells whether a word has any of them."""
    return holding([form for letter, _ in _hushing(tables) for form in (letter, letter.upper())])


@once
def _hushing(tables: Tables) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """The hushing consonants as they are marked, and the letters that stand for each in rows."""
    return tuple([(row["letter"], row.many("stands")) for row in tables.rows("spelling/ar/hushing")])
