"""Names left alone by a slip of the pen, and how likely it is that they belong to the group they are near.

A slip leaves a name alone that differs from the names of one group in a letter of one part, which no
row knows. So may a stranger be left alone who is near that group by chance. How often strangers are
near, a list tells itself: by its groups of several spellings, which are no slips and near to others
all the same. So in a list where near strangers abound hardly any name is mended, and in a short one none.
"""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple
from zlib import crc32

from translit.index.postings import PLACE_BITS, pair_of
from translit.index.sketch import Look, Sketch, left_over

__all__ = ["PARTS", "PART_BITS", "Slip", "Slips", "mended", "sorts_of"]

_UNSEEN = 3  # strangers that every sort of slips may have beside those that were seen
_STEP = 3  # bits: names eight times as common are of another sort
_TWO_KNOWN = 3
PART_BITS = 5
PARTS = 1 << PART_BITS  # of a name, of which one may have slipped
_SORT_BITS = 16


class Slip(NamedTuple):
    """Two names that differ by a slip in one part of each; its sort if the one slipped, or the other."""

    one: int
    other: int
    part: int
    other_part: int
    sort: int
    other_sort: int

    def turned(self) -> Slip:
        """The same with the other name first."""
        return Slip(self.other, self.one, self.other_part, self.part, self.other_sort, self.sort)


def sorts_of(
    left: Sketch, right: Sketch, slipped: tuple[int, int], count: Callable[[int], int]
) -> tuple[int, int]:
    """The sort of a slip if the left name has slipped, and if the right one has.

    `slipped` are the parts of either that differ by the slip.
    """
    here, there = slipped
    alone, rest = left_over(left, right)
    return (
        _sort_of(left, here, right.looks[there], alone, count),
        _sort_of(right, there, left.looks[here], rest, count),
    )


def _sort_of(name: Sketch, part: int, meant: Look, alone: Sequence[int], count: Callable[[int], int]) -> int:
    """The sort of a slip, as a number; of two of one language the surer has the smaller.

    It tells the name's language; whether more than one part agrees, and how common the rarest of these is;
    and of the slipped `part` and what it is held to mean whether they sound alike and rows know them.
    `alone` are the parts that do not agree; `count` tells how many names have a part's number.
    """
    agrees = [look.faces[0] for at, look in enumerate(name.looks) if at != part and at not in alone]
    common = min(min(map(count, agrees), default=0).bit_length() // _STEP, 7)
    slipped, language = name.looks[part], crc32(name.origin.encode()) & 0xFF
    found = 0
    for bits, told in (
        (8, language),
        (1, len(agrees) < 2),
        (3, common),
        (1, slipped.faces[0] == meant.faces[0]),
        (1, slipped.known),
        (1, meant.known),
    ):
        found = found << bits | told
    return found


class Slips:
    """Slips in numbers: sixteen bytes each."""

    def __init__(self) -> None:
        self.pairs = array("Q")
        self.told = array("Q")

    def add(self, slip: Slip) -> None:
        """Keep a slip; one of a part beyond the thirty-second is none."""
        if max(slip.part, slip.other_part) < PARTS:
            self.pairs.append(slip.one << PLACE_BITS | slip.other)
            told = (slip.sort << _SORT_BITS | slip.other_sort) << 2 * PART_BITS
            self.told.append(told | slip.part << PART_BITS | slip.other_part)

    def extend(self, others: Slips) -> None:
        """Keep all that others have."""
        self.pairs += others.pairs
        self.told += others.told

    def __iter__(self) -> Iterator[Slip]:
        """Every slip both ways: either name may be the one that slipped."""
        for pair, told in zip(self.pairs, self.told, strict=True):
            one, other = pair_of(pair)
            parts, sorts = told & ((1 << 2 * PART_BITS) - 1), told >> 2 * PART_BITS
            slip = Slip(
                one, other, parts >> PART_BITS, parts & (PARTS - 1), sorts >> _SORT_BITS, sorts & 0xFFFF
            )
            yield slip
            yield slip.turned()


def mended(
    groups: Sequence[list[int]],
    names: int,
    slips: Slips,
    threshold: float,
    fits: Callable[[Slip, list[int]], bool],
) -> list[list[int]]:
    """The groups, and with them the names that a slip alone keeps out, as surely as `threshold` asks.

    `groups` have two names or more each; `names` is how many there are in all; `fits` judges whether a
    name is one with all of a group as soon as its slip is mended.
    """
    home = {place: number for number, group in enumerate(groups) for place in group}
    lonely, strangers = _sorted_out(slips, home)
    share = (names - len(home)) / max(1, len(home))
    found = Counter(slip.sort for slip in lonely)
    doubt = {sort: (strangers[sort] + _UNSEEN) * share / found[sort] for sort in found}
    joined = {number: list(group) for number, group in enumerate(groups)}
    for slip in sorted(lonely, key=lambda slip: (doubt[slip.sort], slip)):
        if doubt[slip.sort] > 1 - threshold:
            break
        if slip.sort & _TWO_KNOWN == _TWO_KNOWN or slip.one in home:
            continue
        number = home.get(slip.other, -1 - slip.other)
        group = joined.get(number, [slip.other])
        if fits(slip, group):
            group.append(slip.one)
            joined[number] = group
            home[slip.one] = home[slip.other] = number
    return sorted(sorted(group) for group in joined.values())


def _sorted_out(slips: Slips, home: Mapping[int, int]) -> tuple[list[Slip], Counter[int]]:
    """The surest slip of each name left alone that is near one group only; how often strangers are as near.

    The second is told of each sort of slip, by the names that are not left alone.
    """
    strangers: Counter[int] = Counter()
    seen: set[tuple[int, int]] = set()
    near: dict[int, set[int]] = {}
    best: dict[int, Slip] = {}
    for slip in slips:
        one, other = home.get(slip.one), home.get(slip.other, -1 - slip.other)
        if one is None:
            near.setdefault(slip.one, set()).add(other)
            if slip.one not in best or slip.sort < best[slip.one].sort:
                best[slip.one] = slip
        elif one != other and other >= 0 and (slip.one, other) not in seen:
            seen.add((slip.one, other))
            strangers[slip.sort] += 1
    return [slip for place, slip in best.items() if len(near[place]) == 1], strangers
