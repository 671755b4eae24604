"""Words of an Arab's name that are written in one.

The article or "son of" parts two known ones. Two given names that Iranians write in one are one name, which
may be written apart.
"""

from __future__ import annotations

from itertools import product

from translit.patterns import holding, pattern
from translit.person.arabic.letters import AL, SONS
from translit.person.arabic.words import Vocabulary, vocabulary
from translit.tables import Tables
from translit.text.clean import joined
from translit.text.script import script_of

__all__ = ["halved", "may_be_glued", "parted"]

_LEAST = 3  # letters of a word on either side in Arabic script; one more in Latin
_SIGN = pattern(rf"{AL}(?<=\w{{3}}{AL})\w{{3}}|بن(?<=\w{{3}}بن)(?:\s|$)")  # a search is for its first letters
# Four letters before the article or "son of", and four behind it: the search is for what these end in.
_has_arabic_joint = holding((AL, "بن"))
_LETTERS, _BEFORE = "[A-Za-zİıſ]{4}", "(?<=[A-Za-zİıſ]{4}"
_LATIN_SIGN = pattern(
    f"[lLnN](?:{_BEFORE}[aeAE][lL])|{_BEFORE}[bB][iıIİ][nN])|{_BEFORE}[iıIİ][bB][nN])){_LETTERS}"
)
_has_joint = holding(
    map("".join, (*product("aeAE", "lL"), *product("bB", "iıIİ", "nN"), *product("iıIİ", "bB", "nN")))
)
_INITIAL = pattern(r"(?<![^\W_])([A-ZА-ЯЁ]\.)(?=[^\W\d_])")
_LATIN = pattern(r"(?i)(?=([ae]l|bin|ibn)([a-z]{4,}))")


def may_be_glued(text: str) -> bool:
    """May words or initials of a name be written in one, by its letters alone?"""
    if "." in text and _INITIAL.search(text):
        return True
    if _has_joint(text) and _LATIN_SIGN.search(text):
        return True
    return not text.isascii() and _has_arabic_joint(text) and _SIGN.search(text) is not None


def parted(text: str, tables: Tables | None = None) -> str:
    """A text with the words apart that were written in one; itself where none were.

    >>> parted("بشارالأسد"), parted("عبد القادرالحسيني"), parted("محمدبن سلمان")
    ('بشار الأسد', 'عبد القادر الحسيني', 'محمد بن سلمان')
    >>> parted("Abdulrahmanalrashid"), parted("Bashar al-Assad")
    ('Abdulrahman al-rashid', 'Bashar al-Assad')
    >>> parted("A.R. Rahman"), parted("A.R.Rahman")
    ('A. R. Rahman', 'A. R. Rahman')
    """
    if "." in text:
        text = _INITIAL.sub(r"\1 ", text)
    known = vocabulary(tables)
    cut = _arabic if script_of(text) == "Arab" else _latin
    words = text.split()
    return " ".join([word if known.rows.is_spelt(joined(word)) else cut(word, known) for word in words])


def halved(word: str, tables: Tables | None = None) -> str:
    """A word that is two given names in one as Iranians write them, with these apart; empty where it is none.

    >>> halved("Mohammadreza"), halved("علیرضا"), halved("Abdullah")
    ('Mohammad Reza', 'علی رضا', '')
    """
    return vocabulary(tables).doubles.apart(word)


def _arabic(word: str, known: Vocabulary) -> str:
    """A word in Arabic letters, parted before its article or its "son of"."""
    for son in SONS:
        if word.endswith(son) and _is_name(word.removesuffix(son), _LEAST, known):
            return f"{word.removesuffix(son)} {son}"
    at = word.find(AL, _LEAST)
    while at > 0:
        first = word[:at]  # no word has two articles
        told = _is_name(first, _LEAST, known) or (first.startswith(AL) and len(first) > len(AL) + 1)
        if told and _is_name(word[at + len(AL) :], _LEAST, known):
            return f"{word[:at]} {word[at:]}"
        at = word.find(AL, at + 1)
    return word


def _latin(word: str, known: Vocabulary) -> str:
    """A word in Latin letters, parted before its article or its "son of"."""
    for found in _LATIN.finditer(word, _LEAST + 1):
        joint, rest = found.groups()
        first = word[: found.start()]
        if _is_name(first, _LEAST + 1, known) and _is_name(rest, _LEAST + 1, known):
            return f"{first} {joint}{' ' if joint.lower() in ('bin', 'ibn') else '-'}{rest}"
    return word


def _is_name(word: str, least: int, known: Vocabulary) -> bool:
    """Is a part of a word a name that a row writes out, or a compound of one?"""
    if len(word) < least:
        return False
    return known.rows.is_written(joined(word)) or known.made_by(word) == "halves"
