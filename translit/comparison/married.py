"""A woman who is called abroad as the men of her family are: Anna Petrov beside Anna Petrova.

Or as Czechs call her, who put their ending on any surname: Irina Rodninová, Olga Korbutová.
"""

from __future__ import annotations

from collections.abc import Callable
from operator import attrgetter

from translit.comparison.doubles import anew
from translit.comparison.prepared import CZECH, Prepared, is_czech, mans_surname
from translit.comparison.restated import probably
from translit.nouns import Comparison
from translit.person.surname import feminine

__all__ = ["by_czechs", "by_husbands", "without_czech"]

_IN = "in"
_ASCZECHS = "a woman's surname without the ending of Czechs"
_AS_MEN = "a woman's surname as the men of her family bear it"


def by_husbands(
    found: Comparison, left: Prepared, right: Prepared, compared: Callable[[Prepared, Prepared], Comparison]
) -> Comparison | None:
    """Two women of whom one has her surname as the men of her family bear it; None of others.

    Nothing tells surely that she is not another of the family.
    """
    if left.reading.gender != "f" or right.reading.gender != "f":
        return None
    one, two = mans_surname(left.reading), mans_surname(right.reading)
    if bool(one) == bool(two):
        return None
    whole, surname = (left, one) if one else (right, two)
    woman = anew(whole.reading.text.replace(surname, feminine(surname), 1), whole.tables)
    best = compared(woman, right) if one else compared(left, woman)
    return probably(found, best, _AS_MEN)


def by_czechs(
    found: Comparison, left: Prepared, right: Prepared, compared: Callable[[Prepared, Prepared], Comparison]
) -> Comparison | None:
    """Two women of whom one has her surname with the ending of Czechs; None of others.

    Nothing tells what stood there before it.
    """
    one, two = _czech(left), _czech(right)
    if bool(one) == bool(two):
        return None
    ways = [compared(put, right) for put in one] + [compared(left, put) for put in two]
    return probably(found, max(ways, key=attrgetter("score")), _ASCZECHS)


def _czech(name: Prepared) -> list[Prepared]:
    """A woman's name without the ending of Czechs."""
    text = name.reading.text
    for word in text.split() if is_czech(name.reading) else ():
        if put := without_czech(word):
            return [anew(text.replace(word, one, 1), name.tables) for one in put]
    return []


def without_czech(word: str) -> tuple[str, ...]:
    """A woman's surname without the ending of Czechs: in -ina, and as the men of her family have it.

    >>> without_czech("Rodninová"), without_czech("Korbutová"), without_czech("Petrova")
    (('Rodnina', 'Rodnin'), ('Korbut',), ())
    """
    if word.isascii() or not word.lower().endswith(CZECH) or len(word) <= len(CZECH) + len(_IN):
        return ()
    left = word[: -len(CZECH)]
    return (left + ("a" if word[-1].islower() else "A"), left) if left.lower().endswith(_IN) else (left,)
