"""Is a lone Latin word an Arab's or a Russian's? ``python -m bench.lone EVAL [--write] [--homes FOLDER]``.

The letter costs of both languages are learned anew without one half of the native words, and what
`translit/canon/lone.py` asks is gathered of the spellings of that half which no row tells of. Printed is how
often the letters are right that the weights choose, for words whose half they have not seen. ``--write``
writes the weights of both halves together as `tables/weights/lone.tsv`; ``--homes`` keeps the tables learned.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from bench.natives import asked
from bench.single import chosen_of, learned, options_of
from bench.sounds import ENDINGS
from translit.person.latin.literal import is_listed
from translit.tables import built_in
from translit.weighing import fit, write

# lists, and how many words of each half of them: of scholars' spellings about as many as of papers'
_LISTS = (("ru", "names_ru", 6000), ("ar", "names_ar", 3000), ("ar", "alalc_ar", 400))
_ANY = ("",)  # endings
_ALL = "both"
Example = tuple[str, dict[str, float], int]  # the list, the evidence, 1 for an Arab's


def home_of(folder: Path, unseen: int, homes: Path) -> Path:
    """The tables with the costs of both languages learned without one half, made where there are none."""
    home = homes / f"home_{_ALL}{unseen}"
    if not home.exists():
        for language in ("ru", "ar"):
            learned(folder, language, unseen, homes / f"home_{language}{unseen}")
        ignored = shutil.ignore_patterns(".kept")
        shutil.copytree(homes / f"home_ru{unseen}", home, ignore=ignored)
        shutil.copytree(homes / f"home_ar{unseen}/sounds/ar", home / "sounds/ar", dirs_exist_ok=True)
    return home


def _is_one(native: str) -> bool:
    """Is a word of the Russian list a Russian's, and not one of the foreign names in Cyrillic among them?"""
    return native.endswith(ENDINGS) or is_listed(native, built_in())


def examples(folder: Path, _: str, unseen: int) -> None:
    """Print, as lines of JSON, the evidence of the doubtful words of one half by the tables in use."""
    from translit import explain
    from translit.canon.lone import evidence
    from translit.origin import weighed
    from translit.origin.rows import told

    for language, name, most in _LISTS:
        every = asked(folder, language, name, unseen, _ANY)
        words = [one for one in every if language == "ar" or _is_one(one[0])]
        for _, spelling in words[:: max(1, len(words) // most)][:most]:
            if told(spelling, built_in()) != {}:
                continue
            reading = explain(spelling, "person")
            if reading.status == "ok" and reading.origin:
                continue
            russian, arabic, _other = weighed((spelling,), "Latn")
            found = evidence(spelling, russian - arabic, built_in())
            print(json.dumps([name, found, int(language == "ar")]))


def gathered(folder: Path, homes: Path) -> list[list[Example]]:
    """The examples of each half."""
    found = []
    for unseen in (0, 1):
        command = [str(folder), _ALL, "--home", str(home_of(folder, unseen, homes)), "--half", str(unseen)]
        done = subprocess.run(
            [sys.executable, "-m", "bench.lone", *command], capture_output=True, text=True, check=True
        )
        found.append([tuple(json.loads(line)) for line in done.stdout.splitlines()])
    return found


def report(halves: list[list[Example]]) -> None:
    """Print how often weights that have not seen a half choose its words' letters rightly."""
    learnt = [fit([(found, label) for _, found, label in some]) for some in halves]
    print("| words | doubtful | right |\n|---|---|---|")
    for _, name, _most in _LISTS:
        told = [
            (sum(learnt[1 - at].get(one, 0.0) * value for one, value in found.items()) > 0) == bool(label)
            for at, some in enumerate(halves)
            for of, found, label in some
            if of == name
        ]
        print(f"| {name} | {len(told)} | {sum(told) / len(told):.3f} |")


def main() -> None:
    options = options_of("lone words, an Arab's or a Russian's?", _ALL)
    options.add_argument("--write", action="store_true", help="write tables/weights/lone.tsv")
    chosen = chosen_of(options, examples)
    if chosen is None:
        return
    with tempfile.TemporaryDirectory() as folder:
        halves = gathered(chosen.eval, chosen.homes or Path(folder))
    report(halves)
    if chosen.write:
        write("lone", fit([(found, label) for some in halves for _, found, label in some]))


if __name__ == "__main__":
    main()
