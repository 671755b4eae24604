"""Learning how far letters are apart: hard expectation-maximisation over spellings of one name.

All spellings of one native word are laid beside it and beside each other; what stands for what is
counted along the cheapest paths, and the counts become costs: 0 for two symbols that are each
other's commonest counterpart, more the rarer they meet. Odds of likeness are fitted last.
"""

from __future__ import annotations

import math
import zlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import pairwise

from translit.sounds import key
from translit.sounds.near import Ruler, features, symbol_class, symbols

__all__ = ["LEARNED", "near_lines", "odds_lines"]

LEARNED = "learned"  # the source of a line that is written anew

_ROUNDS = 3
_MOST = 15_000
_VOWELS = {"ru": frozenset("aeiouyj"), "ar": frozenset("aeiouywjT")}
_FIRST_GAP = 1.0  # at least this much for leaving out the vowel a word begins with
_GAP = ""
_FEATURES = ("bias", "distance", "root of distance", "equal keys", "length")

Beside = tuple[str, str]
Symbols = tuple[str, ...]


def near_lines(
    found: Iterable[tuple[str, str]], language: str, by_hand: Iterable[Sequence[str]] = ()
) -> list[tuple[str, ...]]:
    """The lines of a table of distances (left, right or empty, cost, source) from pairs native, spelling.

    Lines `by_hand` stay as they are, instead of what is learned for the same symbols.
    """
    learned = [(one, other, f"{cost:.2f}", LEARNED) for one, other, cost in _near(found, language)]
    lines = {frozenset(line[:2]): line for line in [*learned, *map(tuple, by_hand)]}
    return sorted(lines.values(), key=lambda line: (line[1] == _GAP, line))


def _near(found: Iterable[tuple[str, str]], language: str) -> Iterator[tuple[str, str, float]]:
    """What was learned: two symbols, or one and none, each pair one way round, and what they cost."""
    laid = list(_laid(found, language))
    costs: dict[Beside, float] = {}
    for turn in range(_ROUNDS):
        counts: Counter[Beside] = Counter()
        for left, right in laid:
            cost, path = _path(left, right, costs, language)
            if turn and cost > 0.9 * (len(left) + len(right)):
                continue
            counts.update(path)
        costs = _distances(counts)
    for (one, other), cost in costs.items():
        if other == _GAP or one < other:
            yield one, other, cost


def _laid(found: Iterable[tuple[str, str]], language: str) -> Iterator[tuple[Symbols, Symbols]]:
    """Each native word beside each spelling, and a few of its spellings beside each other."""
    groups: dict[str, set[str]] = defaultdict(set)
    for native, spelling in found:
        groups[native].add(spelling)
    pairs = []
    for native, spellings in sorted(groups.items()):
        ordered = sorted(spellings, key=lambda word: zlib.crc32(word.encode()))
        pairs += [(native, spelling) for spelling in ordered]
        pairs += pairwise(ordered)
    pairs.sort(key=lambda pair: zlib.crc32("\t".join(pair).encode()))
    for left, right in pairs[:_MOST]:
        one, other = symbols(left, language), symbols(right, language)
        if one and other:
            yield one, other


@lru_cache(maxsize=1 << 14)
def _guess(left: str, right: str, language: str) -> float:
    """What two symbols cost before anything was counted."""
    if left == right:
        return 0.0
    one, other = left.strip("^$"), right.strip("^$")
    vocal = _VOWELS[language].issuperset(one), _VOWELS[language].issuperset(other)
    if all(vocal):
        return 0.3 if one == other else 1.0
    if any(vocal):
        return 5.0
    return 0.7 if symbol_class(one, language) == symbol_class(other, language) else 4.0


