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
from translit.person.slavic.cased import is_patronymic, upright
from translit.person.slavic.declension import CASES, Analysis, analyses, tongues
from translit.person.slavic.oblique import LONGEST, UPRIGHT, is_case_alone, is_oblique, is_still_man
from translit.person.slavic.whose import whose
from translit.person.slavic.worth import is_listed
from translit.tables import Tables
from translit.text.case import capitalise
from translit.text.clean import fold
from translit.text.words import is_initial

__all__ = ["nominative", "uprights"]

Names = tuple[str, ...]

_ALONE = 4.0  # the same for one word, or one beside initials
_ALONE_LISTED = 2.4  # … and what one in a case gains of which a row has the nominative: Берии
_NAMELESS = 5.0  # what a name loses without a given name
_OF_ANOTHER = 4.5  # nats that an ending costs that is of another language than the letters
_LEAST_SHARE = 0.02
_OF_FATHERS = ("ич", "вн", "чн", "ўн", "іч")  # one of these stands in every patronymic, whatever its case
_IN_CASES = ("а", "я", "у", "ю", "е", "и", "ы", "м", "й", "го", "і", "ї")  # how a surname ends in a case


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
        return _uprights(pieces, tables) if len(pieces) <= LONGEST else ()
    lowered = [piece.lower() for piece in pieces]
    for word in lowered:
        if is_oblique(word, tables) and not is_initial(word):
            if is_still_man(word, tables) and not any(
                other.endswith(_IN_CASES) for other in lowered if other is not word
            ):
                continue
            return _uprights(pieces, tables) if len(pieces) <= LONGEST else ()
    return _uprights(pieces, tables) if is_case_alone(pieces, tables) else ()


def _fathers(pieces: Names, tables: Tables) -> tuple[int, int] | None:
    """Where a father's name with oglu or kyzy behind it stands among words, as one of them or two."""
    for at, piece in enumerate(pieces):
        if " " in piece:
            return at, at + 1
        if at and piece.islower() and fold(piece) in filiations(tables):
            return at - 1, at + 1
    return None


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
    """The cases, genders and languages of endings in which a word may stand, the nominatives first.

    Of cases that all words may stand in alike, as men's accusative and genitive, the first alone.
    """
    yield "nomn", "m", ""
    yield "nomn", "f", ""
    met: dict[tuple[str, str, str], list[tuple[str, Analysis]]] = {}
    for tongue in tongues(tables):
        for word in words:
            for one in analyses(word, tongue, tables):
                met.setdefault((one.case, one.gender, tongue), []).append((word, one))
    seen = set()
    for case in CASES:
        for gender in "mf":
            for tongue in tongues(tables):
                found = met.get((case, gender, tongue), ())
                told = gender, tongue, *[(word, one.role, one.nominative) for word, one in found]
                if found and told not in seen:
                    seen.add(told)
                    yield case, gender, tongue


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
        given = upright(words[place], True, case, gender, tongue, tables) if place >= 0 else ("", 0.0)
        read: list[tuple[str, float]] = []
        for at, word in enumerate(words if given else ()):
            if at != place and at not in others:
                others[at] = upright(word, False, case, gender, tongue, tables)
            stands = given if at == place else others[at]
            if stands is None:
                break
            read.append(stands)
        if len(read) == len(words):
            names = tuple([one[0] for one in read])
            worth = sum([one[1] for one in read])
            if case == "nomn":
                worth += UPRIGHT if size > 1 else _ALONE
            elif size == 1 and place < 0 and any(is_listed(name, gender, tables) for name in names):
                worth += _ALONE_LISTED
            if place >= 0 or size == 1:
                found.append((names, worth))
            elif any(map(is_patronymic, names)):
                found.append((names, worth - _NAMELESS))
    return found
