"""What is looked for in a text: regular expressions that are compiled when first used, and plain pieces.

A first name asks for few of the expressions. Pieces, of one letter or several, are looked for by a compiled
loop in a tenth of the time of an expression, which need not be asked where none of those it wants is there.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Any, cast

from translit import compiled

__all__ = ["beginning", "ending", "holding", "pattern"]

_WAYS = ("search", "match", "fullmatch", "sub", "subn", "split", "findall", "finditer")
_ANYWHERE, _FIRST, _LAST = range(3)  # where a piece stands, as in _word_pieces.c


class _Pattern:
    """A pattern whose ways are its own."""


class _Unused(_Pattern):
    """A pattern that becomes one when it is asked for anything."""

    def __init__(self, source: str, flags: int) -> None:
        self._source = source
        self._flags = flags

    def __getattr__(self, name: str) -> Any:
        """Compile it; from then on its ways are its own, and as quick."""
        if name.startswith("__"):
            raise AttributeError(name)
        made = re.compile(self._source, self._flags)
        self.__dict__.update({way: getattr(made, way) for way in (*_WAYS, "pattern")})
        self.__class__ = _Pattern  # type: ignore[assignment]
        return getattr(made, name)


def pattern(source: str, flags: int = 0) -> re.Pattern[str]:
    """As ``re.compile``, whose work waits until the pattern is first used.

    >>> vowel = pattern("[aeiou]")
    >>> vowel.sub("*", "Roman")
    'R*m*n'
    """
    return cast("re.Pattern[str]", _Unused(source, flags))


def holding(pieces: Iterable[str]) -> Callable[[str], bool]:
    """What tells whether a text has one of some pieces; a text as pieces is its letters.

    >>> has = holding(("sj", "x"))
    >>> has("Loezjkov"), has("Sjebarsjin"), has("Alex")
    (False, True, True)
    """
    return _told(pieces, _ANYWHERE)


def beginning(pieces: Iterable[str]) -> Callable[[str], bool]:
    """What tells whether a text begins with one of some pieces.

    >>> opens = beginning(("al", "el"))
    >>> opens("alsaid"), opens("said")
    (True, False)
    """
    return _told(pieces, _FIRST)


def ending(pieces: Iterable[str]) -> Callable[[str], bool]:
    """What tells whether a text ends in one of some pieces.

    >>> ends = ending(("ov", "ova"))
    >>> ends("ivanova"), ends("ivanovich")
    (True, False)
    """
    return _told(pieces, _LAST)


def _told(pieces: Iterable[str], where: int) -> Callable[[str], bool]:
    """The compiled loop, or the same in Python."""
    found = tuple(dict.fromkeys(pieces))
    told: Callable[[str], bool] = (
        compiled.word.Pieces(found, where) if compiled.word else _plainly(found, where)
    )
    return told


def _plainly(pieces: tuple[str, ...], where: int) -> Callable[[str], bool]:
    """What tells the same, without the compiled loop."""
    if where == _FIRST:
        return lambda text: text.startswith(pieces)
    if where == _LAST:
        return lambda text: text.endswith(pieces)
    letters = frozenset(piece for piece in pieces if len(piece) == 1)
    longer = [piece for piece in pieces if len(piece) != 1]
    return lambda text: not letters.isdisjoint(text) or any(piece in text for piece in longer)
