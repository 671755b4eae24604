"""Which word is the surname: every way to read a name's words, weighed against the others."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from functools import lru_cache
from operator import itemgetter

from translit.person.evidence import Word, weigh
from translit.tables import Tables

__all__ = ["Assignment", "arranged", "assignments", "features", "shares"]

# The roles of the words in turn: G given, P patronymic, S surname.
Assignment = str

_PATTERNS: dict[int, tuple[Assignment, ...]] = {
    1: ("S", "G", "P"),
    2: ("GS", "SG", "GP"),
    3: ("GPS", "SGP", "GGS", "SGG", "GSS", "SSG"),
    4: ("GPSS", "SSGP", "GGPS", "SGGP", "GGSS", "SSGG", "GPPS", "SGPP"),
}
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
        if (gender := found.genders["GPS".index(role)])
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
    worths = [found.worth for found in words]
    genders = [found.genders for found in words]
    marked = comma > 0 or any(found.shouted for found in words)
    found: list[tuple[float, Assignment]] = []
    ways, agree, clash = _ways(len(words), tables)
    for assignment, total, places in ways:
        first, clashes, told = "", False, 0
        for worth, gender, place in zip(worths, genders, places, strict=True):
            total += worth[place]
            if gender[place]:
                told += 1
                clashes = clashes or gender[place] != (first or gender[place])
                first = gender[place]
        if told > 1:
            total += clash if clashes else agree
        if marked:
            weights = weigh(tables)
            total += sum([weights[name] * value for name, value in _marks(words, assignment, comma)])
        if order != "auto" and (assignment[0] == "S") != (order == "surname-first") and len(words) > 1:
            total -= _FORCED
        found.append((total, assignment))
    found.sort(key=_worth, reverse=True)
    top = found[0][0]
    odds = [math.exp(total - top) for total, _ in found]
    scale = sum(odds)
    return tuple([(assignment, odd / scale) for (_, assignment), odd in zip(found, odds, strict=True)])


_worth = itemgetter(0)


@lru_cache(maxsize=32)
def _ways(
    count: int, tables: Tables
) -> tuple[tuple[tuple[Assignment, float, tuple[int, ...]], ...], float, float]:
    """The ways to read so many words, each with what it is worth by itself; what agreement is worth."""
    weights = weigh(tables)
    ways = tuple(
        (assignment, weights.get(_pattern(assignment), 0.0), tuple(map("GPS".index, assignment)))
        for assignment in assignments(count)
    )
    return ways, weights["agree"], weights["clash"]


@lru_cache(maxsize=64)
def arranged(assignment: Assignment) -> tuple[int, ...]:
    """The places of the words as the canonical form has them: given, patronymic, surname.

    >>> arranged("SGP")
    (1, 2, 0)
    """
    return tuple(sorted(range(len(assignment)), key=lambda at: ("GPS".index(assignment[at]), at)))
