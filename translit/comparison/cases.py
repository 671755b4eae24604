"""An Arab's Cyrillic name that is a woman's as it stands, and a man's in a case: Рафика Харири."""

from __future__ import annotations

from collections.abc import Callable

from translit.canon import explain
from translit.canon.readers import NOMINATIVE
from translit.comparison.prepared import Prepared, may_stand_in_case, prepare
from translit.comparison.restated import probably
from translit.memory import remembered
from translit.nouns import Comparison, Reading
from translit.tables import Tables

__all__ = ["by_cases", "upright"]

_IN_CASE = "a name as it stands, or in a case"


def by_cases(
    found: Comparison, left: Prepared, right: Prepared, compared: Callable[[Prepared, Prepared], Comparison]
) -> Comparison | None:
    """Two names of which one is the other's in a case, if it is no name as it stands; None of others."""
    for one, other in ((left, right), (right, left)):
        told = upright(one.reading, one.tables)
        if told is not None:
            put = prepare(told, one.tables)
            return probably(found, compared(put, other) if one is left else compared(other, put), _IN_CASE)
    return None


def upright(reading: Reading, tables: Tables) -> Reading | None:
    """The other reading of a name, which puts it into the nominative; None of one that has none."""
    return _upright(reading.text, tables) if may_stand_in_case(reading) else None


@remembered(1 << 12)
def _upright(text: str, tables: Tables) -> Reading | None:
    """The same of a text, since an index keeps no other readings."""
    other = next(iter(explain(text, "person", tables=tables).others), None)
    return other if other and other.steps and other.steps[0].why == NOMINATIVE else None
