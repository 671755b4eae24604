"""Three doors to a Row: as it is written, as a scheme derives it, as it is heard."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Literal
from weakref import WeakKeyDictionary

from translit.nouns import Row
from translit.sounds import distance, key
from translit.tables import Tables, built_in
from translit.text.clean import fold

__all__ = ["Hit", "Lexicon", "lexicon"]

Door = Literal["written", "derived", "heard"]

_JOINERS = str.maketrans("", "", " -–.'’")
_ROLES = {
    "given": "given",
    "diminutive": "given",
    "surname": "surname",
    "ism": "given",
    "equivalent": "given",
    "laqab": "laqab",
    "kunya": "kunya",
    "nisba": "nisba",
    "family": "family",
    "particle": "particle",
    "title": "title",
}
_FAMILY = {"ru": "ru", "uk": "ru", "be": "ru", "cau": "ru", "trk": "ru", "ar": "ar", "foreign": "other"}
_HEARD_LIMIT = 0.5


@dataclass(frozen=True, slots=True)
class Hit:
    """A row that a word may stand for.

    `role` is the part of a person's name its table tells of; `family` is "ru" (with its
    neighbours), "ar" or "other"; `cost` is 0 for the row's own spelling and grows with the
    distance (nats per letter).
    """

    row: Row
    role: str
    family: str
    door: Door
    cost: float


def _written(row: Row) -> Iterable[str]:
    """Every spelling that a row writes out."""
    yield row.native
    yield row.canonical
    for column in ("also", "cyrillic", "arabic", "russian"):
        yield from row.many(column)


def _joined(text: str) -> str:
    return fold(text).translate(_JOINERS)


class Lexicon:
    """The person tables, indexed for look-up by one word (or a compound, its words joined)."""

    def __init__(self, tables: Tables) -> None:
        self.tables = tables

    @cached_property
    def _index(self) -> tuple[dict[str, list[Hit]], dict[str, dict[str, list[Hit]]]]:
        written: dict[str, list[Hit]] = {}
        heard: dict[str, dict[str, list[Hit]]] = {"ru": {}, "ar": {}, "other": {}}
        for table in self.tables.names("person"):
            folder, _, name = table.rpartition("/")
            role = _ROLES.get(name)
            if role is None:
                continue
            family = _FAMILY.get(folder.rpartition("/")[2], "")
            for row in self.tables.rows(table):
                hit = Hit(row, role, family, "written", 0.0)
                for spelling in {_joined(spelling) for spelling in _written(row)} - {""}:
                    written.setdefault(spelling, []).append(hit)
                if family in ("ru", "ar") and role not in ("title", "particle"):
                    for spelling in {key(row.canonical, family), key(row.native, family)}:
                        heard[family].setdefault(spelling, []).append(hit)
        return written, heard

    def written(self, word: str) -> tuple[Hit, ...]:
        """The rows that write this word out, in any script."""
        return tuple(self._index[0].get(_joined(word), ()))

    def heard(self, word: str, family: str) -> tuple[Hit, ...]:
        """The rows of a family that sound like this word, nearest first."""
        found: dict[tuple[str, str], Hit] = {}
        for hit in self._index[1][family].get(key(word, family), ()):
            cost = min(
                distance(word, hit.row.canonical, family),
                distance(word, hit.row.native, family),
            )
            if cost <= _HEARD_LIMIT:
                found[hit.row.table, hit.row.id] = Hit(hit.row, hit.role, hit.family, "heard", cost)
        return tuple(sorted(found.values(), key=lambda hit: (hit.cost, hit.row.table, hit.row.id)))

    def find(self, word: str, family: str) -> tuple[Hit, ...]:
        """The rows of one family a word may stand for: written if there are any, else heard."""
        written = tuple(hit for hit in self.written(word) if hit.family in (family, ""))
        return written or self.heard(word, family)


_LEXICONS: WeakKeyDictionary[Tables, Lexicon] = WeakKeyDictionary()


def lexicon(tables: Tables | None = None) -> Lexicon:
    """The lexicon of a set of tables (the built-in ones by default), made once."""
    tables = tables or built_in()
    if tables not in _LEXICONS:
        _LEXICONS[tables] = Lexicon(tables)
    return _LEXICONS[tables]
