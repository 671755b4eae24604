"""Why two names are two whatever their letters say: by their kinds, by what is told beside them."""

from __future__ import annotations

from translit.comparison import places
from translit.comparison.prepared import Prepared
from translit.comparison.towns import never_one
from translit.lookup import is_placeholder
from translit.nouns import Kind
from translit.own.rows import apart
from translit.person.beside.byname import TABLE as BYNAME
from translit.person.beside.vitals import UNTOLD

__all__ = ["kept_apart", "kind_of", "told_apart"]


def kept_apart(left: Prepared, right: Prepared) -> str:
    """Why two names are two before any letter is read, "" where nothing says so."""
    a, b, tables = left.reading, right.reading, left.tables
    if (left.is_long or right.is_long) and a.canonical != b.canonical:
        return "a text is longer than any name"
    if (left.is_anothers or right.is_anothers) and a.canonical != b.canonical:
        return "what is somebody's is not they"
    if not (a.confidence and b.confidence) and any(is_placeholder(one.canonical, tables) for one in (a, b)):
        return "no name is told"
    if a.kind == b.kind == "place" and not (a.key or b.key) and a.canonical != b.canonical:
        return "they are in letters that nothing reads"
    if a.kind == b.kind == "place" and never_one(a, b, tables):
        return "a row keeps them apart"
    if left.number and right.number and left.number != right.number:
        return f"number {left.number} and number {right.number} of a name"
    if a.row and b.row and a.row.table == b.row.table == BYNAME and a.row != b.row:
        return "each is known by a name of their own"
    if a.kind is not None and b.kind is not None and a.kind != b.kind:
        return f"a {a.kind} and a {b.kind}"
    return "a row of your own keeps them apart" if tables.own and apart(a, b, tables) else ""


def told_apart(left: Prepared, right: Prepared) -> str:
    """Why two of one name are two by what their texts tell beside it, "" where nothing says so."""
    if kind_of(left, right) == "place":
        return places.told_apart(left, right)
    if kind_of(left, right) != "person" or (told := left.vitals()) is UNTOLD:
        return ""
    return told.apart(right.vitals())


def kind_of(left: Prepared, right: Prepared) -> Kind | None:
    """What two names are of that may be of one kind; of one of them nothing may tell."""
    return left.reading.kind or right.reading.kind
