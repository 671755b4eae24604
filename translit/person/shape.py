"""The shape of a word: does it begin and end as surnames do, or as given names; as a man's or a woman's?

Each beginning and ending (of the word's skeleton, its edges written "_") has two learned weights in
`tables/weights/shape-ru.tsv`; a word's shape is their sum, in nats.
"""

from __future__ import annotations

from typing import Any
from weakref import WeakKeyDictionary

from translit import pieces
from translit.memory import forget, remembered
from translit.patterns import ending
from translit.person.skeleton import skeleton
from translit.tables import Tables, built_in

__all__ = ["edges", "shape", "use"]

_TABLE = "weights/shape-ru"
_is_french = ending(("ine",))  # -ин, as the French write it: Poutine
_ENDING, _BEGINNING = 6, 4
_OTHERS: WeakKeyDictionary[Tables, dict[str, tuple[float, float]]] = WeakKeyDictionary()


def edges(bones: str) -> list[str]:
    """The beginnings and endings of a skeleton that weights are learned for.

    >>> edges("ivan")
    ['n_', 'an_', 'van_', 'ivan_', '_ivan_', '_iv', '_iva']
    """
    return pieces.edges(bones, _ENDING, _BEGINNING)


@remembered(8)
def _weights(tables: Tables) -> tuple[Any, tuple[float, ...]]:
    """Each edge's weights, and where they begin: for a surname or a given name, for a woman or a man."""
    others = _OTHERS.get(tables)
    if others is not None:
        return pieces.sums(dict(others), 2), others.get("", (0.0, 0.0))
    table = tables.encoded(_TABLE) if _TABLE in tables.names("weights") else b""
    every = (
        table.partition(b"\n\t")[2].partition(b"\n")[0].split(b"\t")
    )  # the row without an edge: of every word
    return pieces.sums(table, 2), (float(every[0] or 0), float(every[1])) if len(every) > 1 else (0.0, 0.0)


def use(weights: dict[str, tuple[float, float]], tables: Tables) -> None:
    """Put other weights in the place of a table's, for learning."""
    _OTHERS[tables] = weights
    forget()


@remembered(16384)
def shape(word: str, tables: Tables | None = None) -> tuple[float, float]:
    """How a word speaks for a surname against a given name, and for a woman against a man, in nats.

    >>> shape("Tsurkanov")[0] > 2, shape("Zabolotnaya")[1] > 2
    (True, True)
    """
    weights, start = _weights(tables or built_in())
    if _is_french(word):
        word = word[:-1]
    found: tuple[float, float] = weights.edges(skeleton(word), start, _ENDING, _BEGINNING)
    return found
