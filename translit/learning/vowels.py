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
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from math import exp, log, sqrt
from pathlib import Path
from unicodedata import combining, normalize

from translit.spelling import DAMMA, FATHA, KASRA, LONG_A, SHADDA, bare, plain, vowelled
from translit.tables import Tables, built_in
from translit.vocalise.vowels import SIGNS, TABLE, joins, logsum, marks, one_yeh

__all__ = ["Example", "align", "doubtful", "from_pairs", "from_tables", "learn", "signs_of", "stem"]

_PASSES = 12
_RATE = 0.25
_LEAST = 0.15
_SEED = 3

_CONSONANTS = {
    "ب": "b p", "ت": "t", "ث": "th t s", "ج": "j g", "ح": "h", "خ": "kh", "د": "d", "ذ": "dh d z", "ر": "r",
    "ز": "z", "س": "s", "ش": "sh", "ص": "s", "ض": "d dh z", "ط": "t", "ظ": "z dh", "ع": "ʻ", "غ": "gh",
    "ف": "f", "ق": "q k", "ك": "k g", "ل": "l", "م": "m", "ن": "n", "ه": "h", "و": "w v", "ي": "y", "پ": "p",
    "چ": "ch", "ژ": "zh", "گ": "g", "ڤ": "v", "ڨ": "g", "ة": "h t", "ى": "y",
}  # fmt: skip
_FORMS = {letter: tuple(forms.split()) for letter, forms in _CONSONANTS.items()}
_HAMZAS = "ءأإؤئآا"
_SHORT = ("", "a", "i", "u")
_SEATS = {"ا": "'", "و": "'", "ي": "'"}
_AYN = str.maketrans(
    {"‘": "ʻ", "ʿ": "ʻ", "`": "ʻ", "’": "ʼ", "'": "ʼ", "ʾ": "ʼ", "ʹ": None, "′": None, "­": None}
)
_WORDS = re.compile(r"[\s,،.;؛()\[\]\u200e\u200f\u202a-\u202e-]+")
_ARABIC = re.compile("[\u0621-\u064a\u0671-\u06d3]{2,}")


_Marks = list[tuple[dict[str, float], dict[str, float]]]


@dataclass(frozen=True, slots=True)
class Example:
    """A word without its article, the sign of each letter, and how much it weighs."""

    word: str
    signs: tuple[str, ...]
    weight: float = 1.0


def _said(latin: str) -> str:
    """A romanisation with its long vowels as a vowel and a colon, and without dots under letters.

    >>> _said("Muṣṭafá"), _said("Ḥusayn")
    ('mustafa^', 'husayn')
    """
    spelt = []
    for sign in normalize("NFD", latin.lower()).translate(_AYN):
        if sign in "\N{COMBINING MACRON}\N{COMBINING CIRCUMFLEX ACCENT}":
            spelt.append(":")
        elif sign == "\N{COMBINING ACUTE ACCENT}":
            spelt.append("^")
        elif not combining(sign):
            spelt.append(sign)
    return re.sub(r"[^a-zʻʼ:^]", "", "".join(spelt))


def _vowel_ways(before: str, following: str) -> Iterator[tuple[str, str]]:
    """The vowels that may follow a letter: (sign, what it takes from the romanisation)."""
    for vowel in _SHORT:
        yield vowel, vowel
    if following not in tuple("اىآ"):
        yield "A", "a:"
    if following != "و":
        yield "U", "u:"
    if following not in tuple("يى"):
        yield "I", "i:"


