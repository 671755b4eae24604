"""How surnames end (`tables/spelling/ru/ends.tsv`), and in their two genders (`genders.tsv` beside it).

Ivanov and Ivanova are one family.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple

from translit.memory import lasting, once, remembered
from translit.patterns import ending
from translit.tables import Tables, built_in
from translit.text.script import script_of

__all__ = ["ends", "family", "feminine"]

_ENDS, _GENDERS = "spelling/ru/ends", "spelling/ru/genders"
_LEAST = 2
_LONGEST = 6


@lasting(8)
def ends(script: str, column: str, tables: Tables) -> tuple[str, ...]:
    """The ends of surnames in a script that have a yes in a column of their table; all, where that is `end`.

    >>> {"ов", "ский"} <= set(ends("Cyrl", "sure", built_in())), "ич" in ends("Cyrl", "sure", built_in())
    (True, False)
    """
    rows = tables.rows(_ENDS)
    return tuple([row["end"] for row in rows if row[column] and script_of(row["end"]) == script])


class _Pairs(NamedTuple):
    """Endings of one gender, their last letters, small and large, and what the other has for each.

    `has` finds an ending, `sizes` are how many letters endings have, the most first.
    """

    has: Callable[[str], bool]
    sizes: tuple[int, ...]
    last: frozenset[str]
    puts: Mapping[str, str]


def _pairs(puts: Mapping[str, str]) -> _Pairs:
    """Endings of one gender with those of the other."""
    last = {end[-1] for end in puts}
    sizes = tuple(sorted(set(map(len, puts)), reverse=True))
    return _Pairs(ending(puts), sizes, frozenset(last | {letter.upper() for letter in last}), puts)


@once
def _endings() -> tuple[_Pairs, _Pairs]:
    """A woman's ending → the man's beside it, and a man's → the woman's."""
    rows = built_in().rows(_GENDERS)
    men = {row["woman"]: row["man"] for row in rows if row["way"] != "woman"}
    women = {row["man"]: row["woman"] for row in rows if row["way"] != "man"}
    return _pairs(men), _pairs(women)


def family(surname: str) -> str:
    """The surname as the men of the family bear it; unchanged where both genders share one form.

    >>> family("Иванова"), family("Zabolotnaya"), family("Шевченко"), family("Мамина-Сибиряк")
    ('Иванов', 'Zabolotny', 'Шевченко', 'Мамин-Сибиряк')
    """
    if "-" in surname:
        return "-".join(family(half) for half in surname.split("-"))
    women = _endings()[0]
    return _husbands(surname) if surname and surname[-1] in women.last else surname


@remembered(16384)
def _husbands(surname: str) -> str:
    """A surname that ends in a letter as women's do, as the men of the family bear it."""
    return _swapped(surname, _endings()[0])


@remembered(4096)
def feminine(surname: str) -> str:
    """The surname as the women of the family bear it.

    >>> feminine("Чайковский"), feminine("Tchaikovsky"), feminine("Шевченко")
    ('Чайковская', 'Tchaikovskaya', 'Шевченко')
    """
    return _swapped(surname, _endings()[1])


def _swapped(text: str, pairs: _Pairs) -> str:
    """A word whose ending is in the table of pairs, with the other ending; the longest wins."""
    end = text[-_LONGEST:].lower()
    for size in pairs.sizes if pairs.has(end) else ():
        put = pairs.puts.get(end[-size:])
        if put is not None and len(text) >= size + _LEAST:
            return text[:-size] + (put.upper() if text.isupper() else put)
    return text
