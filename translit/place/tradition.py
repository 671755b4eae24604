"""How other languages write a Russian or Arabic name in Latin: the same letters, other sounds.

A German writes Schukow, a Frenchman Joukov, a Pole Żukow, a Turk Jukov. Each tradition of
`tables/place/tradition.tsv` respells a name the English way; which one a text follows nobody says,
so all are tried. In the letters to find "$" means the end of a word, "_" a blank. Letters that a tradition
does not tell apart (Belarusian а and unstressed о) are rows with "yes" under `both`: the name is respelt too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from translit.memory import once, remembered
from translit.place.loops import compiled
from translit.tables import Tables

__all__ = ["merged", "respeller", "respellings"]

_NO_NEWS = tuple(
    zip("скградт", "skgradt", strict=True)
)  # Cyrillic that keeps a Latin letter from a later row
_KEPT = str.maketrans(dict(_NO_NEWS))


@remembered(16384)
def respellings(text: str, family: str, tables: Tables) -> tuple[tuple[str, str], ...]:
    """A Latin name respelt out of each tradition that says anything other than English about it.

    >>> from translit.tables import built_in
    >>> ("German", "šukov") in respellings("Schukow", "ru", built_in())
    True
    """
    low, traditions = text.lower(), _traditions(tables)[family]
    found = traditions.quick(low) if traditions.quick else None
    return tuple(_respelt(low, traditions, _merging(tables))) if found is None else found


def respeller(family: str, tables: Tables) -> Any:
    """The same compiled, of a name in small letters; None where it is not."""
    return _traditions(tables)[family].quick


@dataclass(frozen=True, slots=True)
class _Traditions:
    """What letters mean in each tradition of a family, in the order of the table; and all those letters."""

    pairs: dict[str, list[tuple[str, str]]]
    groups: dict[str, frozenset[str]]
    all_groups: tuple[str, ...]
    quick: Any  # `_respelt` compiled; None where it is not, as it says itself of a name that it leaves


@once
def _traditions(tables: Tables) -> dict[str, _Traditions]:
    """The traditions of each family."""
    found: dict[str, dict[str, list[tuple[str, str]]]] = {"ru": {}, "ar": {}}
    for row in tables.rows("place/tradition"):
        find = row["find"].replace("_", " ")
        found[row["language"]].setdefault(row["tradition"], []).append((find, row["put"]))
    return {family: _gathered(pairs, _merging(tables)) for family, pairs in found.items()}


def _gathered(
    pairs: dict[str, list[tuple[str, str]]], merging: frozenset[str], loops: Any = compiled
) -> _Traditions:
    """The traditions of one family."""
    groups = {
        name: frozenset(find.removesuffix("$") for find, _ in letters) for name, letters in pairs.items()
    }
    told = tuple((name, name in merging, tuple(letters)) for name, letters in pairs.items())
    quick = loops.Respeller(told, *map("".join, zip(*_NO_NEWS, strict=True))) if loops else None
    return _Traditions(pairs, groups, tuple(sorted(frozenset[str]().union(*groups.values()))), quick)


@once
def _merging(tables: Tables) -> frozenset[str]:
    """The traditions that do not tell some letters apart: a name they leave alone is one of theirs too."""
    return frozenset(row["tradition"] for row in tables.rows("place/tradition") if row["both"])


@remembered(64)
def merged(tradition: str, family: str, tables: Tables) -> tuple[tuple[str, str], ...]:
    """The letters that a tradition writes as others, so that a name is respelt too before it is compared.

    >>> from translit.tables import built_in
    >>> merged("Lacinka", "ru", built_in()), merged("German", "ru", built_in())
    ((('o', 'a'), ('о', 'а')), ())
    """
    rows = tables.rows("place/tradition")
    return tuple(
        (row["find"], row["put"])
        for row in rows
        if row.cells.get("both") and row["tradition"] == tradition and row["language"] == family
    )


def _respelt(low: str, traditions: _Traditions, merging: frozenset[str]) -> Iterator[tuple[str, str]]:
    """A name as each tradition means it that says anything about its letters."""
    met = {group for group in traditions.all_groups if group in low}
    seen = {low.translate(_KEPT)}
    for name, pairs in traditions.pairs.items():
        if name not in merging and traditions.groups[name].isdisjoint(met):
            continue
        other = low
        for group, sound in pairs:
            other = _at_end(other, group[:-1], sound) if group[-1] == "$" else other.replace(group, sound)
        plain = other.translate(_KEPT)
        if plain not in seen or name in merging:
            seen.add(plain)
            yield name, other


def _at_end(text: str, group: str, sound: str) -> str:
    """A text, the last letters of whose words are respelt."""
    if group not in text:
        return text
    words = re.split("([ -])", text)
    return "".join(
        word[: -len(group)] + sound if word.endswith(group) and len(word) > len(group) + 3 else word
        for word in words
    )
