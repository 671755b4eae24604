"""Pairs of words from lists of people: ``python -m translit.learning pairs VARIANTS.tsv [FOLDER]``.

VARIANTS.tsv has the columns group_id, lang_origin (ru, ar) and name: every spelling of a person, a
group to a person. A word in its own script and a word of another spelling of the same person are a
pair where both have one phonetic key. The pairs are written to people_ru.tsv and people_ar.tsv.
"""

from __future__ import annotations

import csv
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from translit.errors import InputError
from translit.sounds import key
from translit.sounds.known import SCRIPT
from translit.sounds.letters import article_parted
from translit.text.clean import clean
from translit.text.script import script_of

__all__ = ["write_people"]

_COLUMNS = ("group_id", "lang_origin", "name")
_PARTS = re.compile(r"[\s,‐-]+")


def _couples(names: Iterable[str], language: str) -> Iterator[tuple[str, str]]:
    """The pairs of a word in its own script and a Latin one, among the names of one person.

    >>> list(_couples(["Aliaksandr SHEPELEU", "Аляксандр ШЭПЕЛЕЎ"], "ru"))
    [('аляксандр', 'aliaksandr'), ('шэпелеў', 'shepeleu')]
    """
    natives: dict[str, set[str]] = defaultdict(set)
    spellings: dict[str, set[str]] = defaultdict(set)
    for name in names:
        for word in filter(None, _PARTS.split(clean(name)[0])):
            script = script_of(word)
            if script == SCRIPT[language]:
                bare = article_parted(word, "")[0] if language == "ar" else word
                natives[key(bare, language)].add(bare.lower())
            elif script == "Latn":
                spellings[key(word, language)].add(word.lower())
    for sound, words in sorted(natives.items()):
        for native in sorted(words):
            for spelling in sorted(spellings.get(sound, ())):
                if sound and len(native) > 1 and len(spelling) > 1:
                    yield native, spelling


def write_people(path: Path, folder: Path) -> list[Path]:
    """Write the pairs of each language, with how many people have them, to a folder; the files written."""
    written = []
    people = _people(path)
    for language in SCRIPT:
        counts = Counter(
            pair
            for (origin, _), names in people.items()
            if origin == language
            for pair in _couples(names, language)
        )
        lines = [f"{native}\t{spelling}\t{count}" for (native, spelling), count in sorted(counts.items())]
        file = folder / f"people_{language}.tsv"
        file.write_text("\n".join(("native\tlatin\tcount", *lines)) + "\n", encoding="utf-8", newline="\n")
        written.append(file)
    return written


def _people(path: Path) -> Mapping[tuple[str, str], list[str]]:
    """The names of each person of a list, by language and group."""
    found: dict[tuple[str, str], list[str]] = defaultdict(list)
    with path.open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        for column in _COLUMNS:
            if column not in (rows.fieldnames or ()):
                raise InputError(f"{path}: no column {column!r}; a list of people has {', '.join(_COLUMNS)}")
        for row in rows:
            found[row["lang_origin"], row["group_id"]].append(row["name"])
    return found
