"""When a text is a place's own spelling, and what both sound like where it is not."""

from __future__ import annotations

import re
from string import printable

from translit.memory import once, remembered
from translit.place.skeleton import letters, rules_of
from translit.tables import Tables, built_in
from translit.text.article import AL, is_article
from translit.text.clean import fold
from translit.text.script import script_of

__all__ = [
    "ARTICLE",
    "DOUBLED",
    "articles",
    "compact",
    "ends_with_more",
    "is_arabic",
    "lettered_alike",
    "sounded",
    "sounds_of_letters",
    "without_article",
    "written_alike",
]

ARTICLE = 0.1  # nats for the article there or not, plain or assimilated
DOUBLED = 0.3  # nats for a letter doubled or not, for an article that Arabic letters write or not
_UNDOUBLED = re.compile(r"(.)\1+").sub
_FINAL_A = re.compile(r"[b-df-hj-np-tv-xz](?:ah|eh|a)$").search
_CONSONANT = re.compile(r"(?:[b-df-gj-np-tv-xz]|[^aeiouy]h)$").search
_AR = "ar"
_SIGNS = frozenset("‘’ʿʾ'`")  # of an ayn or hamza
_JOINERS = str.maketrans("", "", " -–.,'’()")
_ONE_SOUND = (
    (" ", ""), ("y", "i"), ("e", "i"), ("w", "u"), ("o", "u"), ("j", "i"), ("q", "k"), ("X", "H"), ("h", "H"),
    ("x", "H"), ("iia", "ia"), ("uu", "u"), ("ii", "i"), ("aa", "a"), ("au", "u"), ("ai", "i"), ("iu", "u"),
)  # fmt: skip
_SOUNDS = {
    "ru": (("w", "v"), *_ONE_SOUND),
    "ar": (
        *(("ieh ", "ia "), ("iyeh ", "ia "), ("iye ", "ia "), ("ah ", "a "), ("eh ", "e "), ("ih ", "i ")),
        *(("v", "w"), *_ONE_SOUND),
    ),
}
_quick = {family: rules_of(pairs, {}, printable) for family, pairs in _SOUNDS.items()}
_SUN = frozenset((*"tdrzsnl", "sh", "th", "dh", "ch"))  # sun letters in broad Latin, and as written
_ONE_LETTER, _END = "spelling/ar/alike", "$"  # what one Arabic letter is written as, whoever writes


@remembered(65536)
def compact(text: str) -> str:
    """A folded text without blanks and hyphens.

    >>> compact("Deir ez-Zor")
    'deirezzor'
    """
    return fold(text).translate(_JOINERS)


def without_article(broad: str) -> str:
    """Words in broad Latin without the Arabic article, whether plain or assimilated.

    >>> without_article("deyr ez zor"), without_article("al Sula"), without_article("tell abyad")
    ('deyr zor', 'Sula', 'tell abyad')
    """
    if " " not in broad:
        return broad
    words = broad.split()
    kept = [
        word
        for at, word in enumerate(words)
        if not (at + 1 < len(words) and is_article(word, words[at + 1], sun=_SUN))
    ]
    return " ".join(kept)


def _parted(text: str) -> str:
    """A folded name, its words parted by blanks, its Arabic articles cut off."""
    words = fold(text).replace("-", " ").split()
    return " ".join(word[2:] if word.startswith(AL) and len(word) > 3 else word for word in words)


@remembered(65536)
def sounded(text: str, family: str) -> str:
    """A name in broad Latin with its vowels brought down to a, i and u.

    >>> sounded("Deir ez-Zor", "ar"), sounded("Ростов", "ru")
    ('dirzur', 'rustuv')
    """
    return sounds_of_letters(letters(text, family), family)


def sounds_of_letters(broad: str, family: str) -> str:
    """The same of a name already in broad Latin."""
    broad = f"{broad if family == 'ru' else without_article(broad)} "
    quick = _quick[family](broad)
    if quick is not None:
        return quick
    for find, put in _SOUNDS[family]:
        broad = broad.replace(find, put)
    return _UNDOUBLED(r"\1", broad)


