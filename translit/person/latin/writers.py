"""Who wrote a name: the schemes that write a given name, or a patronymic, as it stands.

They tell how the surname beside it is to be read (`translit.person.latin.natives`).
"""

from __future__ import annotations

import re

from translit.memory import once, remembered
from translit.person.names import givens
from translit.romanization import RUSSIAN_PRESS, latin_schemes, romanize, scheme, spells, spelt_by
from translit.tables import Tables, built_in
from translit.text.clean import fold, strip_stress
from translit.text.script import script_of

__all__ = ["ENGLISH", "PRESS", "STRESSING", "standard", "with_letters", "writers", "wrote"]

PRESS = (RUSSIAN_PRESS,)
ENGLISH = (RUSSIAN_PRESS, "icao-9303-ru")  # papers, passports: who surely writes kh, sh, zh
STRESSING = frozenset({"press-es-ru", "press-pt-ru"})  # papers that write where the stress is
_STRESSED = re.compile("[áéíóú]")
_STANDARD, _TURKISH = "iso-9-1995-ru", "press-tr-ru"
_SIGNS = frozenset("’'ʹ")


@remembered(16384)
def writers(text: str, tables: Tables) -> tuple[str, ...]:
    """The schemes that write a given name as it stands; the press's alone where it does, or none does.

    ENGLISH where only English writers do.

    >>> from translit.tables import built_in
    >>> [writers(name, built_in()) for name in ("Wladimir", "Vladimir", "Mikhail")]
    [('press-de-ru', 'press-pl-ru'), ('press-en-ru',), ('press-en-ru', 'icao-9303-ru')]
    """
    hits = givens(text, tables)
    if not hits or script_of(text) != "Latn" or hits[0].tier not in ("ru", "short"):
        return PRESS
    if text.lower() == hits[0].row.canonical.lower():
        return _english(strip_stress(hits[0].row.native), fold(text), tables)
    return wrote(strip_stress(hits[0].row.native), text, tables)


@remembered(4096)
def wrote(native: str, text: str, tables: Tables) -> tuple[str, ...]:
    """The schemes of Russian that write a word so; the press's alone where it does, or none does.

    ENGLISH where only English writers do.

    >>> wrote("Иванович", "Iwanowitsch", built_in())
    ('press-de-ru',)
    """
    if script_of(text) != "Latn":
        return PRESS
    plain = fold(text)
    stressed = not text.isascii() and _STRESSED.search(text)
    if not stressed and spells(native, plain, RUSSIAN_PRESS, tables=tables):
        return _english(native, plain, tables)
    found = spelt_by(native, plain, "ru", tables=tables)
    if "x" in plain:
        found = (*found, *spelt_by(native, plain.replace("x", "ks"), "ru", tables=tables))
    if stressed:  # the French write é alone, and have other signs
        return tuple([one for one in found if one in STRESSING]) or found or PRESS
    return found if found and RUSSIAN_PRESS not in found else PRESS


def _english(native: str, plain: str, tables: Tables) -> tuple[str, ...]:
    """ENGLISH for a word that the press writes so and no scheme that marks letters does, its marks lost."""
    found = spelt_by(native, plain, "ru", tables=tables)
    return PRESS if RUSSIAN_PRESS not in found or not _marking(tables).isdisjoint(found) else ENGLISH


@once
def _marking(tables: Tables) -> frozenset[str]:
    """The schemes that write ш with a mark, without which it is с: Mihail, Mihailovic.

    Turkish papers write Sergey too, but are far seldomer met.
    """
    found = frozenset(latin_schemes("ru", tables)) - {_TURKISH}
    return frozenset(one for one in found if not romanize("ш", one, tables=tables).isascii())


@once
def _alphabets(tables: Tables) -> dict[str, frozenset[str]]:
    """The letters that each scheme of Russian in Latin letters writes with."""
    return {
        one: frozenset("".join(rule.put for rule in scheme(one, tables=tables).rules).lower())
        for one in latin_schemes("ru", tables)
    }


def with_letters(word: str) -> tuple[str, ...]:
    """The press's scheme where it has the letters of a word, else those that have (w is German or Polish)."""
    alphabets = _alphabets(built_in())
    small = word.lower()
    if alphabets[RUSSIAN_PRESS].issuperset(small):
        return PRESS
    letters = set(small) - _SIGNS
    if letters <= alphabets[RUSSIAN_PRESS]:
        return PRESS
    return tuple([name for name, known in alphabets.items() if letters <= known]) or PRESS


@once
def _inverse(tables: Tables) -> dict[str, str]:
    """The Cyrillic letter of each Latin one of ISO 9, which has one for each."""
    rules = [rule for rule in scheme(_STANDARD, tables=tables).rules if len(rule.find) == 1]
    return {rule.put: rule.find for rule in reversed(rules) if len(rule.put) == 1}


def standard(text: str, tables: Tables) -> str | None:
    """A word that is written by ISO 9 in Cyrillic, in small letters; None where it has other letters.

    >>> standard("Hruŝëv", built_in()), standard("Wrangel", built_in())
    ('хрущёв', None)
    """
    put = _inverse(tables)
    found = [put.get(letter, "") for letter in text.lower()]
    return "".join(found) if all(found) else None
