"""Russian words as the Arabic press prints them: one skeleton, whichever vowel letters are written.

The press agrees on the consonants of a name, give or take a convention (غ or ج for г, ت or ط for т),
and writes its vowels or leaves them out: سيرغي, سيرجي and سرغي are one name.
"""

from __future__ import annotations

from itertools import zip_longest

from translit.memory import remembered
from translit.text.clean import fold

__all__ = ["consonants", "vowels_apart"]

_ONE = str.maketrans("جگقطپڤصثحهچظضذ", "غغكتبفسسخخشززز")
_JOINED = (("تش", "ش"), ("شش", "ش"), ("تس", "س"))
_WRITTEN = frozenset("اوي")
_DROPPED = frozenset("ءعٔ")
_SEATS = str.maketrans("ئؤ", "يو")
_ABSENT, _ANOTHER = 0.5, 1.0  # what a vowel letter costs that one spelling lacks, or has otherwise
_MUTE = "هة"  # a final h that stands for a vowel: أندريه


@remembered(1 << 14)
def _parted(word: str) -> tuple[str, tuple[str, ...]]:
    """The consonants of a word, and the vowel letters before, between and after them."""
    text = fold(word).translate(_SEATS)
    if text[-1:] in _MUTE and text[-2:-1] in _WRITTEN:
        text = text[:-1]
    text = text.translate(_ONE)
    for find, put in _JOINED:
        text = text.replace(find, put)
    bones, gaps = "", [""]
    for letter in text:
        if letter in _WRITTEN:
            gaps[-1] += letter
        elif letter not in _DROPPED and (letter != bones[-1:] or gaps[-1]):
            bones += letter
            gaps.append("")
    return bones, tuple(gaps)


def consonants(word: str) -> str:
    """The consonants of a word in Arabic script, those that conventions exchange written as one.

    A vowel that opens the word stands for itself.

    >>> consonants("سيرغي") == consonants("سرجي"), consonants("أوليغ")
    (True, 'الغ')
    """
    bones, gaps = _parted(word)
    return ("ا" if gaps[0] else "") + bones


def vowels_apart(left: str, right: str) -> float:
    """How far the vowel letters of two words with the same consonants are apart.

    >>> vowels_apart("سيرغي", "سرغي"), vowels_apart("بيتر", "بوتر")
    (0.5, 1.0)
    """
    found = 0.0
    for one, other in zip_longest(_parted(left)[1], _parted(right)[1], fillvalue=""):
        if one != other:
            found += _ABSENT if not one or not other or one in other or other in one else _ANOTHER
    return found
