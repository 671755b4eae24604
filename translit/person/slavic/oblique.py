"""Signs that a word of a Slavic name stands in another case than the nominative: Юрьевича, Заболотного."""

from __future__ import annotations

from collections.abc import Sequence

from translit.memory import remembered
from translit.person.slavic.declension import analyses, every_end, no_surnames, tongues
from translit.person.slavic.declined import ADJECTIVE, LADY, MAN, WOMAN, ends_of
from translit.person.slavic.gender import gender_of_surname
from translit.person.slavic.worth import UNKNOWN, given_worth, is_of, is_surname
from translit.tables import Tables
from translit.text.words import is_initial

__all__ = ["LONGEST", "UPRIGHT", "is_case_alone", "is_oblique", "is_still_man"]

UPRIGHT = 1.6  # nats by which a name is likelier to stand in the nominative
_TOLD = ADJECTIVE, MAN, WOMAN, LADY  # what the end of a surname says that stands in a case
LONGEST = 5  # words of a name, and fewer letters than a word has that may be a case of another
_CASES_OF_NOUNS = ("а", "я", "у", "ю", "ы", "и", "е", "і", "ом", "ем", "ой")
_STILL_ENDS = frozenset("иуюэеыо")


@remembered(16384)
def is_oblique(word: str, tables: Tables) -> bool:
    """True for a word that may well be in another case: Юрьевича, Романа, Заболотного."""
    if len(word) > LONGEST and word.endswith(ends_of(tables, *_TOLD)):
        return True
    if is_still_man(word, tables):  # his surname tells the case
        return True
    if "-" in word and any(is_oblique(half, tables) for half in word.split("-") if half):
        return True
    if not every_end(tables)(word):
        return False
    found = [one for tongue in tongues(tables) for one in no_surnames(word, tongue, tables)]
    if not found or any(one.role == "patronymic" for one in found):
        return bool(found)
    usual = max(given_worth(word, gender, tables) for gender in "mf")
    return any(given_worth(one.nominative, one.gender, tables) > usual - UPRIGHT for one in found)


def is_still_man(word: str, tables: Tables) -> bool:
    """True for a man's given name that no case changes: Гарри, Доку."""
    if "-" in word:  # Махмуд-Али
        first, _, word = word.rpartition("-")
        if given_worth(first, "m", tables) <= UNKNOWN / 2:
            return False
    if word[-1:] not in _STILL_ENDS or given_worth(word, "m", tables) <= UNKNOWN / 2:
        return False
    if any(is_of(word, tongue, tables) for tongue in tongues(tables)[1:]):  # Петро: they have cases for it
        return False
    return given_worth(word, "f", tables) <= UNKNOWN / 2


def is_case_alone(pieces: Sequence[str], tables: Tables) -> bool:
    """Is one word beside initials, or alone, likely a surname in a case?

    >>> from translit.tables import built_in
    >>> [is_case_alone(text.split(), built_in()) for text in ("Кравчуку Л. М.", "Кравчук Л. М.", "Анна Зуб")]
    [True, False, False]
    """
    whole = [piece.lower() for piece in pieces if not is_initial(piece)]
    return len(whole) == 1 and len(pieces) <= LONGEST and _is_of_listed(whole[0], tables)


@remembered(16384)
def _is_of_listed(word: str, tables: Tables) -> bool:
    """May a surname alone that is in no table be a case of one that is: Кравчуку Л. М.?"""
    if len(word) < LONGEST or not word.endswith(_CASES_OF_NOUNS) or gender_of_surname(word, tables):
        return False
    if any(is_surname(word, gender, tables) for gender in "mf"):
        return False
    found = [one for tongue in tongues(tables) for one in analyses(word, tongue, tables)]
    return any(one.role == "surname" and is_surname(one.nominative, one.gender, tables) for one in found)
