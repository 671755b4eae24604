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
    "dh": "D", "ph": "f", "ck": "k", "qu": "k", "ou": "u", "oo": "u", "ee": "i", "ai": "ai", "ay": "ai",
    "ei": "ei", "ey": "ei", "aw": "au", "au": "au", "eu": "u", "gui": "gi", "gue": "ge", "ce": "se",
    "ci": "si", "cy": "si", "y": "i", "c": "k", "v": "w",
}  # fmt: skip
_CYRILLIC = {
    "дж": "j", "а": "a", "б": "b", "в": "w", "г": "Γ", "ґ": "g", "д": "d", "е": "e", "ё": "e", "є": "e",
    "ж": "j", "з": "z", "и": "i", "і": "i", "ї": "i", "й": "i", "к": "k", "л": "l", "м": "m", "н": "n",
    "о": "o", "п": "b", "р": "r", "с": "s", "т": "t", "у": "u", "ў": "w", "ф": "f", "х": "H", "ц": "s",
    "ч": "S", "ш": "S", "щ": "S", "ы": "i", "э": "e", "ю": "iu", "я": "ia", "ъ": "", "ь": "",
}  # fmt: skip
_TABLE = _LATIN | _CYRILLIC
_GRAPHS = {letters: put for letters, put in _TABLE.items() if len(letters) > 1}
_HEADS = frozenset(letters[0] for letters in _GRAPHS)
_VOWELS = frozenset("aeiou" + "اويى")
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
_LETTERS = frozenset("aeiouyаеиоуыэюя")  # a glide before one of these is a consonant
_DIPHTHONGS = ("ai", "ei", "au", "ou")
_FAINT = "eh"  # hardly heard at the end of a word
_COST = {pair: cost for name, cost in _PAIRS.items() for pair in (name, name[::-1])}
_ANOTHER = 1.0
_quick = compiled.word and compiled.word.Apart(_COST, _ANOTHER)


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
        put, size = None, 1
        if letter in _HEADS:
            put, size = _GRAPHS.get(folded[at : at + 3]), 3
            if put is None:
                put, size = _GRAPHS.get(folded[at : at + 2]), 2
                if put in _GLIDES and folded[at + 2 : at + 3] in _LETTERS:
                    put = _GLIDES[put]
        if put is None:
            put, size = _TABLE.get(letter, letter), 1
            if at and letter in "yй" and folded[at + 1 : at + 2] in _LETTERS:
                put = "Y"
        at += size
        for sign in put:
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
    a, b = _said(left), _said(right)
    length = 0.005 * abs(a.doubled - b.doubled)
    edits = _edits(a.sounds, b.sounds, a.weights, b.weights) if a.sounds != b.sounds else 0.0
    return (length + edits) / max(len(a.sounds), len(b.sounds), 1)


def _edits(a: str, b: str, losses: list[float], gains: list[float]) -> float:
    """The least cost of turning one row of sounds into the other."""
    quick: float | None = _quick(a, b, losses, gains) if _quick else None
    if quick is not None:
        return quick
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
    """What it costs to hear each sound that the other spelling has not: least for one of two vowels."""
    costs = []
    for at, sign in enumerate(said):
        if sign in _VOWELS:
            paired = said[at - 1 : at + 1] in _DIPHTHONGS
            costs.append(0.25 if paired else 0.5)
        else:
            costs.append(0.25 if sign in "hءةه" else 0.3 if sign == "Y" else 0.9)
    if said and said[-1] in _FAINT:
        costs[-1] = 0.05
    return costs
