"""Whether a word looks like a place's name or a person's, by how its letters follow one another.

The weights are those of `tables/sounds/kind.tsv`, learned by `python -m translit.learning kind LIST.tsv`.
"""

from __future__ import annotations

from typing import Any

from translit.memory import once
from translit.pieces import ENDS, WIDE, sums
from translit.tables import Tables, built_in
from translit.text.clean import fold

__all__ = ["placelike"]

_TABLE = "sounds/kind"


@once
def _costs(tables: Tables) -> Any:
    """How the pieces of a word speak for a place, in nats."""
    return sums(tables.encoded(_TABLE), 1)


def placelike(word: str, tables: Tables | None = None) -> float:
    """How a word speaks for a place against a person, in nats, where as many words are of either.

    >>> placelike("Karpovka") > 3, placelike("Karpov") < -3, placelike("Карповка") > 3
    (True, True, True)
    """
    found: tuple[float] = _costs(tables or built_in()).windows(fold(word), (0.0,), WIDE, ENDS)
    return found[0]
