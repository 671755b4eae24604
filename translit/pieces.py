"""What the pieces of a word weigh together: its letters a few at a time, its beginnings, its endings.

Each piece of a word, its edges written "_", may have weights that were learned; a word's are their sums.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from translit import compiled

__all__ = ["ENDS", "WIDE", "Sums", "edges", "read", "sums", "windows"]

WIDE, ENDS = 3, 5  # letters of the pieces by which a word looks like a family's or a place's; and of its ends

Weights = dict[str, tuple[float, ...]]


def windows(word: str, wide: int, ends: int) -> list[str]:
    """So many letters of a word at a time, and both ends of one that is longer than an end.

    >>> windows("ivan", 3, 5)
    ['_iv', 'iva', 'van', 'an_']
    >>> windows("petr", 3, 4)[4:]
    ['_pet', 'etr_']
    """
    edged = f"_{word}_"
    found = [edged[at : at + wide] for at in range(len(edged) - wide + 1)]
    if len(edged) > ends + 1:
        found += (edged[:ends], edged[-ends:])
    return found


def edges(word: str, last: int, first: int) -> list[str]:
    """The endings of a word of two letters and more, then its beginnings of three and more.

    >>> edges("ivan", 6, 4)
    ['n_', 'an_', 'van_', 'ivan_', '_ivan_', '_iv', '_iva']
    """
    edged = f"_{word}_"
    size = len(edged)
    found = [edged[at:] for at in range(size - 2, max(size - last, 0) - 1, -1)]
    return found + [edged[:end] for end in range(3, min(first, size - 2) + 1)]


def _is_piece(text: str) -> bool:
    """True for letters of sixteen bits, as all names in tables have: the compiled module keeps no others."""
    return all("\0" < letter <= "\uffff" for letter in text)


class Sums:
    """The weights of pieces, in so many columns; the compiled module has the same, several times as fast.

    >>> Sums({"iv": (1.0,), "an_": (0.5,)}, 1).windows("ivan", (0.25,), 3, 5)
    (0.75,)
    """

    def __init__(self, weights: Weights, columns: int) -> None:
        self._weights = {piece: told for piece, told in weights.items() if _is_piece(piece)}
        self._columns = range(columns)

    def windows(self, word: str, start: tuple[float, ...], wide: int, ends: int) -> tuple[float, ...]:
        """What the `windows` of a word weigh, beside what there is to begin with."""
        return self._summed(windows(word, wide, ends), start)

    def edges(self, word: str, start: tuple[float, ...], last: int, first: int) -> tuple[float, ...]:
        """What the `edges` of a word weigh, beside what there is to begin with."""
        return self._summed(edges(word, last, first), start)

    def _summed(self, pieces: Iterable[str], start: tuple[float, ...]) -> tuple[float, ...]:
        found = list(start)
        for weights in map(self._weights.get, pieces):
            if weights is not None:
                for at in self._columns:
                    found[at] += weights[at]
        return tuple(found)


def sums(weights: Weights | bytes, columns: int) -> Any:
    """The sums of pieces, compiled where they can be; of a dictionary, or of a table as it stands.

    >>> sums({"n_": (2.0, 1.0)}, 2).edges("ivan", (0.0, 0.5), 6, 4)
    (2.0, 1.5)
    """
    if compiled.word:
        return compiled.word.Sums(weights, columns)
    return Sums(read(weights, columns) if isinstance(weights, bytes) else weights, columns)


def read(table: bytes, columns: int) -> Weights:
    """The pieces of a table, each with its weights; compiled, the same.

    >>> read(b"letters\\tru\\tar\\nan_\\t0.5\\t-1\\n", 2)
    {'an_': (0.5, -1.0)}
    """
    lines = (line.rstrip("\r").split("\t") for line in table.decode().split("\n")[1:])
    return {cells[0]: tuple(map(float, cells[1 : columns + 1])) for cells in lines if cells != [""]}
