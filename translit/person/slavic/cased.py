"""A word of a Slavic name read in one case and gender: its nominative, and what it is worth as that."""

from __future__ import annotations

from translit.memory import remembered
from translit.person.slavic.declension import (
    UNKNOWN,
    analyses,
    fathered,
    given_worth,
    is_listed,
    is_of,
    is_surname,
    is_unchanged,
    surname_worth,
    tongues,
)
from translit.person.slavic.dictionary import nominatives
from translit.person.slavic.evidence import gender_of_surname
from translit.person.slavic.oblique import is_still_man
from translit.tables import Tables
from translit.text.cyrillic import CONSONANTS
from translit.text.words import is_initial

__all__ = ["is_patronymic", "upright"]

_PATRONYMIC = 4.0
_DICTIONARY_WORTH = 3.0
_CLOSE = _DICTIONARY_WORTH  # nats between two nominatives from which the dictionary would change nothing
_UNCHANGED_COST = 5.0
_LIKE_GENITIVE = 1.5  # what a nominative surname in -а loses: Волка is of Волк sooner than a woman
_NEARLY = 2.0  # nats by which the other surname may look less like one
_STILL = 2.0  # what a given name loses that no case changes
_AT_HOME = 0.7  # what a given name of the endings' own language gains
_ABROAD = 2.8  # … loses in Russian endings, which has it not: Аркадзь
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
        if word.endswith(("а", "я")) and not gender_of_surname(word, tables):
            doubt += _LIKE_GENITIVE
        return word, _both(word, gender, tables) - doubt
    fathers = [
        found.nominative
        for found in analyses(word, tongue, tables)
        if found.role == "patronymic" and found.case == case and found.gender == gender
    ]
    if word.partition("-")[0][-1:] in ("а", "я") and "-" in word:  # Дуніна-Марцінкевіча
        fathers = []
    return (fathers[0], _PATRONYMIC) if fathers else _surname(word, gender, case, tongue, tables)


def _given(word: str, case: str, gender: str, tongue: str, tables: Tables) -> tuple[str, float] | None:
    """The likeliest nominative of a given name in a case."""
    worth = given_worth(word, gender, tables)
    if "-" in word and worth <= UNKNOWN / 2 and is_still_man(word, tables):
        worth = given_worth(word.rpartition("-")[2], gender, tables)
    found = [(word, worth - (0.0 if case == "nomn" else _STILL))]
    if case != "nomn":
        if not word.endswith(tuple(_VOWELS)) and (gender == "m" or word[-1] not in _WOMANS_ENDS):
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


def _home(name: str, tongue: str, tables: Tables) -> float:
    """What a given name in a case gains by the endings of its own language, or loses by Russian ones."""
    if tongue != "ru":
        return _AT_HOME if is_of(name, tongue, tables) else 0.0
    abroad = any(is_of(name, one, tables) for one in tongues(tables)[1:])
    return -_ABROAD if abroad and not is_of(name, "ru", tables) else 0.0


def _both(word: str, gender: str, tables: Tables) -> float:
    """What a nominative is worth as a surname, a double one the mean of its halves."""
    halves = [half for half in word.split("-") if half]
    return sum(surname_worth(half, gender, tables) for half in halves) / max(1, len(halves))


def _surname(word: str, gender: str, case: str, tongue: str, tables: Tables) -> tuple[str, float] | None:
    """The likeliest nominative of a surname, None where it cannot stand in the case."""
    if "-" not in word.strip("-") or _is_one(word, gender, case, tongue, tables):
        return _half(word, gender, case, tongue, tables)
    first, *rest = word.split("-")
    still = (first, 0.0) if first[-1:] in CONSONANTS + "й" else None
    upright = _half(first, gender, case, tongue, tables)
    if upright is None or gender_of_surname(first, tables) == gender:
        upright = still or upright
    halves = [upright, *(_half(half, gender, case, tongue, tables) for half in rest)]
    if not all(halves):
        return None
    names = "-".join(half[0] for half in halves if half)
    return names, _both(names, gender, tables)


def _is_one(word: str, gender: str, case: str, tongue: str, tables: Tables) -> bool:
    """True for a double surname that is a row of its own, whose first half no case changes: Кара-Мурзы."""
    return any(
        found.role == "surname" and found.case == case and is_listed(found.nominative, gender, tables)
        for found in analyses(word, tongue, tables)
    )


def _half(word: str, gender: str, case: str, tongue: str, tables: Tables) -> tuple[str, float] | None:
    """The likeliest nominative of a surname, or of half a double one; a word that no case changes stays."""
    if not word:
        return None
    worths = {
        found.nominative: surname_worth(found.nominative, gender, tables)
        for found in analyses(word, tongue, tables)
        if found.role == "surname" and found.case == case and found.gender == gender
    }
    if is_unchanged(word, gender, tables):
        worths[word] = surname_worth(word, gender, tables) - _unlikely_unchanged(word, gender, tongue, tables)
    ranked = sorted(worths, key=lambda text: (-worths[text], text))
    if tongue == "ru" and len(ranked) > 1 and worths[ranked[0]] - worths[ranked[1]] < _CLOSE:
        told = nominatives(word, gender)
        ranked.sort(key=lambda text: (-worths[text] - _DICTIONARY_WORTH * (text in told), text))
    return (ranked[0], worths[ranked[0]]) if ranked else None


@remembered(8192)
def _unlikely_unchanged(word: str, gender: str, tongue: str, tables: Tables) -> float:
    """What a surname that no case changes loses where another comes to the same: Глинки is of Глинка.

    Nothing where it alone is a known one, as papers leave some that the norm changes: Лаврентия Берия.
    """
    still = surname_worth(word, gender, tables) - _NEARLY
    rivals = [
        found
        for found in analyses(word, tongue, tables)
        if found.role == "surname" and found.gender == gender
    ]
    if is_surname(word, gender, tables):
        rivals = [found for found in rivals if is_surname(found.nominative, gender, tables)]
    near = any(surname_worth(found.nominative, gender, tables) > still for found in rivals)
    return _UNCHANGED_COST if near else 0.0
