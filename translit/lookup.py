"""From a word to the rows that write it out, in any script."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property

from translit.languages import languages
from translit.memory import met, once
from translit.nouns import Row
from translit.patterns import holding, pattern
from translit.quick import maker, quick
from translit.sounds.loops import Lines, lines
from translit.tables import Tables, built_in
from translit.text import clean
from translit.text.clean import joined
from translit.text.script import script_of

__all__ = [
    "Hit",
    "Lexicon",
    "compounds",
    "is_placeholder",
    "joiners",
    "lexicon",
    "lexicon_of",
    "placeholders",
]

_SCIENTIFIC = pattern(r"\d(?:[.,]\d+)?e[+-]?\d+")  # as a spreadsheet writes a long one
_ADDRESS = pattern(r"(?:[a-z]{3,6}://|www\.)\S+")  # of the web
_has_digit = holding("0123456789٠١٢٣٤٥٦٧٨٩")
# A day, a year, their endings, and what stands between: 12th, 2015 г., the, of.
_DAY_OR_YEAR = pattern(
    r"\b(?:\d{1,2}(?:st|nd|rd|th|-?го|-?er?)?|\d{4}|the|of|de|года|году|год|гг?|року|р|عام|سنة|م)\b|[\s.,،/–—-]+"
)
_AROUND = " ()[]{}<>«»\"'.,:;!?*–—-"  # what stands around a word that is no name
_CACHED, _ROWS = 65536, 16384
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

_OF_SCRIPT = {"Cyrl": "ru", "Arab": "ar", "Latn": "other"}


@quick
@dataclass(frozen=True, slots=True)
class Hit:
    """A row that a word may stand for.

    `role` is the part of a person's name its table tells of; `family` is "ru" (with its
    neighbours), "ar" or "other", "" for titles.
    """

    row: Row
    role: str
    family: str


_made_hit = maker(Hit)


def _written(row: Row) -> Iterable[str]:
    """Every spelling that a row writes out."""
    yield row.native
    yield row.canonical
    for column in ("also", "cyrillic", "arabic"):
        yield from row.many(column)


def _spellings(row: Row) -> list[str]:
    """The same as a word is looked up by: joined, each once."""
    return sorted({joined(spelling) for spelling in _written(row)} - {""})


class Lexicon:
    """The person tables, indexed for look-up by one word (or a compound, its words joined)."""

    def __init__(self, tables: Tables) -> None:
        self.tables = tables
        names = tables.names("person")
        self._sources = [name for name in names if name.rpartition("/")[2] in _ROLES]
        self._tell = {name: self._told(name) for name in self._sources}
        self._own = _own_hits(tables.own_rows())
        self.written: Callable[[str], tuple[Hit, ...]] = met(self._written, _CACHED)
        """The rows that write a word out, in any script."""
        self._hit = met(self._placed, _ROWS)

    @cached_property
    def _index(self) -> Lines:
        """Joined spelling → the table and line of each row that writes it."""
        found: bytes = self.tables.kept("lexicon", self._sources, (__file__, clean.__file__), self._make)
        return lines(found)

    @cached_property
    def _asked(self) -> tuple[Lines, Callable[[str], Hit], dict[str, list[Hit]]]:
        """What a word is looked up in, together: what remembers comes to it through a proxy each time."""
        return self._index, self._hit, self._own

    def _make(self) -> bytes:
        found: dict[str, list[str]] = {}
        for table in self._sources:
            for row in self.tables.rows(table):
                for spelling in _spellings(row):
                    found.setdefault(spelling, []).append(f"{table}:{row.line}")
        told = [f"{spelling}\t{' '.join(places)}" for spelling, places in found.items()]
        return "\n".join(["spelling\trows", *told]).encode()

    def _written(self, word: str) -> tuple[Hit, ...]:
        """The rows that write this word out, in any script.

        >>> sorted({hit.row.table for hit in lexicon().written("Gregory")})
        ['person/foreign/given']
        """
        spelling = joined(word)
        index, hit, own = self._asked
        places = index.get(spelling)
        hits = tuple(map(hit, places.split(" "))) if places else ()
        return (*own.get(spelling, ()), *hits) if own else hits

    def is_given(self, word: str) -> bool:
        """Is a word a given name that a row writes out?

        >>> lexicon().is_given("Gregory"), lexicon().is_given("Zabolotny")
        (True, False)
        """
        return any(hit.role == "given" for hit in self.written(word))

    def _placed(self, place: str) -> Hit:
        """The row at a place: its table and line."""
        table, line = place.split(":")
        role, family = self._tell[table]
        return _made_hit(self.tables.row(table, int(line)), role, family)

    def _told(self, table: str) -> tuple[str, str]:
        """The part of a name and the family that a table tells of."""
        folder, _, name = table.rpartition("/")
        language = languages(self.tables).get(folder.rpartition("/")[2])
        return _ROLES[name], language.family if language else ""


def _own_hits(rows: Iterable[Row]) -> dict[str, list[Hit]]:
    """Joined spelling → the hits of a user's own rows that say which part of a person's name they are."""
    found: dict[str, list[Hit]] = {}
    for row in rows:
        family = _OF_SCRIPT.get(script_of(row.native))
        if family and row["role"] and row["kind"] in ("", "person"):
            for spelling in _spellings(row):
                found.setdefault(spelling, []).append(Hit(row, _ROLES.get(row["role"], row["role"]), family))
    return found


def compounds(words: tuple[str, ...], tables: Tables | None = None) -> tuple[str, ...]:
    """The words of a name in Arabic script, two that one row of a Russian name alone writes apart as one.

    >>> compounds(("نور", "سلطان", "نزارباييف"))
    ('نور سلطان', 'نزارباييف')
    """
    known = lexicon(tables)
    found: list[str] = []
    for word in words:
        both = f"{found[-1]} {word}" if found else ""
        hits = known.written(both) if both else ()
        russian = hits and any(hit.family == "ru" and both in hit.row.many("arabic") for hit in hits)
        if russian and not any(hit.family == "ar" for hit in hits):
            found[-1] = both
        else:
            found.append(word)
    return tuple(found)


@once
def placeholders(tables: Tables) -> frozenset[str]:
    """The texts that stand for a name that nobody knows, in small letters."""
    rows = tables.rows("placeholder")
    return frozenset(text.lower() for row in rows for text in (row.native, *row.many("also")))


@once
def joiners(tables: Tables) -> frozenset[str]:
    """The words that stand between two names of a list: and."""
    return frozenset(text for row in tables.rows("joiner") for text in (row.native, *row.many("also")))


def is_placeholder(text: str, tables: Tables | None = None) -> bool:
    """Does a text that stands for a name say that none is known, or nothing at all, as a number does?

    >>> [is_placeholder(text) for text in ("Unknown", "(н/д)", "#NAME?", "1.23457E+11", "12 мая 1999 г.")]
    [True, True, True, True, True]
    >>> is_placeholder("Roman")
    False
    """
    plain = text.lower().strip(_AROUND)
    if not plain or plain in placeholders(tables or built_in()) or _ADDRESS.fullmatch(plain):
        return True
    return _has_digit(plain) and (_SCIENTIFIC.fullmatch(plain) is not None or _is_date(plain, tables))


def _is_date(text: str, tables: Tables | None) -> bool:
    """Is a text in small letters a day of a month, a month of a year, or all three: 12 мая 2015, May 12?"""
    left = _DAY_OR_YEAR.sub(" ", text).split()
    return bool(left) and " ".join(left) in _months(tables or built_in())


@once
def _months(tables: Tables) -> frozenset[str]:
    """What the months are called, in small letters."""
    rows = tables.rows("month")
    return frozenset(text.lower() for row in rows for text in (row.native, *row.many("also")))


lexicon_of = once(Lexicon)
"""The lexicon of a set of tables that is there, made once."""


def lexicon(tables: Tables | None = None) -> Lexicon:
    """The lexicon of a set of tables (the built-in ones by default), made once."""
    return lexicon_of(tables or built_in())
