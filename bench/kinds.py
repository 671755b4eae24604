"""Is a text of no told kind read as what it names: ``python -m bench.kinds EVAL [--texts N] [--worst N]``.

Names of persons (people/) and of places (places/variants.tsv), drawn by lot. Most of the places are villages
that no table has and whose name may as well be a family's; those of several words are counted apart, as are
given names and surnames by themselves.
"""

from __future__ import annotations

import argparse
import random
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from bench.evaldata import read
from translit import explain


def told(what: str, texts: Sequence[str], worst: int, of: str = "") -> None:
    """Print how many texts are read as what they are, of one word and of several."""
    asked: Counter[bool] = Counter()
    right: Counter[bool] = Counter()
    for text in texts:
        several = " " in text
        asked[several] += 1
        found = explain(text)
        right[several] += found.kind == what
        if found.kind != what and worst > 0:
            worst -= 1
            print(f"    {text}: {found.kind} {found.canonical}")
    for several, words in ((False, "one word"), (True, "several")):
        if asked[several]:
            share = 100 * right[several] / asked[several]
            print(f"| {what}, {of or words} | {asked[several]} | {share:.1f} % |")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("eval", nargs="?", type=Path)
    parser.add_argument("--texts", type=int, default=2500)
    parser.add_argument("--worst", type=int, default=0)
    asked = parser.parse_args()
    if asked.eval is None:
        print("EVAL not given: not run")
        return
    people = [row["name"] for row in read(asked.eval / "people" / "variants.tsv")]
    named = list(read(asked.eval / "people" / "order.tsv"))
    people += [row["text"] for row in named]
    givens, surnames = (
        sorted({row[part] for row in named if row[part].isalpha()}) for part in ("given", "surname")
    )
    places = [row["name"] for row in read(asked.eval / "places" / "variants.tsv")]
    print("| text | of | read as such |\n|---|---|---|")
    for what, texts, of in (
        ("person", people, ""),
        ("person", givens, "a given name alone"),
        ("person", surnames, "a surname alone"),
        ("place", places, ""),
    ):
        told(what, random.Random(7).sample(texts, min(asked.texts, len(texts))), asked.worst, of)


if __name__ == "__main__":
    main()
