"""Who wrote an Arab's name in scholars' letters: which schemes' marks it has, and what each of them writes.

Some marks are contested: ẖ is خ to ISO and ح to the United Nations. What else a name has, in all its words,
tells who wrote it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from typing import NamedTuple
from unicodedata import normalize

from translit.memory import once, remembered
from translit.nouns import Scheme
from translit.patterns import pattern
from translit.person.arabic.diacritics import marked
from translit.person.arabic.letters import AYN, bare
from translit.person.latin.respelt import respelling
from translit.romanization import latin_schemes, romanize, scheme
from translit.spelling import ARTICLE
from translit.tables import Tables
from translit.text.script import script_of

__all__ = ["agrees", "is_written", "ways"]

_LETTER = pattern("[^\\W\\d_][\u0300-\u036f]*")
_WITH_MARKS = pattern("[^\\W\\d_][\u0300-\u036f]+")  # the letters of a text in NFD that have any
_MAY_BE_MARKED = pattern("[^\\W\\d_][\u0300-\u036f]+|(?![\\x00-\\x7f])[^\\W\\d_]")  # in any form
_DIGRAPHS = ("sh", "kh", "gh", "th", "dh", "j")
_AYN = "‘’ʿʾʻʼ"
_MARKED = (*range(0xC0, 0x250), *range(0x300, 0x370), *range(0x1E00, 0x1F00))  # Latin letters, and marks
_NO_LENGTH = pattern("[\u0300-\u0303\u0305-\u036f‘’ʿʾʻʼ`]")
_LONG_A = pattern("a(?=[\u0304\u0301\u0302])")
_SCHOLARS = "scholars"  # whose letters no scheme of ours writes
_ALEF, _VOWELS = "\N{ARABIC LETTER ALEF}", "aiu"
_ARTICLE = pattern("(?<!\\w)(?:al|a([tdrzsn])[\u0300-\u036f]*(?=.\\1))([- ])(?=\\w)")


class _Hand(NamedTuple):
    """How a scheme writes: its marked letters, the Arabic letters they are, its digraphs, ayn and article."""

    scheme: str
    marked: frozenset[str]
    consonants: dict[str, str]
    digraphs: frozenset[str]
    ayn: frozenset[str]
    article: str


class _Hands(NamedTuple):
    """The schemes that mark, the marks on which they differ, and the sign on which they agree.

    `signs` are the letters and combining marks, of which each text with a contested mark has one.
    """

    every: tuple[_Hand, ...]
    contested: frozenset[str]
    agreed: dict[str, str]
    signs: re.Pattern[str]


@once
def _hands(tables: Tables) -> _Hands:
    """The hands of the schemes of Arabic in Latin letters."""
    latin = [scheme(one, tables=tables) for one in latin_schemes("ar", tables)]
    every = tuple(hand for hand in map(_hand, latin) if hand.consonants)
    meant: dict[str, Counter[str]] = {}
    for hand in every:
        for mark, letter in hand.consonants.items():
            meant.setdefault(mark, Counter())[letter] += 1
    contested = frozenset(mark for mark, letters in meant.items() if len(letters) > 1)
    agreed: dict[str, tuple[int, str]] = {}
    for mark in meant.keys() - contested:
        ((letter, count),) = meant[mark].items()
        agreed[letter] = max(agreed.get(letter, (0, "")), (count, mark))
    signs = "".join(filter(_bears(contested), map(chr, _MARKED)))
    found = re.compile(f"[{signs}]" if signs else "(?!)")
    return _Hands(every, contested, {letter: mark for letter, (_, mark) in agreed.items()}, found)


def _bears(contested: frozenset[str]) -> Callable[[str], bool]:
    """Tells whether a sign has what is put on the letter of a contested mark."""
    marks = {mark for letter in contested for mark in letter[1:]}
    return lambda sign: not marks.isdisjoint(normalize("NFD", sign))


def _hand(one: Scheme) -> _Hand:
    """The hand of one scheme."""
    puts = {rule.find: normalize("NFD", rule.put) for rule in one.rules}
    marked = {found for put in puts.values() for found in _LETTER.findall(put) if len(found) > 1}
    consonants = {
        put: find
        for find, put in puts.items()
        if len(find) == 1 and find.isalpha() and len(put) == 2 and put in marked
    }
    article = next((put[-1:] for find, put in puts.items() if find == ARTICLE), "")
    digraphs = frozenset(_DIGRAPHS).intersection(puts.values())
    return _Hand(
        one.id,
        frozenset(marked),
        consonants,
        digraphs,
        frozenset(_AYN) & set("".join(puts.values())),
        article,
    )


def ways(text: str, tables: Tables) -> tuple[str, ...]:
    """A text with its contested marks as all schemes write them: one way where its letters tell who wrote it.

    Letter stands for letter, so that every way is as long as the text; a letter of no scheme is put too (ḳ).

    >>> from translit.tables import built_in
    >>> ways("Bashīr as̱ S̱āliẖ", built_in()), ways("Ḫālid Ṯābit", built_in())
    (('Bashīr as̱ S̱āliḥ',), ('Ḫālid Ṯābit',))
    """
    if text.isascii() or script_of(text) != "Latn":
        return (text,)
    text = respelling("ar", tables, _SCHOLARS)(text)
    hands = _hands(tables)
    if not hands.signs.search(text):
        return (text,)
    found = {normalize("NFD", letter).lower() for letter in _MAY_BE_MARKED.findall(text)}
    if hands.contested.isdisjoint(found):
        return (text,)
    marks = {letter for letter in found if len(letter) > 1}
    likely = [hand for hand in hands.every if marks <= hand.marked]
    for test in (_digraphs, _ayn, _article):
        likely = [hand for hand in likely if test(text.lower(), hand)] or likely
    written = Counter(_agreed(text, hand, hands) for hand in likely)
    return tuple(way for way, _ in written.most_common()) or (text,)


def _digraphs(text: str, hand: _Hand) -> bool:
    """Could this hand have written the plain digraphs of a text?"""
    return all(pair in hand.digraphs for pair in _DIGRAPHS if pair in text)


def _ayn(text: str, hand: _Hand) -> bool:
    return hand.ayn.issuperset(set(text).intersection(_AYN))


def _article(text: str, hand: _Hand) -> bool:
    """Does this hand write the article as the text does, with a hyphen or without?"""
    found = _ARTICLE.search(normalize("NFD", text))
    return found is None or not hand.article or found[2] == hand.article


def _agreed(text: str, hand: _Hand, hands: _Hands) -> str:
    """A text with the contested marks of a hand as the others write its letters."""

    def put(found: re.Match[str]) -> str:
        mark = normalize("NFD", found[0])
        if mark.lower() not in hands.contested:
            return found[0]
        agreed = hands.agreed.get(hand.consonants.get(mark.lower(), ""), "")
        if len(agreed) != len(mark):
            return found[0]
        agreed = agreed.upper() if mark[0].isupper() else agreed
        return agreed if len(found[0]) == len(agreed) else normalize("NFC", agreed)

    return _MAY_BE_MARKED.sub(put, text)


@once
def _stands_for(tables: Tables) -> dict[str, frozenset[str]]:
    """A letter with its mark → the Arabic letters that it may write."""
    found = {"a\u0304": "\u0627\u0622\u0649", "i\u0304": "\u064a", "u\u0304": "\u0648"}  # long vowels
    for hand in _hands(tables).every:
        for mark, letter in hand.consonants.items():
            found[mark] = found.get(mark, "") + letter
    return {mark: frozenset(letters) for mark, letters in found.items() if letters}


def agrees(word: str, native: str, tables: Tables) -> bool:
    """Has an Arabic form a letter for each marked one of a Latin word?

    >>> from translit.tables import built_in
    >>> agrees("Ḥammāmī", "حمامي", built_in()), agrees("Ḥammāmī", "همامي", built_in())
    (True, False)
    """
    told = _stands_for(tables)
    if not _are_as_long(word, native):
        return False
    for one in _WITH_MARKS.findall(normalize("NFD", word.lower())):
        letters = told.get(one)
        if letters is not None and letters.isdisjoint(native):
            return False
    return True


def _are_as_long(word: str, native: str) -> bool:
    """Has a word with marks of length one for each alef within an Arabic form, and its opening ayn?"""
    spelt = normalize("NFD", word.lower())
    if "\u0304" not in spelt:
        return True
    plain = bare(native)
    if plain.startswith(AYN) and spelt[0] in _VOWELS:
        return False
    return plain[1:].count(_ALEF) <= len(_LONG_A.findall(spelt))


def is_written(native: str, spelt: str, tables: Tables, dotless: bool = False) -> bool:
    """Does a scheme of Arabic write a vowelled name so, in small letters, as `marked` puts them?

    `dotless` is for a spelling that has lost all marks but those of length.

    >>> from translit.tables import built_in
    >>> [is_written(name, marked("Mājid"), built_in()) for name in ("مَاجِد", "مَجِيد")]
    [True, False]
    >>> is_written("عَارِف", "ārif", built_in()), is_written("عَارِف", "ārif", built_in(), dotless=True)
    (False, True)
    """
    if dotless:
        plain = _dotless(spelt)
        return any(plain in map(_dotless, _written(native, hand, tables)) for hand in _all(tables))
    return any(spelt in _written(native, hand, tables) for hand in _writers_of(spelt, tables))


def _dotless(word: str) -> str:
    """A marked word in NFD with the marks of length alone."""
    return _NO_LENGTH.sub("", normalize("NFD", word))


def _all(tables: Tables) -> range:
    """All hands, by their places."""
    return range(len(_hands(tables).every))


@remembered(4096)
def _writers_of(spelt: str, tables: Tables) -> tuple[int, ...]:
    """The hands that have all marked letters of a spelling, by their places."""
    marks = set(_WITH_MARKS.findall(normalize("NFD", spelt)))
    return tuple([at for at, known in enumerate(_known_to(tables)) if marks <= known])


@once
def _known_to(tables: Tables) -> tuple[frozenset[str], ...]:
    """The marked letters of each hand, and those that the others have for its contested ones."""
    hands = _hands(tables)
    found = []
    for hand in hands.every:
        contested = [letter for mark, letter in hand.consonants.items() if mark in hands.contested]
        found.append(hand.marked.union(hands.agreed.get(letter, "") for letter in contested))
    return tuple(found)


@remembered(16384)
def _written(native: str, hand: int, tables: Tables) -> tuple[str, str]:
    """What a hand writes for a vowelled name, and the same with its contested marks as others write them."""
    hands = _hands(tables)
    one = hands.every[hand]
    form = romanize(native, one.scheme, tables=tables)
    return marked(form), marked(_agreed(form, one, hands))
