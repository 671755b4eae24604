"""A slip of the pen mended: a name read again as if its part were spelt as another name has it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from translit.comparison import Prepared, compared, prepare, scored
from translit.comparison.alike import REASONS
from translit.index.faces import telling
from translit.index.slips import Slip
from translit.own.rows import apart
from translit.tables import Tables

__all__ = ["Mender"]

_NO_SLIPS = frozenset(REASONS[reason] for reason in ("rows", "families", "genders"))


class Mender:
    """Whether a name is one with all of a group as soon as its slip is mended; a mended name stays so.

    `at` gives the name at a place, ready to be compared. One member of a group must score `threshold`
    with the mended name, and none less than `floor`.
    """

    def __init__(self, at: Callable[[int], Prepared], tables: Tables, threshold: float, floor: float) -> None:
        self._read = at
        self._tables = tables
        self._threshold = threshold
        self._floor = floor
        self._mended: dict[int, Prepared] = {}

    def _at(self, place: int) -> Prepared:
        """The name at a place, mended if it has been."""
        return self._mended.get(place) or self._read(place)

    def fits(self, slip: Slip, group: list[int]) -> bool:
        """Is the name that slipped one with all of a group? Then it stays mended."""
        name, meant = self._read(slip.one).reading, self._at(slip.other).reading
        if self._kept_apart(slip, group):
            return False
        part, other = (
            telling(reading, self._tables)[place][0]
            for reading, place in ((name, slip.part), (meant, slip.other_part))
        )
        parts = tuple(other if own is part else own for own in name.parts)
        new = prepare(replace(name, parts=parts, gender=meant.gender), self._tables)
        scores = [scored(new, self._at(place)) for place in group]
        if min(scores) < self._floor or max(scores) < self._threshold:
            return False
        self._mended[slip.one] = new
        return True

    def _kept_apart(self, slip: Slip, group: list[int]) -> bool:
        """True where rows or grammar, not letters alone, keep a name apart from those of a group."""
        one, tables = self._read(slip.one), self._tables
        if tables.own and any(apart(one.reading, self._read(place).reading, tables) for place in group):
            return True
        parts = compared(one, self._read(slip.other)).parts
        return any(part.why in _NO_SLIPS for part in parts)
