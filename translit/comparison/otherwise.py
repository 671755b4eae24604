"""What else two people's names may be laid beside each other as, where as they stand they are not surely one.

A surname as a neighbour's tongue writes it, a double name apart or by its halves, the other name that a text
tells aside: aka Abu Dua, née Petrova.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from operator import attrgetter

from translit.comparison.doubles import by_halves
from translit.comparison.neighbours import by_neighbours
from translit.comparison.prepared import Prepared
from translit.nouns import Comparison, Step

__all__ = ["otherwise"]

_ASIDE = "the other name that the text tells"
_score = attrgetter("score")


def otherwise(
    found: Comparison, left: Prepared, right: Prepared, lay: Callable[[Prepared, Prepared], Comparison]
) -> Comparison:
    """The surest way to lay two names beside each other, by `lay`; `found` is as they stand."""
    a, b = found.left, found.right
    other = by_neighbours(found, left, right, lay) if a.origin != b.origin else None
    if other is None and ("-" in a.text) != ("-" in b.text):
        other = by_halves(found, left, right, lay)
    return other or _by_asides(found, left, right, lay)


def _by_asides(
    found: Comparison, left: Prepared, right: Prepared, lay: Callable[[Prepared, Prepared], Comparison]
) -> Comparison:
    """Two names, or the other names that their texts tell."""
    one, two = left.aside(), right.aside()
    pairs = ((left, two), (one, right), (one, two))
    others = [lay(a, b) for a, b in pairs if a is not None and b is not None]
    best = max(others, key=_score, default=found)
    if best.score <= found.score:
        return found
    steps = [
        Step(whole.text, part.text, _ASIDE)
        for whole, part in ((found.left, best.left), (found.right, best.right))
        if whole is not part
    ]
    return replace(best, left=found.left, right=found.right, steps=(*steps, *best.steps))
