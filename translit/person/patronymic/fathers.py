"""Whose patronymic a word may be: the rows of fathers, by skeleton, by scheme, as Arabs print them."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import product

from translit.languages import nations, slavic
from translit.memory import once
from translit.nouns import Row
from translit.person import skeleton as skeletons
from translit.person.names import commonness, fathers, printed, spellings, vowels_agree
from translit.person.names.printed import consonants, vowels_apart
from translit.person.patronymic import making
from translit.person.patronymic.making import Gender, forms, language_of, of_row, spoken
from translit.person.skeleton import skeleton
from translit.romanization import (
    RUSSIAN_PRESS,
    Speller,
    any_spells,
    is_spelt,
    latin_schemes,
    romanize,
    spellers,
)
from translit.tables import Tables
from translit.text.clean import fold
from translit.text.script import script_of

__all__ = ["father_of", "is_written", "is_written_of", "rows_of"]

_MAKERS = (__file__, making.__file__, skeletons.__file__)
_GENDERS: tuple[Gender, Gender] = ("m", "f")
_RUSSIAN = (RUSSIAN_PRESS, "icao-9303-ru", "press-de-ru", "press-fr-ru")
_SOFTLY = re.compile("ь(?=ев(?:ич|на)$)")


def _sources(tables: Tables) -> list[str]:
    """The tables that patronymics are made from."""
    return [*fathers(tables), *(f"person/{language}/patronymic" for language in nations(tables))]


@once
def _fathers(tables: Tables) -> dict[str, tuple[tuple[str, int], ...]]:
    """The table and line of every father by gender and skeleton of his children's patronymic.

    A father who is spelt with an h for his г, as in Ukrainian and Belarusian, stands under both.
    """
    found: dict[str, tuple[tuple[str, int], ...]] = tables.kept(
        "patronymic", _sources(tables), _MAKERS, lambda: _made_fathers(tables)
    )
    return found


def _made_fathers(tables: Tables) -> dict[str, tuple[tuple[str, int], ...]]:
    """What `_fathers` says, from the tables."""
    found: dict[str, list[tuple[str, int]]] = {}
    common = commonness(tables)
    men = [row for table in fathers(tables) for row in tables.rows(table) if row["gender"] != "f"]
    for row, gender in product(men, _GENDERS):
        bones = {skeleton(form) for form in forms(row, gender, tables)}
        if any("h" in skeleton(text) for text in spellings(row)):
            bones |= {one.replace("g", "h") for one in bones}
        for spelt in bones:
            found.setdefault(gender + spelt, []).append((row.table, row.line))
    for hits in found.values():
        hits.sort(key=lambda hit: -common(tables.row(*hit)))
    return {bones: tuple(hits) for bones, hits in found.items()}


@once
def _by_schemes(tables: Tables) -> dict[str, tuple[tuple[str, int], ...]]:
    """The same of those that a scheme writes with another skeleton, and of spoken ones, by their letters."""
    own = [f"schemes/{one}/{name}" for one in slavic(tables) for name in latin_schemes(one, tables)]
    sources = [*_sources(tables), "person/ru/spoken", *own]
    found: dict[str, tuple[tuple[str, int], ...]] = tables.kept(
        "patronymic-schemes", sources, _MAKERS, lambda: _made_by_schemes(tables)
    )
    return found


def _made_by_schemes(tables: Tables) -> dict[str, tuple[tuple[str, int], ...]]:
    found: dict[str, list[tuple[str, int]]] = {}
    for language in slavic(tables):
        table = f"person/{language}/given"
        for row in tables.rows(table) if table in fathers(tables) else ():
            for gender in _GENDERS if row["gender"] != "f" else ():
                form = of_row(row, gender)
                schemes = latin_schemes(language, tables)
                said = set(spoken(fold(form), tables)) if language == "ru" else set()
                texts = {fold(romanize(form, one, tables=tables)) for one in schemes}
                texts = {text for text in texts if skeleton(text) != skeleton(form)}
                texts |= said | {fold(romanize(one, by, tables=tables)) for one in said for by in schemes}
                for text in sorted(texts):
                    found.setdefault(gender + text, []).append((table, row.line))
    return {text: tuple(hits) for text, hits in found.items()}


def father_of(word: str, gender: Gender, bones: str, tables: Tables) -> Row | None:
    """The row of the father whose patronymic has this skeleton, the exact spelling first."""
    if script_of(word) == "Arab":
        return _father_printed(word, gender, tables)
    fitting = [tables.row(table, line) for table, line in _hits(word, gender, bones, tables)]
    if len(fitting) > 1:
        written = _written_so(fitting, gender, word, tables) or fitting
        return min(written, key=lambda row: language_of(row) != "ru")
    return fitting[0] if fitting else None


def _written_so(rows: list[Row], gender: Gender, word: str, tables: Tables) -> list[Row]:
    """The rows of fathers whose patronymic is this word, or is written so by a usual scheme, or by any."""
    text = fold(word)
    forms = [(row, of_row(row, gender)) for row in rows]
    if script_of(word) == "Cyrl":
        return [row for row, native in forms if fold(native) == text]
    for usual in (True, False):
        found = [row for row, native in forms if is_written(native, text, language_of(row), usual, tables)]
        if found:
            return found
    return []


def is_written_of(father: Row, gender: Gender, word: str, tables: Tables) -> bool:
    """Is a word a father's patronymic as a scheme writes it: Стасевіч, and not Стасевич, of Стась?"""
    return bool(_written_so([father], gender, word, tables))


