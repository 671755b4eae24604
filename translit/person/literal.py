"""A name that was spelt letter for letter, read back without weighing: Zabolotny is Заболотный.

Most Latin spellings of Russian names follow the letters. Where they lead to one word that the
tables know, or leave no doubt at all, the costs of `translit.sounds` need not be asked. What the
letters stand for are rows of `tables/spelling/ru/literal.tsv`.
"""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from translit.sounds.reading import names
from translit.tables import Tables

__all__ = ["literal"]

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
_MANY = 64
_AFTER = {"consonant": ("consonant",), "vowel": ("vowel", "start"), "start": ("start",)}
_AFTER[""] = ("consonant", "vowel", "start")


Ways = dict[str, str]


class _Pieces(NamedTuple):
    """The pieces by where they stand, and the lengths of those that begin with a letter, longest first.

    What a piece may stand for is parted by bars, the usual first; "?" before it where it makes no word
    that no table knows. `marks` are the letters of libraries and standards, which mean one thing anywhere.
    """

    consonant: Ways
    vowel: Ways
    start: Ways
    sizes: dict[str, list[int]]
    marks: list[tuple[str, str]]


@lru_cache(maxsize=4)
def _pieces(tables: Tables) -> _Pieces:
    """The rows of the table; the narrower place wins."""
    found: dict[str, Ways] = {place: {} for place in _AFTER[""]}
    rows = list(tables.cells(_TABLE))[1:]
    for piece, after, put, sure, *_ in sorted(rows, key=lambda row: -len(_AFTER[row[1]])):
        for place in _AFTER[after]:
            found[place][piece] = put if not sure else f"?{put}"
    sizes: dict[str, set[int]] = {}
    for piece, *_ in rows:
        sizes.setdefault(piece[0], set()).add(len(piece))
    longest = {first: sorted(some, reverse=True) for first, some in sizes.items()}
    marks = sorted(((piece, put) for piece, _, put, *_ in rows if not piece.isascii()), reverse=True)
    return _Pieces(**found, sizes=longest, marks=marks)


def _choices(word: str, pieces: _Pieces) -> tuple[list[str], bool] | None:
    """What a prepared spelling may stand for, the usual first, and whether that is beyond doubt.

    None where its letters are not those of a literal spelling, or there are too many ways.
    """
    found, sure, at = [""], True, 0
    english = any(sign in word for sign in _ENGLISH)
    after_consonant, after_vowel, table, sizes, _ = pieces
    end = len(word)
    text = word + "#"
    while at < end:
        for size in sizes.get(text[at], ()):
            piece = text[at : at + size]
            put = table.get(piece)
            if put is not None:
                break
        else:
            if text[at] < "\u0400":
                return None
            put = piece = text[at]
        if put[0] == "?":
            sure = sure and english and put[1] == "ч"
            put = put[1:]
        at += len(piece)
        last, following = text[at - 1], text[at : at + 1]
        if "|" in put:
            found = [start + way for start in found for way in put.split("|")]
        elif last in _SOFTENED and following in _CONSONANTS and last != following:
            soft = last == "l" and text.startswith(_SOFT_L, at)
            both = (put + "ь", put) if soft else (put, put + "ь")
            found = [start + way for start in found for way in both]
        else:
            found = [start + put for start in found]
        if len(found) > _MANY:
            return None
        table = after_vowel if last in _VOWELS or found[0][-1] in "ьъ" else after_consonant
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
    ways, sure = choices
    known, listed = names("ru", tables)
    plain = [way.replace("ё", "е") for way in ways]
    hits = {way for way in plain if way in listed or way in known}
    if len(hits) == 1:
        hit = hits.pop()
        forms = known.get(hit)
        return forms[0][0] if forms and forms[0] else hit
    if hits or not sure or not text.endswith(_ENDS):
        return None
    if text.endswith(_UKRAINIAN) and "ы" in ways[0][:-2]:
        return None
    return ways[0]
