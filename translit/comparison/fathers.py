"""A patronymic in two forms: Heydar oglu and Гейдарович, gyzy and kyzy, Ахмадович and Ахматович."""

from __future__ import annotations

from collections.abc import Callable

from translit.comparison.prepared import Prepared, prepare
from translit.comparison.restated import restated
from translit.comparison.rows import known_as
from translit.nouns import Comparison, Reading
from translit.patterns import pattern
from translit.person.parts import patronymic_part
from translit.person.patronymic import in_russian, recognise
from translit.quick import changed
from translit.tables import Tables
from translit.text.clean import fold

__all__ = ["by_fathers", "of_one_father", "only_part"]

_VOWEL = pattern("ь?[ео](?=в(?:ич|на)$)")
_ONE_FATHER = "one father, whose child each tongue tells in its way"


def by_fathers(
    found: Comparison, left: Prepared, right: Prepared, compared: Callable[[Prepared, Prepared], Comparison]
) -> Comparison | None:
    """Two names with patronymics, one made as Turks do, both as Russian makes them; None of others.

    Or both of one father, whose name two tables have: of Ахмад and Ахмат.
    """
    mine, theirs = only_part(found.left, "patronymic"), only_part(found.right, "patronymic")
    if mine is None or theirs is None:
        return None
    if of_one_father(mine, theirs, left.tables):
        if (mine.native or "") <= (theirs.native or ""):  # whichever is named first
            best = compared(left, _with(found.right, theirs, mine, right))
        else:
            best = compared(_with(found.left, mine, theirs, left), right)
        return restated(found, best, _ONE_FATHER) if best.score > found.score else None
    one = _as_russian(found.left, found.right, left.tables)
    two = _as_russian(found.right, found.left, right.tables)
    if one is None and two is None:
        return None
    best = compared(prepare(one, left.tables) if one else left, prepare(two, right.tables) if two else right)
    return restated(found, best, _ONE_FATHER) if best.score > found.score else None


def _as_russian(reading: Reading, other: Reading, tables: Tables) -> Reading | None:
    """A name whose patronymic is made as Turks do with that which Russian makes; None where it is not.

    The vowel before its ending is that of the other's, who may be of the same father: Кемелевич.

    >>> from translit.canon import explain
    >>> from translit.tables import built_in
    >>> one, two = explain("Ilham Heydar oglu Aliyev", "person"), explain("Aliyev, Ilham", "person")
    >>> [part.native for part in _as_russian(one, two, built_in()).parts]
    ['Ильхам', 'Гейдарович', 'Алиев']
    """
    told, beside = only_part(reading, "patronymic"), only_part(other, "patronymic")
    made = in_russian(told.native, tables) if told is not None and told.native else None
    if told is None or made is None:
        return None
    if beside is not None and beside.native and _loosely(beside.native) == _loosely(made):
        made = beside.native
    part = patronymic_part(made, "ru", tables)
    return changed(reading, parts=tuple([part if one is told else one for one in reading.parts]))


def _loosely(patronymic: str) -> str:
    """A patronymic without the vowel before its ending, which hangs on how soft the father's name ends."""
    return _VOWEL.sub("", fold(patronymic))


def of_one_father(one: Reading, two: Reading, tables: Tables) -> bool:
    """Are two patronymics of one father's name, which two tongues or tables have each in its form?

    >>> from translit.person.parts import patronymic_part
    >>> from translit.tables import built_in
    >>> pairs = ("Володимирович", "Владимирович"), ("Ахмадович", "Ахматович"), ("Павлович", "Петрович")
    >>> read = [[patronymic_part(one, "ru", built_in()) for one in pair] for pair in pairs]
    >>> [of_one_father(*pair, built_in()) for pair in read]
    [True, True, False]
    """
    if one.native == two.native:
        return False
    a, b = (recognise(part.native or part.text, tables) for part in (one, two))
    if a is None or b is None or a.gender != b.gender or a.father is None or b.father is None:
        return False
    return not known_as(a.father, tables).names.isdisjoint(known_as(b.father, tables).names)


def only_part(reading: Reading, role: str) -> Reading | None:
    """The only patronymic, or surname, of a name."""
    found = [part for part in reading.parts if part.role == role]
    return found[0] if len(found) == 1 else None


def _with(reading: Reading, part: Reading, put: Reading, ready: Prepared) -> Prepared:
    """A name with another patronymic in its place."""
    return prepare(
        changed(reading, parts=tuple([put if one is part else one for one in reading.parts])), ready.tables
    )
