"""Arabic place names: the article in all its forms, and the English form of a name no table has."""

from __future__ import annotations

import unicodedata
from itertools import pairwise

from translit.romanization import romanize
from translit.text.article import is_article
from translit.text.case import capitalise
from translit.text.clean import strip_harakat
from translit.text.script import script_of

__all__ = ["article_apart", "looks_arabic", "sounds_arabic", "written"]

_PRESS = "press-en-ar"
_ARTICLE_STARTS = ("al", "el", "ul", "il")
_GROUPS = ("q", "ah ", "eh ", "dh", "th", "aa", "ou", "iyya", "iyeh", "oun ")
_MARKS = frozenset("āīūḥḩḫḍḑṭţẓṣşʿʾ‘’ʻ`'")
_NEVER = frozenset("eopvxçčıöüäõļķģņž")  # letters that romanised Arabic with such marks has not


def article_apart(text: str) -> str:
    """A name whose article is written in one word with it, the article cut off; else empty.

    >>> article_apart("Alzour"), article_apart("Ezzor"), article_apart("Deir Alzour"), article_apart("Homs")
    ('Zour', 'Zor', 'Deir Zour', '')
    """
    words = text.split()
    cut = [_bare(word) for word in words]
    return " ".join(cut) if cut != words else ""


def _bare(word: str) -> str:
    """One word without an article written into it."""
    low = word.lower()
    if len(low) > 4 and low.startswith(_ARTICLE_STARTS) and "-" not in low:
        return capitalise(word[2:])
    if len(low) > 4 and low[0] in "aei" and low[1] == low[2] and low[1] in "tdrzsn":
        return capitalise(word[2:])
    return word


def looks_arabic(text: str) -> bool:
    """True for a Latin text with an Arabic article or the marks of an Arabic romanisation.

    >>> looks_arabic("Er Rouaïs"), looks_arabic("Qa‘brīn"), looks_arabic("Novosyolovka")
    (True, True, False)
    """
    words = text.replace("-", " ").split()
    if any(is_article(word, after) for word, after in pairwise(words)):
        return True
    signs = frozenset() if text.isascii() else frozenset(text.lower())
    return not signs.isdisjoint(_MARKS - {"'", "’", "`"}) and signs.isdisjoint(_NEVER)


def sounds_arabic(text: str) -> bool:
    """True for a Latin text with letters that romanised Arabic has and Slavic names have not.

    >>> sounds_arabic("Qamishli"), sounds_arabic("Sunbulah"), sounds_arabic("Podlipka")
    (True, True, False)
    """
    low = f"{text.lower()} "
    return any(group in low for group in _GROUPS)


def written(text: str) -> str:
    """The English form of an Arabic place name: the article lower-case and unassimilated, no marks.

    >>> written("Er Rouaïs"), written("Qa‘brīn"), written("Tall adh-Dhahab")
    ('al-Rouais', 'Qabrin', 'Tall al-Dhahab')
    """
    if script_of(text) == "Arab":
        return romanize(text, _PRESS)
    bare = unicodedata.normalize("NFD", text)
    bare = "".join(sign for sign in bare if not unicodedata.combining(sign) and sign not in _MARKS)
    words = bare.replace("-", " ").split() if looks_arabic(bare) else [bare]
    joined = ""
    for at, word in enumerate(words):
        following = words[at + 1] if at + 1 < len(words) else ""
        joined += "al-" if is_article(word, following) else capitalise(word) + " "
    return strip_harakat(joined.strip())
