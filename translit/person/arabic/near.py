"""How near two spellings of Arabic names are, vowels and all: quick, for choosing among rows of one key.

The key of `translit.sounds` has already brought the rows of one consonant frame together; what is
left to weigh are vowels (Khaled, Khalid), length (Hassan, Hasan) and the letters a key confounds.
"""

from __future__ import annotations

from operator import eq
from typing import NamedTuple

from translit import compiled
from translit.memory import remembered
from translit.quick import untracked
from translit.text.script import script_of

__all__ = ["near", "within"]

_CACHED = 16384
_LATIN = {
    "tch": "S", "dzh": "j", "sch": "S", "kh": "x", "gh": "G", "sh": "S", "ch": "S", "dj": "j", "th": "T",
    "dh": "D", "ph": "f", "ck": "k", "ou": "u", "oo": "u", "ee": "i", "ai": "ai", "ay": "ai",
    "ei": "ei", "ey": "ei", "aw": "au", "au": "au", "eu": "u", "gui": "gi", "gue": "ge", "qui": "ki",
    "que": "ke", "ce": "se", "ci": "si", "cy": "si", "y": "i", "c": "k", "v": "w",
}  # fmt: skip
_CYRILLIC = {
    "дж": "j", "а": "a", "б": "b", "в": "w", "г": "Γ", "ґ": "g", "д": "d", "е": "e", "ё": "e", "є": "e",
    "ж": "j", "з": "z", "и": "i", "і": "i", "ї": "i", "й": "i", "к": "k", "л": "l", "м": "m", "н": "n",
    "о": "o", "п": "b", "р": "r", "с": "s", "т": "t", "у": "u", "ў": "w", "ф": "f", "х": "H", "ц": "s",
    "ч": "S", "ш": "S", "щ": "S", "ы": "i", "э": "e", "ю": "iu", "я": "ia", "ъ": "", "ь": "",
}  # fmt: skip
_PAIRS = {
    "ae": 0.1, "ei": 0.1, "ou": 0.05, "ai": 0.5, "ao": 0.35, "au": 0.5, "iu": 0.6, "eu": 0.5, "eo": 0.4,
    "io": 0.6, "Yi": 0.05, "Ye": 0.2, "wu": 0.05, "wo": 0.1, "Γg": 0.0, "ΓG": 0.0, "Γh": 0.1, "Γj": 0.03,
    "kq": 0.03, "gG": 0.05, "gj": 0.04, "gh": 0.3, "xh": 0.3, "Hx": 0.0, "Hh": 0.0, "Dz": 0.1, "DT": 0.05,
    "Dd": 0.2,
    "Ts": 0.3, "Tt": 0.2, "Tz": 0.15, "dz": 0.5, "kg": 0.2, "qg": 0.15, "jG": 0.3, "hG": 0.15, "jS": 0.6,
    "sz": 0.3, "gk": 0.2, "bw": 0.8, "fw": 0.5, "ةه": 0.05, "ىي": 0.02, "ىا": 0.1, "ةا": 0.1, "هح": 0.6,
    "اء": 0.2,
}  # fmt: skip
_GLIDES = {"ai": "aY", "ei": "eY", "au": "aw"}
_VOCAL = "aeiouyаеиоуыэюя"  # a glide before one of these is a consonant
# What letters are said as: as a rule, and before a vowel.
_SAID = {letters: (put, _GLIDES.get(put, put)) for letters, put in (_LATIN | _CYRILLIC).items()}
_SAID |= dict.fromkeys("yй", ("i", "Y"))
_HEADS = frozenset(letters[0] for letters in _SAID if len(letters) > 1)
_DIPHTHONGS = ("ai", "ei", "au", "ou")
_COST = {pair: cost for name, cost in _PAIRS.items() for pair in (name, name[::-1])}
_ANOTHER = 1.0
# What a sound costs that the other spelling has not: least for the second of two vowels, and at the end.
_ALONE = dict.fromkeys("aeiouاويى", 0.5) | dict.fromkeys("hءةه", 0.25) | {"Y": 0.3}
_SOUND, _PAIRED = 0.9, 0.25
_FAINT, _FAINTLY = "eh", 0.05  # hardly heard at the end of a word
_DOUBLED = 0.005  # for each letter that one spelling doubles
_HEARING = _COST, _ANOTHER, _SAID, _VOCAL, _ALONE, _SOUND, _DIPHTHONGS, _PAIRED, _FAINT, _FAINTLY
_quick = compiled.word and compiled.word.Apart(*_HEARING)