def _path(
    left: Symbols, right: Symbols, costs: Mapping[Beside, float], language: str
) -> tuple[float, list[Beside]]:
    """The cheapest path from one word to another, and the pairs of symbols along it."""
    table: list[list[tuple[float, int, int]]] = [
        [(math.inf, 0, 0)] * (len(right) + 1) for _ in range(len(left) + 1)
    ]
    table[0][0] = (0.0, 0, 0)
    for i in range(len(left) + 1):
        for j in range(len(right) + 1):
            best = table[i][j]
            if i and j:
                pair = (left[i - 1], right[j - 1])
                cost = costs.get(pair)
                step = (
                    _guess(*pair, language) if cost is None and not costs else 4.0 if cost is None else cost
                )
                best = min(best, (table[i - 1][j - 1][0] + step, i - 1, j - 1))
            if i:
                best = min(best, (table[i - 1][j][0] + _gap(left[i - 1], costs, language), i - 1, j))
            if j:
                best = min(best, (table[i][j - 1][0] + _gap(right[j - 1], costs, language), i, j - 1))
            table[i][j] = best
    path, i, j = [], len(left), len(right)
    while i or j:
        _, from_i, from_j = table[i][j]
        path.append((left[i - 1] if from_i < i else _GAP, right[j - 1] if from_j < j else _GAP))
        i, j = from_i, from_j
    return table[-1][-1][0], path


def _gap(symbol: str, costs: Mapping[Beside, float], language: str) -> float:
    """What leaving a symbol out costs."""
    return costs.get((symbol, _GAP), 1.2 if _VOWELS[language].issuperset(symbol.strip("^$")) else 2.5)


def _distances(counts: Mapping[Beside, int]) -> dict[Beside, float]:
    """Counts as distances, the same both ways."""
    both: Counter[Beside] = Counter()
    for (left, right), count in counts.items():
        both[left, right] += count
        both[right, left] += count
    most: dict[str, int] = defaultdict(int)
    whole: dict[str, int] = defaultdict(int)
    for (left, right), count in both.items():
        whole[left] += count
        if right != _GAP:
            most[left] = max(most[left], count)
    costs: dict[Beside, float] = {}
    for (left, right), count in both.items():
        if count < 6 or left == _GAP:
            continue
        if right == _GAP:
            least = _FIRST_GAP if left.startswith("^") else 0.1
            costs[left, _GAP] = min(3.5, max(least, -math.log(count / whole[left])))
        else:
            costs[left, right] = min(
                4.0, max(0.0, 0.5 * math.log(most[left] * most[right]) - math.log(count))
            )
        if left == right:
            costs[left, right] = 0.0
    return costs


def odds_lines(found: Sequence[tuple[str, str]], ruler: Ruler) -> Iterator[tuple[str, str]]:
    """The weights that best tell spellings of one name from those of its nearest neighbours, by feature."""
    same, other = _examples(found, ruler.language)
    examples = [
        (_measured(pair, ruler), label) for pairs, label in ((same, 1.0), (other, 0.0)) for pair in pairs
    ]
    balance = {1.0: 0.5 / len(same), 0.0: 0.5 / len(other)}
    weights = [0.0] * len(_FEATURES)
    for _ in range(500):
        gradient = [-0.0005 * weight for weight in weights]
        for values, label in examples:
            total = sum(weight * value for weight, value in zip(weights, values, strict=True))
            push = balance[label] * (label - 1 / (1 + math.exp(-max(-30.0, min(30.0, total)))))
            for at, value in enumerate(values):
                gradient[at] += push * value
        weights = [weight + 3.0 * move for weight, move in zip(weights, gradient, strict=True)]
    for name, weight in zip(_FEATURES, weights, strict=True):
        yield name, f"{weight:.3f}"


def _measured(pair: tuple[str, str], ruler: Ruler) -> tuple[float, ...]:
    """The features of two words."""
    one, other = (ruler.numbers(symbols(word, ruler.language)) for word in pair)
    keyed = key(pair[0], ruler.language) == key(pair[1], ruler.language)
    return features(ruler.apart(one, other), keyed, len(one) + len(other))


def _examples(
    found: Sequence[tuple[str, str]], language: str
) -> tuple[list[tuple[str, str]], list[tuple[str, str]]]:
    """Pairs that are one name, and pairs of words whose keys stand beside each other that are not."""
    from rapidfuzz.distance import Levenshtein

    ordered = sorted({(key(spelling, language), native, spelling) for native, spelling in found})
    same = [(native, spelling) for _, native, spelling in ordered]
    other = []
    for (_, native, spelling), (_, near, written) in pairwise(ordered):
        if Levenshtein.distance(native, near) > 1:
            other += [(native, written), (spelling, written)]
    return same[:: max(1, len(same) // 1500)], other[:: max(1, len(other) // 1500)]
