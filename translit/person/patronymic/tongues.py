"""In which of the languages of the family a patronymic is, and what it is in another."""

from __future__ import annotations

import re
from collections.abc import Iterator

from translit.languages import nations, slavic
from translit.nouns import Row
from translit.person.names import same_name
from translit.person.patronymic.fathers import is_written, rows_of
from translit.person.patronymic.making import Gender, language_of, made_in, of_row
from translit.person.patronymic.recognition import Patronymic
from translit.person.skeleton import skeleton
from translit.tables import Tables
from translit.text.clean import fold
from translit.text.script import script_of

__all__ = ["in_tongue", "is_of", "sounds_russian", "tongues_of"]

_VOWELS = re.compile("[aeiouy]")


def is_of(native: str, gender: Gender, language: str, tables: Tables) -> bool:
    """Is a Cyrillic patronymic that of a father whom a language's own table has?

    >>> from translit.tables import built_in
    >>> [is_of(name, "m", "uk", built_in()) for name in ("Петрович", "Сергійович", "Сергеевич")]
    [True, True, False]
    """
    rows = rows_of(native, gender, tables)
    return any(fold(of_row(row, gender)) == fold(native) for row in rows if language_of(row) == language)


def tongues_of(word: str, found: Patronymic, tables: Tables, *, loosely: bool = False) -> tuple[str, ...]:
    """The languages that spell a patronymic so; loosely: those that alone have its father.

    >>> from translit.person.patronymic import recognise
    >>> from translit.tables import built_in
    >>> [tongues_of(name, recognise(name, built_in()), built_in()) for name in ("Petrovych", "Siarheevich")]
    [('uk',), ('be',)]
    """
    rows = rows_of(word, found.gender, tables) or ([found.father] if found.father else [])
    homes = {language_of(row) for row in rows}
    if "ru" in homes and homes.isdisjoint(nations(tables)):
        return ("ru",)
    if loosely:
        alone = homes.issubset(nations(tables)) and all(row["equivalent"] for row in rows)
        return tuple([one for one in nations(tables) if one in homes]) if alone else ()
    told = {
        language
        for row in rows
        for language, form in _in_tongues(row, found.gender, tables)
        if _is_spelt(word, form, language, tables)
    }
    return tuple([one for one in slavic(tables) if one in told])


def sounds_russian(word: str, found: Patronymic, tables: Tables) -> bool:
    """Has a patronymic the consonants of the Russian one that it is equivalent to: Barisovich, Борисович?

    >>> from translit.person.patronymic import recognise
    >>> from translit.tables import built_in
    >>> names = "Barisovich", "Uladzimiravna"
    >>> [sounds_russian(name, recognise(name, built_in()), built_in()) for name in names]
    [True, False]
    """
    father = same_name(found.father, "ru", "", tables) if found.father else None
    if father is None or father is found.father:
        return False
    bones, russian = (_VOWELS.sub("", skeleton(text)) for text in (word, of_row(father, found.gender)))
    return bones == russian


def _in_tongues(row: Row, gender: Gender, tables: Tables) -> Iterator[tuple[str, str]]:
    """The patronymic of a father in his language; in Russian too where his name is but a neighbour's."""
    language = language_of(row)
    yield language, of_row(row, gender)
    if language in nations(tables) and not row["equivalent"]:
        yield "ru", made_in(row.native, gender, "ru")


def _is_spelt(word: str, form: str, language: str, tables: Tables) -> bool:
    """Is a patronymic spelt so by a language in the script of the word?"""
    if script_of(word) == "Cyrl":
        return fold(word) == fold(form)
    return is_written(form, fold(word), language, False, tables)


def in_tongue(word: str, found: Patronymic, language: str, tables: Tables) -> str | None:
    """A patronymic in Latin letters in the form of a language, None where its father is not known there.

    >>> from translit.person.patronymic import recognise
    >>> from translit.tables import built_in
    >>> def own(word, language):
    ...     return in_tongue(word, recognise(word, built_in()), language, built_in())
    >>> own("Vladimirovich", "be"), own("Siarheevich", "ru"), own("Viktorovich", "uk")
    ('Уладзіміравіч', 'Сергеевич', 'Вікторович')
    """
    if found.father is None:
        return None
    own = nations(tables)
    if language not in own and language_of(found.father) not in own:
        return of_row(found.father, found.gender)
    rows = [row for row in rows_of(word, found.gender, tables) if language_of(row) == language]
    forms = [of_row(row, found.gender) for row in rows]
    written = (form for form in forms if is_written(form, fold(word), language, True, tables))
    father = same_name(found.father, language, found.father.canonical, tables) if not rows else None
    return next(written, forms[0] if forms else of_row(father, found.gender) if father else None)
