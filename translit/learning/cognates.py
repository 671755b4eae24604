"""Learning what Ukrainian and Belarusian letters are in Russian: ``python -m translit.learning cognates``.

The towns of both countries, whose native names stand beside Russian ones, and the given names that rows call
equivalents are laid beside each other letter by letter. What becomes of which, a letter or up to three with
their neighbours, is counted and written as `sounds/cognates.tsv`. How far two names may be apart and still be
one is learned by ``python -m bench.cognates --write``.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from translit.romanization import romanize
from translit.sounds.cognates import NEIGHBOUR, RUSSIAN, Costs, apart, guess, spelt
from translit.sounds.reading import plain_shares
from translit.tables import Tables
from translit.text.clean import fold
from translit.text.script import script_of

__all__ = ["write_cognates"]

_COUNTRIES = ("ua", "by")
_LANGUAGES = ("uk", "be")
_SCHEMES = (
    "bgn-pcgn-1947-ru", "press-en-ru", "gost-r-52535-2006-ru", "gost-7.79-b-ru", "iso-9-1995-ru",
    "scholarly-ru", "icao-9303-ru", "ala-lc-2012-ru",
)  # fmt: skip
_READINGS = 4  # what a Latin name may be in Russian
_MARKS = re.compile(r"[^\w]")
_ODD = 0.6  # nats a letter; names farther apart are two
_ROUNDS = 3
_TOLD = 5  # pairs in which letters must have been met
_LONGEST = 3
_GAIN = 0.6  # nats that letters must be cheaper together than one by one

Step = tuple[int, int, int, int]
Path = list[Step]


def write_cognates(tables: Tables) -> None:
    """Learn the table and write it."""
    costs = _learned(sorted(set(_pairs(tables))))
    lines = sorted(
        (left, right, f"{cost:.2f}") for left, found in costs.items() for right, cost in found.items()
    )
    text = "\n".join("\t".join(cells) for cells in [("neighbour", "russian", "cost"), *lines])
    (tables.home / "sounds/cognates.tsv").write_text(text + "\n", encoding="utf-8")


def _pairs(tables: Tables) -> Iterator[tuple[str, str]]:
    """Words of neighbours beside the Russian ones, in the letters of both."""
    for country in _COUNTRIES:
        for row in tables.rows(f"place/at/{country}"):
            native = _words(row.native)
            for other in row.many("also"):
                words = _words(other)
                if len(words) == len(native) and script_of(row.native) == "Cyrl":
                    yield from (
                        _spelt(*pair) for pair in zip(native, words, strict=True) if _is_russian(pair[1])
                    )
    russian = {row.id: row.native for row in tables.rows("person/ru/given")}
    for language in _LANGUAGES:
        for row in tables.rows(f"person/{language}/given"):
            if row["equivalent"] in russian:
                yield _spelt(row.native, russian[row["equivalent"]])


def _words(text: str) -> list[str]:
    return fold(text).replace("-", " ").split()


def _spelt(native: str, russian: str) -> tuple[str, str]:
    return spelt(native, NEIGHBOUR), spelt(russian, RUSSIAN)


def _is_russian(word: str) -> bool:
    """True for a word that some scheme writes for a Russian one."""
    if script_of(word) != "Latn":
        return script_of(word) == "Cyrl"
    shares = plain_shares(word, "ru")
    likely = sorted(shares, key=lambda form: -shares[form])[:_READINGS]
    bare = _MARKS.sub("", word)
    return any(_MARKS.sub("", fold(romanize(form, scheme))) == bare for form in likely for scheme in _SCHEMES)


def _learned(pairs: Sequence[tuple[str, str]]) -> dict[str, dict[str, float]]:
    """What letters become and its cost, where that is less than a guess says."""
    costs: dict[str, dict[str, float]] = {}
    paths: list[tuple[str, str, Path]] = []
    for _ in range(_ROUNDS):
        paths = [
            (left, right, path)
            for left, right in pairs
            for cost, path in [_path(left, right, costs)]
            if 2 * cost <= _ODD * (len(left) + len(right) - 4)
        ]
        costs = _cheaper(_counted(paths, 1))
    for (left, right), cost in sorted(
        _counted(paths, _LONGEST).items(), key=lambda item: (len(item[0][0]) + len(item[0][1]), item[0])
    ):
        if cost < apart(left, right, costs) - _GAIN:
            costs.setdefault(left, {})[right] = cost
    return costs


def _cheaper(found: dict[tuple[str, str], float]) -> dict[str, dict[str, float]]:
    """The single letters that cost less than a guess."""
    costs: dict[str, dict[str, float]] = {}
    for (left, right), cost in found.items():
        if cost < guess(left, right):
            costs.setdefault(left, {})[right] = cost
    return costs


def _counted(paths: Iterable[tuple[str, str, Path]], longest: int) -> dict[tuple[str, str], float]:
    """How seldom letters become others, both ways, in nats; only what was met often enough."""
    met: Counter[tuple[str, str]] = Counter()
    lefts: Counter[str] = Counter()
    rights: Counter[str] = Counter()
    for left, right, path in paths:
        for size in range(1, longest + 1):
            lefts.update(left[at : at + size] for at in range(len(left) - size + 1))
            rights.update(right[at : at + size] for at in range(len(right) - size + 1))
        met.update(_chunks(left, right, path, longest))
    return {
        (left, right): max(0.0, -math.log(count / math.sqrt(lefts[left] * rights[right])))
        for (left, right), count in met.items()
        if count >= _TOLD and left != right
    }


def _chunks(left: str, right: str, path: Path, longest: int) -> Iterator[tuple[str, str]]:
    """The pieces of a path that begin and end with a letter for a letter."""
    whole = [i < k and j < m for i, k, j, m in path]
    for first, (i, _, j, _) in enumerate(path):
        for last in range(first, len(path)):
            _, k, _, m = path[last]
            if k - i > longest or m - j > longest:
                break
            if whole[first] and whole[last] and (last > first or longest == 1):
                yield left[i:k], right[j:m]


def _path(left: str, right: str, costs: Costs) -> tuple[float, Path]:
    """The cheapest way from one word to the other letter by letter, and its steps."""
    best: list[list[tuple[float, int, int]]] = [
        [(math.inf, 0, 0)] * (len(right) + 1) for _ in range(len(left) + 1)
    ]
    best[0][0] = 0.0, 0, 0
    for i in range(len(left) + 1):
        for j in range(len(right) + 1):
            now = best[i][j][0]
            for di, dj in ((1, 1), (1, 0), (0, 1)):
                one, other = left[i : i + di], right[j : j + dj]
                if len(one) < di or len(other) < dj:
                    continue
                cost = costs.get(one, {}).get(other, guess(one, other))
                best[i + di][j + dj] = min(best[i + di][j + dj], (now + cost, i, j))
    path: Path = []
    i, j = len(left), len(right)
    while i or j:
        _, before, other_before = best[i][j]
        path.append((before, i, other_before, j))
        i, j = before, other_before
    return best[-1][-1][0], path[::-1]
