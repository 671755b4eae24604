"""Whether a place's name looks like one of Russia and its neighbours or of the Arab world, by its letters.

The weights are those of `tables/sounds/land.tsv`, learned by `python -m translit.learning land`.
"""

from __future__ import annotations

from typing import Any

from translit.memory import once, remembered
from translit.pieces import sums
from translit.tables import Tables, built_in
from translit.text.clean import fold

__all__ = ["ENDS", "WIDE", "slavlike", "told_by"]

WIDE, ENDS = 2, 4  # letters of the pieces, and of the ends of a word
_TABLE = "sounds/land"
_LEAST = 2  # letters of an article


@once
def _weights(tables: Tables) -> Any:
    """How the pieces of a word speak for a Slavic place, in nats."""
    return sums(tables.encoded(_TABLE), 1)


def told_by(name: str) -> list[str]:
    """The words of a name that tell where it is from, folded; no articles.

    >>> told_by("Khan al-Asal")
    ['khan', 'asal']
    """
    return [fold(word) for word in name.replace("-", " ").split() if len(word) > _LEAST]


@remembered(16384)
def slavlike(name: str, tables: Tables | None = None) -> float:
    """How a name in Latin letters speaks for a Slavic place against one of the Arab world, in nats.

    >>> [slavlike(name) > 0 for name in ("Hrushava", "Myhalky", "Utayya", "Zebdine")]
    [True, True, False, False]
    """
    known = _weights(tables or built_in())
    found: float = sum(sorted(known.windows(word, (0.0,), WIDE, ENDS)[0] for word in told_by(name)))
    return found
