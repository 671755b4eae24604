"""Does a run of words agree with a row of a compound that sounds like it: in its article, "bin", child?"""

from __future__ import annotations

from collections.abc import Iterable

from translit.nouns import Row
from translit.person.arabic.letters import AL
from translit.person.arabic.meaning import ISMS
from translit.person.arabic.nouns import Atom
from translit.person.arabic.rows import HEARD_FLOOR, Entry, Known
from translit.text.clean import fold, joined, strip_harakat
from translit.text.script import script_of

__all__ = ["is_anothers", "is_as_printed", "is_linked", "is_named", "is_overlinked"]

_WRITTEN = 0.05  # what a run costs at most that a row writes so


def is_named(family: Entry, laqab: Entry) -> bool:
    """Is a family called by a compound, its article aside?"""
    return family.native.replace(" ", "").removeprefix(AL) == laqab.native.replace(" ", "")


def is_linked(row: Row, run: tuple[Atom, ...]) -> bool:
    """Does the second half carry what its row has before it: the article, or nothing?"""
    if any(atom.article for atom in run[1:]):
        return True
    native = strip_harakat(row.native)
    if " ال" not in native or "الله" in native:
        return True
    spelt = "".join([atom.folded for atom in run])
    return any(joined(spelling) == spelt for spelling in (row.canonical, *row.many("also")))


def is_overlinked(row: Row, run: tuple[Atom, ...]) -> bool:
    """Does the second half carry an article that its row has not: Abu al-Ragheb?"""
    return " ال" not in strip_harakat(row.native) and any(atom.article for atom in run[1:])


def is_anothers(kunya: Known, child: Iterable[Known]) -> bool:
    """Is a kunya that but sounds so that of another child than is written: Abu Umar, Abu Ammar?"""
    cost, entry = kunya
    given = [one for one in child if one[0] < HEARD_FLOOR and one[1].role in ISMS] if cost else []
    least = min([one[0] for one in given], default=0.0)
    written = {one[1].arabic for one in given if one[0] == least}
    return bool(written) and entry.native.rpartition(" ")[2].removeprefix(AL) not in written


def is_as_printed(folded: str, known: Known) -> bool:
    """May "bin X" be the family name that papers print "Ben X" or "bin X"?"""
    head = fold(known[1].row.canonical)[:3]
    if script_of(folded) == "Arab":
        return known[0] < _WRITTEN
    return folded in (head, "бен") or (head == "bin" and folded == "ben")
