"""The loops over names and letters that are compiled where there is a compiler: `_atlas.c`."""

from __future__ import annotations

from translit.compiled import module

__all__ = ["compiled"]

compiled = module("translit.place._atlas", 2)  # FORMAT in _atlas.c
