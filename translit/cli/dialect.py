"""How the lines of a text table are cut: its delimiter and whether it quotes cells."""

from __future__ import annotations

import csv
import re
from collections import Counter
from dataclasses import dataclass

from translit.errors import InputError

__all__ = ["Dialect", "delimiter_of", "named", "sniff"]

_DELIMITERS = ",;\t|"
_NAMED = {"tab": "\t", "\\t": "\t", "comma": ",", "semicolon": ";", "pipe": "|", "bar": "|", "space": " "}
_BREAKS = str.maketrans("\r\n", "  ")
_NAMING = re.compile(r'(?i)"?sep=([^\w"])"?')


@dataclass(frozen=True, slots=True)
class Dialect:
    """A delimiter ("" for plain lines), and whether cells may stand in quotes."""

    delimiter: str
    quotes: bool = True


def delimiter_of(word: str) -> str:
    """The delimiter a user means by a word or a letter.

    >>> delimiter_of("tab"), delimiter_of(";")
    ('\\t', ';')
    """
    found = _NAMED.get(word.lower(), word)
    if len(found) != 1 or found in '"\r\n':
        raise InputError(f"-d {word!r}: a delimiter is one letter, or one of {', '.join(sorted(_NAMED))}")
    return found


def named(sample: list[str]) -> str:
    """The delimiter that the first line of a file for Excel names, which is no row; "" where none does.

    >>> named(["sep=;", "name;city"]), named(["name;city"])
    (';', '')
    """
    told = _NAMING.fullmatch(sample[0]) if sample else None
    return told[1] if told else ""


def sniff(sample: list[str], delimiter: str = "") -> Dialect:
    """The dialect of a sample of lines; a delimiter that is given is taken.

    >>> sniff(["name;city", "Иванов, Пётр;Москва"]).delimiter
    ';'
    >>> sniff(["Roman Zabolotny", "Deir ez-Zor"]).delimiter
    ''
    """
    lines = [line.translate(_BREAKS) for line in sample if line.strip()][:400]
    delimiter = delimiter or max(_DELIMITERS, key=lambda letter: _evenness(lines, letter))
    if not any(delimiter in line for line in lines):
        delimiter = "" if delimiter in _DELIMITERS else delimiter
    return Dialect(delimiter, _quoted(lines, delimiter))


def _evenness(lines: list[str], delimiter: str) -> tuple[float, int]:
    """How evenly a delimiter cuts the lines: the share that has the header's count, and that count."""
    counts = [len(cells) for cells in csv.reader(lines, delimiter=delimiter) if cells] if lines else []
    if not counts or counts[0] < 2:
        return 0.0, 0
    usual = Counter(counts).most_common(1)[0][0]
    return sum(count == counts[0] for count in counts) / len(counts) + (usual == counts[0]), counts[0]


def _quoted(lines: list[str], delimiter: str) -> bool:
    """False for a table parted by tabs that writes quotes as they are."""
    if delimiter != "\t" or not lines:
        return True
    rows = [line.split("\t") for line in lines]
    wrapped = any(len(cell) > 1 and cell[0] == cell[-1] == '"' for row in rows for cell in row)
    return wrapped or any(len(row) != len(rows[0]) for row in rows)
