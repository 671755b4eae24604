"""The hot loops: what the readings of a spelling are worth, and the path from word to word.

Where `_loops.c` has been compiled (see `hatch_build.py`), `compiled` is that module, and its loops run
in place of these and of the beam search (`beam`); they give the same answers.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Set
from itertools import accumulate
from typing import Any, Protocol

from translit.compiled import module
from translit.sounds.beam import Backoff, Reader
from translit.sounds.packed import FORMAT

__all__ = [
    "Backoff",
    "Lines",
    "Listener",
    "Reader",
    "Ruler",
    "compiled",
    "cutter",
    "lines",
    "listener",
    "made",
    "ruler",
    "shares",
    "vowels",
    "vowels_apart",
]

compiled = module("translit.sounds._loops", FORMAT)

_VOWELS = "aeiouy"
_PLAIN = {
    "ou": "u",
    "oo": "u",
    "o": "u",
    "ee": "i",
    "y": "i",
    "ay": "y",
    "ai": "y",
    "ei": "y",
    "ey": "y",
    "eu": "u",
}
_NEAR = {"ae": 0.2, "ei": 0.2, "eu": 0.7, "iy": 0.5, "ey": 0.3, "ay": 0.4, "ai": 0.8, "au": 1.0, "iu": 1.2}
_SKIP = {"a": 0.7, "e": 0.4, "i": 0.7, "u": 0.8, "y": 0.9, "C": 1.0}


def _pattern(word: str) -> str:
    """The pattern of an Arabic name's vowels in Latin letters: each consonant a C, each vowel plain.

    >>> vowels("mahmoud"), vowels("muhammad"), vowels("khaled")
    ('CaCCuC', 'CuCaCaC', 'CaCeC')
    """
    pattern = ""
    at = 0
    size = len(word)
    last = ""
    while at < size:
        letter = word[at]
        if letter in _VOWELS and not (letter == "y" and at + 1 < size and word[at + 1] in _VOWELS):
            end = at + 1
            while (
                end < size
                and word[end] in _VOWELS
                and not (word[end] == "y" and end + 1 < size and word[end + 1] in _VOWELS)
            ):
                end += 1
            group = word[at:end]
            plain = _PLAIN.get(group, group[0])
            pattern += "u" if plain == "o" else plain
            at = end
            last = ""
            continue
        if not (letter == last or (letter == "h" and last in ("s", "k", "g", "d", "t", "c") and last)):
            pattern += "C"
        last = letter
        at += 1
    return pattern


def _patterns_apart(left: str, right: str) -> float:
    """How far two patterns of vowels contradict each other.

    >>> vowels_apart("CaCeC", "CaCiC") < vowels_apart("CaCCuC", "CuCaCaC")
    True
    """
    if left == right:
        return 0.0
    row: list[float] = [0.0]
    for letter in right:
        row.append(row[-1] + _SKIP[letter])
    for one in left:
        skip = _SKIP[one]
        diagonal = row[0]
        row[0] += skip
        for at, other in enumerate(right, 1):
            if one == other:
                cost = diagonal
            elif one == "C" or other == "C":
                cost = diagonal + 2.0
            else:
                cost = diagonal + _NEAR.get(one + other if one < other else other + one, 1.0)
            diagonal = row[at]
            if cost > diagonal + skip:
                cost = diagonal + skip
            if cost > row[at - 1] + _SKIP[other]:
                cost = row[at - 1] + _SKIP[other]
            row[at] = cost
    return row[-1]


Known = Mapping[str, tuple[tuple[str, ...], tuple[str, ...]]]  # full spellings, patterns of vowels


class Listener:
    """Reads a spelling and weighs what is known of its readings.

    `gains` are nats that a reading gains, `known` has the patterns of its vowels in Latin letters; it loses
    `vowels` for each vowel that contradicts all of them, and `ending` where it drops the i that its
    spelling ends with, none of `before_i` being its last letter.
    """

    def __init__(
        self,
        reader: Reader,
        gains: Mapping[str, float],
        known: Known,
        before_i: str,
        vowels: float,
        ending: float,
    ) -> None:
        self.reader = reader
        self.gains = gains
        self.known = known
        self.before_i = before_i
        self.vowels = vowels
        self.ending = ending

    def costs(self, word: str, pattern: str, beam: int, within: float) -> list[tuple[float, str]]:
        """The readings of a spelling, the cheapest first; `pattern` is that of its vowels, or none."""
        read, gains = self.reader.read(word, beam, within), self.gains
        found = [(cost - gains.get(native, 0.0), native) for cost, native in read]
        if pattern:
            found = [(cost + self._loss(native, pattern), native) for cost, native in found]
        found.sort()
        return found

    def sought(
        self,
        word: str,
        pattern: str,
        listed: Set[str],
        first: tuple[int, float],
        lead: float,
        beam: int,
        within: float,
    ) -> tuple[list[tuple[float, str]], bool]:
        """The costs of a first look where the best of them leads and is listed or known, or else of a second.

        The other value tells whether the first look did.
        """
        found = self.costs(word, pattern, *first)
        leads = len(found) == 1 or (found and found[1][0] - found[0][0] > lead)
        if leads and (found[0][1] in self.known or found[0][1] in listed):
            return found, True
        return self.costs(word, pattern, beam, within), False

    def _loss(self, native: str, pattern: str) -> float:
        """The nats a reading loses for other vowels than its row has, or where the i at the end is lost."""
        loss = self.ending if pattern[-1] == "i" and native[-1] not in self.before_i else 0.0
        known = self.known.get(native)
        if known is not None and known[1]:
            loss += self.vowels * min([_patterns_apart(pattern, other) for other in known[1]])
        return loss


def _shares(
    costs: list[tuple[float, str]], warmth: float, least: float, more: float
) -> tuple[tuple[str, float], ...]:
    """What each reading is likely to be, the cheapest first; those with too little a share are dropped.

    `warmth` says how far the costs tell, `more` what all that was not read adds to the whole.

    >>> found = shares([(1.0, "песков"), (3.0, "пешков"), (19.0, "писков")], 0.6, 0.001, 1.0)
    >>> [(native, round(share, 2)) for native, share in found]
    [('песков', 0.77), ('пешков', 0.23)]
    """
    odds = [(native, math.exp(warmth * (costs[0][0] - cost))) for cost, native in costs]
    total = 0.0
    for _, share in odds:
        total += share
    total *= more
    return tuple([(native, share / total) for native, share in odds if share > least * total])


class Ruler:
    """The costs of symbols: of each beside each, and of leaving each out.

    A row of symbols is a text: the letter `chr(number)` stands for the symbol of that number. Symbols
    beyond the numbers known cost what is `strange` beside others and `unknown` by themselves; rows of
    which one is far longer are `hopeless`.
    """

    def __init__(
        self, costs: list[list[float]], gaps: list[float], strange: float, unknown: float, hopeless: float
    ) -> None:
        self.costs = [dict(enumerate(row)) for row in costs]
        self.gaps = dict(enumerate(gaps))
        self.strange = strange
        self.unknown = unknown
        self.hopeless = hopeless

    def apart(self, left: str, right: str) -> float:
        """How far two rows of symbols are apart, in nats per symbol."""
        if left == right:
            return 0.0
        one, other = len(left), len(right)
        if one > 2 * other + 2 or other > 2 * one + 2:
            return self.hopeless
        return 2 * self._cost(list(map(ord, left)), list(map(ord, right))) / (one + other)

    def _cost(self, left: list[int], right: list[int]) -> float:
        """The cost of the cheapest path, one for one or left out."""
        skips = [self.gaps.get(symbol, self.unknown) for symbol in right]
        row = list(accumulate(skips, initial=0.0))
        for one in left:
            skip = self.gaps.get(one, self.unknown)
            known = self.costs[one] if one < len(self.costs) else {}
            diagonal = row[0]
            before = diagonal + skip
            row[0] = before
            for at, other in enumerate(right, 1):
                cost = diagonal + known.get(other, 0.0 if one == other else self.strange)
                diagonal = row[at]
                if diagonal + skip < cost:
                    cost = diagonal + skip
                before += skips[at - 1]
                if before < cost:
                    cost = before
                row[at] = before = cost
        return row[-1]


def made(name: str, pure: Any) -> Any:
    """The compiled twin of a loop, or the loop itself."""
    return getattr(compiled, name, pure)


ruler: type[Ruler] = made("Ruler", Ruler)
cutter: Any = made("Cutter", None)  # near.py has its twin
vowels: Callable[[str], str] = made("vowels", _pattern)
vowels_apart: Callable[[str, str], float] = made("vowels_apart", _patterns_apart)
shares: Callable[[list[tuple[float, str]], float, float, float], tuple[tuple[str, float], ...]] = made(
    "shares", _shares
)


class Lines(Protocol):
    """What a large table of two columns tells of a word."""

    def get(self, word: str, /) -> str | None:
        """What the line of a word tells, None where there is none."""
        ...

    def __contains__(self, word: object, /) -> bool:
        """Has the table a line of this word?"""
        ...


def lines(table: bytes) -> Lines:
    """The lines of a table of two columns by their words, without its header.

    Compiled, they are found where they stand.

    >>> known = lines("native\\tkinds\\nанна\\tgf\\n".encode())
    >>> known.get("анна"), known.get("яна"), "native" in known
    ('gf', None, False)
    """
    if compiled:
        made: Lines = compiled.Lines(table)
        return made
    cells = (line.rstrip("\r").partition("\t") for line in table.decode().split("\n")[1:])
    return {word: told for word, tab, told in cells if tab}


def listener(reader: Any, *known: Any) -> Any:
    """A Listener with a reader of either kind, compiled where that is."""
    return Listener(reader, *known) if isinstance(reader, Reader) else compiled.Listener(reader, *known)
