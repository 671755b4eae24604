"""A woman who is called abroad as the men of her family are: Anna Petrov beside Anna Petrova."""

from __future__ import annotations

from collections.abc import Callable

from translit.comparison.doubles import anew
from translit.comparison.prepared import Prepared, mans_surname
from translit.comparison.restated import probably
from translit.nouns import Comparison
from translit.person.surname import feminine

__all__ = ["by_husbands"]

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
