"""The gender that a Slav's surname tells by its ending."""

from __future__ import annotations

from collections.abc import Callable

from translit.memory import once, remembered
from translit.patterns import ending
from translit.person.skeleton import skeleton
from translit.tables import Tables

__all__ = ["gender_of_surname"]

_STEM, _LONGEST = 2, 5  # letters of a skeleton that are no ending, and of the longest ending
_OPEN = frozenset("иыоуеэю")  # a Cyrillic surname ending in one of these is of either gender: Бруни, Шевченко


@once
def _surname_endings(tables: Tables) -> dict[str, str]:
    """The gender that each ending of surnames tells, by the ending's skeleton."""
    found: dict[str, str] = {}
    for row in tables.rows("person/ru/ending"):
        if row["role"] == "surname" and row["gender"] != "mf" and not row["case"]:
            for text in (row.native, row.canonical):
                bones = skeleton(text)
                found[bones] = row["gender"] if found.get(bones, row["gender"]) == row["gender"] else ""
    return found


def gender_of_surname(text: str, tables: Tables) -> str:
    """The gender, "m" or "f", that a surname's ending tells of its bearer, else "".

    >>> from translit.tables import built_in
    >>> [gender_of_surname(name, built_in()) for name in ("Ivanova", "Заболотный", "Шевченко")]
    ['f', 'm', '']
    """
    if text and text[-1] in _OPEN:
        return ""
    bones = skeleton(text)
    start = len(bones) - _LONGEST
    told = _gender_of_ending(bones[start if start > _STEM else _STEM :], tables)
    return "" if not told or _of_either(tables)[told](text.lower()) else told


@once
def _of_either(tables: Tables) -> dict[str, Callable[[str], bool]]:
    """What finds how surnames of either gender end whose skeletons end as a man's, or a woman's: Соловей."""
    rows = tables.rows("spelling/ru/either")
    return {gender: ending([row["end"] for row in rows if row["like"] == gender]) for gender in "mf"}


@remembered(16384)
def _gender_of_ending(bones: str, tables: Tables) -> str:
    """The gender that the longest known ending of a skeleton tells, else ""."""
    endings = _surname_endings(tables)
    for at in range(len(bones)):
        told = endings.get(bones[at:])
        if told:
            return told
    return ""
