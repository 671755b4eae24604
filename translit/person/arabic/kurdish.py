"""Names as the Kurds of Iraq and Iran write them in Arabic letters, put as Arabs write them.

They write every vowel but a short i, and no emphatic consonant: جەلال تاڵەبانی is جلال طالباني. The letters
are rows of `spelling/ar/kurdish`; a text is theirs where it has one that Arabs and Persians have not.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import NamedTuple

from translit.memory import once
from translit.patterns import holding
from translit.tables import Tables
from translit.text.clean import strip_harakat

__all__ = ["WHY", "as_arabs", "is_kurdish"]

_TABLE = "spelling/ar/kurdish"
WHY = "as Arabs write Kurdish"
_ISMS, _EQUIVALENTS, _SORANI = "person/ar/ism", "person/ar/equivalent", "ckb"
_UIGHURS = frozenset("ېۇۈۋڭ")  # who have some of these letters as well


class _Letters(NamedTuple):
    """What finds a sign, and all letters of the table, the longest first, with what is put for each."""

    signs: Callable[[str], bool]
    every: re.Pattern[str]
    puts: Mapping[str, str]


@once
def _letters(tables: Tables) -> _Letters:
    """The rows as patterns."""
    rows = sorted(tables.rows(_TABLE), key=lambda row: -len(row["find"]))
    signs = [row["find"] for row in rows if row["sign"] and len(row["find"]) == 1]
    every = "|".join([f"({row['find']})" for row in rows])
    return _Letters(
        holding(signs), re.compile(every), {f"{at}": row["put"] for at, row in enumerate(rows, 1)}
    )


@once
def _forms(tables: Tables) -> Mapping[str, str]:
    """The Arabic names by the forms that have rows: حسێن is حسين."""
    isms = {row.id: strip_harakat(row.native) for row in tables.rows(_ISMS)}
    rows = [row for row in tables.rows(_EQUIVALENTS) if row["language"] == _SORANI]
    return {row.native: isms[row["of"]] for row in rows if row["of"] in isms}


def is_kurdish(text: str, tables: Tables) -> bool:
    """Has a text in Arabic letters one that only Kurds have?

    >>> from translit.tables import built_in
    >>> [is_kurdish(text, built_in()) for text in ("بەرهەم ساڵح", "برهم صالح", "محمد باقری", "ھەسەن ئۇيغۇر")]
    [True, False, False, False]
    """
    return _letters(tables).signs(text) and _UIGHURS.isdisjoint(text)


def as_arabs(word: str, tables: Tables) -> str:
    """A Kurdish word in the letters of Arabs; a form of an Arabic name that has a row is that.

    >>> from translit.tables import built_in
    >>> [as_arabs(word, built_in()) for word in ("بەرهەم", "ئەحمەد", "فاتیمە", "کۆسرەت", "عەبدولڕەحمان")]
    ['برهم', 'أحمد', 'فاطمة', 'كوسرت', 'عبدالرحمان']
    """
    arabs = _forms(tables).get(word)
    if arabs:
        return arabs
    letters = _letters(tables)
    return letters.every.sub(lambda found: letters.puts[f"{found.lastindex}"], word) or word
