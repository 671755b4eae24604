"""The vowels of an Arabic word written without them: from the name tables, else from learned habits.

A word of the tables is read as they have it, with or without its article; where they have two
readings (Umar and Amr), and for words of no table, the weights of `translit.vocalise.vowels` decide.
"""

from __future__ import annotations

from functools import lru_cache

from translit.patterns import pattern
from translit.spelling import plain
from translit.text.article import AL, ALLAH
from translit.text.harakat import FATHA, MARKS, SHADDA, bare, in_order, vowelled
from translit.vocalise.lexicon import (
    FOLDED,
    LETTERS,
    SHORT,
    has_article,
    lexicon,
    with_article,
    without_article,
)
from translit.vocalise.partial import Marks, agree, fixed, marks_of, sayable, wholly
from translit.vocalise.signs import one_yeh, signed
from translit.vocalise.vowels import Field, field

__all__ = ["parted", "vocalise"]

_ASKED = 12  # readings of a word that are weighed beside the rows that it may be
_COMPOUND = pattern(
    r"(?<!\w)(عبد|[اأ]بو|[اأ]بي)(?=ال\w\w)|(?<=\w\w)(?<!و)(?=الدين(?!\w))|(?<=\w\w)(?<![وبي])(?<!عبد)(?=الله(?!\w))"
)
_UNLIKELY = 1e-3  # the share of a row's reading that is not among them


def parted(text: str) -> str:
    """A text with its compound names, which are often written in one, in two words.

    >>> parted("عبدالرحمن نورالدين") == "عبد الرحمن نور الدين"
    True
    """
    return _COMPOUND.sub(lambda found: f"{found[1] or ''} ", text) if AL in text else text


@lru_cache(maxsize=32768)
def vocalise(word: str) -> str:
    """A word with its harakat, as it is most often read; a word that has them already, as it stands.

    >>> vocalise("حسن") == "حَسَن"
    True
    """
    word = in_order(plain(word))
    word = word.lstrip(MARKS) or word  # one before the first letter is no letter's
    letters = bare(word)
    marks = marks_of(word) if word != letters else ()
    if letters == ALLAH or (marks and letters.endswith(ALLAH)):
        return word
    if len(letters) < 2 or not LETTERS.fullmatch(letters) or (marks and wholly(word)):
        return word
    told = lexicon()
    whole = _agreeing(told.readings(letters), marks)
    if whole or not has_article(letters):
        return _read(letters, whole, marks, word)
    stem, said = letters[2:], without_article(word)
    marks = marks_of(said) if marks else ()
    return with_article(_read(stem, _agreeing(told.definite(stem), marks), marks, said))


def _agreeing(known: dict[str, int], marks: Marks) -> dict[str, int]:
    """The readings that have what is written."""
    return {word: rows for word, rows in known.items() if agree(word, marks)} if marks else known


def _read(letters: str, known: dict[str, int], marks: Marks, word: str) -> str:
    """The likeliest reading of a word without article."""
    if len(known) == 1:
        return next(iter(known))
    if not known:
        stands = len(letters) <= SHORT and vowelled(word) and sayable(word)
        return word if stands else _likeliest(letters, marks)
    shares: dict[str, float] = {}
    for said, share in _learned(letters, marks).items():
        shares[_alike(said)] = shares.get(_alike(said), 0.0) + share
    weighed = {said: rows * max(shares.get(_alike(said), 0.0), _UNLIKELY) for said, rows in known.items()}
    return max(weighed, key=weighed.__getitem__)


def _alike(word: str) -> str:
    """A reading as it is compared with others: hamzas on one seat, the last yeh single."""
    return word.translate(FOLDED).removesuffix(SHADDA)


def _likeliest(letters: str, marks: Marks) -> str:
    """The likeliest reading by the learned weights; where there is no table of them, the letters."""
    weights: Field = field()
    if not weights:
        return letters
    asked = one_yeh(letters)
    written, tanwin = fixed(marks) if marks else (marks, "")
    said = signed(asked, weights.likeliest(asked, written)) if written else weights.vowelled(asked)
    return _ta_marbuta(said) + tanwin


def _learned(letters: str, marks: Marks) -> dict[str, float]:
    """Readings by the learned weights, each with its share; where there is no table of them, the letters."""
    weights: Field = field()
    if not weights:
        return {letters: 1.0}
    asked = one_yeh(letters)
    written, tanwin = fixed(marks) if marks else (marks, "")
    found: dict[str, float] = {}
    for signs, share in weights.best(asked, _ASKED, written):
        said = _ta_marbuta(signed(asked, signs)) + tanwin
        found[said] = found.get(said, 0.0) + share
    return found


def _ta_marbuta(word: str) -> str:
    """A last heh after a short a is a ta marbuta that lost its dots: Hamzah, Fatimah."""
    return word[:-1] + "ة" if len(word) > 5 and word.endswith((FATHA + "ه",)) else word
