"""The order of names that its learner has not seen: ``python -m bench.unseen_order EVAL``.

`bench/order.py` reads names with the tables as they ship, and these have learned from the same list
(`python -m translit.learning.order`). Here the shapes and the weights of the evidence are learned anew,
in a temporary folder, without one name in five (all spellings of a surname together), and those are read.
"""

from __future__ import annotations

import csv
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bench.order import Named, as_written, labelled, three, two
from translit.canon import explain
from translit.learning import order
from translit.learning.order import Labelled
from translit.tables import Tables, built_in

Claim = tuple[float, bool]

_FOLD = 0


def unseen(named: Named) -> bool:
    """True for the names that are set aside."""
    return Labelled(named.given, named.patronymic, named.surname).fold == _FOLD


@contextmanager
def relearned(path: Path) -> Iterator[Tables]:
    """The built-in tables, the order learned anew without the names that are set aside."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder, "tables")
        home.mkdir()
        for entry in built_in().home.iterdir():
            if entry.name != "weights" and not entry.name.startswith("."):
                (home / entry.name).symlink_to(entry.resolve())
        shutil.copytree(built_in().home / "weights", home / "weights")
        seen = Path(folder, "order.tsv")
        with seen.open("w", encoding="utf-8") as file:
            file.write("\t".join(rows[0]) + "\n")
            for row in rows:
                if Labelled(row["given"], row["patronymic"], row["surname"]).fold != _FOLD:
                    file.write("\t".join(row.values()) + "\n")
        order.main(seen, Tables(home))
        yield Tables(home)


def russian(folder: Path) -> list[Named]:
    """The Russian names with a patronymic, of one given name and surname, that are set aside."""
    return [
        named
        for named in labelled(folder)
        if named.origin == "ru"
        and named.patronymic
        and " " not in named.given
        and " " not in named.surname
        and unseen(named)
    ]


def claims(names: list[Named], tables: Tables) -> list[Claim]:
    """The confidence of each name of two words, read both ways round, and whether it was read right."""
    found = []
    for named in names:
        for text in two(named):
            reading = explain(text, "person", tables=tables)
            found.append((reading.confidence, as_written(reading) == (named.given, named.surname)))
    return found


def main(folder: Path) -> None:
    names = russian(folder)
    with relearned(folder / "people" / "order.tsv") as tables:
        print(f"{len(names)} Russian names that the learner has not seen, both orders right")
        for title, ways in (("two words", two), ("with patronymic", three)):
            for what, these in (("as shipped", built_in()), ("unseen", tables)):
                right = sum(
                    all(
                        as_written(explain(text, "person", tables=these)) == (named.given, named.surname)
                        for text in ways(named)
                    )
                    for named in names
                )
                print(f"{title}, {what}: {100 * right / len(names):.1f} %")


if __name__ == "__main__":
    if len(sys.argv) < 2:
        print("EVAL=… not given: not run")
    else:
        main(Path(sys.argv[1]))
