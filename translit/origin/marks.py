"""What a Latin letter with a mark says of whose name it is in: `tables/spelling/other/marks.tsv`."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from translit.memory import once
from translit.patterns import holding
from translit.tables import Tables

__all__ = ["is_unarabic", "marked"]

_TABLE = "spelling/other/marks"
_OTHER = 1.5  # nats that a letter says which is sooner another's than a Russian's
_UNARABIC = -3.0  # … that one says which nobody writes an Arabic name with


class _Marks(NamedTuple):
    """What tells whether a text has a letter, small or large, of which a column of the table says so."""

    other: Callable[[str], bool]
    unarabic: Callable[[str], bool]


@once
def _marks(tables: Tables) -> _Marks:
    """The letters of the table."""
    rows = tables.rows(_TABLE)
    shown = ([row["letter"] for row in rows if row[column]] for column in _Marks._fields)
    return _Marks(*[holding([form for one in letters for form in (one, one.upper())]) for letters in shown])


def is_unarabic(word: str, tables: Tables) -> bool:
    """Has a word a letter that nobody writes an Arabic name with?

    >>> from translit.tables import built_in
    >>> [is_unarabic(word, built_in()) for word in ("Nguyễn", "Brajović", "Háshim", "Ömer")]
    [True, True, False, False]
    """
    return not word.isascii() and _marks(tables).unarabic(word)


def marked(word: str, tables: Tables) -> tuple[float, float]:
    """What the marks of a word say for Arabic and for another origin than Russian, in nats.

    >>> from translit.tables import built_in
    >>> marked("Đerić", built_in()), marked("Núñez", built_in()), marked("Ömer", built_in())
    ((-3.0, 1.5), (0.0, 1.5), (0.0, 0.0))
    """
    shown = _marks(tables)
    return _UNARABIC if shown.unarabic(word) else 0.0, _OTHER if shown.other(word) else 0.0
