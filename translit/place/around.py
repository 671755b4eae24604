"""What a text says around a place's name: whose it is, on which side, in what state.

The Syrian town of Douma, rebel-held Idlib, ريف حلب الشمالي, Ukraine's Kharkiv, the Kyiv suburb of Bucha. The
words are rows of `tables/place/around.tsv`; a nationality, or an owner, bounds where the place lies.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from translit.place.atlas import Atlas
from translit.place.bounds import Bound, bound_given, bound_of, bound_of_area
from translit.place.candidates import candidates_of
from translit.place.said import ARTICLE, CAPITAL, KIND, NATION, PEOPLE, SIDE, Word
from translit.place.said import said as _said
from translit.place.sentence import without_preposition
from translit.place.shared import shared
from translit.tables import Tables
from translit.text.article import AL
from translit.text.script import script_of
from translit.text.words import OF, owner

__all__ = ["ELSEWHERE", "WITHIN", "Around", "around"]

_LANDS = "place/country"
ELSEWHERE = "elsewhere"  # of a place that need not lie in the land of whom it is said to be
WITHIN = "within"  # of a place that is told to be a part of a larger one
_LONGEST_TEXT = 16  # words of a text that tells of a place
_PARTS = frozenset(("district", "subdistrict", "quarter"))  # of what a text may tell the larger place behind
_IN = "\N{ARABIC LETTER BEH}"
_NISBA = "\N{ARABIC LETTER YEH}"  # ends an adjective, of a side too
_FEWEST = 3  # words of a place with its generic in a larger one
_SHORT = 4  # letters of a preposition before a side
_MOST = 32  # of its peelings
_LAND = 3  # words of a country


class Around(NamedTuple):
    """A place's name without what is said around it, where it lies by that, and what is said: side, capital.

    `small` where a side is said in small letters.
    """

    name: str
    bounds: tuple[Bound, ...] = ()
    says: frozenset[str] = frozenset()
    small: bool = True


def around(text: str, book: Atlas) -> Iterator[Around]:
    """The place's name in a text as what is said around it is peeled off, the longest first.

    >>> from translit.place.atlas import atlas
    >>> [(found.name, len(found.bounds)) for found in around("the Syrian town of Douma", atlas())]
    [('Syrian town of Douma', 0), ('town of Douma', 1), ('town of Douma', 0)]
    >>> [found.name for found in around("besieged Eastern Ghouta", atlas())]
    ['Eastern Ghouta', 'Ghouta']
    >>> [*around("Douma", atlas())]
    []
    """
    words = text.split()
    told = OF in words or any(owner(word) or _said([word], book.tables) for word in words)
    told = told or _has_in(words, book) is not None
    found = [Around(text)] if told and len(words) <= _LONGEST_TEXT else []
    for one in found:  # which grows
        for peeled in _peeled(one, book):
            if len(found) > _MOST:
                return
            if script_of(peeled.name) and peeled not in found:
                found.append(peeled)
                yield peeled


def _peeled(whole: Around, book: Atlas) -> Iterator[Around]:
    """What is left without the first thing said before a name, behind it or behind its generic."""
    words = whole.name.split()
    yield from _without_owner(whole, words, book)
    yield from _beside(whole, words, book)
    yield from _in_larger(whole, words, book)
    yield from _of_land(whole, words, book)
    yield from _without_area(whole, words, book)
    yield from _without_land(whole, words, book)
    starts = {
        _start(words, book),
        _side_start(words, book),
        int(book.generics.stands_before(words[0]) is not None),
    }
    for at in sorted(starts):
        for size in (2, 1):
            if at + size < len(words) and (what := _said(words[at : at + size], book.tables)):
                yield from _without(whole, words, at, size, what, book)
                break
    told = len(words) > 1 and script_of(words[-1]) == "Arab" and not _is_construct(words, book.tables)
    if told and (what := _said(words[-1:], book.tables)):
        yield from _without(whole, words, len(words) - 1, 1, what, book)


def _is_construct(words: Sequence[str], tables: Tables) -> bool:
    """Is what somebody owns all there is before the last word: عين المصري, the Egyptian's spring?"""
    return len(words) == 2 and not words[0].startswith(AL) and shared(words[0], tables) is not None


def _start(words: Sequence[str], book: Atlas) -> int:
    """Where a name begins, behind a preposition."""
    bare, _ = without_preposition(" ".join(words), book.tables)
    return len(words) - len(bare.split())


