"""Are two single words one name? ``python -m bench.single EVAL [ar] [--write]``.

The letter costs are learned anew without one half of the native words, and each word of that half is
laid beside its spellings, and these beside each other, and beside the nearest of other names (by
consonant skeleton; with and without such as have the same one). What the evidence of
`translit/comparison/odds.py` weighs is learned on one half and measured on the other: a line for each
kind of negative and for names met once, or three times and more. ``--write`` writes the weights of
both halves together as `tables/weights/alike-ar.tsv`. ``--homes`` keeps the tables learned.
"""

from __future__ import annotations

import argparse
import json
import math
import random
import shutil
import subprocess
import sys
import tempfile
import zlib
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

from rapidfuzz import process
from rapidfuzz.distance import Levenshtein

from bench.evaldata import read, skeleton
from bench.sounds import FILES
from translit import tables as tables_room
from translit.evaluation import measure
from translit.sounds.letters import article_parted, native_letters
from translit.tables import Tables, built_in
from translit.text.clean import fold
from translit.weighing import fit, write

_MOST = 4000  # rows of a list
_NEAREST = 40
_MISALIGNED, _UNHEARD = 0.8, 0.05  # so far apart and never heard as one, a "name" is an error of its list
_SETS = ("beside its native form", "the same, skeletons may be equal", "two spellings")
_ANY = "any other"
_MET = (1, 3)
Example = tuple[str, int, int, dict[str, float]]  # set, how often the name was met at least, label, evidence


def half(native: str, language: str) -> int:
    """The half a native word belongs to."""
    bare = article_parted(native, "")[0] if language == "ar" else native
    return zlib.crc32(native_letters(bare, language).encode()) % 2


def learned(folder: Path, language: str, unseen: int, home: Path) -> None:
    """The built-in tables with the letter costs learned without one half of the words."""
    from translit import learning

    shutil.copytree(built_in().home, home, ignore=shutil.ignore_patterns(".kept"), dirs_exist_ok=True)
    part = home / "pairs.tsv"
    pairs = []
    for name in FILES[language]:
        kept = [row for row in read(folder / f"tokens/{name}.tsv") if half(row["native"], language) != unseen]
        lines = ("\t".join((row["native"], row["latin"], row.get("count") or "1")) for row in kept)
        part.write_text("native\tlatin\tcount\n" + "\n".join(lines) + "\n", encoding="utf-8")
        pairs += learning.pairs(part, language)
    part.unlink()
    learning.learn(language, pairs, Tables(home), home / "sounds" / language)


def drawn(rows: Sequence[dict[str, str]], language: str, unseen: int) -> Iterator[tuple[str, str, str, int]]:
    """Set, two words and label: of every row of one half a positive and a negative of each set."""
    pool: dict[str, set[str]] = defaultdict(set)
    for row in rows:
        pool[_group(row)].add(row["latin"])
    flat = [(group, latin, skeleton(latin)) for group, found in pool.items() for latin in sorted(found)]
    bones = [found for *_, found in flat]
    for row in rows:
        if half(row["native"], language) != unseen:
            continue
        native, latin, group = row["native"], row["latin"], _group(row)
        own = skeleton(latin)
        near = process.extract(own, bones, scorer=Levenshtein.normalized_similarity, limit=_NEAREST)
        others = [flat[at][1:] for *_, at in near if flat[at][0] != group and flat[at][1] not in pool[group]]
        unlike = [other for other, found in others if found != own]
        kin = [other for other in sorted(pool[group]) if fold(other) != fold(latin)]
        yield _ANY, random.Random(latin).choice((native, latin)), random.Random(native).choice(flat)[1], 0
        nearest = [other for other, _ in others]
        for name, other in zip(_SETS, (unlike, nearest, unlike), strict=True):
            left = latin if name == _SETS[2] else native
            mine = random.Random(latin).sample(kin, min(1, len(kin))) if left == latin else [latin]
            if mine and other:
                yield name, left, mine[0], 1
                yield name, left, other[0], 0


def _group(row: dict[str, str]) -> str:
    return fold(row["native"]).removeprefix("\N{ARABIC LETTER ALEF}\N{ARABIC LETTER LAM}")


