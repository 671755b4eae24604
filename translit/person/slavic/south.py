"""South Slavs in Cyrillic letters: Serbs, Macedonians and Bulgarians are written as they write themselves.

The letters are rows of `spelling/other/latin`. Some stand in no other language's names (Вучић); a Bulgarian
ъ stands between consonants (Първанов).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from translit.languages import languages
from translit.memory import once
from translit.nouns import Row
from translit.patterns import holding
from translit.tables import Tables
from translit.text.case import capitalise
from translit.text.cyrillic import CONSONANTS

__all__ = ["alphabet_of", "is_south", "southern", "written"]

_TABLE = "spelling/other/latin"
_BULGARIAN = "bg"
_BETWEEN = re.compile(f"[{CONSONANTS}]ъ[{CONSONANTS}]", re.IGNORECASE)
_has_hard = holding("ъЪ")
_END = "$"


@once
def _alphabets(tables: Tables) -> Mapping[str, Mapping[str, str]]:
    """What stands for letters in Latin, by the language; none for one that has a folder of its own."""
    found: dict[str, dict[str, str]] = {}
    known = languages(tables)
    for row in tables.rows(_TABLE):
        for language in row.many("language"):
            if language not in known:
                found.setdefault(language, {})[row["find"]] = row["put"]
    return found


@once
def _signs(tables: Tables) -> Mapping[str, str]:
    """The letters that no other language's names have, with the first language of each."""
    return {row["find"]: row.many("language")[0] for row in tables.rows(_TABLE) if row["sign"]}


@once
def _shown(tables: Tables) -> Callable[[str], bool]:
    """What tells whether such a letter, small or large, is in a text."""
    return holding([form for letter in _signs(tables) for form in (letter, letter.upper())])


@once
def _letters(tables: Tables) -> frozenset[str]:
    """All letters that South Slavs and Russians write."""
    return frozenset(letter for known in _alphabets(tables).values() for find in known for letter in find)


def is_south(text: str, tables: Tables) -> bool:
    """Has a text a letter of South Slavs alone, and none that they have not?

    >>> from translit.tables import built_in
    >>> [is_south(name, built_in()) for name in ("Вучић", "Първанов", "Вучич", "Подъячев", "Гејдар Әлијев")]
    [True, True, False, False, False]
    """
    return alphabet_of(text, tables) != ""


def alphabet_of(text: str, tables: Tables) -> str:
    """The language of South Slavs that a text's letters show, "" where they show none."""
    if _shown(tables)(text):
        signs = _signs(tables)
        language = next(signs[letter] for letter in text.lower() if letter in signs)
    else:
        language = _BULGARIAN if _has_hard(text) and _BETWEEN.search(text) else ""
    if language not in _alphabets(tables):
        return ""
    return "" if any(map(str.isalpha, set(text.lower()) - _letters(tables))) else language


def southern(row: Row, tables: Tables) -> str:
    """The language of South Slavs that a row's name is of, "" where it is another's."""
    language = row["language"]
    return language if language in _alphabets(tables) else ""


def written(word: str, language: str, tables: Tables) -> str:
    """A Cyrillic word in the Latin letters of South Slavs; as it is for any other language.

    >>> from translit.tables import built_in
    >>> written("Ђоковић", "sr", built_in()), written("Дънов", "bg", built_in())
    ('Đoković', 'Danov')
    """
    letters = _alphabets(tables).get(language)
    if letters is None:
        return word
    small, at, found = word.lower() + _END, 0, ""
    while at < len(word):
        size = next((size for size in (3, 2, 1) if small[at : at + size] in letters), 1)
        found += letters.get(small[at : at + size], small[at])
        at += size
    return found.upper() if word.isupper() else capitalise(found) if word[:1].isupper() else found