def _side_start(words: Sequence[str], book: Atlas) -> int:
    """Where a side begins behind a short preposition: al norte de Alepo, im Norden von Aleppo."""
    short = len(words) > 2 and words[0].islower() and len(words[0]) <= _SHORT
    side = _said(words[1:2], book.tables) if short else None
    return int(side is not None and side.says == SIDE and words[1].islower())


def _without(
    whole: Around, words: Sequence[str], at: int, size: int, what: Word, book: Atlas
) -> Iterator[Around]:
    """A text without some words that say something; a people's land is first where the place lies."""
    before, rest = words[:at], words[at + size :]
    of = what.says == SIDE and rest and book.generics.is_link(rest[0])
    if of:
        before = () if all(word.islower() and len(word) <= _SHORT for word in before) else before
        while len(rest) > 1 and book.generics.is_link(rest[0]):
            rest = rest[1:]
        rest = (book.generics.unlinked(rest[0]), *rest[1:])
    name = " ".join((*before, *rest))
    says = whole.says if what.says == ARTICLE else whole.says | {what.says}
    small = whole.small and (what.says != SIDE or of or all(word.islower() for word in words[at : at + size]))
    bound = bound_given(what.country, book)
    if bound:
        yield Around(name, (*whole.bounds, bound), says, small)
    if not bound or what.says == PEOPLE:
        yield Around(name, whole.bounds, says, small)
    else:
        yield Around(name, whole.bounds, says | {ELSEWHERE}, small)


def _without_owner(whole: Around, words: Sequence[str], book: Atlas) -> Iterator[Around]:
    """A text without the larger place whose the place is (Syria's Aleppo), or whose side it is."""
    last = max((at for at, word in enumerate(words[:-1]) if owner(word)), default=None)
    if last is None:
        return
    whose, things = owner(" ".join(words[: last + 1])), words[last + 1 :]
    bound = bound_of(whose, book)
    if bound is None:
        return
    said = [_said([word], book.tables) for word in things]
    rest = [word for word, what in zip(things, said, strict=True) if what is None]
    if not rest or book.generics.stands_before(" ".join(rest)) is not None:
        says = whole.says | {what.says for what in said if what}
        yield Around(" ".join((whose, *rest)), whole.bounds, says, whole.small)
        return
    inner, thing = whole, " ".join(things)
    if book.generics.parse(thing).rows:
        inner = whole._replace(says=whole.says | {WITHIN})
    yield from _in(bound, thing, inner)


def _in(bound: Bound, name: str, whole: Around) -> Iterator[Around]:
    """A place within a larger one, and in the country of that, since suburbs lie beyond a town's own unit."""
    countries = frozenset(code[:2] for code in bound.codes)
    for larger in (bound, Bound(countries)) if countries != bound.codes else (bound,):
        yield Around(name, (*whole.bounds, larger), whole.says, whole.small)


def _beside(whole: Around, words: Sequence[str], book: Atlas) -> Iterator[Around]:
    """A place without the larger one of which it lies on a side: منبج شمال سوريا, Манбидж на севере Сирии."""
    for at in range(1, len(words) - 1):
        side = _said(words[at : at + 1], book.tables)
        if side is None or side.says != SIDE or not _is_noun(words[at], words[at - 1]):
            continue
        left, right = list(words[:at]), words[at + 1 :]
        while left and left[-1].islower() and len(left[-1]) <= _SHORT:
            left.pop()
        while len(right) > 1 and (_leads(right[0], book) or _said(right[:1], book.tables)):
            right = right[1:]
        right = (book.generics.unlinked(right[0]), *right[1:])
        name, larger = " ".join(left), " ".join(right)
        told = all(_said([word], book.tables) for word in left)
        if told or book.generics.stands_before(name) is not None:
            continue
        german = words[at].istitle() and larger.endswith("s")  # im Norden Syriens
        if bound := bound_of(larger, book) or (bound_of(larger[:-1], book) if german else None):
            yield from _in(bound, name, whole)


def _has_in(words: Sequence[str], book: Atlas) -> int | None:
    """Where what a generic leads to is told to lie in a larger place: حي جوبر بدمشق; None for nowhere."""
    if len(words) < _FEWEST or book.generics.stands_before(words[0]) is None:
        return None
    at = (at for at, word in enumerate(words) if at > 1 and word[0] == _IN and len(word) > _SHORT)
    return next(at, None)


