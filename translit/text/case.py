"""Upper and lower case of names."""

from __future__ import annotations

from translit.patterns import pattern

__all__ = ["capitalise", "is_shouted", "is_uneven"]

_START = pattern(r"(^|[\s\-–(\"«]|(?<![а-яіїєґўё])['’ʼ])(\w)")  # an apostrophe in Cyrillic parts no words


def is_shouted(word: str) -> bool:
    """True for a word of two letters or more all in capitals, as lists print surnames.

    >>> is_shouted("ЗАБОЛОТНЫЙ"), is_shouted("Roman"), is_shouted("V.")
    (True, False, False)
    """
    return word.isupper() and sum(map(str.isalpha, word)) > 1


def is_uneven(word: str) -> bool:
    """True for a word that begins with two capitals and has small letters besides, as nobody writes a name.

    >>> is_uneven("ШИбАКОВ"), is_uneven("ZHukov"), is_uneven("McIvanov"), is_uneven("O'Neill")
    (True, True, False, False)
    """
    return word[:2].isupper() and word[:2].isalpha() and not word.isupper()


def capitalise(text: str) -> str:
    """A capital at the start of each word and after a hyphen, the rest small.

    >>> capitalise("МАМИН-СИБИРЯК"), capitalise("deir ezzor"), capitalise("лук’янаў"), capitalise("o'neill")
    ('Мамин-Сибиряк', 'Deir Ezzor', 'Лук’янаў', "O'Neill")
    """
    small = text.lower()
    if small.isalpha() and "ʼ" not in small:
        return small[0].upper() + small[1:]
    return _START.sub(lambda m: m.group(1) + m.group(2).upper(), small)
