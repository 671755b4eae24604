"""Learning whose name it is: ``python -m translit.learning origin LIST.tsv …`` writes `sounds/origin.tsv`.

With the codes of scripts before the lists (``origin Arab LIST.tsv``) only their lines are learned anew.
Every name of the person tables in every script, by every scheme of its language and as newspapers
vary it, the places of Arabic countries and the names of lists teach a logistic regression which
pieces of a word speak for which family. A word that was met counts for ten that schemes make: a list is of
persons (`text`, `lang_origin`), or of single words (`native`, `latin`) where the code of their family stands
before it (``ru=PAIRS.tsv``); those of Russians count that have a surname's shape, and none that another
people's list has.
"""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path

from translit.errors import InputError
from translit.languages import Language, languages
from translit.learning.variation import ARABIC_GAZETTEERS, press_names, printed_names
from translit.nouns import Row
from translit.origin import isms
from translit.person.borrowers import MUSLIMS
from translit.person.shape import shape
from translit.pieces import ENDS, WIDE, windows
from translit.romanization import romanize, schemes
from translit.sounds.families import FAMILIES
from translit.tables import Tables, built_in
from translit.text.clean import fold
from translit.text.cyrillic import CONSONANTS
from translit.text.script import script_of

__all__ = ["SCRIPTS", "listed_rows", "weighed", "write_origin"]

SCRIPTS = ("Latn", "Cyrl", "Arab")  # each of which is learned by itself
_TOLD = 4  # words that a piece must stand in
_SURNAME = 1.0  # nats by which a word is sooner a surname than a given name
_MET = 10.0  # words of schemes that one counts for that was met
_FREE = 0.2  # how freely weights grow, the inverse of what their squares cost
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


def listed_rows(path: Path) -> Iterator[dict[str, str]]:
    """The rows of a TSV file with a heading."""
    with path.open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)


def _listed(name: str, tables: Tables) -> Iterator[tuple[str, str]]:
    """The words of a list of persons, or of one family's pairs (``ru=PAIRS.tsv``), each with its family."""
    group, _, pairs = name.rpartition("=")
    if group:
        yield from _paired(Path(pairs), group, tables)
        return
    known = languages(tables)
    for row in listed_rows(Path(name)):
        language = known.get(row["lang_origin"])
        for word in row["text" if "text" in row else "name"].replace("-", " ").split():
            yield word, language.family if language else "other"


def _paired(path: Path, group: str, tables: Tables) -> Iterator[tuple[str, str]]:
    """The Latin words of pairs; of Russian persons those of surnames, since given names are anybody's."""
    for row in listed_rows(path):
        if group != "ru" or "scheme" in row or shape(row["native"].title(), tables)[0] > _SURNAME:
            for word in row["latin"].replace("-", " ").split():
                if "ć" not in word:  # a South Slav's
                    yield word, group


def _learn_origin(
    tables: Tables | None = None, lists: Iterable[str] = (), scripts: Iterable[str] = SCRIPTS
) -> str:
    """The text of `tables/sounds/origin.tsv`: pieces of words and their weights, from tables and lists.

    A list is the path of a TSV file with the columns text (a person's name) and lang_origin (ru, uk, be, ar,
    other), or a family, "=" and that of one with the columns native and latin. Each script is learned by
    itself; of the others the lines stay as they are.
    """
    tables = tables or built_in()
    made = set(_spellings(tables))
    met = {one for name in lists for one in _listed(name, tables)}
    others = {fold(word) for word, group in met if group == "other"}
    met = {(word, group) for word, group in met if group == "other" or fold(word) not in others}
    met |= (strangers := {one for one in made if one[1] == "other"})  # whom no scheme spells
    made -= strangers
    wanted = tuple(scripts)
    lines = [line for line in _lines(tables) if script_of(line) not in wanted]
    for script in wanted:
        lines += _learned(*([one for one in told if script_of(one[0]) == script] for told in (made, met)))
    return "\n".join(["letters\t" + "\t".join(FAMILIES), *sorted(lines)]) + "\n"


def _lines(tables: Tables) -> Iterator[str]:
    """The lines of the table as it stands."""
    cells = tables.cells("sounds/origin")
    next(cells)
    yield from map("\t".join, cells)


def _learned(made: Iterable[tuple[str, str]], met: Iterable[tuple[str, str]]) -> Iterator[str]:
    """The pieces of the words of one script, with their weights."""
    words, printed = (
        [(fold(word), FAMILIES.index(group)) for word, group in sorted(told)] for told in (made, met)
    )
    for piece, weights in weighed(words, len(FAMILIES), _TOLD, met=printed).items():
        if max(map(abs, weights)) >= _LEAST:
            yield "\t".join([piece, *(f"{round(weight, 1) + 0.0:.1f}" for weight in weights)])


def weighed(
    words: Iterable[tuple[str, int]],
    groups: int,
    least: int,
    wide: int = WIDE,
    ends: int = ENDS,
    met: Iterable[tuple[str, int]] = (),
    free: float = _FREE,
) -> dict[str, list[float]]:
    """The pieces that stand in so many words at `least`, each with what it says for every group, in nats.

    A word comes with the number of its group; each group weighs the same, and in it words that were met count
    for `_MET` others each. `wide` and `ends` cut a word, as in `windows`; `free`: how freely weights grow.
    """
    told = [(*one, worth) for some, worth in ((words, 1.0), (met, _MET)) for one in some]
    whole: dict[int, float] = defaultdict(float)
    for _, group, worth in told:
        whole[group] += worth
    worths = [len(told) * worth / (groups * whole[group]) for _, group, worth in told]
    return _fitted(
        [word for word, *_ in told],
        [group for _, group, _ in told],
        worths,
        partial(_cut, wide, ends),
        least,
        free,
    )


def _cut(wide: int, ends: int, word: str) -> list[str]:
    """The `windows` of a word."""
    return windows(word, wide, ends)


def _fitted(
    words: list[str],
    groups: list[int],
    worth: list[float],
    cut: Callable[[str], list[str]],
    least: int,
    free: float,
) -> dict[str, list[float]]:
    """A logistic regression of the groups of words on their pieces, of each word by its worth."""
    try:
        from sklearn.feature_extraction.text import CountVectorizer
        from sklearn.linear_model import LogisticRegression
    except ImportError as missing:
        raise InputError(
            "weights are fitted by scikit-learn; install it: pip install '.[learning]'"
        ) from missing
    counted = CountVectorizer(analyzer=cut, min_df=least)
    pieces = counted.fit_transform(words)
    model = LogisticRegression(C=free, fit_intercept=False, max_iter=200)
    rows = model.fit(pieces, groups, sample_weight=worth).coef_.tolist()
    if len(rows) == 1:  # of two groups scikit-learn tells how far the second is ahead
        rows = [[-weight / 2 for weight in rows[0]], [weight / 2 for weight in rows[0]]]
    return dict(
        zip(counted.get_feature_names_out().tolist(), map(list, zip(*rows, strict=True)), strict=True)
    )


def write_origin(tables: Tables, arguments: Iterable[str]) -> None:
    """Write the table anew, from arguments as the command line has them: codes of scripts, lists."""
    named = tuple(arguments)
    scripts = [name for name in named if name in SCRIPTS] or SCRIPTS
    text = _learn_origin(tables, [name for name in named if name not in SCRIPTS], scripts)
    (tables.home / "sounds/origin.tsv").write_text(text, encoding="utf-8", newline="\n")
