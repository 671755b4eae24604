"""Which word is the surname: every way to read a name's words, weighed against the others."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache
from operator import itemgetter
from typing import Any, NamedTuple

from translit.memory import remembered
from translit.person.evidence import Word, weigh
from translit.tables import Tables

__all__ = ["Assignment", "arranged", "assignments", "features", "shares", "surest"]

# The roles of the words in turn: G given, P patronymic, S surname.
Assignment = str

_PATTERNS: dict[int, tuple[Assignment, ...]] = {
    1: ("S", "G", "P"),
    2: ("GS", "SG", "GP"),
    3: ("GPS", "SGP", "GGS", "SGG", "GSS", "SSG"),
    4: ("GPSS", "SSGP", "GGPS", "SGGP", "GGSS", "SSGG", "GPPS", "SGPP"),
}
_ROLES = "GPS"
_FORCED = 8.0
_LONG = 4


@lru_cache(maxsize=32)
def assignments(count: int) -> tuple[Assignment, ...]:
    """The ways to read a name of so many words.

    >>> assignments(2)
    ('GS', 'SG', 'GP')
    """
    if count in _PATTERNS:
        return _PATTERNS[count]
    more = "G" * (count - 3)
    return (more + "GPS", "S" + more + "GP", more + "GGS", "S" + more + "GG", "GPS" + "S" * len(more))


def features(words: Sequence[Word], assignment: Assignment, comma: int = -1) -> Iterator[tuple[str, float]]:
    """What speaks for reading the words so, named; `comma` is the number of words before a comma."""
    for found, role in zip(words, assignment, strict=True):
        yield from {"G": found.given, "P": found.patronymic, "S": found.surname}[role]
    yield _pattern(assignment), 1.0
    yield from _together(words, assignment, comma)


def _pattern(assignment: Assignment) -> str:
    return f"pattern-{assignment if len(assignment) < _LONG else 'long'}"


def _together(words: Sequence[Word], assignment: Assignment, comma: int) -> Iterator[tuple[str, float]]:
    """What the words say together: parts of one gender agree, capitals and a comma mark the surname."""
    told = [
        gender
        for found, role in zip(words, assignment, strict=True)
        if (gender := found.genders[_ROLES.index(role)])
    ]
    if len(told) > 1:
        yield ("agree" if len(set(told)) == 1 else "clash"), 1.0
    yield from _marks(words, assignment, comma)


def _marks(words: Sequence[Word], assignment: Assignment, comma: int) -> Iterator[tuple[str, float]]:
    """What capitals and a comma say of the surname."""
    if any(found.shouted for found in words):
        yield from _capitals(words, assignment)
    if comma > 0:
        right = set(assignment[:comma]) == {"S"} and "S" not in assignment[comma:]
        yield "comma", 1.0 if right else -1.0


def _capitals(words: Sequence[Word], assignment: Assignment) -> Iterator[tuple[str, float]]:
    """Lists print a surname in capitals beside a name that is not."""
    if all(found.shouted for found in words if not found.initial):
        return
    for found, role in zip(words, assignment, strict=True):
        if found.shouted:
            yield "capitals", 1.0 if role == "S" else -1.0


def shares(
    words: Sequence[Word], tables: Tables, comma: int = -1, order: str = "auto"
) -> tuple[tuple[Assignment, float], ...]:
    """Every assignment with its probability, likeliest first."""
    ways, odds = _odds(words, tables, comma, order)
    scale = sum(odds)
    found = [(way.assignment, odd / scale) for way, odd in zip(ways, odds, strict=True)]
    return tuple(sorted(found, key=itemgetter(1), reverse=True))


def surest(words: Sequence[Word], tables: Tables, comma: int, order: str) -> tuple[Assignment, float]:
    """The likeliest assignment, and the probability of the order it has the words in."""
    ways, odds = _odds(words, tables, comma, order)
    best = ways[odds.index(max(odds))]
    agreeing = [odd for way, odd in zip(ways, odds, strict=True) if way.order == best.order]
    return best.assignment, sum(agreeing) / sum(odds)


class _Way(NamedTuple):
    """A way to read the words of a name: what it is worth by itself, and whence the words' worths come."""

    assignment: Assignment
    worth: float
    picked: Callable[[Sequence[float]], Sequence[float]]
    order: tuple[int, ...]


def _odds(
    words: Sequence[Word], tables: Tables, comma: int, order: str
) -> tuple[tuple[_Way, ...], list[float]]:
    """Every way to read some words and its odds against the likeliest."""
    ways = _ways(tuple([found.genders for found in words]), tables)
    worths = [worth for found in words for worth in found.worth]
    totals = [sum(picked(worths), worth) for _, worth, picked, _ in ways]
    if comma > 0 or order != "auto" or True in [found.shouted for found in words]:
        totals = [
            total + _marked(words, way.assignment, comma, order, weigh(tables))
            for way, total in zip(ways, totals, strict=True)
        ]
    top = max(totals)
    return ways, [math.exp(total - top) for total in totals]


def _marked(
    words: Sequence[Word], assignment: Assignment, comma: int, order: str, weights: Mapping[str, float]
) -> float:
    """What capitals, a comma and the order asked for are worth to an assignment."""
    told = sum([weights[name] * value for name, value in _marks(words, assignment, comma)])
    if order != "auto" and (assignment[0] == "S") != (order == "surname-first") and len(words) > 1:
        return told - _FORCED
    return told


@remembered(4096)
def _ways(genders: tuple[tuple[str, str, str], ...], tables: Tables) -> tuple[_Way, ...]:
    """The ways to read words that tell these genders, as given name, patronymic and surname."""
    weights = weigh(tables)
    found = []
    for assignment in assignments(len(genders)):
        places = [_ROLES.index(role) for role in assignment]
        told = {gender[place] for gender, place in zip(genders, places, strict=True)} - {""}
        count = sum(gender[place] != "" for gender, place in zip(genders, places, strict=True))
        worth = weights.get(_pattern(assignment), 0.0)
        if count > 1:
            worth += weights["agree" if len(told) == 1 else "clash"]
        spots = [3 * at + place for at, place in enumerate(places)]
        picked: Any = itemgetter(*spots) if len(spots) > 1 else itemgetter(slice(spots[0], spots[0] + 1))
        found.append(_Way(assignment, worth, picked, arranged(assignment)))
    return tuple(found)


@lru_cache(maxsize=64)
def arranged(assignment: Assignment) -> tuple[int, ...]:
    """The places of the words as the canonical form has them: given, patronymic, surname.

    >>> arranged("SGP")
    (1, 2, 0)
    """
    return tuple(sorted(range(len(assignment)), key=lambda at: (_ROLES.index(assignment[at]), at)))