def _ways(word: str, at: int, taken: str) -> Iterator[tuple[str, str]]:
    """The signs that a letter may bear: (sign, what it takes from the romanisation)."""
    letter, following = word[at], word[at + 1 : at + 2]
    vowels = list(_vowel_ways(word[at - 1 : at], following))
    if at and letter in "اويى":
        yield "", ":"
        yield "", "^"
    if letter in _HAMZAS or (letter in _SEATS and at):
        seat = "'" if letter in _SEATS and at else ""
        apostrophe = "ʼ" if at else ""
        for sign, put in (("'A", "a:"),) if letter == "آ" else vowels:
            sign = sign if letter != "آ" else ""
            yield seat + sign, apostrophe + put
        if at == 0 and letter == "ا":
            yield "'A", "a:"
    if letter == "ء":
        yield "", ""
    for form in _FORMS.get(letter, ()):
        for sign, put in vowels:
            yield sign, form + put
            if at:
                yield "~" + sign, form + form + put
    if at and letter in "ويى":
        for sign, put in vowels:
            yield "~" + sign, ":" + ("w" if letter == "و" else "y") + put


def align(word: str, latin: str) -> tuple[str, ...] | None:
    """The sign of each letter that makes a word sound as its romanisation; None where none does.

    >>> align("محمد", "Muḥammad")
    ('u', 'a', '~a', '')
    >>> align("شكسبير", "Shakespeare") is None
    True
    """
    said = _said(latin)

    @cache
    def rest(at: int, taken: int) -> tuple[str, ...] | None:
        if at == len(word):
            return () if taken == len(said) else None
        for sign, put in _ways(word, at, said[:taken]):
            if said.startswith(put, taken):
                found = rest(at + 1, taken + len(put))
                if found is not None:
                    return (sign, *found)
        return None

    return rest(0, 0)


def stem(native: str) -> str:
    """A word without harakat and article, yeh and alif maqsura told apart by their place alone.

    >>> stem("الحسينى")
    'حسينى'
    """
    word = bare(plain(native))
    if word.startswith("ال") and len(word) > 3 and word != "الله":
        word = word[2:]
    return one_yeh(word)


def from_pairs(lines: Iterable[Sequence[str]]) -> Iterator[Example]:
    """Examples out of pairs (native, latin, count), a text of several words word by word."""
    for native, latin, *more in lines:
        arabic, roman = (list(filter(None, _WORDS.split(text))) for text in (native, _glued(latin)))
        if len(arabic) != len(roman):
            continue
        weight = int(more[0]) if more and more[0].isdigit() else 1
        for word, said in zip(arabic, roman, strict=True):
            example = _example(word, said, weight)
            if example:
                yield example


def _glued(latin: str) -> str:
    """The article made part of its word: "al-Dīn" is one word as in Arabic."""
    return re.sub(r"\b(al|el|a[dnrstz]h?|ash)-(?=\w|ʻ|‘|ʼ)", r"\1@", latin, flags=re.IGNORECASE)


def _example(word: str, said: str, weight: int) -> Example | None:
    said = said.partition("@")[2] or said
    if not _ARABIC.fullmatch(bare(plain(word))) or plain(word) in ("بن", "ابن", "إبن"):
        return None
    found = stem(word)
    signs = align(found, said) if len(found) > 1 else None
    return Example(found, signs, 1 + log(weight)) if signs else None


def signs_of(native: str) -> tuple[str, tuple[str, ...]] | None:
    """A vowelled word as letters and signs, without its article; None where it is not wholly vowelled.

    >>> signs_of("مُحَمَّد")
    ('محمد', ('u', 'a', '~a', ''))
    """
    names = {marks: name for name, marks in SIGNS.items()}
    groups = re.findall(r"(\w)(\W*)", normalize("NFC", plain(native)))
    letters = "".join(letter for letter, _ in groups)
    if letters.startswith("ال") and len(letters) > 3 and letters != "الله":
        groups = [(groups[2][0], groups[2][1].replace(SHADDA, "")), *groups[3:]]
    letters = "".join(letter for letter, _ in groups)
    signs = []
    for at, (letter, put) in enumerate(groups):
        put = "".join(sorted(put.replace("\N{ARABIC SUKUN}", ""), key=lambda mark: mark != SHADDA))
        last = at + 1 == len(groups)
        if last and letter == "ي":
            put = ""
        if put not in names:
            return None
        signs.append(names[put])
    word = stem(letters)
    return (word, tuple(signs)) if len(word) == len(signs) > 1 else None


