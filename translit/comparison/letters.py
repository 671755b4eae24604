"""A name of Russia or its neighbours in Arabic letters, by these letters.

A Muslim's as an Arab's: the press leaves vowels out of a surname too, مطلبوف. Any as another that the press
writes so: بوغاتشوفا is Богачёва and Пугачёва.
"""

from __future__ import annotations

from collections.abc import Callable

from translit.canon.readers import reader
from translit.comparison.prepared import Prepared, is_in_arabic, is_lettered, prepare
from translit.comparison.restated import probably
from translit.nouns import Comparison, Reading
from translit.person.names import spelt_as
from translit.romanization import romanize
from translit.tables import Tables
from translit.text.clean import fold
from translit.text.script import script_of

__all__ = ["by_letters", "by_press"]

_ARABS = "Arab"
_PRESS = "press-ar-ru"
_AS_PRESS = "Arab papers write both so"
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


def by_press(
    found: Comparison, left: Prepared, right: Prepared, compared: Callable[[Prepared, Prepared], Comparison]
) -> Comparison | None:
    """Two names of which one is in Arabic letters, by which the press writes the other too; None of others.

    Nothing tells which of them is meant.
    """
    first, second = is_in_arabic(left.reading), is_in_arabic(right.reading)
    if first == second:
        return None
    one, other = (left, right) if first else (right, left)
    if not _are_written(one.reading, other.reading, one.tables):
        return None
    return probably(found, compared(other, other), _AS_PRESS)


def _are_written(one: Reading, other: Reading, tables: Tables) -> bool:
    """Does the press write the parts of a name as those of another stand in Arabic letters?"""
    roles = sorted([part.role or "" for part in one.parts])
    if not other.native or roles != sorted([part.role or "" for part in other.parts]):
        return False
    said = {part.role: part for part in other.parts}
    return all(_is_written(part, said[part.role], tables) for part in one.parts)


def _is_written(one: Reading, other: Reading, tables: Tables) -> bool:
    """Does the press, or a row of Arabic spellings, write a part as another stands in Arabic letters?"""
    if one.canonical == other.canonical or (other.row is not None and spelt_as(other.row, one.text, tables)):
        return True
    return fold(romanize(other.native or "", _PRESS, tables=tables)) == fold(one.text)


def _as_an_arabs(side: Prepared) -> Prepared:
    """A name read as an Arab's."""
    return prepare(reader("ar")(side.reading.text, tables=side.tables, order="auto"), side.tables)
