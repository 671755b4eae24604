"""How near two spellings of Arabic names are, vowels and all: quick, for choosing among rows of one key.

The key of `translit.sounds` has already brought the rows of one consonant frame together; what is
left to weigh are vowels (Khaled, Khalid), length (Hassan, Hasan) and the letters a key confounds.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise

from translit import compiled
from translit.text.script import script_of

__all__ = ["near"]

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
_GLIDES = {"ai": "Y", "ei": "Y", "au": "w"}
_LETTERS = tuple("aeiouyаеиоуыэюя")  # a glide before one of these is a consonant
_DIPHTHONGS = ("ai", "ei", "au", "ou")
_FAINT = "eh"  # hardly heard at the end of a word
_COST = {pair: cost for name, cost in _PAIRS.items() for pair in (name, name[::-1])}
_ANOTHER = 1.0
_quick = compiled.word and compiled.word.Apart(_COST, _ANOTHER)


@lru_cache(maxsize=_CACHED)
def _phones(folded: str) -> str:
    """A folded spelling, one sign for each sound, doubled ones made single."""
    if folded[-1:] > "\u0600":
        return folded
    table = _TABLE
    found = []
    at = 0
    while at < len(folded):
        for size in (3, 2, 1):
            put = table.get(folded[at : at + size])
            if put is not None:
                after = folded[at + size : at + size + 1]
                glide = size == 2 and put in _GLIDES and after in _LETTERS
                if glide:
                    put = put[0] + _GLIDES[put]
                elif put == "i" and _before(folded, at):
                    put = "Y"
                found.append(put)
                at += size
                break
        else:
            found.append(folded[at])
            at += 1
    said = "".join(found)
    return "".join(sign for at, sign in enumerate(said) if at == 0 or sign != said[at - 1])


def _before(folded: str, at: int) -> bool:
    """Is the letter here a y or й that a vowel follows, not at the start of the word?"""
    return at > 0 and folded[at] in "yй" and folded[at + 1 : at + 2] in _LETTERS


def _doubled(folded: str) -> int:
    """How many letters stand double: Maajid is not Majid, where both are rows."""
    return sum(one == two for one, two in pairwise(folded))


@lru_cache(maxsize=_CACHED)
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
    a, b = _phones(left), _phones(right)
    length = 0.005 * abs(_doubled(left) - _doubled(right))
    return (length + (_edits(a, b) if a != b else 0.0)) / max(len(a), len(b), 1)


def _edits(a: str, b: str) -> float:
    """The least cost of turning one row of sounds into the other."""
    gains, losses = _weights(b), _weights(a)
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


@lru_cache(maxsize=_CACHED)
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
