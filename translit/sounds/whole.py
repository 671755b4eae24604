"""What a whole spelling says of a reading that its letters one by one do not: its ends and its convention.

The beam sees few letters at a time. How a surname ends, or that somewhere in the word stands a Polish
"w", tells of the letters elsewhere.
Each such sign has a weight in nats, learned by ``python -m bench.whole`` (`tables/sounds/ru/whole.tsv`).
"""

from __future__ import annotations

from collections.abc import Mapping
from unicodedata import combining, normalize

from translit import compiled
from translit.sounds.letters import ascii_letters
from translit.sounds.loops import made

__all__ = ["Whole", "conventions", "shapes"]

_RUSSIAN = (
    "w sz cz ou tch sch kh zh j y h x ts tz gu ph oo ee ie ye ch c io ja ia ' ya yu iy ij ju je ss oj shch ev"
)
_GRAPHS = {"ru": tuple(_RUSSIAN.split(" "))}
_TOLD = {"ru": frozenset("еэыийьъжзхгшщчцюясвф")}  # letters that conventions tell apart
_MOST = 1 << 12  # conventions whose letters are kept summed up


def conventions(word: str, language: str) -> tuple[str, ...]:
    """The signs of its convention that a spelling has: groups of letters, marks or none.

    >>> conventions("zawiski", "ru"), conventions("šiškin", "ru")[:2]
    (('w', '-'), ('+', '+̌'))
    """
    found = _contained(_GRAPHS[language], word)
    if word.isascii():
        return (*found, "-")
    marks = {mark for mark in normalize("NFD", word) if combining(mark)}
    return (*found, "+", *(f"+{mark}" for mark in sorted(marks)))


def contained(pieces: tuple[str, ...], word: str) -> list[str]:
    """The pieces that stand somewhere in a word. Compiled, the same.

    >>> contained(("sz", "w", "x"), "wisz")
    ['sz', 'w']
    """
    return [piece for piece in pieces if piece in word]


_contained = compiled.word.contained if compiled.word else contained


def shapes(native: str, plain: str) -> tuple[str, ...]:
    """The names of the signs at both ends of a reading, beside those of its spelling in plain letters.

    >>> shapes("волков", "wolkow")[:2]
    ('ов|ow', 'ков|ow')
    """
    tail, last, first = plain[-2:], native[-3:], native[:2]
    return (
        f"{native[-2:]}|{tail}",
        f"{last}|{tail}",
        f"{last}$",
        f"{native[-4:]}$$",
        f"^{first}|{plain[:2]}",
        f"^{first}",
    )


def _gained(
    natives: list[str], plain: str, weights: Mapping[str, float], letters: Mapping[str, float]
) -> list[float]:
    """What each reading gains by its ends beside a spelling in plain letters, and by its letters."""
    found = []
    for native in natives:
        ends = spelt = 0.0
        for name in shapes(native, plain):
            ends += weights.get(name, 0.0)
        for letter in native:
            spelt += letters.get(letter, 0.0)
        found.append(ends + spelt)
    return found


_gains = made("gains", _gained)


class Whole:
    """The weights of a language, by the names of the signs."""

    def __init__(self, language: str, weights: Mapping[str, float]) -> None:
        self.language = language
        self.weights = weights
        self.told = _TOLD[language]
        self._signs: dict[str, list[tuple[str, float]]] = {}  # what each letter gains beside a sign
        for name, weight in weights.items():
            sign, tilde, letter = name.rpartition("~")
            if tilde and letter in self.told:
                self._signs.setdefault(sign, []).append((letter, weight))
        self._letters: dict[tuple[str, ...], Mapping[str, float]] = {}

    def gains(self, natives: list[str], word: str) -> list[float]:
        """The nats that each reading of one spelling gains.

        >>> Whole("ru", {"ов|ow": 1.0, "w~ш": -0.5}).gains(["волков", "волкош"], "wolkow")
        [1.0, -0.5]
        """
        letters = self.letters(conventions(word, self.language))
        found: list[float] = _gains(natives, ascii_letters(word), self.weights, letters)
        return found

    def letters(self, signs: tuple[str, ...]) -> Mapping[str, float]:
        """What each letter gains in a spelling with these signs of a convention."""
        known = self._letters.get(signs)
        if known is None:
            if len(self._letters) >= _MOST:
                self._letters.clear()
            sums = dict(self._signs.get("", ()))  # in any spelling
            for sign in signs:
                for letter, weight in self._signs.get(sign, ()):
                    sums[letter] = sums.get(letter, 0.0) + weight
            known = self._letters[signs] = {letter: total for letter, total in sums.items() if total}
        return known
