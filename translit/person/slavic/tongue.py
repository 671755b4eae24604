"""The language that a person's name is written in: one for all its parts, whatever their spellings.

Each part tells in which languages of the family it is spelt so: a given name and a patronymic by their
rows and the schemes of each language, any word by its letters. The language most parts speak for is the
person's; where as many speak for Russian, a neighbour's spelling counts, since nobody who writes
Russian spells so, while Russian patronymics stand in Belarusian and Ukrainian papers.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple, Protocol

from translit.languages import languages, nations
from translit.lookup import lexicon_of
from translit.memory import once, remembered
from translit.patterns import holding
from translit.person.latin.literal import is_listed
from translit.person.latin.natives import forms
from translit.person.latin.natives import surname as heard_surname
from translit.person.names import FOREIGN, Given, is_written, spelt_as
from translit.person.national import exactly
from translit.person.patronymic import Patronymic, is_ending_of, sounds_russian, tongues_of
from translit.romanization import is_spelt
from translit.tables import Tables
from translit.text.clean import fold, strip_stress
from translit.text.script import script_of

__all__ = ["EITHER", "Spoken", "is_plain", "sign", "signed", "spoken", "tongue"]

_RUSSIAN = "ru"
EITHER = "i"  # a letter that Russian has not, and several neighbours have
_SHARED = "і"
_TURKIC = "trk"  # names that a letter of several may stand in as well: Kazakh Серік
_BELARUSIAN = frozenset("ыэЫЭ")
_USUAL = 3.0  # how common a neighbour's given name is that speaks for them though Russians bear it
_AS_LIKELY = 0.5  # how likely a form of a surname must be beside the likeliest
_SURNAME = 0.75  # what a surname tells
_SHARED_BY = 0.5  # what a given name tells that Russian has as well
_ENDING = 0.5  # what a patronymic tells by its ending (-slavich is -avich), or its father's vowels
_GLIDE = re.compile("(?<=[aeo])i(?![aeiouy])")  # й as papers write it before a consonant: Maisky
_SKY = "sky"
_ONLY_RUSSIAN: tuple[str, ...] = (_RUSSIAN,)
_PLAIN = ((), _ONLY_RUSSIAN)


class Spoken(NamedTuple):
    """The languages in which a word is spelt so, as a given name and as a patronymic; none: it tells nothing.

    `worth` is what it tells as a patronymic: less where its ending or vowels of its father are all it has.
    A Russian's given name that is spelt so `abroad` tells of no neighbour by itself.
    """

    given: tuple[str, ...] = ()
    patronymic: tuple[str, ...] = ()
    worth: float = 1.0
    abroad: bool = False


_NOTHING, _RUSSIAN_GIVEN = Spoken(), Spoken(_ONLY_RUSSIAN)


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
    >>> [sign(word, built_in()) for word in ("Сівакаў", "Карякін", "Петров", "Мәсімов")]
    ['be', 'i', '', 'trk']
    """
    if text.isascii():
        return ""
    small, (has, signs) = text.lower(), _signs(tables)
    if not has(small):
        return ""
    for one, language in signs:
        if one in small:
            return language
    return EITHER


@once
def _signs(tables: Tables) -> tuple[Callable[[str], bool], tuple[tuple[str, str], ...]]:
    """The letters, or runs of letters, that betray a language, each with the language.

    Before them what finds one of them in a small word, or the letter of several.
    """
    family = [one for one in languages(tables).values() if one.family == _RUSSIAN]
    found = tuple([(one, language.id) for language in family for one in language.signs])
    return holding([_SHARED, *[one for one, _ in found]]), found


def signed(text: str, hits: tuple[Given, ...], tables: Tables) -> str:
    """The same of a word that may be some given names: in a Turkic one і and ў are no neighbour's."""
    found = sign(text, tables)
    if found in ("", _TURKIC) or not hits:
        return found
    tiers = {hit.tier for hit in hits}
    return "" if _TURKIC in tiers and tiers.isdisjoint(nations(tables)) else found


