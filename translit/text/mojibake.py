"""A text whose bytes were read in a wrong encoding, as it was before: Ð˜Ð²Ð°Ð½, РЎРµСЂРіРµР№, Ñåðãåé."""

from __future__ import annotations

from translit.patterns import pattern

__all__ = ["before_misreading"]

_WRONG = ("cp1252", "cp1251", "cp1256")  # in which UTF-8 is read as letters and signs
_DEPTH = 3  # times that a text may have been misread
_LEAST = 4  # letters that a Latin text must have to be none, each with a mark


def _signs(first: int, end: int) -> str:
    """What the bytes from one to another are read as, in any of these encodings."""
    found = {bytes([code]).decode(wrong, "ignore") for wrong in _WRONG for code in range(first, end)}
    return "".join(sorted(found)) + "".join(map(chr, range(first, min(end, 0xC0))))


_FOLLOWING = _signs(0x80, 0xC0)
# What begins a letter of a Western name, or two Cyrillic or Arabic ones, and the sign that goes on.
_UTF_8 = pattern(f"[ÃÂÄÅÆ][{_FOLLOWING}]|(?:[ÐÑØÙÚÛРСШЩذرطظ][{_FOLLOWING}]){{2}}")
_BYTES = [
    {sign: code for code in range(0x80, 0x100) if (sign := bytes([code]).decode(wrong, "ignore"))}
    for wrong in _WRONG
]
_YO = frozenset("¸³¿º´")  # ё, і, ї, є, ґ of cp1251


def before_misreading(text: str) -> str:
    """What a text was before its bytes were read in a wrong encoding; itself where it looks sound.

    >>> before_misreading("Ð˜Ð²Ð°Ð½"), before_misreading("РЎРµСЂРіРµР№"), before_misreading("JosÃ©")
    ('Иван', 'Сергей', 'José')
    >>> before_misreading("Ñåðãåé"), before_misreading("ÈÔÇÑ ÇáÃÓÏ"), before_misreading("Ångström")
    ('Сергей', 'بشار الأسد', 'Ångström')
    """
    for _ in range(_DEPTH):
        found = _once(text)
        if not found:
            break
        text = found
    return text


def _once(text: str) -> str:
    """The same of what was misread once; "" where it was not."""
    if _UTF_8.search(text):
        for codes in _BYTES:
            found = _decoded(text, codes, "utf-8")
            if found and min(found) >= " ":
                return found
    letters = [letter for letter in text if letter.isalpha() or letter in _YO]
    if len(letters) < _LEAST or not all(
        "\u00c0" <= letter <= "\u00ff" or letter in _YO for letter in letters
    ):
        return ""
    russian = _decoded(text, _BYTES[0], "cp1251")
    if russian and all(map(_is_cased, russian.replace("-", " ").split())):
        return russian
    arabic = _decoded(text, _BYTES[0], "cp1256")
    return arabic if all(letter >= "\u0600" for letter in arabic if letter.isalpha()) else ""


def _decoded(text: str, codes: dict[str, int], right: str) -> str:
    """The bytes that a text was read from, read as another encoding; "" where they are none."""
    try:
        return bytes([codes.get(sign, ord(sign)) for sign in text]).decode(right)
    except ValueError:
        return ""


def _is_cased(word: str) -> bool:
    """Has a word its capitals where names have them, or none?"""
    return word.istitle() or word.isupper() or word.islower() or not word.isalpha()
