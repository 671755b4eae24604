"""What a change of the tables changes: ``python bench/diff_tables.py [--base HEAD] [--limit 50]``.

Reads every name of the case files, and 5,000 names made by rule from the base's own tables, once
with the tables of a git revision and once with those of the working tree, and prints the answers
that differ. Exit code 0 always: a changed answer may be what was wanted.
"""

from __future__ import annotations

import argparse
import hashlib
import io
import subprocess
import tarfile
import tempfile
from collections.abc import Iterator
from pathlib import Path

from translit.canon import explain
from translit.romanization import romanize
from translit.tables import Tables, built_in

SEED = "translit"
SAMPLE = 5000
CASES = Path(__file__).parent.parent / "tests" / "cases"
PERSONS = (
    ("person/ru/given", "person/ru/surname", ("bgn-pcgn-1947-ru", "press-de-ru", "press-fr-ru")),
    ("person/uk/given", "person/ru/surname", ("kmu-2010-uk",)),
    ("person/ar/ism", "person/ar/family", ("press-en-ar", "press-fr-ar")),
    ("person/ar/laqab", "person/ar/nisba", ("ala-lc-1997-ar",)),
)
PLACES = ("place/unit", "place/exonym", "place/feature", "place/at/ru", "place/at/sy", "place/at/iq")


def base_tables(revision: str, folder: Path) -> Tables:
    """The tables of a git revision, unpacked into a folder."""
    packed = subprocess.run(["git", "archive", revision, "tables"], check=True, capture_output=True).stdout
    with tarfile.open(fileobj=io.BytesIO(packed)) as archive:
        archive.extractall(folder, filter="data")
    return Tables(folder / "tables")


def lot(*marks: str) -> int:
    """A number that depends on the marks only: new rows do not disturb the choice of the old."""
    return int.from_bytes(hashlib.blake2b("\t".join((SEED, *marks)).encode(), digest_size=8).digest(), "big")


def cases() -> Iterator[tuple[str, str]]:
    """The names of the case files with their kinds."""
    for path in sorted(CASES.glob("*.tsv")):
        header, *lines = path.read_text(encoding="utf-8").splitlines()
        columns = header.split("\t")
        for line in lines:
            cells = dict(zip(columns, line.split("\t"), strict=False))
            for column in ("text", "left", "right", "a", "b"):
                if cells.get(column):
                    yield cells[column], cells.get("kind", "")


def sample(tables: Tables) -> list[tuple[str, str]]:
    """The fixed sample: rows in all scripts, alone and joined, chosen by lot."""
    made: set[tuple[str, str]] = set()
    for given, surname, schemes in PERSONS:
        names = tables.rows(surname)
        for row in tables.rows(given):
            other = names[lot(given, row.id) % len(names)] if names else row
            native = f"{row.native} {other.native}"
            made.add((f"{row.canonical} {other.canonical}", "person"))
            made.add((native, "person"))
            made.add((romanize(native, schemes[lot(row.id) % len(schemes)], tables=tables), "person"))
    for table in PLACES:
        for row in tables.rows(table):
            made |= {(text, "place") for text in (row.native, row.canonical, *row.many("also")[:2]) if text}
    return sorted(made, key=lambda pair: lot(*pair))[:SAMPLE]


def answers(names: list[tuple[str, str]], tables: Tables) -> list[str]:
    """What becomes of each name."""
    found = []
    for text, kind in names:
        try:
            reading = explain(text, kind or None, tables=tables)  # type: ignore[arg-type]
        except (LookupError, ValueError) as error:
            raise SystemExit(
                f"diff-tables: this code cannot read {tables.home} ({type(error).__name__}: {error}); "
                "the tables' shape has changed: give a later --base"
            ) from error
        found.append(f"{reading.canonical} ({reading.status})")
    return found


def main() -> None:
    """Print the differences."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--base", default="HEAD", help="the git revision to compare with")
    parser.add_argument("--limit", type=int, default=50, help="how many differences to print of each set")
    wanted = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        base = base_tables(wanted.base, Path(folder))
        for title, names in (("case lines", sorted(set(cases()))), ("sample", sample(base))):
            before, after = answers(names, base), answers(names, built_in())
            changed = [
                (text, kind, a, b) for (text, kind), a, b in zip(names, before, after, strict=True) if a != b
            ]
            print(f"{title}: {len(changed)} of {len(names)} answers change")
            for text, kind, a, b in changed[: wanted.limit]:
                print(f"  {text} [{kind or 'auto'}]: {a} → {b}")
            if len(changed) > wanted.limit:
                print(f"  … and {len(changed) - wanted.limit} more (--limit)")


if __name__ == "__main__":
    main()