@remembered(65536)
def is_arabic(text: str) -> bool:
    """True for a text in Arabic script."""
    return script_of(text) == "Arab"


def written_alike(text: str, form: str, family: str) -> float | None:
    """0 for a spelling's own letters, ARTICLE for those but the Arabic article, else None.

    A letter doubled or not (Tal, Tall) costs DOUBLED, as does the article where Arabic letters write it
    or not: الجبيل is Jubail, جبيل Byblos.

    >>> written_alike("Deir Ezzor", "Deir ez-Zor", "ar"), written_alike("al-Raqqa", "Raqqa", "ar")
    (0.0, 0.1)
    """
    one, other = _bared(text), _bared(form)
    if one[0] == other[0]:
        return 0.0
    if family == "ar" and one[1] == other[1]:
        return DOUBLED if is_arabic(text) and is_arabic(form) else ARTICLE
    if one[2] == other[2]:
        return DOUBLED + (ARTICLE if family == "ar" and articles(text) != articles(form) else 0.0)
    return None


def lettered_alike(text: str, form: str) -> float | None:
    """The nats for an Arab name that is written with other Latin letters for the same Arabic ones, else None.

    >>> lettered_alike("Ruhaiba", "al-Ruhaybah"), lettered_alike("Ruhaiba", "Raheb")
    (0.4, None)
    """
    if _lettered(text) != _lettered(form):
        return None
    return DOUBLED + (ARTICLE if articles(text) != articles(form) else 0.0)


@remembered(16384)
def ends_with_more(text: str, form: str) -> bool:
    """Has one of two Arab names in Latin letters a final -a behind a consonant, where the other ends in one?

    It makes another word, unless it stands for an ayn that is told: Tala‘.

    >>> ends_with_more("Arara", "Arar"), ends_with_more("Rafah", "Rafa"), ends_with_more("Tala‘", "Tal‘")
    (True, False, False)
    """
    if text[-1:] in _SIGNS or form[-1:] in _SIGNS:
        return False
    one, other = fold(text), fold(form)
    return _is_with_more(one, other) or _is_with_more(other, one)


def _is_with_more(more: str, less: str) -> bool:
    """Is one folded name another with a final -a?"""
    found = _FINAL_A(more)
    if found is None or _CONSONANT(less) is None:
        return False
    return sounded(more[: found.start() + 1], _AR) == sounded(less, _AR)


@once
def _of_one_letter(tables: Tables) -> tuple[tuple[str, str], ...]:
    """Latin letters and what stands for them, in the order of the rows; a blank is the end of a word."""
    rows = [(row["find"], row["put"], row["find"].endswith(_END)) for row in tables.rows(_ONE_LETTER)]
    return tuple([(find.replace(_END, " "), f"{put} " if ends else put) for find, put, ends in rows])


@remembered(16384)
def _lettered(text: str) -> str:
    """An Arab name in Latin letters, those that write one Arabic letter as one of them.

    >>> {_lettered(text) for text in ("al-Ruhaybah", "Rouhaiba", "Ruheibeh")}
    {'ruhayba'}
    """
    letters = f"{without_article(_parted(text))} "
    for find, put in _of_one_letter(built_in()):
        letters = letters.replace(find, put)
    return _UNDOUBLED(_once, compact(letters))


@remembered(65536)
def _bared(text: str) -> tuple[str, str, str]:
    """A text in compact letters, without its articles, and without doubled letters as well."""
    articleless = compact(without_article(_parted(text)))
    return compact(text), articleless, _UNDOUBLED(_once, articleless)


def _once(found: re.Match[str]) -> str:
    """A doubled letter once."""
    return found[1]


@remembered(16384)
def articles(text: str) -> int:
    """How many words of a text are an Arabic article; 0 in Arabic script, where all are written."""
    if text.isalpha() or is_arabic(text):
        return 0  # one word is none
    broad = letters(text, "ar")
    return len(broad.split()) - len(without_article(broad).split())
