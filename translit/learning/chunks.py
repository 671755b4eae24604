"""Learning chunks: ``python -m translit.learning ru PAIRS.tsv …`` writes `tables/sounds/ru/`.

Pairs (columns native, latin and, where known, count) and the tables' own names, written by every
scheme (`pairing`), are aligned chunk by chunk (`alignment`). Counted (`sequences`), the alignments
give three tables, in nats: `costs.tsv` (a chunk by itself, at the start, inside or at the end of a
word), `chunks.tsv` (a chunk after other chunks) and `letters.tsv` (a letter after other letters).
Deterministic; a minute or two for 25,000 pairs.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path

from translit.learning.alignment import (
    Chunk,
    Pair,
    Weights,
    chunked,
    is_latin,
    maximised,
    sure_of,
)
from translit.learning.nears import LEARNED, near_lines, odds_lines
from translit.learning.pairing import met, printed, some, written
from translit.learning.sequences import Sequences
from translit.sounds.near import Ruler
from translit.tables import Tables
from translit.text.script import begins_arabic, begins_cyrillic

__all__ = ["learn", "learn_afar", "write"]

_UNMET = {"ru": 0.85, "ar": 0.7}  # what each count leaves to what was not met
_ORDER = {"ru": (3, 5), "ar": (4, 5)}  # chunks, letters
_RARE = {
    "ru": ((0.0, 0.0, 0.7), (0.0, 0.0, 0.0, 1.1, 1.1)),
    "ar": ((0.0, 0.0, 0.4, 2.0), (0.0, 0.0, 0.0, 0.2, 0.5)),
}

_SELDOM_AFAR = {"ar": (0.0, 0.0, 1.0, 3.0), "ru": (0.0, 0.0, 1.2)}  # whose words are the tables' own
_AFAR: dict[str, Callable[[str], bool]] = {"ar": begins_cyrillic, "ru": begins_arabic}


def learn(language: str, found: Sequence[Pair], tables: Tables, home: Path) -> None:
    """Learn a language's tables from pairs and from the tables' own names, and write them."""
    real = [*found, *printed(language, tables)]
    made = list(written(language, tables))
    costs = maximised([*real, *some(made)], language)
    aligned = list(chunked([*real, *made], costs, language))
    sure = sure_of(aligned, language)
    aligned = [(chunks, weight) for chunks, weight in aligned if sure.issuperset(chunks)]
    order, rare = _ORDER[language], _RARE[language]
    home.mkdir(parents=True, exist_ok=True)
    write(
        home / "chunks.tsv",
        ("after", "back", "then"),
        _chunk_lines(aligned, order[0], rare[0], _UNMET[language]),
    )
    write(
        home / "letters.tsv",
        ("after", "back", "then"),
        _letters(language, real, [*made, *met(language, tables)], order[1]).lines(rare[1], ""),
    )
    write(home / "costs.tsv", ("native", "spelling", "at", "cost"), _cost_lines(aligned))
    heard = [pair for pair in real if language != "ru" or is_latin(pair.spelling)]
    schemed = [pair for pair in some(made) if language != "ru" or is_latin(pair.spelling)]
    spelt = [(pair.native, pair.spelling) for pair in [*heard, *schemed]]
    standing = Tables(home.parent.parent)
    nears = near_lines(spelt, language, _by_hand(language, standing))
    write(home / "near.tsv", ("left", "right", "cost", "source"), nears)
    told = [(pair.native, pair.spelling) for pair in heard]
    write(
        home / "odds.tsv",
        ("feature", "weight"),
        odds_lines(told, Ruler(language, standing)),
    )


def _by_hand(language: str, tables: Tables) -> list[list[str]]:
    """The lines of the table of distances that nobody learned from pairs."""
    name = f"sounds/{language}/near"
    if name not in tables.names():
        return []
    return [cells for cells in islice(tables.cells(name), 1, None) if cells[3] != LEARNED]


def _chunk_lines(
    aligned: Iterable[tuple[Sequence[Chunk], float]], order: int, rare: Sequence[float], unmet: float
) -> list[tuple[str, str, str]]:
    """What chunks follow which, learned for each script of the spellings by itself.

    Only the empty history and the start of a word are of both; there the Latin costs of going back hold.
    """
    scripts = {True: Sequences(order, unmet), False: Sequences(order, unmet)}
    for chunks, weight in aligned:
        members = [f"{native}={spelling}" for native, spelling in chunks]
        scripts[is_latin(chunks[0][1])].add(members, weight)
    return _merged(scripts[True].lines(rare, " "), scripts[False].lines(rare, " "))


def _merged(latin: Iterable[Sequence[str]], others: Iterable[Sequence[str]]) -> list[tuple[str, str, str]]:
    """The lines of Latin chunks and those of other scripts; the histories of both in one line."""
    other = {after: (back, then) for after, back, then in others}
    found = []
    for after, back, then in latin:
        more = other.pop(after, ("", ""))[1].split()
        both = then.split() + [cell for cell in more if not cell.startswith("$:")]
        found.append((after, back, " ".join(sorted(both, key=_cheapest))))
    return sorted(found + [(after, *cells) for after, cells in other.items()])


def learn_afar(language: str, tables: Tables, home: Path) -> None:
    """Learn anew what the letters of the script afar stand for, from the tables alone; all else stays.

    Cyrillic ones in Arabic names, Arabic ones in Russian names.
    """
    is_afar = _AFAR[language]
    real = printed(language, tables) if language == "ru" else ()
    made = [pair for pair in (*real, *written(language, tables)) if is_afar(pair.spelling)]
    aligned = list(chunked(made, maximised(made, language), language))
    sure = sure_of(aligned, language)
    aligned = [(chunks, weight) for chunks, weight in aligned if sure.issuperset(chunks)]
    sequences = Sequences(_ORDER[language][0], _UNMET[language])
    for chunks, weight in aligned:
        sequences.add([f"{native}={spelling}" for native, spelling in chunks], weight)
    old = islice(tables.cells(f"sounds/{language}/chunks"), 1, None)
    others = [cells for cells in (_of_others(cells, is_afar) for cells in old) if cells[2]]
    lines = _merged(others, sequences.lines(_SELDOM_AFAR[language], " "))
    write(home / "chunks.tsv", ("after", "back", "then"), lines)
    costs = [
        cells for cells in islice(tables.cells(f"sounds/{language}/costs"), 1, None) if not is_afar(cells[1])
    ]
    rows = sorted([*map(tuple, costs), *_cost_lines(aligned)])
    write(home / "costs.tsv", ("native", "spelling", "at", "cost"), rows)


def _of_others(cells: Sequence[str], is_afar: Callable[[str], bool]) -> tuple[str, str, str]:
    """A line of the table of chunks without those that letters of the script afar stand for."""
    after, back, then = cells
    if is_afar(after.rpartition("=")[2]):
        return after, back, ""
    return after, back, " ".join([cell for cell in then.split() if not is_afar(cell.partition("=")[2])])


def _cheapest(cell: str) -> tuple[float, str]:
    """What follows, and its cost, as a key that sorts the cheapest first."""
    member, _, cost = cell.rpartition(":")
    return float(cost), member


def _letters(language: str, real: Iterable[Pair], made: Iterable[Pair], order: int) -> Sequences:
    """The letter model: every word once, a little more where it was met often."""
    words: Weights = defaultdict(float)
    for pair in real:
        words[pair.native] += pair.weight
    for pair in made:
        words[pair.native] += 0.0 if pair.native in words else 1.0
    sequences = Sequences(order, _UNMET[language])
    for word, count in sorted(words.items()):
        sequences.add(word, 1.0 if language == "ru" else 1 + math.log1p(count))
    return sequences


def _cost_lines(aligned: Iterable[tuple[Sequence[Chunk], float]]) -> Iterator[tuple[str, str, str, str]]:
    """The cost of each chunk anywhere (an empty cell), at the start (^) and at the end ($) of a word."""
    counts: dict[str, dict[str, Weights]] = defaultdict(lambda: defaultdict(lambda: defaultdict(float)))
    for chunks, weight in aligned:
        for number, (native, spelling) in enumerate(chunks):
            at = "^" if number == 0 else "$" if number == len(chunks) - 1 else "-"
            counts[native][spelling][at] += weight
    for native, spelt in sorted(counts.items()):
        totals: Weights = defaultdict(float)
        for places in spelt.values():
            for at, count in places.items():
                totals[at] += count
        whole = sum(totals.values())
        for spelling, places in sorted(spelt.items()):
            count = sum(places.values())
            if count < 2:
                continue
            share = count / (whole + 2)
            yield native, spelling, "", f"{-math.log(share):.2f}"
            for at in ("^", "$"):
                there = (places[at] + 8 * share) / (totals[at] + 8)
                if totals[at] and abs(math.log(there / share)) > 0.7:
                    yield native, spelling, at, f"{-math.log(there):.2f}"


def write(path: Path, header: Sequence[str], lines: Iterable[Sequence[str]]) -> None:
    """Write a table: the header, then its lines."""
    rows = ["\t".join(header), *("\t".join(line) for line in lines)]
    path.write_text("\n".join(rows) + "\n", encoding="utf-8", newline="\n")
