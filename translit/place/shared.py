"""The words that many names of places share, and that stay in them: Kafr, Velyka, Upper."""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import groupby

from translit.memory import once
from translit.nouns import Row
from translit.romanization import romanize
from translit.tables import Tables
from translit.text.clean import fold
from translit.text.script import script_of

__all__ = ["shared"]

_SCHEMES = ("bgn-pcgn-1947-ru", "kmu-2010-uk")  # as those of Russian and Ukrainian are looked up
_LEFT_OUT = re.compile(r"[^\w]")


def shared(text: str, tables: Tables) -> Row | None:
    """The row of a word that many names share.

    >>> from translit.tables import built_in
    >>> [shared(text, built_in()).canonical for text in ("Velikiy", "Вялікая", "Kafar", "Upper")]
    ['Bolshoy', 'Bolshoy', 'Kafr', 'Upper']
    """
    known = _shared(tables)
    return known.get(fold(text)) or (known.get(_plain(text)) if script_of(text) == "Latn" else None)


@once
def _shared(tables: Tables) -> Mapping[str, Row]:
    """The words that many names of places share, folded and in plain Latin letters, each with its row."""
    found: dict[str, Row] = {}
    for row in tables.rows("place/generic"):
        if row["position"] == "part":
            for form in (row.native, row.canonical, *row.many("also")):
                found.setdefault(fold(form), row)
                if row["language"] == "ru" and script_of(form) == "Cyrl":
                    for scheme in _SCHEMES:
                        found.setdefault(_plain(romanize(form, scheme)), row)
    return found


def _plain(text: str) -> str:
    """Latin letters without what traditions write in several ways: velykyy, velikiy."""
    low = _LEFT_OUT.sub("", fold(text)).replace("y", "i").replace("j", "i")
    return "".join(letter for letter, _ in groupby(low))
