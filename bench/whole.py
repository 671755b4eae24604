"""What whole spellings say of a reading: ``python -m bench.whole EVAL [--write | --tenths]``.

The letter costs are learned anew without a third of the native words, and that third is read with them;
three times. A conditional logit weighs what `translit/sounds/whole.py` sees in each reading against the
costs of the others. The words that `bench/sounds.py` sets aside are never shown to it, so that its
figures are those of unseen words. Prints the share of first readings that are right, before and after
(weights learned on two thirds), or writes `tables/sounds/ru/whole.tsv`.

``--tenths`` scores three tenths of the words as `bench/sounds.py` does, each by costs and by weights that
were both learned without it: twelve models, half an hour. The table as it stands has seen all but
the first tenth.
"""

from __future__ import annotations

import argparse
import shutil
import tempfile
import zlib
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

from bench.evaldata import read
from bench.sounds import ENDINGS, FILES, Rows, aside, learned, report
from translit import learning
from translit.sounds import searching
from translit.sounds.letters import article_parted, ascii_letters
from translit.sounds.whole import Whole, conventions, shapes
from translit.tables import Tables, built_in

_THIRDS, _TENTHS = 3, 3
_MOST = 10  # readings of a word
_SETTING = {"ru": (3.0, 5, 0.3)}  # pull to 0, least times seen, least weight kept


class Example(NamedTuple):
    """A word read: its third, the cost of each reading, its signs, and which reading is right."""

    third: int
    costs: list[float]
    signs: list[Counter[str]]
    right: int


def signs(native: str, word: str, language: str) -> Counter[str]:
    """The signs of a reading, as `Whole.gains` weighs them."""
    found = Counter(shapes(native, ascii_letters(word)))
    told = Whole(language, {}).told
    for letter in native:
        if letter in told:
            found.update([f"~{letter}", *(f"{sign}~{letter}" for sign in conventions(word, language))])
    return found


def third(native: str) -> int:
    return zlib.crc32(native.encode()) // 10 % _THIRDS


def shown(folder: Path, language: str, tenth: int = 0) -> list[learning.Pair]:
    """The pairs of the development data, without the words that bench/sounds.py asks for."""
    found: list[learning.Pair] = []
    with tempfile.TemporaryDirectory() as home:
        for name in FILES[language]:
            kept: Rows = [
                row
                for row in read(folder / f"tokens/{name}.tsv")
                if not aside(article_parted(row["native"], "")[0], language, tenth)
            ]
            part = Path(home) / "pairs.tsv"
            lines = ("\t".join((row["native"], row["latin"], row.get("count") or "1")) for row in kept)
            part.write_text("native\tlatin\tcount\n" + "\n".join(lines) + "\n", encoding="utf-8")
            found += learning.pairs(part, language)
    return found


def examples(pairs: Sequence[learning.Pair], language: str, unseen: int) -> list[Example]:
    """The words of one third, read by costs that have not seen them."""
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        shutil.copytree(built_in().home, home, ignore=shutil.ignore_patterns(".kept"), dirs_exist_ok=True)
        (home / f"sounds/{language}/whole.tsv").unlink(missing_ok=True)
        kept = [pair for pair in pairs if third(pair.native) != unseen]
        learning.learn(language, kept, Tables(home), home / "sounds" / language)
        room = searching.reader(language, Tables(home))
        found = []
        for pair in pairs:
            if third(pair.native) != unseen or pair.spelling >= "\u0250":
                continue
            if language == "ru" and not pair.native.endswith(ENDINGS):
                continue
            heard = room.costs(pair.spelling)[:_MOST]
            natives = [native for _, native in heard]
            if len(natives) > 1 and pair.native in natives:
                told = [signs(native, pair.spelling, language) for native in natives]
                found.append(Example(unseen, [cost for cost, _ in heard], told, natives.index(pair.native)))
    return found