def _in_larger(whole: Around, words: Sequence[str], book: Atlas) -> Iterator[Around]:
    """A place without the larger one in which a preposition written with it says it lies: حي جوبر بدمشق."""
    at = _has_in(words, book)
    if at is None:
        return
    larger = " ".join((words[at][1:], *words[at + 1 :]))
    if _size(larger, book) and (bound := bound_of(larger, book)):
        yield from _in(bound, " ".join(words[:at]), whole)


def _of_land(whole: Around, words: Sequence[str], book: Atlas) -> Iterator[Around]:
    """The land whose side a noun and its adjective tell: الشمال السوري, the Syrian north."""
    if len(words) != 2:
        return
    said = [_said([word.removeprefix(AL)], book.tables) or _said([word], book.tables) for word in words]
    land = next((one.country for one in said if one and one.says == NATION), "")
    side = any(
        one and one.says == SIDE and not word.endswith(_NISBA) for word, one in zip(words, said, strict=True)
    )
    if land and side:
        name = next(row.canonical for row in book.tables.rows(_LANDS) if row.id == land)
        yield Around(name, whole.bounds, whole.says | {SIDE})


def _is_noun(word: str, before: str) -> bool:
    """Does a word that tells a side stand before what it is a side of: شمال, no الشمالي; im Norden?"""
    return not word.startswith(AL) if script_of(word) == "Arab" else word.islower() or before.islower()


def _leads(word: str, book: Atlas) -> bool:
    """Does a small word lead from a side to what it is a side of: of, de, von, от?"""
    return book.generics.is_link(word) or bool(without_preposition(f"{word} {word}", book.tables)[1])


def _without_area(whole: Around, words: Sequence[str], book: Atlas) -> Iterator[Around]:
    """A text without the larger place before a generic and "of": the Kyiv suburb of Bucha."""
    first = _said(words[:1], book.tables)
    for at in range(2, len(words) - 1) if first is None else ():
        what = _said(words[at - 1 : at], book.tables)
        is_generic = (what and what.says == KIND) or book.generics.stands_before(words[at - 1]) is not None
        if words[at].lower() == OF and is_generic:
            if book.generics.parse(" ".join(words[:at])).features & _PARTS:
                yield from _part_of(whole, words, at, book)
            bound, name = bound_of(" ".join(words[: at - 1]), book), " ".join(words[at - 1 :])
            if bound:
                yield from _in(bound, name, whole)
            else:
                yield Around(name, whole.bounds, whole.says, whole.small)
            return
    if len(words) > 2 and first and first.says == KIND and words[1].lower() == OF:
        yield Around(" ".join(words[2:]), whole.bounds, whole.says | {KIND}, whole.small)


def _part_of(whole: Around, words: Sequence[str], at: int, book: Atlas) -> Iterator[Around]:
    """A part of a larger place that is told behind it: Jobar district of Damascus."""
    name, larger = " ".join(words[: at - 1]), " ".join(words[at + 1 :])
    bound = bound_of(larger, book)
    if bound is None or _size(name, book) >= _size(larger, book):
        return
    inner = whole._replace(says=whole.says | {WITHIN})
    for part in (" ".join(words[:at]), name):
        yield from _in(bound, part, inner)


def _size(name: str, book: Atlas) -> float:
    """How much the largest place of a name weighs, 0 where there is none."""
    return max(
        (found.site.weight for found in candidates_of(name, "", book) if found.odds is None), default=0
    )


def _without_land(whole: Around, words: Sequence[str], book: Atlas) -> Iterator[Around]:
    """A capital or suburb without what it is of: столица Сирии Дамаск, пригород Дамаска Дума."""
    words = words[_start(words, book) :]
    first = _said(words[:1], book.tables) if len(words) > 2 else None
    suburb = first is not None and first.says == KIND and script_of(words[0]) == "Cyrl"
    if first is None or (first.says != CAPITAL and not suburb):
        return
    start = 1 + (words[1].lower() == OF)
    for end in range(min(start + _LAND, len(words) - 1), start, -1):
        land, name = " ".join(words[start:end]), " ".join(words[end:])
        if suburb and (bound := bound_of(land, book)):
            yield from _in(bound, name, whole)
            return
        if not suburb and (bound := bound_of_area(land, book)):
            yield Around(name, (*whole.bounds, bound), whole.says | {CAPITAL}, whole.small)
            return
