"""Two names that were laid beside each other in another way, told as the two that were asked about."""

from __future__ import annotations

from dataclasses import replace

from translit.comparison.bounds import LEAST_BOUND
from translit.nouns import Comparison, Step

__all__ = ["bounded", "probably", "restated"]


def restated(found: Comparison, best: Comparison, why: str) -> Comparison:
    """The comparison `best` of what the two names of `found` are too, and first why they are that."""
    step = Step(found.left.text, found.right.text, why)
    return replace(best, left=found.left, right=found.right, steps=(step, *best.steps))


def bounded(found: Comparison) -> Comparison:
    """The same comparison, probably one name at most."""
    if found.verdict != "same":
        return found
    return replace(found, score=min(found.score, LEAST_BOUND), verdict="probable")


def probably(found: Comparison, best: Comparison, why: str) -> Comparison | None:
    """Two names that are probably one, as they are laid otherwise; None where they are two all the same."""
    if best.score <= found.score or best.verdict == "different":
        return None
    return replace(restated(found, best, why), score=min(best.score, LEAST_BOUND), verdict="probable")
