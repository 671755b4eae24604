"""Two given names that Iranians write in one, which may be written apart: Mohammadreza, غلامحسین."""

from __future__ import annotations

from translit.person.arabic.meaning import ISMS
from translit.person.arabic.rows import Rows
from translit.tables import Tables
from translit.text.clean import joined, strip_harakat

__all__ = ["Doubles"]

_HALF = 3  # letters of half a given name
_GIVEN = ("person/ar/ism", "person/ar/equivalent")


class Doubles:
    """The rows of `tables/person/ar/half.tsv`: the given names that stand before and behind another."""

    def __init__(self, tables: Tables, rows: Rows) -> None:
        self._rows = rows
        stands = {row.id: row["stands"] for row in tables.rows("person/ar/half")}
        self._before = frozenset(name for name, at in stands.items() if at in ("before", "either"))
        self._behind = frozenset(name for name, at in stands.items() if at in ("behind", "either"))
        given = [
            row
            for table in _GIVEN
            for row in tables.rows(table)
            if row.cells.get("of", row.id) in self._before
        ]
        said = {spelt for row in given for spelt in (row.native, row.canonical, *row.many("also"))}
        self._opens = tuple({joined(strip_harakat(one))[:_HALF] for one in said})

    def opens(self, folded: str) -> bool:
        """May a word, folded, be two names, by its beginning?"""
        return len(folded) >= 2 * _HALF and folded.startswith(self._opens)

    def apart(self, word: str) -> str:
        """A word that is two given names with these apart; empty where it is none."""
        whole = joined(word)
        if len(whole) < 2 * _HALF or len(whole) != len(word):
            return ""
        for at in range(len(whole) - _HALF, _HALF - 1, -1):
            if self._before.isdisjoint(self._isms(whole[:at])):
                continue
            if not self._behind.isdisjoint(self._isms(whole[at:])):
                return f"{word[:at]} {word[at].upper()}{word[at + 1 :]}"
        return ""

    def _isms(self, folded: str) -> set[str]:
        """The given names, by their ids, that a word is as a row writes it."""
        rows = [
            entry.row for cost, entry in self._rows.written(folded, "") if not cost and entry.role in ISMS
        ]
        return {row.cells.get("of") or row.id for row in rows}
