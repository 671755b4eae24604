"""Two Arabic names of which one may stand for the other: spelt alike (Hamid, حامد), or shortened."""

from __future__ import annotations

from translit.canon.surface import read_in
from translit.memory import once
from translit.nouns import Reading
from translit.patterns import pattern
from translit.quick import changed
from translit.tables import Tables
from translit.text.article import AL
from translit.text.clean import strip_harakat
from translit.text.script import script_of

__all__ = ["as_shortened", "as_spelt", "is_honoured", "is_spelt_alike"]

_ARABIC, _ARABS, _LATIN = "ar", "Arab", "Latn"
_WHOLE = 2  # parts of a whole name, of one of which there is a half
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
            if there and not (_is_exact(read_in(part)) and _is_exact(read_in(there))):
                put = changed(there, role=part.role)
                return changed(one, parts=tuple([put if each is part else each for each in one.parts]))
    return None


def is_honoured(one: Reading, tables: Tables) -> bool:
    """Has an Arab's name a compound that honours, of which people say the first half alone: Salah al-Din?"""
    return one.origin == _ARABIC and any(_unhonoured(part, tables) for part in one.parts)


def as_shortened(one: Reading, other: Reading, tables: Tables) -> Reading | None:
    """An Arab's name with the first half of a compound that honours, as another has it; None where none has.

    >>> from translit.canon import explain
    >>> from translit.tables import built_in
    >>> whole, short = (explain(name, "person") for name in ("Salah al-Din Bitar", "Salah Bitar"))
    >>> as_shortened(whole, short, built_in()).parts[0].text, as_shortened(short, whole, built_in())
    ('Salah', None)
    """
    count = len(one.parts)
    fits = count >= _WHOLE and count >= len(other.parts)  # what the shorter name has the whole has
    halves = {} if not fits else {half: part for part in one.parts if (half := _unhonoured(part, tables))}
    for there in other.parts if halves else ():
        part = halves.get(_bare(there))
        if part and part.role == there.role:
            return changed(one, parts=tuple([there if each is part else each for each in one.parts]))
    return None


def _unhonoured(part: Reading, tables: Tables) -> str:
    """The first half of a compound that honours, without an article; "" of any other part."""
    first, _, second = (part.native or "").partition(" ")
    return first.removeprefix(AL) if second and second in _honours(tables) else ""


@once
def _honours(tables: Tables) -> frozenset[str]:
    """The second halves of compounds that honour."""
    return frozenset([strip_harakat(row.native) for row in tables.rows("person/ar/honour")])


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
