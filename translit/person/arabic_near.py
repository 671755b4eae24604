"""How near two spellings of Arabic names are, vowels and all: quick, for choosing among rows of one key.

The key of `translit.sounds` has already brought the rows of one consonant frame together; what is
left to weigh are vowels (Khaled, Khalid), length (Hassan, Hasan) and the letters a key confounds.
"""

from __future__ import annotations

from functools import lru_cache

from translit.text.script import script_of

__all__ = ["near"]

_CACHED = 65536
_LATIN = {
    "tch": "S", "dzh": "j", "sch": "S", "kh": "x", "gh": "G", "sh": "S", "ch": "S", "dj": "j", "th": "T", "dh": "D",
    "ph": "f", "ck": "k", "qu": "k", "ou": "u", "oo": "u", "ee": "i", "ai": "A", "ay": "A", "ei": "A", "ey": "A",
    "au": "O", "aw": "O", "eu": "u", "ow": "O", "ew": "O", "ce": "se", "ci": "si", "cy": "si",
    "ye": "ie", "y": "i", "c": "k", "v": "w",
}  # fmt: skip
_CYRILLIC = {
    "дж": "j", "ай": "A", "ей": "A", "эй": "A", "яй": "A", "ау": "O", "ао": "O", "а": "a", "б": "b", "в": "w",
    "г": "Γ", "ґ": "g", "д": "d", "е": "e", "ё": "e", "є": "e", "ж": "j", "з": "z", "и": "i", "і": "i", "ї": "i",
    "й": "i", "к": "k", "л": "l", "м": "m", "н": "n", "о": "o", "п": "b", "р": "r", "с": "s", "т": "t", "у": "u",
    "ў": "w", "ф": "f", "х": "H", "ц": "s", "ч": "S", "ш": "S", "щ": "S", "ы": "i", "э": "e", "ю": "iu", "я": "ia",
    "ъ": "", "ь": "",
}  # fmt: skip
_TABLE = _LATIN | _CYRILLIC
_VOWELS = frozenset("aeiouAO" + "اويى")
_PAIRS = {
    "ae": 0.1, "ei": 0.1, "ou": 0.05, "ai": 0.35, "ao": 0.35, "au": 0.5, "iu": 0.6, "eu": 0.5, "eo": 0.4, "io": 0.6,
    "Ai": 0.1, "Ae": 0.1, "Aa": 0.3, "Ou": 0.1, "Oo": 0.05, "Oa": 0.3, "wu": 0.05, "wo": 0.1, "wO": 0.15,
    "Γg": 0.0, "ΓG": 0.0, "Γh": 0.1, "Γj": 0.03, "kq": 0.03, "gG": 0.05, "gj": 0.04, "gh": 0.3, "xh": 0.3, "Hx": 0.0, "Hh": 0.0, "Dz": 0.1, "Dd": 0.2, "Ts": 0.3,
    "Tt": 0.2, "Tz": 0.4, "dz": 0.5, "kg": 0.2, "qg": 0.15, "jG": 0.3, "hG": 0.15, "jS": 0.6, "sz": 0.3, "gk": 0.2,
    "bw": 0.8, "fw": 0.5, "ةه": 0.05, "ىي": 0.02, "ىا": 0.1, "ةا": 0.1, "هح": 0.6, "اء": 0.2,
}  # fmt: skip
_LETTERS = tuple("aeiouyаеиоуыэюя")  # a glide before one of these is a consonant
_FAINT = "eh"  # hardly heard at the end of a word
_COST = {pair: cost for name, cost in _PAIRS.items() for pair in (name, name[::-1])}


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
                if put in "AO" and folded[at + 2 : at + 3] in _LETTERS:
                    found.append(folded[at] + ("i" if put == "A" else "w"))
                else:
                    found.append(put)
                at += size
                break
        else:
            found.append(folded[at])
            at += 1
    said = "".join(found)
    return "".join(sign for at, sign in enumerate(said) if at == 0 or sign != said[at - 1])


@lru_cache(maxsize=_CACHED)
def near(left: str, right: str) -> float:
    """How far two folded spellings are apart, per sound: 0 for one sound, above 0.2 hardly one name.

    Words of which one is in Arabic script and the other is not cannot be compared: 9.

    >>> near("mohammed", "muhammad") < near("mahmoud", "muhammad")
    True
    >>> near("хасан", "hassan")
    0.0
    """
    if left == right:
        return 0.0
    if (script_of(left) == "Arab") != (script_of(right) == "Arab"):
        return 9.0
    a, b = _phones(left), _phones(right)
    length = 0.005 * abs(len(left) - len(right)) if script_of(left) == script_of(right) else 0.0
    return (length + (_edits(a, b) if a != b else 0.0)) / max(len(a), len(b), 1)


def _edits(a: str, b: str) -> float:
    """The least cost of turning one row of sounds into the other."""
    gains = [_alone(sign) for sign in b]
    if b and b[-1] in _FAINT:
        gains[-1] = 0.05
    row = [0.0]
    for gained in gains:
        row.append(row[-1] + gained)
    for at, one in enumerate(a):
        before = row
        lost = 0.05 if one in _FAINT and at == len(a) - 1 else _alone(one)
        row = [before[0] + lost]
        for to, other in enumerate(b):
            cost = before[to] + (0.0 if one == other else _COST.get(one + other, 1.0))
            row.append(min(cost, before[to + 1] + lost, row[to] + gains[to]))
    return row[-1]


def _alone(sign: str) -> float:
    """What it costs to hear a sound that the other spelling has not."""
    return 0.5 if sign in _VOWELS else 0.25 if sign in "hءةه" else 0.9
