"""Words whose harakat are partly written: what is written holds, what is not is supplied.

A letter that bears a vowel has it, and is doubled only if it bears a shadda; a letter that bears
nothing may be read in any way. So مُحمد can only be Muḥammad, and كُلّية only Kullīyah.
"""

from __future__ import annotations

from collections.abc import Iterable

from translit.patterns import pattern
from translit.spelling import spelt
from translit.text.harakat import DAMMA, FATHA, KASRA, LONG_A, SHADDA, SUKUN, TANWIN, VOWELS

__all__ = ["Marks", "agree", "allowed", "fixed", "marks_of", "sayable", "wholly"]

Marks = tuple[tuple[bool, str], ...]

_BODIES = {FATHA: ("a", "A"), KASRA: ("i", "I"), DAMMA: ("u", "U"), SUKUN: ("",), LONG_A: ("A",)}
_SAID = pattern(f"[{VOWELS.replace(SUKUN, '')}\u06e5\u06e6\u06ea\u08f0ىةۃ]+")
_CONSONANTS = pattern("[^V#]")
_CLEAR = ("ا", "اء", "ة")
_UNSAYABLE = pattern("#CC|CCC")


def marks_of(word: str) -> Marks:
    """Of each letter: is it doubled, and the vowel it bears.

    >>> marks_of("عَلّ") == ((False, FATHA), (True, ""))
    True
    """
    found: list[tuple[bool, str]] = []
    for sign in word:
        if not found or sign not in VOWELS + SHADDA:
            found.append((False, ""))
        elif sign == SHADDA:
            found[-1] = (True, found[-1][1])
        else:
            found[-1] = (found[-1][0], sign)
    return tuple(found)


def wholly(word: str) -> bool:
    """Can a word be said as it is written, with no doubt about its end?

    >>> wholly("مُحَمَّد"), wholly("مُحمد"), wholly("عَلي")
    (True, False, False)
    """
    ends = marks_of(word)[-2:]
    doubtful = ends == ((False, ""),) * 2 and not word.endswith(_CLEAR) and word[-2:-1] != "آ"
    return not doubtful and sayable(word)


def sayable(word: str) -> bool:
    """No word opens with two consonants, or has three in a row."""
    said = _SAID.sub("V", spelt(word).rpartition("-")[2])
    return not _UNSAYABLE.search("#" + _CONSONANTS.sub("C", said))


def agree(reading: str, marks: Marks) -> bool:
    """Does a reading have all that is written?"""
    said = marks_of(reading)
    return len(said) == len(marks) and all(map(_agrees, said, marks))


def _agrees(said: tuple[bool, str], mark: tuple[bool, str]) -> bool:
    doubled, vowel = mark
    if not vowel:
        return said[0] or not doubled
    read = said[1] or SUKUN
    return said[0] == doubled and (read == vowel or (vowel == FATHA and read == LONG_A))


def allowed(signs: Iterable[str], mark: tuple[bool, str]) -> list[str]:
    """The signs of the vocaliser that a letter's marks allow (see `translit.vocalise.vowels`)."""
    doubled, vowel = mark
    bodies = _BODIES.get(vowel)
    return [
        sign
        for sign in signs
        if (not doubled or "~" in sign)
        and (not vowel or doubled or "~" not in sign)
        and (bodies is None or sign.lstrip("'~") in bodies)
    ]


def fixed(marks: Marks) -> tuple[Marks, str]:
    """Marks without a tanwin on the last letter, and that tanwin."""
    doubled, last = marks[-1]
    if last and last in TANWIN:
        return (*marks[:-1], (doubled, "")), last
    return marks, ""
