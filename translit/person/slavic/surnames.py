"""A surname in a case back to the nominative, a double one half by half, and what that is worth."""

from __future__ import annotations

from translit.memory import remembered
from translit.person.slavic.declension import IN_INA, analyses
from translit.person.slavic.declined import HALF, KEPT, ends_of
from translit.person.slavic.dictionary import nominatives
from translit.person.slavic.gender import gender_of_surname
from translit.person.slavic.worth import is_listed, is_surname, is_unchanged, surname_worth
from translit.tables import Tables
from translit.text.cyrillic import CONSONANTS

__all__ = ["both", "surname"]

_DICTIONARY_WORTH = 3.0
_CLOSE = _DICTIONARY_WORTH  # nats between two nominatives from which the dictionary would change nothing
_UNCHANGED_COST = 5.0
_LIKE_KA = 1.5  # what Галушко loses beside Галушка
_GEORGIAN, _LIKE_NONE = "ия", 3.0  # what an unknown Жваний loses, whose case Жвания would be
_OF_KA = ("ка", "ку", "кам", "ком")
_SELDOM, _OFTEN = ("ко", *(one + "к" for one in CONSONANTS)), ("енко", "йко")
_MANLY = 5.0  # what a man's surname in -ина gains there, that else is a woman's
_NEARLY = 2.0  # nats by which the other surname may look less like one


def both(word: str, gender: str, tables: Tables) -> float:
    """What a nominative is worth as a surname, a double one the mean of its halves."""
    halves = [half for half in word.split("-") if half]
    return sum(surname_worth(half, gender, tables) for half in halves) / max(1, len(halves))


def surname(word: str, gender: str, case: str, tongue: str, tables: Tables) -> tuple[str, float] | None:
    """The likeliest nominative of a surname, None where it cannot stand in the case."""
    if "-" not in word.strip("-") or _is_one(word, gender, case, tongue, tables):
        return _half(word, gender, case, tongue, tables)
    first, *rest = word.split("-")
    stays = first in ends_of(tables, HALF)
    still = (first, 0.0) if stays or first[-1:] in CONSONANTS + "й" else None
    upright = still if stays else _half(first, gender, case, tongue, tables)
    if upright is None or gender_of_surname(first, tables) == gender:
        upright = still or upright
    halves = [upright, *(_half(half, gender, case, tongue, tables) for half in rest)]
    if not all(halves):
        return None
    names = "-".join(half[0] for half in halves if half)
    return names, both(names, gender, tables)


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
    worths = _by_end(word, gender, worths, tables)
    if is_unchanged(word, gender, tables):
        worths[word] = surname_worth(word, gender, tables) - _unlikely_unchanged(word, gender, tongue, tables)
    ranked = sorted(worths, key=lambda text: (-worths[text], text.endswith("иа"), text))  # rather Бжания
    near = len(ranked) > 1 and worths[ranked[0]] - worths[ranked[1]] < _CLOSE
    if tongue == "ru" and near and not word.endswith(_GEORGIAN):
        told = nominatives(word, gender)
        ranked.sort(key=lambda text: -worths[text] - _DICTIONARY_WORTH * (text in told))
    return (ranked[0], worths[ranked[0]]) if ranked else None


def _by_end(word: str, gender: str, worths: dict[str, float], tables: Tables) -> dict[str, float]:
    """The nominatives of a surname with what each is worth, more or less as the word in a case ends."""
    if gender == "m" and word.endswith(IN_INA):  # which no woman's is: Тичини
        return {text: worth + _MANLY for text, worth in worths.items()}
    for text in worths if word.endswith(_OF_KA) else ():
        often = text.endswith(_OFTEN) or (text[-1] == "о" and is_listed(text, gender, tables))
        if text.endswith(_SELDOM) and not often:
            worths[text] -= _LIKE_KA
    for text in worths if word.endswith(_GEORGIAN) else ():
        if not is_surname(text, gender, tables):
            worths[text] -= _LIKE_NONE
    return worths


@remembered(8192)
def _unlikely_unchanged(word: str, gender: str, tongue: str, tables: Tables) -> float:
    """What a surname that no case changes loses where another comes to the same: Глинки is of Глинка.

    Nothing where it alone is a known one, as papers leave some that the norm changes: Лаврентия Берия.
    """
    if word.endswith(ends_of(tables, KEPT)):
        return 0.0
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
