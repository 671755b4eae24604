"""What the sound of a word tells: its key, how rare that is, the ending of a surname."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from translit.comparison.conflation import conflated
from translit.comparison.rows import GIVEN
from translit.compiled import module
from translit.memory import once
from translit.nouns import Row
from translit.person.surname import family as family_of
from translit.sounds import key
from translit.tables import Tables
from translit.text.clean import fold

__all__ = ["COMMON", "bits", "compiled", "ending", "keyed", "rarity"]

compiled = module("translit.comparison._pair", 8)  # FORMAT in _pair.c

COMMON = 9.0  # the rarity of a word that no table counts, in nats
_VOWELS = "AEIOU"  # as keys write them
_LONGEST, _STEM = 5, 3  # letters of an ending at most, of the stem before it at least
keyed = lru_cache(maxsize=65536)(key)


def rarity(sound: str, native: str, row: Row | None, language: str, tables: Tables) -> float:
    """How rare a word is, in nats; a woman's surname as rare as her family's."""
    rarities = _rarities(tables, language)
    found = rarities.get(sound, COMMON)
    if language != "ru" or (row and row.table.endswith(GIVEN)):
        return found
    man = family_of(native)
    if man == native:
        return found
    return min(found, rarities.get(keyed(man, language), COMMON))


def bits(sound: str) -> int:
    """The letters of a key as bits; compiled, the same.

    >>> bits("AB") == bits("ABBA") == bits("A") | bits("B")
    True
    """
    found = 0
    for letter in sound:
        found |= 1 << (ord(letter) & 63)  # no two letters of ASCII share one
    return found


if compiled:
    bits = compiled.bits


@lru_cache(maxsize=4)
def _rarities(tables: Tables, language: str) -> Mapping[str, float]:
    """How rare a name is, in nats, by its key; names not listed are rarer than all these."""
    name = f"weights/rarity-{language}"
    found: dict[str, float] = tables.kept(
        f"rarity-{language}",
        [name],
        (__file__,),
        lambda: {row.id: float(row["nats"]) for row in tables.rows(name)},
    )
    return found


@once
def _endings(tables: Tables) -> Mapping[str, str]:
    """The folded endings of surnames in the nominative, each with its sound, a woman's with the man's."""
    found: dict[str, str] = {}
    for row in tables.rows("person/ru/ending"):
        if row["role"] == "surname" and not row["case"]:
            man = row["pair"] if row["gender"] == "f" and row["pair"] else row.native
            found.setdefault(fold(row.native), keyed(fold(man), "ru").strip(_VOWELS))
    return found


def ending(native: str, tables: Tables) -> str:
    """The sound of the longest ending of surnames that a word has, "" where it has none."""
    endings = _endings(tables)
    native = conflated(native, "ending", tables)
    for size in range(min(_LONGEST, len(native) - _STEM), 1, -1):
        if native[-size:] in endings:
            return endings[native[-size:]]
    return ""
