"""Names of Russia and its neighbours: given name, patronymic and surname in any order and script.

read() cuts a text into words, lets every word say what it may be, weighs the ways to read them
against each other and has the likeliest put together.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from math import log

from translit.nouns import Reading
from translit.person.latin.natives import heard
from translit.person.latin.writers import PRESS
from translit.person.patronymic import father, is_said, is_written_of, patronymic, recognise
from translit.person.slavic.cutting import Name, cut
from translit.person.slavic.declined import possessives
from translit.person.slavic.evidence import Word, is_surname_alone, rarity, word
from translit.person.slavic.order import decided, doubtful, shares, surest
from translit.person.slavic.together import assembled
from translit.person.slavic.worth import is_listed
from translit.person.surname import family
from translit.quick import changed
from translit.tables import Tables, built_in
from translit.text.script import script_of
from translit.text.words import is_too_long

__all__ = ["family", "father", "infer_order", "patronymic", "read"]

_SURE_LIST = 8.0
_LISTED = 2000
_CLIP = 4.0
_ALONE = 0.4  # how often Иванова alone is of Ivanov
_PRINCELY = "славич"  # how those of princes end, Мстиславич, which are no surnames
_HEARD = 0.7  # how often a word alone is the surname that its letters tell, and no misspelt patronymic


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
    if chosen == "P" and (is_surname_alone(name.words[0], tables) or _is_of_no_father(name.words[0], tables)):
        chosen = "S"
    elif chosen == "P" and _is_heard_otherwise(name.words[0], tables):
        chosen, sure, rival = "S", _HEARD, "P"
    if len(chosen) > 1:
        doubt = doubtful(chosen, sure, name.words)
        if sure >= doubt and not name.rivals:
            return assembled(text, name, chosen, sure * name.share, tables)
        if sure < doubt:
            chosen, sure, rival = decided(shares(name.words, tables, name.comma, order), doubt)
    others = _rivals(text, name, order, tables)
    sure *= name.share
    if rival:
        others.insert(0, partial(assembled, text, name, rival, name.share - sure, tables))
    elif len(chosen) == 1 and text.lower().endswith(possessives(tables)) and not name.inflected:
        husband = word(family(name.words[0].text), tables)
        man = changed(name, words=(husband,), inflected=text, asks=husband.asks)
        if chosen == "S" or _is_of_known(name, tables):
            sure = min(sure, 1 - _ALONE)
            first, second = (name, man) if chosen == "S" else (man, name)
            others = [partial(assembled, text, second, "S" if second is man else chosen, _ALONE, tables)]
            name, chosen = first, "S"
    return assembled(text, name, chosen, sure, tables, tuple(others))


def _rivals(text: str, name: Name, order: str, tables: Tables) -> list[Callable[[], Reading]]:
    """What makes the Readings of the other nominatives that a name may be of."""
    return [partial(_rival, text, one, order, tables) for one in name.rivals]


def _is_of_no_father(one: Word, tables: Tables) -> bool:
    """Is a word that ends as a patronymic a surname, since no father is called so: Ростропович?

    Those of princes are none: Мстиславич.
    """
    told = one.patronym
    if told is None or told.gender == "f" or told.father or told.ending["role"] != "patronymic":
        return False
    form = heard(one.text, PRESS, tables)
    native = form.native if form else ""
    found = recognise(native, tables) if native != one.text else None
    return not native.endswith(_PRINCELY) and (found is None or found.father is None)


def _is_heard_otherwise(one: Word, tables: Tables) -> bool:
    """Is a Latin word no patronymic as any scheme writes it, and another word by its letters: Jovovich?

    That of a father whom many are called like is only misspelt: Sergeevitch.
    """
    told = one.patronym
    if told is None or told.father is None or told.native is None or script_of(one.text) != "Latn":
        return False
    if not rarity(told, tables) or is_written_of(told.father, told.gender, one.text, tables):
        return False
    form = heard(one.text, PRESS, tables)
    return form is not None and not is_said(form.native, told.native, tables)


def _is_of_known(name: Name, tables: Tables) -> bool:
    """Is a woman's rare given name sooner a known man's surname in a case: Сталина?"""
    one = name.words[0]
    rare = bool(one.givens) and not one.givens[0].common
    return rare and is_listed(family(one.text).lower(), "m", tables)


def _rival(text: str, name: Name, order: str, tables: Tables) -> Reading:
    """The reading of a name that stands in another case than the likeliest."""
    chosen, sure = surest(name.words, tables, name.comma, order, name.asks)
    return assembled(text, name, chosen, sure * name.share, tables)


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
        if is_too_long(text):
            continue
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
