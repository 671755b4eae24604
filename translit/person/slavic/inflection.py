"""Inflected Slavic names back to the nominative: Романа Заболотного is Роман Заболотный.

Every case and gender in which all the words of a name can stand is weighed against the others, the
nominative among them: how usual the given name is, how much a surname the rest looks. Where two are
near, the name is ambiguous: Александра Петрова is a woman, or of Александр Петров.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

from translit.memory import remembered
from translit.person.patronymic import filiations
from translit.person.slavic.declension import (
    ADJECTIVE,
    CASES,
    LADY,
    MAN,
    UNKNOWN,
    WOMAN,
    analyses,
    ends_of,
    every_end,
    fathered,
    given_worth,
    is_listed,
    is_of,
    is_surname,
    no_surnames,
    tongues,
)
from translit.person.slavic.evidence import gender_of_surname
from translit.person.slavic.surnames import both, surname
from translit.person.slavic.whose import whose
from translit.tables import Tables
from translit.text.case import capitalise
from translit.text.clean import fold
from translit.text.cyrillic import CONSONANTS
from translit.text.words import is_initial

__all__ = ["is_case_alone", "is_oblique", "nominative", "uprights"]

Names = tuple[str, ...]

_PATRONYMIC = 4.0
_UPRIGHT = 1.6  # nats by which a name is likelier to stand in the nominative
_ALONE = 4.0  # the same for one word, or one beside initials
_ALONE_LISTED = 2.4  # … and what one in a case gains of which a row has the nominative: Берии
_TOLD = ADJECTIVE, MAN, WOMAN, LADY  # what the end of a surname says that stands in a case
_LONGEST = 5
_LIKE_GENITIVE = 1.5  # what a nominative surname in -а loses: Волка is of Волк sooner than a woman
_NAMELESS = 5.0  # what a name loses without a given name
_STILL = 2.0  # what a given name loses that no case changes
_AT_HOME = 0.7  # what a given name of the endings' own language gains
_ABROAD = 2.8  # … loses in Russian endings, which has it not: Аркадзь
_OF_ANOTHER = 4.5  # nats that an ending costs that is of another language than the letters
_LEAST_SHARE = 0.02
_OF_FATHERS = ("ич", "вн", "чн", "ўн", "іч")  # one of these stands in every patronymic, whatever its case
_IN_CASES = ("а", "я", "у", "ю", "е", "и", "ы", "м", "й", "го", "і", "ї")  # how a surname ends in a case
_CASES_OF_NOUNS = ("а", "я", "у", "ю", "ы", "и", "е", "і", "ом", "ем", "ой")
_STILL_ENDS = ("и", "у", "ю", "э", "е", "ы", "о")
_VOWELS = "оеиуюэыіїє"
_WOMANS_ENDS = CONSONANTS + "йь"  # of women's given names that no case need change: Мехрибан, Айгуль


@remembered(16384)
def is_oblique(word: str, tables: Tables) -> bool:
    """True for a word that may well be in another case: Юрьевича, Романа, Заболотного."""
    if len(word) > _LONGEST and word.endswith(ends_of(tables, *_TOLD)):
        return True
    if _is_still_man(word, tables):  # his surname tells the case
        return True
    if "-" in word and any(is_oblique(half, tables) for half in word.split("-") if half):
        return True
    if not word.endswith(every_end(tables)):
        return False
    found = [one for tongue in tongues(tables) for one in no_surnames(word, tongue, tables)]
    if not found or any(one.role == "patronymic" for one in found):
        return bool(found)
    usual = max(given_worth(word, gender, tables) for gender in "mf")
    return any(given_worth(one.nominative, one.gender, tables) > usual - _UPRIGHT for one in found)


def _is_still_man(word: str, tables: Tables) -> bool:
    """True for a man's given name that no case changes: Гарри, Доку."""
    if "-" in word:  # Махмуд-Али
        first, _, word = word.rpartition("-")
        if given_worth(first, "m", tables) <= UNKNOWN / 2:
            return False
    if not word.endswith(_STILL_ENDS) or given_worth(word, "m", tables) <= UNKNOWN / 2:
        return False
    if any(is_of(word, tongue, tables) for tongue in tongues(tables)[1:]):  # Петро: they have cases for it
        return False
    return given_worth(word, "f", tables) <= UNKNOWN / 2


