"""Given names by the skeletons of their spellings and by what schemes write, made once and kept."""

from __future__ import annotations

from collections.abc import Iterable

from translit.languages import languages, slavic
from translit.memory import once, remembered
from translit.person import skeleton as skeletons
from translit.person.names import rows as tiered
from translit.person.names.rows import (
    COMMON,
    FOREIGN,
    USUAL,
    Given,
    commonness,
    given,
    spellings,
    spelt_as,
    tiers,
)
from translit.person.skeleton import skeleton
from translit.quick import untracked
from translit.romanization import latin_schemes, romanize
from translit.tables import Tables
from translit.text import clean
from translit.text.clean import fold, strip_stress
from translit.text.script import script_of

__all__ = ["are_common", "as_schemes_write", "by_bones", "by_schemes", "natives"]

_OWN = 1.0  # how common a user's own given name is
_CODE = __file__, tiered.__file__, skeletons.__file__  # what makes the indexes
_Index = dict[str, tuple[tuple[str, int, float], ...]]


@once
def _index(tables: Tables) -> _Index:
    """The table, line and commonness of every given name by the skeletons of its spellings."""
    sources, code = (*tiers(tables), COMMON), _CODE
    found: _Index = tables.kept("given", sources, code, lambda: _made_index(tables))
    return found


def _made_index(tables: Tables) -> _Index:
    found: dict[str, list[tuple[str, int, float]]] = {}
    common = commonness(tables)
    for table in tiers(tables):
        for row in tables.rows(table):
            weight = common(row)
            for bones in sorted({skeleton(text) for text in spellings(row)} - {""}):
                found.setdefault(bones, []).append((table, row.line, weight))
    return {bones: tuple(rows) for bones, rows in found.items()}


def by_bones(bones: str, tables: Tables) -> tuple[Given, ...]:
    """The given names of one skeleton, a user's own first, then those of the Russian table."""
    if bones not in _index(tables) and not tables.own:
        return ()
    return _by_bones(bones, tables)


@remembered(8192)
def _by_bones(bones: str, tables: Tables) -> tuple[Given, ...]:
    """The given names of a skeleton that some have."""
    rows = _index(tables).get(bones, ())
    return (*_own(tables).get(bones, ()), *_givens(rows, tables)) if tables.own else _givens(rows, tables)


def _givens(places: Iterable[tuple[str, int, float]], tables: Tables) -> tuple[Given, ...]:
    """The given names that stand at some lines of tables."""
    tier = tiers(tables)
    return tuple([given(tables.row(table, line), tier[table], common) for table, line, common in places])


@once
def _own(tables: Tables) -> dict[str, tuple[Given, ...]]:
    """A user's own given names by the skeletons of their spellings."""
    found: dict[str, tuple[Given, ...]] = {}
    for row in tables.own_rows():
        if row["role"] in ("given", "diminutive") and script_of(row.native) == "Cyrl":
            for bones in sorted({skeleton(text) for text in spellings(row)} - {""}):
                found[bones] = (*found.get(bones, ()), Given(row, "ru", _OWN))
    return found


def are_common(bones: str, least: float, tables: Tables) -> bool:
    """Is a skeleton that of a Russian given name that is at least so common?"""
    told = _index(tables).get(bones)
    return told is not None and any(table == USUAL and common >= least for table, _, common in told)


@once
def by_schemes(tables: Tables) -> _Index:
    """The given names that a scheme of their language writes with another skeleton, by what it writes."""
    own = [f"schemes/{one}/{name}" for one in slavic(tables) for name in latin_schemes(one, tables)]
    sources, code = (*tiers(tables), COMMON, *own), (*_CODE, clean.__file__)
    found: _Index = tables.kept("given-schemes", sources, code, lambda: _made_by_schemes(tables))
    return found


def _made_by_schemes(tables: Tables) -> _Index:
    found: dict[str, list[tuple[str, int, float]]] = {}
    common = commonness(tables)
    for tier in (one for one in tiers(tables).values() if one in languages(tables)):
        table, language = f"person/{tier}/given", tier if tier in slavic(tables) else "ru"
        for row in tables.rows(table) if tier != FOREIGN else ():
            native, weight = strip_stress(row.native), common(row)
            known = {skeleton(text) for text in spellings(row)}
            texts = {fold(romanize(native, one, tables=tables)) for one in latin_schemes(language, tables)}
            for text in sorted(texts):
                if skeleton(text) not in known:
                    found.setdefault(text, []).append((table, row.line, weight))
    return {text: tuple(rows) for text, rows in found.items()}


def as_schemes_write(word: str, hits: tuple[Given, ...], tables: Tables) -> tuple[Given, ...]:
    """The given names that a scheme of their language writes so, where no row writes the word out."""
    rows = by_schemes(tables).get(fold(word))
    if not rows or any(spelt_as(hit.row, word, tables) for hit in hits):
        return ()
    return _givens(rows, tables)


@once
def natives(tables: Tables) -> frozenset[str]:
    """The given names as their rows write them in Cyrillic, folded: of bare cells, without a Row of each."""
    found = set[str]()
    for table in tiers(tables):
        header, *lines = tables.cells(table)
        places = [at for at, column in enumerate(header) if column in ("native", "cyrillic")]
        cells = [cells[at] for cells in lines for at in places]
        found.update([fold(text.strip()) for cell in cells if cell for text in cell.split("|")])
    return untracked(frozenset(found))
