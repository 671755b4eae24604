"""What a row says of the words that stand for it: which names they are, and which they never are."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from translit.languages import languages
from translit.lookup import lexicon_of
from translit.memory import once
from translit.nouns import Row
from translit.own.rows import pairs_apart
from translit.tables import Tables
from translit.text import clean
from translit.text.clean import fold, strip_harakat
from translit.text.script import script_of

__all__ = ["GIVEN", "Known", "bonds", "known_as"]

GIVEN = ("/given", "/diminutive")
_ISM, _WOMANS = "person/ar/ism", "\N{ARABIC LETTER TEH MARBUTA}"
_USUAL = {"person/ru/given": "ru", _ISM: "ar"}  # whose rows others are equivalent to
_FOLDERS = ("ru", "ar", "trk", "cau")  # in which a name may be that others are equivalent to
_SURNAMES = "person/ru/surname"
_NONE: frozenset[str] = frozenset()


class Known(NamedTuple):
    """What a row says of a word: its names, its forms, and the forms that it never is one with."""

    names: frozenset[str]
    forms: tuple[str, ...]
    never: frozenset[str]


_NOBODY = Known(_NONE, (), _NONE)  # what no row says


@lru_cache(maxsize=16384)
def known_as(row: Row, tables: Tables) -> Known:
    """What a row says of the words that stand for it."""
    names = _names(row.table, row)
    usual, homographs = _given(tables)
    if row.table.endswith(GIVEN):
        names = names.union(homographs.get(row.native, ()))
    partners = _never(tables)
    forms = (fold(row.canonical), fold(row.native), *(usual[name] for name in names if name in usual))
    return Known(names, forms, _NONE.union(*(partners.get(form, _NONE) for form in forms)))


def _names(table: str, row: Row) -> frozenset[str]:
    """The ids under which a row counts as one name with others: its own, and those it is equivalent to."""
    own = {f"{table.split('/')[1] if '/' in table else table}:{row.id}"}
    for column in ("equivalent", "of"):
        for target in row.many(column):
            own |= {f"{folder}:{target}" for folder in _FOLDERS}
    return frozenset(own)


_Given = tuple[Mapping[str, str], Mapping[str, tuple[str, ...]]]


@once
def _given(tables: Tables) -> _Given:
    """The folded usual form of each given name by its id, and the ids of all that are written alike.

    Магомед is in two tables, and of Muhammad in one.
    """
    sources = [table for table in tables.names("person") if table.endswith(GIVEN)]
    code = (__file__, clean.__file__)
    found: _Given = tables.kept(
        "alike", [*sources, *_USUAL, "languages"], code, lambda: _made(sources, tables)
    )
    return found


def _made(sources: list[str], tables: Tables) -> _Given:
    """What `_given` says, from the tables."""
    usual = {
        f"{language}:{row.id}": fold(row.canonical)
        for table, language in _USUAL.items()
        for row in tables.rows(table)
    }
    alike: dict[str, list[Row]] = {}
    for table in sources:
        language = languages(tables).get(table.split("/")[-2])
        for row in tables.rows(table) if language and language.family == "ru" else ():
            alike.setdefault(row.native, []).append(row)
    names = {
        native: tuple(sorted(_NONE.union(*(_names(row.table, row) for row in rows))))
        for native, rows in alike.items()
        if len(rows) > 1
    }
    return usual, names


@once
def _never(tables: Tables) -> Mapping[str, frozenset[str]]:
    """A folded name → the folded names that are never one with it."""
    found: dict[str, set[str]] = {}
    pairs = set(pairs_apart(tables))
    for row in tables.rows("person/never"):
        for a, b in (("left", "right"), ("native_left", "native_right")):
            one, two = fold(row[a]), fold(row[b])
            if one and two:
                pairs |= {(one, two), (two, one)}
    for one, two in _sexes(tables):
        pairs |= {(one, two), (two, one)}
    for one, two in pairs:
        found.setdefault(one, set()).add(two)
    return {one: frozenset(others) for one, others in found.items()}


def _sexes(tables: Tables) -> Iterator[tuple[str, str]]:
    """A man's given name and the woman's that is made of it, in their forms: Jamil and Jamila."""
    named: dict[str, list[Row]] = {}
    for row in tables.rows(_ISM):
        named.setdefault(strip_harakat(row.native), []).append(row)
    for native, women in named.items():
        for man in named.get(native.removesuffix(_WOMANS), ()) if native.endswith(_WOMANS) else ():
            for woman in women:
                two = man["gender"], woman["gender"]
                if two == ("m", "f") and fold(man.canonical) != fold(woman.canonical):
                    yield fold(man.native), fold(woman.native)
                    yield fold(man.canonical), fold(woman.canonical)


def bonds(
    core: str, text: str, canonical: str, row: Row | None, language: str, tables: Tables
) -> tuple[frozenset[str], tuple[str, ...], frozenset[str]]:
    """What the row of a word says of it, and what the word says itself: names, forms, forms it never is."""
    names, forms, apart = _NOBODY if row is None else known_as(row, tables)
    if row is not None and row.table == _SURNAMES and script_of(text) == "Arab":
        names |= _spelt_alike(text, tables)
    if row is not None and row.table == "place/generic":
        names |= {f"generic:{canonical}"}  # what a region was read as: an oblast
    if tables.own and any(core in pair for pair in pairs_apart(tables)):
        names = _NOBODY.names  # a row of ours that has both spellings makes them no kin
    partners, english = _never(tables).get(core), fold(canonical)
    if " " in canonical and canonical.startswith(_parents(tables)):
        forms = (*forms, english)
        partners = _childrens(canonical, tables)
    known = (core, *forms, english) if language != "other" and english not in forms else (core, *forms)
    return names, known, apart | partners if partners else apart


def _spelt_alike(text: str, tables: Tables) -> frozenset[str]:
    """The names of the surnames that the Arabic press spells so: محمدوف is Магомедов, and Мамедов."""
    rows = [hit.row for hit in lexicon_of(tables).written(text) if hit.row.table == _SURNAMES]
    return frozenset().union(*[known_as(row, tables).names for row in rows])


@once
def _parents(tables: Tables) -> tuple[str, ...]:
    """How a kunya begins: "Abu ", "Umm "."""
    return tuple(f"{row.canonical} " for row in tables.rows("person/ar/particle") if row["role"] == "kunya")


def _childrens(kunya: str, tables: Tables) -> frozenset[str]:
    """The kunyas of children whose names are never one with that in a kunya: Umm Hamad, Umm Ahmad."""
    head, _, child = kunya.partition(" ")
    return frozenset(fold(f"{head} {other}") for other in _never(tables).get(fold(child), ()))
