"""Does a text that may be a person's name mean a place: one that is large enough for how it is called?

How many people a place must have are rows of `tables/place/meant.tsv`.
"""

from __future__ import annotations

import math
from collections.abc import Mapping

from translit.languages import slavic, slavic_places
from translit.lookup import lexicon_of
from translit.memory import once
from translit.nouns import Reading, Row
from translit.person.arabic.letters import SONS
from translit.person.names import commonness, is_written, spelt_as
from translit.person.slavic.worth import is_surname
from translit.romanization import RUSSIAN_PRESS, romanize
from translit.sounds.cognates import likeness
from translit.sounds.kinds import placelike
from translit.tables import Tables
from translit.text.clean import fold
from translit.text.script import script_of
from translit.text.words import is_initial

__all__ = [
    *("GIVEN", "ends_otherwise", "has_father", "is_called", "is_known", "is_land", "is_link"),
    *("is_meant", "is_plain_surname", "is_short"),
]

GIVEN = ("given", "ism")
_WAYS = ("own", "other", "former", "sound", "misheard")  # how a text calls a place, the surest first
_LAND = "land"  # … and what nobody need live in to be meant
_COUNTRIES = "place/country"
_GIVEN = ("given", "short")  # rows of given names that no country sounds like
_EXONYM = "place/exonym"
_OF_A_UNIT = 1e6  # people of a first-level unit or of a town with an exonym, which its row does not tell
_PARTICLES = ("person/ar/particle", "person/ru/nobiliary")
_NISBA = "nisba"
_MADDA = "\N{ARABIC LETTER ALEF WITH MADDA ABOVE}"
_FAMILY = "person/ar/family"
_LETTERS = 1.5  # nats by which its letters say that a word is a place's name
_COGNATE = 0.5  # log-odds from which a name is another's Russian form
_OF_FAMILIES = ("surname", "family", "laqab", "kunya")  # tables of what families are called
_FOREIGN = "foreign"
_PLACES = ("ovo", "evo", "owo", "ewo")


def is_meant(place: Reading, person: Reading, tables: Tables) -> bool:
    """Is a place so large, or called so surely, that a text means it which is a person's name too?

    >>> from translit.canon.persons import read_person
    >>> from translit.canon.places import read_place
    >>> from translit.tables import built_in
    >>> places = [read_place(name, built_in()) for name in ("Chernigov", "Ahmad")]
    >>> [is_meant(one, read_person(one.text, "Latn", "auto", built_in()), built_in()) for one in places]
    [True, False]
    """
    name, row = _kind_of_name(person, tables) or _short(person, tables), place.row
    if row is None:
        return True
    if not name:
        return not is_known(person) or not _is_behind_comma(person.text, tables)
    if is_land(row, person.text, tables):
        return _least(tables)[name, _LAND] == 0
    way = _way(row, person.text, tables)
    if row.table == _COUNTRIES and (way == "own" or name in _GIVEN):
        return way == "own"
    unit = row.table == "place/unit" and way != _WAYS[-1]  # its adjective may be anybody's: Донецкая
    unit = unit or (row.table == _EXONYM and way in _WAYS[:2])  # which is a large town's
    size = _OF_A_UNIT if unit else float(row["population"] or 0)
    return size >= _least(tables)[name, way]


def _is_behind_comma(text: str, tables: Tables) -> bool:
    """Does a given name of no place stand behind a comma: KHITI, Mohammad Amer, who is no Haiti?"""
    from translit.place import is_listed

    _, comma, rest = text.partition(",")
    return bool(comma) and not is_listed(rest.strip(), tables)


def is_link(text: str, tables: Tables) -> bool:
    """Is a text but a word that joins others in a name, as no place is misheard: bin, von?"""
    return fold(text) in _links(tables)


@once
def _links(tables: Tables) -> frozenset[str]:
    """The spellings of Arabic particles and of those of nobility, folded."""
    rows = [row for table in _PARTICLES for row in tables.rows(table)]
    return frozenset(fold(form) for row in rows for form in (row.native, row.canonical, *row.many("also")))


def is_land(row: Row, text: str, tables: Tables) -> bool:
    """Is a text the own name of a river, a mountain, a region that the news names: Волга, Neva, Najd?"""
    from translit.place.kinds import lands

    return row.table == "place/feature" and row["feature"] in lands(tables) and is_called(row, text)


