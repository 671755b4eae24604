"""The countries that have a table of towns, and the script and letters each writes."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from translit.gazetteer.backwards import armenian, georgian

__all__ = [
    "ARAB",
    "COUNTRIES",
    "FOREIGN_LETTERS",
    "FRENCH",
    "LETTERS",
    "OWN_LETTERS",
    "SCRIPTS",
    "family",
    "in_script",
]

COUNTRIES = (
    *("SY", "IQ", "LB", "JO", "PS", "LY", "EG", "SD", "YE", "SA", "AE", "KW", "QA", "BH", "OM", "DZ", "MA"),
    *("TN", "MR", "RU", "UA", "BY", "KZ", "MD", "GE", "AM", "AZ", "KG", "TJ", "TM", "UZ", "EE", "LV", "LT"),
    *("IR", "TR"),
)
ARAB = frozenset(COUNTRIES[:19])
FRENCH = frozenset(("DZ", "MA", "TN", "MR"))
SCRIPTS = {
    **dict.fromkeys((*ARAB, "IR"), "ARABIC"),
    **dict.fromkeys(("RU", "UA", "BY", "KZ", "KG", "TJ"), "CYRILLIC"),
    "GE": "GEORGIAN",
    "AM": "ARMENIAN",
}
LETTERS = {"GE": georgian, "AM": armenian}
OWN_LETTERS = {"KZ": "әғқңөұүһі", "KG": "өүң", "TJ": "ғӣқӯҳҷ"}  # which Russian spellings lack
FOREIGN_LETTERS = {  # Cyrillic letters that a country's own language does not write
    "RU": frozenset("іїєґўқғүұәөһҳҷӣӯјѣъ") - {"ъ"},
    "UA": frozenset("ыэъёўқғүұәөһҳҷӣӯј"),
    "BY": frozenset("иъщїєґқғүұәөһҳҷӣӯј"),
    "KZ": frozenset("їєґўҳҷӣӯјѣ"),
    "KG": frozenset("іїєґўқғұәһҳҷӣӯјѣ"),
    "TJ": frozenset("іїєґўүұәөһјѣщыь"),
}


def family(country: str) -> str:
    """The family of letter correspondences that a country's place names follow.

    >>> family("SY"), family("IR"), family("GE")
    ('ar', 'ar', 'ru')
    """
    return "ar" if country in ARAB or country == "IR" else "ru"


@lru_cache(maxsize=4096)
def _alphabet(letter: str) -> str:
    """The script of a letter, as Unicode names it."""
    return unicodedata.name(letter, "?").split()[0] if letter.isalpha() else ""


def in_script(text: str, script: str) -> bool:
    """True where all letters of a text are of one script.

    >>> in_script("Дамаск", "CYRILLIC"), in_script("Damasкus", "LATIN")
    (True, False)
    """
    scripts = {_alphabet(letter) for letter in text} - {""}
    return scripts == {script}
