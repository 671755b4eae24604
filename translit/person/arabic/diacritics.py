"""Scholars' letters as newspapers write them: Ġannūšī is Ghannushi.

What each marked letter stands for is read off the schemes of `tables/schemes/ar`: the Arabic letter
that a scheme writes with a mark, the press writes with plain letters. Who wrote a name so, `writers` tells.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from unicodedata import normalize

from translit.compiled import letterwise
from translit.memory import once
from translit.patterns import pattern
from translit.person.latin.respelt import respelling
from translit.romanization import ARABIC_PRESS, latin_schemes, scheme
from translit.tables import Tables
from translit.text.clean import fold

__all__ = ["bared", "is_marked", "is_turkish", "lettered", "marked", "turkish"]

_ONE_SIGN = str.maketrans({"‘": "ʿ", "ʻ": "ʿ", "`": "ʿ", "’": "ʾ", "ʼ": "ʾ", "'": "ʾ"})
_with_one_sign = letterwise(lambda text: text.translate(_ONE_SIGN))
_TURKISH_C = pattern("[cC](?![hHkK])")
_SCHOLARLY = pattern("[\u0304\u0323\u0331\u0327\u032e‘’ʿʾʻʼ`\u0302](?:(?<!\u0302)|(?<=[aiu]\u0302))")


def _turkish_j(found: re.Match[str]) -> str:
    return "J" if found[0] == "C" else "j"


def turkish(text: str, tables: Tables) -> str:
    """A text with the letters of Turks as others write what they stand for; empty if it has none.

    Their c is a j. Other people have that letter as well: `is_turkish` tells who wrote it.

    >>> from translit.tables import built_in
    >>> [turkish(text, built_in()) for text in ("Beşar Esad", "Riyad Hicab", "Cherif Hassan")]
    ['Bešar Esad', 'Riyad Hijab', '']
    """
    marked = respelling("ar", tables, "Turkish")(text) if is_turkish(text, tables) else text
    found = _TURKISH_C.sub(_turkish_j, marked) if "c" in marked or "C" in marked else marked
    return found if found != text else ""


def is_turkish(text: str, tables: Tables) -> bool:
    """Has a text a letter that Turks alone put?

    >>> from translit.tables import built_in
    >>> is_turkish("Beşar Esad", built_in()), is_turkish("Riyad Hicab", built_in())
    (True, False)
    """
    return not text.isascii() and respelling("ar", tables, "Turkish").betrays(text) is not None


@once
def _letters(tables: Tables) -> Callable[[str], str]:
    """Puts for each marked letter the press's letters for the consonant it most often writes."""
    press = {rule.find: rule.put for rule in scheme(ARABIC_PRESS, tables=tables).rules if rule.put.isalpha()}
    told: dict[str, Counter[str]] = {}
    for one in latin_schemes("ar", tables):
        for rule in scheme(one, tables=tables).rules:
            put = normalize("NFC", rule.put)
            if len(put) == 1 and not put.isascii() and rule.find in press and rule.find.isalpha():
                told.setdefault(put, Counter())[press[rule.find]] += 1
    usual = {mark: counts.most_common(1)[0][0] for mark, counts in told.items()}
    found = {mark: put for mark, put in usual.items() if len(put) > 1 or fold(mark) != put}
    found |= {mark.upper(): put.capitalize() for mark, put in found.items() if len(mark.upper()) == 1}
    table = str.maketrans(found)
    return letterwise(lambda text: text.translate(table))


def is_marked(word: str) -> bool:
    """Has a Latin word the marks of a scholar: long vowels, dotted letters, ayn?

    >>> is_marked("Mājid"), is_marked("Asʻad"), is_marked("Majid"), is_marked("Aïcha")
    (True, True, False, False)
    """
    return not word.isascii() and _SCHOLARLY.search(normalize("NFD", word)) is not None


def marked(word: str) -> str:
    """A marked word in small letters, with one sign for ayn and one for hamza.

    >>> marked("‘Īsá")
    'ʿīsá'
    """
    return _with_one_sign(normalize("NFC", word).lower())


def lettered(word: str, tables: Tables) -> str:
    """A Latin word with the marked letters that stand for two put into these; the other marks stay.

    >>> from translit.tables import built_in
    >>> lettered("Ṯālibī", built_in())
    'Thālibī'
    """
    return word if word.isascii() else _letters(tables)(normalize("NFC", word))


def bared(text: str) -> str:
    """A `lettered` word without the marks that are left.

    >>> from translit.tables import built_in
    >>> [bared(lettered(word, built_in())) for word in ("Ġannūšī", "Ḵuḍayr", "Hassan")]
    ['Ghannushi', 'Khudayr', 'Hassan']
    """
    bare = fold(text)
    return bare.capitalize() if text[:1].isupper() else bare