def from_tables(tables: Tables) -> Iterator[Example]:
    """Examples out of the vowelled natives of the name tables."""
    for name in (*tables.names("person/ar"), *tables.names("place")):
        for row in tables.rows(name):
            if not vowelled(row.native):
                continue
            for word in re.split(r"[\s-]+", row.native):
                if _ARABIC.fullmatch(bare(plain(word))) and _full(word):
                    found = signs_of(word)
                    if found:
                        yield Example(*found)


def _full(word: str) -> bool:
    """Does every second letter at least bear its vowel, or stand for one?"""
    return len(re.findall(f"[{FATHA}{DAMMA}{KASRA}{LONG_A}]", word)) * 3 >= len(bare(word)) - 2


def doubtful(examples: Iterable[Example]) -> frozenset[str]:
    """The words that have two readings among these examples."""
    readings: dict[str, set[tuple[str, ...]]] = defaultdict(set)
    for example in examples:
        readings[example.word].add(example.signs)
    return frozenset(word for word, signs in readings.items() if len(signs) > 1)


def _gathered(examples: Iterable[Example]) -> list[Example]:
    """One example for each word and reading; weights add up as their roots."""
    summed: dict[tuple[str, tuple[str, ...]], float] = defaultdict(float)
    for example in examples:
        summed[example.word, example.signs] += example.weight
    return [Example(word, signs, min(sqrt(weight), 4.0)) for (word, signs), weight in sorted(summed.items())]


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
        word, signs = example.word, example.signs
        options = [self.choices[letter] for letter in word]
        scores = [
            [sum(table.get(sign, 0.0) for table, _ in tables) for sign in option]
            for option, tables in zip(options, rows, strict=True)
        ]
        links = []
        for at, tables in enumerate(pairs):
            link = [
                [sum(table.get(f"{b}>{s}", 0.0) for table, _ in tables) for s in options[at + 1]]
                for b in options[at]
            ]
            links.append(link)
        ahead = [scores[0]]
        for at, link in enumerate(links):
            ahead.append(
                [
                    scores[at + 1][s] + logsum([ahead[at][b] + link[b][s] for b in range(len(link))])
                    for s in range(len(options[at + 1]))
                ]
            )
        behind = [[0.0] * len(options[-1])]
        for at in range(len(links) - 1, -1, -1):
            link = links[at]
            after = [x + y for x, y in zip(scores[at + 1], behind[0], strict=True)]
            behind.insert(0, [logsum([y + x for x, y in zip(row, after, strict=True)]) for row in link])
        norm = logsum(ahead[-1])
        right = [option.index(sign) for option, sign in zip(options, signs, strict=True)]
        found = sum(score[r] for score, r in zip(scores, right, strict=True))
        found += sum(link[right[at]][right[at + 1]] for at, link in enumerate(links))
        rate *= example.weight
        for at, option in enumerate(options):
            for s, sign in enumerate(option):
                slope = (s == right[at]) - exp(ahead[at][s] + behind[at][s] - norm)
                if abs(slope) > 0.005:
                    self._push(rows[at], sign, slope, rate)
        for at, link in enumerate(links):
            for b, before in enumerate(options[at]):
                for s, sign in enumerate(options[at + 1]):
                    chance = exp(ahead[at][b] + link[b][s] + scores[at + 1][s] + behind[at + 1][s] - norm)
                    slope = (b == right[at] and s == right[at + 1]) - chance
                    if abs(slope) > 0.005:
                        self._push(pairs[at], f"{before}>{sign}", slope, rate)
        return norm - found

    def _push(self, tables: _Marks, sign: str, slope: float, rate: float) -> None:
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
