"""Names without the endings that other tongues put on them: Vladimiras Putinas is Vladimir Putin.

Lithuanian and Latvian papers decline a Russian's name as their own, Czech ones make a woman's of it; the
endings are rows of `tables/spelling/ru/put-on.tsv`. A Balt keeps his: what is left must be known.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from translit.languages import nations
from translit.lookup import lexicon
from translit.memory import once, remembered
from translit.patterns import ending
from translit.person.latin.natives import surname
from translit.person.latin.writers import PRESS
from translit.person.names import givens, spelt_as
from translit.person.slavic.worth import is_surname
from translit.person.surname import family
from translit.tables import Tables
from translit.text.clean import fold
from translit.text.words import is_initial

__all__ = ["is_title", "last_letters", "unended", "unended_alone"]

_TABLE = "spelling/ru/put-on"
_LITHUANIAN = "lt"
_CZECH, _BALTIC = "cs", (_LITHUANIAN, "lv")
_UNBENT = "aAoO"  # with which a man's name ends that Balts do not decline
_LITHUANIANS = "as", "is", "us"
_VOWELS = tuple("aeiouy")
_BARE, _CAUCASUS = "s", "cau"
_OF_SONS, _OF_KO = "enko", "ko"  # no Balt's surname ends in -ko
_OF_NEIGHBOURS = ("enko", "čuk", "juk", "ťuk")
_ALONE, _IN = "sS", "n"  # with which a Balt's word ends, and Russian surnames in -in
_OWN = ("ru", "short", "uk", "be", "cau", "trk")


class _End(NamedTuple):
    """An ending that a language puts on a name, what stood there before, and does nothing else end so?"""

    end: str
    put: str
    role: str
    language: str
    sure: bool


def unended(words: Sequence[str], tables: Tables) -> tuple[str, ...] | None:
    """The words of a Latin name without the endings that were put on them, None where there are none.

    >>> from translit.tables import built_in
    >>> unended(("Vladimiras", "Putinas"), built_in()), unended(("Valdis", "Zatlers"), built_in())
    (('Vladimir', 'Putin'), None)
    >>> unended(("Jānis", "Bērziņš"), built_in())
    >>> unended(("Dinara", "Safinová"), built_in())
    ('Dinara', 'Safina')
    """
    ends, womans = last_letters(tables), _letters(_CZECH, tables)
    if len(words) < 2 or not any(word[-1] in ends for word in words):
        return None
    sure = frozenset([language for word in words for language in _surely(word, tables)])
    of_given = _given_letters(tables)
    for at, word in enumerate(words):
        if word[-1] in of_given:
            found = _given(word, sure, tables)
        else:
            found = _unbent(word, sure or _told(words), tables) if word[-1] in _UNBENT else None
        if found is None:
            continue
        given, language, neighbour = found
        rest = (*words[:at], *words[at + 1 :])
        if _is_balts(word, tables) and any(_is_balts(other, tables) for other in rest):
            return None
        others = [_surname(other, language, neighbour, tables) for other in rest]
        if _is_balts(word, tables) and others == list(rest):
            continue
        if all(others):
            plain = [other for other in others if other]
            return (*plain[:at], given, *plain[at:])
    neighbour = any(_is_neighbours(word, tables) for word in words)
    ended = [_surname(word, _CZECH, neighbour, tables) if word[-1] in womans else word for word in words]
    return tuple([word for word in ended if word]) if all(ended) and ended != list(words) else None


def unended_alone(word: str, tables: Tables) -> str | None:
    """A lone Latin surname without the ending that a Baltic paper alone puts on it, None where there is none.

    So is one in -inas that has a mark. What is left must be known, as Balts are called so as well.

    >>> from translit.tables import built_in
    >>> [unended_alone(name, built_in()) for name in ("Kuznecovas", "Šiškinas", "Salinas", "Casanovas")]
    ['Kuznecov', 'Šiškin', None, None]
    """
    if word[-1] not in _ALONE or lexicon(tables).written(word):
        return None
    small, marked = word.lower(), not word.isascii()
    for one in _rows(tables):
        if one.role != "surname" or one.language not in _BALTIC or not small.endswith(one.end):
            continue
        if one.sure or (marked and one.put.endswith(_IN)):
            left = _without(word, one)
            return left if _is_known(left, tables) else None
    return None


@once
def _rows(tables: Tables) -> tuple[_End, ...]:
    """The endings, the longest first."""
    rows = [
        _End(row["end"], row["put"], row["role"], row["language"], bool(row["sure"]))
        for row in tables.rows(_TABLE)
    ]
    return tuple(sorted(rows, key=lambda one: -len(one.end)))


@once
def last_letters(tables: Tables) -> frozenset[str]:
    """The letters, small and capital, in which words end that may have such an ending.

    >>> from translit.tables import built_in
    >>> sorted(last_letters(built_in()).intersection("aasSáÁ"))
    ['S', 's', 'Á', 'á']
    """
    return frozenset().union(*[_letters(one.language, tables) for one in _rows(tables)])


@once
def _given_letters(tables: Tables) -> frozenset[str]:
    """The same of the endings of given names."""
    ends = [one.end[-1] for one in _rows(tables) if one.role == "given"]
    return frozenset([letter for end in ends for letter in (end, end.upper())])


@remembered(16)
def _letters(language: str, tables: Tables) -> frozenset[str]:
    """The same of the endings of one language."""
    ends = [one.end[-1] for one in _rows(tables) if one.language == language]
    return frozenset([letter for end in ends for letter in (end, end.upper())])


def _without(word: str, one: _End) -> str:
    """A word with what stood there before an ending, in its own capitals."""
    left = word[: -len(one.end)] + one.put
    return left.upper() if word.isupper() else left


def _is_balts(word: str, tables: Tables) -> bool:
    """Does a row of the Balts write a word so: Jānis, Bērziņš?"""
    return any(hit.row["language"] in _BALTIC for hit in lexicon(tables).written(word))


@remembered(4096)
def _surely(word: str, tables: Tables) -> tuple[str, ...]:
    """The Baltic languages whose papers alone put the ending of a word on a surname: Pašinianas."""
    small, (has, sure) = word.lower(), _sure(tables)
    return tuple([one.language for one in sure if small.endswith(one.end)]) if has(small) else ()


@once
def _sure(tables: Tables) -> tuple[Callable[[str], bool], tuple[_End, ...]]:
    """These endings, before them what finds one of them in a small word."""
    sure = tuple([one for one in _rows(tables) if one.sure and one.language in _BALTIC])
    return ending([one.end for one in sure]), sure


@remembered(4096)
def _given(word: str, sure: frozenset[str], tables: Tables) -> tuple[str, str, bool] | None:
    """A man's given name without the ending that a Baltic paper put on it, None where it put none.

    With the language that it is in, and whether it is one of Russia's neighbours alone. No ending stands
    behind a vowel. A name that others bear as it stands has one if it is of the Caucasus without it, and
    the surname has one too: Nikolas Pašinianas. So has a usual one that is spelt so: Leonidas Kravčukas.
    """
    stands = any(hit.row["language"] not in _BALTIC for hit in lexicon(tables).written(word))
    if stands and not sure:
        return None
    for one in _rows(tables):
        if one.role != "given" or not word.lower().endswith(one.end):
            continue
        if stands and one.language not in sure:
            continue
        left = _without(word, one)
        if one.end == _BARE and left[-1:].lower() in _VOWELS:
            continue
        hits = givens(left, tables)
        found = hits if one.language in sure else hits[:1]
        mans = [
            hit
            for hit in found
            if "m" in hit.row["gender"]
            and hit.tier in _OWN
            and (not stands or hit.tier == _CAUCASUS or (hit.common and spelt_as(hit.row, left, tables)))
        ]
        if mans:
            return left, one.language, mans[0].tier in nations(tables)
    return None


@remembered(4096)
def _unbent(word: str, sure: frozenset[str], tables: Tables) -> tuple[str, str, bool] | None:
    """The same of a man's given name in a vowel, on which no Balt puts anything: Ilja Jašinas."""
    hits = givens(word, tables)[:1]
    if not hits or hits[0].tier not in _OWN or hits[0].row["gender"] != "m" or not hits[0].common:
        return None
    return word, min(sure), hits[0].tier in nations(tables)


