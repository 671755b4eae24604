"""Learn the weights of compare() anew: ``python -m bench.weigh EVAL [person|place]``.

Fits every group of pairs in the sets of `bench/evaldata.py` and writes `tables/weights/*.tsv`; a group too
small to learn from keeps its table. `bench/compare.py` prints how they do on pairs they have not seen.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from bench.evaldata import sets
from bench.halves import fitted, read, sampled
from translit.weighing import write


def main() -> None:
    options = argparse.ArgumentParser(description="learn the weights of compare()")
    options.add_argument("eval", type=Path, help="the folder of development data")
    options.add_argument("kind", nargs="?", default="", help="person or place; both by default")
    options.add_argument("--most", type=int, default=3000, help="pairs of a set, at most")
    chosen = options.parse_args()
    found = [
        pair
        for kind, pairs in sets(chosen.eval).values()
        if chosen.kind in kind
        for pair in read(sampled(pairs, chosen.most), kind)
    ]
    for group, weights in fitted(found).items():
        if weights:
            write(group, weights)
            print(f"{group}: {len(weights)} weights")


if __name__ == "__main__":
    main()
