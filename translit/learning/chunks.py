"""Learning chunks: ``python -m translit.learning ru PAIRS.tsv …`` writes `tables/sounds/ru/`.

Pairs (columns native, latin and, where known, count) and the tables' own names, written by every
scheme, are aligned chunk by chunk by expectation-maximisation (a *chunk*: one to three letters of
the original script with the one to seven letters that stand for them). Counted, the alignments
give three tables, in nats: `costs.tsv` (a chunk by itself, at the start, inside or at the end of a
word), `chunks.tsv` (a chunk after other chunks) and `letters.tsv` (a letter after other letters).
Deterministic; a minute or two for 25,000 pairs. ``python -m translit.learning lexicon`` writes
`tables/person/ru/lexicon.tsv` from pymorphy3's dictionary, ``attested`` see `attested.py`, and ``python -m
translit.learning pairs VARIANTS.tsv`` takes pairs from a list of people (see `people.py`), ``origin`` see
`origins.py`, ``cognates`` see `cognates.py`; ``ar Cyrl`` learns what Arabic is in Cyrillic letters.
"""

from __future__ import annotations

import csv
import math
import zlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from translit.errors import InputError
from translit.learning.attested import attested_lines
from translit.learning.cognates import write_cognates
from translit.learning.nears import near_lines, odds_lines
from translit.learning.origins import write_origin
from translit.learning.people import write_people
from translit.learning.variation import ARABIC_GAZETTEERS, arabic_names, printed_names, russian_names
from translit.person.arabic.letters import unarticled, unarticled_native
from translit.romanization import romanize
from translit.sounds.letters import article_parted, ascii_letters, native_letters, singled, spelling_letters
from translit.sounds.near import Ruler
from translit.tables import Tables, built_in

__all__ = ["Pair", "align", "learn", "lexicon", "main", "pairs"]

Chunk = tuple[str, str]
Costs = dict[str, dict[str, float]]
Weights = dict[str, float]

_SPELT = 7  # the longest piece of spelling in a chunk: German schtsch
_ROUNDS = 5
_MARKED = 0.6  # of a spelling with marks, as it is; the rest counts for it without them
_ACCIDENT = 0.0015  # a chunk with a smaller share of its native letters is an accident, but for …
_SELDOM = {"ru": (0.0002, 0.002)}  # one with these shares of its native letters and of its spelling: л ll
_UNMET = {"ru": 0.85, "ar": 0.7}  # what each count leaves to what was not met
_FIRST = {
    "ru": (
        "а a б b в v г g д d е e ж zh з z и i й y к k л l м m н n о o п p р r с s т t у u ф f х kh ц ts "
        "ч ch ш sh щ shch ы y э e ю yu я ya "
        "а ا б ب в ف г غ д د е ي ж ج з ز и ي й ي к ك л ل м م н ن о و п ب р ر с س т ت у و ф ف х خ ц تس "
        "ч تش ш ش щ شتش ы ي э إ ю يو я يا ый ي ий ي ый y ий y"
    ),
    "ar": (
        "ا a ب b ت t ث th ج j ح h خ kh د d ذ dh ر r ز z س s ش sh ص s ض d ط t ظ z ع a غ gh ف f ق q ك k ل l "
        "م m ن n ه h و u ي i ء a "
        "ا а ب б ت т ث с ج дж ح х خ х د д ذ з ر р ز з س с ش ш ص с ض д ط т ظ з ع а غ г ف ф ق к ك к ل л م м "
        "ن н ه х و у ي и ء а"
    ),
}
_SCHEMES = {
    "ru": (
        "bgn-pcgn-1947-ru", "press-en-ru", "press-en-ru", "press-en-ru", "icao-9303-ru",
        "gost-r-52535-2006-ru", "mvd-310-1997-fr-ru", "press-fr-ru", "press-de-ru", "press-de-ru",
        "press-pl-ru", "iso-9-1995-ru", "scholarly-ru", "ala-lc-2012-ru", "gost-7.79-b-ru",
        "press-it-ru", "press-es-ru", "press-tr-ru",
    ),
    "ar": (
        "bgn-pcgn-1956-ar", "ala-lc-1997-ar", "press-en-ar", "press-fr-ar", "din-31635-ar", "un-2017-ar",
        "icao-9303-ar", "practical-ru-ar",
    ),
}  # fmt: skip
_OTHER_SCRIPT = "practical-ru-ar"
_PRESS_SHARE = 0.5  # what a spelling of the press weighs that varies the scheme's
_TAKEN_SHARE = 0.3  # what one weighs that may be taken from the press of another country
_PRINTED = 3.0  # what a spelling weighs that a row says newspapers print
_NATIVE = {"ru": 2, "ar": 3}  # the longest native side of a chunk
_ORDER = {"ru": (3, 5), "ar": (4, 5)}  # chunks, letters
_LEAST = {"ru": 3.0, "ar": 2.0}  # a chunk counted less is an accident
_ODD = {"ru": 3.0, "ar": 3.2}  # a pair that costs more nats a letter is no pair
_RARE = {
    "ru": ((0.0, 0.0, 0.7), (0.0, 0.0, 0.0, 1.1, 1.1)),
    "ar": ((0.0, 0.0, 0.4, 2.0), (0.0, 0.0, 0.0, 0.2, 0.5)),
}
_PRINTED_IN = ("ru/given", "ru/diminutive", "ru/surname", "cau/given", "trk/given")


