"""A patronymic made of a father's name: as his row has it, or by the rules of his language."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Literal

from translit.languages import nations, slavic
from translit.memory import once, remembered
from translit.nouns import Row
from translit.patterns import pattern
from translit.person.names import givens
from translit.romanization import RUSSIAN_PRESS, romanize
from translit.tables import Tables, built_in
from translit.text.case import capitalise
from translit.text.clean import fold, strip_stress
from translit.text.cyrillic import CONSONANTS, HUSHES, VELARS
from translit.text.script import script_of

__all__ = [
    "Gender",
    "forms",
    "is_ending_of",
    "is_said",
    "language_of",
    "loosened",
    "made",
    "made_in",
    "of_row",
    "patronymic",
    "spoken",
]

Gender = Literal["m", "f"]
_GENDERS: tuple[Gender, Gender] = ("m", "f")
_SOFTENED = ("нт",)  # two consonants that still take the soft sign: Терентий, Терентьевич
_MISSPELT = re.compile("еевич$")  # Сергейвич
_SOFT = pattern("[иь](?=ев(?:ич|на)$)")
_DROPPED = "аяо"  # the end of a father's name that languages drop in different ways


def language_of(row: Row) -> str:
    """The language of a father's row; Russian where it is of a user's own table."""
    return row.table.split("/")[1] if "/" in row.table else "ru"


@lru_cache(maxsize=16)
def _ends(language: str) -> tuple[tuple[str, str, str], ...]:
    """The ends of fathers' names in a neighbour's language, the longest first, and those of their children.

    A language without a table of them makes patronymics as Russian does.
    """
    rows = built_in().rows(f"person/{language}/patronymic")
    ends = ((row["father"], row["man"], row["woman"]) for row in rows)
    return tuple(sorted(ends, key=lambda end: -len(end[0])))


def made(father: str, gender: Gender, language: str) -> str:
    """A patronymic by the rules of a language, from a name in lower-case Cyrillic without stress."""
    for end, man, woman in _ends(language):
        if father.endswith(end):
            return father.removesuffix(end) + (man if gender == "m" else woman)
    stem, end = _in_russian(father, language)
    if gender == "m":
        return stem + end + "ич"
    return stem + (end + "на" if end else "ична")


def _in_russian(father: str, language: str) -> tuple[str, str]:
    """What is left of a father's name before a Russian ending, and how that begins."""
    last, stem = father[-1], father[:-1]
    if father.endswith("ий"):
        return stem[:-1], "иев" if _is_firm(stem[:-1]) else "ьев"
    if last in "йь":
        return stem, "ев"
    if last == "о":
        return stem, "ов"
    if last in "ая" and language == "ru":
        return stem, ""
    return father, "ев" if last in HUSHES + "ц" or last not in CONSONANTS else "ов"


def _is_firm(stem: str) -> bool:
    """Does a name keep its и before -евич: Григорий no, Дмитрий yes?"""
    cluster = len(stem) > 1 and stem[-1] in CONSONANTS and stem[-2] in CONSONANTS
    return stem[-1:] in VELARS or (cluster and stem[-2:] not in _SOFTENED)


@remembered(16384)
def of_row(row: Row, gender: Gender) -> str:
    """The patronymic of a father as his row has it, else by the rules of his language."""
    written = row.many("patronymic")
    if len(written) == 2:
        return strip_stress(written[gender == "f"])
    return made_in(row.native, gender, language_of(row))


def patronymic(father: str, gender: Gender = "m", *, tables: Tables | None = None) -> str:
    """The patronymic of a father's name, in the script the name is written in.

    >>> patronymic("Сергей"), patronymic("Илья", "f"), patronymic("Yuri")
    ('Сергеевич', 'Ильинична', 'Yuryevich')
    """
    tables = tables or built_in()
    cyrillic = script_of(father) == "Cyrl"
    row = next((hit.row for hit in givens(father, tables) if hit.row["gender"] != "f"), None)
    if row is not None:
        native = of_row(row, gender)
        return native if cyrillic else romanize(native, RUSSIAN_PRESS, tables=tables)
    if cyrillic:
        return made_in(father, gender, "ru")
    vowel = father[-1:].lower() in "aeiouy"
    return father + (("y" if vowel else "o") + "vich" if gender == "m" else ("ye" if vowel else "o") + "vna")


def forms(row: Row, gender: Gender, tables: Tables) -> Iterator[str]:
    """The patronymic of a father, and as others spell it: misspelt, with another's ending, a в for ў."""
    form = of_row(row, gender)
    yield form
    yield _MISSPELT.sub("ейвич", form)
    father, own = strip_stress(row.native).lower(), slavic(tables)
    if language_of(row) in own and father[-1] not in _DROPPED:
        for language in own:
            yield made(father, gender, language)
    if language_of(row) in nations(tables):
        yield form.replace("ўна", "вна")


def spoken(form: str, tables: Tables) -> Iterator[str]:
    """A Russian patronymic, in small letters, as people say it: the rows of `tables/person/ru/spoken.tsv`.

    >>> list(spoken("александрович", built_in())), list(spoken("сергеевна", built_in()))
    (['саныч', 'александрыч'], ['сергевна'])
    """
    for written, said in _spoken(tables):
        if form.endswith(written):
            yield form.removesuffix(written) + said


def loosened(patronymic: str) -> str:
    """A patronymic, folded, without what its bearers spell now so, now so: ё, a soft sign before the ending.

    >>> loosened("Валериевич") == loosened("Валерьевич"), loosened("Фёдорович")
    (True, 'федорович')
    """
    return _SOFT.sub("", fold(patronymic))


def is_said(form: str, native: str, tables: Tables) -> bool:
    """Is a form a Russian patronymic as its bearers spell it, or as people say it: Иваныч of Иванович?

    >>> [is_said(form, "Валерьевич", built_in()) for form in ("Валериевич", "Валерьич", "Валерович")]
    [True, True, False]
    """
    return loosened(form) == loosened(native) or fold(form) in spoken(fold(native), tables)


@once
def _spoken(tables: Tables) -> tuple[tuple[str, str], ...]:
    """The ends of patronymics as they are written, and as they are said, the longest first."""
    ends = [(row["written"], row["spoken"]) for row in tables.rows("person/ru/spoken")]
    return tuple(sorted(ends, key=lambda end: -len(end[0])))


@lru_cache(maxsize=8)
def _own_endings(language: str) -> frozenset[str]:
    """The endings of patronymics that a language makes, and Russian does not."""
    own, russian = (
        {made("н" + last, gender, one).removeprefix("н") for last in ("", "й", "ь") for gender in _GENDERS}
        for one in (language, "ru")
    )
    return frozenset(own - russian)


def is_ending_of(ending: Row, language: str) -> bool:
    """Is an ending of patronymics a language's own?

    >>> rows = {row.native: row for row in built_in().rows("person/ru/ending")}
    >>> [is_ending_of(rows[one], "be") for one in ("аўна", "івна", "ович")]
    [True, False, False]
    """
    return ending.native in _own_endings(language)


def made_in(father: str, gender: Gender, language: str) -> str:
    """The patronymic of a father's name in Cyrillic by the rules of a language.

    >>> made_in("Вацлаў", "f", "be")
    'Вацлаўаўна'
    """
    return capitalise(made(strip_stress(father).lower(), gender, language))
