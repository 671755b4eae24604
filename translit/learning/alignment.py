"""Words and their spellings aligned chunk by chunk, by expectation-maximisation.

A *chunk* is one to three letters of the original script with the one to seven letters that stand for them.
"""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

__all__ = [
    "LANGUAGES",
    "Chunk",
    "Costs",
    "Pair",
    "Weights",
    "align",
    "chunked",
    "is_latin",
    "maximised",
    "sure_of",
]

Chunk = tuple[str, str]
Costs = dict[str, dict[str, float]]
Weights = dict[str, float]
_SPELT = 7  # the longest piece of spelling in a chunk: German schtsch
_ROUNDS = 5
_ACCIDENT = 0.0015  # a chunk with a smaller share of its native letters is an accident, but for …
_SELDOM = {"ru": (0.0002, 0.002)}  # one with these shares of its native letters and of its spelling: л ll
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
LANGUAGES = tuple(_FIRST)
_NATIVE = {"ru": 2, "ar": 3}  # the longest native side of a chunk
_LEAST = {"ru": 3.0, "ar": 2.0}  # a chunk counted less is an accident
_WITHOUT_A = re.compile("[бвгджзклмнпрстфхцчшщ][ая]=[b-df-hj-np-tv-xz]+")  # of a last chunk: ва w
_ODD = {"ru": 3.0, "ar": 3.2}  # a pair that costs more nats a letter is no pair


@dataclass(frozen=True, slots=True)
class Pair:
    """A word in its own script, one spelling of it, and how much the pair weighs."""

    native: str
    spelling: str
    weight: float


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


def maximised(found: Sequence[Pair], language: str) -> Costs:
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


def _counted(counts: Mapping[str, Weights]) -> Costs:
    """Counts as costs; a chunk of several native letters pays for being rare."""
    totals: dict[tuple[str, bool], float] = defaultdict(float)
    for native, spelt in counts.items():
        for spelling, count in spelt.items():
            totals[native, is_latin(spelling)] += count
    whole = sum(totals.values())
    costs: Costs = {}
    for native, spelt in counts.items():
        total = totals[native, True] + totals[native, False]
        if len(native) > 1 and total < 8 * len(native):
            continue
        fine = -0.2 * (len(native) - 1) * math.log(total / whole)
        costs[native] = {
            spelling: fine - math.log(count / (totals[native, is_latin(spelling)] + 5))
            for spelling, count in spelt.items()
            if count >= 1.5
        }
    return costs


def is_latin(spelling: str) -> bool:
    """Is a piece of spelling in Latin letters? Each script's chunks share out one whole.

    Scholars' (ḥ, from U+1E00 on) are; they were not yet when the Arabic tables were learned.
    """
    return spelling < "\u0370" or "\u1e00" <= spelling < "\u1f00"


def chunked(found: Iterable[Pair], costs: Costs, language: str) -> Iterator[tuple[list[Chunk], float]]:
    """The chunks of each pair that is one; a woman's name beside a man's is none: Сергеева, Sergueiew."""
    for pair in found:
        cost, chunks = align(pair.native, pair.spelling, costs, _NATIVE[language])
        if not chunks or cost >= _ODD[language] * len(pair.native):
            continue
        if not _WITHOUT_A.fullmatch("=".join(chunks[-1])):
            yield chunks, pair.weight


def sure_of(aligned: Iterable[tuple[Sequence[Chunk], float]], language: str) -> set[Chunk]:
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
            totals[native, is_latin(spelling)] += weight
            wholes[spelling] += weight
    least = _LEAST[language]
    seldom, own = _SELDOM.get(language, (1.0, 1.0))
    return {
        (native, spelling)
        for (native, spelling), count in counts.items()
        if count >= max(least, _ACCIDENT * totals[native, is_latin(spelling)])
        or count >= max(least, seldom * totals[native, is_latin(spelling)], own * wholes[spelling])
    }