@once
def _fathers_printed(tables: Tables) -> dict[str, list[tuple[str, int, str]]]:
    """The table, line and spelling in Arabic script of every patronymic, by gender and consonants."""
    code = (*_MAKERS, printed.__file__)
    found: dict[str, list[tuple[str, int, str]]] = tables.kept(
        "patronymic-printed", _sources(tables), code, lambda: _made_printed(tables)
    )
    return found


def _made_printed(tables: Tables) -> dict[str, list[tuple[str, int, str]]]:
    found: dict[str, list[tuple[str, int, str]]] = {}
    for gender, hits in _made_fathers(tables).items():
        for table, line in hits:
            of: Gender = "m" if gender[0] == "m" else "f"
            text = romanize(of_row(tables.row(table, line), of), "press-ar-ru", tables=tables)
            hit = (table, line, text)
            known = found.setdefault(gender[0] + consonants(text), [])
            if hit not in known:
                known.append(hit)
    return found


def _father_printed(word: str, gender: Gender, tables: Tables) -> Row | None:
    """The row of the father whose patronymic the Arabic press may write so, the nearest spelling first."""
    hits = [
        (vowels_apart(text, word), language_of(row) != "ru", at, row)
        for at, (table, line, text) in enumerate(_fathers_printed(tables).get(gender + consonants(word), ()))
        if vowels_agree(text, word)
        for row in (tables.row(table, line),)
    ]
    return min(hits)[-1] if hits else None


def rows_of(word: str, gender: Gender, tables: Tables) -> list[Row]:
    """The rows of the fathers whose patronymic has a word's skeleton."""
    return [tables.row(table, line) for table, line in _hits(word, gender, skeleton(word), tables)]


def _hits(word: str, gender: Gender, bones: str, tables: Tables) -> tuple[tuple[str, int], ...]:
    """The table and line of the fathers whose patronymic has a word's skeleton."""
    known = _fathers(tables)
    hits = known.get(gender + bones, ())
    if "dj" in word.lower():  # дж as in Madjidovich, дь as in Gennadjewitsch
        hits = (*hits, *known.get(gender + skeleton(word.lower().replace("dj", "dy")), ()))
    return hits or _by_schemes(tables).get(gender + fold(word), ())


def is_written(native: str, plain: str, language: str, usual: bool, tables: Tables) -> bool:
    """Does a scheme of its language write a patronymic so, its soft sign perhaps as и: Antonievich?

    Of Russian ones a few usual ones are asked, or all.
    """
    if language in nations(tables):
        return is_spelt(native, plain, language, tables=tables)
    asked = _asked(usual, tables)
    if any_spells(asked, native, plain):
        return True
    softly = _SOFTLY.sub("и", native) if "ь" in native else native
    return softly != native and any_spells(asked, softly, plain)


@lru_cache(maxsize=8)
def _asked(usual: bool, tables: Tables) -> tuple[Speller, ...]:
    """What tells of a few usual schemes of Russian, or of all, whether they write a text so."""
    return spellers(_RUSSIAN if usual else latin_schemes("ru", tables), tables)
