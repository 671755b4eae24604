"""How far a Ukrainian or Belarusian name is from a Russian one: Dovhenke, Долгенькое.

The two tongues write one name by other letters, of a regular kind: Ukrainian -ське is -ское, -івка -овка.
Both names are put into one set of letters (`tables/sounds/cognates.toml`); the cheapest path from one to the
other goes by what letters became of which (`tables/sounds/cognates.tsv`, learned by ``python -m
translit.learning cognates`` from towns whose names in both tongues the tables list).
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Any, NamedTuple

from translit import compiled
from translit.memory import once
from translit.sounds.keys import keyer
from translit.tables import Tables, built_in
from translit.text.clean import fold
from translit.text.script import script_of

__all__ = [
    "NEIGHBOUR",
    "RUSSIAN",
    "Costs",
    "apart",
    "costs_of",
    "guess",
    "likeness",
    "measures",
    "spelt",
]

NEIGHBOUR, RUSSIAN = "neighbour", "russian"
_VOWELS = frozenset("aeiouyj")
_NEAR_VOWELS = frozenset("iyj")
_EDGES = frozenset("^$")
_LONGEST = 3  # letters on either side that become others together
_NEVER = 9.0  # nats for what closes a word to be something else
_LEFT_OUT = {"j": 1.0}  # nats for a letter left out
_VOWEL_OUT, _CONSONANT_OUT = 1.5, 4.0
_DOUBLED = re.compile(r"(.)\1+")
_OPEN = "~"

Costs = Mapping[str, Mapping[str, float]]


class _Costs(dict[str, dict[str, float]]):
    """Costs with the compiled search for the cheapest path by them, where there is one."""

    path: Callable[[str, str], float | None] | None = None


class _Letters(NamedTuple):
    """The letters of both tongues: Cyrillic ones for each, for both, Latin groups, and what finds a group."""

    cyrillic: Mapping[str, Mapping[int, str]]
    joined: Mapping[str, str]
    latin: Mapping[str, str]
    groups: re.Pattern[str]


@once
def _letters(tables: Tables) -> _Letters:
    """The table of letters made ready."""
    page: Any = tables.toml("sounds/cognates")
    common = _pairs(page["cyrillic"]["letters"])
    cyrillic = {
        tongue: {ord(letter): put for letter, put in (common | _pairs(page["cyrillic"][tongue])).items()}
        for tongue in (NEIGHBOUR, RUSSIAN)
    }
    groups = _pairs(page["latin"]["groups"])
    found = [
        group.replace(_OPEN, "(?![aeou])") if _OPEN in group else group
        for group in sorted(groups, key=len, reverse=True)
    ]
    latin = {group.rstrip(_OPEN): put for group, put in groups.items()}
    return _Letters(cyrillic, _pairs(page["cyrillic"]["joined"]), latin, re.compile("|".join(found)))


def _pairs(text: str) -> dict[str, str]:
    """Letters and what is put for them, told in turn."""
    words = text.split()
    return dict(zip(words[::2], words[1::2], strict=True))


@lru_cache(maxsize=1 << 15)
def spelt(word: str, tongue: str, tables: Tables | None = None) -> str:
    """A word in the letters of both tongues, between its edges; и is another letter in each.

    >>> spelt("Кринички", "neighbour"), spelt("Krynychky", "neighbour"), spelt("Кринички", "russian")
    ('^krynyčky$', '^krynyčky$', '^krinički$')
    """
    letters = _letters(tables or built_in())
    low = fold(word)
    if script_of(low) == "Cyrl":
        known = letters.cyrillic[tongue]
        for several, put in letters.joined.items():
            low = low.replace(several, put)
        text = "".join([known.get(ord(letter), "") for letter in low])
    else:
        plain = "".join(filter(str.isalpha, keyer("ru", tables).plain(low)))
        text = letters.groups.sub(lambda found: letters.latin[found[0]], plain)
    return "^" + _DOUBLED.sub(r"\1", text) + "$"


def guess(left: str, right: str) -> float:
    """What a letter costs beside another where nothing was learned, in nats; "" is none."""
    if left == right:
        return 0.0
    if not _EDGES.isdisjoint((left, right)):
        return _NEVER
    if not left or not right:
        one = left or right
        return _LEFT_OUT.get(one, _VOWEL_OUT if one in _VOWELS else _CONSONANT_OUT)
    vowels = (left in _VOWELS) + (right in _VOWELS)
    if vowels == 1:
        return 4.0
    if vowels:
        return 0.5 if left in _NEAR_VOWELS and right in _NEAR_VOWELS else 1.0
    return 4.0


@once
def costs_of(tables: Tables) -> Costs:
    """What each letter or few become, with the cost."""
    found = _Costs()
    for left, right, cost in list(tables.cells("sounds/cognates"))[1:]:
        found.setdefault(left, {})[right] = float(cost)
    if compiled.word:
        found.path = compiled.word.Path(found, guess, _NEVER)
    return found


@lru_cache(maxsize=1 << 12)
def _guessed(left: str, right: str) -> float:
    return guess(left, right)


def apart(left: str, right: str, costs: Costs) -> float:
    """How far a spelt neighbour's word is from a spelt Russian one, in nats, by the cheapest path.

    >>> apart("^lisove$", "^lesovoe$", {"lis": {"les": 0.2}, "e$": {"oe$": 0.3}})
    0.5
    """
    if isinstance(costs, _Costs) and costs.path:
        found = costs.path(left, right)
        if found is not None:
            return found
    return _apart(left, right, costs)


def _apart(left: str, right: str, costs: Costs) -> float:
    """The same in Python."""
    size = len(right)
    known = [_NEVER * (size + len(left))] * (size + 1)
    rows = [known[:] for _ in range(len(left) + 1)]
    rows[0][0] = 0.0
    for i in range(len(left) + 1):
        here = rows[i]
        letter = left[i : i + 1]
        below = rows[i + 1] if letter else here
        learned = [
            (rows[i + width], costs[chunk])
            for width in range(1, _LONGEST + 1)
            if i + width <= len(left) and (chunk := left[i : i + width]) in costs
        ]
        for j in range(size + 1):
            now = here[j]
            if j < size:
                other = right[j]
                cost = now + _guessed("", other)
                if cost < here[j + 1]:
                    here[j + 1] = cost
                if letter:
                    cost = now + _guessed(letter, other)
                    if cost < below[j + 1]:
                        below[j + 1] = cost
            if letter:
                cost = now + _guessed(letter, "")
                if cost < below[j]:
                    below[j] = cost
            for row, becomes in learned:
                for chunk, price in becomes.items():
                    if right.startswith(chunk, j):
                        end = j + len(chunk)
                        if now + price < row[end]:
                            row[end] = now + price
    return rows[len(left)][size]


def measures(one: str, two: str, costs: Costs, tables: Tables | None = None) -> dict[str, float]:
    """What tells whether two words are cognates, whichever of them is the neighbour's."""
    there, here = (spelt(one, tongue, tables) for tongue in (NEIGHBOUR, RUSSIAN))
    ours, theirs = (spelt(two, tongue, tables) for tongue in (RUSSIAN, NEIGHBOUR))
    far = min(apart(there, ours, costs), apart(theirs, here, costs))
    letters = len(there) + len(ours) - 4
    each = 2 * far / max(letters, 2)
    return {
        "bias": 1.0,
        "distance": far,
        "distance a letter": each,
        "root": math.sqrt(each),
        "length": math.log(max(letters, 0) + 1),
    }


@once
def _odds_of(tables: Tables) -> Mapping[str, float]:
    """The learned weight of each of the `measures`."""
    return {row.id: float(row["weight"]) for row in tables.rows("weights/cognates")}


def likeness(one: str, two: str, tables: Tables | None = None) -> float:
    """The log-odds, in nats, that two words are one name in two neighbouring tongues; 0 is even.

    Symmetric.

    >>> likeness("Dovhenke", "Долгенькое") > 1 > 0 > likeness("Dovhenke", "Довгалевка")
    True
    """
    return _likeness(*sorted((one, two)), tables or built_in())


@lru_cache(maxsize=1 << 16)
def _likeness(one: str, two: str, tables: Tables) -> float:
    """`likeness` of two words in their order."""
    weights = _odds_of(tables)
    found = measures(one, two, costs_of(tables), tables)
    return sum(weights.get(name, 0.0) * value for name, value in found.items())
