"""Vowelled Arabic spelt out: what the script leaves to the reader, said letter by letter.

A scheme's rules need not know that a waw is now w and now ū. `spelt` tells them, in the signs that
the Qur'an has for it: small alif, small waw and small yeh are the long vowels, alif wasla with a
hyphen is the article (with a comma, the one that a heading is filed without; with an apostrophe, the
one whose a is lost after a long vowel, Abū l-Faraj), teh marbuta goal a ta
marbuta in construct (-at), the imala dot the i of fā'il (Khaled).
Tatweel joins a preposition to the article after it.
Every consonant stays its letter, every hamza becomes the lone hamza, shadda precedes its vowel.
"""

from __future__ import annotations

from dataclasses import dataclass
from unicodedata import normalize

from translit.compiled import module
from translit.text.article import SUN
from translit.text.harakat import (
    DAMMA,
    FATHA,
    FATHATAN,
    IMALA,
    KASRA,
    LONG_A,
    LONG_I,
    LONG_U,
    MARKS,
    SHADDA,
    SUKUN,
    bare,
)

__all__ = ["ARTICLE", "ELIDED", "FILED", "JOINED", "compiled", "plain", "spelt"]

compiled = module("translit._spelling", 1)  # FORMAT in _spelling.c

ARTICLE = "\N{ARABIC LETTER ALEF WASLA}-"
FILED = "\N{ARABIC LETTER ALEF WASLA}-,"
ELIDED = "\N{ARABIC LETTER ALEF WASLA}-'"
JOINED = "\N{ARABIC TATWEEL}"
CONSTRUCT = "\N{ARABIC LETTER TEH MARBUTA GOAL}"
_HAMZAS = {"أ": FATHA, "إ": KASRA, "ا": FATHA, "ء": "", "ؤ": "", "ئ": ""}
# Words that open with an i on a bare alif, where others have an a: اسماعيل, استقلال.
_KASRA_OPENERS = ("ابن", "اسم", "امر", "اثن", "است", "ابراه", "اسماع", "اسحا", "ادري", "ايم")
# Words that are spelt otherwise than they are said, whatever they name: a long vowel without its letter.
# They are of the grammar, and no names that somebody might add to: hence here, and in no table.
_IRREGULAR = {
    "بن": "بِن", "ابن": "اِبن", "إبن": "اِبن", "بنت": "بِنت", "هذا": "هٰذَا", "هذه": "هٰذِهِ", "ذلك": "ذٰلِكَ",
    "لكن": "لٰكِن", "الرحمن": "الرَّحمٰن", "رحمن": "رَحمٰن", "طه": "طٰهٰ", "داود": "دَاوُۥد", "إله": "إِلٰه",
    "عمرو": "عَمر",
}  # fmt: skip
_ALLAH = "لّٰه"
_SAME = str.maketrans(
    {
        "ی": "ي", "ک": "ك", "ھ": "ه", "ہ": "ه", "ۀ": "ة", "ە": "ه", "ۂ": "ة", "ے": "ي",
        "ٱ": "ا", "ـ": None, "\N{ARABIC SUBSCRIPT ALEF}": KASRA, "\N{RIGHT-TO-LEFT MARK}": None,
        "\N{LEFT-TO-RIGHT MARK}": None, "\N{ZERO WIDTH NON-JOINER}": None,
        **{chr(0x660 + n): str(n) for n in range(10)}, **{chr(0x6F0 + n): str(n) for n in range(10)},
        "،": ",", "؛": ";", "؟": "?", "٪": "%", "٫": ".", "٬": ",",
    }
)  # fmt: skip


@dataclass(slots=True)
class _Letter:
    """One letter with the marks it carries."""

    sign: str
    doubled: bool = False
    vowel: str = ""

    def __str__(self) -> str:
        return self.sign + SHADDA * self.doubled + self.vowel.replace(SUKUN, "")


def plain(text: str) -> str:
    """Arabic text with one code for each letter: no presentation forms, tatweel or foreign digits.

    >>> plain("کـتاب ٢")
    'كتاب 2'
    """
    return normalize("NFC", normalize("NFKC", text)).translate(_SAME)


