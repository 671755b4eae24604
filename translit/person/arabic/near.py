"""How near two spellings of Arabic names are, vowels and all: quick, for choosing among rows of one key.

The key of `translit.sounds` has already brought the rows of one consonant frame together; what is
left to weigh are vowels (Khaled, Khalid), length (Hassan, Hasan) and the letters a key confounds.
What letters are said as, and how far two sounds are apart, are rows of `tables/sounds/ar/said.tsv` and
`said-apart.tsv`.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import islice
from operator import eq
from typing import Any, NamedTuple

from translit import compiled
from translit.memory import once, remembered
from translit.quick import untracked
from translit.tables import built_in
from translit.text.script import ARABIC, script_of

__all__ = ["near", "within"]

_CACHED = 16384
_SAID, _APART = "sounds/ar/said", "sounds/ar/said-apart"
_VOCAL = "aeiouyаеиоуыэюя"  # a glide before one of these is a consonant
_DIPHTHONGS = ("ai", "ei", "au", "ou")
_ANOTHER = 1.0
# What a sound costs that the other spelling has not, where no row says less; the second of two vowels.
_SOUND, _PAIRED = 0.9, 0.25
_FAINT, _FAINTLY = "eh", 0.05  # hardly heard at the end of a word
_DOUBLED = 0.005  # for each letter that one spelling doubles


class _Hearing(NamedTuple):
    """What letters are said as, as a rule and before a vowel; what sounds cost beside others and alone."""

    said: dict[str, tuple[str, str]]
    heads: frozenset[str]
    costs: dict[str, float]
    alone: dict[str, float]

    def told(self) -> tuple[Any, ...]:
        """What the compiled loop is told."""
        beside = self.costs, _ANOTHER, self.said, _VOCAL
        return *beside, self.alone, _SOUND, _DIPHTHONGS, _PAIRED, _FAINT, _FAINTLY


@once
def _hearing() -> _Hearing:
    """The rows of the tables; the first letters of what several letters are said as."""
    tables = built_in()
    said = {letters: (put, gliding or put) for letters, put, gliding in islice(tables.cells(_SAID), 1, None)}
    rows = [(left, right, float(cost)) for left, right, cost in islice(tables.cells(_APART), 1, None)]
    costs = {pair: cost for one, other, cost in rows if other for pair in (one + other, other + one)}
    heads = frozenset(letters[0] for letters in said if len(letters) > 1)
    return _Hearing(said, heads, costs, {one: cost for one, other, cost in rows if not other})


@once
def _measure() -> Callable[[str, str], float | None]:
    """What measures two spellings: in Python, or compiled, which says None of what it leaves to Python."""
    if not compiled.word:
        return _within
    made: Callable[[str, str], float | None] = compiled.word.Apart(*_hearing().told())
    return made


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
    if folded[-1:] > ARABIC:
        return folded
    puts_of, heads = _hearing().said, _hearing().heads
    said = last = ""
    at, end = 0, len(folded)
    while at < end:
        letter = folded[at]
        for size in (3, 2, 1) if letter in heads else (1,):
            puts = puts_of.get(folded[at : at + size])
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
    found = _measure()(left, right)
    return _within(left, right) if found is None else found


def _within(left: str, right: str) -> float:
    a, b = _said(left), _said(right)
    length = _DOUBLED * abs(a.doubled - b.doubled)
    edits = _edits(a.sounds, b.sounds, a.weights, b.weights) if a.sounds != b.sounds else 0.0
    return (length + edits) / max(len(a.sounds), len(b.sounds), 1)


def _edits(a: str, b: str, losses: list[float], gains: list[float]) -> float:
    """The least cost of turning one row of sounds into the other."""
    costs, row = _hearing().costs, [0.0]
    for gained in gains:
        row.append(row[-1] + gained)
    for at, one in enumerate(a):
        before = row
        lost = losses[at]
        row = [before[0] + lost]
        for to, other in enumerate(b):
            cost = before[to] + (0.0 if one == other else costs.get(one + other, _ANOTHER))
            row.append(min(cost, before[to + 1] + lost, row[to] + gains[to]))
    return row[-1]


def _weights(said: str) -> list[float]:
    """What it costs to hear each sound that the other spelling has not."""
    alone = _hearing().alone
    costs = [
        _PAIRED if said[at - 1 : at + 1] in _DIPHTHONGS else alone.get(sign, _SOUND)
        for at, sign in enumerate(said)
    ]
    if said and said[-1] in _FAINT:
        costs[-1] = _FAINTLY
    return costs
