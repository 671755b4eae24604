"""Which family's names a word looks like, by how its letters follow one another.

The weights are those of `tables/sounds/origin.tsv`, learned by `python -m translit.learning origin`.
"""

from __future__ import annotations

from typing import Any

from translit.memory import once
from translit.pieces import ENDS, WIDE, sums
from translit.tables import Tables, built_in

__all__ = ["FAMILIES", "Nats", "spoken"]

FAMILIES = ("ru", "ar", "other")
_TABLE = "sounds/origin"

Nats = tuple[float, float, float]


@once
def _costs(tables: Tables) -> Any:
    """How the pieces of a word speak for each family, in nats."""
    return sums(tables.encoded(_TABLE), len(FAMILIES))


def spoken(word: str, ahead: Nats = (0.0, 0.0, 0.0), tables: Tables | None = None) -> Nats:
    """How the letters of a folded word speak for each family, in nats; `ahead` is added.

    >>> russian, arabic, other = spoken("zughrayba")
    >>> arabic > max(russian, other)
    True
    """
    summed: Nats = _costs(tables or built_in()).windows(word, ahead, WIDE, ENDS)
    return summed
