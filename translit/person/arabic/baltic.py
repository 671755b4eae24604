"""An Arab's name without the endings that Balts put on it: Basharas al Assadas and Bašars al Asads are one.

Lithuanian and Latvian papers decline every man's name that does not end in a vowel; the endings are rows of
`tables/spelling/ar/put-on.tsv`. A word that is a name as it stands keeps its end: Abbas, Younes.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from translit.lookup import lexicon_of
from translit.person.arabic.nearest import FAR, Nearest, is_others, nearest
from translit.person.arabic.particles import heads
from translit.person.arabic.put_on import (
    BALTIC,
    LEAST,
    VOWELS,
    is_balts,
    is_joining,
    is_still,
    may_end,
    without,
)
from translit.person.arabic.rows import JUST_HEARD
from translit.person.arabic.words import vocabulary_of
from translit.person.slavic.foreign_endings import is_title
from translit.tables import Tables
from translit.text.clean import joined

__all__ = ["unended"]

_ENDS = frozenset("aeiouyhwsAEIOUYHWS,.āēīūėęįąų")  # the last letters of a Balt's word …
_LONG = 6  # … but for short ones that join others
_MARKS = frozenset("čšžģķļņāēīūųėęįą")
_APOSTROPHES = re.compile(r"['’](?=[ai]s$|[ai]s )", re.IGNORECASE)  # before endings
_SCHOLARS = frozenset("'‘’`ʻʼʿʾ")
_WHOLE = 2  # words of a whole name
_WRITTEN = 0.06  # … of one that a row or a scheme writes
_CLOSE = 0.2  # … of a given name beside a family's name that nobody knows


def unended(pieces: tuple[str, ...], tables: Tables) -> tuple[str, ...] | None:
    """The words of an Arab's name without the endings that a Baltic paper put on them, None if it put none.

    A man's given name must come of it that was none before; or, where no other word can have an ending, the
    name of an Arab family.

    >>> from translit.tables import built_in
    >>> unended(("Basharas", "al", "Assadas"), built_in()), unended(("Hosni", "Mubaraks"), built_in())
    (('Bashar', 'al', 'Assad'), ('Hosni', 'Mubarak'))
    >>> unended(("Ali", "Abbas"), built_in()), unended(("Ali", "Adams"), built_in())
    (None, None)
    """
    if not all(piece[-1] in _ENDS or len(piece) < _LONG or is_title(piece, tables) for piece in pieces):
        return None
    if not _SCHOLARS.isdisjoint(_APOSTROPHES.sub("", " ".join(pieces))):
        return None
    if any(is_balts(piece, tables) for piece in pieces):
        return None
    for language in BALTIC:
        found = _of(pieces, language, tables)
        if found:
            return found
    return None


_UNASKED = Nearest(FAR, given=False)


class _Word(NamedTuple):
    """A word of a name as it is without an ending, if it had any: is that a sure one, and what is left known?

    `given` is a man's given name of Arabs, `family` the last word's being a family's, `behind` an article.
    """

    text: str
    ended: bool
    sure: bool
    near: Nearest
    given: bool
    family: bool
    behind: bool


def _of(pieces: Sequence[str], language: str, tables: Tables) -> tuple[str, ...] | None:
    """The words of a name without the endings of one language."""
    found = list[_Word]()
    for at in range(len(pieces)):
        word = _word(pieces, at, language, tables)
        if word is None:
            return None
        found.append(word)
    names = [word for word in pieces if not is_joining(word, tables)]
    if len(names) < _WHOLE or not any(word.ended for word in found) or not _is_arabs(pieces, found, tables):
        return None
    return tuple([word.text for word in found])


def _word(pieces: Sequence[str], at: int, language: str, tables: Tables) -> _Word | None:
    """A word of a name without the ending of a language; None where it must have one and has not."""
    article, hyphen, word = pieces[at].rpartition("-")
    last = at == len(pieces) - 1
    behind = bool(article) or (at > 0 and _is_article(pieces[at - 1], tables))
    if is_still(word, tables):
        return _Word(pieces[at], False, False, _UNASKED, False, False, behind)
    told = without(word, language, last, tables)
    if told is None:
        return None
    form, near, sure = told
    given = not last and near.given and _is_of_arabs(form, tables)
    family = last and (_is_family(form, near, tables) or _is_son(pieces, form, tables))
    return _Word(article + hyphen + form, form != word, sure, near, given, family and form != word, behind)


class _Name(NamedTuple):
    """The words of a name without their endings: the last one, those before it, and what these tell.

    `told`: the article before the last word tells that its ending was put on. `givens` are given names of
    Arabs, of men, that had an ending; `marked` is a name with a letter that Balts alone write.
    """

    last: _Word
    ended: list[_Word]
    told: bool
    givens: list[_Word]
    marked: bool

    @property
    def has_given(self) -> bool:
        """Is there such a given name, beside a family's name or near enough to its row?"""
        return bool(self.givens) and (self.last.family or any(one.near.cost <= _CLOSE for one in self.givens))

    @property
    def has_family(self) -> bool:
        """Is the last word an Arab family's as it stands, or behind an article without its ending?"""
        return self.last.family and (self.told or not self.last.ended)

    @property
    def is_surely_ended(self) -> bool:
        """Is an ending surely a Balt's, since nobody else has it or since a name of Arabs is left?"""
        last = self.last
        return (
            any(word.sure and (word.family or word.near.known) for word in self.ended)
            or (last.family and (self.told or (last.behind and self.has_given)))
            or any(map(_is_surely, self.givens))
            or (last.ended and last.near.known and self.marked)
        )


