"""Two Arabic names that other letters spell alike, one of which may stand for the other: Hamid, حامد."""

from __future__ import annotations

from translit.memory import once
from translit.nouns import Reading
from translit.patterns import pattern
from translit.quick import changed
from translit.tables import Tables
from translit.text.article import AL
from translit.text.clean import strip_harakat
from translit.text.script import script_of

__all__ = ["as_spelt", "is_spelt_alike"]

_ARABIC, _ARABS, _LATIN = "ar", "Arab", "Latn"
_TWICE = pattern(r"(?i)([b-df-hj-np-tv-z])\1")


def is_spelt_alike(one: Reading, tables: Tables) -> bool:
    """Has an Arab's name a part that other letters spell as another name: Hamid, as Hamed?"""
    return one.origin == _ARABIC and not _pairs(tables).keys().isdisjoint(map(_bare, one.parts))


def as_spelt(one: Reading, other: Reading, tables: Tables) -> Reading | None:
    """An Arab's name with a part as another has it that is spelt like it; None where none is.

    Where the letters of both leave no doubt they are two.

    >>> from translit.canon import explain
    >>> from translit.tables import built_in
    >>> one, *others = [explain(f"{name} Mir", "person") for name in ("Hamid", "Hamed", "Hamad")]
    >>> [as_spelt(one, other, built_in()) is None for other in others]
    [False, True]
    """
    pairs = _pairs(tables)
    partners = {native: part for part in other.parts if (native := _bare(part)) in pairs}
    if not partners:
        return None
    for part in one.parts:
        for native in pairs.get(_bare(part), ()):
            there = partners.get(native)
            if there and not (_is_exact(part.text) and _is_exact(there.text)):
                put = changed(there, role=part.role)
                return changed(one, parts=tuple([put if each is part else each for each in one.parts]))
    return None


def _is_exact(text: str) -> bool:
    """Do letters tell which of such names is meant: Arabic ones, a scholar's, one twice (Seddik)?"""
    script = script_of(text)
    return script == _ARABS or (script == _LATIN and not text.isascii()) or bool(_TWICE.search(text))


def _bare(part: Reading) -> str:
    """The native of a part without its article, "" where it has none."""
    return (part.native or "").removeprefix(AL)


@once
def _pairs(tables: Tables) -> dict[str, list[str]]:
    """The native of each name that other letters spell as another, and the natives of those."""
    found: dict[str, list[str]] = {}
    for row in tables.rows("person/never"):
        if row["alike"]:
            one, two = strip_harakat(row["native_left"]), strip_harakat(row["native_right"])
            found.setdefault(one, []).append(two)
            found.setdefault(two, []).append(one)
    return found
