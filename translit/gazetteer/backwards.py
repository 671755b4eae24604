"""From a romanised main name back to the native form, and from a native form to plain Latin.

GeoNames romanises Arabic by BGN/PCGN with its marks, so that Al ‘Ayyāţ can be nothing but العياط.
"""

from __future__ import annotations

import re
import unicodedata
from itertools import pairwise

from translit.text.article import SUN_LETTERS, is_article

__all__ = ["arabic", "armenian", "ascii_form", "georgian", "plain_article"]

_SUN = SUN_LETTERS - {"ch"}  # a French spelling stays as it is: Aalma ech Chaab
_SOUNDS = (  # the longest first; short vowels are not written
    *(("īy", "ي"), ("ūw", "و"), ("ā’i", "ائ"), ("ā’ī", "ائي"), ("ā’", "اء"), ("a’", "أ")),
    *(("sh", "ش"), ("th", "ث"), ("dh", "ذ"), ("kh", "خ"), ("gh", "غ"), ("z̧", "ظ"), ("ẓ", "ظ")),
    *(("ḩ", "ح"), ("ḥ", "ح"), ("ţ", "ط"), ("ṭ", "ط"), ("ş", "ص"), ("ṣ", "ص"), ("ḑ", "ض"), ("ḍ", "ض")),
    *(("‘", "ع"), ("ʿ", "ع"), ("ā", "ا"), ("á", "ى"), ("ī", "ي"), ("ū", "و"), ("b", "ب"), ("t", "ت")),
    *(("j", "ج"), ("d", "د"), ("r", "ر"), ("z", "ز"), ("s", "س"), ("f", "ف"), ("q", "ق"), ("k", "ك")),
    *(
        ("l", "ل"),
        ("m", "م"),
        ("n", "ن"),
        ("h", "ه"),
        ("w", "و"),
        ("y", "ي"),
        ("a", ""),
        ("i", ""),
        ("u", ""),
    ),
)
_OPENING = {"a": "أ", "u": "أ", "i": "إ", "ā": "آ", "ī": "إي", "ū": "أو"}
_FIXED = {"ibn": "ابن", "bin": "بن", "allāh": "الله", "ar": "ال"}
_TOLD = frozenset("āīū")  # without a long vowel a name may as well have lost its marks
_TWICE = re.compile(r"(sh|th|dh|kh|gh|[^aeiou])\1")

_GEORGIAN = {
    **dict(zip("აბგდევზთიკლმნოპრსტუფქყხჯჰ", "abgdevztiklmnoprstupkqxjh", strict=True)),
    **{"ჟ": "zh", "ღ": "gh", "შ": "sh", "ჩ": "ch", "ც": "ts", "ძ": "dz", "წ": "ts", "ჭ": "ch", "ხ": "kh"},
}
_ARMENIAN = {
    **dict(zip("աբգդեզէըթիլկհմյնոպջռսվտրւփքօֆ", "abgdezeytilkhmynopjrsvtrvpkof", strict=True)),
    **{"ժ": "zh", "խ": "kh", "ծ": "ts", "ձ": "dz", "ղ": "gh", "ճ": "ch", "շ": "sh", "չ": "ch"},
    **{"ց": "ts", "և": "ev"},
}
_ASCII = str.maketrans(
    {
        **{"ə": "a", "ı": "i", "đ": "d", "ø": "o", "ł": "l", "ħ": "h", "æ": "ae", "ß": "ss", "–": "-"},
        **{"Ə": "A", "Đ": "D", "Ø": "O", "Ł": "L", "Ħ": "H", "Æ": "Ae"},
    }
)


def _has_article(name: str) -> bool:
    """Stands the article before a word of a romanised name?"""
    return any(is_article(word, after, sun=_SUN) for word, after in pairwise(name.replace("-", " ").split()))


def plain_article(name: str) -> str:
    """The Arabic article in its plain form: ash- and el- become al-.

    >>> plain_article("Ash Shaddadi"), plain_article("Tall al Dhahab"), plain_article("As Salt")
    ('al-Shaddadi', 'Tall al-Dhahab', 'al-Salt')
    """
    words = name.replace("-", " ").split() if _has_article(name) else [name]
    joined = ""
    for at, word in enumerate(words):
        following = words[at + 1] if at + 1 < len(words) else ""
        joined += "al-" if is_article(word, following, sun=_SUN) else word + " "
    return joined.strip()


def arabic(name: str) -> str:
    """The Arabic that a name in BGN/PCGN letters with all their marks was made from; else empty.

    >>> arabic("Al ‘Ayyāţ"), arabic("Ash Shīḩīyah"), arabic("Ras al Khaimah")
    ('العياط', 'الشيحية', '')
    """
    low = name.lower().replace("-", " ")
    if _TOLD.isdisjoint(low):
        return ""
    words = low.split()
    found = ""
    for at, word in enumerate(words):
        following = words[at + 1] if at + 1 < len(words) else ""
        if is_article(word, following, sun=_SUN):
            found += " ال"
        else:
            if following and word.endswith("at") and len(word) > 4:  # a feminine word before its owner
                word = word[:-1] + "h"
            found += ("" if found.endswith(" ال") else " ") + _word(word)
    return found.strip() if all(letter == " " or "ء" <= letter <= "ي" for letter in found) else ""


def _word(word: str) -> str:
    """One romanised Arabic word in its own script."""
    if word in _FIXED:
        return _FIXED[word]
    end = ""
    if word.endswith("ah") and len(word) > 3:
        word, end = word[:-2], "ة"
    elif word.endswith(("āh", "a")) and len(word) > 3:
        word, end = word[:-1], "ة"
    opening = _OPENING.get(word[:1], "")
    if opening:
        word = word[1:]
    word = _TWICE.sub(r"\1", word)
    for sound, letter in _SOUNDS:
        word = word.replace(sound, letter)
    return opening + word + end


def ascii_form(name: str) -> str:
    """A romanised name as newspapers print it: no marks, no apostrophes.

    >>> ascii_form("‘Ayn Ḩalāqīm"), ascii_form("Zimogor’ye"), ascii_form("Łuck")
    ('Ayn Halaqim', 'Zimogorye', 'Luck')
    """
    bare = unicodedata.normalize("NFD", name.translate(_ASCII))
    return "".join(sign for sign in bare if sign.isascii() and (sign.isalnum() or sign in " -()./")).strip()


def georgian(native: str) -> str:
    """A Georgian name in Latin, without the marks of its ejectives.

    >>> georgian("საგარეჯო")
    'sagarejo'
    """
    return "".join(_GEORGIAN.get(letter, letter) for letter in native)


def armenian(native: str) -> str:
    """An Armenian name in Latin, without the marks of its aspirates.

    >>> armenian("Գորիս"), armenian("Երևան"), armenian("Ոսկեվան")
    ('goris', 'yerevan', 'voskevan')
    """
    low = native.lower().replace("ու", "\0")
    low = re.sub(r"\bե", "ye", re.sub(r"\bո", "vo", low))
    return "".join(_ARMENIAN.get(letter, letter) for letter in low).replace("\0", "u")