def fitted(some: Sequence[Example], language: str) -> dict[str, float]:
    """The weights, in nats of the costs, under which the right readings are likeliest."""
    pull, least, cut = _SETTING[language]
    met = Counter(sign for example in some for told in example.signs for sign in told)
    numbers = {sign: number for number, sign in enumerate((s for s, n in met.items() if n >= least), 1)}
    cells = [
        (row, numbers[sign], count)
        for row, told in enumerate(told for example in some for told in example.signs)
        for sign, count in told.items()
        if sign in numbers
    ]
    costs = [cost for example in some for cost in example.costs]
    cells += [(row, 0, -cost) for row, cost in enumerate(costs)]
    at, of, value = zip(*cells, strict=True)
    shows = csr_matrix((value, (at, of)), shape=(len(costs), len(numbers) + 1))
    sizes = np.array([len(example.costs) for example in some])
    starts = np.cumsum(sizes) - sizes
    owner = np.repeat(np.arange(len(sizes)), sizes)
    right = starts + np.array([example.right for example in some])
    pulls = np.full(len(numbers) + 1, pull)
    pulls[0] = 0.001

    def loss(weights: np.ndarray) -> tuple[float, np.ndarray]:
        odds = shows @ weights
        best = np.maximum.reduceat(odds, starts)
        likely = np.exp(odds - best[owner])
        total = np.add.reduceat(likely, starts)
        share = likely / total[owner]
        share[right] -= 1
        nats = (np.log(total) + best - odds[right]).sum() + 0.5 * (pulls * weights**2).sum()
        return nats, shows.T @ share + pulls * weights

    start = np.zeros(len(numbers) + 1)
    start[0] = 0.6
    found = minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": 150}).x
    weights = {sign: found[number] / found[0] for sign, number in numbers.items()}
    return {sign: weight for sign, weight in weights.items() if abs(weight) >= cut}


def rights(some: Sequence[Example], weights: dict[str, float]) -> int:
    """How many first readings are right with these weights."""
    found = 0
    for example in some:
        costs = [
            cost - sum(weights.get(sign, 0.0) * count for sign, count in told.items())
            for cost, told in zip(example.costs, example.signs, strict=True)
        ]
        found += costs.index(min(costs)) == example.right
    return found


def write(weights: dict[str, float], language: str, home: Path) -> None:
    """Write the weights as a language's table."""
    lines = (f"{sign}\t{weights[sign]:.2f}" for sign in sorted(weights))
    path = home / f"sounds/{language}/whole.tsv"
    path.write_text("\n".join(["sign\tweight", *lines]) + "\n", encoding="utf-8")


def held_out(folder: Path, language: str, tenth: int) -> None:
    """Score the words of one tenth by costs and weights that have not seen them."""
    pairs = shown(folder, language, tenth)
    found = [one for part in range(_THIRDS) for one in examples(pairs, language, part)]
    files = [folder / f"tokens/{name}.tsv" for name in FILES[language]]
    with tempfile.TemporaryDirectory() as home:
        tables = learned(language, files, Path(home), tenth)
        write(fitted(found, language), language, tables.home)
        report(Tables(tables.home), language, files, tenth=tenth)


def main() -> None:
    options = argparse.ArgumentParser(description="what whole spellings say of a reading")
    options.add_argument("eval", type=Path)
    options.add_argument("--write", action="store_true", help="write tables/sounds/ru/whole.tsv")
    options.add_argument("--tenths", action="store_true", help="score three tenths that nothing has seen")
    chosen = options.parse_args()
    for language in _SETTING:
        if chosen.tenths:
            for tenth in range(_TENTHS):
                held_out(chosen.eval, language, tenth)
            continue
        pairs = shown(chosen.eval, language)
        found = [one for unseen in range(_THIRDS) for one in examples(pairs, language, unseen)]
        before = rights(found, {})
        after = 0
        for unseen in range(_THIRDS):
            mine = [example for example in found if example.third == unseen]
            after += rights(mine, fitted([one for one in found if one.third != unseen], language))
        print(
            f"{language}: {len(found)} readings, "
            f"first right {before / len(found):.3f} {after / len(found):.3f}"
        )
        if chosen.write:
            write(fitted(found, language), language, built_in().home)


if __name__ == "__main__":
    main()
