"""Kin, by whom somebody is told who bears another name: жена Алексея Навального, wife of Bashar al-Assad."""

from __future__ import annotations

from translit.memory import once
from translit.person.beside.calling import KIN, standing
from translit.tables import Tables

__all__ = ["kin", "kinds_of_kin", "relative"]


@once
def kin(tables: Tables) -> frozenset[str]:
    """What somebody is to another whose name follows: жена, wife of, زوجة."""
    return standing(KIN, tables)


@once
def kinds_of_kin(tables: Tables) -> frozenset[str]:
    """The words with which that begins."""
    return frozenset([text.split()[0] for text in kin(tables)])


def relative(text: str, tables: Tables) -> str:
    """What a text begins with that somebody is to another, in a word or two; "" where it does with none.

    Two words may have a capital, as no name is two such.

    >>> from translit.tables import built_in
    >>> [relative(text, built_in()) for text in ("жена Олега", "Wife of Ali", "ابن عم علي", "ابن سينا")]
    ['жена', 'Wife of', 'ابن عم', '']
    """
    first, _, rest = text.partition(" ")
    both = f"{first} {rest.partition(' ')[0]}"
    known = kin(tables)
    if both[0].lower() + both[1:] in known:
        return both
    return first if first in known else ""