def spoken(text: str, hits: tuple[Given, ...], patronym: Patronymic | None, tables: Tables) -> Spoken:
    """The languages in which a word is spelt so, as a given name and as a patronymic."""
    given = _as_given(text, hits, tables)
    if patronym is None:
        if given in _PLAIN:
            return _RUSSIAN_GIVEN if given else _NOTHING
        both = any(hit.tier == _RUSSIAN for hit in hits) and any(_is_abroad(hit, text) for hit in hits)
        return Spoken(given, abroad=both)
    if patronym.father is not None:
        proper = tongues_of(text, patronym, tables)
        told = proper or tongues_of(text, patronym, tables, loosely=True)
        if told:
            alike = not proper and told[0] != _RUSSIAN and sounds_russian(text, patronym, tables)
            return Spoken(given, told, _ENDING if alike else 1.0)
    ending = [one for one in nations(tables) if is_ending_of(patronym.ending, one)]
    return Spoken(given, tuple(ending), _ENDING if patronym.gender == "m" else 1.0)


def is_plain(spoken: Spoken) -> bool:
    """Is a word spelt as in no language but Russian?"""
    return spoken.given in _PLAIN and spoken.patronymic in _PLAIN


def _as_given(text: str, hits: tuple[Given, ...], tables: Tables) -> tuple[str, ...]:
    known = (_RUSSIAN, *nations(tables))
    if not hits or hits[0].tier not in known:
        return ()
    first = hits[0].tier
    if first == _RUSSIAN and all(hit.tier == first or hit.tier not in known for hit in hits):
        return _ONLY_RUSSIAN
    proper = {hit.tier for hit in hits if hit.tier in known and _is_proper(hit, text, tables)}
    theirs = _neighbours(text, hits)
    if first != _RUSSIAN or theirs:  # an old Russian name that a neighbour bears: Михайло
        proper = (proper - {_RUSSIAN}) or theirs & set(known)
    if not proper or (first == _RUSSIAN and hits[0].common):  # a usual one is spelt in many ways: Yurii
        proper.add(first)
    return tuple(one for one in known if one in proper)


def _is_abroad(hit: Given, text: str) -> bool:
    """Is a row of Bulgarians or Macedonians, whose papers write a name so?"""
    return hit.tier == FOREIGN and hit.row.canonical == text and script_of(hit.row.native) == "Cyrl"


def _neighbours(text: str, hits: tuple[Given, ...]) -> set[str]:
    """Whose name a Latin spelling in papers is sooner than a rare Russian one's, which is written alike.

    One that is so but for its ё (Olena is Олена, hardly Олёна), or is usual there: Mijailo.
    """
    russian = strip_stress(hits[0].row.native)
    if hits[0].common or fold(hits[0].row.canonical) == fold(text):
        return set()
    bare, dotted = russian.replace("ё", "е"), "ё" in russian
    others = [hit for hit in hits if hit.tier != hits[0].tier and strip_stress(hit.row.native) == bare]
    return {hit.tier for hit in others if dotted or hit.common >= _USUAL}


def _is_proper(hit: Given, text: str, tables: Tables) -> bool:
    """Does a row, or a scheme of its language, write a word so?"""
    if spelt_as(hit.row, text, tables):
        return True
    return script_of(text) == "Latn" and is_written(hit.row, hit.tier, fold(text), tables)


def tongue(words: Sequence[Said], roles: str, writers: tuple[str, ...], tables: Tables) -> str:
    """The language of a name whose words have their roles (G, P, S); `writers` wrote its given name.

    >>> from translit.person.slavic.evidence import word
    >>> from translit.person.latin.writers import PRESS
    >>> from translit.tables import built_in
    >>> def told(text, roles):
    ...     return tongue([word(one, built_in()) for one in text.split()], roles, PRESS, built_in())
    >>> told("Aliaksandr Vladimirovich Labko", "GPS"), told("Andrei Vatslavovich Grushko", "GPS")
    ('be', 'ru')
    """
    own, either = nations(tables), False
    for one in words:
        if one.sign == EITHER:
            either = True
        elif one.sign:
            return one.sign if one.sign in own else _RUSSIAN
    votes, shared = _votes(words, roles)
    if not either and len(votes) == 1 and votes.get(_RUSSIAN, 0.0) >= 1.0:  # and no neighbour's
        return _RUSSIAN
    neighbours = shared or not votes.keys().isdisjoint(own)
    if neighbours and not either and not (votes and _decided(votes, own)):
        for language in _of_surnames(words, roles, writers, tables):
            votes[language] = votes.get(language, 0.0) + _SURNAME
    if not votes and not either:
        return _RUSSIAN
    for language in shared:
        if language in votes:
            votes[language] += _SHARED_BY
    russian = votes.pop(_RUSSIAN, 0.0)
    best = max(votes.values(), default=0.0)
    if either or best >= max(russian, _SURNAME):
        return _by_vowels(words, [one for one in own if votes.get(one, 0.0) == best])
    return _RUSSIAN


