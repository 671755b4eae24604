"""The steps of a walk through the words before a name: what may come next, and what that is.

Each looks at the words where a walk has come to and gives the mark of those it passes; None where there are
none.
"""

from __future__ import annotations

from translit.canon.heading.marks import COMPLETED, HEADS, NOUN, OWNER, SMALL, Mark, Walk, is_definite
from translit.canon.heading.words import NAME, Called, Words
from translit.canon.home import is_home, is_land, is_whereabouts
from translit.person.beside.calling import AFTER, BEFORE, CALLING, CONSTRUCT, NATION, TITLE
from translit.person.slavic.declension import fathered
from translit.text.article import AL
from translit.text.words import is_initial, owner

__all__ = ["STEPS", "is_of_land", "to_last_small"]

_ABBREVIATION = range(2, 7)  # capitals of an abbreviation after a title: РФ, МИД
_OWNER = 4  # words of an owner
_LETTERS = 2  # of initials without stops, before a surname alone: Dr RA Hussein


def row(walk: Walk) -> Mark | None:
    """Pass the longest row that may stand here."""
    words, start = walk.words, walk.at
    for end in range(min(len(words) - 1, start + words.longest), start, -1):
        called = words.called(start, end)
        if called is None:
            continue
        mark = Mark(start, end, _stands(called, walk), called.row, called.bent)
        if _may_stand(mark, called, walk):
            return mark
    return None


def _stands(called: Called, walk: Walk) -> str:
    """Where a row stands: a nationality opens a title, and behind one completes it; so do titles."""
    if called.stands == NATION:
        return AFTER if walk.is_headed else BEFORE
    if called.stands in HEADS and walk.needs_more and is_definite(walk.words[walk.at]):
        return NOUN
    return called.stands


def _may_stand(mark: Mark, called: Called, walk: Walk) -> bool:
    """May a row stand so where a walk has come to? A letter must be small, before a given name: о. Павел."""
    word, letter = walk.words[mark.start], mark.end == mark.start + 1 and is_initial(walk.words[mark.start])
    if (
        letter
        and mark.stands == CALLING
        and not (word.islower() and walk.words.is_given(walk.words[mark.end]))
    ):
        return False
    if mark.stands == TITLE:
        if letter and word.isupper():
            return False
        if called.is_name and not _is_sooner_title(mark, walk):
            return False
    if walk.is_headed:
        return not _is_of_the_name(mark, walk)
    return mark.stands != AFTER or walk.is_opened


def whose(walk: Walk) -> Mark | None:
    """Pass whose somebody is before a whole name, or before a surname who or what is known: the Kremlin's."""
    words, start = walk.words, walk.at
    for end in range(start + 1, min(len(words), start + 1 + _OWNER)):
        if owner(words[end - 1]):
            whole = words.are_given(end)
            return Mark(start, end, OWNER) if whole or _is_known_owner(start, end, walk) else None
    return None


def _is_known_owner(start: int, end: int, walk: Walk) -> bool:
    """Is the last word a name, and are those before it a place's or the row of a body: Syria's Assad?"""
    words = walk.words
    if len(words) > end + 1 or not words.is_family(words[end]):
        return False
    return words.called(start, end) is not None or is_home(owner(words.said(start, end)), words.tables)


def of_whom(walk: Walk) -> Mark | None:
    """Pass whom a calling is of, in the genitive, before a whole name: адвокат Навального Ольга Михайлова."""
    words, start = walk.words, walk.at
    if not walk.is_headed or words.script != "Cyrl" or words.is_given(words[start]):
        return None
    last = words[len(words) - 1]
    if is_initial(last) or fathered(last.lower(), words.tables):  # гражданина Иванова Петра Сидоровича
        return None
    for end in (start + 2, start + 1):
        behind = end < len(words) and words[end][0].isupper() and words.are_given(end)  # no бен
        if behind and all(words.is_genitive(at) for at in range(start, end)):
            return Mark(start, end, COMPLETED)
    return None


def national(walk: Walk) -> Mark | None:
    """Pass a nationality before a whole name: Egyptian Mohamed Salah."""
    words, start = walk.words, walk.at
    called = None if walk.is_headed else words.called(start, start + 1)
    if called is None or called.stands != NATION or not words.are_given(start + 1):
        return None
    return Mark(start, start + 1, OWNER, called.row)


def _is_sooner_title(mark: Mark, walk: Walk) -> bool:
    """Is what may be a name a title, since what opens one stands before it?"""
    words = walk.words
    word, following = words[mark.start], words[mark.end]
    if is_of_land(mark.end, words):
        return True
    if words.script != "Arab" and word[0].islower() and following[0].isupper():
        return words.script == "Cyrl"
    return walk.is_opened and (word.startswith(AL) or len(words) - mark.end >= NAME)


def is_of_land(at: int, words: Words) -> bool:
    """Does a country follow a title that is a name as well: Emir of Qatar, أمير قطر تميم?

    In Arabic a name must follow the country, which is no given name.
    """
    left = len(words) - at
    if words[at] in words.links:
        behind = words.said(at + 1, len(words)), words.said(at + 1, at + 2)
        return left > 1 and any(is_whereabouts(text, words.tables) for text in behind)
    if words.script != "Arab" or left <= NAME or words.is_given(words[at]):
        return False
    return is_land(words[at], words.tables)


