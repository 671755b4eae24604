"""What stands before a person's name: titles with what completes them, callings, nationalities, honorifics.

министр обороны РФ Сергей Шойгу, Syrian President Bashar al-Assad, فخامة الرئيس عبد الفتاح السيسي. The words
are rows of `tables/person/calling.tsv` and `title.tsv`; grammar says where what completes a title ends: with
the last word in small letters, with a place or an abbreviation, in Arabic with the last definite word.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from translit.lookup import lexicon_of
from translit.memory import once
from translit.nouns import Row
from translit.person.aside import is_given
from translit.person.calling import (
    AFTER,
    BEFORE,
    CALLING,
    CONSTRUCT,
    NATION,
    TITLE,
    TITLES,
    Callings,
    callings,
    links,
)
from translit.person.patronymic import recognise
from translit.tables import Tables
from translit.text.clean import fold
from translit.text.script import script_of
from translit.text.words import is_initial

__all__ = ["Heading", "heading", "is_home", "is_land"]

_AL = "\N{ARABIC LETTER ALEF}\N{ARABIC LETTER LAM}"
_LI = "\N{ARABIC LETTER LAM}" * 2
_DEFINITE = (_AL, _LI, "\N{ARABIC LETTER BEH}" + _AL, "\N{ARABIC LETTER WAW}" + _AL)
_ELIDED = ("l'", "l’", "d'", "d’")
_SURNAMED = re.compile("(?:[оеё]ва?|ина?|ский|ская|енко|чук|ян)$")  # endings of surnames
_LEAST = 4  # letters of a word in small letters that no row has
_NAME = 2  # words of a whole name, which must follow what no row has
_ABBREVIATION = range(2, 7)  # capitals of an abbreviation after a title: РФ, МИД
_LETTERS = 2  # of initials without stops, before a surname alone: Dr RA Hussein
_HEADS = frozenset((CALLING, CONSTRUCT, TITLE))
_FAMILIES = frozenset(("family", "nisba"))
_NAMES = _FAMILIES | {"given"}
_INITIALS = re.compile(r"[^\W\d_]|(?:[^\W\d_]\.){1,3}")  # of a person: С, В.С.
_OBLIQUE = ("ом", "ем", "ой", "ей", "а", "у", "е", "я", "ю", "и", "ы")
_UPRIGHT = ("", "а", "ь", "я")
_AREAS = ("country", "unit")
_LARGE = 100_000  # people of a large town
_SURE = 0.95  # the confidence from which a place is meant


class Heading(NamedTuple):
    """A name and what stands before it, and the titles in that; "" where nobody is named: министр обороны."""

    name: str
    said: str
    titles: tuple[tuple[str, Row], ...]
    alone: bool  # one calling with a capital, which may be a surname
    doubtful: bool = False  # one calling that is a family's name as well


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


def is_land(text: str, tables: Tables) -> bool:
    """Is a text a country's name, be it a person's as well?

    >>> from translit.tables import built_in
    >>> [is_land(text, built_in()) for text in ("Jordan", "قطر", "Aleppo", "Roman")]
    [True, True, False, False]
    """
    return fold(text) in _lands(tables)


@once
def _lands(tables: Tables) -> frozenset[str]:
    """The folded names of countries."""
    rows = [row for name in ("country", "country-usual") for row in tables.rows(f"place/{name}")]
    names = [(row.native, row.canonical, row["russian"], row["arabic"], *row.many("also")) for row in rows]
    return frozenset(fold(text) for told in names for text in told if text)


def heading(text: str, tables: Tables) -> Heading | None:
    """The name in a cleaned text and what stands before it; None where only titles do, or nothing.

    Whether a name follows that is known is not asked: a calling alone with a capital may be a surname.

    >>> from translit.tables import built_in
    >>> heading("министр обороны РФ Сергей Шойгу", built_in())[:2]
    ('Сергей Шойгу', 'министр обороны РФ')
    >>> heading("Syrian President Bashar al-Assad", built_in()).name
    'Bashar al-Assad'
    >>> heading("Генерал Иван Петров", built_in()), heading("Michel Samaha", built_in())
    (None, None)
    """
    words = text.split()
    if len(words) < _NAME or not _is_headed(words, tables):
        return None
    walk = _Walk(words, tables)
    walk.through()
    if walk.is_office():
        return Heading("", text, (), False)
    if not walk.more or walk.needed or not (walk.heads or walk.told):
        return None
    said = " ".join(words[: walk.at])
    titles = [(" ".join(words[start:end]), row) for start, end, row in walk.heads if row.table == TITLES]
    alone = walk.at == 1 and words[0][0].isupper()
    if alone and walk.script == "Cyrl" and walk.lacks_surname(words[1:]):
        return None
    return Heading(" ".join(words[walk.at :]), said, tuple(titles), alone, walk.is_doubtful())


def _is_headed(words: Sequence[str], tables: Tables) -> bool:
    """May something stand before the name, by the first word, or by a later one in small letters?"""
    openers = callings(tables).openers
    if words[0][0].islower() or not openers.isdisjoint((words[0].lower(), fold(words[0]))):
        return True
    if words[0].isupper() and not words[1].isupper() and fold(words[0]) in callings(tables).rows:
        return True
    if fold(words[0]) in callings(tables).names and _is_of_land(words[1:], tables):
        return True
    return any(word in openers and word.islower() for word in words[1:-1])


def _is_of_land(words: Sequence[str], tables: Tables) -> bool:
    """Does a country follow a title that is a name as well, and a name the country: Emir of Qatar Tamim?"""
    if words[0] in links(tables):
        return len(words) > _NAME and is_land(words[1], tables)
    if script_of(words[0]) != "Arab" or len(words) <= _NAME or lexicon_of(tables).is_given(words[0]):
        return False
    return is_land(words[0], tables)


class _Walk:
    """A walk through the words before a name; `at` is where the name begins."""

    def __init__(self, words: Sequence[str], tables: Tables) -> None:
        self.words = words
        self.tables = tables
        self.known: Callings = callings(tables)
        self.links = links(tables)
        self.lexicon = lexicon_of(tables)
        self.at = 0
        self.heads: list[tuple[int, int, Row]] = []
        self.opened = False  # a word that counts before a title only
        self.more = False  # more than titles alone
        self.needed = False  # a title that may be a name but for what completes it
        self.definite = False  # a definite Arabic word completed a title
        self.told = False  # words in small letters that no row has
        self.script = script_of("".join(words))

    def through(self) -> None:
        """Walk on while a row or the grammar says so."""
        self._on()
        if self.script != "Arab" and self._small():
            self._on()

    def is_office(self) -> bool:
        """Is the last word one that completes a title, so that nobody is named?"""
        found = self._found(self.words[self.at :]) if self.heads else None
        return found is not None and found[1] == AFTER and (self.needed or self.script != "Arab")

    def is_doubtful(self) -> bool:
        """May the last word before the name be the family's, as one calling or before a given name alone?

        In a text in small letters one calling before a name without a surname may be that: глава иван.
        """
        word, left = self.words[self.at - 1], self.words[self.at :]
        if self.at == 1:
            return self.is_name(word) or (word.islower() and left[0].islower() and self.lacks_surname(left))
        return len(left) < _NAME and self.is_name(word) and self.lexicon.is_given(left[0])

    def _on(self) -> None:
        """Walk over rows and what completes them."""
        while self.at < len(self.words) - 1 and (self._row() or self._completed()):
            pass

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
        elided = fold(" ".join(words)[2:]) if words[0][:2] in _ELIDED else ""
        for spelling in (folded, elided or folded.removeprefix(_AL), *self._uprights(words)):
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
        if self.heads and self._is_of_the_name(words, stands):
            return False
        if stands == BEFORE or (stands == NATION and not self.heads):
            self.opened = True
        elif stands in (AFTER, NATION):
            self.needed, self.definite = False, True
        else:
            self.heads.append((self.at, self.at + size, row))
            self.needed = self.needed or stands == CONSTRUCT
            self.definite = size > 1 and words[-1].startswith(_DEFINITE)
        upright = self.script != "Cyrl" or spelling == fold(" ".join(words))
        self.more = self.more or stands != TITLE or not upright
        self.at += size
        return True

    def _is_opened(self, word: str, size: int) -> bool:
        """Is what may be a name a title, since what opens one stands before it?"""
        if self.script != "Arab" and word[0].islower() and self.words[self.at + size][0].isupper():
            return self.script == "Cyrl"
        if _is_of_land(self.words[self.at + size :], self.tables):
            return True
        return self.opened and (word.startswith(_AL) or len(self.words) - self.at - size >= _NAME)

    def _is_of_the_name(self, words: Sequence[str], stands: str) -> bool:
        """Are words behind a title rather the name's: initials, or with a capital a name as well?"""
        if self.script == "Arab" or not words[0][0].isupper() or stands in (TITLE, CONSTRUCT):
            return False
        if _INITIALS.fullmatch("".join(words)):
            return True
        if len(words) > 1:
            return False
        if stands == CALLING or (self.script == "Cyrl" and stands == BEFORE):
            return self.lacks_surname(self.words[self.at + 1 :])
        return any(hit.role != "title" for hit in self.lexicon.written(words[0]))

    def _completed(self) -> bool:
        """Walk over what completes a title and is no row: a place, an abbreviation, a definite noun."""
        if not self.heads:
            return False
        word, left = self.words[self.at], self.words[self.at + 1 :]
        if self._is_abbreviation(word):
            return self._over(1)
        if len(left) < _NAME or self.lexicon.is_given(word):
            return False
        if self.script == "Arab" and (size := self._governed(word, left)):
            self.definite = True
            return self._over(size)
        for size in (2, 1):
            place, name = self.words[self.at : self.at + size], self.words[self.at + size :]
            if len(name) >= _NAME and self._is_whole(name) and self._is_place(" ".join(place)):
                return self._over(size)
        return False

    def _is_place(self, text: str) -> bool:
        """Is a text a country, or a unit or large town and no name?"""
        return is_land(text, self.tables) or is_home(text, self.tables)

    def _governed(self, word: str, left: Sequence[str]) -> int:
        """How many Arabic words complete a title in the construct state: الصحة, جامعة دمشق, في حماس."""
        if word.startswith(_DEFINITE):
            return int(self.needed or (self.definite and self.lexicon.is_given(left[0])))
        if not (self.needed or word in self.links) or self.lexicon.is_given(left[0]) or len(left) <= _NAME:
            return 0
        governs = word in self.links or left[0].startswith(_DEFINITE) or is_home(left[0], self.tables)
        return 2 if governs else 0

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
        if len(word) == _LETTERS and len(self.words) - self.at == _NAME:
            return False
        return not " ".join(self.words[self.at + 1 :]).isupper()

    def is_name(self, word: str) -> bool:
        """Is a word in Arabic letters a name that a row writes out, with its article or not, and no title?"""
        if self.script != "Arab":
            return False
        whole = {hit.role for hit in self.lexicon.written(word)}
        bare = {hit.role for hit in self.lexicon.written(word.removeprefix(_AL))}
        if "title" in bare and "given" not in whole:  # الملك
            return False
        return bool(whole - {"title"}) or not _NAMES.isdisjoint(bare)

    def lacks_surname(self, words: Sequence[str]) -> bool:
        """Are words a given name alone or with a patronymic, so that the word before may be the surname?"""
        if not self.lexicon.is_given(words[0]):
            return False
        return len(words) < _NAME or (len(words) == _NAME and recognise(words[1], self.tables) is not None)

    def _is_whole(self, words: Sequence[str]) -> bool:
        """Are words a given name and a surname, so that the word before is neither?"""
        first = self.lexicon.is_given(words[0]) or is_initial(words[0])
        return first and recognise(words[-1], self.tables) is None

    def _small(self) -> bool:
        """Walk on behind the last word in small letters, or what a preposition there leads to."""
        last = max((at for at in range(self.at, len(self.words) - 1) if self._is_small(at)), default=-1)
        if last < 0 or any(self.lexicon.is_given(word) for word in self.words[self.at : last + 1]):
            return False
        end = last + 1
        if self.words[last] in self.links:
            end = next(
                (at for at in range(end + 1, len(self.words)) if self.lexicon.is_given(self.words[at])), 0
            )
        if not end or not self.words[end][0].isupper():
            return False
        first, heads = self.at, self._heads_in(range(self.at, last + 1))
        if not (self.heads or heads) and not self._is_told(last):
            return False
        if first == 0 and self.words[0][0].isupper() and not self._is_whole(self.words[end:]):
            return False
        self.heads += heads
        self.at, self.more, self.needed = end, True, False
        return True

    def _is_told(self, last: int) -> bool:
        """Does a whole name follow Cyrillic words in small letters: основатель Иван Петров?"""
        words, name = self.words[: last + 1], self.words[last + 1 :]
        while len(name) > _NAME and name[0].isupper() and len(name[0]) in _ABBREVIATION:
            name = name[1:]
        self.told = self.script == "Cyrl" and len(name) >= _NAME and self._is_whole(name)
        for word in words:
            small = len(word) >= _LEAST and word.islower() and not _SURNAMED.search(word)
            self.told = self.told and small and not is_given(word, self.tables)
        return self.told

    def _is_small(self, at: int) -> bool:
        """Is a word in small letters and no particle of a name's?"""
        word = self.words[at]
        if not word[0].islower() or word in self.links:
            return word in self.links
        return (
            all(hit.role not in ("particle", "kunya") for hit in self.lexicon.written(word))
            and "-" not in word[:3]
        )

    def _heads_in(self, places: Sequence[int]) -> list[tuple[int, int, Row]]:
        """The titles and callings in some places."""
        found = [(at, self._found(self.words[at : at + 1])) for at in places]
        names = self.known.names
        return [(at, at + 1, one[0]) for at, one in found if one and one[1] in _HEADS and one[2] not in names]
