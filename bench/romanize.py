"""Romanisation measured: exactness on published examples, and speed beside iuliia.

    EVAL=path/to/eval python bench/romanize.py

EVAL is a folder with roman/vectors.tsv (system, source, expected) and roman/systems.tsv
(system, scheme). Without it only the speed is measured, which needs iuliia (pip install iuliia).
"""

from __future__ import annotations

import os
import random
import statistics
import time
import unicodedata
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path

from translit.romanization import romanize
from translit.tables import built_in


def fold(text: str) -> str:
    """Letters and digits only, without case and marks."""
    letters = unicodedata.normalize("NFKD", text).lower()
    return "".join(x for x in letters if x.isalnum() and unicodedata.category(x) != "Lm")


def exactness(home: Path) -> None:
    """Print, for each system, how many examples come out exactly, folded, and alike from NFC and NFD."""
    lines = (home / "roman/systems.tsv").read_text(encoding="utf-8").splitlines()[1:]
    schemes = dict(line.split("\t") for line in lines)
    counts: defaultdict[str, list[int]] = defaultdict(lambda: [0, 0, 0, 0])
    for line in (home / "roman/vectors.tsv").read_text(encoding="utf-8").splitlines()[1:]:
        system, source, expected = (cell.replace("\\n", "\n") for cell in line.split("\t"))
        if system not in schemes:
            continue
        got = romanize(source, schemes[system])
        forms = {romanize(unicodedata.normalize(form, source), schemes[system]) for form in ("NFC", "NFD")}
        found = (1, got == expected, fold(got) == fold(expected), forms == {got})
        for key in (system, "all " + schemes[system].rpartition("-")[2]):
            counts[key] = [old + new for old, new in zip(counts[key], found, strict=True)]
        if fold(got) != fold(expected):
            print(f"  {system}: {source} → {got}, published {expected}")
    for system, (n, exact, folded, stable) in sorted(counts.items()):
        print(f"{system:40} n {n:4} exact {exact / n:.3f} folded {folded / n:.3f} NFC=NFD {stable / n:.3f}")


def two_word_names(count: int) -> list[str]:
    """Different Russian names of two words, made of given names and surnames of the tables."""
    tables = built_in()
    plain = [row.native.replace("\u0301", "") for row in tables.rows("person/ru/given")]
    given = [name for name in plain if name.isalpha()]
    random.seed(7)
    made = (
        f"{random.choice(given)} {random.choice(given).rstrip('аяйоь')}{ending}"
        for ending in ("ов", "енко", "ский", "ьев", "ин")
        for _ in range(count)
    )
    return list(dict.fromkeys(made))[:count]


def rate(write: Callable[[str], str], names: list[str], rounds: int = 5) -> float:
    """Names a second, the median of some rounds."""
    rates = []
    for _ in range(rounds):
        start = time.perf_counter()
        for name in names:
            write(name)
        rates.append(len(names) / (time.perf_counter() - start))
    return statistics.median(rates)


def speed() -> None:
    """Print names a second, ours and iuliia's, and the ratio."""
    names = two_word_names(20_000)
    ours = rate(lambda name: romanize(name, "press-en-ru"), names)
    print(f"translit press-en-ru: {ours:,.0f} names/s ({len(names)} different two-word names)")
    try:
        import iuliia
    except ImportError:
        print("iuliia is not installed; no ratio")
        return
    theirs = rate(iuliia.WIKIPEDIA.translate, names)
    print(f"iuliia wikipedia:     {theirs:,.0f} names/s")
    print(f"ratio: {ours / theirs:.2f}")


if __name__ == "__main__":
    if "EVAL" in os.environ:
        exactness(Path(os.environ["EVAL"]))
    speed()
