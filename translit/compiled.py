"""The loops over the letters of one word, compiled: `word` is that module, None where there is none.

`_word.c` is built beside this file where there is a C compiler (see `hatch_build.py`). What it offers
stands in Python where it is used, which gives the same answers more slowly (tests/test_word.py).
"""

from __future__ import annotations

import os
from typing import Any

__all__ = ["word"]

_FORMAT = 1  # as in _word.c: a module of another source is passed over


def _compiled() -> Any:
    if os.environ.get("TRANSLIT_PURE"):
        return None
    try:
        from translit import _word
    except ImportError:
        return None
    return _word if _word.FORMAT == _FORMAT else None


word = _compiled()
