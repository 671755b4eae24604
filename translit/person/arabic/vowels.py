"""Where the vowels of an Arabic name stand among its consonants: what tells Hallaq from Halliq."""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from translit.patterns import pattern
from translit.person.arabic.letters import unarticled_native
from translit.text.script import begins_arabic

__all__ = ["NONE", "are_others", "spelt_so", "told"]

_CACHED = 1 << 14
_LATIN, _CYRILLIC = "aeiouy", "аеёиоуыэюяй"
# A run of vowels, or a consonant, which may be doubled.
_SPELT = pattern(f"([{_LATIN}{_CYRILLIC}]+)|(sch|tch|[cdgkpst]h|dj|дж|[^\\W\\d_ьъ])(\\2)?")
_PENNED = pattern("([ويىاآ]+)|([^ويىاآ])()")
# A vowel that is long (in capitals; a diphthong is as w or y) or short, an ayn or hamza, a consonant.
_VOWELLED = pattern(
    "(?P<A>\u064e?\u0651?[اآى]\u064e?)|(?P<U>\u064f\u0651?و(?![\u064b-\u0651]))|(?P<I>\u0650\u0651?ي(?![\u064b-\u0651]))"
    "|(?P<W>\u064e\u0651?و(?![\u064b-\u0651]))|(?P<Y>\u064e\u0651?ي(?![\u064b-\u0651]))"
    "|(?P<a>\u064e)|(?P<u>\u064f)|(?P<i>\u0650)|(?P<unsure>[عءأؤئإة])"
    "|(?P<letter>[^\u064b-\u0652\u0670])(?P<twice>(?=[\u064b-\u0650]?\u0651))?"
)
_A_I_U = {
    **dict.fromkeys(("a", "aa", "а"), "a"),
    **dict.fromkeys(("i", "ii", "ee", "и"), "i"),
    **dict.fromkeys(("u", "uu", "oo", "ou", "у"), "u"),
    **{"ا": "A", "ي": "I", "و": "U"},
}
NONE, _UNSURE = "-", "?"  # what stands for no vowel, and for one that may be any
_BESIDE = frozenset("vwwьвعءأؤئ")  # letters beside which a vowel may be any
_WOMANS = ("ah", "eh")  # whose h is mute where a ta marbuta is meant
_MAY_BE_TWO = "s"  # which French papers double between vowels: Hassan
# What a long vowel is never spelt as.
_NEVER = {"A": "iu-", "U": "ai-", "W": "ai-", "I": "au-", "Y": "au-"}


class Told(NamedTuple):
    """The vowels before, between and behind the consonants of a word, and which of these are doubled."""

    vowels: str
    doubled: tuple[bool, ...]


@lru_cache(_CACHED)
def told(word: str) -> Told:
    """The vowels of a folded word in any script, a sign for each place: an a, i or u, none, or any.

    >>> told("halliq"), told("kindi").vowels, told("мурид").vowels, told("حلاق").vowels
    (Told(vowels='-ai-', doubled=(False, True, False)), '-i-i', '-ui-', '--A-')
    """
    vowels, letters, doubled = [NONE], "", []
    if word.endswith(_WOMANS):
        word = word[:-1]
    for found in (_PENNED if begins_arabic(word) else _SPELT).finditer(word):
        run, letter, twice = found.groups()
        if run:
            vowels[-1] = _A_I_U.get(run, _UNSURE)
            continue
        letters += letter[-1]
        doubled.append(bool(twice) and letter != _MAY_BE_TWO)
        vowels.append(NONE)
    return _sure(vowels, letters, doubled)


def _sure(vowels: list[str], letters: str, doubled: list[bool]) -> Told:
    """What is told, no vowel beside a glide or an ayn, nor doubling but between vowels."""
    for at, letter in enumerate(letters):
        if letter in _BESIDE:
            vowels[at] = vowels[at + 1] = _UNSURE
    between = [one != NONE != two for one, two in pairwise(vowels)]
    return Told("".join(vowels), tuple([one and two for one, two in zip(doubled, between, strict=True)]))


@lru_cache(_CACHED)
def spelt_so(native: str) -> Told:
    """The vowels of a row's name, of which the long ones stand in capitals; without harakat no others.

    >>> spelt_so("الحَلَّاق"), spelt_so("نَوْفَل").vowels, spelt_so("طالب").vowels
    (Told(vowels='-aA-', doubled=(False, True, False)), '-Wa-', '-A--')
    """
    marks, letters, doubled, marked = [NONE], "", [], False
    for found in _VOWELLED.finditer(unarticled_native(native)):
        kind = str(found.lastgroup)
        marked = marked or kind not in ("A", "unsure", "letter")
        if kind in ("letter", "twice"):
            letters += found["letter"]
            doubled.append(found["twice"] is not None)
            marks.append(NONE)
        else:
            marks[-1] = _UNSURE if kind == "unsure" or marks[-1] == _UNSURE else kind
    if not marked:
        vowels = told(native).vowels
        return Told(vowels, (True,) * (len(vowels) - 1))
    for at, letter in enumerate(letters):
        if letter in "وي":
            marks[at] = marks[at + 1] = _UNSURE
    return Told("".join(marks), tuple(doubled))


def are_others(folded: str, native: str) -> bool:
    """Has a spelling, of as many consonants as a row, another vowel for a long one, or one that is doubled?

    >>> are_others("halliq", "حَلَّاق"), are_others("haddi", "هَادِي"), are_others("helak", "حَلَّاق")
    (True, True, False)
    """
    row, word = spelt_so(native), told(folded)
    if len(word.vowels) != len(row.vowels):
        return False
    if any(one and not two for one, two in zip(word.doubled, row.doubled, strict=True)):
        return True
    inner = zip(word.vowels[1:-1], row.vowels[1:-1], strict=True)
    return any(one in _NEVER.get(two, "") for one, two in inner)
