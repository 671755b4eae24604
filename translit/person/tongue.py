"""The language that a person's name is written in: one for all its parts, whatever their spellings.

Each part tells in which languages of the family it is spelt so: a given name and a patronymic by their
rows and the schemes of each language, any word by its letters. The language most parts speak for is the
person's; where as many speak for Russian, a neighbour's spelling counts, since nobody who writes
Russian spells so, while Russian patronymics stand in Belarusian and Ukrainian papers.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple, Protocol

from translit.languages import languages, nations
from translit.nouns import Row
from translit.person.names import Given, spelt_as
from translit.person.patronymic import Patronymic, is_ending_of, tongues_of
from translit.romanization import latin_schemes, spells
from translit.tables import Tables
from translit.text.clean import fold
from translit.text.script import script_of

__all__ = ["Spoken", "sign", "spoken", "tongue"]

_RUSSIAN = "ru"
_EITHER = "i"  # a letter that Russian has not, and several neighbours have
_SHARED = frozenset("іІ")
_BELARUSIAN = frozenset("ыэЫЭ")
_ACUTE = "\N{COMBINING ACUTE ACCENT}"
_SHARED_BY = 0.5  # what a given name tells that Russian has as well
_ENDING = 0.5  # what a patronymic tells by an ending that is one language's
_ONLY_RUSSIAN: tuple[str, ...] = (_RUSSIAN,)


class Spoken(NamedTuple):
    """The languages in which a word is spelt so, as a given name and as a patronymic; none: it tells nothing.

    `worth` is what it tells as a patronymic: less where its ending is all that tells.
    """

    given: tuple[str, ...] = ()
    patronymic: tuple[str, ...] = ()
    worth: float = 1.0


class Said(Protocol):
    """A word of a name with what it tells of its language."""

    @property
    def text(self) -> str: ...

    @property
    def sign(self) -> str: ...

    @property
    def spoken(self) -> Spoken: ...


def sign(text: str, tables: Tables) -> str:
    """The language that a word's letters betray, "i" for a letter of several, else "".

    >>> from translit.tables import built_in
    >>> sign("Сівакаў", built_in()), sign("Карякін", built_in()), sign("Петров", built_in())
    ('be', 'i', '')
    """
    if text.isascii():
        return ""
    small = text.lower()
    for language in nations(tables):
        if any(one in small for one in languages(tables)[language].signs):
            return language
    return _EITHER if _SHARED.intersection(text) else ""


def spoken(text: str, hits: tuple[Given, ...], patronym: Patronymic | None, tables: Tables) -> Spoken:
    """The languages in which a word is spelt so, as a given name and as a patronymic."""
    given = _as_given(text, hits, tables)
    if patronym is None:
        return Spoken(given)
    if patronym.father is None:
        return Spoken(
            given, tuple([one for one in nations(tables) if is_ending_of(patronym.ending, one)]), _ENDING
        )
    proper = tongues_of(text, patronym, tables)
    if proper:
        return Spoken(given, proper)
    return Spoken(given, tongues_of(text, patronym, tables, loosely=True))


def _as_given(text: str, hits: tuple[Given, ...], tables: Tables) -> tuple[str, ...]:
    known = (_RUSSIAN, *nations(tables))
    if not hits or hits[0].tier not in known:
        return ()
    first = hits[0].tier
    proper = {first, *(hit.tier for hit in hits if hit.tier in known and _is_proper(hit, text, tables))}
    if first != _RUSSIAN:  # an old Russian name that a neighbour bears: Михайло
        proper.discard(_RUSSIAN)
    return tuple(one for one in known if one in proper)


def _is_proper(hit: Given, text: str, tables: Tables) -> bool:
    """Does a row, or a scheme of its language, write a word so?"""
    if spelt_as(hit.row, text):
        return True
    return script_of(text) == "Latn" and is_written(hit.row, hit.tier, text, tables)


def is_written(row: Row, language: str, text: str, tables: Tables) -> bool:
    """Does a scheme of a language write the name of a row as a Latin word has it?"""
    native, plain = row.native.replace(_ACUTE, ""), fold(text)
    return any(spells(native, plain, one, tables=tables) for one in latin_schemes(language, tables))


def tongue(words: Sequence[Said], roles: str, tables: Tables) -> str:
    """The language of a name whose words have their roles (G, P, S).

    >>> from translit.person.evidence import word
    >>> from translit.tables import built_in
    >>> def told(text, roles):
    ...     return tongue([word(one, built_in()) for one in text.split()], roles, built_in())
    >>> told("Aliaksandr Vladimirovich Labko", "GPS"), told("Andrei Vatslavovich Grushko", "GPS")
    ('be', 'ru')
    """
    either = False
    for found in words:
        if found.sign == _EITHER:
            either = True
        elif found.sign:
            return found.sign
    votes = _votes(words, roles)
    if not votes and not either:
        return _RUSSIAN
    russian = votes.pop(_RUSSIAN, 0.0)
    best = max(votes.values(), default=0.0)
    if either or best >= max(russian, 1.0):
        likely = [one for one in nations(tables) if votes.get(one, 0.0) == best]
        return _by_vowels(words, likely)
    return _RUSSIAN


def _votes(words: Sequence[Said], roles: str) -> dict[str, float]:
    """How many parts speak for each language.

    A given name that is spelt so in Russian too speaks half for each language that something else speaks for.
    """
    found: dict[str, float] = {}
    shared: list[str] = []
    for one, role in zip(words, roles, strict=True):
        if role == "S":
            continue
        told, worth = (one.spoken.given, 1.0) if role == "G" else one.spoken[1:]
        if told[:1] == _ONLY_RUSSIAN and len(told) > 1:
            shared.extend(told if role == "G" else ())
            continue
        for language in told:
            found[language] = found.get(language, 0.0) + worth
    for language in shared:
        if language in found:
            found[language] += _SHARED_BY
    return found


def _by_vowels(words: Sequence[Said], likely: Sequence[str]) -> str:
    """Of languages that as much speaks for, the Belarusian where its ы or э stands, else the first."""
    if len(likely) > 1 and "be" in likely and any(_BELARUSIAN.intersection(one.text) for one in words):
        return "be"
    return likely[0]
