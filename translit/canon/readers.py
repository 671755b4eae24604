"""The reader of each family of languages; its room opens at the first name of the family."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from translit.nouns import Reading

__all__ = ["reader"]


@lru_cache(maxsize=4)
def reader(family: str) -> Callable[..., Reading]:
    """The reader of a family of languages; its room opens at the first name of the family."""
    if family == "ru":
        from translit.person import slavic

        return slavic.read
    if family == "ar":
        from translit.person import arabic

        return arabic.read
    from translit.person import foreign

    return foreign.read
