"""Learning whose name it is: ``python -m translit.learning origin LIST.tsv …`` writes `sounds/origin.tsv`.

With the codes of scripts before the lists (``origin Arab LIST.tsv``) only their lines are learned anew.
Every name of the person tables in every script, by every scheme of its language and as newspapers
vary it, the places of Arabic countries and the names of lists teach a logistic regression which
pieces of a word speak for which family.
"""

from __future__ import annotations

import csv
import math
import random
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from translit.languages import Language, languages
from translit.learning.variation import ARABIC_GAZETTEERS, press_names, printed_names
from translit.nouns import Row
from translit.origin import isms
from translit.person.borrowers import MUSLIMS
from translit.pieces import ENDS, WIDE, windows
from translit.romanization import romanize, schemes
from translit.sounds.families import FAMILIES
from translit.tables import Tables, built_in
from translit.text.clean import fold
from translit.text.cyrillic import CONSONANTS
from translit.text.script import script_of

__all__ = ["SCRIPTS", "learn_origin", "weighed", "write_origin"]

SCRIPTS = ("Latn", "Cyrl", "Arab")  # each of which is learned by itself
_TOLD = 4  # words that a piece must stand in
_SHRINK = 0.002
_LEAST = 0.2  # weights below this are left out of the table
_SURNAMES = {"cau": ("ов", "ян", "янц"), "trk": ("ов",)}  # what neighbours' given names become surnames by
_NO_NAMES = ("particle", "lexicon", "ending")  # tables of what is no whole name
_LEXICON_SCHEMES = ("press-en-ru", "bgn-pcgn-1947-ru", "icao-9303-ru", "press-de-ru", "press-fr-ru")


def _spellings(tables: Tables) -> Iterator[tuple[str, str]]:
    """Every name of the person tables in every script and scheme, with its family."""
    known = languages(tables)
    for table in tables.names("person"):
        place, _, name = table.rpartition("/")
        if (language := known.get(place.rpartition("/")[2])) and name not in _NO_NAMES:
            for row in tables.rows(table):
                for word in _of_row(row, language, tables):
                    yield word, language.family
    for country in ARABIC_GAZETTEERS:
        for row in tables.rows(f"place/at/{country}"):
            for word in row.native.replace("-", " ").split():
                yield word, "ar"
    if "person/ru/lexicon" in tables.names("person/ru"):
        for cells in tables.cells("person/ru/lexicon"):
            for text in (cells[0], *_printed(cells[0], "Cyrl", tables)):
                yield text, "ru"
            for scheme in _LEXICON_SCHEMES:
                yield romanize(cells[0], scheme), "ru"


def _of_row(row: Row, language: Language, tables: Tables) -> Iterator[str]:
    """The words of a name in every script and scheme; of a neighbour's given name the surnames made of it."""
    name = row.table.rpartition("/")[2]
    if row.table in MUSLIMS:
        if row["gender"] == "m" and row.native[-1] in CONSONANTS + "й":
            yield from [row.native + ending for ending in _SURNAMES[language.id]]
        if not isms(tables).isdisjoint(row.many("equivalent")):
            return
    found = {row.native, row.canonical, *row.many("also"), *row.many("cyrillic"), *row.many("arabic")}
    if language.id != "foreign" and name != "equivalent":
        found |= {romanize(row.native, scheme) for scheme in _schemes(language)}
        found |= set(_printed(row.native, language.script, tables))
    if language.family == "ar" and name != "equivalent":
        found |= set(_taken(row, tables))
    for text in found - {""}:
        yield from text.replace("-", " ").split()
        if name in ("laqab", "kunya"):
            yield fold(text).replace("-", "").replace(" ", "")


def _schemes(language: Language) -> list[str]:
    """The schemes of a language, of its family where it has none."""
    known = [(one.language, one.id) for one in schemes()]
    own = [scheme for id_, scheme in known if id_ == language.id]
    return own or [scheme for id_, scheme in known if id_ == language.family]


def _printed(native: str, script: str, tables: Tables) -> Iterator[str]:
    """A name as newspapers of the other script vary it."""
    if script == "Cyrl":
        yield from press_names(native, "press-ar-ru", tables)
    elif script == "Arab":
        yield from press_names(native, "practical-ru-ar", tables)


