"""Letters with which other countries' papers write a name, put into those that are understood: Bassaïev.

They are rows of `tables/spelling/*/foreign.tsv`.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from typing import NamedTuple

from translit.memory import lasting
from translit.nouns import Row
from translit.patterns import holding
from translit.tables import Tables

__all__ = ["betrays", "of_tradition", "respelling"]


class _Respelling(NamedTuple):
    """Rows made ready to respell a text; `betrays` finds a letter that betrays their tradition."""

    found: re.Pattern[str]
    puts: dict[str, str]
    betrays: Callable[[str], object]

    def __call__(self, text: str) -> str:
        """A text with its letters put into those that are understood."""
        return self.found.sub(lambda one: self.puts[one[0]], text)


def of_tradition(language: str, tradition: str, tables: Tables) -> list[Row]:
    """The rows of one tradition of spelling the names of a language; of all where none is named."""
    rows = tables.rows(f"spelling/{language}/foreign")
    return [row for row in rows if tradition in ("", row["tradition"])]


@lasting(64)
def respelling(language: str, tables: Tables, tradition: str = "") -> _Respelling:
    """Respells a text of a language out of one tradition, or out of all.

    >>> from translit.tables import built_in
    >>> respelling("ru", built_in())("Bassaïev"), respelling("ar", built_in(), "Turkish")("Gannuşi")
    ('Bassayev', 'Gannuši')
    """
    rows = sorted(of_tradition(language, tradition, tables), key=lambda row: -len(row["find"]))
    puts = {case: put for row in rows for case, put in _cases(row)}
    cases = [case for row in rows if row["sign"] for case, _ in _cases(row)]
    signs = re.escape("".join([case for case in cases if len(case) == 1]))
    every = re.compile("|".join(map(_pattern, rows)) or "(?!)")
    return _Respelling(every, puts, re.compile(f"[{signs}]" if signs else "(?!)").search)


@lru_cache(maxsize=64)
def betrays(language: str, tables: Tables, *traditions: str, column: str = "sign") -> Callable[[str], object]:
    """What finds the letters that betray one of some traditions in a text of a language in small letters.

    `column` is "sure" for those alone that nobody else writes.

    >>> from translit.tables import built_in
    >>> found = betrays("ar", built_in(), "Polish")
    >>> bool(found("baszar")), bool(found("bashar"))
    (True, False)
    """
    rows = [row for one in traditions for row in of_tradition(language, one, tables) if row[column]]
    has = holding([case for row in rows for case, _ in _cases(row)])
    search = re.compile("|".join(map(_sign, rows)) or "(?!)").search
    return lambda text: has(text) and search(text)


def _cases(row: Row) -> list[tuple[str, str]]:
    """The letters that a row finds and puts: small, with a capital, in capitals."""
    find, put = row["find"], row["put"]
    capital = [one for one in (find.capitalize(), find.upper()) if one.lower() == find]
    return [(find, put), *((one, put.capitalize()) for one in capital)]


def _sign(row: Row) -> str:
    """Finds the letters of a row in a text that has none of what its papers never write."""
    never = "|".join(map(re.escape, row.many("never")))
    return f"^(?!.*(?:{never})).*{_pattern(row)}" if never else _pattern(row)


def _pattern(row: Row) -> str:
    """Finds the letters of a row beside those it asks for."""
    after, before = row["after"], row["before"]
    either = "|".join(re.escape(case) for case, _ in _cases(row))
    behind = f"(?<=[{after}{after.upper()}])" if after else ""
    return f"{behind}(?:{either})" + (f"(?=[{before}{before.upper()}])" if before else "")
