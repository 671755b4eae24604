"""The marks of Arabic (harakat): vowels, the lack of one, doubling; and the signs of long vowels."""

from __future__ import annotations

import re

__all__ = [
    *("DAMMA", "DAMMATAN", "FATHA", "FATHATAN", "IMALA", "KASRA", "KASRATAN", "LONG_A", "LONG_I", "LONG_U"),
    *("MARKS", "SHADDA", "SUKUN", "TANWIN", "VOWELS", "bare", "in_order", "vowelled"),
]

FATHA, DAMMA, KASRA = "\N{ARABIC FATHA}", "\N{ARABIC DAMMA}", "\N{ARABIC KASRA}"
SUKUN, SHADDA = "\N{ARABIC SUKUN}", "\N{ARABIC SHADDA}"
FATHATAN, DAMMATAN, KASRATAN = "\N{ARABIC FATHATAN}", "\N{ARABIC DAMMATAN}", "\N{ARABIC KASRATAN}"
LONG_A = "\N{ARABIC LETTER SUPERSCRIPT ALEF}"
LONG_U, LONG_I = "\N{ARABIC SMALL WAW}", "\N{ARABIC SMALL YEH}"
IMALA = "\N{ARABIC EMPTY CENTRE LOW STOP}"
TANWIN = FATHATAN + DAMMATAN + KASRATAN
VOWELS = FATHA + DAMMA + KASRA + SUKUN + TANWIN + LONG_A
MARKS = VOWELS + SHADDA
_marks = re.compile(f"[{MARKS}{IMALA}]").sub
_voiced = re.compile(f"[{FATHA}{DAMMA}{KASRA}{LONG_A}{SUKUN}{KASRATAN}]").search
_typed = re.compile(f"([{VOWELS}])({SHADDA})").sub


def bare(word: str) -> str:
    """A word without its harakat.

    >>> bare("مُحَمَّد")
    'محمد'
    """
    return _marks("", word)


def vowelled(word: str) -> bool:
    """Does a word carry any vowel? A lone shadda, or a fathatan on its last letters, is not enough.

    >>> vowelled("محمّد"), vowelled("مُحمد")
    (False, True)
    """
    return _voiced(word) is not None


def in_order(text: str) -> str:
    """The marks of every letter in one order, shadda before the vowel, whatever order was typed.

    >>> in_order("ش" + FATHA + SHADDA) == "ش" + SHADDA + FATHA
    True
    """
    return _typed(r"\2\1", text) if SHADDA in text else text
