"""Letters of another script that look like those of a word, and digits that do."""

from __future__ import annotations

import re
import unicodedata

from translit.patterns import pattern

__all__ = ["in_one_script"]

# A Latin letter and the Cyrillic one that looks the same.
_LOOK_ALIKE = dict(zip("AaBEeËëKkMmHOoPpCcTtyXxIiJjSsYhÏï", "АаВЕеЁёКкМмНОоРрСсТтуХхІіЈјЅѕУһЇї", strict=True))
_TO_LATIN = str.maketrans({cyrillic: latin for latin, cyrillic in _LOOK_ALIKE.items()})
# A Latin vowel with an acute, typed into a Cyrillic word for a stressed one.
_LOOK_ALIKE |= dict(zip("ÁáÉéÓóÝýÍí", ["А́", "а́", "Е́", "е́", "О́", "о́", "У́", "у́", "І́", "і́"], strict=True))
_LOOK_ALIKE["ĸ"] = "к"
_RARE = frozenset("JjSsh")  # whose Cyrillic look-alikes few languages have
_TO_CYRILLIC = str.maketrans(_LOOK_ALIKE)
_DIGITS = {"3": "з", "0": "о"}
# A Latin initial that looks like a Cyrillic one, a digit that looks like a letter of a Cyrillic word.
_INITIAL = pattern(r"(?<!\w)[ABCEHKMOPTX](?=\.)")
_DIGIT = pattern(r"(?<!\w)3(?=[а-яё]{3})|(?<=[А-ЯЁ])3(?=[А-ЯЁ]{2})|(?<=[а-яёА-ЯЁ])0(?=[а-яёА-ЯЁ])")
_LATIN_WORD = pattern("[A-Za-z]{2}")
_MIXED = pattern(r"[^\W\d_][\w'’ʼ]*")


def in_one_script(text: str, script: str) -> str:
    """A text each word of which is in one script, where its letters tell which; `script` is that of most.

    >>> in_one_script("Юpий C. Петров", "Cyrl"), in_one_script("Ноms", "Cyrl")
    ('Юрий С. Петров', 'Homs')
    """
    return _MIXED.sub(_repair, _as_cyrillic(text, script))


def _repair(match: re.Match[str]) -> str:
    """One word whose letters look alike but come from two scripts, put into the script that is sure."""
    word = match.group()
    if word.isascii():
        return word
    latin = [letter for letter in word if "LATIN" in unicodedata.name(letter, "")]
    cyrillic = [letter for letter in word if "CYRILLIC" in unicodedata.name(letter, "")]
    if not latin or not cyrillic:
        return word
    sure_latin = sum(letter not in _LOOK_ALIKE for letter in latin)
    sure_cyrillic = sum(ord(letter) not in _TO_LATIN for letter in cyrillic)
    if sure_latin == 0 and (sure_cyrillic or (len(cyrillic) >= len(latin) and _RARE.isdisjoint(word))):
        found = word.translate(_TO_CYRILLIC)
        return found.upper() if word.upper() == word else found  # ĸ has no capital
    if sure_cyrillic == 0:
        return word.translate(_TO_LATIN)
    return word


def _as_cyrillic(text: str, script: str) -> str:
    """A Cyrillic text with its own letters for Latin initials and digits like them: C. Есенин, 3ахар."""
    if script != "Cyrl" or _LATIN_WORD.search(text):
        return text
    text = _INITIAL.sub(lambda found: _LOOK_ALIKE[found[0]], text)
    return _DIGIT.sub(_letter_of, text)


def _letter_of(digit: re.Match[str]) -> str:
    """The letter that a digit looks like, as large as the one before it."""
    large = digit[0] == "3" or digit.string[digit.start() - 1].isupper()
    return _DIGITS[digit[0]].upper() if large else _DIGITS[digit[0]]
