"""A Muslim of Russia in Arabic letters, as an Arab: the press leaves vowels out of a surname too, مطلبوف."""

from __future__ import annotations

from collections.abc import Callable

from translit.canon.readers import reader
from translit.comparison.prepared import Prepared, is_lettered, prepare
from translit.comparison.restated import probably
from translit.nouns import Comparison
from translit.text.script import script_of

__all__ = ["by_letters"]

_ARABS = "Arab"
_AS_LETTERS = "an Arabic name in a Russian surname, by its letters alone"


def by_letters(
    found: Comparison, left: Prepared, right: Prepared, compared: Callable[[Prepared, Prepared], Comparison]
) -> Comparison | None:
    """Two names of which one is in Arabic letters and read as a Russian's, that as an Arab's; None of others.

    Nothing tells surely that the vowels are those of the other.
    """
    first, second = is_lettered(left.reading), is_lettered(right.reading)
    if first == second or len(left.reading.parts) != len(right.reading.parts):
        return None
    if script_of((right if first else left).reading.text) == _ARABS:
        return None
    put = _as_an_arabs(left if first else right)
    best = compared(put, right) if first else compared(left, put)
    return probably(found, best, _AS_LETTERS)


def _as_an_arabs(side: Prepared) -> Prepared:
    """A name read as an Arab's."""
    return prepare(reader("ar")(side.reading.text, tables=side.tables, order="auto"), side.tables)
