"""Surnames of Russia's neighbours in their own letters: beside Volodymyr, Zelenskyi is Зеленський.

Latin spellings are read in Russian letters. What these are in another language are rows of
`tables/spelling/…/surname.tsv`; among the ways that a word may be written, the one that a scheme of the
language writes as it is spelt is meant, else the usual one.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import product
from math import prod

from translit import compiled
from translit.memory import once, remembered
from translit.patterns import pattern
from translit.romanization import (
    Speller,
    any_spells,
    is_spelt,
    latin_schemes,
    romanize,
    spellers,
    spells,
)
from translit.tables import Tables
from translit.text.clean import fold

__all__ = ["exactly", "is_rendered", "national"]

_MANY = 64  # ways that are followed at once
_FEW = 32  # … that are all asked for
_KEPT = 12  # … of those that are spelt nearest
_OPEN = 3  # letters at the end of what is written so far that the next may change
_EVEN = (
    ("kh", "x"),
    ("ch", "c"),
    ("sh", "s"),
    ("zh", "z"),
    ("h", "g"),
    ("j", "y"),
    ("w", "u"),
)  # conventions that tell no letters apart
_GLIDE = pattern("y(?=[aeou])|(?<=[aeiou])y")
_TABLE = "spelling/ru/printed"
_START, _END = "^$"


@lru_cache(maxsize=8)
def _letters(language: str, tables: Tables) -> dict[str, tuple[str, ...]]:
    """What Russian letters are in a language, the usual first; "^" is the start of a word, "$" the end."""
    name = f"spelling/{language}/surname"
    if name not in tables.names(f"spelling/{language}"):
        return {}
    rows = tables.cells(name)
    next(rows)
    return {cells[0]: tuple(cells[1].split("|")) for cells in rows}


@lru_cache(maxsize=8)
def _sizes(language: str, tables: Tables) -> dict[str, tuple[int, ...]]:
    """How many letters the pieces have that begin with a letter, the most first."""
    found: dict[str, set[int]] = {}
    for piece in _letters(language, tables):
        found.setdefault(piece[0], set()).add(len(piece))
    return {first: tuple(sorted(sizes, reverse=True)) for first, sizes in found.items()}


def national(word: str, native: str, language: str, tables: Tables, others: Sequence[str] = ()) -> str:
    """The native form of a Latin surname in a language's own letters, from that in Russian ones.

    `others` are further readings of it in Russian letters, where no scheme writes the first as it is spelt.

    >>> from translit.tables import built_in
    >>> pairs = ("Zelenskyi", "Зеленский"), ("Hryhoriev", "Григорьев"), ("Sakalouskaya", "Соколовская")
    >>> [national(latin, native, "uk", built_in()) for latin, native in pairs[:2]]
    ['Зеленський', "Григор'єв"]
    >>> national(*pairs[2], "be", built_in())
    'Сакалоўская'
    """
    for form in dict.fromkeys((native, *others)):
        found = exactly(word, form, language, tables)
        if found:
            return found
    return _cased(
        _usual(native, language, tables)
        if _is_russian(word, native, tables)
        else min(
            (
                way
                for form in dict.fromkeys((native, *others))
                for way in _spellings(word, form, language, tables)
            ),
            key=lambda way: _apart(fold(word), way, language, tables),
        )
    )


@remembered(4096)
def is_rendered(native: str, own: str, language: str, tables: Tables) -> bool:
    """May a word in Russian letters be written so in a language's own?

    >>> from translit.tables import built_in
    >>> pairs = ("Ковалёв", "Кавалёў"), ("Захаренко", "Захаранка"), ("Ткаченко", "Ткачук")
    >>> [is_rendered(*pair, "be", built_in()) for pair in pairs]
    [True, True, False]
    """
    heads, plain = {""}, own.lower()
    for options in _ways(native, language, tables):
        heads = {head + option for head in heads for option in options if plain.startswith(head + option)}
    return plain in heads


def _is_russian(word: str, native: str, tables: Tables) -> bool:
    """Is a word spelt as Russian is, or not in Latin letters at all?"""
    plain = fold(word)
    return not plain.isascii() or not plain or is_spelt(native, plain, "ru", tables=tables)


def _usual(native: str, language: str, tables: Tables) -> str:
    """The usual way to write a word in Russian letters in those of a language."""
    return "".join(options[0] for options in _ways(native, language, tables))


def _spellings(word: str, native: str, language: str, tables: Tables) -> list[str]:
    """The ways to write a word in Russian letters in those of a language, those that begin as it is spelt."""
    plain, writer = _even(fold(word)), latin_schemes(language, tables)[0]

    def apart(head: str) -> int:
        return min(_edits(_even(fold(romanize(head, writer, tables=tables))), plain))

    heads = [""]
    for options in _ways(native, language, tables):
        heads = [head + option for head in heads for option in options]
        if len(heads) > _MANY:
            heads = sorted(heads, key=apart)[:_KEPT]
    return sorted(heads, key=apart)[:_KEPT] if len(heads) > _KEPT else heads


def _apart(plain: str, native: str, language: str, tables: Tables) -> int:
    """In how many letters a spelling differs from what the schemes of a language write, at least."""
    plain = _even(plain)
    return min(
        _edits(plain, _even(fold(romanize(native, one, tables=tables))))[-1]
        for one in latin_schemes(language, tables)
    )


def _even(latin: str) -> str:
    """Latin letters whose conventions are evened out."""
    for find, put in _EVEN:
        latin = latin.replace(find, put)
    return _GLIDE.sub("i", latin)


def _edits(one: str, other: str) -> list[int]:
    """How many letters must be put, taken or changed to make of one word each beginning of another."""
    row: list[int] | None = compiled.word.edits(one, other) if compiled.word else None
    return edits(one, other) if row is None else row


def edits(one: str, other: str) -> list[int]:
    """The same in Python.

    >>> edits("sin", "sina")
    [3, 2, 1, 0, 1]
    """
    row = list(range(len(other) + 1))
    for at, letter in enumerate(one, 1):
        before, row[0] = row[0], at
        for place, match in enumerate(other, 1):
            before, row[place] = (
                row[place],
                min(row[place] + 1, row[place - 1] + 1, before + (letter != match)),
            )
    return row


@remembered(4096)
def exactly(word: str, native: str, language: str, tables: Tables) -> str | None:
    """The form that a scheme of the language writes just as the word is spelt, None where there is none.

    >>> from translit.tables import built_in
    >>> exactly("Sivakau", "Сиваков", "be", built_in()), exactly("Sivakov", "Сиваков", "be", built_in())
    ('Сівакаў', None)
    """
    plain, ways = fold(word), _ways(native, language, tables)
    whole = [plain.removesuffix(put) + end for end, put in _cut_short(tables) if plain.endswith(put)]
    texts = (plain, *whole)
    if not _may_be_spelt(ways, texts, language, tables):
        return None
    for text in texts:
        for scheme in latin_schemes(language, tables):
            for way in _followed(ways, text, scheme, tables):
                if spells(way, text, scheme, tables=tables):
                    return _cased(way)
    return None


@once
def _cut_short(tables: Tables) -> tuple[tuple[str, str], ...]:
    """The ends of neighbours' names as schemes write them that papers cut short, and what they leave: -yi."""
    ends = [(row["end"], row["put"]) for row in tables.rows(_TABLE) if row["whose"] == "neighbour"]
    return tuple([(end, put) for end, put in ends if end.startswith(put)])


