"""Weights learned on one half of the labelled pairs, to be measured on the other.

The half is decided by the CRC-32 of the first word of a pair, so that a positive and the hard
negative made from the same name fall together. Only the weights are learned anew: the letter
costs in `tables/sounds` have seen the words of both halves.
"""

from __future__ import annotations

import random
import shutil
import tempfile
import zlib
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from bench.evaldata import Pair
from translit.canon import explain
from translit.comparison import compare, lessons
from translit.nouns import Reading
from translit.tables import Tables, built_in
from translit.weighing import fit

_ENOUGH = 100
_HEADER = "id\tweight\tsource\tnote"


@dataclass(frozen=True)
class Read:
    """One labelled pair, both sides read."""

    left: Reading
    right: Reading
    label: int

    @property
    def half(self) -> int:
        """The half a pair belongs to: 0 (learned from, as a rule) or 1."""
        return zlib.crc32(self.left.text.split()[0].encode()) % 2

    def score(self, tables: Tables | None = None) -> float:
        return compare(self.left, self.right, tables=tables).score


def sampled(pairs: Sequence[Pair], most: int) -> list[Pair]:
    """At most so many pairs, the same at every run."""
    return random.Random(0).sample(list(pairs), min(most, len(pairs)))


def read(pairs: Sequence[Pair], kind: str) -> list[Read]:
    return [Read(explain(a, kind), explain(b, kind), label) for a, b, label in pairs if a.split()]


def fitted(pairs: Iterable[Read]) -> dict[str, dict[str, float]]:
    """The weights of every group of these pairs; none for a group too small to learn from."""
    examples: dict[str, list[tuple[dict[str, float], int]]] = defaultdict(list)
    for pair in pairs:
        for group, found in lessons(pair.left, pair.right):
            examples[group].append((found, pair.label))
    return {
        group: fit(found) if len(found) >= _ENOUGH and len({label for _, label in found}) == 2 else {}
        for group, found in examples.items()
    }


def relearned(folder: Path, sets: Mapping[str, Sequence[Read]], half: int = 0) -> Tables:
    """The built-in tables with weights fitted to one half of these pairs only.

    A group of pairs too small to learn from gets a table without weights: its scores are 0.5.
    """
    home = built_in().home
    for entry in home.iterdir():
        if entry.name != "weights" and not entry.name.startswith("."):
            (folder / entry.name).symlink_to(entry.resolve())
    shutil.copytree(home / "weights", folder / "weights")
    known = fitted(pair for pairs in sets.values() for pair in pairs if pair.half == half)
    for group, weights in known.items():
        lines = [f"{name}\t{weights[name]:.3f}\tlearned\t" for name in sorted(weights)]
        (folder / "weights" / f"{group}.tsv").write_text("\n".join([_HEADER, *lines, ""]), encoding="utf-8")
    return Tables(folder)


def crossed(sets: Mapping[str, Sequence[Read]]) -> dict[str, list[float]]:
    """Every pair's score by the weights learned on the half it does not belong to."""
    found = {title: [0.0] * len(pairs) for title, pairs in sets.items()}
    for half in (0, 1):
        with tempfile.TemporaryDirectory() as folder:
            tables = relearned(Path(folder), sets, 1 - half)
            for title, pairs in sets.items():
                for at, pair in enumerate(pairs):
                    if pair.half == half:
                        found[title][at] = pair.score(tables)
    return found
