"""What stands before a person's name: titles with what completes them, callings, nationalities, honorifics.

министр обороны РФ Сергей Шойгу, Syrian President Bashar al-Assad, فخامة الرئيس عبد الفتاح السيسي. The words
are rows of `tables/person/calling.tsv` and `title.tsv`; grammar says where what completes a title ends: with
the last word in small letters, with a place or an abbreviation, in Arabic with the last definite word.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from translit.lookup import lexicon_of
from translit.nouns import Row
from translit.person.calling import AFTER, BEFORE, CALLING, CONSTRUCT, NATION, TITLE, Callings, callings
from translit.person.patronymic import recognise
from translit.tables import Tables
from translit.text.clean import fold
from translit.text.script import script_of
from translit.text.words import is_initial

__all__ = ["Heading", "heading", "is_home"]

_AL = "\N{ARABIC LETTER ALEF}\N{ARABIC LETTER LAM}"
_LI = "\N{ARABIC LETTER LAM}" * 2
_DEFINITE = (_AL, _LI, "\N{ARABIC LETTER BEH}" + _AL, "\N{ARABIC LETTER WAW}" + _AL)
_LINKS = frozenset(("of", "for", "to", "in", "at", "de", "des", "du", "von", "für", "der", "la"))
_NAME = 2  # words of a whole name, which must follow what no row has
_ABBREVIATION = range(2, 7)  # capitals of an abbreviation after a title: РФ, МИД
_HEADS = frozenset((CALLING, CONSTRUCT, TITLE))
_OBLIQUE = ("ом", "ем", "ой", "ей", "а", "у", "е", "я", "ю", "и", "ы")
_UPRIGHT = ("", "а", "ь", "я")
_AREAS = ("country", "unit")
_LARGE = 100_000  # people of a large town
_SURE = 0.95  # the confidence from which a place is meant


class Heading(NamedTuple):
    """A name and what stands before it: the titles and callings, each with its words."""

    name: str
    said: str
    titles: tuple[tuple[str, Row], ...]
    alone: bool  # one calling with a capital, which may be a surname


def is_home(text: str, tables: Tables) -> bool:
    """Is a text a country, a unit or a large town, and no name of a person's?

    >>> from translit.tables import built_in
    >>> [is_home(text, built_in()) for text in ("Syria", "Москва", "Чечни", "Роман")]
    [True, True, True, False]
    """
    if any(hit.role != "title" for hit in lexicon_of(tables).written(text)):
        return False
    from translit.place import read

    found = read(text, tables=tables)
    if found.status != "ok" or found.confidence < _SURE or not found.place:
        return False
    people = found.row["population"] if found.row else ""
    return found.place.feature in _AREAS or (people.isdigit() and int(people) >= _LARGE)


def heading(text: str, tables: Tables) -> Heading | None:
    """The name in a cleaned text and what stands before it; None where only titles do, or nothing.

    >>> from translit.tables import built_in
    >>> heading("министр обороны РФ Сергей Шойгу", built_in())[:2]
    ('Сергей Шойгу', 'министр обороны РФ')
    >>> heading("Syrian President Bashar al-Assad", built_in()).name
    'Bashar al-Assad'
    >>> heading("Генерал Иван Петров", built_in()), heading("Michel Samaha", built_in())
    (None, None)
    """
    words = text.split()
    if len(words) < _NAME or not _opens(words[0], tables):
        return None
    walk = _Walk(words, tables)
    walk.through()
    if not walk.heads and not walk.opened:
        return None
    if not walk.more or not walk.is_ended():
        return None
    return Heading(
        " ".join(words[walk.at :]),
        " ".join(words[: walk.at]),
        tuple([(" ".join(words[start:end]), row) for start, end, row in walk.heads]),
        walk.at == 1 and walk.heads != [] and words[0][0].isupper(),
    )


def _opens(word: str, tables: Tables) -> bool:
    """May a text that begins with a word have something before the name?"""
    return word[0].islower() or not callings(tables).openers.isdisjoint((word.lower(), fold(word)))


class _Walk:
    """A walk through the words before a name; `at` is where the name begins."""

    def __init__(self, words: Sequence[str], tables: Tables) -> None:
        self.words = words
        self.tables = tables
        self.known: Callings = callings(tables)
        self.at = 0
        self.heads: list[tuple[int, int, Row]] = []
        self.opened = False  # a word that counts before a title only
        self.more = False  # more than titles alone
        self.needed = False  # a title that may be a name but for what completes it
        self.script = script_of("".join(words))

    def through(self) -> None:
        """Walk on while a row or the grammar says so."""
        while self.at < len(self.words) - 1 and (self._row() or self._completed()):
            pass
        if self.script != "Arab":
            self._small()

    def is_ended(self) -> bool:
        """Does a name follow, and nothing that only opens a title?"""
        return not self.needed and bool(self.heads) and self.at < len(self.words)

    def _row(self) -> bool:
        """Walk over the longest row that stands here."""
        left = len(self.words) - 1 - self.at
        for size in range(min(self.known.longest, left), 0, -1):
            found = self._found(self.words[self.at : self.at + size])
            if found and self._takes(*found, size):
                return True
        return False

    def _found(self, words: Sequence[str]) -> tuple[Row, str, str] | None:
        """The row of some words, in whatever case a Cyrillic title stands."""
        folded = fold(" ".join(words))
        for spelling in (folded, folded.removeprefix(_AL), *self._uprights(words)):
            found = self.known.rows.get(spelling)
            if found:
                return (*found, spelling)
        return None

    def _uprights(self, words: Sequence[str]) -> list[str]:
        """What a Cyrillic title may be in the nominative: министра, министру."""
        if self.script != "Cyrl" or not words[0][0].islower():
            return []
        first, rest = fold(words[0]), [fold(word) for word in words[1:]]
        stems = [first.removesuffix(end) for end in _OBLIQUE if first.endswith(end)]
        return [" ".join((stem + end, *rest)) for stem in stems if len(stem) > 2 for end in _UPRIGHT]

    def _takes(self, row: Row, stands: str, spelling: str, size: int) -> bool:
        """Walk over a row where it may stand."""
        words = self.words[self.at : self.at + size]
        if stands == TITLE:
            if size == 1 and words[0].isupper() and is_initial(words[0]):
                return False
            if spelling in self.known.names and not self._is_opened(words[0], size):
                return False
        if stands == AFTER and not self.heads and not self.opened:
            return False
        if stands == BEFORE or (stands == NATION and not self.heads):
            self.opened = True
        elif stands in (AFTER, NATION):
            self.needed = False
        else:
            self.heads.append((self.at, self.at + size, row))
            self.needed = self.needed or stands == CONSTRUCT
        self.more = self.more or stands != TITLE
        self.at += size
        return True

    def _is_opened(self, word: str, size: int) -> bool:
        """Is what may be a name a title, since what opens one stands before it?"""
        return self.opened and (word.startswith(_AL) or len(self.words) - self.at - size >= _NAME)

    def _completed(self) -> bool:
        """Walk over what completes a title and is no row: a place, an abbreviation, a definite noun."""
        if not self.heads:
            return False
        word, left = self.words[self.at], self.words[self.at + 1 :]
        if self._is_abbreviation(word):
            return self._over(1)
        if len(left) < _NAME or self._is_given(word):
            return False
        if self.needed and word.startswith(_DEFINITE):
            return self._over(1)
        for size in (2, 1):
            after = self.words[self.at + size :]
            if (
                len(after) >= _NAME
                and self._is_whole(after)
                and is_home(" ".join(self.words[self.at : self.at + size]), self.tables)
            ):
                return self._over(size)
        return False

    def _over(self, size: int) -> bool:
        """Walk over what completes a title."""
        self.at += size
        self.more = True
        self.needed = False
        start, _, row = self.heads[-1]
        self.heads[-1] = start, self.at, row
        return True

    def _is_abbreviation(self, word: str) -> bool:
        """Is a word in capitals, as the name after it is not: РФ, МИД?"""
        if len(word) not in _ABBREVIATION or not word.isupper() or not word.isalpha():
            return False
        return not " ".join(self.words[self.at + 1 :]).isupper()

    def _is_given(self, word: str) -> bool:
        """Is a word a given name that a row writes out?"""
        return any(hit.role == "given" for hit in lexicon_of(self.tables).written(word))

    def _is_whole(self, words: Sequence[str]) -> bool:
        """Are words a given name and a surname, so that the word before is neither?"""
        first = self._is_given(words[0]) or is_initial(words[0])
        return first and recognise(words[-1], self.tables) is None

    def _small(self) -> None:
        """Walk on to the last word in small letters, and to what a preposition there leads to."""
        last = max((at for at in range(self.at, len(self.words) - 1) if self._is_small(at)), default=-1)
        if last < 0 or any(self._is_given(word) for word in self.words[self.at : last]):
            return
        start = self.at
        ends = range(start, last + 1)
        end = last + 1
        if self.words[last] in _LINKS:
            end = next((at for at in range(last + 2, len(self.words)) if self._is_given(self.words[at])), 0)
        if not end or not (self.heads or self._heads_in(ends)):
            return
        self.at, self.more, self.needed = end, True, False
        while self.at < len(self.words) - 1 and (self._row() or self._completed()):
            pass

    def _is_small(self, at: int) -> bool:
        """Is a word in small letters and no particle of a name's?"""
        word = self.words[at]
        if not word[0].islower() or word in _LINKS:
            return word in _LINKS
        return (
            all(hit.role not in ("particle", "kunya") for hit in lexicon_of(self.tables).written(word))
            and "-" not in word[:3]
        )

    def _heads_in(self, places: Sequence[int]) -> bool:
        """Is one of these words a title or a calling?"""
        for at in places:
            found = self._found(self.words[at : at + 1])
            if found and found[1] in _HEADS:
                self.heads.append((at, at + 1, found[0]))
        return bool(self.heads)
