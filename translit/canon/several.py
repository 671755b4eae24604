"""Several names in one text: Ivan Ivanov and Maria Petrova; Иванов И.И., Петров П.П.; حلب وإدلب.

Words that join two names are rows of `tables/joiner.tsv`, in small letters. Commas part people only where
what stands on both sides is a whole name, since registers part a surname from a given name so too; they
part places only where none lies in the next. All names together are one Reading, ambiguous.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

from translit.lookup import joiners, lexicon_of
from translit.nouns import Kind, Reading, Step
from translit.quick import changed
from translit.tables import Tables
from translit.text.words import is_initial

__all__ = ["people", "places"]

Read = Callable[[str], Reading]
_AND = "\N{ARABIC LETTER WAW}"  # which Arabic joins to the next name
_SHORTEST = 4  # letters of a name with it
_MARKS = re.compile("[,;،؛]")
_STOPS = frozenset(";؛")
_SURE = 0.9  # how sure each of several places must be


class _Several(NamedTuple):
    """The texts of perhaps several names, and whether a word or a semicolon parts them, not commas alone."""

    texts: tuple[str, ...]
    joined: bool


def people(text: str, read: Read, tables: Tables) -> Reading | None:
    """The Reading of a cleaned text that tells of several people, each read by `read`; else None."""
    found = _parted(text, lambda word: _is_and_given(word, tables), tables)
    if found is None or not (found.joined or all(" " in one for one in found.texts)):
        return None
    readings = [read(one) for one in found.texts]
    return _together(text, readings, "person") if _are_people(readings, found.joined) else None


def places(text: str, read: Read, tables: Tables) -> Reading | None:
    """The same of several places, which must all be in the tables, surely, and not be one."""
    found = _parted(text, lambda word: word[0] == _AND and len(word) >= _SHORTEST, tables)
    if found is None:
        return None
    readings = [read(one) for one in found.texts]
    rows = {one.row.id for one in readings if one.row is not None and one.confidence >= _SURE}
    if len(rows) < len(readings):  # Assad, Bashar; مية ومية
        return None
    return _together(text, readings, "place")


def _parted(text: str, is_glued: Callable[[str], bool], tables: Tables) -> _Several | None:
    """The texts of names that words and marks part; None where nothing does."""
    between = joiners(tables)
    found: list[list[str]] = [[]]
    joined = not _STOPS.isdisjoint(text)
    for word in _MARKS.sub(r" \g<0> ", text).split():
        if word in between or _MARKS.match(word):
            joined |= word in between
            found.append([])
        elif found[-1] and is_glued(word):
            joined = True
            found.append([word[1:]])
        else:
            found[-1].append(word)
    texts = tuple([" ".join(words) for words in found if words])
    return _Several(texts, joined) if len(texts) > 1 else None


def _is_and_given(word: str, tables: Tables) -> bool:
    """Is an Arabic word "and" with a given name: ومحمد? The whole is none, as وليد is."""
    if word[0] != _AND or len(word) < _SHORTEST:
        return False
    written = lexicon_of(tables).written
    return not written(word) and any(hit.role == "given" for hit in written(word[1:]))


def _are_people(readings: Sequence[Reading], joined: bool) -> bool:
    """Are the Readings of such texts those of people of their own?

    Where a word joins them, each must be known; where commas alone do, each must be a known given name, or
    initials, with a surname, and no Arabic one, whose family may have two words.
    """
    if joined:
        return all(one.origin is not None and one.status != "unknown" for one in readings)
    return all(_is_whole(one) for one in readings)


def _is_whole(reading: Reading) -> bool:
    """Is a Reading that of a Slav by given name and surname?"""
    if reading.origin in (None, "ar") or reading.status == "unknown" or not reading.surname:
        return False
    return any(part.role == "given" and (part.row or is_initial(part.text)) for part in reading.parts)


def _together(text: str, readings: Sequence[Reading], kind: Kind) -> Reading:
    """The Reading of a text of several names: all of them, each by itself among the others."""
    canonical = ", ".join([one.canonical for one in readings])
    natives = [one.native for one in readings if one.native]
    origins = {one.origin for one in readings}
    return Reading(
        text=text,
        canonical=canonical,
        native=", ".join(natives) if len(natives) == len(readings) else None,
        kind=kind,
        origin=origins.pop() if len(origins) == 1 else None,
        key=", ".join([one.key for one in readings]),
        confidence=min(one.confidence for one in readings),
        status="ambiguous",
        others=tuple([changed(one, others=()) for one in readings]),
        steps=(Step(text, canonical, f"several {'people' if kind == 'person' else 'places'}"),),
    )
