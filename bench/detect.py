"""How well a list betrays its scheme: ``python bench/detect.py LANGUAGE=NAMES.tsv…``.

The first column of each file holds names in their own script (ru=names.tsv ar=headings.tsv). Names of
which any word is in the tables that `detect` learns from are left out. Lists of 20 drawn from the rest are
written by every Latin scheme of the language; the figure is how often the true scheme, or one that would
have written the same list, comes first. ``--size N`` draws lists of N, ``--lists N`` so many to a scheme.
"""

from __future__ import annotations

import random
import re
import sys
from collections.abc import Iterable
from pathlib import Path

from translit.detection import detect
from translit.romanization import romanize, schemes
from translit.spelling import plain
from translit.tables import built_in
from translit.text.harakat import bare

LEARNED = ("given", "surname", "ism", "family", "nisba")
WORD = re.compile(r"[^\W\d_]+")


def words(text: str) -> list[str]:
    """The words of a name without harakat, article and stress."""
    text = bare(plain(text)).lower().replace("\u0301", "")
    return [word.removeprefix("ال") for word in WORD.findall(text)]


def learned() -> frozenset[str]:
    """Every word that stands in a table of persons or units."""
    tables = built_in()
    names = [name for name in tables.names("person") if name.rpartition("/")[2] in LEARNED] + ["place/unit"]
    cells = (row[column] for name in names for row in tables.rows(name) for column in ("native", "russian")
             if column in row.cells)  # fmt: skip
    return frozenset(word for cell in cells for word in words(cell))


def unseen(path: Path, known: frozenset[str]) -> list[str]:
    """The names of a file that have no word of the tables."""
    lines = (line.split("\t")[0] for line in path.read_text(encoding="utf-8").splitlines()[1:])
    return sorted({name for name in lines if len(name) > 3 and known.isdisjoint(words(name))})


def measured(language: str, names: list[str], size: int, lists: int) -> Iterable[tuple[str, int, list[str]]]:
    """For each scheme of a language: how many of its lists it wins, and what wins the others."""
    random.seed(11)
    for scheme in (one for one in schemes() if one.language == language and one.target == "Latn"):
        missed = []
        for _ in range(lists):
            drawn = random.sample(names, size)
            written = [romanize(name, scheme.id) for name in drawn]
            first = detect(written)[0][0]
            if first != scheme.id and [romanize(name, first) for name in drawn] != written:
                missed.append(first)
        yield scheme.id, lists - len(missed), missed


def main(arguments: list[str]) -> None:
    """Print the figures."""
    size, lists, known = 20, 10, learned()
    while "--" in (arguments[0] if arguments else ""):
        option, number, *arguments = arguments
        size, lists = (int(number), lists) if option == "--size" else (size, int(number))
    right = asked = 0
    for argument in arguments:
        language, _, path = argument.partition("=")
        names = unseen(Path(path), known)
        print(f"{language}: {len(names)} names of no table")
        for scheme, hits, missed in measured(language, names, size, lists):
            right, asked = right + hits, asked + lists
            print(
                f"  {scheme:24} {hits} of {lists}"
                + (f"  taken for {', '.join(sorted(set(missed)))}" if missed else "")
            )
    print(f"lists of {size} whose scheme comes first: {right} of {asked} ({right / max(asked, 1):.1%})")


if __name__ == "__main__":
    main(sys.argv[1:])