def nominative(pieces: Sequence[str], tables: Tables) -> Names | None:
    """The words of a Russian name in the nominative; None where they stand in it already.

    >>> from translit.tables import built_in
    >>> nominative(("Абдурахмановой", "Натальи", "Петровны"), built_in())
    ('Абдурахманова', 'Наталья', 'Петровна')
    """
    found = uprights(tuple(pieces), tables)
    return found[0][0] if found and found[0][0] != tuple(pieces) else None


def uprights(pieces: Names, tables: Tables, bent: bool = False) -> tuple[tuple[Names, float], ...]:
    """The nominatives that the words of a name may be of, likeliest first, with their shares.

    The words themselves are among them. Empty where nothing points to another case, as what stands around a
    name may: then it is `bent`.

    >>> from translit.tables import built_in
    >>> [words for words, _ in uprights(("Александра", "Петрова"), built_in())]
    [('Александра', 'Петрова'), ('Александр', 'Петров')]
    """
    fathers = _fathers(pieces, tables)
    if fathers:  # Ильхама Гейдар оглы Алиева
        start, end = fathers
        found = uprights((*pieces[:start], *pieces[end:]), tables, bent)
        return tuple(
            [((*words[:start], *pieces[start:end], *words[start:]), share) for words, share in found]
        )
    if bent:
        return _uprights(pieces, tables) if len(pieces) <= _LONGEST else ()
    lowered = [piece.lower() for piece in pieces]
    for word in lowered:
        if is_oblique(word, tables) and not is_initial(word):
            if _is_still_man(word, tables) and not any(
                other.endswith(_IN_CASES) for other in lowered if other is not word
            ):
                continue
            return _uprights(pieces, tables) if len(pieces) <= _LONGEST else ()
    return _uprights(pieces, tables) if is_case_alone(pieces, tables) else ()


def _fathers(pieces: Names, tables: Tables) -> tuple[int, int] | None:
    """Where a father's name with oglu or kyzy behind it stands among words, as one of them or two."""
    for at, piece in enumerate(pieces):
        if " " in piece:
            return at, at + 1
        if at and piece.islower() and fold(piece) in filiations(tables):
            return at - 1, at + 1
    return None


def is_case_alone(pieces: Sequence[str], tables: Tables) -> bool:
    """Is one word beside initials, or alone, likely a surname in a case?

    >>> from translit.tables import built_in
    >>> [is_case_alone(text.split(), built_in()) for text in ("Кравчуку Л. М.", "Кравчук Л. М.", "Анна Зуб")]
    [True, False, False]
    """
    whole = [piece.lower() for piece in pieces if not is_initial(piece)]
    return len(whole) == 1 and len(pieces) <= _LONGEST and _is_of_listed(whole[0], tables)


@remembered(16384)
def _is_of_listed(word: str, tables: Tables) -> bool:
    """May a surname alone that is in no table be a case of one that is: Кравчуку Л. М.?"""
    if len(word) < _LONGEST or not word.endswith(_CASES_OF_NOUNS) or gender_of_surname(word, tables):
        return False
    if any(is_surname(word, gender, tables) for gender in "mf"):
        return False
    found = [one for tongue in tongues(tables) for one in analyses(word, tongue, tables)]
    return any(one.role == "surname" and is_surname(one.nominative, one.gender, tables) for one in found)


@remembered(4096)
def _uprights(pieces: Names, tables: Tables) -> tuple[tuple[Names, float], ...]:
    """The same of a name of which some word may well stand in another case."""
    lowered = tuple([piece.lower() for piece in pieces])
    worths: dict[Names, float] = {}
    told = whose(lowered, tables)
    places = _places(lowered)
    for case, gender, tongue in _ways(lowered, tables):
        foreign = 0.0 if tongue in ("", *told) else _OF_ANOTHER
        for names, worth in _in_case(lowered, places, case, gender, tongue, tables):
            worths[names] = max(worth - foreign, worths.get(names, worth - foreign))
    if not set(worths) - {lowered}:
        return ()
    top = max(worths.values())
    odds = {names: math.exp(worth - top) for names, worth in worths.items()}
    total = sum(odds.values())
    ranked = sorted(odds, key=lambda names: -odds[names])
    return tuple(
        [
            (tuple(map(_as_cased, names, pieces)), odds[names] / total)
            for names in ranked
            if odds[names] / total > _LEAST_SHARE
        ]
    )


