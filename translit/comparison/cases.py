"""An Arab's Cyrillic name that is a woman's as it stands, and a man's in a case: Рафика Харири."""

from __future__ import annotations

from collections.abc import Callable

from translit.canon.readers import NOMINATIVE
from translit.comparison.prepared import Prepared, may_stand_in_case, prepare
from translit.comparison.retold import probably
from translit.nouns import Comparison, Reading

__all__ = ["by_cases"]

_IN_CASE = "a name as it stands, or in a case"


def by_cases(
    found: Comparison, left: Prepared, right: Prepared, compared: Callable[[Prepared, Prepared], Comparison]
) -> Comparison | None:
    """Two names of which one is the other's in a case, if it is no name as it stands; None of others."""
    for one, other in ((left, right), (right, left)):
        upright = _upright(one.reading)
        if upright is not None:
            put = prepare(upright, one.tables)
            return probably(found, compared(put, other) if one is left else compared(other, put), _IN_CASE)
    return None


def _upright(reading: Reading) -> Reading | None:
    """The other reading of a name, which puts it into the nominative; None of one that has none."""
    if not may_stand_in_case(reading):
        return None
    other = next(iter(reading.others), None)
    return other if other and other.steps and other.steps[0].why == NOMINATIVE else None
