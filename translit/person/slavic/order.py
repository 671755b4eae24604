"""Which word is the surname: every way to read a name's words, weighed against the others."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache
from operator import itemgetter
from typing import NamedTuple

from translit import compiled
from translit.memory import lasting, remembered
from translit.person.slavic.evidence import SHOUTED, Word, weigh
from translit.person.slavic.evidence import compiled as quick
from translit.tables import Tables

__all__ = [
    "Assignment",
    "Odds",
    "arranged",
    "assignments",
    "decided",
    "doubtful",
    "features",
    "shares",
    "surest",
]

# The roles of the words in turn: G given, P patronymic, S surname.
Assignment = str

_PATTERNS: dict[int, tuple[Assignment, ...]] = {
    1: ("S", "G", "P"),
    2: ("GS", "SG", "GP"),
    3: ("GPS", "SGP", "GGS", "SGG", "GSS", "SSG"),
    4: ("GPSS", "SSGP", "GGPS", "SGGP", "GGSS", "SSGG", "GPPS", "SGPP"),
}
_DOUBT = 0.62  # below this share of the likeliest order the name is ambiguous
_RARE_DOUBT = 0.9  # … the same of two rare given names
_ROLES = "GPS"
_FORCED = 8.0
_LONG = 4
_MOST = 8  # words up to which the compiled odds go


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
    yield from _marks(_seen(words), assignment, comma)


class _Seen(NamedTuple):
    """A word as the eye has it: is it in capitals, is it an initial?"""

    shouted: bool
    initial: bool


def _seen(words: Sequence[Word]) -> tuple[_Seen, ...]:
    """The words of a name as the eye has them."""
    return tuple([_Seen(found.shouted, found.initial) for found in words])


def _marks(words: Sequence[_Seen], assignment: Assignment, comma: int) -> Iterator[tuple[str, float]]:
    """What capitals and a comma say of the surname."""
    if any(found.shouted for found in words):
        yield from _capitals(words, assignment)
    if comma > 0:
        right = set(assignment[:comma]) == {"S"} and "S" not in assignment[comma:]
        yield "comma", 1.0 if right else -1.0


def _capitals(words: Sequence[_Seen], assignment: Assignment) -> Iterator[tuple[str, float]]:
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
    genders, worth = _columns(tuple(words))
    ways = _ways(genders, tables)
    worths = [one for own in worth for one in own]
    totals = _totals(ways.ways, worths, _marked(_seen(words), comma, order, tables))
    odds = [math.exp(total - max(totals)) for total in totals]
    scale = sum(odds)
    found = [(way.assignment, odd / scale) for way, odd in zip(ways.ways, odds, strict=True)]
    return tuple(sorted(found, key=itemgetter(1), reverse=True))


def surest(
    words: tuple[Word, ...], tables: Tables, comma: int, order: str, asks: int = SHOUTED
) -> tuple[Assignment, float]:
    """The likeliest assignment, and the probability of the order it has the words in.

    `asks` are the questions that the words are asked.
    """
    genders, worths = _columns(words)
    ways, odds = _ways(genders, tables)
    plain = comma <= 0 and order == "auto" and not asks & SHOUTED
    best, sure = odds(worths, None if plain else _marked(_seen(words), comma, order, tables))
    return ways[best].assignment, sure


_Genders = tuple[tuple[str, str, str], ...]


def columns(words: tuple[Word, ...]) -> tuple[_Genders, list[tuple[float, ...]]]:
    """The genders that each word tells, and what each is worth, in two columns; compiled, the same."""
    return tuple([found.genders for found in words]), [found.worth for found in words]


_columns = quick.Columns(Word) if quick else columns


def doubtful(chosen: Assignment, sure: float, words: Sequence[Word]) -> float:
    """The share of an order below which it is in doubt; more of rare given names alone: Мустай Карим."""
    if chosen != "SG" or sure > _RARE_DOUBT:
        return _DOUBT
    rare = all(one.givens and not max(hit.common for hit in one.givens) for one in words)
    return _RARE_DOUBT if rare else _DOUBT


def decided(
    ranked: Sequence[tuple[Assignment, float]], doubt: float
) -> tuple[Assignment, float, Assignment | None]:
    """The assignment to keep, how sure its order is, and a rival order where there is doubt.

    That is below some share of the likeliest; the text's own order stays then.
    """
    best = ranked[0][0]
    by_order: dict[tuple[int, ...], float] = {}
    for assignment, share in ranked:
        places = arranged(assignment)
        by_order[places] = by_order.get(places, 0.0) + share
    sure = by_order[arranged(best)]
    if sure >= doubt or len(best) < 2:
        return best, sure, None
    rival = next((found for found, _ in ranked if arranged(found) != arranged(best)), None)
    if rival is not None and rival[0] != "S" and best[0] == "S" and by_order[arranged(rival)] > 1 - doubt:
        return rival, max(by_order[arranged(rival)], 1 - _DOUBT), best
    return best, sure, rival


class _Way(NamedTuple):
    """A way to read the words of a name: what it is worth by itself, and whence the words' worths come.

    `places` are those of the worths of all words in one row; ways of one `order` arrange the words alike.
    """

    assignment: Assignment
    worth: float
    places: tuple[int, ...]
    order: int


class _Ways(NamedTuple):
    """The ways to read some words, and what weighs them."""

    ways: tuple[_Way, ...]
    odds: Callable[[list[tuple[float, ...]], list[float] | None], tuple[int, float]]


class Odds:
    """Tells the likeliest of some ways, and the share of all that agree with it; compiled, the same.

    A way is what it is worth, the places of what it chooses, and the group of those that agree.

    >>> Odds(((0.0, (0, 2), 0), (0.0, (1, 3), 1)), 2)([(1.0, 0.0), (1.0, 2.0)], None)
    (0, 0.5)
    """

    def __init__(self, ways: tuple[tuple[float, tuple[int, ...], int], ...], wide: int) -> None:
        self._ways = [_Way("", *way) for way in ways]

    def __call__(self, worths: list[tuple[float, ...]], extras: list[float] | None) -> tuple[int, float]:
        """The number of the likeliest way, and its share; `extras` are worths more of each way."""
        totals = _totals(self._ways, [worth for own in worths for worth in own], extras)
        odds = [math.exp(total - max(totals)) for total in totals]
        best = odds.index(max(odds))
        agreeing = [
            odd for way, odd in zip(self._ways, odds, strict=True) if way.order == self._ways[best].order
        ]
        return best, sum(agreeing) / sum(odds)


def _totals(ways: Sequence[_Way], worths: Sequence[float], extras: list[float] | None) -> list[float]:
    """What each way is worth."""
    totals = []
    for at, way in enumerate(ways):
        total = way.worth
        for place in way.places:
            total += worths[place]
        totals.append(total + extras[at] if extras else total)
    return totals


@remembered(4096)
def _marked(words: tuple[_Seen, ...], comma: int, order: str, tables: Tables) -> list[float] | None:
    """What capitals, a comma and the order asked for are worth to each way; None where there are none."""
    if comma <= 0 and order == "auto" and not any(found.shouted for found in words):
        return None
    weights = weigh(tables)
    return [_mark(words, assignment, comma, order, weights) for assignment in assignments(len(words))]


def _mark(
    words: Sequence[_Seen], assignment: Assignment, comma: int, order: str, weights: Mapping[str, float]
) -> float:
    """What capitals, a comma and the order asked for are worth to an assignment."""
    told = sum([weights[name] * value for name, value in _marks(words, assignment, comma)])
    if order != "auto" and (assignment[0] == "S") != (order == "surname-first") and len(words) > 1:
        return told - _FORCED
    return told


@remembered(4096)
def _ways(genders: _Genders, tables: Tables) -> _Ways:
    """The ways to read words that tell these genders, as given name, patronymic and surname."""
    weights = weigh(tables)
    found = []
    orders: list[tuple[int, ...]] = []
    for assignment in assignments(len(genders)):
        roles = [_ROLES.index(role) for role in assignment]
        told = {gender[role] for gender, role in zip(genders, roles, strict=True)} - {""}
        count = sum(gender[role] != "" for gender, role in zip(genders, roles, strict=True))
        worth = weights.get(_pattern(assignment), 0.0)
        if count > 1:
            worth += weights["agree" if len(told) == 1 else "clash"]
        if arranged(assignment) not in orders:
            orders.append(arranged(assignment))
        places = tuple([len(_ROLES) * at + role for at, role in enumerate(roles)])
        found.append(_Way(assignment, worth, places, orders.index(arranged(assignment))))
    quick = compiled.word is not None and len(genders) <= _MOST
    made = compiled.word.Odds if quick else Odds
    return _Ways(tuple(found), made(tuple([way[1:] for way in found]), len(_ROLES)))


@lasting(64)
def arranged(assignment: Assignment) -> tuple[int, ...]:
    """The places of the words as the canonical form has them: given, patronymic, surname.

    >>> arranged("SGP")
    (1, 2, 0)
    """
    return tuple(sorted(range(len(assignment)), key=lambda at: (_ROLES.index(assignment[at]), at)))
