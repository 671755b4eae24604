"""The letters of a word of an Arabic name as they are looked up: folded, bare of the article, by sound."""

from __future__ import annotations

from translit.memory import remembered
from translit.patterns import pattern
from translit.sounds.keys import keyer
from translit.text.article import AL, ALLAH
from translit.text.clean import strip_harakat
from translit.text.script import ARABIC

__all__ = [
    "AL",
    "AYN",
    "AYNS",
    "HOUSE",
    "SONS",
    "bare",
    "consonants",
    "has_article",
    "has_ayn",
    "sound",
    "unarticled",
    "unarticled_native",
    "vowel_letters",
]

AYN = "\N{ARABIC LETTER AIN}"
AYNS = ("ʻ", "ʿ")  # how scholars write it
HOUSE = "آل "
SONS = ("بن", "ابن")  # between two names, and before the first
_VOWELS = "اويىءأإآؤئةه"  # letters that write vowels, or are hardly heard
_VOCAL, _CONSONANT = str.maketrans("", "", _VOWELS), pattern(f"[^{_VOWELS}]")
_DOUBLE = pattern("(.)\\1+")
_SEATS = str.maketrans("أإآؤئ", "ااا" + "وي", "ء")  # a hamza by its seat
_FINAL_A = ("ا", "ه", "ة")
_ARTICLES = ("al-", "al ", "el ")
_VOWELLED_ARTICLE = pattern("^ال(\\w)\N{ARABIC SHADDA}?([\u064b-\u0650]?)\N{ARABIC SHADDA}?(?=.)")


def has_ayn(spelt: str) -> bool:
    """Has a Latin word a scholar's ayn before it, so that it begins with that letter?

    >>> has_ayn("ʻAḍud"), has_ayn("Aḥmad")
    (True, False)
    """
    return spelt[:1] in AYNS


def bare(native: str) -> str:
    """A word as it is printed in Arabic, without the article; a word of another script as it is.

    >>> bare("القَذَّافِيّ")
    'قذافي'
    """
    if native < ARABIC:
        return native
    plain = strip_harakat(native).removeprefix(HOUSE)
    return plain[2:] if plain.startswith(AL) and len(plain) > 3 and plain != ALLAH else plain


def consonants(native: str) -> str:
    """An Arabic form without the letters that write vowels, without the article.

    >>> consonants("الجزائري") == consonants("جزيري") == "جزر"
    True
    """
    return bare(native).translate(_VOCAL)


def vowel_letters(native: str) -> tuple[str, ...]:
    """The letters of an Arabic form that write vowels, before, between and behind its `consonants`.

    Less what spelling leaves open: where a hamza sits, doubled letters, the letter of a final -a.

    >>> vowel_letters("عكاشا"), vowel_letters("عكوش")
    (('', '', 'ا', 'ة'), ('', '', 'و', ''))
    """
    found = [_DOUBLE.sub(r"\1", part.translate(_SEATS)) for part in _CONSONANT.split(bare(native))]
    if found[-1].endswith(_FINAL_A):
        found[-1] = found[-1][:-1] + "ة"
    return tuple(found)


def unarticled_native(native: str) -> str:
    """A row's vowelled form without the article or house, and without the shadda of a sun letter.

    >>> unarticled_native("الشَّمْس") == "شَمْس"
    True
    """
    return _VOWELLED_ARTICLE.sub(r"\1\2", native.removeprefix(HOUSE))


def unarticled(canonical: str) -> str:
    """A usual English form without its article.

    >>> unarticled("al-Assad"), unarticled("Alawi")
    ('Assad', 'Alawi')
    """
    return canonical[3:] if has_article(canonical) and len(canonical) > 4 else canonical


def has_article(canonical: str) -> bool:
    """Does a row's usual English form carry the article?"""
    return canonical[:3].lower() in _ARTICLES


@remembered(32768)
def sound(word: str) -> str:
    """The key of a word; a c before e or i is French: Hocine, Yacine.

    >>> sound("Yacine") == sound("Yasin")
    True
    """
    if "c" in word or "C" in word:
        word = word.lower().replace("ce", "se").replace("ci", "si").replace("cy", "sy")
    return keyer("ar")(word)
