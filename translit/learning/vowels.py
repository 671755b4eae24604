"""Learn where the vowels of Arabic words go, from words whose vowels are known.

``python -m translit.learning.vowels PAIRS.tsv…`` reads pairs of an unvowelled Arabic text and its
romanisation with long vowels marked (ALA-LC, BGN/PCGN; columns native, latin and perhaps count),
lays them side by side letter by letter, adds the vowelled words of the name tables, and writes
``tables/sounds/vowels-ar.tsv``: weights of a conditional random field, trained by gradient ascent.
A mark that only one word bears is not learned: the table holds habits of the language, not words. Only of a
word that the name tables read in two ways does it learn which reading is the commoner.
"""

from __future__ import annotations

import random
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from math import exp, sqrt
from pathlib import Path

from translit.learning.vowelled import Example, doubtful, from_pairs, from_tables
from translit.tables import built_in
from translit.vocalise.signs import joins, marks
from translit.vocalise.vowels import TABLE, logsum

__all__ = ["learn", "main", "written"]

_PASSES = 12
_RATE = 0.25
_LEAST = 0.15
_FLAT = 0.005  # the slope up to which a weight stays
_SEED = 3

_Marks = list[
    tuple[dict[str, float], dict[str, float]]
]  # the weights of each mark, and how far each has been moved


def _gathered(examples: Iterable[Example]) -> list[Example]:
    """One example for each word and reading; weights add up as their roots."""
    summed: dict[tuple[str, tuple[str, ...]], float] = defaultdict(float)
    for example in examples:
        summed[example.word, example.signs] += example.weight
    return [Example(word, signs, min(sqrt(weight), 4.0)) for (word, signs), weight in sorted(summed.items())]


_Scores = list[list[float]]  # of each sign that a letter, or two letters, may bear


def _link(tables: _Marks, before: Sequence[str], after: Sequence[str]) -> _Scores:
    """What the signs of two letters that follow one another score together."""
    return [[sum(table.get(f"{b}>{s}", 0.0) for table, _ in tables) for s in after] for b in before]


def _ahead(scores: _Scores, links: Sequence[_Scores]) -> _Scores:
    """What all paths from the start to each sign score together."""
    found = [scores[0]]
    for at, link in enumerate(links):
        last = found[at]
        found.append(
            [
                own + logsum([last[b] + link[b][s] for b in range(len(link))])
                for s, own in enumerate(scores[at + 1])
            ]
        )
    return found


def _behind(scores: _Scores, links: Sequence[_Scores]) -> _Scores:
    """What all paths behind each sign to the end score together."""
    found = [[0.0] * len(scores[-1])]
    for at in range(len(links) - 1, -1, -1):
        after = [x + y for x, y in zip(scores[at + 1], found[0], strict=True)]
        found.insert(0, [logsum([y + x for x, y in zip(row, after, strict=True)]) for row in links[at]])
    return found


