"""The languages in whose endings a Slavic name may stand in a case, by its letters."""

from __future__ import annotations

from collections.abc import Sequence

from translit.languages import languages
from translit.person.slavic.declension import no_surnames, tongues
from translit.person.slavic.worth import is_listed, is_of, is_surname
from translit.tables import Tables

__all__ = ["whose"]

_SIGNS = {"uk": ("і", "ськ", "цьк"), "be": ("шэ", "жэ", "чэ")}  # not theirs alone, but of no Russian name
_RUSSIAN = "ru"
_EITHER, _BELARUSIAN = "і", "ыэў"  # і beside one of these is Belarusian
_SON = ("віч", "віча", "вічу", "вічам", "вічы")  # how names in -вич end in Belarusian
_IN_Y = tuple(f"{one}и" for one in "бвдзмнпрстф")  # of a surname in -а: Тичини
_CASES_OF_O = ("а", "у", "ом")  # of a surname in -о
_ADJECTIVES = ("нага", "наму", "скага", "цкага", "скаму", "цкаму")  # … and adjectives in a case


def whose(words: Sequence[str], tables: Tables) -> tuple[str, ...]:
    """The language whose letters a name has, Russian where it has none of another's.

    Beside Russian, or in place of another, that of which alone a given name in a case is: Аляксандру.

    >>> from translit.tables import built_in
    >>> names = "івана франка", "віктара бабарыкі", "аляксандру лукашенко"
    >>> [whose(name.split(), built_in()) for name in names]
    [('uk',), ('be',), ('ru', 'be')]
    """
    told = _lettered(" ".join(words), tables)
    if told == "be":
        return (told,)
    given = [
        tongue
        for word in words
        if not _is_given(word, told, tables)
        for tongue in tongues(tables)[1:]
        if _is_given(word, tongue, tables)
    ]
    if told != _RUSSIAN:
        return tuple(given) or (told,)
    if any(word.endswith(_ADJECTIVES) for word in words):
        given.append("be")
    if any(_is_in_o(word, tables) for word in words) or words[-1].endswith(_IN_Y):
        given.append("uk")
    return (told, *given)


def _is_in_o(word: str, tables: Tables) -> bool:
    """May a word be a case of a surname in -о with a row, which only Ukrainians decline: Махна?"""
    stem = next((word.removesuffix(end) for end in _CASES_OF_O if word.endswith(end)), "")
    if not stem or word.endswith(("ка", "ку")):
        return False
    return is_listed(stem + "о", "m", tables) and not is_surname(stem, "m", tables)


def _lettered(text: str, tables: Tables) -> str:
    """The language whose letters a text has."""
    if _EITHER in text and (
        any(letter in text for letter in _BELARUSIAN)
        or any(word.endswith((*_SON, *_ADJECTIVES)) for word in text.split())
    ):
        return "be"
    for tongue in tongues(tables)[1:]:
        if any(sign in text for sign in (*languages(tables)[tongue].signs, *_SIGNS.get(tongue, ()))):
            return tongue
    return _RUSSIAN


def _is_given(word: str, tongue: str, tables: Tables) -> bool:
    """May a word be a given name of a language in one of its cases?"""
    return any(
        one.role == "given" and is_of(one.nominative, tongue, tables)
        for one in no_surnames(word, tongue, tables)
    )