def _told(words: Sequence[str]) -> frozenset[str]:
    """The Baltic language in which a surname may end so as it does: Lithuanian in a vowel and an -s."""
    return frozenset((_BALTIC[not any(word.lower().endswith(_LITHUANIANS) for word in words)],))


def _is_neighbours(word: str, tables: Tables) -> bool:
    """Is a word a given name of Russia's neighbours alone: Lesja?"""
    hits = givens(word, tables)
    return bool(hits) and hits[0].tier in nations(tables)


@remembered(4096)
def _surname(word: str, language: str, neighbour: bool, tables: Tables) -> str | None:
    """A surname without the ending of a language, itself where it has none, None where nobody knows it.

    An ending that stands for nothing is one beside a given name of Russia's neighbours, where the surname is
    known or ends in one consonant: Balts are called Andrejs Bergs as well. So is one that leaves their -enko.
    """
    if is_initial(word) or is_title(word, tables):
        return word
    small = word.lower()
    for one in _rows(tables):
        if one.role != "surname" or one.language != language or not small.endswith(one.end):
            continue
        if one.put.endswith(_OF_SONS) and not set(_VOWELS).intersection(fold(small.removesuffix(one.end))):
            continue  # Šenková is Šenk's, no Шенко's
        left = _without(word, one)
        if one.sure or ((one.put or neighbour) and _is_known(left, tables)):
            return left
        if neighbour and (left.endswith(_OF_NEIGHBOURS) or (not one.put and left[-2:-1] in _VOWELS)):
            return left
    kept = small.endswith(_OF_KO) or _is_known(word, tables)
    return word if kept else None


def is_title(word: str, tables: Tables) -> bool:
    """Is a word by all its rows a title, which keeps its end: prezidentas?

    >>> from translit.tables import built_in
    >>> is_title("President", built_in()), is_title("Sultan", built_in())
    (True, False)
    """
    hits = lexicon(tables).written(word)
    return bool(hits) and all(hit.role == "title" for hit in hits)


def _is_known(word: str, tables: Tables) -> bool:
    """Is a Latin word one that the tables know as a surname, of a man or a woman?"""
    form = surname(word, PRESS, tables)
    native = fold(form.native) if form else ""
    return bool(native) and any(
        is_surname(one, gender, tables) for one in (native, family(native)) for gender in "mf"
    )
