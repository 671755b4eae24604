"""A Russian name beside a neighbour's: one name as Russian and as Ukrainian or Belarusian write it."""

from __future__ import annotations

from collections.abc import Callable

from translit.comparison.fathers import of_one_father, only_part
from translit.comparison.prepared import Prepared, prepare
from translit.comparison.restated import restated
from translit.languages import nations
from translit.nouns import Comparison, Reading
from translit.person.national import is_rendered
from translit.quick import changed
from translit.tables import Tables
from translit.text.script import script_of

__all__ = ["by_neighbours"]

_RUSSIAN = "ru"
_COGNATES = "one name as two neighbouring tongues write it"
_SURE = 0.7  # how sure the Cyrillic form of a Latin surname must be


def by_neighbours(
    found: Comparison, left: Prepared, right: Prepared, compared: Callable[[Prepared, Prepared], Comparison]
) -> Comparison | None:
    """Two names that Russian and a neighbour's tongue write each in its way; None of others."""
    first, other = sorted((found.left, found.right), key=_russian_first)
    put, beside = _as_neighbour(first, other, left.tables), other
    if put is None:
        put, beside = _as_neighbour(other, first, left.tables), first
    if put is None:
        return None
    made = prepare(put, left.tables)
    best = compared(*((made, right) if beside is found.right else (left, made)))
    return restated(found, best, _COGNATES) if best.score > found.score else None


def _russian_first(reading: Reading) -> tuple[bool, str]:
    """The order in which two names are asked, whichever is named first."""
    return reading.origin != _RUSSIAN, reading.text


def _as_neighbour(russian: Reading, other: Reading, tables: Tables) -> Reading | None:
    """A Russian name with surname and patronymic as a neighbour's name has them; None where they are others.

    Its given name may be another neighbour's, as Russian papers write him: Василь Быков.

    >>> from translit.canon import explain
    >>> from translit.tables import built_in
    >>> one, two = explain("Сергей Ковалёв", "person"), explain("Сяргей Кавалёў", "person")
    >>> _as_neighbour(one, two, built_in()).parts[-1].native
    'Кавалёў'
    """
    language = other.origin or ""
    own = nations(tables)
    if language not in own or russian.origin == language or russian.origin not in (_RUSSIAN, *own):
        return None
    one, two = _surname(russian), _surname(other)
    put: dict[int, Reading] = {}
    if (
        one is not None
        and two is not None
        and one.native != two.native
        and is_rendered(one.native or "", two.native or "", language, tables)
    ):
        put[id(one)] = two
    mine, theirs = only_part(russian, "patronymic"), only_part(other, "patronymic")
    if mine is not None and theirs is not None and of_one_father(mine, theirs, tables):
        put[id(mine)] = theirs
    return changed(russian, parts=tuple([put.get(id(part), part) for part in russian.parts])) if put else None


def _surname(reading: Reading) -> Reading | None:
    """The only surname of a name, where its form in Cyrillic is sure."""
    found = only_part(reading, "surname")
    if found is None or not found.native:
        return None
    return found if found.confidence >= _SURE or script_of(found.text) == "Cyrl" else None