def _decided(votes: dict[str, float], own: tuple[str, ...]) -> bool:
    """Does one neighbour's language have at least as much as any other, or has Russian, and no neighbour?"""
    found = sorted((votes.get(one, 0.0) for one in own), reverse=True)
    russian = votes.get(_RUSSIAN, 0.0)
    return (russian >= 1.0 and not found[0]) or (found[0] >= max(russian, 1.0) and found[0] > sum(found[1:2]))


def _votes(words: Sequence[Said], roles: str) -> tuple[dict[str, float], list[str]]:
    """How many given names and patronymics speak for each language, and the languages of those of several.

    A given name that is spelt so in Russian too, or abroad (Filip), speaks half for each language that
    something else speaks for.
    """
    found: dict[str, float] = {}
    shared: list[str] = []
    for at, role in enumerate(roles):
        if role == "S":
            continue
        spoken = words[at].spoken
        told, worth = (spoken.given, 1.0) if role == "G" else (spoken.patronymic, spoken.worth)
        if role == "G" and spoken.abroad and "P" not in roles:
            shared.extend(told)
            continue
        if len(told) > 1 and told[0] == _RUSSIAN:
            shared.extend(told if role == "G" else ())
            continue
        for language in told:
            found[language] = found.get(language, 0.0) + worth
    return found, shared


def _of_surnames(
    words: Sequence[Said], roles: str, writers: tuple[str, ...], tables: Tables
) -> Iterator[str]:
    """The languages that the surnames of a name are spelt in, where they are not spelt as Russian is."""
    for at, role in enumerate(roles):
        if role == "S":
            yield from _as_surname(words[at].text, writers, tables)


@remembered(4096)
def _as_surname(text: str, writers: tuple[str, ...], tables: Tables) -> tuple[str, ...]:
    """The neighbours whose schemes write a surname just so; none where one that writes Russian does."""
    form = heard_surname(text, writers, tables) if script_of(text) == "Latn" and text.isalpha() else None
    if form is None or any(hit.role == "surname" for hit in lexicon_of(tables).written(text)):
        return ()
    plain = fold(text)
    if _is_russian(form.native, plain, tables):
        return ()
    likely = [one.native for one in forms(text, writers, tables) if one.share > form.share * _AS_LIKELY]
    others = [native for native in dict.fromkeys(likely) if native != form.native]
    if any(_is_russian(native, plain, tables) for native in others) or _is_french(form.native, plain, tables):
        return ()
    told, own = (form.native, *others), nations(tables)
    return tuple([one for one in own if any(exactly(text, native, one, tables) for native in told)])


def _is_russian(native: str, plain: str, tables: Tables) -> bool:
    """Does a scheme that writes Russian write a word so, or would it if papers did not put i for its й?

    >>> from translit.tables import built_in
    >>> _is_russian("Майский", "maisky", built_in()), _is_russian("Майский", "maiskyi", built_in())
    (True, False)
    """
    bare = native.replace("ё", "е")  # whose dots papers leave out, and tables
    dotted = [f"{native[:at]}ё{native[at + 1 :]}" for at, letter in enumerate(native) if letter == "е"]
    if any(is_spelt(form, plain, _RUSSIAN, tables=tables) for form in dict.fromkeys((native, bare, *dotted))):
        return True
    glided = _GLIDE.sub("y", plain)
    return glided != plain and is_spelt(native, glided, _RUSSIAN, tables=tables)


def _is_french(native: str, plain: str, tables: Tables) -> bool:
    """Is a word a known surname as the French write it, but for the y at its end: Viazemsky, Siniavsky?"""
    if not plain.endswith(_SKY) or not is_listed(native.lower(), tables):
        return False
    return is_spelt(native, f"{plain[:-1]}i", _RUSSIAN, tables=tables)


def _by_vowels(words: Sequence[Said], likely: Sequence[str]) -> str:
    """Of languages that as much speaks for, the Belarusian where its ы or э stands, else the first."""
    if len(likely) > 1 and "be" in likely and any(_BELARUSIAN.intersection(one.text) for one in words):
        return "be"
    return likely[0]
