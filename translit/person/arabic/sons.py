"""A family's name that may as well be whose son an Arab is: بن علي is Ben Ali, or Ali's son."""

from __future__ import annotations

from translit.person.arabic.parts import Name
from translit.person.arabic.words import vocabulary
from translit.quick import changed
from translit.tables import Tables
from translit.text.script import script_of

__all__ = ["as_son"]


def as_son(name: Name, tables: Tables) -> Name | None:
    """The name as one that ends in whose son its bearer is; None where that cannot be meant.

    Latin papers tell a family's name from that; in Arabic letters a usual given name may be the father's.

    >>> from translit.person.arabic.parts import grammar
    >>> from translit.tables import built_in
    >>> texts = "محمد بن علي", "أحمد بن بلة", "Mohamed Ben Ali"
    >>> [as_son(grammar(built_in()).parse(text), built_in()) is None for text in texts]
    [False, True, True]
    """
    if len(name.units) < 2 or not name.units[-1][0].settled or name.comma is not None:
        return None
    unit, start, end = name.units[-1]
    native = unit.given.native if unit.given.role == "nasab" else None
    if not native or script_of(name.text) != "Arab":
        return None
    known = vocabulary(tables)
    father = known.word(native.partition(" ")[2], "").meant.ism
    if father is None or not known.rows.usual(father[1].row.id):
        return None
    return name._replace(units=[*name.units[:-1], (changed(unit, settled=False), start, end)])