def _is_of_the_name(mark: Mark, walk: Walk) -> bool:
    """Are words behind a title rather the name's: initials, or with a capital a name as well?"""
    words = walk.words
    word = words[mark.start]
    if words.script == "Arab" or not word[0].isupper() or mark.stands in (TITLE, CONSTRUCT):
        return False
    if words.are_initials(mark.start, mark.end):
        return True
    if mark.end > mark.start + 1:
        return False
    if mark.stands == CALLING or (words.script == "Cyrl" and mark.stands == BEFORE):
        return words.lacks_surname(mark.end)
    return words.is_known(word)


def _is_capitals(word: str) -> bool:
    """Is a word in capitals, no more than an abbreviation has?"""
    return len(word) in _ABBREVIATION and word.isupper()


def abbreviation(walk: Walk) -> Mark | None:
    """Pass what completes a title in capitals, as the name after it is not: РФ, МИД."""
    words, start = walk.words, walk.at
    word = words[start]
    if not walk.is_headed or not _is_capitals(word) or not word.isalpha():
        return None
    if len(word) == _LETTERS and walk.left == NAME:
        return None
    shouted = words.said(start + 1, len(words)).isupper()
    return None if shouted else Mark(start, start + 1, COMPLETED)


def noun(walk: Walk) -> Mark | None:
    """Pass the Arabic words that complete a title in the construct state: الصحة, جامعة دمشق, في حماس."""
    if not _may_be_completed(walk) or walk.words.script != "Arab":
        return None
    words, start = walk.words, walk.at
    word, following = words[start], words[start + 1]
    if is_definite(word):
        complete = walk.needs_more or (walk.is_definite and words.is_given(following))
        return Mark(start, start + 1, NOUN) if complete else None
    led = word in words.links
    if not (led or walk.needs_more) or words.is_given(following) or walk.left <= NAME + 1:
        return None
    governs = led or is_definite(following) or is_home(following, words.tables)
    return Mark(start, start + 2, NOUN) if governs else None


def place(walk: Walk) -> Mark | None:
    """Pass the place that completes a title before a whole name: президент Сирии Башар Асад."""
    if not _may_be_completed(walk):
        return None
    words, start = walk.words, walk.at
    for end in (start + 2, start + 1):
        whole = len(words) - end >= NAME and words.is_whole(end)
        if whole and is_whereabouts(words.said(start, end), words.tables):
            return Mark(start, end, COMPLETED)
    return None


def _may_be_completed(walk: Walk) -> bool:
    """Is there a title, and may the next word belong to it, a whole name being left?"""
    return walk.is_headed and walk.left > NAME and not walk.words.is_given(walk.words[walk.at])


STEPS = (whose, national, row, abbreviation, noun, place, of_whom)
"""The steps, in the order in which they are tried."""


def to_last_small(walk: Walk) -> tuple[Mark, ...]:
    """Pass all up to the last word in small letters, or what a preposition there leads to.

    The marks of the titles and callings on the way, then of the whole; none where no name is left.
    """
    words, start = walk.words, walk.at
    last = max((at for at in range(start, len(words) - 1) if words.may_be_said(at)), default=-1)
    if last < 0 or any(words.is_given(words[at]) for at in range(start, last + 1)):
        return ()
    end = _behind(last, walk)
    if not end or not words[end][0].isupper():
        return ()
    heads = _heads(range(start, last + 1), walk)
    if not walk.is_headed and not heads and not _is_told(last, walk):
        return ()
    if start == 0 and words[0][0].isupper():
        entered = words[0][-1] == "," and len(words) - end < NAME  # Петров, капитан Иван
        if entered or not words.is_whole(end):
            return ()
    return (*heads, Mark(start, end, SMALL))


def _behind(last: int, walk: Walk) -> int:
    """Where the name begins behind a word in small letters: after a preposition with the given name, or 0."""
    words = walk.words
    if words[last] not in words.links:
        return last + 1
    return next((at for at in range(last + 2, len(words)) if words.is_given(words[at])), 0)


def _heads(places: range, walk: Walk) -> list[Mark]:
    """The titles and callings of one word in some places."""
    found = [(at, walk.words.called(at, at + 1)) for at in places]
    return [
        Mark(at, at + 1, called.stands, called.row, called.bent)
        for at, called in found
        if called and called.stands in HEADS and not called.is_name
    ]


def _is_told(last: int, walk: Walk) -> bool:
    """Does a whole name follow words of no row in small letters: основатель МММ Иван Петров, Duma speaker?"""
    words, start = walk.words, last + 1
    while len(words) - start > NAME and _is_capitals(words[start]):
        start += 1
    if words.script == "Arab" or not (words.are_given(start) or words.are_entered(start)):
        return False
    named = walk.at or words.script == "Cyrl" or words[0].islower() or words.is_known(words[0])
    first = walk.at if named else 1  # Chess champion Garry Kasparov
    return first <= last and all(words.is_common(words[at]) for at in range(first, last + 1))