@dataclass(frozen=True, slots=True)
class Pair:
    """A word in its own script, one spelling of it, and how much the pair weighs."""

    native: str
    spelling: str
    weight: float


def pairs(path: Path, language: str) -> Iterator[Pair]:
    """The pairs of a TSV file with the columns native, latin and, where it has one, count."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        for column in ("native", "latin"):
            if column not in (rows.fieldnames or ()):
                raise InputError(f"{path}: no column {column!r}; a file of pairs has native, latin, count")
        for row in rows:
            yield from _paired(
                row["native"], row["latin"], 1 + math.log(float(row.get("count") or 1)), language
            )


def _paired(native: str, spelling: str, weight: float, language: str) -> Iterator[Pair]:
    """One pair made ready: single words in small letters, without the article; with and without marks."""
    if language == "ar":
        native, spelling = article_parted(native.strip(), spelling.strip().lower())
    native, spelling = native_letters(native, language), spelling_letters(spelling)
    if language == "ar":
        spelling = singled(spelling)
    if not native or not spelling or " " in native or " " in spelling:
        return
    if len(native) < 2 or not 1 < len(spelling) <= 3 * len(native) + 2:
        return
    bare = ascii_letters(spelling)
    if bare == spelling:
        yield Pair(native, spelling, weight)
    else:
        yield Pair(native, spelling, _MARKED * weight)
        yield Pair(native, bare, (1 - _MARKED) * weight)


def align(
    native: str, spelling: str, costs: Mapping[str, Mapping[str, float]], most: int
) -> tuple[float, list[Chunk]]:
    """The cheapest way to part a word and its spelling into chunks: its cost in nats, and the chunks.

    >>> align("шах", "shah", {"ш": {"sh": 0.1}, "а": {"a": 0.1}, "х": {"h": 0.5}}, 2)[1]
    [('ш', 'sh'), ('а', 'a'), ('х', 'h')]
    """
    size, width = len(native), len(spelling)
    best = [[math.inf] * (width + 1) for _ in range(size + 1)]
    back: list[list[tuple[int, int]]] = [[(0, 0)] * (width + 1) for _ in range(size + 1)]
    best[0][0] = 0.0
    for i in range(size):
        for end in range(i + 1, min(size, i + most) + 1):
            known = costs.get(native[i:end], {})
            strange = 10.0 + 5 * (end - i - 1)
            for j in range(width):
                here = best[i][j]
                if here == math.inf:
                    continue
                for to in range(j + 1, min(width, j + _SPELT) + 1):
                    cost = here + known.get(spelling[j:to], strange + 3 * (to - j - 1))
                    if cost < best[end][to]:
                        best[end][to] = cost
                        back[end][to] = (i, j)
    if best[size][width] == math.inf:
        return math.inf, []
    chunks, i, j = [], size, width
    while i:
        from_i, from_j = back[i][j]
        chunks.append((native[from_i:i], spelling[from_j:j]))
        i, j = from_i, from_j
    return best[size][width], chunks[::-1]


def _first_costs(language: str) -> Costs:
    """What a reader of the press would guess before any pair was seen."""
    cells = _FIRST[language].split()
    costs: Costs = defaultdict(dict)
    for native, spelling in zip(cells[::2], cells[1::2], strict=True):
        costs[native][spelling] = 1.0
        if language == "ar":
            for vowel in "aeiou" if spelling.isascii() else "аеиоу":
                costs[native][spelling + vowel] = 1.5
                costs[native][spelling + spelling + vowel] = 2.5
    return costs


def _maximised(found: Sequence[Pair], language: str) -> Costs:
    """The cost of each chunk, by expectation-maximisation over the best alignments."""
    costs = _first_costs(language)
    for turn in range(_ROUNDS):
        counts: dict[str, Weights] = defaultdict(lambda: defaultdict(float))
        for pair in found:
            cost, chunks = align(pair.native, pair.spelling, costs, _NATIVE[language])
            if turn and cost > 4.5 * len(pair.native):
                continue
            for native, spelling in chunks:
                counts[native][spelling] += pair.weight
        costs = _counted(counts)
    return costs


def _counted(counts: Mapping[str, Weights]) -> Costs:
    """Counts as costs; a chunk of several native letters pays for being rare."""
    totals: dict[tuple[str, bool], float] = defaultdict(float)
    for native, spelt in counts.items():
        for spelling, count in spelt.items():
            totals[native, _latin(spelling)] += count
    whole = sum(totals.values())
    costs: Costs = {}
    for native, spelt in counts.items():
        total = totals[native, True] + totals[native, False]
        if len(native) > 1 and total < 8 * len(native):
            continue
        fine = -0.2 * (len(native) - 1) * math.log(total / whole)
        costs[native] = {
            spelling: fine - math.log(count / (totals[native, _latin(spelling)] + 5))
            for spelling, count in spelt.items()
            if count >= 1.5
        }
    return costs


def _latin(spelling: str) -> bool:
    """Is a piece of spelling in Latin letters? Each script's chunks share out one whole."""
    return spelling < "\u0370"


