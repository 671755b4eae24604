"""Names in letters that Russian and English have not, as Russian documents and English papers write them.

In the spelling of before 1918 (Менделѣевъ, Толстаго), in the Cyrillic of Turkic languages, Tajik and those of
the Caucasus (Қасым-Жомарт Тоқаев, ХӀамзат), in Azerbaijani, Uzbek and other Turkic Latin (Rəcəb, Xoʻjayev,
Sadır Caparov), in Serbian letters (Јасер Арафат). The letters and endings are rows of `spelling/ru/old`,
`spelling/trk` and `spelling/other/russian`; a text is such where some sign of it stands that nobody else
writes, or nobody who writes another one beside it.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import islice, product
from typing import NamedTuple

from translit.lookup import lexicon_of
from translit.memory import once, remembered
from translit.nouns import Row
from translit.patterns import ending, holding, pattern
from translit.person.slavic.worth import is_listed, is_surname
from translit.person.surname import ends, family
from translit.tables import Tables

__all__ = ["BULGARIAN", "SOUTHERN", "WHY", "ends_south", "is_half", "is_plain", "plainer", "spelling_of"]

WHY = {
    "spelling/ru/old": "the spelling of before 1918",
    "spelling/trk/russian": "as Russian documents write it",
    "spelling/trk/azerbaijani": "as English papers write Azerbaijani",
    "spelling/trk/uzbek": "as English papers write Uzbek",
    "spelling/trk/turkmen": "as English papers write Turkmen",
    "spelling/trk/turkish": "as English papers write Turkic",
    "spelling/other/russian": "as Russians write what Serbs have taken over",
}
SOUTHERN = "spelling/other/russian"  # whose letters South Slavs write their own names in as well
BULGARIAN = "spelling/other/bulgarian"  # whose letters are Russian ones
_OLD = "spelling/ru/old"
_START, _END = "^$"
_CASED = "аго", "яго"  # endings of an old case that a surname may have in the nominative
_PLAIN = pattern("[а-щы-яёА-ЩЫ-ЯЁ .-]*")  # ъ may be old
_SHOUTED = _CASED[0].upper()
_ALONE, _AFTER, _BEFORE = r"(?<![^\W\d_])", r"(?<=[^\W\d_])", r"(?![^\W\d_])"
_ALWAYS = "yes"  # of a sign that says enough by itself
_DOTLESS, _QUOTE = "ı", "'"
_QUOTED = pattern("'(?<=[goGO]')")  # as Uzbek letters are typed
_MANY = 16  # ways to write a word in plainer letters that are looked up


def _pattern(find: str) -> str:
    """What a row looks for, small or large, as an expression, at the start of a word or as an ending of one.

    A dotless i is small: the capital is everybody's.
    """
    opens, ends, bare = find.startswith(_START), find.endswith(_END), find.strip(_START + _END)
    letters = "".join([one if one == _DOTLESS else _sized(one) for one in bare])
    return (_ALONE if opens else _AFTER if ends else "") + letters + (_BEFORE if ends else "")


def _sized(letter: str) -> str:
    """A letter, small or large, as an expression."""
    return f"[{letter}{letter.upper()}]" if len(letter.upper()) == 1 else letter


def _sign(row: Row) -> str:
    """What finds the sign of a row, as an expression: its letters, or these and others anywhere."""
    find = _pattern(row["find"])
    if row["sign"] == _ALWAYS:
        return find
    return f"^(?=.*{find})(?=.*(?:{'|'.join(map(_pattern, row.many('sign')))}))"


@once
def _signs(tables: Tables) -> tuple[tuple[str, frozenset[str], Callable[[str], object]], ...]:
    """The tables, each with letters of which every sign of it has one, and with what finds a sign.

    The letters are small and large; an ending in -аго has none of them.
    """
    found = []
    for table in WHY:
        signs = [row for row in tables.rows(table) if row["sign"]]
        spelt = "".join([row["find"] for row in signs]).replace(_END, "").replace(_START, "")
        rare = {letter for letter in spelt if letter == _QUOTE or not is_plain(letter)}
        letters = frozenset(rare | {letter.upper() for letter in rare - {_DOTLESS}})
        found.append((table, letters, re.compile("|".join(map(_sign, signs))).search))
    return tuple(found)


@once
def _rare(tables: Tables) -> Callable[[str], bool]:
    """Finds a letter of which every sign of any table has one, but for an ending in -аго."""
    return holding([letter for _, letters, _ in _signs(tables) for letter in letters])


@once
def _halves(tables: Tables) -> Callable[[str], object]:
    """Finds what is a sign beside others alone, which another word of a name may have."""
    signs = [row for table in WHY for row in tables.rows(table) if row["sign"] not in ("", _ALWAYS)]
    return re.compile("|".join([_pattern(row["find"]) for row in signs])).search


class _Writer(NamedTuple):
    """What finds the letters of a table, the longest first, and what is put for each: the usual first."""

    every: re.Pattern[str]
    puts: tuple[tuple[str, ...], ...]

    def ways(self, word: str) -> list[tuple[str, ...]]:
        """A word cut into pieces, with what each may be written as in plainer letters."""
        found: list[tuple[str, ...]] = []
        at = 0
        for hit in self.every.finditer(word):
            found += [
                (word[at : hit.start()],),
                tuple(_cased(put, hit) for put in self.puts[(hit.lastindex or 1) - 1]),
            ]
            at = hit.end()
        return [*found, (word[at:],)]


def _cased(new: str, found: re.Match[str]) -> str:
    """What is put for letters, small or large as these."""
    if found[0].isupper() and (len(found[0]) > 1 or found.string.isupper()):
        return new.upper()
    return new[:1].upper() + new[1:] if found[0][0].isupper() else new


@once
def _writers(tables: Tables) -> dict[str, _Writer]:
    """What writes a word in plainer letters, by the table."""
    return {table: _writer(table, tables) for table in (*WHY, BULGARIAN)}


def _writer(table: str, tables: Tables) -> _Writer:
    rows = sorted(tables.rows(table), key=lambda row: -len(row["find"]))
    every = re.compile("|".join(f"({_pattern(row['find'])})" for row in rows))
    return _Writer(every, tuple([row.many("put") or ("",) for row in rows]))


def is_plain(text: str) -> bool:
    """Has a text plain Latin or Russian letters only, and no end that may be an old one?

    >>> [is_plain(text) for text in ("Иван Петров", "Roman", "Толстаго", "Левъ", "Тоқаев", "Rəcəb")]
    [True, True, False, False, False, False]
    """
    if text.isascii():
        return _QUOTE not in text or not _QUOTED.search(text)
    return _PLAIN.fullmatch(text) is not None and _CASED[0] not in text and _SHOUTED not in text


def is_half(word: str, tables: Tables) -> bool:
    """Has a word what is a sign of such a text beside another that a further word may have?

    >>> from translit.tables import built_in
    >>> [is_half(text, built_in()) for text in ("Elçin", "Kärim", "Jo'rabek", "Roman", "François")]
    [True, True, True, False, False]
    """
    return _halves(tables)(word) is not None


def spelling_of(text: str, tables: Tables) -> str:
    """The table whose letters a text has, "" where Russian or English has them, or neighbours have.

    >>> from translit.tables import built_in
    >>> [spelling_of(text, built_in()) for text in ("Сергѣй", "Левъ", "Тоқаев", "Софія", "Объедков")]
    ['spelling/ru/old', 'spelling/ru/old', 'spelling/trk/russian', '', '']
    >>> [spelling_of(text, built_in()) for text in ("Sadır Caparov", "Bağış Erten", "Jäger", "Mo'min Ali")]
    ['spelling/trk/turkish', '', '', '']
    """
    if text.isascii() and _QUOTE not in text:
        return ""
    cased = _CASED[0] in text or _SHOUTED in text
    if not cased and not _rare(tables)(text):
        return ""
    for table, letters, has in _signs(tables):
        if ((cased and table == _OLD) or not letters.isdisjoint(text)) and has(text):
            return table
    return ""


@remembered(4096)
def plainer(word: str, table: str, tables: Tables) -> str:
    """A word of such a text in the letters of Russian or English; an old surname in -аго with a row stays.

    >>> from translit.tables import built_in
    >>> old = "Ѳеодоръ", "Толстаго", "Живаго", "ЧАЙКОВСКІЙ"
    >>> [plainer(word, "spelling/ru/old", built_in()) for word in old]
    ['Феодор', 'Толстого', 'Живаго', 'ЧАЙКОВСКИЙ']
    >>> [plainer(word, "spelling/trk/russian", built_in()) for word in ("Тоқаев", "Әуезов", "Җәлил")]
    ['Токаев', 'Ауэзов', 'Джалил']
    >>> [plainer(word, "spelling/trk/azerbaijani", built_in()) for word in ("Rəcəb", "Hikmət")]
    ['Radjab', 'Hikmet']
    """
    small = word.lower()
    if table == _OLD and small.endswith(_CASED) and is_surname(small, "m", tables):
        return word
    ways = _writers(tables)[table].ways(word)
    usual = "".join([puts[0] for puts in ways])
    if all(len(puts) == 1 for puts in ways) or _is_called(usual, tables):
        return usual
    others = map("".join, islice(product(*ways), _MANY))
    return next((one for one in others if _is_called(one, tables)), usual)


def _is_called(word: str, tables: Tables) -> bool:
    """Is somebody of Russia's neighbours called so, as a row writes it, or is it a surname?"""
    if any(hit.family == "ru" and hit.role == "given" for hit in lexicon_of(tables).written(word)):
        return True
    man = family(word).lower()
    if is_listed(man, "m", tables):
        return True
    return man.endswith(ends("Cyrl", "sure", tables)) and is_surname(man, "m", tables)


@once
def _southern_ends(tables: Tables) -> Callable[[str], bool]:
    """What tells whether a text ends as South Slavs end what Russians end otherwise: -ски."""
    return ending([row["find"].rstrip(_END) for row in tables.rows(SOUTHERN) if row["find"].endswith(_END)])


def ends_south(text: str, tables: Tables) -> bool:
    """Does a text end as South Slavs end what Russians end otherwise?

    >>> from translit.tables import built_in
    >>> [ends_south(text, built_in()) for text in ("Сергеј Јовановски", "Сергеј Наришкин")]
    [True, False]
    """
    return _southern_ends(tables)(text.lower())
