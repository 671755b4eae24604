"""The letters a model reads and writes: one plain form of a word of each script."""

from __future__ import annotations

import re
from unicodedata import combining, normalize

from translit.compiled import letterwise
from translit.memory import remembered
from translit.patterns import pattern
from translit.text.article import AL
from translit.text.clean import fold
from translit.text.script import begins_arabic

__all__ = [
    "PERSIAN",
    "article_parted",
    "ascii_letters",
    "ends_in_ayn",
    "native_letters",
    "said_once",
    "singled",
    "spelling_letters",
    "unparted",
]

_PARTING = "\N{MODIFIER LETTER PRIME}"

_QUOTES = dict.fromkeys(map(ord, "’ʼ‘`´ʻʾʿ′ʹʺ″ˈ"), "'") | dict.fromkeys(map(ord, ' -‐‑–."“”«»()·'), None)
PERSIAN = frozenset("پچژگکی")  # letters that Arabs have not
_IN_PERSIAN = str.maketrans("ويىكہھ", "ۋییکهه")  # و is a v there more often than not
_SPECIAL = str.maketrans(
    {
        "ł": "l",
        "ı": "i",
        "ß": "ss",
        "đ": "d",
        "ø": "o",
        "æ": "ae",
        "œ": "oe",
        "ə": "a",
        "þ": "th",
        "ð": "d",
        "'": "",
    }
)
_CYRILLIC = pattern("[^а-яіїєўґ]")
_ARABIC = pattern("[^\u0620-\u064a\u067e-\u06d3]")
_ARTICLE = pattern(
    "(?:[aeu]l|[aeu](?:s|d|r|n|t|z|sh|th|dh|[ṣḍṭẓšṯḏşḑţ]|z̧)|l|[аэеу]ль?|[аэу][сдрнтзш])[-‐‑ ]", re.IGNORECASE
)
_DOUBLED = pattern("([бвгджзйклмнпрстфхцчшщ])\\1")
_AYN = frozenset("'’ʼ‘`´ʻʾʿ")
_BEFORE_AYN = frozenset("iyīíî")  # a mark behind another vowel may as well be a hamza
_PARTED = pattern(f"(?<=(.)){_PARTING}(?!\\1)")  # not two of one letter, which would be heard as one
_TWICE = pattern("(sh|kh|gh|th|dh)\\1")
_ELIDED = pattern("^([mn])'(?=[b-df-hj-np-tv-xz])")


def article_parted(native: str, spelling: str) -> tuple[str, str]:
    """An Arabic word and its spelling, both without the article.

    >>> article_parted("الدوري", "ad-Duri"), article_parted("التكريتي", "Tikriti")
    (('دوري', 'Duri'), ('تكريتي', 'Tikriti'))
    >>> article_parted("الصفار", "aṣ-Ṣaffār")
    ('صفار', 'Ṣaffār')
    """
    native = fold(native)
    found = _ARTICLE.match(spelling)
    if found:
        spelling = spelling[found.end() :]
    if native.startswith(AL) and len(native) > 4 and (found or spelling[1:2].lower() != "l"):
        native = native[2:]
    return native, spelling


@remembered(1 << 14)
def native_letters(word: str, language: str) -> str:
    """A word of the original script in the letters of its model, nothing else.

    >>> native_letters("Фё́дор", "ru"), native_letters("فَاطِمَة", "ar")
    ('федор', 'فاطمه')
    """
    if language == "ar":
        return _ARABIC.sub("", fold(word))
    plain = normalize("NFC", word.lower().replace("\N{COMBINING ACUTE ACCENT}", ""))
    return _CYRILLIC.sub("", plain.replace("ё", "е"))


_quoted = letterwise(lambda text: text.translate(_QUOTES))


def spelling_letters(word: str) -> str:
    """A spelling in small letters with its marks; one apostrophe for all, no hyphens.

    A word with a letter of Persian has another و than an Arabic one.

    >>> spelling_letters("Noʻmān"), spelling_letters("Мусса"), spelling_letters("پوتین")
    ("no'mān", 'мусса', 'پۋتین')
    """
    if word.isascii():
        small = word.lower()
        return small if small.isalpha() else small.translate(_QUOTES).strip("'")
    spelling = _quoted(normalize("NFC", word.lower())).strip("'")
    if begins_arabic(word) and not PERSIAN.isdisjoint(spelling):
        return spelling.translate(_IN_PERSIAN)
    return spelling


def ends_in_ayn(word: str) -> bool:
    """Does a Latin spelling of an Arabic word end in a written ayn: Rabi', Ruway‘?

    >>> ends_in_ayn("Rabi'"), ends_in_ayn("Rabi"), ends_in_ayn("Hamra'")
    (True, False, False)
    """
    return word[-1:] in _AYN and word[-2:-1].lower() in _BEFORE_AYN


def singled(spelling: str) -> str:
    """A Cyrillic spelling of an Arabic word, doubled consonants made single: they are one letter there.

    >>> singled("хаммуди")
    'хамуди'
    """
    return _DOUBLED.sub(r"\1", spelling)


def unparted(spelling: str) -> str:
    """A scholar's spelling without the prime that parts letters which are no digraph, or two words.

    >>> unparted("Shāhʹābādī"), unparted("ʻArabʹbāghī")
    ('Shāhābādī', 'ʻArabʹbāghī')
    """
    return _PARTED.sub("", spelling) if _PARTING in spelling else spelling


def said_once(spelling: str) -> str:
    """A Latin spelling of an Arabic word, two letters for a doubled one once; the mark of a lost vowel gone.

    >>> said_once("kashshī"), said_once("m'barek"), said_once("sa'd")
    ('kashī', 'mbarek', "sa'd")
    """
    return _ELIDED.sub(r"\1", _TWICE.sub(r"\1", spelling))


def ascii_letters(word: str) -> str:
    """A spelling without its marks and apostrophes.

    >>> ascii_letters("šišłov'"), ascii_letters("ḥusaynov")
    ('sislov', 'husaynov')
    """
    if word.isascii():
        return word.replace("'", "")
    if "\u036f" < word[:1] < "\u1e00":  # behind which Latin letters with marks stand: ḥ
        return word.replace("'", "")
    parts = normalize("NFD", word.translate(_SPECIAL))
    return normalize("NFC", "".join(letter for letter in parts if not combining(letter)))
