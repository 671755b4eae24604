"""Given names of Slavs abroad, beside which a surname that Russians bear as well is theirs: Zoran Zaev."""

from __future__ import annotations

import re
from collections.abc import Callable

from translit.lookup import Hit, lexicon_of
from translit.memory import once, remembered
from translit.nouns import Row
from translit.origin.schemes import GIVEN, spelt
from translit.origin.word import COMMON
from translit.patterns import ending
from translit.person.names import commonness, is_common
from translit.sounds.families import Nats
from translit.tables import Tables
from translit.text.clean import fold

__all__ = ["beside_surname"]

_TABLE, _RUSSIAN, _BELARUSIAN = "person/foreign/given", "person/ru/given", "person/be/given"
_ENDS = "spelling/other/slavs"
_SOUTH = frozenset(("bg", "bs", "hr", "mk", "sl", "sr"))
_WEST = frozenset(("cs", "pl", "sk"))
_SURE = 2.5  # nats by which such a name is sooner theirs
_SOONER, _HARDLY = 2.5, 1.0  # … that a surname in -ski says, that a given name of Poles and Czechs does
_J, _SHORT = "j", 4  # beside which an -ic may want its mark, in a surname of more letters
_OWN, _SHARED, _WESTERN = "own", "shared", "western"
_DOUBLED = re.compile(r"(.)\1")


def beside_surname(words: tuple[str, ...], sums: Nats, tables: Tables) -> Nats:
    """What a name of two words says, one of which may be a given name of Slavs abroad.

    One that they alone bear says so by itself, one that few Russians bear beside a surname in -ski, any one
    beside -ić, one that is no usual Russian's beside -ová.
    """
    (first, second), (russian, arabic, other) = words, sums
    names, end = _names(tables), _end_of(second, tables)
    whose = _whose(first, tables) if first in names else ""
    if whose == _SHARED and (end == "shared" or _is_theirs(second, tables)):
        return russian, arabic, max(other, russian + _SURE)
    own = whose == _OWN or (second in names and _whose(second, tables) == _OWN)
    if own and not _is_given(second if whose == _OWN else first, tables):
        return russian, arabic, max(other, russian + _SURE, arabic + _SURE)
    if end == "south" or (end == "czech" and not is_common(first, COMMON, tables)):
        return russian, arabic, max(other, russian + _SURE)
    if end == "bare" and _J in first.lower() and len(second) > _SHORT:
        return russian, arabic, max(other, russian + _SURE)
    if end == "abroad" and _is_abroad(first, tables):
        return russian, arabic, other + _SOONER
    return (russian, arabic, other + _HARDLY) if whose == _WESTERN else sums


def _end_of(surname: str, tables: Tables) -> str:
    """What the end of a surname says, as its row has it; "" of any other."""
    has, ends = _ends(tables)
    small = surname.lower()
    return next(said for end, said in ends.items() if small.endswith(end)) if has(small) else ""


@once
def _ends(tables: Tables) -> tuple[Callable[[str], bool], dict[str, str]]:
    """What tells whether a surname has one of the ends of the table, and what each says."""
    said = {row["end"]: row["says"] for row in tables.rows(_ENDS)}
    return ending(said), said


@once
def _names(tables: Tables) -> dict[str, Row]:
    """The given names of Slavs abroad as they stand in a name, in Latin and in Cyrillic."""
    found: dict[str, Row] = {}
    for row in tables.rows(_TABLE):
        if row["language"] in _SOUTH or row["language"] in _WEST:
            for form in (row.native, row.canonical, *row.many("cyrillic")):
                found.setdefault(form, row)
                found.setdefault(form.upper(), row)
    return found


@remembered(4096)
def _whose(word: str, tables: Tables) -> str:
    """Whose such a name is: South Slavs' alone, Belarusians' too, Poles' and Czechs'; "" for anybody's."""
    row = _names(tables)[word]
    theirs = _SOUTH if row["language"] in _SOUTH else _WEST
    others = {hit.row.table for hit in lexicon_of(tables).written(word) if _is_borne(hit, theirs)}
    if others == {_BELARUSIAN} and theirs is _SOUTH:
        return _SHARED
    if others or _plain(tables).get(row["equivalent"]) == fold(word) or _is_known(word, tables):
        return ""
    return _OWN if theirs is _SOUTH else _WESTERN


def _is_known(word: str, tables: Tables) -> bool:
    """Do schemes make a word of a Russian given name, or is it a usual one's spelling?"""
    return GIVEN in spelt(fold(word), tables) or is_common(word, COMMON, tables)


@once
def _plain(tables: Tables) -> dict[str, str]:
    """Russian given names by their ids, without doubled letters: Кирил is as likely Кирилл."""
    return {row.id: _DOUBLED.sub(r"\1", fold(row.native)) for row in tables.rows(_RUSSIAN)}


def _is_borne(hit: Hit, theirs: frozenset[str]) -> bool:
    """Is a row of a people that is none of some?"""
    return hit.family != "other" or hit.row["language"] not in theirs


def _is_theirs(word: str, tables: Tables) -> bool:
    """Is a word a surname of South Slavs: Levski?"""
    return any(
        hit.role == "surname" and not _is_borne(hit, _SOUTH) for hit in lexicon_of(tables).written(word)
    )


@remembered(16384)
def _is_given(word: str, tables: Tables) -> bool:
    """Is a word a given name of Russians, beside which another is a surname: Boyko Ivan?"""
    return any(hit.role == "given" and hit.family == "ru" for hit in lexicon_of(tables).written(word))


@remembered(16384)
def _is_abroad(word: str, tables: Tables) -> bool:
    """Is a word a given name of Slavs abroad, or of others alone, and no usual one of Russians?"""
    hits = lexicon_of(tables).written(word)
    usual = commonness(tables)
    if any(hit.family == "ar" or (hit.row.table == _RUSSIAN and usual(hit.row)) for hit in hits):
        return False
    return any(
        hit.family == "other" and hit.role == "given" and _speaks(hit.row, word, tables) for hit in hits
    )


def _speaks(row: Row, word: str, tables: Tables) -> bool:
    """Is a row of Slavs abroad, or of a name that is no form of a Russian one: Oliver?

    Poles and Czechs write some Russian names so that they bear themselves: Piotr.
    """
    if row["language"] in _WEST:
        return GIVEN not in spelt(fold(word), tables)
    return row["language"] in _SOUTH or not row["equivalent"]
