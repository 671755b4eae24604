"""What each word of a name says for being the given name, the patronymic or the surname.

Evidence is a few named features; `tables/weights/order-ru.tsv` holds what each is worth, learned
from names whose order is known.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from translit.lookup import lexicon
from translit.person.names import Given, givens
from translit.person.patronymic import Patronymic, recognise
from translit.person.shape import shape
from translit.person.skeleton import skeleton
from translit.tables import Tables
from translit.text.case import is_shouted
from translit.text.words import is_initial

__all__ = ["Word", "gender_of_surname", "weigh", "word"]

_CLIP = 6.0
_TIERS = {"short": "-short", "foreign": "-foreign"}


@dataclass(frozen=True, slots=True, eq=False)
class Word:
    """One word of a name (or a compound joined by hyphens) and all that is known of it.

    `surname`, `given`, `patronymic` are the features that speak for each role.
    """

    text: str
    initial: bool
    shouted: bool
    givens: tuple[Given, ...]
    patronym: Patronymic | None
    surname: tuple[tuple[str, float], ...]
    patronymic: tuple[tuple[str, float], ...]
    given_gender: str
    surname_gender: str


@lru_cache(maxsize=4)
def _surname_endings(tables: Tables) -> dict[str, str]:
    """The gender that each ending of surnames tells, by the ending's skeleton."""
    found: dict[str, str] = {}
    for row in tables.rows("person/ru/ending"):
        if row["role"] == "surname" and row["gender"] != "mf" and not row["case"]:
            for text in (row.native, row.canonical):
                bones = skeleton(text)
                found[bones] = row["gender"] if found.get(bones, row["gender"]) == row["gender"] else ""
    return found


def gender_of_surname(text: str, tables: Tables) -> str:
    """"m" or "f" where a surname's ending tells its bearer's gender, else "".

    >>> from translit.tables import built_in
    >>> [gender_of_surname(name, built_in()) for name in ("Ivanova", "Заболотный", "Шевченко")]
    ['f', 'm', '']
    """
    endings = _surname_endings(tables)
    bones = skeleton(text)
    for size in range(min(5, len(bones) - 2), 0, -1):
        gender = endings.get(bones[-size:])
        if gender:
            return gender
    return ""


def _gender_of_given(hits: tuple[Given, ...], female: float) -> str:
    """A given name's gender: as its rows have it, else by its shape where that is clear."""
    told = {hit.row["gender"] for hit in hits[:1]} or {hit.row["gender"] for hit in hits}
    if told and told <= {"m", "f"}:
        return told.pop()
    if told:
        return ""
    return "f" if female > 1 else "m" if female < -1 else ""


@lru_cache(maxsize=65536)
def word(text: str, tables: Tables) -> Word:
    """Everything one word says, gathered once."""
    if is_initial(text):
        return Word(text, True, False, (), None, (), (), "", "")
    hits = givens(text, tables)
    if not hits and "-" in text:
        hits = tuple(hit for piece in text.split("-")[:1] for hit in givens(piece, tables))
    surname, female = shape(text, tables)
    if "-" in text:
        surname = shape(text.rpartition("-")[2], tables)[0]
    surname = max(-_CLIP, min(_CLIP, surname))
    patronym = recognise(text, tables)
    features = [(f"known{tier}", -1.0) for tier in dict.fromkeys(_TIERS.get(hit.tier, "") for hit in hits)]
    if hits:
        features.append(("common", -max(hit.common for hit in hits)))
    if not hits:
        features.append(("shape", surname))
    else:
        features.append(("shape-known-surname" if surname > 0 else "shape-known-given", surname))
    if any(hit.role == "surname" for hit in lexicon(tables).written(text)):
        features.append(("surname-row-known" if hits else "surname-row", 1.0))
    if patronym is not None:
        features.append(("looks-patronymic-known" if patronym.father else "looks-patronymic", 1.0))
    if "-" in text:
        features.append(("hyphen", 1.0))
    fathers: list[tuple[str, float]] = []
    if patronym is not None:
        fathers.append(("patronymic-known" if patronym.father else "patronymic", 1.0))
    else:
        fathers.append(("no-patronymic", 1.0))
    return Word(
        text=text,
        initial=False,
        shouted=is_shouted(text),
        givens=hits,
        patronym=patronym,
        surname=tuple(features),
        patronymic=tuple(fathers),
        given_gender=_gender_of_given(hits, female),
        surname_gender=gender_of_surname(text, tables),
    )


@lru_cache(maxsize=4)
def weigh(tables: Tables) -> dict[str, float]:
    """What each feature is worth, in nats."""
    lines = iter(tables.cells("weights/order-ru"))
    next(lines)
    return {cells[0]: float(cells[1]) for cells in lines}
