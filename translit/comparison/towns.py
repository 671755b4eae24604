"""Slavic towns that differ in little and are two: Krasnoturansk and Krasnoturyinsk, Lesnoy and Lesnoye."""

from __future__ import annotations

import re
from functools import lru_cache

from translit.memory import once
from translit.nouns import Reading
from translit.place.skeleton import letters, skeleton
from translit.place.slavic import gender, is_adjective, is_adjective_stem
from translit.tables import Tables
from translit.text.clean import fold

__all__ = ["CERTAINLY", "ends_apart", "genders_apart", "never_one", "two_towns"]

CERTAINLY = 0.8  # the confidence from which a text surely names its place
_NEUTER = "n"
_ARABIC = "ar"
_AT = "place/at/"
_FAR = 0.3  # degrees
_SURELY = 0.95  # the confidence from which two far towns with an Arabic name are two whatever their letters
_LIKELY = 0.5  # the same of two towns that rows keep apart
_SLAVIC = frozenset(("ru", "uk", "be"))
_TOWNS = ("place/at/ru", "place/at/ua", "place/at/by")
_LOOSE = re.compile(  # what Russian and Ukrainian end otherwise: Zarechye, Zarichchia
    "(?:ь[еёя]|[^aeiouyаеиоуыэюяіїє][iyj][ae]|[^aeiouаеиоуыэюяіїє]я)$"
)
_HUSHED = ("c", "C", "S", "W", "Z")  # ц, ч, ш, щ, ж in broad Latin


def two_towns(a: Reading, b: Reading) -> bool:
    """True for two towns, each surely read: two Slavic ones of one country, others far apart."""
    if a.row is None or b.row is None or a.row.native == b.row.native:
        return False
    if a.status != "ok" or b.status != "ok" or min(a.confidence, b.confidence) < CERTAINLY:
        return False
    if a.row.table == b.row.table and a.row.table in _TOWNS:
        return fold(a.row.native) != fold(b.row.native)
    return min(a.confidence, b.confidence) >= _SURELY and _ARABIC in (a.origin, b.origin) and _are_far(a, b)


def never_one(a: Reading, b: Reading, tables: Tables) -> bool:
    """True for two towns that are often taken for each other: Tuz Khurmatu, Taza Khurmatu."""
    if a.row is None or b.row is None or a.row.id == b.row.id or min(a.confidence, b.confidence) < _LIKELY:
        return False
    return (fold(a.canonical), fold(b.canonical)) in _never(tables)


@once
def _never(tables: Tables) -> frozenset[tuple[str, str]]:
    """The folded names of such towns, both ways round."""
    pairs = [(fold(row["left"]), fold(row["right"])) for row in tables.rows("place/never")]
    return frozenset(pairs + [(right, left) for left, right in pairs])


def _are_far(a: Reading, b: Reading) -> bool:
    """True for two towns of the gazetteer that lie far from each other."""
    here, there = a.place, b.place
    if here is None or there is None or not _is_town(a) or not _is_town(b):
        return False
    if here.latitude is None or there.latitude is None or here.longitude is None or there.longitude is None:
        return False
    return max(abs(here.latitude - there.latitude), abs(here.longitude - there.longitude)) > _FAR


def _is_town(reading: Reading) -> bool:
    """Is this a town of the gazetteer?"""
    return reading.row is not None and reading.row.table.startswith(_AT)


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
