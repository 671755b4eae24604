"""Two districts of no row, called by an adjective and by a name: Сокальський район, Sokal Raion."""

from __future__ import annotations

from dataclasses import replace

from translit.comparison.bounds import LEAST_BOUND
from translit.nouns import Comparison, Reading, Step
from translit.place.slavic import is_adjective, owners
from translit.sounds import distance

__all__ = ["by_adjectives", "is_of_town"]

_WHY = "a district by the adjective of its name"
_FAR = 0.55  # nats between a name and what its adjective is of
_ENDS = "аяоеиіїыэуюaeiouyьй’'"  # of a name, which its adjective has not
_DIMINUTIVE = "кk"  # before such an end, which it may not have either: Диканька, диканський


def is_of_town(reading: Reading) -> bool:
    """Is a place of no row said to be an area, by an adjective?

    >>> from translit.canon import explain
    >>> [is_of_town(explain(text, "place")) for text in ("Жалагашский район", "Zhalagash District")]
    [True, False]
    """
    return reading.row is None and len(reading.parts) > 1 and is_adjective(_said(reading, "specific"))


def by_adjectives(found: Comparison) -> Comparison | None:
    """Two districts, one called by an adjective of the other's name, probably one; None of others."""
    a, b = found.left, found.right
    if not _said(a, "generic", own=False) or _said(a, "generic", own=False) != _said(b, "generic", own=False):
        return None
    if not (_are_one(a, b) or _are_one(b, a)):
        return None
    score = max(found.score, LEAST_BOUND)
    return replace(found, score=score, verdict="probable", steps=(Step(a.text, b.text, _WHY), *found.steps))


def _are_one(one: Reading, other: Reading) -> bool:
    """Is the first called by an adjective of the other's name, which is none?"""
    name = _said(other, "specific")
    if not name or not is_of_town(one) or is_adjective(name):
        return False
    bare = name.rstrip(_ENDS)
    shorter = [form for form in (name, bare, bare.rstrip(_DIMINUTIVE).rstrip(_ENDS)) if len(form) > 2]
    told = owners(_said(one, "specific"))
    return any(distance(owner, form, "ru") < _FAR for owner in told for form in shorter)


def _said(reading: Reading, role: str, own: bool = True) -> str:
    """The part of a name in some role, as the text has it, or in English."""
    parts = [part for part in reading.parts if part.role == role]
    return "" if len(parts) != 1 else parts[0].text if own else parts[0].canonical
