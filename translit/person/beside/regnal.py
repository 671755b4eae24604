"""The numbers of kings and popes: Mohammed VI, Николай II, محمد السادس."""

from __future__ import annotations

import re

from translit.memory import once
from translit.patterns import holding, pattern
from translit.tables import Tables, built_in
from translit.text.clean import fold, strip_harakat
from translit.text.script import ARABIC

__all__ = ["around", "ordinal", "ordinals", "regnal", "unnumbered"]

_ANY = pattern("[IVX](?<!\\S.)[IVX]*(?!\\w)")  # a search is for its first letter
_has_any = holding("IVX")
_ROMAN = pattern("(?<!\\S)(?=[IVX]{2})X{0,2}(?:IX|IV|V?I{0,3})(?!\\w)")
_CYRILLIC = pattern("(?<=[а-яёіїєґў] )[IVX]+(?![\\w.])")  # Latin letters behind a Cyrillic name
_LONE = pattern("(?<=[^\\s.]{2} )[IVX](?=\\.?$| of )")  # elsewhere a letter alone is an initial


@once
def ordinals(tables: Tables) -> dict[str, str]:
    """The ordinals that Arabs put after the name of a ruler, as they are printed, and their Roman numbers.

    >>> ordinals(built_in())["السادس"]
    'VI'
    """
    rows = [(strip_harakat(row.native), row.canonical) for row in tables.rows("person/ar/ordinal")]
    return {form: number for native, number in rows for form in (native, fold(native))}


@once
def _ordinal(tables: Tables) -> re.Pattern[str]:
    """Finds an ordinal behind a name."""
    return re.compile(f"(?<= )(?:{'|'.join(ordinals(tables)) or '(?!)'})(?!\\S)")


def _number(text: str, tables: Tables | None) -> tuple[int, int, str] | None:
    """Where the number of a ruler stands in a name, from and to, and it in Roman letters; None without."""
    if _has_any(text) and _ANY.search(text):
        found = _ROMAN.search(text) or _LONE.search(text) or _CYRILLIC.search(text)
        if found:
            stop = len(found[0]) > 1 and text[found.end() : found.end() + 1] == "."  # as Germans put it
            return found.start(), found.end() + stop, found[0]
    if not text or text[-1] <= ARABIC:
        return None
    tables = tables or built_in()
    known = ordinals(tables)
    if known.keys().isdisjoint(text.split()):
        return None
    found = _ordinal(tables).search(text)
    return (found.start(), found.end(), known[found[0]]) if found else None


def regnal(text: str, tables: Tables | None = None) -> str:
    """The Roman number of a ruler that a name has, empty for a name without.

    >>> regnal("Mohammed VI"), regnal("Пётр I Великий"), regnal("محمد السادس"), regnal("Ivan I. Petrov")
    ('VI', 'I', 'VI', '')
    >>> regnal("Abdullah I of Jordan")
    'I'
    """
    found = _number(text, tables)
    return found[2] if found else ""


def around(text: str, tables: Tables | None = None) -> tuple[str, str]:
    """What stands before and behind the number of a ruler; all of a text that has none, and nothing.

    One letter with a stop is an initial, no number.

    >>> around("Пётр I Великий"), around("Александра III"), around("Muhammad VI."), around("Иванов I.")
    (('Пётр', 'Великий'), ('Александра', ''), ('Muhammad', ''), ('Иванов I.', ''))
    """
    found = _number(text, tables)
    if not found or text[found[1] : found[1] + 1] == ".":
        return text, ""
    return text[: found[0]].strip(), text[found[1] :].strip()


def unnumbered(text: str, tables: Tables | None = None) -> str:
    """A name without the number of a ruler.

    >>> unnumbered("Пётр I Великий"), unnumbered("Иванов I."), unnumbered("VV Putin")
    ('Пётр Великий', 'Иванов I.', 'VV Putin')
    """
    return " ".join(around(text, tables)).strip()


def ordinal(number: str, native: str, tables: Tables) -> str:
    """A Roman number as it stands behind a native name: الثاني behind an Arabic one.

    >>> ordinal("II", "عبد الله", built_in()), ordinal("II", "Николай", built_in())
    ('الثاني', 'II')
    """
    if native[-1:] <= ARABIC:
        return number
    return next((form for form, told in ordinals(tables).items() if told == number), number)
