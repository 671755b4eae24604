"""Where the vowels of an Arabic name stand among its consonants: what tells Hallaq from Halliq."""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from translit.patterns import pattern
from translit.person.arabic.letters import unarticled_native
from translit.text.script import begins_arabic

__all__ = ["are_apart", "are_others", "spelt_so", "told"]

_CACHED = 1 << 14
_LATIN, _CYRILLIC = "aeiouy", "аеёиоуыэюяй"
# A run of vowels, or a consonant, which may be doubled.
_SPELT = pattern(f"([{_LATIN}{_CYRILLIC}]+)|(sch|tch|[cdgkpst]h|dj|дж|[^\\W\\d_ьъ])(\\2)?")
_ARTICLE = pattern(f"^[ae]l(?=[^{_LATIN}]...)")
_PENNED = pattern("([ىاآ][ويىاآ]*|(?<!^)[ويىاآ]+)|(.)()")
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
_BESIDE, _GLIDES = frozenset("عءأؤئ"), frozenset("vwвوي")  # beside, or before, which a vowel may be any
_WOMANS = ("ah", "eh")  # whose h is mute where a ta marbuta is meant
_MAY_BE_TWO = frozenset("fs")  # which French and English papers double between vowels: Hassan, Dhaffer
_ABD, _LINKED = ("abd", "абд", "عبد"), pattern("[ء-ي]{2}ال[ء-ي]{3}")
_LONGEST = 6  # signs of a word that is no compound


def _either(*pairs: str) -> frozenset[tuple[str, str]]:
    """Pairs of signs, either way round."""
    return frozenset([(pair[one], pair[1 - one]) for pair in pairs for one in (0, 1)])


# What two spellings never have in one place: short vowels, or a long one that Arabs write (in capitals).
_TWO = _either("au", "Au", "Ai", "A-", "Ua", "Ui", "U-", "Ia", "Iu", "I-")
_ONE_OR_NONE = _either("a-", "i-")
_NISBA_OR_NONE = _either("i-", "I-")  # at the end: Rahman, Rahmani
# What a spelling has not for the vowel of a row: anywhere, behind the second consonant, or but within.
_NO_ROWS = frozenset(
    (one, row)
    for row, never in (
        ("A", "iu-"),
        ("U", "ai-"),
        ("W", "ai-"),
        ("I", "au-"),
        ("Y", "au-"),
        ("a", "u"),
        ("u", "a"),
    )
    for one in never
)
_NO_ROWS_LATER = frozenset((("i", "a"), ("u", "i")))
_NO_ROWS_WITHIN = frozenset((("a", NONE), ("i", NONE), ("u", NONE)))


class Told(NamedTuple):
    """The vowels before, between and behind the consonants of a word, and which of these are doubled."""

    vowels: str
    doubled: tuple[bool, ...]


@lru_cache(_CACHED)
def told(word: str) -> Told:
    """The vowels of a folded word in any script, a sign for each place: an a, i or u, none, or any.

    >>> told("halliq"), told("kindi").vowels, told("мурид").vowels, told("حلاق").vowels
    (Told(vowels='-ai-', doubled=(False, True, False)), '-i-i', '-ui-', '-?A-')
    """
    vowels, letters, doubled = [NONE], "", []
    arabic = begins_arabic(word)
    bare = unarticled_native(word) if arabic else _ARTICLE.sub("", word)
    if bare.endswith(_WOMANS):
        bare = bare[:-1]
    for found in (_PENNED if arabic else _SPELT).finditer(bare):
        run, letter, twice = found.groups()
        if run:
            vowels[-1] = _A_I_U.get(run, _UNSURE)
            continue
        letters += letter[-1]
        doubled.append(bool(twice) and letter not in _MAY_BE_TWO)
        vowels.append(NONE)
    if arabic:  # which leaves short vowels out
        vowels[1:-1] = [_UNSURE if one == NONE else one for one in vowels[1:-1]]
    return _sure(vowels, letters, doubled)


def _sure(vowels: list[str], letters: str, doubled: list[bool]) -> Told:
    """What is told, no vowel before a glide or beside an ayn, nor doubling but between vowels."""
    for at, letter in enumerate(letters):
        if letter in _GLIDES or letter in _BESIDE:
            vowels[at] = _UNSURE
        if letter in _BESIDE:
            vowels[at + 1] = _UNSURE
    between = [one != NONE != two for one, two in pairwise(vowels)]
    return Told("".join(vowels), tuple([one and two for one, two in zip(doubled, between, strict=True)]))


@lru_cache(_CACHED)
def spelt_so(native: str) -> Told:
    """The vowels of a row's name, of which the long ones stand in capitals; without harakat no others.

    >>> spelt_so("الحَلَّاق"), spelt_so("نَوْفَل").vowels, spelt_so("طالب").vowels
    (Told(vowels='-aA-', doubled=(False, True, False)), '-Wa-', '-A?-')
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
        if letter in _GLIDES:
            marks[at] = _UNSURE
    return Told("".join(marks), tuple(doubled))


def are_apart(word: str, other: str) -> bool:
    """Have two spellings, of as many consonants, an a and a u between two of these, or an a or i and none?

    No matter what stands between the first two, or the last two at the end: Slimani, Badr. A long vowel that
    Arabs write is spelt as itself. The link of a compound may be spelt in any way: Abdallah, Shafiqul Islam.

    >>> are_apart("kindi", "kanadi"), are_apart("sukkari", "sakkari"), are_apart("slimani", "salimani")
    (True, True, False)
    """
    one, two = told(word).vowels, told(other).vowels
    if (
        len(one) != len(two)
        or len(one) > _LONGEST
        or word.startswith(_ABD)
        or _LINKED.search(f"{word}|{other}")
    ):
        return False
    pairs = list(zip(one, two, strict=True))
    if pairs[-1] in _NISBA_OR_NONE or not _TWO.isdisjoint(pairs[1:-1]):
        return True
    return not _ONE_OR_NONE.isdisjoint(_within(pairs))


def are_others(folded: str, native: str) -> bool:
    """Has a spelling, of as many consonants as a row, another vowel for a long one, or one that is doubled?

    Or a vowel where the row has none, or a u for its a?

    >>> are_others("halliq", "حَلَّاق"), are_others("haddi", "هَادِي"), are_others("helak", "حَلَّاق")
    (True, True, False)
    >>> are_others("azimi", "عَزْمِي"), are_others("bader", "بَدْر")
    (True, False)
    """
    row, word = spelt_so(native), told(folded)
    if len(word.vowels) != len(row.vowels):
        return False
    if any(one and not two for one, two in zip(word.doubled, row.doubled, strict=True)):
        return True
    pairs = list(zip(word.vowels, row.vowels, strict=True))
    if not _NO_ROWS.isdisjoint(pairs[1:-1]) or not _NO_ROWS_LATER.isdisjoint(pairs[2:-1]):
        return True
    return not _NO_ROWS_WITHIN.isdisjoint(_within(pairs))


def _within(pairs: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """The places between consonants where no vowel comes or goes: not before any other, nor at the end."""
    first = 1 if NONE not in pairs[0] else 2
    return pairs[first : -2 if pairs[-1] == (NONE, NONE) else -1]
