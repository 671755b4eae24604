"""A word of a Slavic name read in one case and gender: its nominative, and what it is worth as that."""

from __future__ import annotations

from translit.person.slavic.declension import analyses, fathered, tongues
from translit.person.slavic.gender import gender_of_surname
from translit.person.slavic.oblique import is_still_man
from translit.person.slavic.surnames import both, surname
from translit.person.slavic.worth import UNKNOWN, given_worth, is_of
from translit.tables import Tables
from translit.text.cyrillic import CONSONANTS
from translit.text.words import is_initial

__all__ = ["is_patronymic", "upright"]

_PATRONYMIC = 4.0
_LIKE_GENITIVE = 1.5  # what a nominative surname in -а loses: Волка is of Волк sooner than a woman
_STILL = 2.0  # what a given name loses that no case changes
_AT_HOME = 0.7  # what a given name of the endings' own language gains
_ABROAD = 2.8  # … loses in Russian endings, which has it not: Аркадзь
_GEORGIAN = "ия"  # which is seldom a case of a surname: Данелия
_VOWELS = "оеиуюэыіїє"
_WOMANS_ENDS = CONSONANTS + "йь"  # of women's given names that no case need change: Мехрибан, Айгуль


def is_patronymic(word: str) -> bool:
    """Does a word end as patronymics do?"""
    return word.endswith(("вич", "вна", "ична", "ьич", "мич", "кич", "віч", "ўна"))


def upright(
    word: str, given: bool, case: str, gender: str, tongue: str, tables: Tables
) -> tuple[str, float] | None:
    """A word's nominative in its role, and what it is worth; None where it cannot stand so."""
    if is_initial(word):
        return word, 0.0
    if given:
        return _given(word, case, gender, tongue, tables)
    if case == "nomn":
        if is_patronymic(word) and word.endswith("ч") == (gender == "m"):
            return word, _PATRONYMIC
        doubt = _PATRONYMIC if fathered(word, tables) else 0.0
        if word.endswith(("а", "я")) and not word.endswith(_GEORGIAN) and not gender_of_surname(word, tables):
            doubt += _LIKE_GENITIVE
        return word, both(word, gender, tables) - doubt
    fathers = [
        found.nominative
        for found in analyses(word, tongue, tables)
        if found.role == "patronymic" and found.case == case and found.gender == gender
    ]
    if word.partition("-")[0][-1:] in ("а", "я") and "-" in word:  # Дуніна-Марцінкевіча
        fathers = []
    return (fathers[0], _PATRONYMIC) if fathers else surname(word, gender, case, tongue, tables)


def _given(word: str, case: str, gender: str, tongue: str, tables: Tables) -> tuple[str, float] | None:
    """The likeliest nominative of a given name in a case."""
    worth = given_worth(word, gender, tables)
    if "-" in word and worth <= UNKNOWN / 2 and is_still_man(word, tables):
        worth = given_worth(word.rpartition("-")[2], gender, tables)
    if "-" in word and case != "nomn":
        halves = [_half(half, case, gender, tongue, tables) for half in word.split("-") if half]
        told = [half for half in halves if half]
        upright = "-".join([half[0] for half in told])
        if told and len(told) == len(halves) and upright != word:  # Богдана-Ігоря
            return upright, min([half[1] for half in told])
    found = [(word, worth - (0.0 if case == "nomn" else _STILL))]
    if case != "nomn":
        if word[-1] not in _VOWELS and (gender == "m" or word[-1] not in _WOMANS_ENDS):
            found = []
        found += [
            (
                one.nominative,
                given_worth(one.nominative, gender, tables) + _home(one.nominative, tongue, tables),
            )
            for one in analyses(word, tongue, tables)
            if one.role == "given" and one.case == case and one.gender == gender
        ]
    best = max(found, key=lambda one: one[1], default=("", UNKNOWN))
    return best if best[1] > UNKNOWN / 2 else None


def _half(word: str, case: str, gender: str, tongue: str, tables: Tables) -> tuple[str, float] | None:
    """The same of half a double one, which may stay as it is: Абдул-Хамида."""
    worth = given_worth(word, gender, tables)
    still = (word, worth - _STILL) if worth > UNKNOWN / 2 else None
    return _given(word, case, gender, tongue, tables) or still


def _home(name: str, tongue: str, tables: Tables) -> float:
    """What a given name in a case gains by the endings of its own language, or loses by Russian ones."""
    if tongue != "ru":
        return _AT_HOME if is_of(name, tongue, tables) else 0.0
    abroad = any(is_of(name, one, tables) for one in tongues(tables)[1:])
    return -_ABROAD if abroad and not is_of(name, "ru", tables) else 0.0
