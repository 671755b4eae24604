"""Slavic towns that differ in little and are two: Krasnoturansk and Krasnoturyinsk, Lesnoy and Lesnoye."""

from __future__ import annotations

import re
from functools import lru_cache

from translit.comparison.syllables import vowels_apart
from translit.languages import slavic, slavic_places
from translit.memory import once
from translit.nouns import Reading, Row
from translit.place.nearness import ARTICLE, lettered_alike, written_alike
from translit.place.site import spellings
from translit.place.skeleton import letters, skeleton
from translit.place.slavic import gender, is_adjective, is_adjective_stem
from translit.tables import Tables
from translit.text.clean import fold
from translit.text.script import script_of

__all__ = ["CERTAINLY", "ends_apart", "genders_apart", "is_spelt", "never_one", "seldom_one", "two_towns"]

CERTAINLY = 0.8  # the confidence from which a text surely names its place
_NEUTER = "n"
_ARABIC, _LATIN = "ar", "Latn"
_AT, _UNITS = "place/at/", "place/unit"
_FAR = 0.3  # degrees
_SURELY = 0.95  # the confidence from which two far towns with an Arabic name are two whatever their letters
_LIKELY = 0.5  # the same of two towns that rows keep apart; what a text means likelier than not
_SELDOM = 0.2  # the same of a town of a neighbour, which has another name for it
_BARELY = 0.01  # the most that a text means a town that is another's
_LOOSE = re.compile(  # what Russian and Ukrainian end otherwise: Zarechye, Zarichchia
    "(?:ь[еёя]|[^aeiouyаеиоуыэюяіїє][iyj][ae]|[^aeiouаеиоуыэюяіїє]я)$"
)
_HUSHED = ("c", "C", "S", "W", "Z")  # ц, ч, ш, щ, ж in broad Latin


def two_towns(a: Reading, b: Reading, tables: Tables) -> bool:
    """True for two towns, each surely read: two Slavic ones of one country, others far apart."""
    if a.row is None or b.row is None or a.row.native == b.row.native:
        return False
    if _meant_apart(a, b, tables):
        return True
    if not (_is_sure(a) and _is_sure(b)):
        return False
    if a.row.table == b.row.table and a.row.table in slavic_places(tables):
        return fold(a.row.native) != fold(b.row.native)
    return min(a.confidence, b.confidence) >= _SURELY and _ARABIC in (a.origin, b.origin) and _are_far(a, b)


def seldom_one(a: Reading, b: Reading, tables: Tables) -> bool:
    """True for two Slavic texts that are likely two towns and yet may be one.

    One surely means a town, and the other sooner another: Volodymyr, Vladimir; or they are not both
    surely one and differ in their syllables: Stryi, Staryi.
    """
    if _ARABIC in (a.origin, b.origin):
        return _is_another_written(a, b) or _is_another_written(b, a)
    if _is_either(a, b) or _is_either(b, a):
        return True
    if a.row is None or b.row is None or a.row.id == b.row.id:
        sure = a.row is not None and b.row is not None and min(a.confidence, b.confidence) >= CERTAINLY
        if _is_none_slavic(a, b, tables) or script_of(a.text) != script_of(b.text):
            return False
        if sure and not (_is_written(a) and _is_written(b)) and script_of(a.text) == _LATIN:
            return ends_apart(a, b, tables) or bool(gender(fold(a.text))) != bool(gender(fold(b.text)))
        if sure:
            return False
        known = any(_is_town(one) and _is_sure(one) for one in (a, b))
        return a.text.isalpha() and b.text.isalpha() and vowels_apart(a.text, b.text, known)
    if not _are_far(a, b):
        return False
    least = _SELDOM if _are_neighbours(a.row, b.row, tables) else _LIKELY
    return (_is_sure(a) and _share(b, a.row) < least) or (_is_sure(b) and _share(a, b.row) < least)


def _is_another_written(a: Reading, b: Reading) -> bool:
    """Is one text surely a town, another the own spelling of a town likelier meant by it: Hama, al-Hamma?"""
    if a.row is None or b.row is None or not _is_sure(a) or fold(a.row.native) == fold(b.row.native):
        return False
    return is_spelt(b) and _share(b, a.row) < _LIKELY and _are_far(a, b)


def is_spelt(reading: Reading) -> bool:
    """Does an Arab place's row write it as the text does, but for letters that write one Arabic one?"""
    if reading.row is None:
        return False
    return any(
        lettered_alike(reading.text, name) is not None
        or written_alike(reading.text, name, _ARABIC) in (0.0, ARTICLE)
        for name in spellings(reading.row)
    )


def _is_sure(reading: Reading) -> bool:
    """Does a text surely mean its place?"""
    return reading.status == "ok" and reading.confidence >= CERTAINLY


def _is_none_slavic(a: Reading, b: Reading, tables: Tables) -> bool:
    """Is neither name a Slavic one?"""
    return a.origin not in slavic(tables) and b.origin not in slavic(tables)


def _are_neighbours(one: Row, two: Row, tables: Tables) -> bool:
    """Are these towns of two countries, each of which has names for the other's: Podolsk, Podilsk?"""
    return one.table != two.table and {one.table, two.table} <= set(slavic_places(tables))


def _is_either(a: Reading, b: Reading) -> bool:
    """Is one text surely a unit, and another as likely this as one of the same name: Region Altai?"""
    if a.row is None or a.row.table != _UNITS or b.status != "ambiguous" or a.confidence < CERTAINLY:
        return False
    return any(
        one.row is not None and one.row.table == _UNITS and one.confidence >= b.confidence for one in b.others
    )


def _meant_apart(a: Reading, b: Reading, tables: Tables) -> bool:
    """True for two texts that mean towns far from each other, each none of the other's: Orlivka, Horlivka.

    In another country the same consonants may be what its neighbours call a town; so may what Russians,
    Ukrainians and Belarusians call each other's.
    """
    if _ARABIC in (a.origin, b.origin) or a.row is None or b.row is None or not _are_far(a, b):
        return False
    alike = a.row.table != b.row.table and skeleton(a.canonical, "ru") == skeleton(b.canonical, "ru")
    if alike or _are_neighbours(a.row, b.row, tables):
        return False
    if max(_share(a, b.row), _share(b, a.row)) > _BARELY:
        return False
    return _means(a) and _means(b) and _is_written(a) and _is_written(b)


def _means(reading: Reading) -> bool:
    """Does a text surely mean a place of its row's name, whichever it is?"""
    return reading.row is not None and _share(reading, reading.row) >= CERTAINLY


def _is_written(reading: Reading) -> bool:
    """Does the place's row write it as the text does?"""
    return reading.row is not None and fold(reading.text) in map(fold, spellings(reading.row))


def _share(reading: Reading, row: Row) -> float:
    """How likely a text means a place of a row, or another of its name."""
    native, canonical = fold(row.native), fold(row.canonical)
    return sum(
        one.confidence
        for one in (reading, *reading.others)
        if one.row is not None and one.kind == "place"
        if fold(one.row.native) == native or fold(one.row.canonical) == canonical
    )


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


def ends_apart(a: Reading, b: Reading, tables: Tables) -> bool:
    """True for two Slavic names that differ in what they end in, as genders do: Krasna, Krasne.

    A Belarusian -a is a Russian -o, a Ukrainian -e a Russian -o.
    """
    origins = {a.origin, b.origin}
    if _ARABIC in origins or _is_none_slavic(a, b, tables):
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