def _name(pieces: Sequence[str], found: Sequence[_Word], tables: Tables) -> _Name:
    """The words of a name, with what they tell together."""
    *before, last = found
    if not last.ended:
        last = last._replace(family=_is_known_family(last.text, tables))
    stays = (
        last.family and not last.ended
    )  # beside it a name that others have too is an Arab's: Victoras Dirawi
    givens = [word for word in before if word.ended and word.near.given and (stays or word.given)]
    ended = [word for word in found if word.ended]
    return _Name(last, ended, _is_told(pieces[-1], last), givens, _is_marked(pieces))


def _is_told(piece: str, last: _Word) -> bool:
    """Does the article before a last word tell that its ending was put on?

    Not where that is but an s behind a consonant, which may be the family's own: ed-Dibs.
    """
    lost_s = piece.lower() == f"{last.text}s".lower()
    return last.behind and (not lost_s or last.text[-1].lower() in VOWELS)


def _is_arabs(pieces: Sequence[str], found: Sequence[_Word], tables: Tables) -> bool:
    """Do the words that have lost an ending tell that a Baltic paper put it on an Arab's name?"""
    name = _name(pieces, found, tables)
    if not name.is_surely_ended:
        return False
    return name.has_given or name.has_family or (name.last.family and _is_mans(pieces, found, tables))


def _is_son(pieces: Sequence[str], form: str, tables: Tables) -> bool:
    """Does a row write the last word of a name with "son of" before it as a family's name: bin Laden?"""
    before = joined(pieces[-2]) if len(pieces) > 1 else ""
    return before in heads("apart", tables) and nearest(before + joined(form), tables).known


def _is_surely(word: _Word) -> bool:
    """Does a row or a scheme write a given name so, and is it too long to be another word by chance?"""
    return word.near.cost <= _WRITTEN and may_end(word.text, "") and len(word.text) > LEAST


def _is_marked(pieces: Sequence[str]) -> bool:
    """Has a name a letter that Balts write and no Greek's name has in English?"""
    return not _MARKS.isdisjoint("".join(pieces).lower())


def _is_article(word: str, tables: Tables) -> bool:
    return joined(word) in vocabulary_of(tables).particles.articles


def _is_mans(pieces: Sequence[str], found: Sequence[_Word], tables: Tables) -> bool:
    """Is a word that needs no ending an Arab's given name, or have two lost theirs, the first one of his?"""
    if any(nearest(piece, tables).given for piece in pieces[:-1]):
        return True
    first, last = found[0], found[-1]
    if sum([word.ended for word in found]) == 1:
        return False
    return last.near.cost <= _WRITTEN and (
        first.near.given or bool(lexicon_of(tables).written(last.text.rpartition("-")[2]))
    )


def _is_known_family(piece: str, tables: Tables) -> bool:
    """Is a word, with its article or without, as it stands the name of a family of Arabs?"""
    word = piece.rpartition("-")[2]
    return _is_family(word, nearest(word, tables), tables)


def _is_of_arabs(form: str, tables: Tables) -> bool:
    """Is a given name, if any row writes it, one of Arabs or of who has their names alone: not Alfred?"""
    hits = lexicon_of(tables).written(form)
    others = [hit for hit in hits if is_others(hit, form, tables)]
    return len(others) < max(len(hits), 1) and not any(
        hit.family == "other" and hit.role == "given" for hit in others
    )


def _is_family(form: str, near: Nearest, tables: Tables) -> bool:
    """Is what comes of a word the name of a family of such a people, written so or just sounding so?"""
    hits = lexicon_of(tables).written(form)
    return near.cost <= JUST_HEARD and not any(is_others(hit, form, tables) for hit in hits)
