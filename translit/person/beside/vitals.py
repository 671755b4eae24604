"""What a text tells of a person beside the name: the year of birth, and whether the younger or the elder."""

from __future__ import annotations

import re
from typing import NamedTuple

from translit.memory import once
from translit.person.beside.apposition import NUMBER, SET_APART, appositions
from translit.person.beside.leads import GENERATION, TABLE, any_of, generations
from translit.tables import Tables, built_in
from translit.text.clean import clean

__all__ = ["UNTOLD", "Vitals", "vitals"]

_BIRTH = "birth"
_YEAR = re.compile(r"(?:\D{0,20}|\D{0,20}\d{1,2}\D{1,12}(?:\d{1,2}\D)?)(1\d{3}|20\d{2})(?!\d)")


class Vitals(NamedTuple):
    """The year of birth (0 untold), younger or elder ("" untold)."""

    born: int
    generation: str

    def apart(self, other: Vitals) -> str:
        """Why two people are two, "" where nothing says so; calendars may differ by a year."""
        if self.born and other.born and abs(self.born - other.born) > 1:
            return f"born in {self.born} and in {other.born}"
        if self.generation and other.generation and self.generation != other.generation:
            return f"{self.generation} and {other.generation}"
        return ""


UNTOLD = Vitals(0, "")


def vitals(text: str, tables: Tables | None = None) -> Vitals:
    """The year of birth and the generation that a text tells aside of a name.

    >>> vitals("Иванов Иван, 1975 г.р."), vitals("Sergey Ivanov, Jr.")
    (Vitals(born=1975, generation=''), Vitals(born=0, generation='the younger'))
    """
    born, generation = 0, ""
    tables = tables or built_in()
    if not _may_be_told(tables).search(text):
        return UNTOLD
    for said in appositions(clean(text)[0], tables):
        tells = _telling(tables).get(said.why)
        if tells == GENERATION:
            generation = said.why
        elif tells == _BIRTH and (found := _YEAR.match(said.other)):
            born = int(found[1])
    return Vitals(born, generation) if born or generation else UNTOLD


@once
def _telling(tables: Tables) -> dict[str, str]:
    """What the things that are said aside tell; a number by itself may be a year of birth."""
    rows = {row.canonical: row["tells"] for row in tables.rows(TABLE) if row["tells"]}
    return rows | dict.fromkeys((NUMBER, SET_APART), _BIRTH)


@once
def _may_be_told(tables: Tables) -> re.Pattern[str]:
    """A number of a year, or a word for a generation, so that most names are asked no more."""
    words = any_of(map(str.lower, generations(tables)))
    return re.compile(rf"\d{{4}}|[\s-](?:{words})(?:\W|$)", re.IGNORECASE)
