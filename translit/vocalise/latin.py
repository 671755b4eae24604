"""The vowels of an Arabic word as a Latin spelling tells them: زغريبة spelt Zughraybeh is Zughrayba.

What each letter may be spelt as is in `tables/spelling/ar/vowelled.tsv`. The cheapest way to lay a spelling
along the letters tells of each letter whether it is doubled and which vowels may follow; of these the
likeliest are taken (`translit.vocalise.vowels`).
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Any, NamedTuple

from translit.memory import once
from translit.tables import Tables, built_in
from translit.vocalise.signs import SIGNS, one_yeh, signed
from translit.vocalise.vowels import Field, field

__all__ = ["vowelled_as"]

_TABLE = "spelling/ar/vowelled"
_SHORT = ""  # the letter of the rows that spell a vowel which Arabic leaves out
_LAST = frozenset("ةهى")  # letters that are vowels at the end alone
_THROAT = frozenset("ءأإؤئع")  # letters that Latin spellings leave out
_ALEF, _YEH, _LENGTHS = "ا", "ي", ("ا", "و")
_FRENCH = "s"  # written twice between vowels, it is one
_MUTE = 0.3  # the cost of an e at the end that nobody says
_NO_VOWEL, _THROATY = 0.45, 0.1  # of a consonant without vowel
_LONE_ALEF = 1.0  # of an alif that is no length of a vowel
_PARTED = 0.6  # of a hiatus where a letter of the throat is left out
_SHORTEST = 3  # letters of a word that a spelling tells of
_VOWELS = frozenset("aeiou")
_SIGNS = _VOWELS | {"y", "w"}
_FRONT = "ai"  # what an e stands for
_ANY, _LENGTH, _GLIDE = "*", "-", "y"


class _Mark(NamedTuple):
    """What a spelling says of a letter: doubled (None where it does not say), and the vowels it may bear.

    "*" is any vowel or none, "-" the length of the vowel before, "y" an i or nothing before a yeh; an empty
    text is no vowel.
    """

    doubled: bool | None
    vowels: str


_LONG = _Mark(False, _LENGTH)


class _Ways(NamedTuple):
    """What letters are spelt as, by the letter and the first sign of the spelling.

    Of a consonant the spelling, its cost, and whether it is doubled; of a vowel the spelling, what it is, and
    its cost.
    """

    consonants: dict[tuple[str, str], list[tuple[str, float, bool | None]]]
    vowels: dict[tuple[str, str], list[tuple[str, str, float]]]


_Path = tuple[float, tuple[_Mark, ...]]


def _rows(
    tables: Tables,
) -> tuple[list[tuple[str, str, float, bool | None]], list[tuple[str, str, float, str]]]:
    """What letters are spelt as: consonants, each as it is and doubled, and vowels.

    The letter, the spelling, its cost, and whether it is doubled or which vowels are meant.
    """
    consonants: list[tuple[str, str, float, bool | None]] = []
    sounded: list[tuple[str, str, float, str]] = []
    rows = iter(tables.cells(_TABLE))
    next(rows)
    for letter, spelling, vowels, cost, *_ in rows:
        if vowels:
            sounded.append((letter, spelling, float(cost), vowels))
            continue
        consonants.append((letter, spelling, float(cost), False))
        for written in {spelling * 2, spelling[:1] + spelling} if spelling else ():
            consonants.append((letter, written, float(cost), None if spelling == _FRENCH else True))
    return consonants, sounded


@once
def _ways(tables: Tables) -> _Ways:
    """The rows of the table by letter and first sign."""
    found = _Ways({}, {})
    consonants, sounded = _rows(tables)
    for letter, spelling, cost, doubled in consonants:
        found.consonants.setdefault((letter, spelling[:1]), []).append((spelling, cost, doubled))
    for letter, spelling, cost, vowels in sounded:
        found.vowels.setdefault((letter, spelling[:1]), []).append((spelling, vowels, cost))
    return found


@once
def _speller(tables: Tables) -> Any:
    """The whole of `vowelled_as` in C, where there is a compiler."""
    return field(tables).speller(*_rows(tables))


class _Aligner:
    """Lays a spelling along the letters of a word."""

    def __init__(self, letters: str, spelling: str, ways: _Ways) -> None:
        self.letters = letters
        self.spelling = spelling
        self.ways = ways
        self.last = len(letters) - 1
        self.known: dict[tuple[int, int], _Path | None] = {}

    def path(self, at: int, spelt: int) -> _Path | None:
        """The cheapest way on from a letter and a place in the spelling; None where there is none."""
        if at > self.last:
            rest = self.spelling[spelt:]
            return (0.0, ()) if not rest else (_MUTE, ()) if rest == "e" else None
        place = at, spelt
        if place not in self.known:
            best: _Path | None = None
            for cost, marks, end in self._steps(at, spelt):
                after = self.path(at + len(marks), end)
                if after is not None and (best is None or cost + after[0] < best[0]):
                    best = cost + after[0], marks + after[1]
            self.known[place] = best
        return self.known[place]

    def _steps(self, at: int, spelt: int) -> Iterator[tuple[float, tuple[_Mark, ...], int]]:
        """What may be next: a consonant, with the vowel after it; its cost, its marks, where it ends."""
        letter, spelling, consonants = self.letters[at], self.spelling, self.ways.consonants
        ways = consonants.get((letter, spelling[spelt : spelt + 1]), ()) if spelt < len(spelling) else ()
        for written, cost, doubled in (*ways, *consonants.get((letter, ""), ())):
            if (doubled is not False and not at) or not spelling.startswith(written, spelt):
                continue
            end = spelt + len(written)
            if letter == _ALEF and at:
                cost += _LONE_ALEF
            if at == self.last:
                yield cost, (_Mark(doubled, _ANY),), end
                continue
            yield cost + (_THROATY if letter in _THROAT else _NO_VOWEL), (_Mark(doubled, ""),), end
            if spelling[end : end + 1] in _SIGNS:
                for more, marks, stop in self._vowels(at, end, doubled):
                    yield cost + more, marks, stop

    def _vowels(
        self, at: int, spelt: int, doubled: bool | None
    ) -> Iterator[tuple[float, tuple[_Mark, ...], int]]:
        """The vowels that may follow a consonant, with the letter of a long one."""
        following, spelling, vowels = self.letters[at + 1], self.spelling, self.ways.vowels
        sign = spelling[spelt]
        if following not in _LAST or at + 1 == self.last:
            for written, vowel, cost in vowels.get((following, sign), ()):
                if spelling.startswith(written, spelt):
                    yield cost, (_Mark(doubled, vowel), _LONG), spelt + len(written)
        throat = following in _THROAT
        for written, vowel, cost in vowels.get((_SHORT, sign), ()):
            if spelling.startswith(written, spelt):
                end = spelt + len(written)
                then = spelling[end : end + 1]
                if throat and then in _VOWELS and then != written[-1]:
                    cost += _PARTED
                yield cost, (_Mark(doubled, vowel),), end


def _borne(signs: tuple[str, ...], letters: str, at: int, marks: tuple[_Mark, ...]) -> tuple[str, ...]:
    """Of the signs that a letter may bear, those that its spelling allows; all where it allows none."""
    doubled, vowels = marks[at]
    if not vowels and not at:
        vowels = _ANY
    elif not vowels and letters[at + 1] == _YEH and marks[at + 1].vowels != _LENGTH:
        vowels = _GLIDE  # Sofyan
    elif vowels == _FRONT and at == len(letters) - 2 and letters[at - 1 : at] == _ALEF:
        vowels = "i"  # Saleh
    if doubled is False and _may_be_doubled(letters, at, marks):
        doubled = None
    return _allowed(signs, vowels, doubled)


@lru_cache(maxsize=4096)
def _allowed(signs: tuple[str, ...], vowels: str, doubled: bool | None) -> tuple[str, ...]:
    """Of some signs those of these vowels, doubled or not; all where there are none."""
    bodies = {sign: sign.strip("'~") for sign in signs}
    if vowels == _ANY:
        kept = list(signs)
    elif vowels == _LENGTH:
        kept = [sign for sign in signs if bodies[sign] in ("", "A")]
    elif not vowels or vowels == _GLIDE:
        kept = [sign for sign in signs if not bodies[sign] or (vowels and sign == "i")]
    else:
        kept = [sign for sign in signs if bodies[sign][:1].lower() in (*vowels,)]
    if doubled is not None:
        kept = [sign for sign in kept if ("~" in sign) == doubled] or kept
    if doubled and not any("~" in sign for sign in kept):  # never seen so: Takkoush
        kept = [f"~{sign}" for sign in kept if f"~{sign}" in SIGNS] or kept
    return tuple(kept) or signs


def _may_be_doubled(letters: str, at: int, marks: tuple[_Mark, ...]) -> bool:
    """May a letter be doubled that is spelt once? The second of فعّال and فعّول: Mawas, Hamoud."""
    return at == 1 and letters[2:3] in _LENGTHS and marks[2].vowels == _LENGTH


def vowelled_as(letters: str, spelling: str, tables: Tables | None = None) -> str | None:
    """An Arabic word without article, with the vowels that a Latin spelling of it tells of.

    `spelling` is in small letters without marks. None where the spelling is no spelling of the word.

    >>> vowelled_as("حبيش", "hobeich") == vowelled_as("حبيش", "hubaysh") == "حُبَيش"
    True
    >>> vowelled_as("حبيش", "habib")
    """
    tables = tables or built_in()
    weights = field(tables)
    if not weights or len(letters) < _SHORTEST:
        return None
    speller = _speller(tables)
    said = speller(letters, spelling) if speller else NotImplemented
    return _by_signs(letters, spelling, weights, tables) if said is NotImplemented else said


def _by_signs(letters: str, spelling: str, weights: Field, tables: Tables) -> str | None:
    """The same in Python."""
    found = _Aligner(letters, spelling, _ways(tables)).path(0, 0)
    if found is None:
        return None
    asked = one_yeh(letters)
    borne = [_borne(weights.choices(letter), asked, at, found[1]) for at, letter in enumerate(asked)]
    return signed(asked, weights.likeliest_of(asked, borne))
