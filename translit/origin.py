"""Whose name is it: Russian (with its neighbours), Arabic, or of another origin?

Each word gives evidence twice: by the rows that write it out, and by how its letters follow one
another (the weights of `tables/sounds/origin.tsv`, learned by `python -m translit.origin`
from the tables themselves, every row written by every scheme of its language, and from lists).
"""

from __future__ import annotations

import csv
import math
import random
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path

from translit.languages import languages
from translit.lookup import lexicon
from translit.romanization import romanize, schemes
from translit.tables import Tables, built_in
from translit.text.clean import fold
from translit.text.script import script_of

__all__ = ["FAMILIES", "family", "learn", "likeliest"]

FAMILIES = ("ru", "ar", "other")
_TABLE = "sounds/origin"
_ROW_EVIDENCE = 3.0
# How strongly a script speaks for each family, in nats.
_AT_HOME = {"Cyrl": (1.5, 0.0, 0.0), "Arab": (0.0, 2.5, 0.0), "Latn": (0.0, 0.0, 0.7)}
_NOWHERE = (0.0, 0.0, 0.0)
_SHARED = ("person/cau/given", "person/trk/given")  # their Arabic names are Arabic ones too
_TOLD = 4
_SHRINK = 0.002
_LEXICON_SCHEMES = (
    "press-en-ru",
    "bgn-pcgn-1947-ru",
    "icao-9303-ru",
    "press-de-ru",
    "press-fr-ru",
    "press-ar-ru",
)
_LEAST = 0.2  # weights below this are left out of the table
_LENT = 0.6  # what a name counts for in a family that has it from another


@lru_cache(maxsize=4)
def _costs(tables: Tables) -> dict[str, tuple[float, float, float]]:
    """A piece of a word → how it speaks for each family, in nats."""
    found: dict[str, tuple[float, float, float]] = tables.kept(
        "origin", [_TABLE], (__file__,), lambda: _read_costs(tables)
    )
    return found


def _read_costs(tables: Tables) -> dict[str, tuple[float, float, float]]:
    lines = iter(tables.cells(_TABLE))
    next(lines)
    return {cells[0]: (float(cells[1]), float(cells[2]), float(cells[3])) for cells in lines}


def _pieces(word: str) -> list[str]:
    """What tells of a word: three letters at a time, and its first and last four, edges written "_"."""
    edged = f"_{word}_"
    pieces = [edged[at : at + 3] for at in range(len(edged) - 2)]
    if len(edged) > 6:
        pieces += (edged[:5], edged[-5:])
    return pieces


@lru_cache(maxsize=65536)
def _word_evidence(word: str, tables: Tables) -> tuple[float, float, float]:
    """How a single word speaks for each family, in nats: by its rows, else by its letters."""
    told = _told(word, tables)
    if told is None:
        return (0.0, 0.0, 0.0)
    if told:
        share = _ROW_EVIDENCE / sum(told.values())
        return (share * told.get("ru", 0.0), share * told.get("ar", 0.0), share * told.get("other", 0.0))
    costs = _costs(tables)
    russian = arabic = other = 0.0
    for found in map(costs.get, _pieces(fold(word))):
        if found is not None:
            russian += found[0]
            arabic += found[1]
            other += found[2]
    return (russian, arabic, other)


def _told(word: str, tables: Tables) -> dict[str, float] | None:
    """The families whose rows write a word out, None for a title.

    A foreign name lends to the Russian one it is equivalent to; a name of the Caucasus or of
    Central Asia that is an Arabic one speaks for both.
    """
    told: dict[str, float] = {}
    hits = lexicon(tables).written(word)
    known = languages(tables) if hits else {}
    for hit in hits:
        if hit.role == "title":
            return None
        own = known.get(hit.row["language"])  # a language once foreign that has a folder by now
        group = own.family if own and hit.family == "other" else hit.family
        shared = hit.row.table in _SHARED and not _isms(tables).isdisjoint(hit.row.many("equivalent"))
        told[group] = max(told.get(group, 0.0), _LENT if shared else 1.0)
        if shared:
            told["ar"] = 1.0
        elif group == "other" and hit.row["equivalent"]:
            told.setdefault("ru", _LENT)
    if "ar" in told and "ru" in told:
        told["ru"] = _LENT  # a name that both have is Arabic by birth
    return told


@lru_cache(maxsize=4)
def _isms(tables: Tables) -> frozenset[str]:
    """The ids of the Arabic given names."""
    found: list[str] = tables.kept(
        "isms", ["person/ar/ism"], (__file__,), lambda: [row.id for row in tables.rows("person/ar/ism")]
    )
    return frozenset(found)


def family(words: Iterable[str], tables: Tables | None = None) -> dict[str, float]:
    """The probability of each family for the words of a person's name.

    >>> max(family(("Roman", "Zabolotny")).items(), key=lambda item: item[1])[0]
    'ru'
    >>> max(family(("Patrick", "Markey")).items(), key=lambda item: item[1])[0]
    'other'
    """
    words = tuple(words)
    sums = _evidence(words, script_of(" ".join(words)), tables or built_in())
    top = max(sums)
    shares = [math.exp(value - top) for value in sums]
    return {name: share / sum(shares) for name, share in zip(FAMILIES, shares, strict=True)}


