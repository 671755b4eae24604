"""The most that two names score where letters alone say that two of their words are one."""

from __future__ import annotations

from collections.abc import Iterable

from translit.comparison.alike import NATIVE, Said
from translit.comparison.consonants import are_other_rows, are_otherwise_vowelled, are_two_rows, end_otherwise
from translit.comparison.odds import LEAST, shared_of
from translit.comparison.pairing import Pair
from translit.comparison.words import Word, meant

__all__ = ["LEAST_BOUND", "STRANGERS", "have_unread", "most"]

_DOUBTFUL = 0.5  # log-odds below which letters alone never make two names surely one
_TELLING = {"ru": 0.0, "ar": 1.3}  # log-odds from which letters alone are right nine times in ten
LEAST_BOUND = 0.85  # the most that two names score of which letters are right less often
STRANGERS = 0.49  # and those of which one word is clearly another's
_BY_LETTERS = 0.89  # and those of which they are
_OTHER_SCRIPTS = "\u0370"  # the first letter behind the Latin ones
_HALF = 0.5  # of what both words can be, less than which two known names are surely not one
_KINDRED = 1.0  # log-odds from which two neighbouring tongues surely write one name
_BY_EAR = ("apart", "cognates", "sound")  # the reasons for which two words are alike that no row gives
_SHARED = {"ru": LEAST, "ar": 0.25}  # and less than which two Latin words of places are but alike
_LITTLE = 0.2  # and less than which two rows of Arabs are not even probably one: Jaber, Jabbar


def most(a: Word, b: Word, found: Said, language: str) -> float:
    """The most that two names score by these two of their spellings: less than one where letters alone speak.

    Then none is read as the other, or each is a known name: Kournikova and Kurnakova, Salem and Salemi
    sound alike, and yet nobody writes one for the other. Among Arabs more often than among Russians a
    name of about the same letters is another, and two names that both have rows are never surely one, nor
    even probably where their consonants are others; nor are two in Latin letters that Arabs write alike, with
    an a and a u (Naim, Nuaim), or that end in a and in i (Halaba, Halabi), nor two of which an a is told
    before the last consonant of one, and an i of the other (Murad, Mourid). Beside a Russian word in its own
    script one that is hardly read as that is not surely it: Паркин, Garkin; nor is beside a known Arabic one
    another that is less than half read as that: جابر, Jabr, nor one of other vowels: زنكور, Zankir.
    """
    if found.relation != "variant" or language == "other":
        return 1.0
    ends = language == "ar" and not (a.own and b.own) and end_otherwise(a, b)
    if a.own or b.own:
        return LEAST_BOUND if ends or _is_unread(a, b, found, language) else 1.0
    rows = language == "ar" and are_two_rows(a, b)
    if found.like >= NATIVE:
        return LEAST_BOUND if rows or ends or (language == "ar" and are_otherwise_vowelled(a, b)) else 1.0
    one, two = meant(a.spelt, language), meant(b.spelt, language)
    shared = shared_of(one, two)
    if one.known and two.known and one.best != two.best and shared < _HALF:
        return STRANGERS if rows and (shared < _LITTLE or are_other_rows(a, b, one, two)) else LEAST_BOUND
    if rows:
        return STRANGERS if are_other_rows(a, b, one, two) else LEAST_BOUND
    if ends:
        return LEAST_BOUND
    if found.like < _DOUBTFUL or shared < LEAST:
        return _BY_LETTERS if found.like >= _TELLING[language] else LEAST_BOUND
    return 1.0


def _is_unread(a: Word, b: Word, found: Said, language: str) -> bool:
    """Is one of two words hardly read as the other, in its own script, or two Arabic rows half as much?

    Do letters speak too little for an Arabic word of no row and a Latin one: عكوش, Akkash?

    Two that rows keep apart are never surely one, though either may be read so.
    """
    if language == "ar" and are_two_rows(a, b):
        unread = shared_of(meant(a.spelt, "ar"), meant(b.spelt, "ar")) < _HALF
        return unread or not a.never.isdisjoint(b.forms)
    if language == "ar":
        own, other = (a, b) if a.own else (b, a)
        if other.own or own.row is not None:
            return False
        return other.core < _OTHER_SCRIPTS and found.like < _TELLING[language]
    if (a.own and b.own) or found.like >= _DOUBTFUL:
        return False
    return shared_of(meant(a.spelt, "ru"), meant(b.spelt, "ru")) < LEAST


def have_unread(pairs: Iterable[Pair], language: str) -> bool:
    """Are two words of places but alike in their letters, and neither is read as the other: Laha, Lata?

    So are two names of Arabs that sound alike, Salih and Salah. What neighbouring tongues write otherwise is
    explained.
    """
    return any(_are_but_alike(one.left.word, one.right.word, one.said, language) for one in pairs)


def _are_but_alike(a: Word, b: Word, found: Said, language: str) -> bool:
    """Do letters or one sound alone make two words one, of which neither is read as the other?"""
    if found.relation != "variant" or found.reason not in _BY_EAR:
        return False
    if found.reason == "cognates":
        return found.like < _KINDRED
    one, two, own = meant(a.spelt, language), meant(b.spelt, language), a.own or b.own
    shared = shared_of(one, two)
    if found.reason == "apart" and shared < (LEAST if own else _SHARED[language]):
        return True
    if language != "ar" or (a.own and b.own) or not (one.known and two.known) or one.best == two.best:
        return False
    return shared < (_LITTLE if own else _HALF)
