"""Whose name is it: Russian (with its neighbours), Arabic, or of another origin?

Each word gives evidence (`word`): by the rows that write it out (`rows`), else by what schemes make of names
(`schemes`) and how its letters follow one another (`translit.sounds.families`). Some say more beside others
(`summing`); where all together leave doubt, their sound and shape are asked (`doubt`).
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence

from translit.lookup import compounds
from translit.origin.doubt import further
from translit.origin.rows import isms
from translit.origin.summing import beside, plain, wholes
from translit.origin.word import COMMON
from translit.sounds.families import FAMILIES, Nats
from translit.tables import Tables, built_in

__all__ = [
    "COMMON",
    "Nats",
    "foremost",
    "isms",
    "likeliest",
    "plainly",
    "shares",
    "weighed",
]


def shares(sums: Sequence[float]) -> dict[str, float]:
    """The probability of each family by what speaks for it, in nats.

    >>> shares((1.0, 1.0, 1.0))["ru"] == 1 / 3
    True
    """
    top = max(sums)
    likely = [math.exp(value - top) for value in sums]
    return {name: share / sum(likely) for name, share in zip(FAMILIES, likely, strict=True)}


def foremost(sums: Nats) -> tuple[str, float, float]:
    """The family that most speaks for, the first of several; how much, and how much for the next, in nats.

    >>> foremost((1.0, 3.0, 2.0)), foremost((1.0, 0.0, 1.0))
    (('ar', 3.0, 2.0), ('ru', 1.0, 1.0))
    """
    russian, arabic, other = sums
    if russian >= arabic and russian >= other:
        return "ru", russian, arabic if arabic > other else other
    if arabic >= other:
        return "ar", arabic, russian if russian > other else other
    return "other", other, russian if russian > arabic else arabic


def likeliest(words: Iterable[str], script: str, tables: Tables | None = None) -> str:
    """The likeliest family for the words of a person's name in a script.

    >>> likeliest(("Roman", "Zabolotny"), "Latn")
    'ru'
    """
    sums = weighed(words, script, tables)
    return foremost(sums)[0]


def weighed(words: Iterable[str], script: str, tables: Tables | None = None) -> Nats:
    """How words of a script speak for each family together, in nats, the parts of hyphened ones each.

    >>> russian, arabic, other = weighed(("Roman", "Zabolotny"), "Latn")
    >>> russian > other
    True
    """
    words, tables = tuple(words), tables or built_in()
    if script == "Arab":
        return further(words, script, wholes(compounds(words, tables), tables), tables)
    return further(words, script, beside(words, script, tables), tables)


def plainly(words: tuple[str, ...], script: str, tables: Tables | None) -> Nats | None:
    """The same of words none of which says more beside others; None where one may.

    >>> from translit.tables import built_in
    >>> plainly(("Roman", "Zabolotny"), "Latn", built_in()) == weighed(("Roman", "Zabolotny"), "Latn")
    True
    >>> plainly(("Roman", "aka", "Ivan"), "Latn", built_in())
    """
    tables = tables or built_in()
    sums = plain(words, script, tables)
    return sums and further(words, script, sums, tables)
