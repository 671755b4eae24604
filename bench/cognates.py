"""Are a Ukrainian and a Russian name of a town one? ``python -m bench.cognates [--write]``.

Names of one town of `tables/place/at/ua.tsv` and `by.tsv`, and of a town and its nearest neighbour among
names. What the measures of `translit/sounds/cognates.py` weigh is learned on one half of the pairs and
measured on the other; ``--write`` writes those of both together as `tables/weights/cognates.tsv`.
"""

from __future__ import annotations

import argparse
import zlib
from collections.abc import Iterator

from unidecode import unidecode

from translit.evaluation import hard_pairs, measure
from translit.sounds.cognates import costs_of, measures
from translit.tables import built_in
from translit.text.script import script_of
from translit.weighing import fit, write

_COUNTRIES = ("ua", "by")
_KIN = 1.0  # nats a letter; names of one town nearer than this are one name
_ONE = 0.2  # names of two towns nearer than this are one name too
_MOST = 4000

Example = tuple[dict[str, float], int]


def names() -> Iterator[tuple[str, str]]:
    """The towns with the names of one word that may be cognates."""
    costs = costs_of(built_in())
    for country in _COUNTRIES:
        for row in built_in().rows(f"place/at/{country}"):
            for name in (row.native, row.canonical, *row.many("also")):
                single = name.isalpha() and script_of(name) in ("Latn", "Cyrl")
                if single and measures(row.native, name, costs)["distance a letter"] < _KIN:
                    yield row.id, name


def halves() -> tuple[list[Example], list[Example]]:
    """The measures of pairs that are one name (1) or two (0), parted by the first name."""
    found: tuple[list[Example], list[Example]] = [], []
    costs = costs_of(built_in())
    for one, two, label in hard_pairs(
        names(), lambda a, b: unidecode(a).lower() != unidecode(b).lower(), _MOST
    ):
        example = measures(one, two, costs)
        if label or example["distance a letter"] > _ONE:
            found[zlib.crc32(one.encode()) % 2].append((example, label))
    return found


def told(weights: dict[str, float], examples: list[Example]) -> str:
    """How well weights tell examples."""
    scores = [sum(weights.get(name, 0.0) * value for name, value in found.items()) for found, _ in examples]
    best = measure(scores, [bool(label) for _, label in examples])
    return f"{len(examples)} pairs, F1 {best.f1:.3f}, AUC {best.auc:.3f}"


def main() -> None:
    options = argparse.ArgumentParser(description="a Ukrainian and a Russian name of a town, one name?")
    options.add_argument("--write", action="store_true", help="write tables/weights/cognates.tsv")
    chosen = options.parse_args()
    one, two = halves()
    print(told(fit(one), two))
    print(told(fit(two), one))
    if chosen.write:
        write("cognates", fit([*one, *two]))


if __name__ == "__main__":
    main()
