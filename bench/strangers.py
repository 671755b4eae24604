"""Are strangers kept apart: ``python -m bench.strangers [--pairs N] [--worst N]``.

Two people with one given name and two surnames of the tables, drawn by lot, in their own script and in
Latin: how many such pairs are called probably one, or the same. Their surnames are as a rule far apart,
unlike the hard negatives of `bench.compare`.
"""

from __future__ import annotations

import argparse
import random
from collections import Counter
from collections.abc import Callable, Iterable

from translit import compare
from translit.nouns import Row
from translit.tables import built_in
from translit.text.clean import strip_harakat

ACUTE = "\N{COMBINING ACUTE ACCENT}"
TABLES = {
    "ru": (("person/ru/given",), ("person/ru/surname",)),
    "ar": (("person/ar/ism",), ("person/ar/family", "person/ar/nisba")),
}
Written = Callable[[Row], str]
WAYS: dict[str, Written] = {
    "own script": lambda row: strip_harakat(row.native).replace(ACUTE, ""),
    "Latin": lambda row: row.canonical,
}


def rows(names: Iterable[str]) -> list[Row]:
    """The rows of one word whose bearers are men, or anybody."""
    found = [row for name in names for row in built_in().rows(name)]
    return [row for row in found if " " not in row.native and row["gender"] in ("", "m", "mf")]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pairs", type=int, default=4000)
    parser.add_argument("--worst", type=int, default=0)
    asked = parser.parse_args()
    print("| strangers of one given name | pairs | probable | same |\n|---|---|---|---|")
    for language, (firsts, lasts) in TABLES.items():
        givens, surnames = rows(firsts), rows(lasts)
        for way, written in WAYS.items():
            dice = random.Random(1)
            verdicts: Counter[str] = Counter()
            worst = []
            for _ in range(asked.pairs):
                given, pair = dice.choice(givens), dice.sample(surnames, 2)
                one, two = (f"{written(given)} {written(surname)}" for surname in pair)
                found = compare(one, two, "person")
                verdicts[found.verdict] += one != two
                worst.append((found.score, one, two))
            print(f"| {language}, {way} | {asked.pairs} | {verdicts['probable']} | {verdicts['same']} |")
            for score, one, two in sorted(worst, reverse=True)[: asked.worst]:
                print(f"    {score:.2f} {one} / {two}")


if __name__ == "__main__":
    main()