def likeliest(words: Iterable[str], script: str, tables: Tables | None = None) -> str:
    """The likeliest family for the words of a person's name in a script.

    >>> likeliest(("Roman", "Zabolotny"), "Latn")
    'ru'
    """
    sums = _evidence(words, script, tables or built_in())
    return FAMILIES[sums.index(max(sums))]


def _evidence(words: Iterable[str], script: str, tables: Tables) -> tuple[float, float, float]:
    """How words speak for each family together, the parts of hyphened ones each (аль-Малики)."""
    russian, arabic, other = _AT_HOME.get(script, _NOWHERE)
    for word in words:
        for part in word.split("-") if "-" in word else (word,):
            if part:
                told = _word_evidence(part, tables)
                russian += told[0]
                arabic += told[1]
                other += told[2]
    return russian, arabic, other


def _spellings(tables: Tables) -> Iterator[tuple[str, str]]:
    """Every name of the person tables in every script and scheme, with its family."""
    by_language: dict[str, list[str]] = {}
    known = languages(tables)
    for one in schemes():
        by_language.setdefault(one.language, []).append(one.id)
    for table in tables.names("person"):
        place, _, name = table.rpartition("/")
        folder = place.rpartition("/")[2]
        if folder not in known or name in ("particle", "lexicon", "ending"):
            continue
        group = known[folder].family
        language = folder if folder in by_language else group
        for row in tables.rows(table):
            if table in _SHARED and not _isms(tables).isdisjoint(row.many("equivalent")):
                continue
            found = {row.native, row.canonical, *row.many("also"), *row.many("cyrillic"), *row.many("arabic")}
            if folder != "foreign" and name != "equivalent":
                found |= {romanize(row.native, scheme) for scheme in by_language.get(language, ())}
            for text in found - {""}:
                for word in text.replace("-", " ").split():
                    yield word, group
                if name in ("laqab", "kunya"):
                    yield fold(text).replace("-", "").replace(" ", ""), group
    if "person/ru/lexicon" in tables.names("person/ru"):
        for cells in tables.cells("person/ru/lexicon"):
            for name in _LEXICON_SCHEMES:
                yield romanize(cells[0], name), "ru"
            yield cells[0], "ru"


def _labelled(path: Path) -> Iterator[tuple[str, str]]:
    """The words of a TSV file with the columns text and lang_origin, each with its family."""
    known = languages()
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            language = known.get(row["lang_origin"])
            group = language.family if language else "other"
            for word in row["text"].replace("-", " ").split():
                yield word, group


def learn(tables: Tables | None = None, lists: Iterable[Path] = ()) -> str:
    """The text of `tables/sounds/origin.tsv`: pieces of words and their weights, from tables and lists.

    A list is a TSV file with the columns text (a person's name) and lang_origin (ru, uk, be, ar, other).
    """
    tables = tables or built_in()
    told = set(_spellings(tables)).union(*(set(_labelled(path)) for path in lists))
    examples = [
        (list(_pieces(fold(word))), FAMILIES.index(group))
        for word, group in sorted(told)
        if script_of(word) in ("Latn", "Cyrl", "Arab")
    ]
    counts = Counter(piece for pieces, _ in examples for piece in set(pieces))
    kept = [([piece for piece in pieces if counts[piece] >= _TOLD], group) for pieces, group in examples]
    weights = _fitted([(pieces, group) for pieces, group in kept if pieces])
    lines = ["letters\t" + "\t".join(FAMILIES)]
    for piece in sorted(weights):
        cells = [f"{weight:.2f}" for weight in weights[piece]]
        if max(map(abs, weights[piece])) >= _LEAST:
            lines.append("\t".join([piece, *cells]))
    return "\n".join(lines) + "\n"


def _fitted(examples: list[tuple[list[str], int]], rounds: int = 6) -> dict[str, list[float]]:
    """A logistic regression of the family on the pieces, each family weighing the same."""
    sizes = Counter(group for _, group in examples)
    balance = [len(examples) / (3 * max(1, sizes[group])) for group in range(3)]
    weights: dict[str, list[float]] = {piece: [0.0, 0.0, 0.0] for pieces, _ in examples for piece in pieces}
    dice = random.Random(1)
    for turn in range(rounds):
        pace = 0.15 / (1 + turn)
        dice.shuffle(examples)
        for pieces, group in examples:
            rows = [weights[piece] for piece in pieces]
            sums = [sum(row[at] for row in rows) for at in range(3)]
            top = max(sums)
            shares = [math.exp(value - top) for value in sums]
            total = sum(shares)
            moves = [
                pace * min(3.0, balance[group]) * ((at == group) - share / total)
                for at, share in enumerate(shares)
            ]
            for row in rows:
                for at in range(3):
                    row[at] += moves[at] - pace * _SHRINK * row[at]
    return weights


if __name__ == "__main__":
    home = built_in().home / f"{_TABLE}.tsv"
    home.write_text(learn(lists=[Path(name) for name in sys.argv[1:]]), encoding="utf-8")
