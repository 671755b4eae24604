"""A real-world list: people of the crowd, places, foreigners and junk, each cell three times on average.

python bench/mix.py 30
"""

from __future__ import annotations

import random
import sys
from collections.abc import Callable, Iterator

from crowd import crowd

from translit.tables import built_in

__all__ = ["mix"]

_PEOPLE, _PLACES, _FOREIGN, _JUNK = 70, 18, 9, 3  # of a hundred distinct cells
_COUNTRIES = ("ru", "sy", "iq", "eg", "sa", "ua", "ly", "ma")
_JUNK_CELLS = (
    "",
    "n/a",
    "неизвестно",
    "غير معروف",
    "—",
    "12.04.1971",
    "+7 495 123-45-67",
    "see above",
    "???",
)


def mix(size: int, seed: int = 11) -> Iterator[str]:
    """`size` cells in random order, fixed seed, in three scripts."""
    dice = random.Random(seed)
    distinct = max(1, size // 3)
    people = [text for _, text in crowd(distinct * _PEOPLE // 100, seed)]
    makers: list[tuple[Callable[[random.Random], str], int]] = [
        (_places(), _PLACES),
        (_foreigners(), _FOREIGN),
        (_junk, _JUNK),
    ]
    cells = people + [make(dice) for make, share in makers for _ in range(distinct * share // 100)]
    cells += dice.choices(cells or ["Roman Zabolotny"], k=size - len(cells))
    dice.shuffle(cells)
    yield from cells


def _places() -> Callable[[random.Random], str]:
    """Places of the gazetteer, in their own script, in English or by one of their other names."""
    found: list[tuple[str, ...]] = []
    for country in _COUNTRIES:
        for row in built_in().rows(f"place/at/{country}"):
            found.append(tuple(filter(None, (row.native, row.canonical, *row.many("also")))))
    return lambda dice: dice.choice(dice.choice(found))


def _foreigners() -> Callable[[random.Random], str]:
    """People of other origins, in Latin letters or as Russian and Arabic papers write them."""
    givens, surnames = (list(built_in().rows(f"person/foreign/{part}")) for part in ("given", "surname"))

    def person(dice: random.Random) -> str:
        rows = dice.choice(givens), dice.choice(surnames)
        script = dice.choice(("", "", "cyrillic", "arabic"))
        return " ".join((row[script] if script else "") or row.native for row in rows)

    return person


def _junk(dice: random.Random) -> str:
    """What stands in name columns and is no name."""
    return dice.choice(
        (*_JUNK_CELLS, f"ID {dice.randrange(10**8)}", f"user{dice.randrange(10**6)}@example.org")
    )


if __name__ == "__main__":
    print(*mix(int(sys.argv[1]) if len(sys.argv) > 1 else 20), sep="\n")
