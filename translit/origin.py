"""Whose name is it: Russian (with its neighbours), Arabic, or of another origin?

Each word gives evidence twice: by the rows that write it out, and by how its letters follow one
another (three-letter costs of `tables/sounds/origin.tsv`, learned by `python -m translit.origin`
from the tables themselves, every row written by every scheme of its language, and from lists).
"""

from __future__ import annotations

import csv
import math
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path

from translit.lookup import lexicon
from translit.romanization import romanize, schemes
from translit.tables import Tables, built_in
from translit.text.clean import fold
from translit.text.script import script_of

__all__ = ["FAMILIES", "family", "learn"]

FAMILIES = ("ru", "ar", "other")
_TABLE = "sounds/origin"
_ROW_EVIDENCE = 3.0
_HOME = {"Cyrl": "ru", "Arab": "ar"}  # the family that a script usually writes
_HOME_EVIDENCE = 2.5
_LETTER_SHARE = 0.6
_GROUPS = {"ru": "ru", "uk": "ru", "be": "ru", "cau": "ru", "trk": "ru", "ar": "ar", "foreign": "other"}


@lru_cache(maxsize=4)
def _costs(tables: Tables) -> dict[str, tuple[float, float, float]]:
    """Three letters → log-likelihood in each family."""
    found: dict[str, tuple[float, float, float]] = tables.kept(
        "origin", [_TABLE], (__file__,), lambda: _read_costs(tables)
    )
    return found


def _read_costs(tables: Tables) -> dict[str, tuple[float, float, float]]:
    lines = iter(tables.cells(_TABLE))
    next(lines)
    return {cells[0]: (float(cells[1]), float(cells[2]), float(cells[3])) for cells in lines}


def _triples(word: str) -> Iterator[str]:
    """Three letters at a time, the word's edges written as "_"."""
    edged = f"_{word}_"
    return (edged[at : at + 3] for at in range(len(edged) - 2))


@lru_cache(maxsize=65536)
def _word_evidence(word: str, tables: Tables) -> tuple[float, float, float]:
    """How a single word speaks for each family, in nats."""
    sums = [0.0, 0.0, 0.0]
    costs = _costs(tables)
    for triple in _triples(fold(word)):
        found = costs.get(triple)
        if found:
            for at in range(3):
                sums[at] += _LETTER_SHARE * found[at]
    hits = lexicon(tables).written(word)
    families = {hit.family for hit in hits}
    for at, name in enumerate(FAMILIES):
        if name in families:
            sums[at] += _ROW_EVIDENCE / len(families - {""})
    return (sums[0], sums[1], sums[2])


def family(words: Iterable[str], tables: Tables | None = None) -> dict[str, float]:
    """The probability of each family for the words of a person's name.

    >>> max(family(("Roman", "Zabolotny")).items(), key=lambda item: item[1])[0]
    'ru'
    >>> max(family(("Patrick", "Markey")).items(), key=lambda item: item[1])[0]
    'other'
    """
    tables = tables or built_in()
    sums = [0.0, 0.0, 0.0]
    words = tuple(words)
    home = _HOME.get(script_of(" ".join(words)))
    if home is not None:
        sums[FAMILIES.index(home)] += _HOME_EVIDENCE
    for word in words:
        for at, evidence in enumerate(_word_evidence(word, tables)):
            sums[at] += evidence
    top = max(sums)
    shares = [math.exp(value - top) for value in sums]
    return {name: share / sum(shares) for name, share in zip(FAMILIES, shares, strict=True)}


def _spellings(tables: Tables) -> Iterator[tuple[str, str]]:
    """Every name of the person tables in every script and scheme, with its family."""
    by_language: dict[str, list[str]] = {}
    for scheme in schemes():
        by_language.setdefault(scheme.language, []).append(scheme.id)
    for table in tables.names("person"):
        place, _, name = table.rpartition("/")
        folder = place.rpartition("/")[2]
        if folder not in _GROUPS or name in ("particle", "lexicon", "ending"):
            continue
        group = _GROUPS[folder]
        language = "ar" if folder == "ar" else folder if folder in ("uk", "be") else "ru"
        for row in tables.rows(table):
            found = {row.native, row.canonical, *row.many("also"), *row.many("cyrillic"), *row.many("arabic")}
            if folder != "foreign" and name != "equivalent":
                found |= {romanize(row.native, scheme) for scheme in by_language.get(language, ())}
            for text in found - {""}:
                for word in text.replace("-", " ").split():
                    yield word, group
    if "person/ru/lexicon" in tables.names("person/ru"):
        for cells in tables.cells("person/ru/lexicon"):
            for scheme in ("press-en-ru", "bgn-pcgn-1947-ru", "icao-9303-ru", "press-de-ru", "press-fr-ru"):
                yield romanize(cells[0], scheme), "ru"
            yield cells[0], "ru"


def _labelled(path: Path) -> Iterator[tuple[str, str]]:
    """The words of a TSV file with the columns text and lang_origin, each with its family."""
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            group = _GROUPS.get(row["lang_origin"], "other")
            for word in row["text"].replace("-", " ").split():
                yield word, group


def learn(tables: Tables | None = None, lists: Iterable[Path] = ()) -> str:
    """The text of `tables/sounds/origin.tsv`: three letters and their costs, from the tables and from lists.

    A list is a TSV file with the columns text (a person's name) and lang_origin (ru, uk, be, ar, other).
    """
    tables = tables or built_in()
    counts: dict[str, dict[str, Counter[str]]] = {}
    told = set(_spellings(tables)).union(*(set(_labelled(path)) for path in lists))
    for word, group in sorted(told):
        script = script_of(word)
        by_family = counts.setdefault(script, {name: Counter() for name in FAMILIES})
        by_family[group].update(_triples(fold(word)))
    lines = ["letters\t" + "\t".join(FAMILIES)]
    for script in sorted(counts):
        if script not in ("Latn", "Cyrl", "Arab"):
            continue
        totals = {name: sum(counter.values()) for name, counter in counts[script].items()}
        seen = set().union(*counts[script].values())
        for triple in sorted(seen):
            tally = {name: counts[script][name][triple] for name in FAMILIES}
            rates = {name: (tally[name] + 0.3) / (totals[name] + 0.3 * len(seen)) for name in FAMILIES}
            middle = sum(math.log(rate) for rate in rates.values()) / 3
            if sum(tally.values()) >= 3:
                lines.append(
                    "\t".join([triple, *(f"{math.log(rates[name]) - middle:.2f}" for name in FAMILIES)])
                )
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    home = built_in().home / f"{_TABLE}.tsv"
    home.write_text(learn(lists=[Path(name) for name in sys.argv[1:]]), encoding="utf-8")
