"""What tells two names apart at a glance, before they are compared: the parts left over on either side."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import OSA, Levenshtein

from translit.canon.surface import read_in
from translit.comparison.incomplete import FAMILIES
from translit.index.faces import Faces, telling
from translit.nouns import Reading
from translit.quick import quick
from translit.tables import Tables
from translit.text.article import AL
from translit.text.clean import fold

__all__ = ["LOOKS", "Look", "Sketch", "lacks_family", "left_over", "look", "one_slip", "sketch", "unlike"]

_ALIKE = 0.5  # keys with less in common than this are of two names
_SPELT, _SPELT_BOTH = 0.5, 0.6  # and letters with less, where one part is left over or more are
_LEAST = 3  # letters of a word of which one may be a slip of the pen
LOOKS = 64  # parts of a name that are looked at
_LETTERS = 63  # and letters of a word
_ARTICLES = ("al-", AL)


@quick
@dataclass(frozen=True, slots=True)
class Look:
    """One part: its faces (the key's number first), its key, its spellings; is it a row's, is it a family?

    An initial has no key.
    """

    faces: tuple[int, ...]
    key: str
    spelt: tuple[str, ...]
    known: bool
    family: bool


@quick
@dataclass(frozen=True, slots=True)
class Sketch:
    """The origin of a name and a look at each of its parts."""

    origin: str
    looks: tuple[Look, ...]


def sketch(reading: Reading, tables: Tables | None = None) -> Sketch:
    """The sketch of a name; of very long ones the beginning."""
    looks = [
        look(faces, part.key, read_in(part), part.canonical, part.native, part.row is not None, part.role)
        for part, faces in telling(reading, tables)[:LOOKS]
    ]
    return Sketch(reading.origin or "", tuple(looks))


def look(
    faces: Faces, key: str, text: str, canonical: str, native: str | None, known: bool, role: str | None
) -> Look:
    """The look of a part with such faces."""
    key = "" if faces.initial else key[:_LETTERS]
    return Look(faces.own, key, _spellings(text, canonical, native or ""), known, role in FAMILIES)


def _spellings(*texts: str) -> tuple[str, ...]:
    """A part as it is typed, small and without its article."""
    found = []
    for text in map(fold, texts):
        for article in _ARTICLES:
            text = text.removeprefix(article)
        if text and text[:_LETTERS] not in found:
            found.append(text[:_LETTERS])
    return tuple(found)


def left_over(a: Sketch, b: Sketch) -> tuple[list[int], list[int]]:
    """The parts of either name that share no face with one of the other's.

    >>> from translit.canon import explain
    >>> one, two = (sketch(explain(name, "person")) for name in ("Ivan Peskov", "Ivan Lavrov"))
    >>> left_over(one, two)
    ([1], [1])
    """
    rest = list(range(len(b.looks)))
    alone = []
    for at, look in enumerate(a.looks):
        for other in rest:
            if _meet(look.faces, b.looks[other].faces):
                rest.remove(other)
                break
        else:
            alone.append(at)
    return alone, rest


def _meet(some: Collection[object], others: Collection[object]) -> bool:
    """True where one of some is among the others."""
    return any(one in others for one in some)


def unlike(a: Sketch, b: Sketch, alone: list[int], rest: list[int]) -> bool:
    """True for names of one origin that a part keeps apart which is like none of the other's left over.

    >>> from translit.canon import explain
    >>> names = ("Ivan Peskov", "Ivan Pekov", "Ivan Lavrov")
    >>> one, two, other = (sketch(explain(name, "person")) for name in names)
    >>> unlike(one, two, *left_over(one, two)), unlike(one, other, *left_over(one, other))
    (False, True)
    """
    if a.origin != b.origin:
        return False
    fewer, more = (alone, rest) if len(alone) <= len(rest) else (rest, alone)
    if not fewer:
        return False
    one, other = (a, b) if fewer is alone else (b, a)
    looks = [other.looks[at] for at in more]
    least = 0.0 if not a.origin else _SPELT if len(fewer) == 1 else _SPELT_BOTH
    return any(_like_none(one.looks[at], looks, least) for at in fewer)


def _like_none(look: Look, others: Sequence[Look], least: float) -> bool:
    """True for a part that is like none of some; an initial has no key and is like all."""
    if not look.key or not all(other.key for other in others):
        return False
    return not any(_alike(look, other, least) for other in others)


def _alike(one: Look, other: Look, least: float) -> bool:
    """True for parts that sound alike and of whose spellings two are at `least` so much alike.

    A part of several words may have the other's only word among them.
    """
    if Levenshtein.normalized_similarity(one.key, other.key) < _ALIKE:
        return False
    if not least or _several(one) or _several(other):
        return True
    return any(Levenshtein.normalized_similarity(x, y) >= least for x in one.spelt for y in other.spelt)


def _several(look: Look) -> bool:
    """True for a part that is several words in all its spellings."""
    return all(" " in text or "-" in text for text in look.spelt)


def lacks_family(other: Sketch, alone: list[int], rest: list[int]) -> bool:
    """True where all of a name agrees with the other, which has a family besides.

    `alone` and `rest` are what `left_over` told of the two.

    >>> from translit.canon import explain
    >>> one, two = (sketch(explain(n, "person")) for n in ("Hassan Ali", "Hassan Ali al-Masri"))
    >>> lacks_family(two, *left_over(one, two))
    True
    """
    return not alone and any(other.looks[at].family for at in rest)


def one_slip(a: Sketch, b: Sketch, alone: list[int], rest: list[int]) -> tuple[int, int] | None:
    """The parts of two names, alike in all others, that a slip of the pen keeps apart.

    A slip is a letter more, less or other, or two swapped. `alone` and `rest` are what `left_over` told.

    >>> from translit.canon import explain
    >>> one, two = (sketch(explain(name, "person")) for name in ("Ivan Peskov", "Ivan Pesov"))
    >>> one_slip(one, two, *left_over(one, two))
    (1, 1)
    """
    if min(len(a.looks), len(b.looks)) < 2 or min(len(alone), len(rest)) > 1:
        return None
    if alone and rest:
        pairs = [(at, other) for at in alone for other in rest]
    else:
        pairs = [
            (at, other)
            for at, one in enumerate(a.looks)
            for other, two in enumerate(b.looks)
            if not _meet(one.spelt, two.spelt) and _meet(one.faces, two.faces)
        ]
        if len(pairs) != 1:
            return None
    return next((pair for pair in pairs if _slip(a.looks[pair[0]], b.looks[pair[1]])), None)


def _slip(one: Look, two: Look) -> bool:
    """True for two words that are spelt alike but for a slip; an initial is none."""
    if not one.key or not two.key:
        return False
    return any(
        min(len(a), len(b)) >= _LEAST and OSA.distance(a, b, score_cutoff=1) <= 1
        for a in one.spelt
        for b in two.spelt
    )
