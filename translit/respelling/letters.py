"""How a word is written in Latin letters, dearest last: the learned costs of its units.

A unit is a letter, or letters that are written as one (ий, кс; in Arabic a letter with its shadda).
``tables/sounds/spell-ru.tsv`` holds what each may become, alone and between its neighbours, with
the cost of it in nats.
"""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass, replace
from functools import lru_cache
from math import exp, log

from translit.spelling import plain, spelt
from translit.tables import Tables, built_in
from translit.text.article import AL
from translit.text.harakat import DAMMA, FATHA, KASRA, bare, vowelled
from translit.vocalise import vocalise

__all__ = ["Spelling", "has_spellings", "marks_of", "spellings", "table_of", "units"]

_BEAM = 24
_SIGNS = "\N{COMBINING ACUTE ACCENT}'’ʼ"  # what no one writes in Latin letters
_LONGEST = 2
_SAME = 0.4
_SHORT = frozenset((FATHA, KASRA, DAMMA))
_MUTE = 1.0
_WHOLE = 0.7
_HOPELESS = 30.0


@dataclass(frozen=True, slots=True)
class Spelling:
    """One spelling of a word: its cost in nats, and what each unit became."""

    text: str
    cost: float
    habits: tuple[tuple[str, str], ...] = ()


def table_of(language: str) -> str:
    """The table of a language's spellings."""
    return f"sounds/spell-{language}"


def has_spellings(language: str, tables: Tables) -> bool:
    """Is there a table of a language's spellings?"""
    return (tables.home / f"{table_of(language)}.tsv").exists()


def units(word: str, language: str, known: Container[str]) -> list[str]:
    """A word as the units that are written in Latin letters, the longest known first.

    >>> units("Юрий", "ru", {"ий"})
    ['ю', 'р', 'ий']
    """
    if language == "ar":
        letters = plain(word)
        letters = spelt(letters if vowelled(letters) else vocalise(letters)).rpartition("-")[2]
    else:
        letters = "".join(letter for letter in word.lower() if letter not in _SIGNS)
    parts, at = [], 0
    while at < len(letters):
        pair = letters[at : at + _LONGEST]
        step = _LONGEST if pair in known and len(pair) == _LONGEST else 1
        parts.append(letters[at : at + step])
        at += step
    return parts


def marks_of(parts: list[str], at: int) -> tuple[str, str, str, str]:
    """What may decide how a unit is written: both neighbours, one of them, or none."""
    before = parts[at - 1] if at else "#"
    after = parts[at + 1] if at + 1 < len(parts) else "#"
    unit = parts[at]
    return f"{before}<{unit}>{after}", f"{unit}>{after}", f"{before}<{unit}", unit


class _Costs:
    """The costs of one language's table."""

    def __init__(self, language: str, tables: Tables) -> None:
        name = table_of(language)
        lines = tables.cells(name) if has_spellings(language, tables) else iter(())
        self._raw = {mark: costs for mark, costs in lines}  # noqa: C416
        self._known: dict[str, tuple[tuple[str, float], ...]] = {}

    def __contains__(self, unit: object) -> bool:
        return unit in self._raw

    def of(self, parts: list[str], at: int) -> tuple[tuple[str, float], ...]:
        """What one unit may become here, by the narrowest mark that the table has."""
        for mark in marks_of(parts, at):
            if mark in self._known:
                return self._known[mark]
            if mark in self._raw:
                pairs = (pair.rpartition(":") for pair in self._raw[mark].split())
                found = tuple((put.strip("-"), float(cost)) for put, _, cost in pairs)
                self._known[mark] = found
                return found
        return (("" if not parts[at].isalpha() else parts[at], 0.0),)


@lru_cache(maxsize=8)
def _costs(language: str, tables: Tables | None = None) -> _Costs:
    return _Costs(language, tables or built_in())


