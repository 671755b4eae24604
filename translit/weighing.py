"""Learning the weights of compare(): ``python -m translit.weighing person PAIRS.tsv…``.

``person`` and ``place`` take labelled pairs (columns a, b, label); ``rarity ru`` and ``rarity ar``
take lists of names (a column name, native or text) and count how common each word's key is.
A ridge logistic regression by Newton's method, in plain Python: a few thousand pairs, a few
dozen features, some seconds. Positives and negatives weigh the same in sum.
"""

from __future__ import annotations

import csv
import math
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from translit.canon import explain
from translit.comparison import lessons
from translit.nouns import Kind
from translit.sounds import key
from translit.tables import built_in
from translit.text.clean import clean
from translit.text.words import words

__all__ = ["fit", "labelled", "main", "write"]

_RIDGE = 2.0  # the pull of each weight towards 0
# What a feature's weight may say, by its first word: 1 only for, -1 only against one name.
_SIGNS = {
    "agrees": 1,
    "contradicts": -1,
    "distance": -1,
    "doubt": 1,
    "ending": -1,
    "equal": 1,
    "far": -1,
    "gender": -1,
    "heard": 1,
    "known": 1,
    "least": 1,
    "like": 1,
    "omitted": -1,
    "other": -1,
    "root": -1,
    "same": 1,
    "share": 1,
    "two": -1,
    "unlike": -1,
    "vowels": -1,
}
_AT_MOST = {"omitted": -0.3}  # of two names that agree, the one with no part missing is the nearer
_TOLD = 3  # names of a list that a key must stand in
_ENOUGH = 200  # pairs from which a group has weights of its own
_STILL = 1e-4  # a step of no weight larger than this ends the fitting


def labelled(path: Path) -> list[tuple[str, str, int]]:
    """The pairs of a TSV file with the columns a, b and label (1 the same name, 0 not)."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        return [(row["a"], row["b"], int(row["label"])) for row in rows]


def fit(examples: Sequence[tuple[dict[str, float], int]], rounds: int = 25) -> dict[str, float]:
    """The weight of each feature that best tells the labels, positives and negatives in balance.

    A weight may not say the contrary of its feature: an omitted or contradicting part never speaks
    for one name, a like one never against. A feature that would is left out and the rest fitted anew.
    """
    names = sorted({name for found, _ in examples for name in found})
    while True:
        weights = _newton(examples, names, rounds)
        sound = [name for name in names if _SIGNS.get(name.split()[0], 0) * weights[name] >= 0]
        if len(sound) == len(names):
            return {name: min(weight, _AT_MOST.get(name, weight)) for name, weight in weights.items()}
        names = sound


def _newton(
    examples: Sequence[tuple[dict[str, float], int]], names: list[str], rounds: int
) -> dict[str, float]:
    """Newton's method on the named features alone."""
    positives = sum(label for _, label in examples)
    balance = {1: 0.5 * len(examples) / positives, 0: 0.5 * len(examples) / (len(examples) - positives)}
    table = [([found.get(name, 0.0) for name in names], label) for found, label in examples]
    weights = [0.0] * len(names)
    for _ in range(rounds):
        gradient = [-_RIDGE * weight for weight in weights]
        curve = [[_RIDGE if i == j else 0.0 for j in range(len(names))] for i in range(len(names))]
        for values, label in table:
            total = sum(weight * value for weight, value in zip(weights, values, strict=True))
            share = 1 / (1 + math.exp(-max(-30.0, min(30.0, total))))
            push = balance[label] * (label - share)
            bend = balance[label] * share * (1 - share)
            told = [at for at, value in enumerate(values) if value]
            for i in told:
                gradient[i] += push * values[i]
                for j in told:
                    curve[i][j] += bend * values[i] * values[j]
        step = _solve(curve, gradient)
        weights = [weight + move for weight, move in zip(weights, step, strict=True)]
        if max(map(abs, step)) < _STILL:
            break
    return dict(zip(names, weights, strict=True))


def _solve(matrix: list[list[float]], right: list[float]) -> list[float]:
    """Solve a symmetric positive system by Gaussian elimination."""
    size = len(right)
    rows = [[*row, value] for row, value in zip(matrix, right, strict=True)]
    for at in range(size):
        pivot = max(range(at, size), key=lambda row: abs(rows[row][at]))
        rows[at], rows[pivot] = rows[pivot], rows[at]
        for below in range(at + 1, size):
            ratio = rows[below][at] / rows[at][at]
            if ratio:
                for column in range(at, size + 1):
                    rows[below][column] -= ratio * rows[at][column]
    answer = [0.0] * size
    for at in reversed(range(size)):
        rest = sum(rows[at][column] * answer[column] for column in range(at + 1, size))
        answer[at] = (rows[at][size] - rest) / rows[at][at]
    return answer


def rarities(language: str, names: Iterable[str]) -> dict[str, float]:
    """How rare each key is among distinct names, in nats; keys of fewer than three names are left out."""
    counts: Counter[str] = Counter()
    seen = set(names)
    for name in seen:
        counts.update({key(word, language) for word in words(clean(name)[0].replace("-", " "))} - {""})
    return {sound: -math.log(count / len(seen)) for sound, count in counts.items() if count >= _TOLD}


def _column(path: Path) -> Iterator[str]:
    """The names of a TSV file, from the first of the columns that may hold them."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        column = next(name for name in ("name", "text", "native") if name in (rows.fieldnames or ()))
        yield from (row[column] for row in rows)


def _write(name: str, header: str, lines: Iterable[str]) -> None:
    """Write a table of weights beside the others."""
    folder = built_in().home / "weights"
    folder.mkdir(exist_ok=True)
    (folder / f"{name}.tsv").write_text("\n".join([header, *lines]) + "\n", encoding="utf-8")


def write(name: str, weights: Mapping[str, float]) -> None:
    """Write the weights of a group as its table."""
    lines = (f"{feature}\t{weights[feature]:.3f}\tlearned\t" for feature in sorted(weights))
    _write(name, "id\tweight\tsource\tnote", lines)


def _weigh(kind: Kind, paths: Sequence[str]) -> None:
    """Fit the weights of every group of pairs found in the files, and write their tables."""
    groups: dict[str, list[tuple[dict[str, float], int]]] = {}
    for path in paths:
        for left, right, label in labelled(Path(path)):
            for group, found in lessons(explain(left, kind), explain(right, kind)):
                groups.setdefault(group, []).append((found, label))
    for group, examples in groups.items():
        if len({label for _, label in examples}) == 2 and len(examples) >= _ENOUGH:
            write(group, fit(examples))
            print(f"{group}: {len(examples)} pairs", file=sys.stderr)


def main(arguments: Sequence[str]) -> None:
    """Do what the command line asks."""
    task, *rest = arguments
    if task == "rarity":
        language, *paths = rest
        found = rarities(language, (name for path in paths for name in _column(Path(path))))
        lines = (f"{sound}\t{nats:.2f}\tlearned\t" for sound, nats in sorted(found.items()))
        _write(f"rarity-{language}", "id\tnats\tsource\tnote", lines)
    else:
        _weigh("place" if task == "place" else "person", rest)


if __name__ == "__main__":
    main(sys.argv[1:])