def examples(folder: Path, language: str, unseen: int) -> None:
    """Print, as lines of JSON, the evidence of every pair of one half by the tables in use."""
    from translit.comparison.odds import EVIDENCE, evidence
    from translit.comparison.words import tokens
    from translit.nouns import Reading
    from translit.sounds import laid

    rows = read(folder / f"tokens/names_{language}.tsv")
    rows = random.Random(2).sample(rows, min(_MOST, len(rows)))
    for least in _MET:
        counted = [row for row in rows if int(row["count"]) >= least]
        for name, a, b, label in drawn(counted, language, unseen):
            left, right = (tokens(Reading(text, text), language, built_in()) for text in (a, b))
            if len(left) == len(right) == 1 and left[0].word.core != right[0].word.core:
                one, two = sorted((left[0].word, right[0].word), key=lambda word: word.core)
                far, _ = laid(one.symbols, two.symbols, one.key == two.key, language)
                found = dict(zip(EVIDENCE, evidence(one, two, far, language), strict=True))
                print(json.dumps([name, least, label, found | {"far": far}]))


def printed(module: str, chosen: argparse.Namespace) -> list[list[Any]]:
    """What a measurement prints of each half, a JSON value a line, by tables that have not seen its words."""
    found = []
    with tempfile.TemporaryDirectory() as folder:
        for unseen in (0, 1):
            home = (chosen.homes or Path(folder)) / f"home_{chosen.language}{unseen}"
            if not home.exists():
                learned(chosen.eval, chosen.language, unseen, home)
            command = [str(chosen.eval), chosen.language, "--home", str(home), "--half", str(unseen)]
            done = subprocess.run(
                [sys.executable, "-m", module, *command], capture_output=True, text=True, check=True
            )
            found.append([json.loads(line) for line in done.stdout.splitlines()])
    return found


def fitted(some: Sequence[Example]) -> dict[str, float]:
    """The weights that tell these pairs, every name once, pairs that only an error calls one left out."""
    return fit(
        [
            ({name: value for name, value in found.items() if name != "far"}, label)
            for _, least, label, found in some
            if least == 1 and not (label and found["far"] > _MISALIGNED and found["heard"] < _UNHEARD)
        ]
    )


def score(weights: dict[str, float], found: dict[str, float]) -> float:
    total = sum(weights.get(name, 0.0) * value for name, value in found.items())
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, total))))


def report(halves: list[list[Example]]) -> None:
    """Print the best F1 of each set by weights that have not seen it, and by the distance alone."""
    learnt = [fitted(some) for some in halves]
    print("| pairs | met | number | F1 | recall at 95 % | by distance alone: F1 |\n|---|---|---|---|---|---|")
    for title in _SETS:
        for met in _MET:
            told = [
                (score(learnt[1 - at], found), math.exp(-found["far"]), bool(label))
                for at, some in enumerate(halves)
                for name, least, label, found in some
                if name == title and least == met
            ]
            scores, nears, labels = zip(*told, strict=True)
            best, alone = measure(scores, labels), measure(nears, labels)
            print(
                f"| {title} | {met}+ | {len(labels)} | {best.f1:.3f} | {best.recall_95:.3f} "
                f"| {alone.f1:.3f} |"
            )


def options_of(about: str, language: str) -> argparse.ArgumentParser:
    """The options of a measurement whose letter costs are learned on halves, each in a process of its own."""
    options = argparse.ArgumentParser(description=about)
    options.add_argument("eval", type=Path, nargs="?", help="the folder of development data")
    options.add_argument("language", nargs="?", default=language)
    options.add_argument("--homes", type=Path, help="where to keep the tables learned on halves")
    options.add_argument("--home", type=Path, help=argparse.SUPPRESS)
    options.add_argument("--half", type=int, help=argparse.SUPPRESS)
    return options


def chosen_of(
    options: argparse.ArgumentParser, work: Callable[[Path, str, int], None]
) -> argparse.Namespace | None:
    """What was chosen; None without data, and in the process of a half, where `work` has been done."""
    chosen = options.parse_args()
    if chosen.eval is None:
        print("EVAL=… not given: not run")
        return None
    if chosen.home:
        tables_room._home = lambda: chosen.home
        work(chosen.eval, chosen.language, chosen.half)
        return None
    return chosen


def main() -> None:
    options = options_of("two single words, one name?", "ar")
    options.add_argument("--write", action="store_true", help="write tables/weights/alike-….tsv")
    chosen = chosen_of(options, examples)
    if chosen is None:
        return
    halves = [[tuple(line) for line in lines] for lines in printed("bench.single", chosen)]
    report(halves)
    if chosen.write:
        write(f"alike-{chosen.language}", fitted([*halves[0], *halves[1]]))


if __name__ == "__main__":
    main()
