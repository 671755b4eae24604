"""Slavic towns that differ in little and are two: Krasnoturansk and Krasnoturyinsk, Lesnoy and Lesnoye."""

from __future__ import annotations

import re
from functools import lru_cache

from translit.nouns import Reading
from translit.place.skeleton import letters, skeleton
from translit.place.slavic import gender, is_adjective, is_adjective_stem
from translit.text.clean import fold

__all__ = ["CERTAINLY", "ends_apart", "genders_apart", "two_towns"]

CERTAINLY = 0.8  # the confidence from which a text surely names its place
_NEUTER = "n"
_SLAVIC = frozenset(("ru", "uk", "be"))
_TOWNS = ("place/at/ru", "place/at/ua", "place/at/by")
_LOOSE = re.compile(  # what Russian and Ukrainian end otherwise: Zarechye, Zarichchia
    "(?:ь[еёя]|[^aeiouyаеиоуыэюяіїє][iyj][ae]|[^aeiouаеиоуыэюяіїє]я)$"
)
_HUSHED = ("c", "C", "S", "W", "Z")  # ц, ч, ш, щ, ж in broad Latin


def two_towns(a: Reading, b: Reading) -> bool:
    """True for two Slavic towns of one country, each surely read."""
    if a.row is None or b.row is None or a.row.table != b.row.table or a.row.table not in _TOWNS:
        return False
    sure = a.status == b.status == "ok" and min(a.confidence, b.confidence) >= CERTAINLY
    return sure and fold(a.row.native) != fold(b.row.native)


def genders_apart(one: str, two: str) -> bool:
    """True for a town in -sk and one in -ske: Donetsk, Donetske."""
    one, two = fold(one), fold(two)
    return any(
        gender(a) == _NEUTER and is_adjective_stem(b) and not is_adjective(b)
        for a, b in ((one, two), (two, one))
    )


def ends_apart(a: Reading, b: Reading) -> bool:
    """True for two Slavic names that differ in what they end in, as genders do: Krasna, Krasne.

    A Belarusian -a is a Russian -o, a Ukrainian -e a Russian -o.
    """
    origins = {a.origin, b.origin}
    if _SLAVIC.isdisjoint(origins) or "ar" in origins:
        return False
    ends = {_end(a.text), _end(b.text)}
    if len(ends) == 1 or "" in ends or ends == {"o", "e"} or ("be" in origins and ends <= {"o", "e", "a"}):
        return False
    return skeleton(a.text, "ru") == skeleton(b.text, "ru")


@lru_cache(maxsize=1 << 14)
def _end(text: str) -> str:
    """The last sound of a Slavic name, "-" for any consonant; "" for an end that languages write otherwise.

    Polish has -cze where Russian has -chi.

    >>> [_end(name) for name in ("Lesnoye", "Лесной", "Krasna", "Putyatin", "Zarechye")]
    ['e', 'i', 'a', '-', '']
    """
    if _LOOSE.search(fold(text)):
        return ""
    broad = letters(text, "ru")
    last = broad[-1:].replace("y", "i").replace("j", "i")
    if broad[-2:-1] in _HUSHED:
        return ""
    return last if last in "aoei" else "-"
