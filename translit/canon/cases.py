"""The nominatives of a Cyrillic name that may stand in a case."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from translit.memory import once
from translit.nouns import Reading
from translit.person.arabic.particles import heads
from translit.person.beside.regnal import regnal
from translit.person.surname import family
from translit.tables import Tables
from translit.text.cyrillic import CONSONANTS
from translit.text.words import is_initial, words

__all__ = ["behind_title", "has_no_given", "stands_upright", "uprights"]

_Uprights = tuple[tuple[tuple[str, ...], float], ...]
_FAMILY = "person/ar/family"
_PARTICLE = 3  # letters of a particle, which no case changes: Аль
_UNBRACKETED = str.maketrans("", "", "()")
_WOMENS = ("ица", "иця", "тка", "нка", "иня", "еса", "есса", "риса")  # … of women alone
_WOMANLY = ("а", "я")  # how a title of women, or of either, ends: княгиня, глава


def uprights(pieces: tuple[str, ...], tables: Tables, bent: bool = False) -> _Uprights:
    """The nominatives that words may have, with their shares; "son of" has no case: Мухаммеда бин Салмана.

    `bent` says that they stand in one.

    >>> from translit.tables import built_in
    >>> uprights(("Романа", "Заболотного"), built_in())[0][0]
    ('Роман', 'Заболотный')
    """
    found_by, between = _inflecting(), _filiations(tables)
    if between.isdisjoint(pieces):
        return found_by(pieces, tables, bent)
    at = [number for number, word in enumerate(pieces) if word not in between]
    found = []
    for forms, share in found_by(tuple([pieces[number] for number in at]), tables, bent):
        told = dict(zip(at, forms, strict=True))
        found.append((tuple([told.get(number, word) for number, word in enumerate(pieces)]), share))
    return tuple(found)


@once
def _filiations(tables: Tables) -> frozenset[str]:
    """The words for a son that stand between two names: бин, ибн."""
    return frozenset(heads("between", tables))


def behind_title(name: str, title: str, tables: Tables) -> str:
    """A name in the nominative, behind a title in another case: президента Путина."""
    number = regnal(name, tables)
    if number:  # which stays; what the case is of is found with it
        return name
    if "(" in name:  # архимандрита Тихона (Шевкунова)
        plain = behind_title(name.translate(_UNBRACKETED), title, tables).split()
        pairs = zip(name.split(), plain, strict=False)
        return " ".join([old.replace(old.strip("()"), new) for old, new in pairs])
    pieces, manly = words(name), not title.endswith(_WOMANLY)
    found = [upright for upright, _ in uprights(pieces, tables, bent=True) if upright != pieces]
    found.sort(key=lambda upright: manly and family(upright[-1]) != upright[-1])
    if title.endswith(_WOMENS):  # певицы Валерии
        found.sort(key=lambda upright: not any(word.endswith(_WOMANLY) for word in upright))
    if found:
        return " ".join(found[0])
    whole = [word for word in pieces if not is_initial(word)]
    if not manly or len(whole) != 1:
        return name
    return " ".join([family(word) if word is whole[0] else word for word in pieces])


def has_no_given(reading: Reading) -> bool:
    """Is what stands in an Arab's given name's place a family's name or none: Саада Харири, of Саад?"""
    return any(part.role == "ism" and (not part.row or part.row.table == _FAMILY) for part in reading.parts)


def stands_upright(pieces: Sequence[str], upright: Sequence[str]) -> bool:
    """Does a word that any case would change stand as it is: Тамим бин Хамад Аль Тани?"""
    return any(
        word == form and len(word) > _PARTICLE and word[-1] in CONSONANTS
        for word, form in zip(pieces, upright, strict=True)
    )


@once
def _inflecting() -> Callable[..., _Uprights]:
    """What finds the nominatives that words may have; its room opens at the first Cyrillic name."""
    from translit.person.slavic.inflection import uprights

    return uprights