class _Trainer:
    """Gradient ascent on the probability of the right signs, one word at a time."""

    def __init__(self, examples: list[Example], doubtful: frozenset[str]) -> None:
        self._doubtful = doubtful
        self.choices: dict[str, list[str]] = {}
        seen: dict[str, Counter[str]] = defaultdict(Counter)
        support: Counter[str] = Counter()
        for word in {example.word for example in examples}:
            support.update({mark for row in marks(word) for mark in row})
            support.update({mark for at in range(1, len(word)) for mark in joins(word, at)})
        for example in examples:
            for letter, sign in zip(example.word, example.signs, strict=True):
                seen[letter][sign] += 1
        for letter, signs in seen.items():
            most = signs.most_common()
            self.choices[letter] = [sign for sign, count in most if count > 1 or len(most) < 4]
        self.support = support
        self.weights: dict[str, dict[str, float]] = {}
        self._spread: dict[str, dict[str, float]] = {}
        self._cases = [case for case in map(self._case, examples) if case]

    def _table(self, mark: str) -> tuple[dict[str, float], dict[str, float]] | None:
        if mark[0] == "w":
            if mark[2:] not in self._doubtful:
                return None
        elif self.support[mark] < 2:
            return None
        return self.weights.setdefault(mark, {}), self._spread.setdefault(mark, {})

    def _case(self, example: Example) -> tuple[Example, list[_Marks], list[_Marks]] | None:
        word = example.word
        if any(s not in self.choices[c] for c, s in zip(word, example.signs, strict=True)):
            return None
        rows = [[t for t in map(self._table, row) if t] for row in marks(word)]
        pairs = [[t for t in map(self._table, joins(word, at)) if t] for at in range(1, len(word))]
        return example, rows, pairs

    def run(self, passes: int = _PASSES) -> None:
        """Train; the rate falls as passes go by."""
        chance = random.Random(_SEED)
        for turn in range(passes):
            chance.shuffle(self._cases)
            loss = sum(self._step(*case, _RATE) for case in self._cases)
            sys.stderr.write(f"pass {turn + 1}: {loss / len(self._cases):.4f} nats a word\n")

    def _step(self, example: Example, rows: list[_Marks], pairs: list[_Marks], rate: float) -> float:
        """Follow the slope at one word; how unlikely its signs were, in nats."""
        options = [self.choices[letter] for letter in example.word]
        scores = [
            [sum(table.get(sign, 0.0) for table, _ in tables) for sign in option]
            for option, tables in zip(options, rows, strict=True)
        ]
        links = [_link(tables, options[at], options[at + 1]) for at, tables in enumerate(pairs)]
        ahead, behind = _ahead(scores, links), _behind(scores, links)
        norm = logsum(ahead[-1])
        right = [option.index(sign) for option, sign in zip(options, example.signs, strict=True)]
        found = sum(score[r] for score, r in zip(scores, right, strict=True))
        found += sum(link[right[at]][right[at + 1]] for at, link in enumerate(links))
        rate *= example.weight
        for at, option in enumerate(options):
            for s, sign in enumerate(option):
                slope = (s == right[at]) - exp(ahead[at][s] + behind[at][s] - norm)
                self._push(rows[at], sign, slope, rate)
        for at, link in enumerate(links):
            for b, before in enumerate(options[at]):
                for s, sign in enumerate(options[at + 1]):
                    chance = exp(ahead[at][b] + link[b][s] + scores[at + 1][s] + behind[at + 1][s] - norm)
                    slope = (b == right[at] and s == right[at + 1]) - chance
                    self._push(pairs[at], f"{before}>{sign}", slope, rate)
        return norm - found

    def _push(self, tables: _Marks, sign: str, slope: float, rate: float) -> None:
        """Move the weights of a sign along a slope that is not next to nothing."""
        if abs(slope) <= _FLAT:
            return
        for table, spread in tables:
            sum_of_squares = spread.get(sign, 0.1) + slope * slope
            spread[sign] = sum_of_squares
            weight = table.get(sign, 0.0)
            table[sign] = weight + rate * (slope - 0.02 * weight) / sqrt(sum_of_squares)


def learn(
    examples: Iterable[Example], passes: int = _PASSES, doubtful: frozenset[str] = frozenset()
) -> dict[str, dict[str, float]]:
    """The weights of every mark, learned from examples; "=" lists the signs of a letter."""
    gathered = _gathered(examples)
    trainer = _Trainer(gathered, doubtful)
    trainer.run(passes)
    weights = {
        mark: {sign: weight for sign, weight in signs.items() if abs(weight) >= _LEAST}
        for mark, signs in trainer.weights.items()
    }
    chosen = {f"={letter}": dict.fromkeys(signs, 0.0) for letter, signs in trainer.choices.items()}
    return {**chosen, **{mark: signs for mark, signs in weights.items() if signs}}


def written(weights: dict[str, dict[str, float]]) -> str:
    """The table of some weights; no sign at all is written "-"."""
    lines = ["mark\tweights"]
    for mark in sorted(weights):
        pairs = list(weights[mark].items())
        if mark[0] != "=":
            pairs.sort(key=lambda pair: -pair[1])
        lines.append(f"{mark}\t" + " ".join(f"{sign or '-'}:{weight:.2f}" for sign, weight in pairs))
    return "\n".join(lines) + "\n"


def main(arguments: Sequence[str]) -> int:
    """Learn from the files named, and write the table."""
    tables = built_in()
    examples = list(from_tables(tables))
    known = doubtful(examples)
    for name in arguments:
        lines = Path(name).read_text(encoding="utf-8").splitlines()[1:]
        examples += from_pairs(line.split("\t") for line in lines)
    path = tables.home / f"{TABLE}.tsv"
    path.write_text(written(learn(examples, doubtful=known)), encoding="utf-8")
    sys.stderr.write(f"{path}: {path.stat().st_size} bytes from {len(examples)} examples\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
