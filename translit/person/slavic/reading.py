"""Names of Russia and its neighbours: given name, patronymic and surname in any order and script.

read() cuts a text into words, lets every word say what it may be, weighs the ways to read them
against each other and has the likeliest put together.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import partial
from math import log

from translit.nouns import Reading
from translit.person.patronymic import father, patronymic
from translit.person.slavic.cutting import Name, cut
from translit.person.slavic.declension import possessives
from translit.person.slavic.evidence import is_surname_alone, word
from translit.person.slavic.order import Assignment, arranged, shares, surest
from translit.person.slavic.together import assembled
from translit.person.surname import family
from translit.quick import changed
from translit.tables import Tables, built_in

__all__ = ["family", "father", "infer_order", "patronymic", "read"]

_DOUBT = 0.62  # below this share of the likeliest order the name is ambiguous
_SURE_LIST = 8.0
_LISTED = 2000
_CLIP = 4.0
_ALONE = 0.4  # how often Иванова alone is of Ivanov


def read(text: str, *, tables: Tables | None = None, order: str = "auto") -> Reading:
    """Read a cleaned text as a name of Russia or its neighbours.

    The canonical form is given name, patronymic if written, and surname; where the order is in doubt
    the text's own stays, `status` is "ambiguous" and `others` holds the other reading.

    >>> reading = read("Peskov Dmitriy Sergeyevich")
    >>> reading.canonical, reading.surname, reading.patronymic, reading.gender
    ('Dmitry Sergeyevich Peskov', 'Peskov', 'Sergeyevich', 'm')
    """
    tables = tables or built_in()
    name = cut(text, tables)
    if not name.words:
        return Reading(text=text, canonical=text, kind="person", parts=name.titles)
    chosen, sure = surest(name.words, tables, name.comma, order, name.asks)
    rival = None
    if chosen == "P" and is_surname_alone(name.words[0], tables):
        chosen = "S"
    elif len(chosen) > 1:
        if sure >= _DOUBT and not name.rivals:
            return assembled(text, name, chosen, sure * name.share, tables)
        if sure < _DOUBT:
            chosen, sure, rival = _decided(shares(name.words, tables, name.comma, order))
    others = [partial(_rival, text, one, order, tables) for one in name.rivals]
    sure *= name.share
    if rival:
        others.insert(0, partial(assembled, text, name, rival, name.share - sure, tables))
    elif chosen == "S" and text.lower().endswith(possessives(tables)) and not name.inflected:
        husband = word(family(name.words[0].text), tables)
        man = changed(name, words=(husband,), inflected=text, asks=husband.asks)
        others = [partial(assembled, text, man, "S", _ALONE, tables)]
        sure = min(sure, 1 - _ALONE)
    return assembled(text, name, chosen, sure, tables, tuple(others))


def _rival(text: str, name: Name, order: str, tables: Tables) -> Reading:
    """The reading of a name that stands in another case than the likeliest."""
    chosen, sure = surest(name.words, tables, name.comma, order, name.asks)
    return assembled(text, name, chosen, sure * name.share, tables)


def _decided(ranked: Sequence[tuple[Assignment, float]]) -> tuple[Assignment, float, Assignment | None]:
    """The assignment to keep, how sure its order is, and a rival order where there is doubt."""
    best = ranked[0][0]
    by_order: dict[tuple[int, ...], float] = {}
    for assignment, share in ranked:
        places = arranged(assignment)
        by_order[places] = by_order.get(places, 0.0) + share
    sure = by_order[arranged(best)]
    if sure >= _DOUBT or len(best) < 2:
        return best, sure, None
    rival = next((found for found, _ in ranked if arranged(found) != arranged(best)), None)
    if rival is not None and rival[0] != "S" and best[0] == "S" and by_order[arranged(rival)] > 1 - _DOUBT:
        return rival, by_order[arranged(rival)], best
    return best, sure, rival


def infer_order(texts: Iterable[str], *, tables: Tables | None = None) -> str:
    """The order a whole list of names is in: "given-first", "surname-first", or "auto" where it has none.

    Only its first 2,000 names are read.

    >>> infer_order(["Иванов Иван", "Петрова Анна", "Цуркану Григорий", "Роман Павел", "Шойгу Сергей"])
    'surname-first'
    """
    tables = tables or built_in()
    total, either = 0.0, 0
    for at, text in enumerate(texts):
        if at >= _LISTED:
            break
        name = cut(text, tables)
        if not 1 < len(name.words) < 5 or name.comma > 0:
            continue
        surname_first = sum(share for assignment, share in shares(name.words, tables) if assignment[0] == "S")
        share = min(max(surname_first, 1e-6), 1 - 1e-6)
        total += max(-_CLIP, min(_CLIP, log(share / (1 - share))))
        either += 1
    if either and abs(total) > _SURE_LIST and abs(total) > either:
        return "surname-first" if total > 0 else "given-first"
    return "auto"
