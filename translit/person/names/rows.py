"""The tables of given names: the tier of each, what a row writes, how common its name is."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from translit.languages import languages, nations, slavic
from translit.lookup import lexicon_of
from translit.memory import once, remembered
from translit.nouns import Row
from translit.quick import maker, quick
from translit.romanization import is_spelt
from translit.tables import Tables
from translit.text.clean import fold, strip_stress
from translit.text.cyrillic import VOWELS

__all__ = [
    "COMMON",
    "FOREIGN",
    "SHORT",
    "USUAL",
    "Given",
    "commonness",
    "fathers",
    "given",
    "is_cut_short",
    "is_written",
    "pet_commonness",
    "ranks",
    "spellings",
    "spelt_as",
    "tiers",
]

SHORT, FOREIGN = "short", "foreign"  # tiers that are no language
# What a pet form counts beside its full name, chosen between two measures. Of the tables' pet forms beside
# a surname, in either order, 95.0 % are told by 0, 97.7 by 0.5, 98.4 by 1. But Юрик and Сава are surnames
# too: above 0.5 the first of the 435 Ukrainians of bench/order.py is turned round.
_PET = 0.5
COMMON = "weights/common-ru"
USUAL = "person/ru/given"
_CUT = range(2, 8)  # letters of a name that is cut short
_OPEN = frozenset("aeiouy") | frozenset(VOWELS)  # with which none ends


@quick
@dataclass(frozen=True, slots=True)
class Given:
    """A row that a word may stand for as a given name, the tier of its table, and how common it is.

    `common` is 3 for the names that half the people bear, 0 for a rare one.
    """

    row: Row
    tier: str
    common: float = 0.0


given = maker(Given)
"""Makes a Given, quicker than the class."""


@once
def tiers(tables: Tables) -> dict[str, str]:
    """Table → its tier, in the order in which rows of one skeleton are preferred: languages as ranked."""
    known = languages(tables).values()
    found = {f"person/{one.id}/given": one.id for one in known if one.family == "ru"}
    return found | {"person/ru/diminutive": SHORT, "person/foreign/given": FOREIGN}


@once
def ranks(tables: Tables) -> dict[str, int]:
    """The place of each tier in that order; regions (the Caucasus, Central Asia) share one."""
    every, known = list(tiers(tables).values()), languages(tables)
    regions = [tier for tier in every if tier in known and not known[tier].scheme and tier != FOREIGN]
    return {tier: every.index(regions[0] if tier in regions else tier) for tier in every}


def spellings(row: Row) -> Iterator[str]:
    """Every spelling that the row of a given name writes out."""
    yield row.native
    yield row.canonical
    yield from row.many("also")
    yield from row.many("cyrillic")


def spelt_as(row: Row, word: str, tables: Tables) -> bool:
    """True where a row writes this very word out."""
    return f"\n{fold(word)}\n" in _written_out(row, tables)


@remembered(8192)
def _written_out(row: Row, tables: Tables) -> str:
    """All that a row writes out, folded, a line each."""
    return "\n".join(["", *map(fold, spellings(row)), *map(fold, row.many("arabic")), ""])


@once
def _weights(tables: Tables) -> dict[str, float]:
    """How common given names are, by table and row."""
    return {row.id: float(row["weight"]) for row in tables.rows(COMMON)}


@once
def commonness(tables: Tables) -> Callable[[Row], float]:
    """Tells how common the given name of a row is; a national name is as common as its Russian equal."""
    common = _weights(tables)
    national = {f"person/{language}/given" for language in nations(tables)}

    def told(row: Row) -> float:
        same = f"person/ru/given:{row['equivalent']}" if row.table in national else ""
        return common.get(f"{row.table}:{row.id}", common.get(same, 0.0))

    return told


@once
def pet_commonness(tables: Tables) -> Callable[[Row], float]:
    """Tells how common a pet form is beside surnames: half as the commonest given name that it is of."""
    common = _weights(tables)
    return lambda row: (
        _PET * max([common.get(f"{USUAL}:{name}", 0.0) for name in row.many("of")], default=0.0)
    )


def fathers(tables: Tables) -> tuple[str, ...]:
    """The tables of the given names that patronymics are made of."""
    return tuple(table for table, tier in tiers(tables).items() if tier not in (SHORT, FOREIGN))


def is_written(row: Row, language: str, plain: str, tables: Tables) -> bool:
    """Does a scheme of a language spell the name of a row so? `plain` is folded.

    >>> from translit.person.names import givens
    >>> from translit.tables import built_in
    >>> is_written(givens("Юрій")[0].row, "uk", "yurii", built_in())
    True
    """
    native = strip_stress(row.native)
    return is_spelt(native, plain, language, tables=tables)


@once
def _beginnings(tables: Tables) -> frozenset[str]:
    """What usual given names may be cut short to, folded: letters up to a consonant that are no name."""
    common = commonness(tables)
    names = {
        fold(strip_stress(spelt))
        for language in slavic(tables)
        for row in tables.rows(f"person/{language}/given")
        if common(row) > 0
        for spelt in spellings(row)
    }
    names |= {name[1:] for name in names if name.startswith("ye")}  # Evgeny
    cut = {name[:size] for name in names for size in _CUT if size < len(name)}
    return frozenset([one for one in cut if one[-1] not in _OPEN and one not in names])


def is_cut_short(word: str, tables: Tables) -> bool:
    """Is a word a usual given name cut short, as a stop behind it tells?

    >>> from translit.tables import built_in
    >>> [is_cut_short(word, built_in()) for word in ("Евг.", "Nik.", "Евг", "Кац.", "Иван.", "св.")]
    [True, True, False, False, False, False]
    """
    if word[-1:] != "." or not word.istitle() or fold(word[:-1]) not in _beginnings(tables):
        return False
    return not any(hit.role == "surname" for hit in lexicon_of(tables).written(word[:-1]))
