"""How well scores part the pairs of one name from the pairs of two."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

__all__ = ["Measured", "measure"]

_BINS = 10


@dataclass(frozen=True, slots=True)
class Measured:
    """How well scores part the pairs of one name from the pairs of two.

    `f1` is the best harmonic mean of precision and recall over all thresholds, reached at
    `threshold`; `recall_99` the highest recall with a precision of 0.99; `auc` the area under the
    ROC curve; `reliability` the mean gap between a score and the share of pairs it should mean.
    """

    pairs: int
    positive: int
    f1: float
    threshold: float
    recall_99: float
    recall_95: float
    auc: float
    reliability: float


def measure(scores: Sequence[float], labels: Sequence[bool]) -> Measured:
    """Measure scores against labels.

    >>> found = measure([0.9, 0.8, 0.3, 0.1], [True, True, False, False])
    >>> found.f1, found.threshold, found.recall_99, found.auc
    (1.0, 0.8, 1.0, 1.0)
    """
    ranked = sorted(zip(scores, labels, strict=True), key=lambda pair: -pair[0])
    positive = sum(labels)
    f1 = threshold = recall_99 = recall_95 = 0.0
    hits = 0
    for number, (score, label) in enumerate(ranked, 1):
        hits += label
        if number < len(ranked) and ranked[number][0] == score:
            continue
        precision, recall = hits / number, hits / positive if positive else 0.0
        best = 2 * hits / (number + positive)
        if best > f1:
            f1, threshold = best, score
        recall_99 = max(recall_99, recall) if precision >= 0.99 else recall_99
        recall_95 = max(recall_95, recall) if precision >= 0.95 else recall_95
    area, gap = _area(ranked), _reliability(scores, labels)
    return Measured(len(ranked), positive, f1, threshold, recall_99, recall_95, area, gap)


def _area(ranked: Sequence[tuple[float, bool]]) -> float:
    """The area under the ROC curve; ties count half."""
    positive = sum(label for _, label in ranked)
    negative = len(ranked) - positive
    if not positive or not negative:
        return 0.0
    won, below, at = 0.0, 0, len(ranked)
    while at:
        score, same, other = ranked[at - 1][0], 0, 0
        while at and ranked[at - 1][0] == score:
            same, other, at = same + ranked[at - 1][1], other + (not ranked[at - 1][1]), at - 1
        won += same * (below + other / 2)
        below += other
    return won / (positive * negative)


def _reliability(scores: Sequence[float], labels: Sequence[bool]) -> float:
    """The mean distance of what the scores claim from what is true, in ten steps of score."""
    bins: dict[int, list[tuple[float, bool]]] = {}
    for score, label in zip(scores, labels, strict=True):
        bins.setdefault(min(int(score * _BINS), _BINS - 1), []).append((score, label))
    gaps = (
        abs(sum(score for score, _ in found) - sum(label for _, label in found)) for found in bins.values()
    )
    return sum(gaps) / len(scores) if scores else 0.0
