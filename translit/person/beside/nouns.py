"""The noun of what is said beside a name."""

from __future__ import annotations

from typing import NamedTuple

__all__ = ["Apposition"]


class Apposition(NamedTuple):
    """A name, what is said aside of it, as what, and whether that is another name of theirs."""

    name: str
    other: str
    why: str
    is_name: bool
