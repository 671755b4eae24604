"""Texts of several names laid beside each other: each name of the one beside one of the other.

They are the same where each name has a counterpart of its own, in whatever order they stand; the least sure
of these pairs says how sure all are.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from translit.comparison.explanation import STEPS
from translit.comparison.judge import APART
from translit.comparison.prepared import Prepared
from translit.nouns import Comparison, PartRelation, Relation

__all__ = ["together"]

_RELATIONS: dict[str, Relation] = {"same": "variant", "probable": "variant", "different": "contradicts"}
_Pairs = list[tuple[int, int]]


def together(left: Prepared, right: Prepared, lay: Callable[[Prepared, Prepared], Comparison]) -> Comparison:
    """Two texts of which one or both tell several names, each two names laid beside each other by `lay`."""
    ones, others = left.each or (left,), right.each or (right,)
    laid = [[lay(one, other) for other in others] for one in ones]
    pairs = _paired([[found.score for found in row] for row in laid])
    parts = [_related(laid[one][other]) for one, other in pairs]
    lone = set(range(len(ones))) - {one for one, _ in pairs}
    parts += [PartRelation("omitted", ones[at].reading, None, 0.0, "only on the left") for at in sorted(lone)]
    lone = set(range(len(others))) - {other for _, other in pairs}
    parts += [
        PartRelation("omitted", None, others[at].reading, 0.0, "only on the right") for at in sorted(lone)
    ]
    least = min([laid[one][other] for one, other in pairs], key=lambda found: found.score)
    if len(ones) == len(others):
        return Comparison(least.score, least.verdict, left.reading, right.reading, tuple(parts), STEPS)
    score = min(least.score, APART)
    return Comparison(score, "different", left.reading, right.reading, tuple(parts), STEPS)


def _related(found: Comparison) -> PartRelation:
    """How a name of one text relates to its counterpart."""
    one, other = found.left, found.right
    relation = "equal" if found.same and one.text == other.text else _RELATIONS[found.verdict]
    return PartRelation(relation, one, other, 0.0, f"{found.verdict}, {found.score:.2f}")


def _paired(scores: Sequence[Sequence[float]]) -> _Pairs:
    """Each name of the text that has fewer with one of the other's, so that the least score is the highest.

    >>> _paired([[0.9, 0.8], [0.9, 0.1]])
    [(0, 1), (1, 0)]
    """
    if len(scores) > len(scores[0]):
        return sorted((one, other) for other, one in _paired([*zip(*scores, strict=True)]))
    for least in sorted({score for row in scores for score in row}, reverse=True):
        taken: dict[int, int] = {}
        if all(_finds(one, least, scores, taken, set()) for one in range(len(scores))):
            return sorted((one, other) for other, one in taken.items())
    raise AssertionError("the least score of all pairs every name with one")


def _finds(
    one: int, least: float, scores: Sequence[Sequence[float]], taken: dict[int, int], asked: set[int]
) -> bool:
    """Give a name a counterpart that scores `least`; who has taken it looks for another."""
    for other, score in enumerate(scores[one]):
        if score >= least and other not in asked:
            asked.add(other)
            if other not in taken or _finds(taken[other], least, scores, taken, asked):
                taken[other] = one
                return True
    return False
