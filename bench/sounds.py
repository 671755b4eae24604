"""Reading back on development data: ``python bench/sounds.py EVAL [ru|ar]``.

EVAL holds tokens/names_ru.tsv and the like. One native word in ten is set aside, the tables are
learned anew from the rest in a temporary folder, and the words set aside are read with those.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
import time
import zlib
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from bench.evaldata import read
from translit import learning
from translit.sounds import searching
from translit.sounds.letters import article_parted, ascii_letters, native_letters, spelling_letters
from translit.tables import Tables, built_in

FILES = {"ru": ("names_ru",), "ar": ("names_ar", "alalc_ar", "places_ar")}
ENDINGS = (
    "ов",
    "ев",
    "ин",
    "ын",
    "ова",
    "ева",
    "ина",
    "ский",
    "ская",
    "цкий",
    "ской",
    "енко",
    "ук",
    "юк",
    "ич",
)
ODD = {"ru": 2.5, "ar": 3.2}  # nats a letter by the learned costs, beyond which a row is misaligned

Rows = list[dict[str, str]]


def aside(native: str, language: str, tenth: int = 0) -> bool:
    return zlib.crc32(native_letters(native, language).encode()) % 10 == tenth


def learned(language: str, files: Iterable[Path], home: Path, tenth: int = 0) -> Tables:
    """The built-in tables with the language's models learned without the words set aside."""
    shutil.copytree(built_in().home, home, dirs_exist_ok=True)
    tables = Tables(home)
    pairs = []
    for path in files:
        kept = [row for row in read(path) if not aside(article_parted(row["native"], "")[0], language, tenth)]
        part = home / "pairs.tsv"
        lines = ("\t".join((row["native"], row["latin"], row.get("count") or "1")) for row in kept)
        part.write_text("native\tlatin\tcount\n" + "\n".join(lines) + "\n", encoding="utf-8")
        pairs += learning.pairs(part, language)
    learning.learn(language, pairs, tables, home / "sounds" / language)
    return Tables(home)


def held(path: Path, language: str, tenth: int = 0) -> Iterator[tuple[str, str, int]]:
    """Native letters, spelling and count of each row set aside."""
    for row in read(path):
        native, spelling = row["native"], row["latin"].lower()
        if language == "ar":
            native, spelling = article_parted(native, spelling)
        if " " in native or " " in spelling or not aside(native, language, tenth):
            continue
        plain = native_letters(native, language)
        if len(plain) > 1 and len(spelling) > 1:
            yield plain, spelling, int(row.get("count") or 1)


def plausible(native: str, spelling: str, costs: learning.Costs, language: str) -> bool:
    cost, chunks = learning.align(native, spelling_letters(spelling), costs, 3)
    return bool(chunks) and cost < ODD[language] * len(native)


def costs_of(tables: Tables, language: str) -> learning.Costs:
    found: learning.Costs = {}
    for native, spelling, at, cost in list(tables.cells(f"sounds/{language}/costs"))[1:]:
        if not at:
            found.setdefault(native, {})[spelling] = float(cost)
    return found


def score(name: str, room: searching.Room, tests: Sequence[tuple[str, str, int]], bad: int = 0) -> None:
    """Print top-1, top-3 and top-10 by word and by count, and the time of a word."""
    hits, counted, total = [0, 0, 0], [0, 0, 0], 0
    started = time.process_time()
    for native, spelling, count in tests:
        found = [word for _, word in room.costs(spelling_letters(spelling))]
        total += count
        for at, limit in enumerate((1, 3, 10)):
            hit = native in found[:limit]
            hits[at] += hit
            counted[at] += hit * count
        if found[:1] != [native] and bad:
            bad -= 1
            print("   ", spelling, native, found[:3])
    took = (time.process_time() - started) / max(1, len(tests)) * 1e3
    cells = [f"{hit / len(tests):.3f}" for hit in hits] + [f"{hit / total:.3f}" for hit in counted]
    print(
        f"{name:32}{len(tests):6}  top 1 3 10: {' '.join(cells[:3])}",
        f"by count: {' '.join(cells[3:])}  {took:.2f} ms",
        flush=True,
    )


def main(folder: Path, languages: Sequence[str], bad: int = 0) -> None:
    for language in languages:
        files = [folder / "tokens" / f"{name}.tsv" for name in FILES[language]]
        with tempfile.TemporaryDirectory() as home:
            tables = learned(language, files, Path(home))
            report(tables, language, files, bad)


def report(tables: Tables, language: str, files: Sequence[Path], bad: int = 0, tenth: int = 0) -> None:
    """Score the reader of these tables on the words set aside."""
    room, costs = searching.reader(language, tables), costs_of(tables, language)
    for path in files:
        tests = [test for test in held(path, language, tenth) if plausible(test[0], test[1], costs, language)]
        if language == "ru":
            tests = [test for test in tests if test[0].endswith(ENDINGS)]
        score(f"{path.stem} {language}", room, tests, bad)
        plain = [
            (native, ascii_letters(spelling_letters(spelling)), count) for native, spelling, count in tests
        ]
        score(f"{path.stem} {language}, plain ASCII", room, plain)


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2:] or list(FILES))
