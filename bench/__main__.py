"""Every measurement, one after another: ``python -m bench [EVAL]`` (``make bench EVAL=…``).

EVAL is a folder of development data; a measurement that needs it and has none says so, and one that
fails does not keep the others from running.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

_EVAL = "{eval}"
_CLAIMS = "{claims}"  # what one measurement writes and the next reads
_RUNS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("two texts, one name?", ("compare", _EVAL, "--claims", _CLAIMS)),
    ("is the score true?", ("reliability", _EVAL, "--claims", _CLAIMS)),
    ("order, gender and foreign names", ("order", _EVAL)),
    ("one form for all spellings", ("one_form", _EVAL)),
    ("strangers of one given name", ("strangers",)),
    ("persons and places of no told kind", ("kinds", _EVAL)),
    ("order, of names the learner has not seen", ("unseen_order", _EVAL)),
    ("inflected names, drawn by lot", ("inflection",)),
    ("inflected names of a list's people", ("inflection", _EVAL)),
    ("the parts of Arabic names", ("arabic_parts",)),
    ("romanisation", ("romanize",)),
    (
        "the scheme of a list",
        ("detect", f"ru={_EVAL}/tokens/names_ru.tsv", f"ar={_EVAL}/tokens/alalc_ar.tsv"),
    ),
    ("vowels for unvowelled Arabic", ("vocalise", f"{_EVAL}/tokens/alalc_ar_names.tsv")),
    ("variants", ("variants", f"{_EVAL}/people/variants.tsv", "--fifth")),
    ("cities by their other names", ("places",)),
    ("the same, those names withheld from the tables", ("places", "--withheld")),
    ("reading back, tables learned without the words asked", ("sounds", _EVAL)),
    ("the first call in a new process", ("cold",)),
)


def run(title: str, command: Sequence[str], data: str, claims: Path) -> None:
    """Run one measurement, or say why not."""
    module, *arguments = command
    print(f"\n## {title} (bench/{module}.py)\n", flush=True)
    if not data and any(_EVAL in word for word in arguments):
        print("EVAL=… not given: not run")
        return
    words = [word.replace(_EVAL, data).replace(_CLAIMS, str(claims)) for word in arguments]
    home = Path(__file__).resolve().parent.parent
    surroundings = {**os.environ, "PYTHONPATH": str(home), **({"EVAL": data} if data else {})}
    start = time.perf_counter()
    done = subprocess.run([sys.executable, "-m", f"bench.{module}", *words], cwd=home, env=surroundings)
    if done.returncode:
        print(f"not run to its end: exit code {done.returncode}")
    print(f"\n{time.perf_counter() - start:.0f} s", flush=True)


def main(arguments: Sequence[str]) -> None:
    data = str(Path(arguments[0]).resolve()) if arguments else ""
    if data and not Path(data, "people", "variants.tsv").is_file():
        print(f"EVAL={arguments[0]}: no development data there (people/variants.tsv is missing)")
        data = ""
    with tempfile.TemporaryDirectory() as folder:
        for title, command in _RUNS:
            run(title, command, data, Path(folder, "claims.json"))


if __name__ == "__main__":
    main(sys.argv[1:])
