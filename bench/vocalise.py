"""How well unvowelled Arabic is romanised: ``python bench/vocalise.py PAIRS.tsv`` (native, latin, count).

Prints the share of words, weighed by count, whose ALA-LC romanisation is the one given, ignoring case and
marks, and the speed.
``--held-out`` learns anew from four fifths of the lines (by hash) and measures on the rest.
"""

from __future__ import annotations

import re
import sys
import time
import zlib
from collections import Counter
from pathlib import Path
from unicodedata import combining, normalize

from translit.learning.vowelled import doubtful, from_pairs, from_tables
from translit.learning.vowels import learn, written
from translit.romanization import romanize
from translit.tables import built_in
from translit.vocalise import vocalise, vowels

Line = tuple[str, str, int]


def flat(text: str) -> str:
    """A romanisation without case, marks and apostrophes."""
    bare = "".join(sign for sign in normalize("NFD", text.lower()) if not combining(sign))
    return re.sub(r"[ʻʼ‘’'`ʹʾʿ]", "", bare)


def words(text: str) -> list[str]:
    """The words of a heading."""
    return [word for word in re.split(r"[\s,،.;\u200e\u200f\u202a-\u202e]+", text) if word]


def measured(lines: list[Line]) -> tuple[Counter[bool], Counter[str]]:
    """Right and wrong words by weight, and the wrong ones; headings of unequal length are left out."""
    right: Counter[bool] = Counter()
    wrong: Counter[str] = Counter()
    for native, latin, count in lines:
        asked, given = words(native), words(latin)
        if len(asked) != len(given):
            continue
        said = words(romanize(native, "ala-lc-1997-ar"))
        if len(said) != len(given):
            right[False] += count * len(given)
            continue
        for word, got, want in zip(asked, said, given, strict=False):
            right[flat(got) == flat(want)] += count
            if flat(got) != flat(want):
                wrong[f"{word} {got} for {want}"] += count
    return right, wrong


def held_out(lines: list[Line]) -> list[Line]:
    """Learn from four fifths of the lines; the last fifth."""
    mine = [line for line in lines if zlib.crc32(line[0].encode()) % 5]
    rest = [line for line in lines if not zlib.crc32(line[0].encode()) % 5]
    pairs = [(native, latin, str(count)) for native, latin, count in mine]
    known = list(from_tables(built_in()))
    weights = written(learn([*known, *from_pairs(pairs)], doubtful=doubtful(known)))
    cells = (line.split("\t") for line in weights.splitlines()[1:])
    vars(vowels.field()).update(vars(vowels.Field(*vowels.packed((mark, told) for mark, told in cells))))
    return rest


def main(arguments: list[str]) -> None:
    """Print the figures."""
    lines: list[Line] = []
    for name in arguments:
        if name.startswith("-"):
            continue
        for line in Path(name).read_text(encoding="utf-8").splitlines()[1:]:
            native, latin, *more = line.split("\t")
            lines.append((native, latin, int(more[0]) if more and more[0].isdigit() else 1))
    if "--held-out" in arguments:
        lines = held_out(lines)
    right, wrong = measured(lines)
    total = sum(right.values())
    print(f"words right, ignoring case and marks: {right[True]} of {total} ({right[True] / total:.1%})")
    print("most often wrong:", "; ".join(f"{line} ({count})" for line, count in wrong.most_common(12)))
    distinct = list({word for native, _, _ in lines for word in words(native)})
    for label in ("first time", "again"):
        start = time.perf_counter()
        for word in distinct:
            vocalise(word)
        print(
            f"vocalise, {label}: {len(distinct) / (time.perf_counter() - start):,.0f} distinct words a second"
        )


if __name__ == "__main__":
    main(sys.argv[1:])
