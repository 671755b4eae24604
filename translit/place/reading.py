"""From a text to a place: what is said around its name, the larger ones it lies in, what is `decided`."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from translit.memory import remembered
from translit.nouns import Reading, Status, Step
from translit.place.around import ELSEWHERE, WITHIN, Around, around
from translit.place.atlas import Atlas, atlas
from translit.place.bounds import Bound, bound_given, bound_of, inside
from translit.place.candidate import Candidate
from translit.place.candidates import candidates_of
from translit.place.decided import decided
from translit.place.downward import cut_downward
from translit.place.said import nations, sides
from translit.place.sentence import is_beside, is_in_country, is_led, without_preposition
from translit.place.shared import is_of_quality, qualities_in
from translit.place.site import spellings
from translit.quick import changed, later
from translit.tables import Tables
from translit.text.clean import fold
from translit.text.script import script_of

__all__ = ["bounds_told", "is_listed", "names_country", "names_in", "read"]

_LEAST_MEANT = 0.5  # the confidence of a place in what is said around it
_LARGE = 50_000  # people of a town that has a side
_STATES = frozenset(("state", "kind", WITHIN))  # what is said around a place and is no part of any name
_AROUND = "what is said around the place"
_ARABIC = "Arab"
_RENOWNED = "place/exonym"  # towns that the news names


def read(
    text: str,
    *,
    tables: Tables | None = None,
    within: str | None = None,
    style: str = "exonym",
    bent: bool = True,
) -> Reading:
    """Read a cleaned text as the name of a place; where not `bent`, as one that is spelt like it.

    `within` is a country ("SY") or first-level unit ("RU-ROS") it lies in, or such a place's name.
    Where several places compete the status is "ambiguous"; a place no table has comes out by rule.

    >>> found = read("Deir Ezzor")
    >>> found.canonical, found.row.id, found.place.unit
    ('Deir ez-Zor', 'geonames:170794', 'SY-DY')
    >>> read("в Ростовской области").canonical, read("Rassvet").status
    ('Rostov Oblast', 'ambiguous')
    """
    book = atlas(tables)
    given = bound_given(within, book)
    bounds = [given] if given else []
    found = _placed(text, bounds, book, style, bent)
    contrary = found.row is not None and _is_contrary(found, book)
    if found.row is not None and found.status == "ok" and not contrary:
        return found
    bare = found
    for said in around(text, book):
        inner = _placed(said.name, [*said.bounds, *bounds], book, style, bent=False)
        if _is_all_of_name(said, text) and (bare is found or WITHIN not in said.says):
            bare = changed(
                inner, text=text, steps=later(partial(_after, Step(text, said.name, _AROUND), inner))
            )
        if _is_meant(inner, said, None if contrary else found, book):
            step = Step(text, said.name, _AROUND)
            small = said.small or script_of(text) == _ARABIC  # which has no capitals
            sure = ELSEWHERE not in said.says and ("side" not in said.says or small)
            status: Status = inner.status if sure else "ambiguous"
            return changed(inner, text=text, status=status, steps=later(partial(_after, step, inner)))
    if found.row is None:
        return bare
    return changed(found, status="ambiguous") if contrary else found


def _is_all_of_name(said: Around, text: str) -> bool:
    """Is what a text says around a name surely no part of it: the larger place, a state in small letters?"""
    return bool(said.says) and said.says <= _STATES and (WITHIN in said.says or _is_small(text, said.name))


def _is_small(text: str, name: str) -> bool:
    """Are the words of a text around a name in small letters: освобождённое Северное?"""
    words = name.split()
    return all(word.islower() for word in text.split() if word not in words)


def _after(step: Step, reading: Reading) -> tuple[Step, ...]:
    """The steps of a Reading behind a first one."""
    return (step, *reading.steps)


def _is_contrary(reading: Reading, book: Atlas) -> bool:
    """Does a place's name tell another side than its text (East Jerusalem, West Jerusalem), or lie elsewhere?

    Irakisch-Kurdistan is no Iranian one, unless the tables write it so.
    """
    named = sides(reading.canonical, book.tables)
    if named and (told := sides(reading.text, book.tables)) and named.isdisjoint(told):
        return True
    lands = nations(reading.text, book.tables) if " " in reading.text else frozenset()
    if not lands or reading.place is None or reading.row is None or lands & set(reading.place.countries):
        return False
    return fold(reading.text) not in map(fold, spellings(reading.row))


def _is_meant(inner: Reading, said: Around, whole: Reading | None, book: Atlas) -> bool:
    """Is the place of a name meant by a text that says more, sooner than one that the whole text names?"""
    if inner.row is None or inner.confidence < _LEAST_MEANT or _is_another(inner, said, book):
        return False
    return whole is None or whole.row is None or (inner.status == "ok" and "side" not in said.says)


def _is_another(reading: Reading, said: Around, book: Atlas) -> bool:
    """Is a place not the one meant by what is said around it: the capital of Syria, the east of a village?

    Of a village that is not said in small letters: the eastern one of two is a place of its own.
    """
    place = reading.place
    area = place is not None and place.feature in book.generics.areas
    if "capital" in said.says:
        return area
    if "side" not in said.says:
        return False
    row = reading.row
    people = row["population"] if row else ""
    large = area or (row and row.table == _RENOWNED) or (people.isdigit() and int(people) >= _LARGE)
    own = sides(reading.canonical, book.tables) <= sides(said.name, book.tables)
    return not own or not (large or said.small)


def _placed(text: str, given: list[Bound], book: Atlas, style: str, bent: bool) -> Reading:
    """Read a text that is a place and the larger ones it lies in, with bounds besides."""
    said = cut_downward(text, book)
    candidates = _of_quality(candidates_of(said.head, said.moved, book, bent), said.head, book)
    told = [_told(name, book) for name in said.parents]
    bounds = [*filter(None, told), *given]
    for bound in bounds:
        candidates = inside(candidates, bound, book.tables)
    reading = decided(said, candidates, book, style, bounds)
    elsewhere = not bounds and said.parents and _may_be_elsewhere(said.parents[-1])
    return changed(reading, status="ambiguous") if elsewhere and reading.status == "ok" else reading


def _told(parent: str, book: Atlas) -> Bound | None:
    """The bound of a larger place, or of the country of which it is a side: dans le nord de la Syrie.

    What is but near a place is in its country: near Damascus.
    """
    found = bound_of(parent, book)
    if found is not None and is_beside(parent, book.tables):
        return Bound(frozenset(code[:2] for code in found.codes))
    for said in around(parent, book) if found is None and " " in parent else ():
        bound = bound_of(said.name, book)
        if bound is not None and not any(map(_is_unit, bound.codes)):
            return bound
    return found


def _is_unit(code: str) -> bool:
    """Is a code a unit's, not a country's: SY-HL?"""
    return "-" in code


def _of_quality(candidates: list[Candidate], head: str, book: Atlas) -> list[Candidate]:
    """The candidates without misspelt ones that lack a word that tells places apart: New Damascus."""
    told = qualities_in(head, book.tables) if any(found.odds is not None for found in candidates) else {}
    if not told:
        return candidates
    return [
        found
        for found in candidates
        if found.odds is None
        or any(is_of_quality(name, told, book.tables) for name in spellings(found.site.row))
    ]


def _may_be_elsewhere(parent: str) -> bool:
    """May a larger place of no table be another one's than the likeliest: Moscow, Idaho?"""
    return parent[:1].isupper() and parent.replace(" ", "").isalpha()


