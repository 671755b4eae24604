"""A patronymic of two tongues: Heydar oglu beside Гейдарович, Кемелұлы beside Kemelevich, gyzy and kyzy."""

from __future__ import annotations

from collections.abc import Callable

from translit.comparison.prepared import Prepared, prepare
from translit.comparison.retold import retold
from translit.nouns import Comparison, Reading
from translit.patterns import pattern
from translit.person.parts import patronymic_part
from translit.person.patronymic import in_russian
from translit.quick import changed
from translit.tables import Tables
from translit.text.clean import fold

__all__ = ["as_russian", "by_fathers"]

_VOWEL = pattern("ь?[ео](?=в(?:ич|на)$)")
_ONE_FATHER = "one father, whose child each tongue tells in its way"


def by_fathers(
    found: Comparison, left: Prepared, right: Prepared, compared: Callable[[Prepared, Prepared], Comparison]
) -> Comparison | None:
    """Two names with patronymics, one made as Turks do, both as Russian makes them; None of others."""
    if not (_father(found.left) and _father(found.right)):
        return None
    one = as_russian(found.left, found.right, left.tables)
    two = as_russian(found.right, found.left, right.tables)
    if one is None and two is None:
        return None
    best = compared(prepare(one, left.tables) if one else left, prepare(two, right.tables) if two else right)
    return retold(found, best, _ONE_FATHER) if best.score > found.score else None


def as_russian(reading: Reading, other: Reading, tables: Tables) -> Reading | None:
    """A name whose patronymic is made as Turks do with that which Russian makes; None where it is not.

    The vowel before its ending is that of the other's, who may be of the same father: Кемелевич.

    >>> from translit.canon import explain
    >>> from translit.tables import built_in
    >>> one, two = explain("Ilham Heydar oglu Aliyev", "person"), explain("Aliyev, Ilham", "person")
    >>> [part.native for part in as_russian(one, two, built_in()).parts]
    ['Ильхам', 'Гейдарович', 'Алиев']
    """
    told, beside = _father(reading), _father(other)
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


def _father(reading: Reading) -> Reading | None:
    """The only patronymic of a name."""
    found = [part for part in reading.parts if part.role == "patronymic"]
    return found[0] if len(found) == 1 else None
