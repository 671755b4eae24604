"""What stands before a person's name: titles with what completes them, callings, nationalities, honorifics.

министр обороны РФ Сергей Шойгу, Syrian President Bashar al-Assad, فخامة الرئيس عبد الفتاح السيسي. The words
are rows of `tables/person/calling.tsv` and `title.tsv`; grammar says where what completes a title ends: with
the last word in small letters, with a place or an abbreviation, in Arabic with the last definite word.

A walk (`marks`) passes the words (`words`) by the first of some `steps` that may be taken, until none may.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from translit.canon.heading.marks import OWNER, Walk
from translit.canon.heading.steps import STEPS, is_of_land, to_last_small
from translit.canon.heading.words import NAME, Words
from translit.canon.home import is_home, is_whereabouts
from translit.nouns import Row
from translit.person.beside.calling import AFTER, BEFORE, callings, tail
from translit.tables import Tables
from translit.text.clean import fold
from translit.text.words import OF, owner

__all__ = ["Heading", "heading"]


class Heading(NamedTuple):
    """A name and what stands before it, and the titles in that; "" where nobody is named: министр обороны.

    Nor is anybody by what is somebody's: Putin's Russia. `bent` is the first title in the nominative where it
    stands in another case, which the name shares.
    """

    name: str
    said: str
    titles: tuple[tuple[str, Row], ...]
    alone: bool  # one calling with a capital, which may be a surname
    doubtful: bool = False  # one calling that is a family's name as well
    bent: str = ""


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
    if _is_nobody(Words(words, tables)):
        return Heading("", text, (), False)
    if len(words) < NAME or not _may_be_headed(words, tables):
        return None
    walk = _walked(Words(words, tables))
    if _is_office(walk):
        return Heading("", text, (), False)
    if any(map(owner, words[walk.at : min(_set_apart(words, walk.at), len(words) - 1)])):
        return Heading("", text, (), False)
    if not walk.is_heading:
        return None
    alone = walk.at == 1 and words[0][0].isupper() and walk.marks[0].stands != OWNER and not walk.bent
    if alone and walk.words.script == "Cyrl" and walk.words.lacks_surname(1):
        return None
    name, said = walk.words.said(walk.at, len(words)), walk.words.said(0, walk.at)
    return Heading(name, said, tuple(walk.titles()), alone, _is_doubtful(walk), walk.bent)


def _set_apart(words: Sequence[str], start: int) -> int:
    """From which word on something is set apart behind a name by a comma or a bracket."""
    marked = (at for at in range(start + 1, len(words)) if words[at][0] in "([" or words[at - 1][-1] in ",،;")
    return next(marked, len(words))


def _may_be_headed(words: Sequence[str], tables: Tables) -> bool:
    """May something stand before the name, by the first word, or by a later one in small letters?"""
    openers, bent = callings(tables).openers, callings(tables).bent
    first = fold(words[0])
    if (
        words[0][0].islower()
        or first in bent
        or not openers.isdisjoint((words[0].lower(), first, *tail(first)))
    ):
        return True
    if words[0].isupper() and not words[1].isupper() and fold(words[0]) in callings(tables).rows:
        return True
    if any(map(owner, words[:-1])) or OF in words[1:-1]:
        return True
    if fold(words[0]) in callings(tables).names and is_of_land(1, Words(words, tables)):
        return True
    return any(word in openers and word.islower() for word in words[1:-1])


def _walked(words: Words) -> Walk:
    """A walk through all that stands before a name.

    >>> from translit.tables import built_in
    >>> words = Words("бывший министр обороны РФ Сергей Шойгу".split(), built_in())
    >>> [(mark.stands, words.said(mark.start, mark.end)) for mark in _walked(words).marks]
    [('before', 'бывший'), ('title', 'министр обороны'), ('after', 'РФ')]
    """
    walk = _stepped(Walk(words))
    if words.script == "Arab":
        return walk
    marks = to_last_small(walk)
    return _stepped(walk.on(*marks)) if marks else walk


def _stepped(walk: Walk) -> Walk:
    """A walk, on step by step to where none may be taken; a word is left for the name."""
    while walk.left > 1:
        mark = next(filter(None, (step(walk) for step in STEPS)), None)
        if mark is None:
            break
        walk = walk.on(mark)
    return walk


def _is_nobody(words: Words) -> bool:
    """Are all words what stands before a title, and no name: Kremlin, ISIS?"""
    called = words.called(0, len(words)) if len(words) <= words.longest else None
    return called is not None and called.stands == BEFORE and not words.is_known(words.said(0, len(words)))


def _is_office(walk: Walk) -> bool:
    """Is the last word one that completes a title, so that nobody is named?"""
    if not walk.is_headed:
        return False
    words, at = walk.words, walk.at
    if words[at] in words.links and walk.left > 1:
        return is_whereabouts(words.said(at + 1, len(words)), words.tables)
    small = words[at - 1].islower() and words.is_genitive(at)  # эмир Катара
    if words.script == "Cyrl" and small and is_home(words.said(at, len(words)), words.tables):
        return True
    called = words.called(at, len(words))
    return called is not None and called.stands == AFTER and (walk.needs_more or words.script != "Arab")


def _is_doubtful(walk: Walk) -> bool:
    """May the last word before the name be the family's, as one calling or before a given name alone?

    In a text in small letters one calling before a name without a surname may be that: глава иван.
    """
    words, at = walk.words, walk.at
    word, following = words[at - 1], words[at]
    if at == 1:
        small = word.islower() and following[0].islower()
        whole = len(words) > NAME and words.ends_in_family()
        return (words.is_arabs_name(word) and not whole) or (small and words.lacks_surname(1))
    return walk.left < NAME and words.is_arabs_name(word) and words.is_given(following)
