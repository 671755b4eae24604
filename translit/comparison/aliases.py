"""What else a person is called: another name that a text tells (aka Abu Dua), the halves of a double one."""

from __future__ import annotations

from typing import NamedTuple

from translit.canon import explain
from translit.canon.surface import read_in
from translit.memory import remembered
from translit.nouns import Reading
from translit.person.arabic.segmentation import halved
from translit.person.beside.apposition import UNLED, appositions
from translit.tables import Tables, built_in
from translit.text.clean import clean
from translit.text.script import script_of

__all__ = ["Told", "given_apart", "halves", "is_unhyphened", "told_aside"]

_TOLD = 1 << 16  # texts
_DOUBLE = ("given", "surname")  # what may be double
_BOTH = 2
_WOMAN = "f"
_ARABIC, _FAMILY = "ar", "person/ar/family"


def halves(part: Reading) -> tuple[str, ...]:
    """The two halves of a double given name or surname, none where it is a simple one.

    >>> [halves(part) for part in explain("Нина Иванова-Сидорова", "person").parts]
    [(), ('Иванова', 'Сидорова')]
    """
    text = read_in(part)
    if "-" not in text or part.role not in _DOUBLE:
        return ()
    found = tuple(text.split("-"))
    return found if len(found) == _BOTH and all(found) else ()


def is_unhyphened(reading: Reading) -> bool:
    """Has a name no hyphen where its native form has one?

    >>> [is_unhyphened(explain(name, "person")) for name in ("فلاديمير كارا مورزا", "Владимир Кара-Мурза")]
    [True, False]
    """
    return "-" in (reading.native or "") and "-" not in reading.text


def given_apart(reading: Reading, tables: Tables | None = None) -> str:
    """An Arab's name with the two given names apart that stand in one in it; empty where none do.

    >>> given_apart(explain("Mohammadreza Mirdamadi", "person"))
    'Mohammad Reza Mirdamadi'
    """
    if reading.origin != _ARABIC:
        return ""
    for part in reading.parts:
        apart = halved(part.text, tables) if part.row is None or part.row.table == _FAMILY else ""
        if apart:
            return reading.text.replace(part.text, apart, 1)
    return ""


class Told(NamedTuple):
    """Another name that a text tells, and whether a word says that it is one, as brackets alone do not."""

    reading: Reading
    is_led: bool


def told_aside(reading: Reading, tables: Tables | None = None) -> Told | None:
    """The other name that the text of a person tells aside: a whole one, or another surname (née Petrova).

    A nickname is too many people's; a woman in a man's brackets is another person.

    >>> found = told_aside(explain("Maria Ivanova (née Petrova)", "person"))
    >>> (found.reading.canonical, found.is_led) if found else None
    ('Maria Petrova', True)
    >>> told_aside(explain("Ivan Ivanov (Maria Petrova)", "person"))
    """
    if reading.kind != "person":
        return None
    read = sum([len(part.text) + 1 for part in reading.parts])
    return None if read > len(reading.text) else _told(reading.text, tables or built_in())


@remembered(_TOLD)
def _told(text: str, tables: Tables) -> Told | None:
    told = next((said for said in appositions(clean(text)[0], tables) if said.is_name), None)
    if told is None:
        return None
    name = explain(told.name, "person", tables=tables)
    if " " in told.other:
        other = explain(told.other, "person", tables=tables)
        led = told.why not in UNLED or script_of(told.name) != script_of(told.other)
        if not led and (name.gender == _WOMAN) != (other.gender == _WOMAN):
            return None
        return Told(other, led)
    given = " ".join(part.text for part in name.parts if part.role in ("given", "patronymic"))
    if not given:
        return None
    other = explain(f"{given} {told.other}", "person", order="given-first", tables=tables)
    known = any(part.role == "surname" and part.status == "ok" for part in other.parts)
    return Told(other, True) if known else None
