"""A surname as other countries' papers spell Russian: Chroesjtsjov and Hruscsov are Хрущёв.

A scheme is read backwards: its rules tell which Cyrillic words it writes so. As an English newspaper
would print them, these are read as any other spelling is (`translit.person.latin.literal`).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import NamedTuple

from translit.memory import once, remembered
from translit.nouns import Row
from translit.patterns import holding
from translit.person.latin.literal import is_listed, literal
from translit.romanization import RUSSIAN_PRESS, latin_schemes, romanize, scheme, spells
from translit.tables import Tables, built_in
from translit.text.clean import fold
from translit.text.cyrillic import CONSONANTS, VOWELS

__all__ = ["betrayed", "is_surely", "known", "telling", "written"]

_EDGE, _SOFT = "#", "ь"
_OLD = frozenset("іѣѳѵ")
_PLAIN_VOWELS = frozenset("aeiouy")
_GLIDE, _SIGNS, _OPEN = "й", "ьъ", "э"
_MOST, _STEPS = 16, 500  # words that a scheme may have written so, and places that are looked at
_POLAND = "press-pl-ru"
_HUNGARY = ("press-hu-ru",)
_MARKED = "[^\x00-\x7f]"
_SIGNS_TABLE, _PAPERS_TABLE = "spelling/ru/abroad", "spelling/ru/backwards"
_YES = "yes"


class _Put(NamedTuple):
    """What a rule writes, for which letters, and beside which."""

    put: str
    find: str
    after: str
    before: str


@lru_cache(maxsize=64)
def _puts(name: str, marked: bool, tables: Tables) -> dict[str, list[_Put]]:
    """The rules of a scheme by the first letter of what they write, those of most letters and company first.

    What they write has its marks, or is folded.
    """
    found: dict[str, list[_Put]] = {}
    for rule in scheme(name, tables=tables).rules:
        put = rule.put if marked else fold(rule.put)
        if put and _OLD.isdisjoint(rule.find):
            found.setdefault(put[0], []).append(_Put(put, rule.find, rule.after, rule.before))
    for puts in found.values():
        puts.sort(key=lambda one: (-len(one.put), -len(one.find), not (one.after or one.before)))
    return found


@lru_cache(maxsize=64)
def _alphabet(name: str, marked: bool, tables: Tables) -> frozenset[str]:
    """The letters that a scheme writes with, with their marks or folded."""
    return frozenset("".join(one.put for puts in _puts(name, marked, tables).values() for one in puts))


def _ways(plain: str, puts: dict[str, list[_Put]]) -> Iterator[str]:
    """The words that rules may have written so; ь stands only where a rule asks for it."""
    steps, open_ = 0, [(0, "", "")]
    while open_ and steps < _STEPS:
        steps += 1
        at, word, beside = open_.pop()
        if at == len(plain):
            if not beside or _EDGE in beside:
                yield word
            continue
        last = word[-1:] or _EDGE
        more = []
        for one in puts.get(plain[at], ()):
            if not plain.startswith(one.put, at) or (beside and one.find[0] not in beside):
                continue
            soft = ""
            if one.after and last not in one.after:
                if _SOFT not in one.after or last not in CONSONANTS:
                    continue
                soft = _SOFT
            if not _may_follow(one.find[0], last):
                continue
            more.append((at + len(one.put), word + soft + one.find, one.before))
        open_ += reversed(more)


def _may_follow(letter: str, last: str) -> bool:
    """May a letter of a Russian word follow another: й and э a vowel, a sign a consonant?"""
    if letter in _SIGNS:
        return last in CONSONANTS
    return last in "#" + VOWELS if letter in (_GLIDE, _OPEN) else True


@remembered(4096)
def _written(text: str, name: str, marked: bool, tables: Tables) -> tuple[str, ...]:
    """The words that a scheme writes so, with the marks of the text or but for marks."""
    if name not in latin_schemes("ru", tables):
        return ()
    plain, small = fold(text), text.lower()
    letters = small if marked else plain
    if not _alphabet(name, marked, tables).issuperset(letters):
        return ()
    ways = dict.fromkeys(_ways(letters, _puts(name, marked, tables)))
    found = [way for way in ways if spells(way, plain, name, tables=tables)]
    if marked:
        found = [way for way in found if romanize(way, name, tables=tables) == small]
    elif not small.isascii():
        own = _alphabet(name, True, tables)
        found = [way for way in found if _marks(romanize(way, name, tables=tables), small, own)]
    return tuple(found[:_MOST])


def _marks(written: str, text: str, own: frozenset[str]) -> bool:
    """May a text be what a scheme writes, but for marks that are not the scheme's `own`?

    Its own stand where it has them; another's marked consonant is none of its plain ones, a vowel is any.
    """
    return len(written) != len(text) or all(
        one == other
        or other.isascii()
        or (other not in own and (not one.isascii() or fold(other) in _PLAIN_VOWELS))
        for one, other in zip(written, text, strict=True)
    )


def _by_any(text: str, writers: tuple[str, ...], tables: Tables) -> dict[str, tuple[str, ...]]:
    """What some schemes write so, by scheme: but for marks only where none has those of the text."""
    for marked in (True, False):
        found = {name: words for name in writers if (words := _written(text, name, marked, tables))}
        if found:
            return found
    return {}


class _Signs(NamedTuple):
    """The letters of `tables/spelling/ru/abroad.tsv`, which no English paper writes.

    `has` tells whether one may be there. `marked` are those with marks, the longest first, with the schemes
    that they betray, `plain` finds any of the others; `schemes` are theirs. `sure` finds those that nobody
    else writes.
    """

    has: Callable[[str], bool]
    marked: tuple[tuple[str, tuple[str, ...]], ...]
    plain: re.Pattern[str]
    schemes: dict[str, tuple[str, ...]]
    sure: re.Pattern[str]


@once
def _signs() -> _Signs:
    """The signs of other countries' papers."""
    rows = sorted(built_in().rows(_SIGNS_TABLE), key=lambda row: -len(row["sign"]))
    marked = tuple((row["sign"], row.many("schemes")) for row in rows if not row["sign"].isascii())
    plain = [row for row in rows if row["sign"].isascii()]
    found = "|".join(_unfollowed(row["sign"], row["unless"]) for row in plain)
    sure = "|".join(_surely(row) for row in rows if row["sure"])
    schemes = {row["sign"]: row.many("schemes") for row in plain}
    has = holding([row["sign"] for row in rows])
    return _Signs(has, marked, re.compile(found), schemes, re.compile(sure))


