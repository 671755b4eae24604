"""Regular expressions that are compiled when first used: a first name asks for few of them."""

from __future__ import annotations

import re
from typing import Any, cast

__all__ = ["pattern"]

_WAYS = ("search", "match", "fullmatch", "sub", "subn", "split", "findall", "finditer")


class _Pattern:
    """A pattern that becomes one when it is asked for anything."""

    def __init__(self, source: str, flags: int) -> None:
        self._source = source
        self._flags = flags

    def __getattr__(self, name: str) -> Any:
        """Compile it; from then on its ways are its own, and as quick."""
        if name.startswith("__"):
            raise AttributeError(name)
        made = re.compile(self._source, self._flags)
        self.__dict__.update({way: getattr(made, way) for way in _WAYS})
        return getattr(made, name)


def pattern(source: str, flags: int = 0) -> re.Pattern[str]:
    """As ``re.compile``, whose work waits until the pattern is first used.

    >>> vowel = pattern("[aeiou]")
    >>> vowel.sub("*", "Roman")
    'R*m*n'
    """
    return cast("re.Pattern[str]", _Pattern(source, flags))
