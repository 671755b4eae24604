"""Two Arabic names that other letters spell alike, one of which may stand for the other: Hamid, حامد."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from translit.comparison.alike import LEAST_BOUND
from translit.comparison.prepared import Prepared, prepare
from translit.memory import once
from translit.nouns import Comparison, Reading, Step
from translit.quick import changed
from translit.tables import Tables
from translit.text.article import AL
from translit.text.clean import strip_harakat
from translit.text.script import script_of

__all__ = ["as_spelt", "by_spelling"]

_ALIKE = "two names that other letters spell alike"
_ARABIC, _ARABS = "ar", "Arab"


def by_spelling(
    found: Comparison, left: Prepared, right: Prepared, compared: Callable[[Prepared, Prepared], Comparison]
) -> Comparison | None:
    """Two kept apart by names that other letters spell alike, probably one for that; None of others."""
    if found.left.origin != _ARABIC or found.right.origin != _ARABIC:
        return None
    first = found.left.text <= found.right.text  # whichever is named first
    one, two = (left, right) if first else (right, left)
    put = as_spelt(one.reading, two.reading, left.tables)
    best = found
    if put:
        anew = prepare(put, left.tables)
        best = compared(anew, right) if first else compared(left, anew)
    if best.score <= found.score or best.verdict == "different":
        return None
    step = Step(found.left.text, found.right.text, _ALIKE)
    return replace(
        best,
        score=min(best.score, LEAST_BOUND),
        verdict="probable",
        left=found.left,
        right=found.right,
        steps=(step, *best.steps),
    )


def as_spelt(one: Reading, other: Reading, tables: Tables) -> Reading | None:
    """An Arab's name with a part as another has it that is spelt like it; None where none is.

    Where both stand in Arabic letters they are two.

    >>> from translit.canon import explain
    >>> from translit.tables import built_in
    >>> one, *others = [explain(f"{name} Mir", "person") for name in ("Hamid", "Hamed", "Hamad")]
    >>> [as_spelt(one, other, built_in()) is None for other in others]
    [False, True]
    """
    pairs = _pairs(tables)
    partners = {native: part for part in other.parts if (native := _bare(part)) in pairs}
    if not partners:
        return None
    for part in one.parts:
        for native in pairs.get(_bare(part), ()):
            there = partners.get(native)
            if there and not (script_of(part.text) == script_of(there.text) == _ARABS):
                put = changed(there, role=part.role)
                return changed(one, parts=tuple([put if each is part else each for each in one.parts]))
    return None


def _bare(part: Reading) -> str:
    """The native of a part without its article, "" where it has none."""
    return (part.native or "").removeprefix(AL)


@once
def _pairs(tables: Tables) -> dict[str, list[str]]:
    """The native of each name that other letters spell as another, and the natives of those."""
    found: dict[str, list[str]] = {}
    for row in tables.rows("person/never"):
        if row["alike"]:
            one, two = strip_harakat(row["native_left"]), strip_harakat(row["native_right"])
            found.setdefault(one, []).append(two)
            found.setdefault(two, []).append(one)
    return found
