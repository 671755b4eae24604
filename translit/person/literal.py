"""A name that was spelt letter for letter, read back without weighing: Zabolotny is Заболотный.

Most Latin spellings of Russian names follow the letters. Where they lead to one word that the
tables know, or leave no doubt at all, the costs of `translit.sounds` need not be asked. What the
letters stand for are rows of `tables/spelling/ru/literal.tsv`.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import product
from typing import NamedTuple

from translit.sounds.reading import names
from translit.tables import Tables

__all__ = ["is_listed", "literal"]

_TABLE = "spelling/ru/literal"
_SOFTENED = frozenset("ldntsrzbpvmf")
_SOFT_L = ("n", "s", "c", "ts")  # before these an l is soft in most surnames
_CONSONANTS = frozenset("bcdfghjklmnpqrstvwxz#")
_VOWELS = frozenset("aeiouyёяюэ")
_ENDS = (
    "ov", "ova", "ev", "eva", "in", "ina", "sky", "skiy", "skii", "skaya", "skaia", "enko", "chko", "nko",
    "uk", "ykh", "shvili", "dze", "ich", "ny", "naya", "oy", "ik", "ets", "yan", "ian", "яn", "skaя", "skiй",
)  # fmt: skip
_UKRAINIAN = ("sky", "ska", "enko", "uk", "ych", "ko")  # ends beside which a y may be Ukrainian и
_ENGLISH = ("zh", "kh", "ya", "yu")  # who writes so writes ч as ch
_SIGNS = ("ь", "ъ")
_MANY = 64
_AFTER = {"consonant": ("consonant",), "vowel": ("vowel", "start"), "start": ("start",)}
_AFTER[""] = ("consonant", "vowel", "start")


class _Put(NamedTuple):
    """What a piece may stand for: the usual first; the same with and without ь after it, either first.

    `doubt` is "?" where it makes no word that no table knows, "ч" where that holds but for English spellings.
    """

    ways: tuple[str, ...]
    softened: tuple[str, str]
    perhaps: tuple[str, str]
    doubt: str


class _Pieces(NamedTuple):
    """The pieces by where they stand, and the lengths of those that begin with a letter, longest first.

    `marks` are the letters of libraries and standards, which mean one thing anywhere.
    """

    consonant: dict[str, _Put]
    vowel: dict[str, _Put]
    start: dict[str, _Put]
    sizes: dict[str, list[int]]
    marks: list[tuple[str, str]]


def _put(ways: str, sure: str = "") -> _Put:
    """What a row says of a piece; the ways are parted by bars."""
    doubt = "" if not sure else "ч" if ways[0] == "ч" else "?"
    return _Put(tuple(ways.split("|")), (ways + "ь", ways), (ways, ways + "ь"), doubt)


@lru_cache(maxsize=4)
def _pieces(tables: Tables) -> _Pieces:
    """The rows of the table; the narrower place wins."""
    found: dict[str, dict[str, _Put]] = {place: {} for place in _AFTER[""]}
    rows = list(tables.cells(_TABLE))[1:]
    for piece, after, ways, sure, *_ in sorted(rows, key=lambda row: -len(_AFTER[row[1]])):
        for place in _AFTER[after]:
            found[place][piece] = _put(ways, sure)
    sizes: dict[str, set[int]] = {}
    for piece, *_ in rows:
        sizes.setdefault(piece[0], set()).add(len(piece))
    longest = {first: sorted(some, reverse=True) for first, some in sizes.items()}
    marks = sorted(((piece, put) for piece, _, put, *_ in rows if not piece.isascii()), reverse=True)
    return _Pieces(**found, sizes=longest, marks=marks)


def _choices(word: str, pieces: _Pieces) -> tuple[list[tuple[str, ...]], bool] | None:
    """What the pieces of a prepared spelling may stand for in turn, and whether that is beyond doubt.

    None where its letters are not those of a literal spelling, or there are too many ways.
    """
    found: list[tuple[str, ...]] = []
    sure, many, at, end, tail = True, 1, 0, len(word), ""
    after_consonant, after_vowel, table, sizes, _ = pieces
    text = word + "#"
    while at < end:
        first = text[at]
        for size in sizes.get(first, ()):
            piece = text[at : at + size]
            put = table.get(piece)
            if put is not None:
                break
        else:
            if first < "\u0400":
                return None
            piece, put = first, _put(first)
        if put.doubt:
            sure = sure and put.doubt == "ч" and any(sign in word for sign in _ENGLISH)
        at += len(piece)
        last, following = text[at - 1], text[at : at + 1]
        ways = put.ways
        if len(ways) == 1 and last in _SOFTENED and following in _CONSONANTS and last != following:
            ways = put.softened if last == "l" and text.startswith(_SOFT_L, at) else put.perhaps
        found.append(ways)
        many *= len(ways)
        if many > _MANY:
            return None
        tail = ways[0][-1:] or tail
        table = after_vowel if last in _VOWELS or tail in _SIGNS else after_consonant
    return found, sure


def literal(word: str, tables: Tables) -> str | None:
    """The Cyrillic word that a Latin spelling leads to letter by letter, None where there is doubt.

    >>> from translit.tables import built_in
    >>> literal("Zabolotny", built_in()), literal("Melnikov", built_in()), literal("Wetkin", built_in())
    ('заболотный', 'мельников', None)
    """
    text, pieces = word.lower(), _pieces(tables)
    if not text.isascii():
        for mark, letter in pieces.marks:
            text = text.replace(mark, letter)
    choices = _choices(text, pieces)
    if choices is None:
        return None
    ways, sure = list(map("".join, product(*choices[0]))), choices[1]
    known, listed = names("ru", tables)
    plain = [way.replace("ё", "е") for way in ways] if any("ё" in way for way in ways) else ways
    hits = listed.intersection(plain).union([way for way in plain if way in known])
    if len(hits) == 1:
        (hit,) = hits
        forms = known.get(hit)
        return forms[0][0] if forms and forms[0] else ways[plain.index(hit)]
    if hits or not sure or not text.endswith(_ENDS):
        return None
    if text.endswith(_UKRAINIAN) and "ы" in ways[0][:-2]:
        return None
    return ways[0]


def is_listed(native: str, tables: Tables) -> bool:
    """Is a small Cyrillic word one that the tables know?

    >>> from translit.tables import built_in
    >>> is_listed("мельников", built_in()), is_listed("каидашев", built_in())
    (True, False)
    """
    known, listed = names("ru", tables)
    plain = native.replace("ё", "е")
    return plain in known or plain in listed
