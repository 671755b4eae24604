"""The words that many names of places share, and that stay in them: Kafr, Velyka, Upper."""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import groupby

from translit.memory import once
from translit.nouns import Row
from translit.place.kinds import qualities
from translit.romanization import romanize
from translit.tables import Tables
from translit.text.clean import fold
from translit.text.script import script_of

__all__ = ["is_of_quality", "is_ukrainian", "qualities_in", "shared"]

_SCHEMES = ("bgn-pcgn-1947-ru", "kmu-2010-uk")  # as those of Russian and Ukrainian are looked up
_LEFT_OUT = re.compile(r"[^\w]")
_SHORT = re.compile("[бвгджзклмнпрстхчшщ][аея]$")  # how Ukrainian adjectives end, and no Russian one
_HARD = "ый"  # what such a Russian one ends in that Ukrainian ends in -ий
_BEGINS = 3  # letters of such a word with which a compound begins: Starokostiantyniv


def shared(text: str, tables: Tables) -> Row | None:
    """The row of a word that many names share.

    >>> from translit.tables import built_in
    >>> [shared(text, built_in()).canonical for text in ("Velikiy", "Вялікая", "Kafar", "Upper")]
    ['Bolshoy', 'Bolshoy', 'Kafr', 'Upper']
    """
    known = _shared(tables)
    return known.get(fold(text)) or (known.get(_plain(text)) if script_of(text) == "Latn" else None)


def qualities_in(text: str, tables: Tables) -> dict[str, str]:
    """The words of a name of several that tell one of two places from the other, each with what it tells.

    >>> from translit.tables import built_in
    >>> qualities_in("New Damascus", built_in()), qualities_in("Novaya", built_in())
    ({'New': 'new'}, {})
    """
    words = text.replace("-", " ").split()
    if len(words) < 2:
        return {}
    known = ((word, shared(word, tables)) for word in words)
    return {word: row["feature"] for word, row in known if row and row["feature"] in qualities(tables)}


def is_of_quality(name: str, told: Mapping[str, str], tables: Tables) -> bool:
    """Has a name what the words of another tell: Nova Kakhovka of New Kakhovka, Novoazovsk of Novo Azovsk?"""
    if set(told.values()) <= set(qualities_in(name, tables).values()):
        return True
    low = fold(name)
    return all(low.startswith(fold(word)[:_BEGINS]) for word in told)


def is_ukrainian(word: str, tables: Tables) -> bool:
    """Is a word in Cyrillic a Ukrainian form of one that many names share: Мала for Малая, Новий for Новый?

    >>> from translit.tables import built_in
    >>> [is_ukrainian(word, built_in()) for word in ("Мала", "Новий", "Малая", "Верхний")]
    [True, True, False, False]
    """
    row = shared(word, tables)
    if row is None or row["language"] != "ru":
        return False
    low = fold(word)
    return _SHORT.search(low) is not None or (low.endswith("ий") and fold(row.native).endswith(_HARD))


@once
def _shared(tables: Tables) -> Mapping[str, Row]:
    """The words that many names of places share, folded and in plain Latin letters, each with its row."""
    found: dict[str, Row] = {}
    for row in tables.rows("place/generic"):
        forms = (row.native, row.canonical, *row.many("also")) if row["position"] == "part" else ()
        for form in forms:
            found.setdefault(fold(form), row)
            if row["language"] == "ru" and script_of(form) == "Cyrl":
                for scheme in _SCHEMES:
                    found.setdefault(_plain(romanize(form, scheme)), row)
    return found


def _plain(text: str) -> str:
    """Latin letters without what traditions write in several ways: velykyy, velikiy."""
    low = _LEFT_OUT.sub("", fold(text)).replace("y", "i").replace("j", "i")
    return "".join(letter for letter, _ in groupby(low))
