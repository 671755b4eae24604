"""An Arabic name that has digits for letters, read as its letters: 7assan."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from translit.nouns import Reading, Step
from translit.tables import Tables

__all__ = ["read_chat"]

_DIGITS = frozenset("0123456789")


def read_chat(text: str, read: Callable[[str], Reading], tables: Tables) -> Reading | None:
    """Read a text in the Arabic chat alphabet; None where it is no Arabic name."""
    if _DIGITS.isdisjoint(text):
        return None
    from translit.romanization.chat import CHAT, spelt_out

    spelt = spelt_out(text, tables)
    reading = read(spelt) if spelt else None
    if reading is None or reading.origin != "ar":
        return None
    return replace(reading, text=text, steps=(Step(text, reading.text, CHAT), *reading.steps))