def _taken(row: Row, tables: Tables) -> Iterator[str]:
    """An Arabic name as Russian papers take it from the Latin letters of English and French ones."""
    for text in (row.canonical, *row.many("also"), romanize(row.native, "press-fr-ar", tables=tables)):
        if script_of(text) == "Latn":
            yield from printed_names(text)


def _labelled(path: Path) -> Iterator[tuple[str, str]]:
    """The words of a TSV file with the columns text and lang_origin, each with its family."""
    known = languages()
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            language = known.get(row["lang_origin"])
            group = language.family if language else "other"
            for word in row["text"].replace("-", " ").split():
                yield word, group


def learn_origin(
    tables: Tables | None = None, lists: Iterable[Path] = (), scripts: Iterable[str] = SCRIPTS
) -> str:
    """The text of `tables/sounds/origin.tsv`: pieces of words and their weights, from tables and lists.

    A list is a TSV file with the columns text (a person's name) and lang_origin (ru, uk, be, ar, other).
    Each script is learned by itself; of the others the lines stay as they are.
    """
    tables = tables or built_in()
    told = set(_spellings(tables)).union(*(set(_labelled(path)) for path in lists))
    wanted = tuple(scripts)
    lines = [line for line in _lines(tables) if script_of(line) not in wanted]
    for script in wanted:
        lines += _learned((word, group) for word, group in told if script_of(word) == script)
    return "\n".join(["letters\t" + "\t".join(FAMILIES), *sorted(lines)]) + "\n"


def _lines(tables: Tables) -> Iterator[str]:
    """The lines of the table as it stands."""
    cells = tables.cells("sounds/origin")
    next(cells)
    yield from map("\t".join, cells)


def _learned(told: Iterable[tuple[str, str]]) -> Iterator[str]:
    """The pieces of the words of one script, with their weights."""
    words = [(fold(word), FAMILIES.index(group)) for word, group in sorted(told)]
    for piece, weights in weighed(words, len(FAMILIES), _TOLD).items():
        if max(map(abs, weights)) >= _LEAST:
            yield "\t".join([piece, *(f"{weight:.2f}" for weight in weights)])


def weighed(
    words: Iterable[tuple[str, int]], groups: int, least: int, wide: int = WIDE, ends: int = ENDS
) -> dict[str, list[float]]:
    """The pieces that stand in so many words at `least`, each with what it says for every group, in nats.

    A word comes with the number of its group; `wide` and `ends` cut it, as in `windows`.
    """
    examples = [(windows(word, wide, ends), group) for word, group in words]
    counts = Counter(piece for found, _ in examples for piece in set(found))
    kept = [([piece for piece in found if counts[piece] >= least], group) for found, group in examples]
    return _fitted([one for one in kept if one[0]], groups)


def _fitted(examples: list[tuple[list[str], int]], groups: int, rounds: int = 6) -> dict[str, list[float]]:
    """A logistic regression of so many groups on the pieces, each group weighing the same."""
    sizes = Counter(group for _, group in examples)
    balance = [len(examples) / (groups * max(1, sizes[group])) for group in range(groups)]
    weights: dict[str, list[float]] = {piece: [0.0] * groups for found, _ in examples for piece in found}
    dice = random.Random(1)
    for turn in range(rounds):
        pace = 0.15 / (1 + turn)
        dice.shuffle(examples)
        for found, group in examples:
            rows = [weights[piece] for piece in found]
            sums = [sum(row[at] for row in rows) for at in range(groups)]
            top = max(sums)
            shares = [math.exp(value - top) for value in sums]
            total = sum(shares)
            moves = [
                pace * min(3.0, balance[group]) * ((at == group) - share / total)
                for at, share in enumerate(shares)
            ]
            for row in rows:
                for at in range(groups):
                    row[at] += moves[at] - pace * _SHRINK * row[at]
    return weights


def write_origin(tables: Tables, arguments: Iterable[str]) -> None:
    """Write the table anew, from arguments as the command line has them: codes of scripts, lists."""
    named = tuple(arguments)
    scripts = [name for name in named if name in SCRIPTS] or SCRIPTS
    text = learn_origin(tables, [Path(name) for name in named if name not in SCRIPTS], scripts)
    (tables.home / "sounds/origin.tsv").write_text(text, encoding="utf-8", newline="\n")
