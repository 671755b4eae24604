"""Mending what needs no knowledge of names: order, blanks, Unicode form, look-alike letters."""

from __future__ import annotations

import unicodedata
from pathlib import Path

from translit.audit.lines import File, Line, opened
from translit.audit.rows import derivable
from translit.text.clean import clean, strip_stress
from translit.text.cyrillic import VOWELS

__all__ = ["mended"]

_STRESS = "\N{COMBINING ACUTE ACCENT}"
_VOWELS = VOWELS + "ъ"


def mended(path: str | Path, table: str = "") -> str | None:
    """The text of a table as it should be, or None where it is so already or cannot be read.

    Cells are trimmed and composed, look-alike letters put into the word's own script, a stress
    taken off words of one syllable, spellings that are understood anyway left out of `also`, doubled
    lines joined, rows sorted by id. Lines with too many
    or too few cells are left for a person, where they are.
    """
    file, hindered = opened(Path(path), table)
    if file is None or file.derived or any("cells where" in finding.what for finding in hindered):
        return None
    rows = list(dict.fromkeys(_row(file, line) for line in file.lines))
    if "id" in file.header and table != "sources":
        at = file.header.index("id")
        rows.sort(key=lambda row: row.split("\t")[at])
    text = "\n".join(["\t".join(file.header), *rows]) + "\n"
    return None if text == "\n".join(file.raw) else text


def _row(file: File, line: Line) -> str:
    """One line as it should be."""
    needless = derivable(file, line) if line.cells.get("also") else frozenset()
    cells = dict(line.cells)
    if needless:
        cells["also"] = "|".join(value for value in line.many("also") if value not in needless)
    return "\t".join(_cell(column, cells[column]) for column in file.header)


def _cell(column: str, cell: str) -> str:
    """One cell as it should be."""
    plain = unicodedata.normalize("NFC", " ".join(cell.split()))
    if column in ("id", "note") or plain.isascii():
        return plain
    return "|".join(" ".join(_word(word) for word in value.split()) for value in plain.split("|"))


def _word(word: str) -> str:
    """One word in one script, without a stress where there is but one vowel."""
    right = clean(word)[0]
    if len(right) == len(word):
        word = right
    if word.count(_STRESS) == 1 and sum(letter in _VOWELS for letter in word.lower()) == 1:
        word = unicodedata.normalize("NFC", strip_stress(word))
    return word