def _may_be_spelt(
    ways: Sequence[tuple[str, ...]], texts: tuple[str, ...], language: str, tables: Tables
) -> bool:
    """False where the ways are few and no scheme of the language writes one of them so."""
    if prod(map(len, ways)) > _FEW:
        return True
    asked = _spellers(language, tables)
    found = list(map("".join, product(*ways)))
    return any(any_spells(asked, way, text) for text in texts for way in found)


@lru_cache(maxsize=8)
def _spellers(language: str, tables: Tables) -> tuple[Speller, ...]:
    """What tells of each scheme of a language whether it writes a text so."""
    return spellers(latin_schemes(language, tables), tables)


def _ways(native: str, language: str, tables: Tables) -> Sequence[tuple[str, ...]]:
    """What each piece of a word in Russian letters may be in a language, in turn."""
    letters, sizes = _letters(language, tables), _sizes(language, tables)
    text, at = _START + native.lower() + _END, 0
    found = []
    while at < len(text) - 1:
        for size in sizes.get(text[at], ()):
            ways = letters.get(text[at : at + size])
            if ways:
                break
        else:
            size, ways = 1, (text[at].strip(_START),)
        found.append(ways)
        at += size
    return found


def _followed(ways: Sequence[tuple[str, ...]], plain: str, scheme: str, tables: Tables) -> list[str]:
    """The words that a scheme may write so: those that go another way are left where ways part."""
    heads = [""]
    for options in ways:
        if len(options) == 1:
            heads = [head + options[0] for head in heads]
            continue
        heads = [
            head + option
            for head in heads
            for option in options
            if plain.startswith(fold(romanize(head + option, scheme, tables=tables))[:-_OPEN])
        ][:_MANY]
        if not heads:
            return []
    return heads


def _cased(word: str) -> str:
    return "-".join(half[:1].upper() + half[1:] for half in word.split("-"))
