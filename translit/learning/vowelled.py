"""Words whose vowels a table tells, or a romanisation beside them: their letters, each with its sign."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from math import log
from unicodedata import combining, normalize

from translit.spelling import plain
from translit.tables import Tables
from translit.text.article import AL, ALLAH
from translit.text.harakat import DAMMA, FATHA, KASRA, LONG_A, SHADDA, bare, vowelled
from translit.vocalise.signs import SIGNS, one_yeh

__all__ = ["Example", "align", "doubtful", "from_pairs", "from_tables", "signs_of"]

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


def _vowel_ways(following: str) -> Iterator[tuple[str, str]]:
    """The vowels that may follow a letter: (sign, what it takes from the romanisation)."""
    for vowel in _SHORT:
        yield vowel, vowel
    if following not in tuple("اىآ"):
        yield "A", "a:"
    if following != "و":
        yield "U", "u:"
    if following not in tuple("يى"):
        yield "I", "i:"


def _ways(word: str, at: int) -> Iterator[tuple[str, str]]:
    """The signs that a letter may bear: (sign, what it takes from the romanisation)."""
    letter, following = word[at], word[at + 1 : at + 2]
    vowels = list(_vowel_ways(following))
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
        for sign, put in _ways(word, at):
            if said.startswith(put, taken):
                found = rest(at + 1, taken + len(put))
                if found is not None:
                    return (sign, *found)
        return None

    return rest(0, 0)


def _stem(native: str) -> str:
    """A word without harakat and article, yeh and alif maqsura told apart by their place alone.

    >>> _stem("الحسينى")
    'حسينى'
    """
    word = bare(plain(native))
    if word.startswith(AL) and len(word) > 3 and word != ALLAH:
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
    found = _stem(word)
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
    if letters.startswith(AL) and len(letters) > 3 and letters != ALLAH:
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
    word = _stem(letters)
    return (word, tuple(signs)) if len(word) == len(signs) > 1 else None


def from_tables(tables: Tables) -> Iterator[Example]:
    """Examples out of the vowelled natives of the name tables."""
    names = (*tables.names("person/ar"), *tables.names("place"))
    natives = [row.native for name in names for row in tables.rows(name) if vowelled(row.native)]
    for word in [word for native in natives for word in re.split(r"[\s-]+", native)]:
        found = signs_of(word) if _ARABIC.fullmatch(bare(plain(word))) and _full(word) else None
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
