"""Blocks: the numbers under which a name is filed, so that names that may be one share at least one.

A name is filed under its whole key, under pairs of its parts' faces, and, for names that tell little
(one word, an initial), under single faces. Which language a name was read as changes its keys: so that
Sharif Nehme, Шариф Нима and شريف نعمة meet, its parts have a rough sound of no language's as well.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from translit.canon.surface import read_in
from translit.comparison.incomplete import FAMILIES
from translit.compiled import module
from translit.index.faces import Faces, number, rough, telling
from translit.nouns import Reading
from translit.tables import Tables

__all__ = [
    "BITS",
    "Filing",
    "blocks",
    "compiled",
    "filing",
    "single",
]

compiled = module("translit.index._pairs", 1)  # FORMAT in _pairs.c

BITS = 36  # of a block's number
_ALONE = 1 << (BITS - 1)  # marks the blocks of single faces
_MASK = _ALONE - 1
_MIX = 0x9E3779B97F4A7C15
_FATHERS = frozenset(("patronymic", "nasab"))  # often omitted, so no typing error hangs on them


@dataclass(frozen=True, slots=True)
class Filing:
    """The blocks of one name; `thin` names (one word, an initial) are also looked up by single faces.

    Names with one `home` (the number of their surname's key) are likely to be compared.
    """

    pairs: tuple[int, ...]
    alone: tuple[int, ...]
    thin: bool
    home: int = 0


def _together(one: int, other: int) -> int:
    """The number of a pair of faces, whichever is named first."""
    mixed = ((one + other) * _MIX + (one ^ other) * (_MIX >> 7 | 1)) & 0xFFFFFFFFFFFFFFFF
    return (mixed >> 20) & _MASK


def single(number: int) -> int:
    """The block of a face alone."""
    return (number * _MIX >> 20) & _MASK | _ALONE


def filing(
    reading: Reading,
    parts: Sequence[tuple[Reading, Faces]] | None = None,
    tables: Tables | None = None,
) -> Filing:
    """The blocks of a name, sorted, each once; `parts` are those that tell, if they are known.

    >>> from translit.canon import explain
    >>> one, two = (filing(explain(name, "person")) for name in ("Zabolotny Roman", "Роман Заболотный"))
    >>> len(set(one.pairs) & set(two.pairs)) > 5
    True
    """
    parts = telling(reading, tables) if parts is None else parts
    whole = () if not reading.key else (_together(number(reading.key), 1),)
    if reading.row is not None:
        whole = (*whole, _together(number(f"={reading.row.table}:{reading.row.id}"), 2))
    told = []
    for part, faces in parts:
        father = part.role in _FATHERS
        heard = 0 if father or faces.initial or len(parts) < 2 else rough(read_in(part))
        told.append((faces, father, heard))
    pairs, alone = blocks(told, whole)
    if not reading.origin and len(parts) > 1 and not reading.text.isascii():
        pairs = tuple(sorted({*pairs, *_as_written(parts)}))
    thin = len(parts) < 2 or reading.kind == "place" or any(one.initial for _, one in parts)
    if thin and reading.kind != "place":
        alone = tuple(
            sorted({*alone, *(single(rough(read_in(part))) for part, one in parts if not one.initial)})
        )
    return Filing(pairs, alone, thin, _home(parts))


def _as_written(parts: Sequence[tuple[Reading, Faces]]) -> Iterator[int]:
    """The blocks of the rough sounds of a foreign name as it is written in Latin: Ljubomir for Љубомир."""
    heard = [rough(part.canonical) for part, _ in parts]
    for at, one in enumerate(heard):
        yield from (_together(one, other) for other in heard[:at])


def blocks(
    parts: list[tuple[Faces, bool, int]], whole: tuple[int, ...], quick: Any = compiled
) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """The blocks of a name, of `whole` and of its parts in pairs, and those of single faces.

    Of each part are told its faces, whether it names the father, and the number of its rough sound.
    """
    found: tuple[tuple[int, ...], tuple[int, ...]] | None = quick.blocks(parts, whole) if quick else None
    if found is not None:
        return found
    pairs, alone = set(whole), set[int]()
    for at, (one, father, heard) in enumerate(parts):
        if not one.initial:
            alone.update(map(single, one.own))
        for other, other_father, other_heard in parts[:at]:
            pairs.update(_paired(one, other, not (father or other_father)))
            if not (father or other_father or one.initial or other.initial):
                pairs.add(_together(heard, other_heard))
            alone.add(single(_together(other.own[0], one.letter)))
            alone.add(single(_together(one.own[0], other.letter)))
    if len(parts) == 1:
        pairs.update(_together(number, 3) for number in parts[0][0].near)
        pairs.add(_together(parts[0][0].own[0], 3))
    return tuple(sorted(pairs)), tuple(sorted(alone))


def _home(parts: Sequence[tuple[Reading, Faces]]) -> int:
    """The number of the surname's key, of the longest key where no part is a surname."""
    homes = [one.own[0] for part, one in parts if part.role in FAMILIES]
    longest = max(parts, key=lambda told: len(told[0].key), default=None)
    return homes[-1] if homes else longest[1].own[0] if longest else 0


def _paired(one: Faces, other: Faces, tolerant: bool) -> Iterable[int]:
    """The blocks of two parts together."""
    if one.initial or other.initial:
        return
    for first in one.own:
        for second in other.own:
            yield _together(first, second)
    if tolerant:
        for near in one.near:
            yield _together(near, other.own[0])
        for near in other.near:
            yield _together(one.own[0], near)
