"""A Russian name beside a neighbour's: surname and patronymic as each of these tongues writes them."""

from __future__ import annotations

from collections.abc import Callable

from translit.comparison.prepared import Prepared, prepare
from translit.comparison.retold import retold
from translit.languages import nations
from translit.nouns import Comparison, Reading, Row
from translit.person.patronymic import recognise
from translit.person.slavic.national import is_rendered
from translit.quick import changed
from translit.tables import Tables
from translit.text.script import script_of

__all__ = ["as_neighbour", "by_neighbours"]

_RUSSIAN = "ru"
_RUSSIANS = "person/ru/"
_COGNATES = "one name as two neighbouring tongues write it"
_SURE = 0.7  # how sure the Cyrillic form of a Latin surname must be


def by_neighbours(
    found: Comparison, left: Prepared, right: Prepared, compared: Callable[[Prepared, Prepared], Comparison]
) -> Comparison | None:
    """Two names that Russian and a neighbour's tongue write each in its way; None of others."""
    first, other = sorted((found.left, found.right), key=_russian_first)
    put, beside = as_neighbour(first, other, left.tables), other
    if put is None:
        put, beside = as_neighbour(other, first, left.tables), first
    if put is None:
        put, beside = _of_father(first, other, left.tables), other
    else:
        put = _of_father(put, beside, left.tables) or put
    if put is None:
        return None
    made = prepare(put, left.tables)
    best = compared(*((made, right) if beside is found.right else (left, made)))
    return retold(found, best, _COGNATES) if best.score > found.score else None


def _russian_first(reading: Reading) -> tuple[bool, str]:
    """The order in which two names are asked, whichever is named first."""
    return reading.origin != _RUSSIAN, reading.text


def _of_father(reading: Reading, other: Reading, tables: Tables) -> Reading | None:
    """A name with its patronymic as another has it, where both tongues make it of one name; else None.

    That is so of Алексеевна and Олексіївна, whose letters are far apart.
    """
    one, two = (_only(name, "patronymic") for name in (reading, other))
    if one is None or two is None or one.native == two.native:
        return None
    told, beside = recognise(one.native or "", tables), recognise(two.native or "", tables)
    if told is None or beside is None or told.gender != beside.gender or not (told.father and beside.father):
        return None
    if told.father.table == beside.father.table or _russian(told.father).isdisjoint(_russian(beside.father)):
        return None
    return changed(reading, parts=tuple([two if part is one else part for part in reading.parts]))


def _russian(father: Row) -> frozenset[str]:
    """The Russian names that a father's name is, by their ids."""
    return frozenset([father.id] if father.table.startswith(_RUSSIANS) else father.many("equivalent"))


def as_neighbour(russian: Reading, other: Reading, tables: Tables) -> Reading | None:
    """A Russian name with its surname as a neighbour's name has it; None where that is another surname.

    Its given name may be another neighbour's, as Russian papers write him: Василь Быков.

    >>> from translit.canon import explain
    >>> from translit.tables import built_in
    >>> one, two = explain("Сергей Ковалёв", "person"), explain("Сяргей Кавалёў", "person")
    >>> as_neighbour(one, two, built_in()).parts[-1].native
    'Кавалёў'
    """
    language = other.origin or ""
    own = nations(tables)
    if language not in own or russian.origin == language or russian.origin not in (_RUSSIAN, *own):
        return None
    one, two = _surname(russian), _surname(other)
    if one is None or two is None or one.native == two.native:
        return None
    if not is_rendered(one.native or "", two.native or "", language, tables):
        return None
    return changed(russian, parts=tuple([two if part is one else part for part in russian.parts]))


def _surname(reading: Reading) -> Reading | None:
    """The only surname of a name, where its form in Cyrillic is sure."""
    found = _only(reading, "surname")
    if found is None:
        return None
    return found if found.confidence >= _SURE or script_of(found.text) == "Cyrl" else None


def _only(reading: Reading, role: str) -> Reading | None:
    """The only part of a name in a role, with its native form."""
    found = [part for part in reading.parts if part.role == role]
    return found[0] if len(found) == 1 and found[0].native else None
