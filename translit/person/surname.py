"""Surnames in their two genders: Ivanov and Ivanova are one family."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from translit.text.script import script_of

__all__ = ["family", "feminine"]

# A woman's ending and the man's beside it, the longest first.
_CYRILLIC = {
    "цкая": "цкий",
    "ская": "ский",
    "ська": "ський",
    "цька": "цький",
    "кая": "кий",
    "гая": "гий",
    "хая": "хий",
    "ова": "ов",
    "ева": "ев",
    "ёва": "ёв",
    "єва": "єв",
    "їна": "їн",
    "іна": "ін",
    "ина": "ин",
    "ына": "ын",
    "няя": "ний",
    "ая": "ый",
}
_LATIN = {
    "tskaya": "tsky",
    "skaya": "sky",
    "skaia": "sky",
    "skaja": "skij",
    "skaïa": "ski",
    "kaya": "ky",
    "ova": "ov",
    "eva": "ev",
    "yova": "yov",
    "ina": "in",
    "yna": "yn",
    "aya": "y",
    "aia": "y",
    "aja": "yj",
    "owa": "ow",
    "ewa": "ew",
}
_ARABIC = {"سكايا": "سكي", "كايا": "كي", "نايا": "ني", "وفا": "وف", "يفا": "يف", "ينا": "ين"}
_OF_SCRIPT = {"Latn": _LATIN, "Arab": _ARABIC}
_MEN = {
    "цкий": "цкая",
    "ский": "ская",
    "ський": "ська",
    "цький": "цька",
    "ый": "ая",
    "ой": "ая",
    "ий": "ая",
    "ов": "ова",
    "ев": "ева",
    "ёв": "ёва",
    "ин": "ина",
    "ын": "ына",
    "sky": "skaya",
    "ski": "skaya",
    "ov": "ova",
    "ev": "eva",
    "in": "ina",
    "yn": "yna",
    "y": "aya",
    "off": "ova",
}
_LEAST = 2
_LONGEST = 6


@lru_cache(maxsize=16384)
def family(surname: str) -> str:
    """The surname as the men of the family bear it; unchanged where both genders share one form.

    >>> family("Иванова"), family("Zabolotnaya"), family("Шевченко"), family("Мамина-Сибиряк")
    ('Иванов', 'Zabolotny', 'Шевченко', 'Мамин-Сибиряк')
    """
    if "-" in surname:
        return "-".join(family(half) for half in surname.split("-"))
    return _swapped(surname, _OF_SCRIPT.get(script_of(surname), _CYRILLIC))


@lru_cache(maxsize=4096)
def feminine(surname: str) -> str:
    """The surname as the women of the family bear it.

    >>> feminine("Чайковский"), feminine("Tchaikovsky"), feminine("Шевченко")
    ('Чайковская', 'Tchaikovskaya', 'Шевченко')
    """
    return _swapped(surname, _MEN)


def _swapped(text: str, pairs: Mapping[str, str]) -> str:
    """A word whose ending is in the table of pairs, with the other ending; the longest wins."""
    end = text[-_LONGEST:].lower()
    while end:
        put = pairs.get(end)
        if put is not None and len(text) >= len(end) + _LEAST:
            return text[: -len(end)] + (put.upper() if text.isupper() else put)
        end = end[1:]
    return text
