"""Names in letters that Russian and English have not, as Russian documents and English papers write them.

In the spelling of before 1918 (Менделѣевъ, Толстаго), in the Cyrillic of Turkic languages and Tajik
(Қасым-Жомарт Тоқаев), in Azerbaijani and Uzbek Latin (Rəcəb, Xoʻjayev), in Serbian letters (Јасер Арафат).
The letters and endings are rows of `spelling/ru/old`, `spelling/trk` and `spelling/other/russian`; a text is
such where some sign of it stands that nobody else writes.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from translit.memory import once, remembered
from translit.patterns import pattern
from translit.person.slavic.declension import is_surname
from translit.tables import Tables

__all__ = ["SOUTHERN", "WHY", "is_plain", "otherwise", "plainer"]

WHY = {
    "spelling/ru/old": "the spelling of before 1918",
    "spelling/trk/russian": "as Russian documents write it",
    "spelling/trk/azerbaijani": "as English papers write Azerbaijani",
    "spelling/trk/uzbek": "as English papers write Uzbek",
    "spelling/other/russian": "as Russians write what Serbs have taken over",
}
SOUTHERN = "spelling/other/russian"  # whose letters South Slavs write their own names in as well
_OLD = "spelling/ru/old"
_END = "$"
_CASED = "аго", "яго"  # endings of an old case that a surname may have in the nominative
_PLAIN = pattern("[а-щы-яёА-ЩЫ-ЯЁ .-]*")  # ъ may be old
_SHOUTED = _CASED[0].upper()
_AFTER, _BEFORE = r"(?<=[^\W\d_])", r"(?![^\W\d_])"


def _pattern(find: str) -> str:
    """What a row looks for, as an expression; an ending has letters before it and none behind."""
    return f"{_AFTER}{find.removesuffix(_END)}{_BEFORE}" if find.endswith(_END) else find


@once
def _signs(tables: Tables) -> tuple[tuple[str, frozenset[str], Callable[[str], object]], ...]:
    """The tables, each with letters of which every sign of it has one, and with what finds a sign.

    The letters are small and large; an ending in -аго has none of them.
    """
    found = []
    for table in WHY:
        signs = [row["find"] for row in tables.rows(table) if row["sign"]]
        rare = {letter for letter in "".join(signs).replace(_END, "") if not is_plain(letter)}
        letters = frozenset(rare | {letter.upper() for letter in rare})
        found.append((table, letters, re.compile("|".join(map(_pattern, signs)), re.IGNORECASE).search))
    return tuple(found)


@once
def _rare(tables: Tables) -> Callable[[str], object]:
    """Finds a letter of which every sign of any table has one, but for an ending in -аго."""
    letters = frozenset().union(*[letters for _, letters, _ in _signs(tables)])
    return re.compile(f"[{re.escape(''.join(letters))}]").search


@once
def _writers(tables: Tables) -> dict[str, Callable[[str], str]]:
    """What writes a word in plainer letters, by the table."""
    return {table: _writer(table, tables) for table in WHY}


def _writer(table: str, tables: Tables) -> Callable[[str], str]:
    """What writes a word in plainer letters, by the rows of a table, the longest first."""
    rows = sorted(tables.rows(table), key=lambda row: -len(row["find"]))
    every = re.compile("|".join(f"({_pattern(row['find'])})" for row in rows), re.IGNORECASE)
    put = [row["put"] for row in rows]

    def written(found: re.Match[str]) -> str:
        new = put[(found.lastindex or 1) - 1]
        if found[0].isupper() and (len(found[0]) > 1 or found.string.isupper()):
            return new.upper()
        return new[:1].upper() + new[1:] if found[0][0].isupper() else new

    return lambda word: every.sub(written, word)


def is_plain(text: str) -> bool:
    """Has a text plain Latin or Russian letters only, and no end that may be an old one?

    >>> [is_plain(text) for text in ("Иван Петров", "Roman", "Толстаго", "Левъ", "Тоқаев", "Rəcəb")]
    [True, True, False, False, False, False]
    """
    if text.isascii():
        return True
    return _PLAIN.fullmatch(text) is not None and _CASED[0] not in text and _SHOUTED not in text


def otherwise(text: str, tables: Tables) -> str:
    """The table whose letters a text has, "" where Russian or English has them, or neighbours have.

    >>> from translit.tables import built_in
    >>> [otherwise(text, built_in()) for text in ("Сергѣй", "Левъ", "Тоқаев", "Софія", "Объедков")]
    ['spelling/ru/old', 'spelling/ru/old', 'spelling/trk/russian', '', '']
    """
    if text.isascii():
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
    >>> plainer("Rəcəb", "spelling/trk/azerbaijani", built_in())
    'Rajab'
    """
    small = word.lower()
    if table == _OLD and small.endswith(_CASED) and is_surname(small, "m", tables):
        return word
    return _writers(tables)[table](word)