def spelt(word: str, construct: bool = False) -> str:
    """Spell a word of vowelled Arabic out; `construct` where its ta marbuta is read t.

    >>> spelt("نُور") == "ن" + LONG_U + "ر"
    True
    >>> spelt("الشَّمس") == ARTICLE + "ش" + FATHA + "مس"
    True
    """
    if compiled:
        said = compiled.spelt(word, construct, _IRREGULAR)
        if said is not NotImplemented:
            return str(said)
    return _spelt(word, construct)


def _spelt(word: str, construct: bool) -> str:
    """The same in Python."""
    letters = _letters(_IRREGULAR.get(bare(word), word))
    signs = "".join(letter.sign for letter in letters)
    if signs in ("ا", "أ", "إ", "آ"):
        return f"ء{LONG_A}"
    if signs.endswith("الله") and len(letters) - 4 != 1:
        return _before_allah(letters[:-4]) + _ALLAH
    for opener in (_clitic(letters), _article(letters)):
        if opener:
            said, rest = opener
            return said + (_spelt(rest, construct) if said != ARTICLE else _said(_letters(rest), construct))
    return _said(letters, construct)


def _letters(word: str) -> list[_Letter]:
    """The letters of a word, each with its shadda and vowel, in whichever order these were typed."""
    letters: list[_Letter] = []
    for sign in word:
        if not letters or sign not in MARKS:
            letters.append(_Letter(sign))
        elif sign == SHADDA:
            letters[-1].doubled = True
        elif sign != SUKUN or not letters[-1].vowel:
            letters[-1].vowel = sign
    return letters


def _written(letters: list[_Letter]) -> str:
    """Letters back as a word."""
    return "".join(letter.sign + SHADDA * letter.doubled + letter.vowel for letter in letters)


def _before_allah(letters: list[_Letter]) -> str:
    """What stands before Allah in one word: Abd Allah, Nasr Allah; alone it opens with a."""
    if not letters:
        return "ء" + FATHA
    letters[-1].vowel = ""
    return _said(letters, False) + " ء" + FATHA


def _clitic(letters: list[_Letter]) -> tuple[str, str] | None:
    """A preposition or "and" written in one word with the article: bi-al-, wa-al-, lil-."""
    if len(letters) < 5 or letters[0].vowel not in (FATHA, KASRA):
        return None
    first, second, third = letters[:3]
    if first.sign in "بكوف" and second.sign == "ا" and not second.vowel and third.sign == "ل":
        return f"{first}{JOINED}", _written(letters[1:])
    if first.sign == second.sign == "ل" and second.vowel in ("", SUKUN) and not second.doubled:
        return f"{first}{JOINED}ل-", _written(letters[2:])
    return None


def _article(letters: list[_Letter]) -> tuple[str, str] | None:
    """The article at the head of a word, and the word without it and without its sun letter's shadda."""
    if len(letters) < 4 or letters[0].sign != "ا" or letters[1].sign != "ل":
        return None
    if letters[0].vowel not in ("", FATHA) or letters[1].doubled or letters[1].vowel not in ("", SUKUN):
        return None
    third = letters[2]
    if third.sign in SUN:
        third.doubled = False
    return ARTICLE, _written(letters[2:])


def _said(letters: list[_Letter], construct: bool) -> str:
    """The letters of a word without article, spelt out."""
    said: list[_Letter] = []
    for at, letter in enumerate(letters):
        following = letters[at + 1] if at + 1 < len(letters) else None
        if letter.sign in _HAMZAS and (at == 0 or letter.sign != "ا"):
            _say_hamza(said, letter, following, letters)
        elif letter.sign == "آ":
            _say_madda(said, letter, following)
        elif letter.sign in "اى":
            _say_alif(said, letter, following)
        elif letter.sign in "وي":
            _say_glide(said, letter, following)
        elif letter.sign == "ة" and following is None and said:
            _say_ta_marbuta(said, construct)
        else:
            said.append(letter)
    _colour(said)
    return "".join(map(str, said))