class _Said(NamedTuple):
    """A folded spelling as it is said: sounds, what each costs alone, letters that stand double."""

    sounds: str
    weights: list[float]
    doubled: int


@remembered(_CACHED)
def _said(folded: str) -> _Said:
    """A folded spelling as it is said."""
    sounds = _phones(folded)
    return untracked(_Said(sounds, untracked(_weights(sounds)), sum(map(eq, folded, folded[1:]))))


def _phones(folded: str) -> str:
    """A folded spelling, one sign for each sound, doubled ones made single."""
    if folded[-1:] > "\u0600":
        return folded
    said = last = ""
    at, end = 0, len(folded)
    while at < end:
        letter = folded[at]
        for size in (3, 2, 1) if letter in _HEADS else (1,):
            puts = _SAID.get(folded[at : at + size])
            if puts is not None:
                break
        else:
            puts = letter, letter
        glides = folded[at + size : at + size + 1] in _VOCAL and at + size < end and (at > 0 or size > 1)
        at += size
        for sign in puts[glides]:
            if sign != last:
                said += sign
                last = sign
    return said


@remembered(_CACHED)
def near(left: str, right: str) -> float:
    """How far two folded spellings are apart, per sound: 0 for one sound, above 0.2 hardly one name.

    Words of which one is in Arabic script and the other is not cannot be compared: 9.

    >>> near("mohammed", "muhammad") < near("mahmoud", "muhammad")
    True
    >>> near("хасан", "hasan")
    0.0
    """
    if left == right:
        return 0.0
    if (script_of(left) == "Arab") != (script_of(right) == "Arab"):
        return 9.0
    return within(left, right)


def within(left: str, right: str) -> float:
    """How far two folded spellings are apart that are both in Arabic script, or neither: the same as `near`.

    >>> within("hasan", "hassan") == near("hasan", "hassan")
    True
    """
    if left == right:
        return 0.0
    quick: float | None = _quick(left, right) if _quick else None
    return _within(left, right) if quick is None else quick


def _within(left: str, right: str) -> float:
    a, b = _said(left), _said(right)
    length = _DOUBLED * abs(a.doubled - b.doubled)
    edits = _edits(a.sounds, b.sounds, a.weights, b.weights) if a.sounds != b.sounds else 0.0
    return (length + edits) / max(len(a.sounds), len(b.sounds), 1)


def _edits(a: str, b: str, losses: list[float], gains: list[float]) -> float:
    """The least cost of turning one row of sounds into the other."""
    row = [0.0]
    for gained in gains:
        row.append(row[-1] + gained)
    for at, one in enumerate(a):
        before = row
        lost = losses[at]
        row = [before[0] + lost]
        for to, other in enumerate(b):
            cost = before[to] + (0.0 if one == other else _COST.get(one + other, _ANOTHER))
            row.append(min(cost, before[to + 1] + lost, row[to] + gains[to]))
    return row[-1]


def _weights(said: str) -> list[float]:
    """What it costs to hear each sound that the other spelling has not."""
    costs = [
        _PAIRED if said[at - 1 : at + 1] in _DIPHTHONGS else _ALONE.get(sign, _SOUND)
        for at, sign in enumerate(said)
    ]
    if said and said[-1] in _FAINT:
        costs[-1] = _FAINTLY
    return costs
