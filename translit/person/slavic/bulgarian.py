"""Russians as Bulgarians spell them, or Serbs, with -ски, Александър and ьо: put as Russians write them.

The letters are rows of `spelling/other/bulgarian`; signs are cheap to look for, since many names have none.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from translit.lookup import lexicon_of
from translit.memory import once
from translit.patterns import ending, holding, pattern
from translit.person.slavic.foreign_letters import BULGARIAN, plainer
from translit.person.slavic.south import southern
from translit.tables import Tables

__all__ = ["WHY", "as_russians", "has_signs", "is_borne", "is_called", "is_ukrainian"]

WHY = "as Russians write what Bulgarians have taken over"
_LETTERS = pattern("[а-яёА-ЯЁ .-]+|[^\u0370-\uffff]+")
_EDGES = "^$"
_OPENS, _ENDS, _HOLDS = "opens", "ends", "holds"
_HARD, _YO = "ъ", "ьо"
_UKRAINIAN, _WOMANS = (_YO, "чов"), ("ска", "цка")
_WHOLE = 2  # words of a whole name
_CYRILLIC = ("ов", "ев", "ова", "ева", "ски", "ска", "цки", "цка")  # how their own surnames end
_THEIRS = (*_CYRILLIC, "ov", "ev", "ova", "eva", "ski", "ska", "ć")


class _Signs(NamedTuple):
    """What tells whether a text has a sign: how it opens, in small letters, what it holds, how it ends."""

    opens: tuple[str, ...]
    holds: Callable[[str], bool]
    ends: Callable[[str], bool]


@once
def _signs(tables: Tables) -> _Signs:
    """The signs of the table."""
    found: dict[str, list[str]] = {_OPENS: [], _ENDS: [], _HOLDS: []}
    for row in tables.rows(BULGARIAN):
        if row["sign"]:
            found[row["sign"]].append(row["find"].strip(_EDGES))
    both = [form for one in found[_HOLDS] for form in (one, one.capitalize(), one.upper())]
    ends = [form for one in found[_ENDS] for form in (one, one.upper())]
    return _Signs(tuple([f"{one} " for one in found[_OPENS]]), holding(both), ending(ends))


def has_signs(text: str, tables: Tables) -> bool:
    """Has a text a sign of theirs? Most have none."""
    signs = _signs(tables)
    return signs.ends(text) or signs.holds(text) or text.lower().startswith(signs.opens)


def as_russians(text: str, tables: Tables) -> tuple[str, ...]:
    """The words of a Cyrillic name as Russians write them, () where no word has a sign, or none is changed.

    >>> from translit.tables import built_in
    >>> [as_russians(text, built_in()) for text in ("Фьодор Достоевски", "Георги Жуков", "Иван Петров")]
    [('Фёдор', 'Достоевский'), ('Георгий', 'Жуков'), ()]
    """
    if not has_signs(text, tables) or not _LETTERS.fullmatch(text):
        return ()
    words = tuple(text.split())
    found = tuple([plainer(word, BULGARIAN, tables) for word in words])
    return found if found != words and all(found) else ()


def is_ukrainian(text: str) -> bool:
    """Has a text what is a Ukrainian's as well, and no ъ: Ковальов, Горбачов, Зеленска?"""
    small = text.lower()
    if small.endswith(_WOMANS):
        return True
    return any(one in small for one in _UKRAINIAN) and _HARD not in small


def is_borne(text: str, tables: Tables) -> bool:
    """May a Bulgarian be called so, by his given name and the end of his surname: Александър Иванов?

    A given name that Russians bear too is theirs; Пьотър is nobody's.
    """
    words = text.split()
    ended = any(word.lower().endswith(_THEIRS) for word in words)
    return len(words) < _WHOLE or (ended and is_called(text, tables))


def is_called(text: str, tables: Tables) -> bool:
    """Has a name a given name as South Slavs alone write it?"""
    return any(_is_theirs(word, tables) for word in text.split())


def _is_theirs(word: str, tables: Tables) -> bool:
    """Is a word a given name of South Slavs, and of no Russian, or one with their ъ?"""
    small = word.lower()
    if (_HARD in small and _YO not in small) or f"{small} " in _signs(tables).opens:
        return True
    hits = lexicon_of(tables).written(word)
    return any(southern(hit.row, tables) for hit in hits) and not any(hit.family == "ru" for hit in hits)