def _cyrillic(spelling: str) -> bool:
    """Is a piece of spelling in Cyrillic letters?"""
    return "\u0400" <= spelling < "\u0530"


def _written(language: str, tables: Tables) -> Iterator[Pair]:
    """The tables' own names as schemes write them: pairs that need no looking for.

    A Russian name is written by two schemes, every third one in Arabic script too, as newspapers vary it.
    """
    schemes = _SCHEMES[language]
    for native in sorted(_natives(language, tables)):
        number = zlib.crc32(native.encode())
        two = [schemes[number % len(schemes)], schemes[number // 97 % len(schemes)]]
        for scheme in two if language == "ru" else schemes:
            text = romanize(native, scheme, tables=tables)
            weight = 1.0 if scheme == _OTHER_SCRIPT else 0.2 if language == "ru" else 0.1
            yield from _paired(native, text, weight, language)
        for text in russian_names(native, tables) if language == "ru" and number % 3 == 0 else ():
            yield from _paired(native, text, _PRESS_SHARE, language)
        for text in arabic_names(native, tables) if language == "ar" else ():
            yield from _paired(native, text, _PRESS_SHARE, language)
    if language == "ar":
        yield from _transcribed(tables)


def _transcribed(tables: Tables) -> Iterator[Pair]:
    """Arabic names as Russian papers take them from French and English ones: Бумедьен of Boumediene."""
    for name in ("ism", "family", "nisba"):
        for row in tables.rows(f"person/ar/{name}"):
            for latin in (row.canonical, *row.many("also")):
                for text in printed_names(unarticled(latin)) if latin.isascii() else ():
                    yield from _paired(unarticled_native(row.native), text, _TAKEN_SHARE, "ar")


def _natives(language: str, tables: Tables) -> set[str]:
    """Every single native word of the person tables (vowelled, where it is Arabic)."""
    folders = {"ru": ("ru",), "ar": ("ar",)}[language]
    skipped = ("particle", "equivalent", "title")
    found = set()
    for folder in folders:
        for name in tables.names(f"person/{folder}"):
            if name.rpartition("/")[2] in skipped:
                continue
            if name.endswith("/lexicon"):
                found |= {cells[0] for cells in tables.cells(name)}
            else:
                found |= {row.native for row in tables.rows(name)}
    return {word for word in found if word and " " not in word and "-" not in word and not word.isascii()}


def _rows(language: str, tables: Tables) -> Iterator[Pair]:
    """The rows of the tables with their usual English form, and as the Arabic press prints them."""
    names = [f"person/{language}/{name}" for name in ("ism", "family", "nisba", "laqab", "given", "surname")]
    for name in names:
        for row in tables.rows(name):
            yield from _paired(row.native, row.canonical, 1.0, language)
    for name in _PRINTED_IN if language == "ru" else ():
        for row in tables.rows(f"person/{name}"):
            for text in row.many("arabic"):
                yield from _paired(row.native, text, _PRINTED, language)
    for country in ARABIC_GAZETTEERS if language == "ar" else ():
        for row in tables.rows(f"place/at/{country}"):
            yield from _paired(row.native, row.canonical, 0.5, language)


class _Sequences:
    """Counts of what follows what, smoothed by Kneser and Ney's method into costs."""

    def __init__(self, order: int, unmet: float) -> None:
        self.order = order
        self.unmet = unmet
        self.counts: list[dict[tuple[str, ...], Weights]] = [
            defaultdict(lambda: defaultdict(float)) for _ in range(order)
        ]

    def add(self, members: Sequence[str], weight: float) -> None:
        """Count one sequence."""
        whole = ("^", *members, "$")
        for at in range(1, len(whole)):
            history = whole[max(0, at - self.order + 1) : at]
            self.counts[len(history)][history][whole[at]] += weight

    def lines(self, rare: Sequence[float], blank: str) -> Iterator[tuple[str, str, str]]:
        """History, back-off cost and what follows; what is counted less than `rare` is left out."""
        for length in range(self.order - 1, 0, -1):
            for history, following in sorted(self.counts[length].items()):
                for member, count in following.items():
                    self.counts[length - 1][history[1:]][member] += min(1.0, count)
        shares: dict[tuple[str, ...], tuple[float, dict[str, float]]] = {}
        begun = self._begun(rare)
        for length in range(self.order):
            for history, following in sorted(self.counts[length].items()):
                kept = {
                    member: count for member, count in following.items() if not length or count > rare[length]
                }
                if not kept and history in begun:
                    likeliest = max(following, key=lambda member: (following[member], member))
                    kept = {likeliest: following[likeliest]}
                if kept:
                    shares[history] = self._shares(shares, history, kept, sum(following.values()))
        for history, (back, known) in sorted(shares.items()):
            cells = sorted(known.items(), key=lambda item: (-item[1], item[0]))
            then = " ".join(f"{member}:{-math.log(share):.1f}" for member, share in cells)
            yield blank.join(history), f"{-math.log(back):.1f}", then

    def _begun(self, rare: Sequence[float]) -> set[tuple[str, ...]]:
        """The histories that longer ones begin with, which the compiled reader cannot do without."""
        return {
            history[:end]
            for length in range(1, self.order)
            for history, following in self.counts[length].items()
            if max(following.values()) > rare[length]
            for end in range(1, length)
        }

    def _shares(
        self,
        shares: Mapping[tuple[str, ...], tuple[float, dict[str, float]]],
        history: tuple[str, ...],
        kept: Mapping[str, float],
        total: float,
    ) -> tuple[float, dict[str, float]]:
        """The share of each follower of one history, and of all others together."""
        taken = {member: self.unmet * min(1.0, count) for member, count in kept.items()}
        back = (total - sum(kept.values()) + sum(taken.values())) / total
        lower = {member: self._share(shares, history[1:], member) if history else 1e-4 for member in kept}
        known = {
            member: (count - taken[member]) / total + back * lower[member] for member, count in kept.items()
        }
        rest = max(1e-4, 1 - sum(known.values())) / max(1e-4, 1 - sum(lower.values()))
        return min(1.0, rest), known

    def _share(
        self,
        shares: Mapping[tuple[str, ...], tuple[float, dict[str, float]]],
        history: tuple[str, ...],
        member: str,
    ) -> float:
        """The share of a member after a history, by shorter ones where that is unknown."""
        paid = 1.0
        while True:
            if history in shares:
                back, known = shares[history]
                if member in known:
                    return paid * known[member]
                paid *= back
            if not history:
                return paid * 1e-4
            history = history[1:]


def learn(language: str, found: Sequence[Pair], tables: Tables, home: Path) -> None:
    """Learn a language's tables from pairs and from the tables' own names, and write them."""
    real = [*found, *_rows(language, tables)]
    made = list(_written(language, tables))
    costs = _maximised([*real, *_some(made)], language)
    aligned = list(_aligned([*real, *made], costs, language))
    sure = _sure(aligned, language)
    aligned = [(chunks, weight) for chunks, weight in aligned if sure.issuperset(chunks)]
    order, rare = _ORDER[language], _RARE[language]
    home.mkdir(parents=True, exist_ok=True)
    _write(
        home / "chunks.tsv",
        ("after", "back", "then"),
        _chunk_lines(aligned, order[0], rare[0], _UNMET[language]),
    )
    _write(
        home / "letters.tsv",
        ("after", "back", "then"),
        _letters(language, real, [*made, *_met(language, tables)], order[1]).lines(rare[1], ""),
    )
    _write(home / "costs.tsv", ("native", "spelling", "at", "cost"), _cost_lines(aligned))
    heard = [pair for pair in real if language != "ru" or _latin(pair.spelling)]
    schemed = [pair for pair in _some(made) if language != "ru" or _latin(pair.spelling)]
    spelt = [(pair.native, pair.spelling) for pair in [*heard, *schemed]]
    _write(home / "near.tsv", ("left", "right", "cost"), near_lines(spelt, language))
    told = [(pair.native, pair.spelling) for pair in heard]
    _write(
        home / "odds.tsv",
        ("feature", "weight"),
        odds_lines(told, Ruler(language, Tables(home.parent.parent))),
    )


def _chunk_lines(
    aligned: Iterable[tuple[Sequence[Chunk], float]], order: int, rare: Sequence[float], unmet: float
) -> list[tuple[str, str, str]]:
    """What chunks follow which, learned for each script of the spellings by itself.

    Only the empty history and the start of a word are of both; there the Latin costs of going back hold.
    """
    scripts = {True: _Sequences(order, unmet), False: _Sequences(order, unmet)}
    for chunks, weight in aligned:
        members = [f"{native}={spelling}" for native, spelling in chunks]
        scripts[_latin(chunks[0][1])].add(members, weight)
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


def learn_cyrillic(tables: Tables, home: Path) -> None:
    """Learn anew what Cyrillic letters stand for in Arabic names, from the tables alone; all else stays."""
    made = [pair for pair in _written("ar", tables) if _cyrillic(pair.spelling)]
    aligned = list(_aligned(made, _maximised(made, "ar"), "ar"))
    sure = _sure(aligned, "ar")
    aligned = [(chunks, weight) for chunks, weight in aligned if sure.issuperset(chunks)]
    sequences = _Sequences(_ORDER["ar"][0], _UNMET["ar"])
    for chunks, weight in aligned:
        sequences.add([f"{native}={spelling}" for native, spelling in chunks], weight)
    old = islice(tables.cells("sounds/ar/chunks"), 1, None)
    others = [cells for cells in map(_of_others, old) if cells[2]]
    lines = _merged(others, sequences.lines(_RARE["ar"][0], " "))
    _write(home / "chunks.tsv", ("after", "back", "then"), lines)
    costs = [cells for cells in islice(tables.cells("sounds/ar/costs"), 1, None) if not _cyrillic(cells[1])]
    rows = sorted([*map(tuple, costs), *_cost_lines(aligned)])
    _write(home / "costs.tsv", ("native", "spelling", "at", "cost"), rows)


def _of_others(cells: Sequence[str]) -> tuple[str, str, str]:
    """A line of the table of chunks without those that Cyrillic letters stand for."""
    after, back, then = cells
    if _cyrillic(after.rpartition("=")[2]):
        return after, back, ""
    return after, back, " ".join([cell for cell in then.split() if not _cyrillic(cell.partition("=")[2])])


def _cheapest(cell: str) -> tuple[float, str]:
    """What follows, and its cost, as a key that sorts the cheapest first."""
    member, _, cost = cell.rpartition(":")
    return float(cost), member


def _some(made: Sequence[Pair]) -> Iterator[Pair]:
    """A few thousand of the pairs that schemes made: all that is needed to learn their chunks."""
    latin = [pair for pair in made if _latin(pair.spelling)]
    other = [pair for pair in made if not _latin(pair.spelling)]
    for pair in latin[:: max(1, len(latin) // 6000)]:
        yield Pair(pair.native, pair.spelling, 0.1)
    for pair in other[:: max(1, len(other) // 5000)]:
        yield Pair(pair.native, pair.spelling, 1.0)


def _sure(aligned: Iterable[tuple[Sequence[Chunk], float]], language: str) -> set[Chunk]:
    """The chunks that are no accidents: met often enough, and not too seldom for their letters.

    A spelling that is seldom used but hardly for anything else may be rarer: ll is seldom how л is written,
    and yet it is л; m is now and then beside н (Mikola is Николай), and never is н.
    """
    counts: dict[Chunk, float] = defaultdict(float)
    totals: dict[tuple[str, bool], float] = defaultdict(float)
    wholes: Weights = defaultdict(float)
    for chunks, weight in aligned:
        for native, spelling in chunks:
            counts[native, spelling] += weight
            totals[native, _latin(spelling)] += weight
            wholes[spelling] += weight
    least = _LEAST[language]
    seldom, own = _SELDOM.get(language, (1.0, 1.0))
    return {
        (native, spelling)
        for (native, spelling), count in counts.items()
        if count >= max(least, _ACCIDENT * totals[native, _latin(spelling)])
        or count >= max(least, seldom * totals[native, _latin(spelling)], own * wholes[spelling])
    }


def _aligned(found: Iterable[Pair], costs: Costs, language: str) -> Iterator[tuple[list[Chunk], float]]:
    """The chunks of each pair that is one."""
    for pair in found:
        cost, chunks = align(pair.native, pair.spelling, costs, _NATIVE[language])
        if chunks and cost < _ODD[language] * len(pair.native):
            yield chunks, pair.weight


def _met(language: str, tables: Tables) -> Iterator[Pair]:
    """Russian words met in print or as names: they tell how names are made, though not how spelt."""
    name = f"sounds/{language}/attested"
    if language != "ru" or name not in tables.names(f"sounds/{language}"):
        return
    rows = tables.cells(name)
    next(rows)
    for native, _ in rows:
        yield Pair(native, "", 1.0)


def _letters(language: str, real: Iterable[Pair], made: Iterable[Pair], order: int) -> _Sequences:
    """The letter model: every word once, a little more where it was met often."""
    words: Weights = defaultdict(float)
    for pair in real:
        words[pair.native] += pair.weight
    for pair in made:
        words[pair.native] += 0.0 if pair.native in words else 1.0
    sequences = _Sequences(order, _UNMET[language])
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


def _write(path: Path, header: Sequence[str], lines: Iterable[Sequence[str]]) -> None:
    """Write a table: the header, then its lines."""
    rows = ["\t".join(header), *("\t".join(line) for line in lines)]
    path.write_text("\n".join(rows) + "\n", encoding="utf-8", newline="\n")


def lexicon() -> Iterator[tuple[str, str]]:
    """Every surname, given name and patronymic of pymorphy3's dictionary with its kinds.

    A kind is a letter (s surname, g given name, p patronymic) with a gender (m, f, or x for either).
    """
    import pymorphy3

    letters = {"Surn": "s", "Name": "g", "Patr": "p"}
    genders = {"masc": "m", "femn": "f"}
    kinds: dict[str, set[str]] = defaultdict(set)
    for word, tag, *_ in pymorphy3.MorphAnalyzer().dictionary.iter_known_words():
        if "nomn" not in tag or "sing" not in tag:
            continue
        for name, letter in letters.items():
            if name in tag:
                kinds[word].add(letter + genders.get(str(tag.gender), "x"))
    for word in sorted(kinds):
        yield word, " ".join(sorted(kinds[word]))


def main(arguments: Sequence[str]) -> None:
    """Do what the arguments name: learn a language from files of pairs, make the lexicon or pairs."""
    tables = built_in()
    if list(arguments) == ["lexicon"]:
        _write(tables.home / "person/ru/lexicon.tsv", ("native", "kinds"), lexicon())
        return
    if len(arguments) == 2 and arguments[0] == "attested":
        for language in _FIRST:
            lines = attested_lines(Path(arguments[1]), language, tables)
            _write(tables.home / f"sounds/{language}/attested.tsv", ("native", "met"), lines)
        return
    if list(arguments) == ["cognates"]:
        write_cognates(tables)
        return
    if list(arguments) == ["ar", "Cyrl"]:
        learn_cyrillic(tables, tables.home / "sounds/ar")
        return
    if arguments and arguments[0] == "origin":
        write_origin(tables, arguments[1:])
        return
    if arguments and arguments[0] == "pairs" and 2 <= len(arguments) <= 3:
        write_people(Path(arguments[1]), Path(arguments[2] if len(arguments) > 2 else "."))
        return
    if len(arguments) < 2 or arguments[0] not in _FIRST:
        raise InputError(
            f"say a language ({', '.join(_FIRST)}) and files of pairs, or: lexicon, or: ar Cyrl, "
            "or: attested PERSONS.txt, or: pairs VARIANTS.tsv, or: origin LISTS.tsv, or: cognates"
        )
    language, *paths = arguments
    found = [pair for path in paths for pair in pairs(Path(path), language)]
    learn(language, found, tables, tables.home / "sounds" / language)
