"""Names of rulers in a case: Александра III is Александр III, Петру Великому Пётр Великий."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import product

from translit.person.slavic.declension import analyses, tongues
from translit.person.slavic.worth import UNKNOWN, given_worth
from translit.tables import Tables

__all__ = ["declined", "ruler"]

_MEN = 4.0  # nats by which somebody with a number is likelier a man


def declined(pieces: Sequence[str], tables: Tables) -> Iterator[tuple[str, ...]]:
    """The nominatives in small letters that all words of a name may have in one case and gender.

    >>> from translit.tables import built_in
    >>> ("екатерина", "великая") in declined(("Екатерины", "Великой"), built_in())
    True
    """
    for tongue in tongues(tables):
        ways = [analyses(piece.lower(), tongue, tables) for piece in pieces]
        for way in dict.fromkeys([(one.case, one.gender) for one in ways[0]] if ways else ()):
            yield from product(
                *[
                    dict.fromkeys([one.nominative for one in found if (one.case, one.gender) == way])
                    for found in ways
                ]
            )


def ruler(word: str, tables: Tables) -> str:
    """The given name in small letters that one before a number is a case of, a man's sooner than a woman's.

    >>> from translit.tables import built_in
    >>> [ruler(word, built_in()) for word in ("павла", "елизаветы", "елизавета", "иван")]
    ['павел', 'елизавета', 'елизавета', 'иван']
    """
    found = {word: max(given_worth(word, "m", tables) + _MEN, given_worth(word, "f", tables))}
    for tongue in tongues(tables):
        for one in analyses(word, tongue, tables):
            if one.role == "given":
                worth = given_worth(one.nominative, one.gender, tables) + _MEN * (one.gender == "m")
                found[one.nominative] = max(worth, found.get(one.nominative, UNKNOWN))
    return max(found, key=lambda form: found[form])