def _say_hamza(
    said: list[_Letter], letter: _Letter, following: _Letter | None, letters: list[_Letter]
) -> None:
    """Hamza on any seat; at the head of a word also a bare alif."""
    vowel = letter.vowel
    if not vowel and (not said or letter.sign == "إ"):
        vowel = _first_vowel(letter, following, bare(_written(letters)))
    elif not vowel and letter.sign == "أ" and following and said[-1].vowel in ("", SUKUN):
        vowel = FATHA
    said.append(_Letter("ء", letter.doubled, vowel))


def _first_vowel(letter: _Letter, following: _Letter | None, word: str) -> str:
    """The vowel of an alif that carries none, at the head of a word."""
    if letter.sign == "ا" and (word.startswith(_KASRA_OPENERS) or (following and _mute(following, "ي"))):
        return KASRA
    return _HAMZAS[letter.sign]


def _mute(letter: _Letter, sign: str) -> bool:
    """A letter of this sign without vowel or shadda."""
    return letter.sign == sign and not letter.vowel and not letter.doubled


def _say_madda(said: list[_Letter], letter: _Letter, following: _Letter | None) -> None:
    """Alif madda: hamza and ā, or ā alone before a hamza."""
    if said and following and following.sign == "ء":
        said[-1].vowel = LONG_A
    else:
        said.append(_Letter("ء", vowel=LONG_A))


def _say_alif(said: list[_Letter], letter: _Letter, following: _Letter | None) -> None:
    """Alif lengthens; it is mute after tanwin and after a last ū; alif maqsura stands at the end."""
    before = said[-1] if said else _Letter("ء")
    if not said:
        said.append(before)
    if FATHATAN in (letter.vowel, before.vowel):
        before.vowel = FATHATAN
    elif letter.sign == "ى" and before.vowel in (KASRA, LONG_I):
        before.vowel = LONG_I
    elif letter.sign == "ا" and following is None and before.vowel == LONG_U:
        return
    else:
        before.vowel = "ى" if letter.sign == "ى" and following is None else LONG_A


def _say_glide(said: list[_Letter], letter: _Letter, following: _Letter | None) -> None:
    """Waw and yeh: a consonant with a vowel of their own, else the length of the vowel before."""
    short, long = (DAMMA, LONG_U) if letter.sign == "و" else (KASRA, LONG_I)
    before = said[-1] if said else None
    if before is None or not _lengthens(before, letter, following, short, said):
        said.append(letter)
        if before and letter.sign == "ي" and following and _opens_iya(said, letter, following):
            before.vowel = KASRA
    else:
        before.vowel = long


def _lengthens(
    before: _Letter, letter: _Letter, following: _Letter | None, short: str, said: list[_Letter]
) -> bool:
    """Is this waw or yeh the length of a vowel?"""
    if letter.doubled or letter.vowel not in ("", SUKUN):
        return False
    if following and following.sign in "اىة" and not (following.sign == "ا" and before.vowel == short):
        return before.vowel == short and following.sign == "ا"
    if before.vowel == short:
        return True
    if before.vowel or letter.vowel:
        return False
    return following is not None or len(said) == 1 or said[-2].vowel in (LONG_A, LONG_U, LONG_I)


def _opens_iya(said: list[_Letter], letter: _Letter, following: _Letter) -> bool:
    """Sūriyā: a yeh between a bare consonant after a long vowel, and -ā or -ah, has an i before it."""
    bare_yeh = not letter.vowel and not letter.doubled and following.sign in "اة"
    return bare_yeh and len(said) > 2 and not said[-2].vowel and said[-3].vowel in (LONG_A, LONG_U, LONG_I)


def _say_ta_marbuta(said: list[_Letter], construct: bool) -> None:
    """Ta marbuta takes the fatha before it into itself."""
    if said[-1].vowel in (FATHA, SUKUN):
        said[-1].vowel = ""
    said.append(_Letter(CONSTRUCT if construct else "ة"))


def _colour(said: list[_Letter]) -> None:
    """Mark the i of fā'il: a short i in the last closed syllable, after a syllable in ā."""
    if len(said) < 3 or said[-1].vowel or said[-1].doubled or said[-1].sign in "ةۃ":
        return
    if said[-2].vowel == KASRA and said[-3].vowel == LONG_A and not said[-2].doubled:
        said[-2].vowel = IMALA
