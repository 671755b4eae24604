"""The learned vocaliser: the likeliest vowels of an Arabic word, letter by letter.

Every letter bears one *sign*: the vowel after it, perhaps a shadda, perhaps the hamza that careless
spelling left out. What speaks for a sign is the letters around it and the shape of the word (فعيل,
مفعول: its weak and servile letters with a dot for every other), each with a weight in
``tables/sounds/vowels-ar.tsv``: a conditional random field that people can read and correct.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable, Sequence
from functools import cached_property
from math import exp, log
from struct import Struct
from typing import Any

from translit.compiled import module
from translit.memory import once
from translit.tables import Tables, built_in
from translit.vocalise import signs as of_letters
from translit.vocalise.partial import Marks, allowed
from translit.vocalise.signs import JOIN, SERVILE, SIGNS, WEAK, joins, marks, signed

__all__ = ["TABLE", "Field", "compiled", "field", "logsum", "packed", "unpacked"]

TABLE = "sounds/vowels-ar"

_FORMAT = 4  # as in _vowels.c
_HOPELESS = 5.0
_SIZE = Struct("<H")
_NOTHING: dict[str, float] = {}
_Path = tuple[float, tuple[str, ...]]

compiled = module("translit.vocalise._vowels", _FORMAT)  # the loops over the letters of a word


def packed(cells: Iterable[tuple[str, str]]) -> tuple[list[str], bytes]:
    """The signs of a table in their order, and what each mark gives, packed.

    That is the numbers of the signs (for a join, of both), then the weights as eight bytes each; before
    these the mark, and before each of the two its size.

    >>> names, table = packed([("ب", "a:0.5 ~a:-1.0"), ("Jب", "a>:0.25")])
    >>> numbers, lines = bytes([names.index("a"), names.index("~a")]), unpacked(table)
    >>> lines["ب"] == numbers + array("d", [0.5, -1.0]).tobytes(), len(lines["Jب"])
    (True, 10)
    """
    told = {mark: [pair.rpartition(":")[::2] for pair in weights.split()] for mark, weights in cells}
    heads = {sign.strip("-") for pairs in told.values() for sign, _ in pairs}
    names = sorted({sign for head in heads for sign in head.split(">")}.union(SIGNS))
    numbers = {name: number for number, name in enumerate(names)}
    table = []
    for mark, pairs in told.items():
        signs = [numbers[sign] for head, _ in pairs for sign in head.strip("-").split(">")]
        line = bytes(signs) + array("d", [float(weight) for _, weight in pairs]).tobytes()
        letters = mark.encode("utf-16-le")
        table += [_SIZE.pack(len(letters) // 2), letters, _SIZE.pack(len(line)), line]
    return names, b"".join(table)


def unpacked(table: bytes) -> dict[str, bytes]:
    """What each mark of a packed table gives."""
    lines = {}
    at = 0
    while at < len(table):
        end = at + 2 + 2 * _SIZE.unpack_from(table, at)[0]
        stop = end + 2 + _SIZE.unpack_from(table, end)[0]
        lines[table[at + 2 : end].decode("utf-16-le")] = table[end + 2 : stop]
        at = stop
    return lines


class Field:
    """The weights of a table, and the likeliest signs of a word by them."""

    def __init__(self, names: Sequence[str], table: bytes) -> None:
        self._table = table
        self._names = tuple(names)
        self._numbers = {name: number for number, name in enumerate(names)}
        self._known: dict[str, dict[str, float]] = {}
        self._choices: dict[str, tuple[str, ...]] = {}
        self._coded: dict[tuple[str, ...], bytes] = {}
        self._links: dict[str, dict[str, dict[str, float]]] = {}
        letters = "".join(sorted(WEAK)), "".join(sorted(SERVILE))
        self._quick = compiled and compiled.Field(table, self._names, *letters)
        self._line: Callable[[str], bytes | None] = (self._quick or unpacked(table)).get

    @cached_property
    def _harakat(self) -> Any:
        """What puts vowels to words whatever their spellings, compiled; else nothing."""
        return self.speller([], [])

    def vowelled(self, word: str) -> str:
        """A word with its likeliest vowels."""
        said = self._harakat.likeliest(word) if self._harakat else NotImplemented
        return signed(word, self.likeliest(word)) if said is NotImplemented else str(said)

    def speller(self, consonants: list[Any], vowels: list[Any]) -> Any:
        """What puts vowels to words by their spellings (see latin.py), compiled; else nothing."""
        if not self._quick:
            return None
        harakat = tuple([SIGNS[name.removeprefix("'")] for name in self._names])
        return compiled.Speller(self._quick, consonants, vowels, harakat)

    def __bool__(self) -> bool:
        return bool(self._table)

    def weights(self, mark: str) -> dict[str, float]:
        """What one mark gives to each sign ("before>sign" for a join)."""
        found = self._known.get(mark)
        if found is None:
            line = self._line(mark)
            if line is None:
                return _NOTHING
            found = self._known[mark] = self._told(line, mark[0] == JOIN)
        return found

    def _told(self, line: bytes, join: bool) -> dict[str, float]:
        """A packed line as the signs, or pairs of them, and their weights."""
        signs = len(line) // (10 if join else 9) * (2 if join else 1)
        names = [self._names[number] for number in line[:signs]]
        if join:
            names = [f"{one}>{other}" for one, other in zip(names[::2], names[1::2], strict=True)]
        return dict(zip(names, array("d", line[signs:]), strict=True))

    def choices(self, letter: str) -> tuple[str, ...]:
        """The signs that a letter was ever seen with; any short vowel for a letter never seen."""
        found = self._choices.get(letter)
        if found is None:
            found = self._choices[letter] = tuple(self.weights(f"={letter}")) or ("", "a", "i", "u")
        return found

    def _borne(self, word: str, written: Marks) -> list[tuple[str, ...]]:
        """The signs that each letter of a word may bear, with the harakat that are written."""
        found = [self.choices(letter) for letter in word]
        for at, mark in enumerate(written):
            if mark != (False, ""):
                found[at] = tuple(allowed(found[at], mark) or allowed(SIGNS, mark))
        return found

    def lattice(self, word: str, borne: Iterable[tuple[str, ...]], least: int = 0) -> list[dict[str, float]]:
        """The weight of every sign on every letter, before its neighbours are asked; hopeless ones fall.

        Letters with no more than `least` signs to choose from are not weighed.
        """
        rows = []
        known = self._known
        for choices, asked in zip(borne, marks(word), strict=True):
            row = dict.fromkeys(choices, 0.0)
            for mark in asked if len(choices) > least else ():
                found = known.get(mark)
                for sign, weight in (self.weights(mark) if found is None else found).items():
                    if sign in row:
                        row[sign] += weight
            limit = max(row.values()) - _HOPELESS
            rows.append({sign: weight for sign, weight in row.items() if weight > limit})
        return rows

    def links(self, word: str, at: int) -> dict[str, dict[str, float]]:
        """What each sign of a letter gains after each sign of the letter before."""
        asked = joins(word, at)
        found = self._links.get(asked[2])
        if found is None:
            found = self._links[asked[2]] = {}
            for mark in asked:
                for pair, weight in self.weights(mark).items():
                    before, _, sign = pair.partition(">")
                    gains = found.setdefault(sign, {})
                    gains[before] = gains.get(before, 0.0) + weight
        return found

    def likeliest(self, word: str, written: Marks = ()) -> tuple[str, ...]:
        """The likeliest signs of a word, with the harakat that are written."""
        return self.likeliest_of(word, self._borne(word, written))

    def likeliest_of(self, word: str, borne: Sequence[tuple[str, ...]]) -> tuple[str, ...]:
        """The likeliest signs of a word (Viterbi) among those that each letter may bear."""
        if self._quick:
            choices = tuple([self._coded.get(one) or self._code(one) for one in borne])
            found: tuple[str, ...] | None = self._quick(word, choices)
            if found is not None:
                return found
        return self._likeliest(word, borne)

    def _code(self, choices: tuple[str, ...]) -> bytes:
        """The numbers of signs."""
        coded = self._coded[choices] = bytes([self._numbers[sign] for sign in choices])
        return coded

    def _likeliest(self, word: str, borne: Sequence[tuple[str, ...]]) -> tuple[str, ...]:
        """The same in Python."""
        rows = self.lattice(word, borne, 1)
        best: dict[str, float] = rows[0]
        back: list[dict[str, str]] = []
        for at in range(1, len(word)):
            links = self.links(word, at)
            come: dict[str, str] = {}
            score: dict[str, float] = {}
            for sign, weight in rows[at].items():
                gains = links.get(sign, _NOTHING)
                top, chosen = max((value + gains.get(before, 0.0), before) for before, value in best.items())
                score[sign], come[sign] = top + weight, chosen
            best = score
            back.append(come)
        signs = [max(best, key=best.__getitem__)]
        for come in reversed(back):
            signs.append(come[signs[-1]])
        return tuple(reversed(signs))

    def best(self, word: str, limit: int, written: Marks = ()) -> list[tuple[tuple[str, ...], float]]:
        """The likeliest signs of a word, best first, each with its probability."""
        rows = self.lattice(word, self._borne(word, written))
        paths: dict[str, list[_Path]] = {sign: [(weight, (sign,))] for sign, weight in rows[0].items()}
        total = rows[0]
        for at in range(1, len(word)):
            links = self.links(word, at)
            follow: dict[str, list[_Path]] = {}
            summed: dict[str, float] = {}
            for sign, weight in rows[at].items():
                gains = links.get(sign, _NOTHING)
                steps = {before: weight + gains.get(before, 0.0) for before in paths}
                ways = [
                    (score + steps[before], path) for before, found in paths.items() for score, path in found
                ]
                ways.sort(reverse=True)
                follow[sign] = [(score, (*path, sign)) for score, path in ways[:limit]]
                summed[sign] = logsum([total[before] + steps[before] for before in paths])
            paths, total = follow, summed
        norm = logsum(list(total.values()))
        ends = sorted((way for found in paths.values() for way in found), reverse=True)[:limit]
        return [(path, exp(score - norm)) for score, path in ends]


def logsum(values: list[float]) -> float:
    """The logarithm of the sum of what some numbers are the logarithms of.

    >>> round(logsum([log(2), log(3)]), 6) == round(log(5), 6)
    True
    """
    top = max(values)
    return top + log(sum(exp(value - top) for value in values))


def field(tables: Tables | None = None) -> Field:
    """The weights of a set of tables, read once; none where it has no table of them."""
    return _read(tables or built_in())


@once
def _read(tables: Tables) -> Field:
    """The same of tables that are told."""

    def made() -> tuple[list[str], bytes]:
        rows = tables.cells(TABLE)
        next(rows)
        return packed((mark, weights) for mark, weights in rows)

    listed = (tables.home / f"{TABLE}.tsv").exists()
    return Field(
        *(tables.kept("vowels", [TABLE], [__file__, of_letters.__file__], made) if listed else ((), b""))
    )
