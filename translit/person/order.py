"""Which word is the surname: every way to read a name's words, weighed against the others."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from functools import lru_cache

from translit.person.evidence import Word, weigh
from translit.tables import Tables

__all__ = ["Assignment", "assignments", "features", "shares"]

# The roles of the words in turn: G given, P patronymic, S surname.
Assignment = str

_PATTERNS: dict[int, tuple[Assignment, ...]] = {
    1: ("S", "G", "P"),
    2: ("GS", "SG", "GP"),
    3: ("GPS", "SGP", "GGS", "SGG", "GSS", "SSG"),
    4: ("GPSS", "SSGP", "GGPS", "SGGP", "GGSS", "SSGG", "GPPS", "SGPP"),
}
_FORCED = 8.0


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
    """What speaks for reading the words so; `comma` is the number of words before a comma."""
    genders: list[str] = []
    for at, (found, role) in enumerate(zip(words, assignment, strict=True)):
        if found.initial:
            if role == "S":
                yield "initial-surname", 1.0
            continue
        if role == "S":
            yield from found.surname
            genders.append(found.surname_gender)
        elif role == "P":
            yield from found.patronymic
            if found.patronym:
                genders.append(found.patronym.gender)
        else:
            genders.append(found.given_gender)
            if found.patronym:
                yield "given-patronymic", 1.0
    yield f"pattern-{assignment if len(assignment) < 4 else 'long'}", 1.0
    yield from _agreement(genders)
    yield from _capitals(words, assignment)
    if comma > 0:
        before = set(assignment[:comma])
        yield ("comma", 1.0) if before == {"S"} and "S" not in assignment[comma:] else ("comma", -1.0)


def _agreement(genders: Sequence[str]) -> Iterator[tuple[str, float]]:
    """Parts of one gender agree; of two, one of them is misread."""
    told = [gender for gender in genders if gender]
    if len(told) > 1:
        yield ("agree", 1.0) if len(set(told)) == 1 else ("clash", 1.0)


def _capitals(words: Sequence[Word], assignment: Assignment) -> Iterator[tuple[str, float]]:
    """Lists print a surname in capitals beside a name that is not."""
    shouted = [found.shouted for found in words]
    if any(shouted) and not all(shouted[at] for at, found in enumerate(words) if not found.initial):
        for is_surname, loud in zip((role == "S" for role in assignment), shouted, strict=True):
            if loud:
                yield ("capitals", 1.0 if is_surname else -1.0)


def shares(
    words: Sequence[Word], tables: Tables, comma: int = -1, order: str = "auto"
) -> tuple[tuple[Assignment, float], ...]:
    """Every assignment with its probability, likeliest first."""
    weights = weigh(tables)
    found: list[tuple[float, Assignment]] = []
    for assignment in assignments(len(words)):
        total = 0.0
        for name, value in features(words, assignment, comma):
            total += weights.get(name, 0.0) * value
        if (order == "given-first" and assignment[0] == "S") or (
            order == "surname-first" and assignment[0] != "S" and assignment != "G"
        ):
            total -= _FORCED
        found.append((total, assignment))
    top = max(found)[0]
    scale = sum(math.exp(total - top) for total, _ in found)
    ranked = sorted(found, key=lambda item: -item[0])
    return tuple((assignment, math.exp(total - top) / scale) for total, assignment in ranked)