@once
def _least(tables: Tables) -> dict[tuple[str, str], float]:
    """How many people a place must have to be meant, by the kind of name and how it is called; never, inf."""
    rows = tables.rows("place/meant")
    return {(row.id, way): float(row[way] or math.inf) for row in rows for way in (*_WAYS, _LAND)}


def _kind_of_name(person: Reading, tables: Tables) -> str:
    """The kind of name a text is as a person's, as rows have them; "" for one that leaves a place be."""
    if has_father(person):
        return "son"
    if (is_known(person) and script_of(person.text) == "Arab") or _has_initial(person):
        return "whole"
    if len(person.parts) != 1 or (person.parts[0].status != "ok" and not _is_family(person.parts[0])):
        return ""
    word, part = fold(person.text), person.parts[0]
    if ends_otherwise(person):
        return ""
    if _MADDA in person.text and _MADDA not in (person.native or ""):  # آمل is no أمل
        return ""
    if part.row is not None and _is_usual(part.row, word, tables):
        home, arabic = _home(part.row), script_of(word) == "Arab"
        is_slavic = home in slavic(tables)
        if home == _FOREIGN or (arabic and is_slavic):  # داريا is no Darya, nor Constantine a man
            return "given"
        return "calendar" if is_slavic else "usual"
    spelt = word in (
        fold(person.canonical),
        fold(person.canonical).removeprefix("al-"),
        fold(person.native or ""),
    )
    table = part.row.table.rpartition("/")[2] if part.row is not None else ""
    if table == _NISBA:
        return _NISBA
    if table in _OF_FAMILIES and (spelt or (person.status == "ok" and table != "surname")):
        return "family" if spelt else "heard"
    if table == "surname" or is_plain_surname(person, tables):
        return "listed"
    given = part.role in GIVEN and not word.startswith("al-")
    return ("given" if given else "other") if spelt else ""


def is_plain_surname(person: Reading, tables: Tables) -> bool:
    """Is a lone word a Russian surname that no row has, since nothing about it is out of the way: Быков?

    Not in another case: Гукове.
    """
    if len(person.parts) != 1 or person.parts[0].row is not None or person.parts[0].role != "surname":
        return False
    native = (person.native or "").lower()
    if script_of(person.text) == "Cyrl" and fold(person.text) != fold(native):
        return False
    return any(is_surname(native, gender, tables) for gender in ("m", "f"))


def _is_family(part: Reading) -> bool:
    """Is a part a family's, one of several that a row has: Sadr?"""
    return part.row is not None and part.row.table == _FAMILY and part.status == "ambiguous"


def is_short(person: Reading, tables: Tables) -> bool:
    """Is a text but a given name that a row writes, be it a short form or another spelling: Паша, Said?

    A foreigner's is none: Питер.
    """
    hits = lexicon_of(tables).written(person.text) if len(person.parts) == 1 else ()
    return any(hit.role == "given" and hit.family != "other" for hit in hits)


def _short(person: Reading, tables: Tables) -> str:
    """The kind of name of such a text."""
    return "short" if is_short(person, tables) else ""


def _way(place: Row, text: str, tables: Tables) -> str:
    """How a text calls a place: by its own name, another of its, as that sounds, or by a name misheard.

    Another name with other consonants is most often a former one, unless its letters are a place's: Stalin of
    Donetsk, but Tsyurupynsk of Oleshky.
    """
    from translit.place.nearness import sounded
    from translit.place.skeleton import FAMILIES as READ_IN
    from translit.place.skeleton import skeleton

    if is_called(place, text) or _is_undotted(place, text) or _is_abroad(place, text, tables):
        return "own"
    if is_called(place, text, "also") and not _is_shortened(text, place):
        alike = any(skeleton(text, family) == skeleton(place.canonical, family) for family in READ_IN)
        alike = alike or placelike(fold(text), tables) > 0 or _is_renowned_as(place, text, tables)
        return "other" if alike else "former"
    word = fold(text)
    if _is_russian(place, word, tables):
        return "other"
    names = (place.canonical, place.native) if place.table in slavic_places(tables) else (place.canonical,)
    sounds = any(sounded(word, family) == sounded(name, family) for family in READ_IN for name in names)
    if sounds:
        return "sound"
    return "other" if _is_renowned_as(place, text, tables) else "misheard"


