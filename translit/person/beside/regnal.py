"""The numbers of kings and popes: Mohammed VI, Николай II, محمد السادس."""

from __future__ import annotations

import re

from translit.memory import once
from translit.tables import Tables, built_in
from translit.text.clean import fold, strip_harakat

__all__ = ["ordinals", "regnal", "unnumbered"]

_LETTERS = frozenset("IVX")
_ROMAN = re.compile("(?<!\\S)[IVX]{2,}(?!\\w)")
_CYRILLIC = re.compile("(?<=[а-яёіїєґў] )[IVX]+(?![\\w.])")  # Latin letters behind a Cyrillic name
_LONE = re.compile("(?<=[^\\s.]{2} )[IVX](?=\\.?$)")  # elsewhere a letter alone is an initial


@once
def ordinals(tables: Tables) -> dict[str, str]:
    """The ordinals that Arabs put after the name of a ruler, as they are printed, and their Roman numbers.

    >>> ordinals(built_in())["السادس"]
    'VI'
    """
    rows = [(strip_harakat(row.native), row.canonical) for row in tables.rows("person/ar/ordinal")]
    return {form: number for native, number in rows for form in (native, fold(native))}


@once
def _ordinal(tables: Tables) -> re.Pattern[str]:
    """Finds an ordinal behind a name."""
    return re.compile(f"(?<= )(?:{'|'.join(ordinals(tables)) or '(?!)'})(?!\\S)")


def regnal(text: str, tables: Tables | None = None) -> str:
    """The Roman number of a ruler that a name has, empty for a name without.

    >>> regnal("Mohammed VI"), regnal("Пётр I Великий"), regnal("محمد السادس"), regnal("Ivan I. Petrov")
    ('VI', 'I', 'VI', '')
    """
    if not _LETTERS.isdisjoint(text):
        found = _ROMAN.search(text) or _LONE.search(text) or _CYRILLIC.search(text)
        if found:
            return found[0]
    if text[-1:] <= "\u0600":
        return ""
    tables = tables or built_in()
    ordinal = _ordinal(tables).search(text)
    return ordinals(tables)[ordinal[0]] if ordinal else ""


def unnumbered(text: str) -> str:
    """A Cyrillic name without its Roman number, whose Latin letters are no initial.

    >>> unnumbered("Пётр I Великий"), unnumbered("Александра III"), unnumbered("Иванов I.")
    ('Пётр Великий', 'Александра', 'Иванов I.')
    """
    if _LETTERS.isdisjoint(text):
        return text
    return " ".join(_CYRILLIC.sub("", text).split())
