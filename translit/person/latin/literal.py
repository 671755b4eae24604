"""A name that was spelt letter for letter, read back without weighing: Zabolotny is Заболотный.

Most Latin spellings of Russian names follow the letters. Where they lead to one word that the
tables know, or leave no doubt at all, the costs of `translit.sounds` need not be asked. What the
letters stand for are rows of `tables/spelling/ru/literal.tsv`, the ends of surnames that leave no doubt of
`tables/spelling/ru/ends.tsv`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from itertools import product
from typing import Any, NamedTuple

from translit import compiled
from translit.memory import lasting, once
from translit.patterns import ending
from translit.person.surname import ends
from translit.sounds.known import names
from translit.tables import Tables

__all__ = ["is_listed", "literal"]

_TABLE = "spelling/ru/literal"
_SOFTENED = frozenset("ldntsrzbpvmf")
_SOFT_L = ("n", "s", "c", "ts")  # before these an l is soft in most surnames
_CONSONANTS = frozenset("bcdfghjklmnpqrstvwxz#")
_VOWELS = frozenset("aeiouyёяюэ")
_ENGLISH = ("zh", "kh", "ya", "yu")  # who writes so writes ч as ch
_SIGNS = ("ь", "ъ")
_MANY = 64
_PLACES = ("consonant", "vowel", "start")
_AFTER = {"consonant": ("consonant",), "vowel": ("vowel", "start"), "start": ("start",), "": _PLACES}
_UNSURE, _IF_ENGLISH = 1, 2  # it makes no word that no table knows; that holds but for English spellings


class _Put(NamedTuple):
    """What a piece may stand for: the usual first; the same with and without ь after it, either first.

    `soft` is its last letter where that may be soft before a consonant, `doubt` what is doubted of a word
    that no table knows, `vocal` says that it counts as a vowel to the piece after it.
    """

    ways: tuple[str, ...]
    softened: tuple[str, ...] = ()
    perhaps: tuple[str, ...] = ()
    soft: str = ""
    doubt: int = 0
    vocal: bool = False


# Words, none where there is doubt; and what is doubted of them: _UNSURE, _IF_ENGLISH.
_Ways = tuple[list[str], int]


class _Pieces:
    """The pieces of the table by where they stand, and all words that those of a spelling may stand for."""

    def __init__(self, rows: list[list[str]]) -> None:
        self._after: dict[str, dict[str, _Put]] = {place: {} for place in _PLACES}
        sizes: dict[str, set[int]] = {}
        for piece, after, ways, sure, *_ in sorted(rows, key=lambda row: -len(_AFTER[row[1]])):
            for place in _AFTER[after]:  # the narrower place wins
                self._after[place][piece] = _put(piece, ways, sure)
            sizes.setdefault(piece[0], set()).add(len(piece))
        self._sizes = {first: sorted(some, reverse=True) for first, some in sizes.items()}
        self._marks = sorted(
            ((piece, put) for piece, _, put, *_ in rows if not piece.isascii()), reverse=True
        )
        self._quick = self._compiled() if compiled.word else None

    def _compiled(self) -> Any:
        """What tells the words of a spelling without marks, compiled."""
        return compiled.word.Ways(
            [
                (at, piece, *put[:3], ord(put.soft or "\0"), put.doubt, put.vocal)
                for at, place in enumerate(_PLACES)
                for piece, put in self._after[place].items()
                if piece.isascii()
            ]
        )

    def unmarked(self, word: str) -> str:
        """A spelling with the letters of libraries and standards put away, which mean one thing anywhere."""
        for mark, letter in self._marks if not word.isascii() else ():
            word = word.replace(mark, letter)
        return word

    def ways(self, word: str) -> _Ways:
        """All words that a small spelling without marks may stand for, and what is doubted of them.

        There are none where its letters are not those of a literal spelling, or there are too many ways.
        """
        found: _Ways | None = self._quick(word + "#") if self._quick else None
        return self._ways(word) if found is None else found

    def _ways(self, word: str) -> _Ways:
        found: list[tuple[str, ...]] = []
        doubts, many, at, end = 0, 1, 0, len(word)
        text, table = word + "#", self._after["start"]
        while at < end:
            piece, put = self._piece(text, at, table)
            if put is None:
                return [], doubts
            doubts |= put.doubt
            at += len(piece)
            ways, vocal = put.ways, put.vocal
            if put.soft and text[at] in _CONSONANTS and text[at] != put.soft:
                surely = put.soft == "l" and text.startswith(_SOFT_L, at)
                ways, vocal = (put.softened, True) if surely else (put.perhaps, vocal)
            found.append(ways)
            many *= len(ways)
            if many > _MANY:
                return [], doubts
            table = self._after["vowel" if vocal else "consonant"]
        return list(map("".join, product(*found))), doubts

    def _piece(self, text: str, at: int, table: Mapping[str, _Put]) -> tuple[str, _Put | None]:
        """The longest piece that stands at a place, and what it may stand for; a Cyrillic letter for itself."""
        first = text[at]
        for size in self._sizes.get(first, ()):
            piece = text[at : at + size]
            put = table.get(piece)
            if put is not None:
                return piece, put
        return first, _Put((first,), vocal=first in _VOWELS or first in _SIGNS) if first >= "\u0400" else None


def _put(piece: str, cell: str, sure: str) -> _Put:
    """What a row says of a piece; the ways are parted by bars."""
    doubt = 0 if not sure else _IF_ENGLISH if cell[0] == "ч" else _UNSURE
    vocal = piece[-1] in _VOWELS or cell.split("|")[0][-1] in _SIGNS
    soft = piece[-1] if piece[-1] in _SOFTENED and "|" not in cell else ""
    return _Put(tuple(cell.split("|")), (cell + "ь", cell), (cell, cell + "ь"), soft, doubt, vocal)


@once
def _pieces(tables: Tables) -> _Pieces:
    """The rows of the table."""
    return _Pieces(list(tables.cells(_TABLE))[1:])


@lasting(8)
def _ends(column: str, tables: Tables) -> Callable[[str], bool]:
    """What finds an end of Latin surnames that has a yes in a column of their table, without marks."""
    return ending(map(_pieces(tables).unmarked, ends("Latn", column, tables)))


def literal(word: str, tables: Tables) -> str | None:
    """The Cyrillic word that a Latin spelling leads to letter by letter, None where there is doubt.

    >>> from translit.tables import built_in
    >>> literal("Zabolotny", built_in()), literal("Melnikov", built_in()), literal("Wetkin", built_in())
    ('заболотный', 'мельников', None)
    """
    pieces = _pieces(tables)
    text = pieces.unmarked(word.lower())
    ways, doubts = pieces.ways(text)
    if not ways:
        return None
    known, listed = names("ru", tables)
    found = _one_known(ways, known, listed)
    if found is None:
        return None
    hit, form = found
    if hit:
        forms = known.get(hit)
        return forms[0][0] if forms and forms[0] else form
    if not _ends("sure", tables)(text) or not _is_sure(text, doubts):
        return None
    if _ends("ukrainian", tables)(text) and "ы" in ways[0][:-2]:
        return None
    return ways[0]


def one_known(
    words: list[str], known: Mapping[str, object], listed: frozenset[str]
) -> tuple[str, str] | None:
    """The one word that is known, with е for ё, and as it first stands; None where several are.

    >>> one_known(["семён", "семен", "симен"], {"семен": 1}, frozenset()), one_known(["симен"], {}, frozenset())
    (('семен', 'семён'), ('', ''))
    """
    hit = form = ""
    for word in words:
        plain = word.replace("ё", "е")
        if (plain in known or plain in listed) and plain != hit:
            if hit:
                return None
            hit, form = plain, word
    return hit, form


_one_known = compiled.word.one_known if compiled.word else one_known


def _is_sure(text: str, doubts: int) -> bool:
    """Is a word beyond doubt though no table knows it?"""
    return not doubts or (doubts == _IF_ENGLISH and any(sign in text for sign in _ENGLISH))


def is_listed(native: str, tables: Tables) -> bool:
    """Is a small Cyrillic word one that the tables know?

    >>> from translit.tables import built_in
    >>> is_listed("мельников", built_in()), is_listed("каидашев", built_in())
    (True, False)
    """
    known, listed = names("ru", tables)
    plain = native.replace("ё", "е")
    return plain in known or plain in listed
