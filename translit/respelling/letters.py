"""How a word is written in Latin letters, dearest last: the learned costs of its units.

A unit is a letter, or letters that are written as one (ий, кс; in Arabic a letter with its shadda).
``tables/sounds/spell-ru.tsv`` holds what each may become, alone and between its neighbours, with
the cost of it in nats.
"""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass
from functools import lru_cache

from translit.spelling import plain, spelt, vowelled
from translit.tables import Tables, built_in
from translit.vocalise import vocalise

__all__ = ["Spelling", "marks_of", "spellings", "table_of", "units"]

_BEAM = 24
_LONGEST = 2


@dataclass(frozen=True, slots=True)
class Spelling:
    """One spelling of a word: its cost in nats, and what each unit became."""

    text: str
    cost: float
    habits: tuple[tuple[str, str], ...] = ()


def table_of(language: str) -> str:
    """The table of a language's spellings."""
    return f"sounds/spell-{language}"


def units(word: str, language: str, known: Container[str]) -> list[str]:
    """A word as the units that are written in Latin letters, the longest known first.

    >>> units("Юрий", "ru", {"ий"})
    ['ю', 'р', 'ий']
    """
    if language == "ar":
        letters = plain(word)
        letters = spelt(letters if vowelled(letters) else vocalise(letters)).rpartition("-")[2]
    else:
        letters = word.lower().replace("\N{COMBINING ACUTE ACCENT}", "")
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
        lines = tables.cells(name) if (tables.home / f"{name}.tsv").exists() else iter(())
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
def spellings(word: str, language: str, limit: int = 12) -> tuple[Spelling, ...]:
    """The likeliest Latin spellings of one native word, cheapest first, in small letters.

    >>> [spelling.text for spelling in spellings("Юрий", "ru", 3)][0]
    'yury'
    """
    costs = _costs(language)
    parts = units(word, language, costs)
    beam = [Spelling("", 0.0)]
    for at, part in enumerate(parts):
        choices = costs.of(parts, at)
        grown: dict[str, Spelling] = {}
        for head in beam:
            for put, cost in choices:
                text = head.text + put
                if text not in grown or head.cost + cost < grown[text].cost:
                    grown[text] = Spelling(text, head.cost + cost, (*head.habits, (part, put)))
        beam = sorted(grown.values(), key=lambda spelling: spelling.cost)[:_BEAM]
    return tuple(beam[:limit])
