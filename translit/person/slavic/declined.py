"""What the end of a Slav's surname says of its case, as rows of `tables/spelling/ru/declined.tsv` have it."""

from __future__ import annotations

from functools import lru_cache

from translit.memory import once
from translit.tables import Tables

__all__ = ["ADJECTIVE", "HALF", "HIS", "KEPT", "LADY", "MAN", "STILL", "WOMAN", "ends_of", "possessives"]

_DECLINED, _GENDERS = "spelling/ru/declined", "spelling/ru/genders"
STILL, ADJECTIVE, MAN, WOMAN, LADY = "still", "adjective", "man", "woman", "lady"
KEPT, HALF, HIS = "kept", "half", "his"


@lru_cache(maxsize=16)
def ends_of(tables: Tables, *says: str) -> tuple[str, ...]:
    """The ends of surnames by which they stand in a case, or in none, as rows say.

    >>> from translit.tables import built_in
    >>> "ову" in ends_of(built_in(), MAN), "их" in ends_of(built_in(), STILL)
    (True, True)
    """
    return tuple([row["end"] for row in tables.rows(_DECLINED) if row["says"] in says])


@once
def possessives(tables: Tables) -> tuple[str, ...]:
    """How women's surnames end that are their husbands' and an а, as are his in the genitive: Петрова."""
    return tuple([row["woman"] for row in tables.rows(_GENDERS) if row["woman"] == row["man"] + "а"])