@lru_cache(maxsize=8192)
def spellings(word: str, language: str, limit: int = 12, like: str = "") -> tuple[Spelling, ...]:
    """The likeliest Latin spellings of one native word, cheapest first, in small letters.

    `like` is a spelling that the word has already: a writer mostly keeps to its letters.

    >>> [spelling.text for spelling in spellings("Юрий", "ru", 3)][0]
    'yury'
    >>> spellings("Юрий", "ru", 3, "yuriy")[0].text
    'yuriy'
    """
    if "-" in word:
        return _hyphened(word.split("-"), language, limit)
    costs = _costs(language)
    parts = units(word, language, costs)
    every = [costs.of(parts, at) for at in range(len(parts))]
    if like:
        every = _leaning(every, like)
    beam = [Spelling("", 0.0)]
    for part, choices in zip(parts, every, strict=True):
        grown: dict[str, Spelling] = {}
        mute = part in _SHORT
        for head in beam:
            for put, cost in choices:
                if not head.text and (not put if mute else put[:1] == put[1:2] != ""):
                    continue
                text, cost = head.text + put, cost + _MUTE * (mute and not put)
                if text not in grown or head.cost + cost < grown[text].cost:
                    grown[text] = Spelling(text, head.cost + cost, (*head.habits, (part, put)))
        beam = sorted(grown.values(), key=lambda spelling: spelling.cost)[:_BEAM]
    return tuple(_weighed(beam, _usual(language).get(_stem(word), {}))[:limit])


def _hyphened(halves: list[str], language: str, limit: int) -> tuple[Spelling, ...]:
    """The likeliest spellings of a double name, each of its halves by itself: Shenderyuk-Zhidkov."""
    found = [Spelling("", 0.0)]
    for at, half in enumerate(halves):
        grown = [
            Spelling(head.text + "-" * (at > 0) + last.text, head.cost + last.cost, head.habits + last.habits)
            for head in found
            for last in spellings(half, language, limit)
        ]
        found = sorted(grown, key=lambda spelling: spelling.cost)[:_BEAM]
    return tuple(found[:limit])


def _stem(word: str) -> str:
    """A word without harakat and article."""
    return bare(plain(word)).removeprefix(AL)


def _weighed(made: list[Spelling], usual: dict[str, float]) -> list[Spelling]:
    """Spellings letter by letter, weighed with the usual ones of the whole name."""
    if not usual:
        return made
    found = {spelling.text: spelling for spelling in made}
    found = {text: found.get(text, Spelling(text, _HOPELESS)) for text in usual | found}
    weighed = [
        replace(one, cost=-log(_WHOLE * usual.get(text, 0.0) + (1 - _WHOLE) * exp(-one.cost)))
        for text, one in found.items()
    ]
    return sorted(weighed, key=lambda spelling: spelling.cost)


@lru_cache(maxsize=8)
def _usual(language: str) -> dict[str, dict[str, float]]:
    """How common names are usually written, each spelling with its share."""
    tables, name = built_in(), f"sounds/usual-{language}"
    if name not in tables.names("sounds"):
        return {}
    found = {}
    for native, spellings, *_ in list(tables.cells(name))[1:]:
        counts = {put: float(count) for put, _, count in (pair.partition(":") for pair in spellings.split())}
        found[native] = {put: count / sum(counts.values()) for put, count in counts.items()}
    return found


_Choices = tuple[tuple[str, float], ...]


def _leaning(every: list[_Choices], like: str) -> list[_Choices]:
    """The choices of every unit, leaning to what it is in a spelling; as they are where none fits."""
    own = _laid(every, like)
    if own is None:
        return every
    return [
        tuple(
            (put, -log((_SAME if put == mine else 0.0) + (1 - _SAME) * exp(-cost))) for put, cost in choices
        )
        for choices, mine in zip(every, own, strict=True)
    ]


def _laid(every: list[_Choices], like: str) -> tuple[str, ...] | None:
    """What every unit became in a spelling, the cheapest way; None where the spelling is none of these."""
    best: dict[int, tuple[float, tuple[str, ...]]] = {0: (0.0, ())}
    for choices in every:
        after: dict[int, tuple[float, tuple[str, ...]]] = {}
        for at, (total, chosen) in best.items():
            for put, cost in choices:
                if like.startswith(put, at):
                    step = (total + cost, (*chosen, put))
                    if at + len(put) not in after or step < after[at + len(put)]:
                        after[at + len(put)] = step
        best = after
    return best[len(like)][1] if len(like) in best else None