def _unfollowed(sign: str, letters: str) -> str:
    """The pattern of a sign that some letters, or the end of the word, may not follow."""
    may_not = "|".join("$" if letter == _EDGE else letter for letter in letters)
    return f"{sign}(?!{may_not})" if may_not else sign


def _surely(row: Row) -> str:
    """The pattern of a word that a sign makes sure, beside another letter where its row asks for one."""
    sign, beside = _unfollowed(row["sign"], row["unless"] + row["doubt"]), row["sure"]
    return sign if beside == _YES else f"{beside}.*{sign}|{sign}.*{beside}"


def betrayed(text: str) -> tuple[str, ...]:
    """The schemes that write as a word is spelt and no English paper does.

    >>> betrayed("Hruscsov"), betrayed("Naryshkin")
    (('press-hu-ru',), ())
    """
    small, signs = text.lower(), _signs()
    if not signs.has(small):
        return ()
    for sign, schemes in signs.marked if not small.isascii() else ():
        if sign in small:
            return schemes
    found = signs.plain.search(small)
    return signs.schemes[found[0]] if found else ()


@remembered(8192)
def known(text: str, writers: tuple[str, ...], tables: Tables) -> frozenset[str]:
    """The words of the tables that some of the schemes write so.

    >>> from translit.tables import built_in
    >>> set(known("Chroesjtsjov", ("press-nl-ru",), built_in()))
    {'хрущёв'}
    >>> sorted(known("Leontjev", ("press-sv-ru",), built_in()))
    ['леонтьев', 'леончев']
    """
    plain, found = fold(text), set[str]()
    for name, words in _by_any(text, writers, tables).items():
        for word in words:
            native = literal(romanize(word, RUSSIAN_PRESS, tables=tables), tables)
            if native and is_listed(native, tables) and _same(native, word, plain, name, tables):
                found.add(native)
    return frozenset(found)


def _same(native: str, word: str, plain: str, name: str, tables: Tables) -> bool:
    """Does a scheme write a word so, or another that is the word but for ё?"""
    return native.replace("ё", "е") == word or spells(native, plain, name, tables=tables)


@remembered(4096)
def written(text: str, writers: tuple[str, ...], tables: Tables) -> str | None:
    """What an English paper prints for a word of no table that one of the schemes writes so.

    The scheme is meant that has the fewest letters for it: zj is ж sooner than зй.

    >>> from translit.tables import built_in
    >>> written("Koezjakin", ("press-nl-ru", "scholarly-ru"), built_in())
    'Kuzhakin'
    """
    found = [min(words, key=len) for words in _by_any(text, writers, tables).values()]
    return romanize(min(found, key=len), RUSSIAN_PRESS, tables=tables).capitalize() if found else None


def is_surely(text: str, writers: tuple[str, ...]) -> bool:
    """Is a word surely written by other countries' papers, though no table knows it?

    So it is by those of the north where it has their sj, zj, tj or tš (sja may be ся as well); by Hungarian
    ones where it has their sz and a v, or beside a given name that is theirs (`writers`; Poles write sz
    as well, but no v); and where none but such write the given name.

    >>> is_surely("Sjebarsjin", ()), is_surely("Boerma", ()), is_surely("Kisenyev", ("press-hu-ru",))
    (True, False, True)
    """
    small = text.lower()
    if _signs().sure.search(small) or (writers and all(one in _papers() for one in writers)):
        return True
    return _HUNGARY[0] in writers and _POLAND not in writers and betrayed(text) == _HUNGARY


def telling(text: str, writers: tuple[str, ...]) -> tuple[str, ...]:
    """Those of some schemes that are read backwards, where they may mean other letters than the English.

    >>> telling("Joedin", ("press-de-ru", "press-nl-ru")), telling("Ivanov", ("press-nl-ru",))
    (('press-nl-ru',), ())
    """
    papers, signs = _among(writers)
    if not papers or not signs.search(text.lower()):
        return ()
    return tuple([one for one in betrayed(text) if one in papers]) or papers


@once
def _papers() -> dict[str, tuple[str, ...]]:
    """The schemes of papers that are read backwards, and the letters that mean others to them.

    Other papers write as those do that the costs of sounds are learned from.
    """
    rows = sorted(built_in().rows(_PAPERS_TABLE), key=lambda row: int(row["rank"]))
    return {row.id: row.many("letters") for row in rows}


@lru_cache(maxsize=256)
def _among(writers: tuple[str, ...]) -> tuple[tuple[str, ...], re.Pattern[str]]:
    """Those of some schemes that are read backwards, and what finds the letters that to them are others."""
    papers = {name: letters for name, letters in _papers().items() if name in writers}
    found = dict.fromkeys(letter for letters in papers.values() for letter in letters)
    return tuple(papers), re.compile("|".join([*found, _MARKED]))