def is_listed(text: str, tables: Tables | None = None) -> bool:
    """May a cleaned text be the spelling of a place of the tables? Else `read` names it by rule, unless bent.

    So may one with a small generic, as registers write them (Дальний х): nobody's name begins with one.

    >>> [is_listed(text) for text in ("Deir Ezzor", "Grigory Tsurkanu", "Дальний х", "obwód biełgorodzki")]
    [True, False, True, True]
    """
    book = atlas(tables)
    _, head, parents, moved = cut_downward(text, book)
    led = head != text and script_of(text) == _ARABIC and is_led(text, book.tables)
    if (
        parents
        or led
        or book.generics.is_small(head)
        or (text[:1].islower() and book.generics.parse(head).leads)
    ):
        return True
    if candidates_of(head, moved, book, bent=False):
        return True
    return any(candidates_of(said.name, moved, book, bent=False) for said in around(text, book))


def names_in(text: str, tables: Tables | None = None) -> Iterator[str]:
    """The shorter texts that may be the place's name: without what is said around it, or a town's generic.

    >>> [*names_in("near rebel-held Foo")]
    ['rebel-held Foo', 'Foo', 'near Foo']
    """
    book = atlas(tables)
    found = [text]
    for name in found:
        parsed = book.generics.parse(name)
        shorter = [without_preposition(name, book.tables)[0], *[said.name for said in around(name, book)]]
        if parsed.features & book.generics.settlements:
            shorter.append(parsed.specific)
        for one in shorter:
            if one and one not in found:
                found.append(one)
                yield one


def names_country(text: str, tables: Tables | None = None) -> bool:
    """Does a cleaned text end in the country that a place lies in?

    >>> names_country("Севастополь, Россия"), names_country("Rossi, Paolo")
    (True, False)
    """
    return is_in_country(text, atlas(tables))


@remembered(8192)
def bounds_told(text: str, tables: Tables) -> tuple[Bound, ...]:
    """The larger places that a cleaned text says its place to lie in.

    >>> from translit.tables import built_in
    >>> [sorted(bound.codes) for bound in bounds_told("Donetsk, Rostov Oblast", built_in())]
    [['RU-ROS']]
    """
    book = atlas(tables)
    parents = cut_downward(text, book).parents
    return tuple([bound for name in parents if (bound := _told(name, book))])