def _ways(words: Names, tables: Tables) -> Iterator[tuple[str, str, str]]:
    """The cases, genders and languages of endings in which a word may stand, the nominatives first."""
    yield "nomn", "m", ""
    yield "nomn", "f", ""
    met = {
        (one.case, one.gender, tongue)
        for tongue in tongues(tables)
        for word in words
        for one in analyses(word, tongue, tables)
    }
    for case in CASES:
        for gender in "mf":
            yield from [way for tongue in tongues(tables) if (way := (case, gender, tongue)) in met]


def _as_cased(word: str, like: str) -> str:
    """A lower-case word with the capitals of another."""
    if is_initial(like):
        return like
    return word.upper() if like.isupper() else capitalise(word)


def _places(words: Names) -> tuple[int, ...]:
    """Where the given name may stand among the words, -1 for a name without one, told by its patronymic."""
    whole = tuple([place for place, word in enumerate(words) if not is_initial(word)])
    fathered = len(whole) == 1 or any(sign in word for word in words for sign in _OF_FATHERS)
    return (*whole, -1) if fathered else whole


def _in_case(
    words: Names, places: tuple[int, ...], case: str, gender: str, tongue: str, tables: Tables
) -> list[tuple[Names, float]]:
    """The words read in one case and gender, each in turn as the given name, with what that is worth."""
    found = []
    size = sum(place >= 0 for place in places)
    others: dict[int, tuple[str, float] | None] = {}  # the words as what no given name is
    for place in places:
        given = _word(words[place], True, case, gender, tongue, tables) if place >= 0 else ("", 0.0)
        read: list[tuple[str, float]] = []
        for at, word in enumerate(words if given else ()):
            if at != place and at not in others:
                others[at] = _word(word, False, case, gender, tongue, tables)
            stands = given if at == place else others[at]
            if stands is None:
                break
            read.append(stands)
        if len(read) == len(words):
            names = tuple([one[0] for one in read])
            worth = sum([one[1] for one in read])
            if case == "nomn":
                worth += _UPRIGHT if size > 1 else _ALONE
            elif size == 1 and place < 0 and any(is_listed(name, gender, tables) for name in names):
                worth += _ALONE_LISTED
            if place >= 0 or size == 1:
                found.append((names, worth))
            elif any(map(_is_patronymic, names)):
                found.append((names, worth - _NAMELESS))
    return found


def _is_patronymic(word: str) -> bool:
    return word.endswith(("вич", "вна", "ична", "ьич", "мич", "кич", "віч", "ўна"))


def _word(
    word: str, given: bool, case: str, gender: str, tongue: str, tables: Tables
) -> tuple[str, float] | None:
    """A word's nominative in its role, and what it is worth; None where it cannot stand so."""
    if is_initial(word):
        return word, 0.0
    if given:
        return _given(word, case, gender, tongue, tables)
    if case == "nomn":
        if _is_patronymic(word) and word.endswith("ч") == (gender == "m"):
            return word, _PATRONYMIC
        doubt = _PATRONYMIC if fathered(word, tables) else 0.0
        if word.endswith(("а", "я")) and not gender_of_surname(word, tables):
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
    if "-" in word and worth <= UNKNOWN / 2 and _is_still_man(word, tables):
        worth = given_worth(word.rpartition("-")[2], gender, tables)
    if "-" in word and case != "nomn":
        halves = [_half(half, case, gender, tongue, tables) for half in word.split("-") if half]
        told = [half for half in halves if half]
        if len(told) == len(halves) and "-".join([half[0] for half in told]) != word:  # Богдана-Ігоря
            return "-".join([half[0] for half in told]), min([half[1] for half in told])
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
