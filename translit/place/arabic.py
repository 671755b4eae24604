"""Arabic place names: the article in all its forms, and the English form of a name no table has."""

from __future__ import annotations

import re
import unicodedata
from itertools import pairwise

from translit.memory import once, remembered
from translit.place.clues import is_marked, marks
from translit.romanization import ARABIC_PRESS, RUSSIAN_PRESS, romanize
from translit.tables import Tables, built_in
from translit.text.article import is_article
from translit.text.case import capitalise
from translit.text.clean import strip_harakat
from translit.text.script import script_of

__all__ = ["article_apart", "looks_arabic", "written"]

_RUSSIAN_LETTERS = (  # what Russian letters are in an Arabic name
    (re.compile("dzh"), "j"),
    (re.compile("Dzh"), "J"),
    (re.compile("(?<=[aeAE])y(?![aeiouy])"), "i"),
)
_ARTICLE_STARTS = ("al", "el", "ul", "il")
_PARTICLES = "person/ar/particle"
_SIGNS = frozenset("'’`")  # that a romanisation may have for ayn and hamza, as others for much else


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


@remembered(8192)
def looks_arabic(text: str) -> bool:
    """True for a text with an Arabic article in Latin or Cyrillic letters, or the marks of a romanisation.

    >>> [looks_arabic(text) for text in ("Er Rouaïs", "Qa‘brīn", "Novosyolovka", "Эль-Бира")]
    [True, True, False, True]
    """
    words = text.replace("-", " ").split()
    if any(is_article(word, after) for word, after in pairwise(words)):
        return True
    return is_marked(text, built_in())


def written(text: str) -> str:
    """The English form of an Arabic place name: the article lower-case and unassimilated, no marks.

    >>> written("Er Rouaïs"), written("Qa‘brīn"), written("Tall adh-Dhahab"), written("Хан-эш-Ших")
    ('al-Rouais', 'Qabrin', 'Tall al-Dhahab', 'Khan al-Shikh')
    """
    script = script_of(text)
    if script == "Arab":
        return romanize(text, ARABIC_PRESS)
    if script == "Cyrl":
        return _out_of_russian(text)
    bare = unicodedata.normalize("NFD", text)
    left_out = marks(built_in()) | _SIGNS
    bare = "".join(sign for sign in bare if not unicodedata.combining(sign) and sign not in left_out)
    words = bare.replace("-", " ").split() if looks_arabic(bare) else [bare]
    return strip_harakat(_joined(words, words))


def _joined(words: list[str], put: list[str]) -> str:
    """What is put for some words, joined; al- for those that are an article."""
    joined, after = "", [*words, "", ""]
    for at, (word, own) in enumerate(zip(words, put, strict=True)):
        following, then = after[at + 1 : at + 3]
        house = then and is_article(following, then)  # Al al-Sheikh
        joined += "al-" if is_article(word, following) and not house else f"{_capitals(own)} "
    return joined.strip()


@once
def _small(tables: Tables) -> frozenset[str]:
    """The words for a child that papers print in small letters: bin, ibn, bint."""
    rows = tables.rows(_PARTICLES)
    return frozenset([row.canonical for row in rows if row["role"] == "nasab" and row.canonical.islower()])


def _capitals(words: str) -> str:
    """Words with their capitals, but for a small "son of" behind another."""
    first, *rest = words.split(" ")
    small = _small(built_in()) if rest else ()
    return " ".join([capitalise(first), *[word if word in small else capitalise(word) for word in rest]])


def _out_of_russian(text: str) -> str:
    """The English form of an Arabic name that stands in Cyrillic letters.

    >>> _out_of_russian("Эль-Джарния"), _out_of_russian("Дейр-Атия")
    ('al-Jarniya', 'Deir Atiya')
    """
    words = text.replace("-", " ").split()
    put = []
    for word in words:
        latin = romanize(word, RUSSIAN_PRESS)
        for find, letters in _RUSSIAN_LETTERS:
            latin = find.sub(letters, latin)
        put.append(latin)
    return _joined(words, put)
