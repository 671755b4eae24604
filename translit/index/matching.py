"""The matching of two lists: for every name of the one the best of the other, or none."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from translit.comparison import compared
from translit.errors import need_score
from translit.index import Index
from translit.index.linking import WORTH, Told
from translit.index.workers import CHUNK, in_parts
from translit.nouns import Kind, Match, Reading
from translit.tables import Tables

__all__ = ["linked", "match"]


def match(
    left: Iterable[str | Reading],
    right: Iterable[str | Reading],
    kind: Kind | None = None,
    *,
    threshold: float = WORTH,
    tables: Tables | None = None,
    scheme: str | None = None,
    order: str = "auto",
    within: str | None = None,
    style: str = "exonym",
    jobs: int = 1,
    told: Told | None = None,
) -> list[Match]:
    """Link two lists: for every name of the left one the best of the right, or none.

    One Match for each name of `left`, in their order; its `right` is None where nothing scores `threshold`
    (0 to 1). A name of the right list may be the best of several. Raises what `explain` raises,
    and InputError for a `threshold` beyond 0 to 1 or `jobs` below 1.
    `jobs` processes share the work; `told` is called with how many names are matched, and of how many.

    >>> [(m.left, m.right) for m in match(["Роман Заболотный", "John Smith"], ["Roman Zabolotny"], "person")]
    [(0, 0), (1, None)]
    """
    need_score("threshold", threshold)
    how: dict[str, Any] = {"scheme": scheme, "order": order, "within": within, "style": style}
    index = Index(right, kind, tables=tables, jobs=jobs, **how)
    index._postings.settle(jobs)
    asked = Index(left, kind, tables=tables, jobs=jobs, **how)
    return linked(asked, index, threshold, jobs, told)


def linked(
    asked: Index, index: Index, threshold: float = WORTH, jobs: int = 1, told: Told | None = None
) -> list[Match]:
    """Link two indexes: for every name of the one asked the best of the other, or none."""

    def best(places: range) -> list[int]:
        return [next((place for place, _ in index.search(asked[at], 1)), -1) for at in places]

    parts = [range(at, min(at + CHUNK, len(asked))) for at in range(0, len(asked), CHUNK)]
    found: list[Match] = []
    for places in in_parts(best, parts, jobs):
        for place in places:
            at = len(found)
            said = compared(asked._at(at), index._at(place)) if place >= 0 else None
            if said is not None and said.score >= threshold:
                found.append(Match(at, place, said.score, said))
            else:
                found.append(Match(at, None, 0.0))
        if told:
            told(len(found), len(asked))
    return found
