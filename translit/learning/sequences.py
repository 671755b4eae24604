"""Counts of what follows what, as the costs of a back-off model."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from translit.learning.alignment import Weights

__all__ = ["Sequences"]


class Sequences:
    """Counts of what follows what, smoothed by Kneser and Ney's method into costs."""

    def __init__(self, order: int, unmet: float) -> None:
        self.order = order
        self.unmet = unmet
        self.counts: list[dict[tuple[str, ...], Weights]] = [
            defaultdict(lambda: defaultdict(float)) for _ in range(order)
        ]

    def add(self, members: Sequence[str], weight: float) -> None:
        """Count one sequence."""
        whole = ("^", *members, "$")
        for at in range(1, len(whole)):
            history = whole[max(0, at - self.order + 1) : at]
            self.counts[len(history)][history][whole[at]] += weight

    def lines(self, rare: Sequence[float], blank: str) -> Iterator[tuple[str, str, str]]:
        """History, back-off cost and what follows; what is counted less than `rare` is left out."""
        for length in range(self.order - 1, 0, -1):
            for history, following in sorted(self.counts[length].items()):
                for member, count in following.items():
                    self.counts[length - 1][history[1:]][member] += min(1.0, count)
        shares: dict[tuple[str, ...], tuple[float, dict[str, float]]] = {}
        begun = self._begun(rare)
        for length in range(self.order):
            for history, following in sorted(self.counts[length].items()):
                kept = {
                    member: count for member, count in following.items() if not length or count > rare[length]
                }
                if not kept and history in begun:
                    likeliest = max(following, key=lambda member: (following[member], member))
                    kept = {likeliest: following[likeliest]}
                if kept:
                    shares[history] = self._shares(shares, history, kept, sum(following.values()))
        for history, (back, known) in sorted(shares.items()):
            cells = sorted(known.items(), key=lambda item: (-item[1], item[0]))
            then = " ".join(f"{member}:{-math.log(share):.1f}" for member, share in cells)
            yield blank.join(history), f"{-math.log(back):.1f}", then

    def _begun(self, rare: Sequence[float]) -> set[tuple[str, ...]]:
        """The histories that longer ones begin with, which the compiled reader cannot do without."""
        return {
            history[:end]
            for length in range(1, self.order)
            for history, following in self.counts[length].items()
            if max(following.values()) > rare[length]
            for end in range(1, length)
        }

    def _shares(
        self,
        shares: Mapping[tuple[str, ...], tuple[float, dict[str, float]]],
        history: tuple[str, ...],
        kept: Mapping[str, float],
        total: float,
    ) -> tuple[float, dict[str, float]]:
        """The share of each follower of one history, and of all others together."""
        taken = {member: self.unmet * min(1.0, count) for member, count in kept.items()}
        back = (total - sum(kept.values()) + sum(taken.values())) / total
        lower = {member: self._share(shares, history[1:], member) if history else 1e-4 for member in kept}
        known = {
            member: (count - taken[member]) / total + back * lower[member] for member, count in kept.items()
        }
        rest = max(1e-4, 1 - sum(known.values())) / max(1e-4, 1 - sum(lower.values()))
        return min(1.0, rest), known

    def _share(
        self,
        shares: Mapping[tuple[str, ...], tuple[float, dict[str, float]]],
        history: tuple[str, ...],
        member: str,
    ) -> float:
        """The share of a member after a history, by shorter ones where that is unknown."""
        paid = 1.0
        while True:
            if history in shares:
                back, known = shares[history]
                if member in known:
                    return paid * known[member]
                paid *= back
            if not history:
                return paid * 1e-4
            history = history[1:]
