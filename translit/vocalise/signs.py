"""The signs that the letters of an Arabic word bear, and the marks around a letter that speak for one."""

from __future__ import annotations

from collections.abc import Iterator

from translit.text.harakat import DAMMA, FATHA, KASRA, LONG_A, SHADDA

__all__ = ["JOIN", "SERVILE", "SIGNS", "WEAK", "joins", "marks", "one_yeh", "signed"]

_VOWELS = {"": "", "a": FATHA, "i": KASRA, "u": DAMMA, "A": LONG_A, "I": KASRA + "ي", "U": DAMMA + "و"}
SIGNS = {
    **_VOWELS,
    **{f"~{name}": SHADDA + vowel for name, vowel in _VOWELS.items()},
}
"""A sign's name and the harakat it stands for; "~" is the shadda, a capital a long vowel unwritten."""

_HAMZA = {"ا": "أ", "و": "ؤ", "ي": "ئ", "ى": "ئ"}
_EDGE = "##"
JOIN = "J"
WEAK = frozenset("اأإآويىةءئؤه")
SERVILE = frozenset("متنس") | WEAK


def signed(word: str, signs: tuple[str, ...]) -> str:
    """A word with the harakat that its signs stand for; a sign in "'" puts the hamza on its letter.

    >>> signed("فواد", ("u", "'", "", "")) == "فُؤاد"
    True
    """
    written = []
    for at, (letter, sign) in enumerate(zip(word, signs, strict=True)):
        if sign.startswith("'"):
            below = at == 0 and sign == "'i"
            letter = "إ" if below else "آ" if sign == "'A" else _HAMZA.get(letter, letter)
            sign = "" if letter == "آ" else sign[1:]
        written.append(letter + SIGNS[sign])
    return "".join(written)


def one_yeh(word: str) -> str:
    """A word in which yeh and alif maqsura are told apart by their place alone: only the last may be one.

    >>> one_yeh("حسىنى")
    'حسينى'
    """
    return word[:-1].replace("ى", "ي") + word[-1:]


def _shape(word: str, kept: frozenset[str]) -> str:
    return "".join(letter if letter in kept else "." for letter in word)


def marks(word: str) -> Iterator[tuple[str, ...]]:
    """For every letter of a word, what speaks for a sign: letters around it, shape, place.

    >>> next(marks("نور"))[:3]
    ('ن', '#ن', 'نو')
    """
    size = len(word)
    weak, servile = _shape(word, WEAK), _shape(word, SERVILE)
    text = f"{_EDGE}#{word}{_EDGE}#"
    stems = f"{_EDGE}#{servile}{_EDGE}#"
    for at, letter in enumerate(word):
        here = at + 3
        yield (
            letter,
            text[here - 1 : here + 1],
            text[here : here + 2],
            f"1{text[here - 1 : here + 2]}",
            f"2{text[here - 2 : here + 1]}",
            f"0{text[here : here + 3]}",
            f"2{text[here - 2 : here + 2]}",
            f"1{text[here - 1 : here + 3]}",
            f"2{text[here - 2 : here + 3]}",
            f"0{text[here : here + 4]}",
            f"3{text[here - 3 : here + 1]}",
            f"W{at}{weak}",
            f"S{at}{servile}",
            f"s{stems[here - 3 : here + 4]}",
            f"l{letter}{at}{size}",
            f"e{letter}{min(size - at, 4)}{stems[here - 1]}{stems[here + 1]}",
            f"S{at}{servile}{letter}",
            f"w{at}{word}",
        )


def joins(word: str, at: int) -> tuple[str, str, str]:
    """What speaks for a sign after the sign before it: the letter, with its neighbours."""
    before, letter = word[at - 1], word[at]
    following = word[at + 1] if at + 1 < len(word) else "#"
    kept = following if following in WEAK else "." if following != "#" else "#"
    return (
        f"{JOIN}{letter}",
        f"{JOIN}{letter if letter in WEAK else '.'}{kept}",
        f"{JOIN}{before}{letter}{kept}",
    )
