"""One given name in the languages of the family: Vasily, Vasyl, Vasil."""

from __future__ import annotations

from functools import lru_cache

from translit.languages import nations, tongues_that
from translit.memory import once
from translit.nouns import Row
from translit.person.names.rows import USUAL
from translit.sounds import distance
from translit.tables import Tables
from translit.text.clean import fold

__all__ = ["is_form_of", "russians", "same_name"]

_ALIKE = 0.6  # nats a letter up to which a foreign form is still the Russian name's


def same_name(row: Row, language: str, text: str, tables: Tables) -> Row | None:
    """The row of a given name in another language of the family; of several the nearest to a spelling.

    None where the language has no such row, or the name is none of Russia's or its neighbours'.

    >>> from translit.person.names import givens
    >>> from translit.tables import built_in
    >>> vasily = givens("Vasily")[0].row
    >>> [same_name(vasily, language, "Vasily", built_in()).canonical for language in ("be", "uk")]
    ['Vasili', 'Vasyl']
    """
    tier = row.table.split("/")[1] if "/" in row.table else ""
    if tier == language:
        return row
    known = nations(tables)
    name = row["equivalent"] if tier in known else row.id if row.table == USUAL else ""
    if not name:
        return None
    if language not in known:
        return russians(tables).get(name)
    rows = _equals(language, tables).get(name, ())
    return min(rows, key=lambda one: distance(fold(text), fold(one.canonical), "ru")) if rows else None


@lru_cache(maxsize=16)
def _equals(language: str, tables: Tables) -> dict[str, tuple[Row, ...]]:
    """The rows of a neighbour's given names by the Russian name each is equivalent to."""
    found: dict[str, tuple[Row, ...]] = {}
    for row in tables.rows(f"person/{language}/given"):
        if row["equivalent"]:
            found[row["equivalent"]] = (*found.get(row["equivalent"], ()), row)
    return found


@once
def russians(tables: Tables) -> dict[str, Row]:
    """The rows of the Russian given names by their ids, to which those of others are equivalent."""
    return {row.id: row for row in tables.rows(USUAL)}


def is_form_of(row: Row, russian: Row, tables: Tables) -> bool:
    """May a Russian be written with a foreign name: Gregory for Grigory, but neither John nor Juan for Ivan?

    By those who write Russians so, or where it begins with the same letter.

    >>> from translit.tables import built_in
    >>> tables, known = built_in(), russians(built_in())
    >>> rows = [row for row in tables.rows("person/foreign/given") if row.id in ("gregory", "john", "juan")]
    >>> [is_form_of(row, known[row["equivalent"]], tables) for row in rows]
    [True, False, False]
    """
    one, other = fold(row.canonical), fold(russian.canonical)
    if row["language"] not in tongues_that("rename", tables) and one[0] != other[0]:
        return False
    return distance(one, other, "ru") <= _ALIKE * max(len(one), len(other))
