"""Loops compiled from C, where a compiler was at hand: modules beside the Python that does the same.

`hatch_build.py` builds them. What a module offers stands in Python where it is used, which gives the same
answers more slowly (tests/test_loops.py, tests/test_word.py).
"""

from __future__ import annotations

import os
from collections.abc import Callable
from importlib import import_module
from typing import Any

__all__ = ["letterwise", "module", "word"]

_FORMAT = 18  # as in _word.c


def module(name: str, source: int) -> Any:
    """A compiled module; None where there is none, or one of another source, or TRANSLIT_PURE is set.

    A module tells of which source it is by its FORMAT, which must be `source`.

    >>> module("translit._nothing", 1) is None
    True
    """
    if os.environ.get("TRANSLIT_PURE"):
        return None
    try:
        found = import_module(name)
    except ImportError:
        return None
    return found if source == found.FORMAT else None


word = module("translit._word", _FORMAT)  # the loops over the letters of one word


def letterwise(change: Callable[[str], str]) -> Callable[[str], str]:
    """The same change of a text, one that makes of each letter what it makes of it alone, as a compiled loop.

    >>> letterwise(str.upper)("Roman")
    'ROMAN'
    """
    found: Callable[[str], str] = word.Letterwise(change, change) if word else change
    return found
