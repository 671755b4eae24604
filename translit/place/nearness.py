"""How near a text is to the spellings of a place, in nats: 0 for its own spelling."""

from __future__ import annotations

import math
from functools import lru_cache

from translit.place.skeleton import letters, skeleton
from translit.sounds import distance
from translit.text.clean import fold
from translit.text.script import script_of

__all__ = [
    "articles",
    "compact",
    "is_arabic",
    "least",
    "nearness",
    "sounded",
    "sounds_of_letters",
    "without_article",
]

VOWEL = 1.5  # the cost of a vowel too many, too few or another
CONSONANT = 2.8  # the same of a consonant
ARTICLE = 0.1  # the article there or not, plain or assimilated
WORD = 1.5  # a word more or fewer, where the letters differ too
SOUNDS_ALIKE = 0.6  # another spelling of the same sounds
NO_ARTICLE = 1.5  # an article that the place has not
INEXACT = 1.0  # any other spelling than the one written out
UNWRITTEN = 0.8  # another script, whose letters only the learned correspondences compare
LEARNED = 0.6  # the weight of the learned nats beside the counted
_JOINERS = str.maketrans("", "", " -–.,'’()")
_VOWELS = str.maketrans(
    {"y": "i", "e": "i", "w": "u", "o": "u", "j": "i", "q": "k", "X": "H", "h": "H", "x": "H"}
)
_RUNS = ("iia", "ia"), ("uu", "u"), ("ii", "i"), ("aa", "a"), ("au", "u"), ("ai", "i"), ("iu", "u")
_SUN = frozenset("tdrzsSnTDl")


@lru_cache(maxsize=65536)
def compact(text: str) -> str:
    """A folded text without blanks and hyphens.

    >>> compact("Deir ez-Zor")
    'deirezzor'
    """
    return fold(text).translate(_JOINERS)


def without_article(broad: str) -> str:
    """Words in broad Latin without the Arabic article, whether plain or assimilated.

    >>> without_article("deyr ez zor"), without_article("al Sula"), without_article("tell abyad")
    ('deyr zor', 'Sula', 'tell abyad')
    """
    words = broad.split()
    kept = [
        word
        for at, word in enumerate(words)
        if not (at + 1 < len(words) and _is_article(word, words[at + 1]))
    ]
    return " ".join(kept)


def _is_article(word: str, following: str) -> bool:
    """al, el, ul, il, or a vowel before the sun letter that the next word begins with."""
    word, following = word.lower(), following.lower()
    if not 1 < len(word) < 4 or word[0] not in "aeiu":
        return False
    return word[1:] == "l" or (word[1] in _SUN and len(word) == 2 and following.startswith(word[1]))


def _parted(text: str) -> str:
    """A folded name, its words parted by blanks, its Arabic articles cut off."""
    words = fold(text).replace("-", " ").split()
    return " ".join(word[2:] if word.startswith("ال") and len(word) > 3 else word for word in words)


@lru_cache(maxsize=65536)
def sounded(text: str, family: str) -> str:
    """A name in broad Latin with its vowels brought down to a, i and u.

    >>> sounded("Deir ez-Zor", "ar"), sounded("Ростов", "ru")
    ('dirzur', 'rustuv')
    """
    return sounds_of_letters(letters(text, family), family)


def sounds_of_letters(broad: str, family: str) -> str:
    """The same of a name already in broad Latin."""
    if family == "ru":
        broad = broad.replace("w", "v")
    else:
        broad = " ".join(
            word[:-1] if word.endswith(("ah", "eh")) else word for word in without_article(broad).split()
        )
    broad = broad.replace(" ", "").translate(_VOWELS)
    for run, one in _RUNS:
        broad = broad.replace(run, one)
    return "".join(sign for at, sign in enumerate(broad) if at == 0 or sign != broad[at - 1])


@lru_cache(maxsize=65536)
def is_arabic(text: str) -> bool:
    """True for a text in Arabic script."""
    return script_of(text) == "Arab"


@lru_cache(maxsize=65536)
def nearness(text: str, form: str, family: str, most: float = math.inf) -> float:
    """The nats between a text and one spelling; infinite as soon as they are seen to be over `most`.

    >>> nearness("Deir Ezzor", "Deir ez-Zor", "ar"), 1 < nearness("Rustav", "Rostov", "ru") < 5
    (0.0, True)
    """
    from rapidfuzz.distance import Levenshtein

    if compact(text) == compact(form):
        return 0.0
    if family == "ar" and compact(without_article(_parted(text))) == compact(without_article(_parted(form))):
        return ARTICLE
    sounds = Levenshtein.distance(sounded(text, family), sounded(form, family))
    bones = Levenshtein.distance(skeleton(text, family), skeleton(form, family))
    if is_arabic(text) != is_arabic(form):
        return UNWRITTEN + _learned(text, form, family)
    if not sounds + bones:
        return SOUNDS_ALIKE + (0.0 if articles(text) <= articles(form) else NO_ARTICLE)
    counted = INEXACT + CONSONANT * bones + VOWEL * sounds
    if counted + UNWRITTEN > 2 * most:
        return math.inf
    counted += WORD * abs(_size(text, family) - _size(form, family))
    cost = (counted + UNWRITTEN + LEARNED * _learned(text, form, family)) / 2
    return cost + (NO_ARTICLE if family == "ar" and articles(text) > articles(form) else 0.0)


@lru_cache(maxsize=65536)
def _size(text: str, family: str) -> int:
    """How many words a name has, not counting articles."""
    return len(without_article(letters(text, family)).split())


def least(apart: int, consonants: bool) -> float:
    """The fewest nats that nearness() can find where so many letters of the sounds differ.

    >>> least(0, False), least(2, True) > least(1, False) > 0
    (0.0, True)
    """
    if not apart:
        return 0.0
    return (INEXACT + UNWRITTEN + VOWEL * apart + (CONSONANT if consonants else 0.0)) / 2


def _learned(text: str, form: str, family: str) -> float:
    """The nats between two names by the learned letter correspondences."""
    return distance(text, form, family) * max(len(sounded(text, family)), 2)


@lru_cache(maxsize=16384)
def articles(text: str) -> int:
    """How many words of a text are an Arabic article; 0 in Arabic script, where all are written."""
    broad = letters(text, "ar") if not is_arabic(text) else ""
    return len(broad.split()) - len(without_article(broad).split())
