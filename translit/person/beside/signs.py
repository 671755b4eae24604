"""The signs that a text is more than a person's name, or none: marks, numbers, words that lead to more."""

from __future__ import annotations

from collections.abc import Iterable

from translit.lookup import lexicon_of
from translit.patterns import holding, pattern
from translit.person.beside import calling
from translit.person.beside.leads import leads, openers
from translit.tables import Tables
from translit.text.words import OF, owner

__all__ = ["LEAST", "SHORTEST", "TWICE", "is_led", "is_more", "is_signed", "is_stuck", "is_twice", "may_lead"]

# What no name has of itself: marks, numbers, signs for blanks, a dash, capitals after small letters.
_MARKS = '()[«“„"</_@#№*†‡ǂ$¹²³:;؛,،|–—0123456789٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹'
_is_marked = holding(_MARKS)
_LAST_CAPITALS = pattern(r"[^\W\dA-ZА-ЯЁ]\.?\s[A-ZА-ЯЁ]{2,4}$")
SHORTEST = 4  # letters of what somebody is
LEAST = 2  # words of a name beside which something may be set apart
_GLUED = " \N{ARABIC LETTER WAW}"  # and, joined to the next word
_PARTING = str.maketrans("(),،;؛:/|", " " * 9)
_ARABIC, _OTHER = "[\u0621-\u06ff]", r"[^\W\d_\u0600-\u06ff]"
TWICE = pattern(rf"(?<={_ARABIC})[\s.,/–—-]+(?={_OTHER})|(?<={_OTHER})[\s.,/–—-]+(?={_ARABIC})")
_has_arabic, _HAS_OTHER = holding(map(chr, range(0x621, 0x700))), pattern(_OTHER)
_STUCK = 2, 7  # where the stop may stand
_CAPITALS = range(2, 5)  # how many letters in a row may stand after a name


def may_lead(word: str, tables: Tables) -> bool:
    """May a text with a word be more than a name, or none: has the word a sign of that, or leads to more?

    >>> from translit.tables import built_in
    >>> [may_lead(word, built_in()) for word in ("aka", "«Моторола»", "1975", "Syria's", "Павлов")]
    [True, True, True, True, False]
    """
    low = word.lower()
    if low in openers(tables):
        return True
    if word.isalpha() and word[0].isupper():  # as most words are, which have no sign of more
        return len(word) in _CAPITALS and word.isupper()
    if word == OF or _is_marked(word):
        return True
    if low[-1] == "s" and owner(word):
        return True
    if word[0].islower():
        return len(word) >= SHORTEST and _is_small_title(word, tables)
    return len(word) in _CAPITALS and word.isupper()


def _is_small_title(word: str, tables: Tables) -> bool:
    """May a word in small letters be a title, or is it in no table: основатель?"""
    hits = lexicon_of(tables).written(word)
    return not hits or any(hit.role == "title" for hit in hits)


def is_more(text: str, tables: Tables) -> bool:
    """May a cleaned text be more than a person's name, or none: has it a sign of that, or a word?

    >>> from translit.tables import built_in
    >>> [is_more(text, built_in()) for text in ("Roman Zabolotny", "Roman, aka Roma", "unknown")]
    [False, True, True]
    """
    if is_signed(text) or is_twice(text) or _GLUED in text or (text[0].islower() and not text.islower()):
        return True
    low = text.lower()
    if f" {OF} " in low or ("s " in low and any(map(owner, text.split()))):
        return True
    opening, pieces = openers(tables), low.split()  # no mark parts words where there is none
    if not opening.isdisjoint(pieces):
        return True
    return "-" in low and not opening.isdisjoint(_tails(pieces))


def is_led(text: str, tables: Tables) -> bool:
    """Has a text a word that leads to something? A stroke may stand in it (a/k/a), a hyphen before it."""
    opening = leads(tables).openers
    if not opening.isdisjoint(_small(text)):
        return True
    if "/" in text and not opening.isdisjoint([word.strip("()[],;:") for word in text.lower().split()]):
        return True
    return "-" in text and not opening.isdisjoint(_tails(text.lower().split()))


def _tails(words: Iterable[str]) -> list[str]:
    """What stands behind the hyphens of words, with its hyphen."""
    return [last for word in words if "-" in word for last in calling.tail(word)]


def _small(text: str) -> list[str]:
    """The words of a text in small letters."""
    return text.lower().translate(_PARTING).split()


def is_signed(text: str) -> bool:
    """Has a text something that no name has of itself?"""
    if _is_marked(text) or " - " in text or (len(text) > 2 and text[2] == " " and text[:2].isupper()):
        return True
    if "." in text and is_stuck(text):
        return True
    return bool(text) and text[-1].isupper() and _LAST_CAPITALS.search(text) is not None


def is_stuck(text: str) -> bool:
    """Is what a text begins with cut short and stuck to the next word: Dr.Mohammed Ahmed?"""
    stop = text.find(".", *_STUCK)
    return stop > 0 and text[:stop].isalpha() and text[stop + 1 : stop + 1 + _STUCK[0]].isalpha()


def is_twice(text: str) -> bool:
    """Is a name of two words or more written twice, in Arabic letters and in others?"""
    if text.isascii() or not (_has_arabic(text) and _HAS_OTHER.search(text)):
        return False  # as most names are, which are written in letters of one kind
    if len(TWICE.findall(text)) != 1:
        return False
    return all(len(side.split()) >= LEAST for side in TWICE.split(text))