def _is_renowned_as(place: Row, text: str, tables: Tables) -> bool:
    """Is a text what the news calls a town, as its other row has it: Алма-Ата?"""
    row = _renowned(tables).get((place.table.rpartition("/")[2].upper(), place.canonical))
    return row is not None and is_called(row, text, "also")


@once
def _renowned(tables: Tables) -> Mapping[tuple[str, str], Row]:
    """The rows of towns that the news names, by country and name."""
    return {(row["country"], row.canonical): row for row in tables.rows(_EXONYM)}


def _is_russian(place: Row, word: str, tables: Tables) -> bool:
    """Is a word, with letters of places' names, Russian for a neighbour's town: Скадовск, Кременная?"""
    if place.table not in slavic_places(tables)[1:] or script_of(word) != "Cyrl":
        return False
    return placelike(word, tables) > _LETTERS and likeness(fold(place.native), word, tables) > _COGNATE


def _is_undotted(place: Row, text: str) -> bool:
    """Is a text a place's own name as papers print it that leave out the dots of ё: Orel of Орёл?"""
    native: str = place.native
    return "ё" in native and fold(romanize(native.replace("ё", "е"), RUSSIAN_PRESS)) == fold(text)


def _is_abroad(place: Row, text: str, tables: Tables) -> bool:
    """Is a text a Slavic place's own name in the letters of another language: Orjol, Cherson, Iwanowo?"""
    from translit.place.skeleton import letters
    from translit.place.tradition import respellings

    if place.table not in slavic_places(tables) or script_of(text) != "Latn":
        return False
    own = letters(place.canonical, "ru")
    return any(letters(spelt, "ru") == own for _, spelt in respellings(text, "ru", tables))


def ends_otherwise(person: Reading) -> bool:
    """Does a Latin word end in -ovo or -evo as places do, and the person it may be otherwise: Iwanowo?"""
    word = fold(person.text)
    return word.endswith(_PLACES) and not fold(person.canonical).endswith("o")


def _is_shortened(text: str, place: Row) -> bool:
    """Is a text a place's own name without its last letter, as surnames are: Ivanov of Ivanovo?"""
    word = fold(text)
    return any(fold(own)[:-1] == word for own in (place.native, place.canonical, place["russian"]))


def is_called(place: Row, text: str, *more: str) -> bool:
    """Is a text the name of a place, as its row has it in some language, or in `more` columns of it?"""
    columns = ("native", "canonical", "endonym", "russian", "arabic", *more)
    return fold(text) in {fold(name) for column in columns for name in place.many(column)}


def _is_usual(row: Row, word: str, tables: Tables) -> bool:
    """Is a word spelt as a given name that people have today? The calendars of Slavs have many others."""
    home = _home(row)
    if home not in slavic(tables):
        return row.table.rpartition("/")[2] in GIVEN and spelt_as(row, word, tables)
    written = spelt_as(row, word, tables) or is_written(row, home, word, tables)
    return written and commonness(tables)(row) > 0


def _home(row: Row) -> str:
    """The folder of the language that a row of a person's name is in."""
    return row.table.split("/")[1]


def is_known(person: Reading) -> bool:
    """Has a name a given name and a surname, and a row for each of its words?"""
    parts = person.parts
    return len(parts) > 1 and parts[0].role == "ism" and all(part.row is not None for part in parts)


def _has_initial(person: Reading) -> bool:
    """Has a name an initial beside a surname: И. Иванов?"""
    return person.surname is not None and any(is_initial(part.text) for part in person.parts)


def has_father(person: Reading) -> bool:
    """Is a person called by a given name and whose son he is?"""
    roles = [part.role for part in person.parts if part.row]
    return roles[:1] == ["ism"] and any(_is_son(part) for part in person.parts[1:])


def _is_son(part: Reading) -> bool:
    """Does a part of a name say whose son he is, or whose sons the family: bin Zayed, Ben Ali?"""
    head, _, father = (part.native or "").partition(" ")
    return bool(father) and head in SONS
