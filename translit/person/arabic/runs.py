"""Does a run of words agree with a row of a compound that sounds like it: its article, its "bin"?"""

from __future__ import annotations

from translit.nouns import Row
from translit.person.arabic.letters import AL
from translit.person.arabic.nouns import Atom
from translit.person.arabic.rows import Entry, Known
from translit.text.clean import fold, joined, strip_harakat
from translit.text.script import script_of

__all__ = ["is_as_printed", "is_linked", "is_named", "is_overlinked"]


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


def is_as_printed(folded: str, known: Known) -> bool:
    """May "bin X" be the family name that papers print "Ben X" or "bin X"?"""
    head = fold(known[1].row.canonical)[:3]
    if script_of(folded) == "Arab":
        return known[0] < 0.05
    return folded in (head, "бен") or (head == "bin" and folded == "ben")
