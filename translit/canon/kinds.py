"""A text of unknown kind: a person's name or a place's?

It is read both ways. Which reading is kept is told by how strongly each speaks for its kind, and by what only
places or only persons are called.
"""

from __future__ import annotations

from translit.canon.persons import read_person
from translit.lookup import lexicon
from translit.nouns import Reading, Row
from translit.quick import changed, later
from translit.tables import Tables, built_in
from translit.text.clean import fold
from translit.text.script import script_of
from translit.text.words import is_initial

__all__ = ["likelier"]

_GIVEN = ("given", "ism")
_OWN = (*_GIVEN, "patronymic", "kunya", "nasab", "laqab", "title")  # what a person alone has
_ISM = "person/ar/ism"
_DOUBTED = 0.85  # what an ambiguous reading is worth beside a sure one of the other kind
_SHAPE = 0.4  # what a reading is worth that no row supports
_SHAPELY = 0.78  # what a person is worth whose surname's shape is sure
_SURELY = 0.6  # what a person is worth beside whom only a place's own name is looked for
_ALONE = 0.75  # what a person known by one word is worth
_LEAST_OPENING, _IN_ARABIC = 4, 3  # letters of a word that opens places' names and no person's by chance
_TOWN = 1e4  # people of a town
_LARGE = 2.5e5  # people of a town that is meant by a word which is a person's name too


def likelier(text: str, order: str, style: str, tables: Tables | None) -> Reading:
    """Read a text of unknown kind both ways and keep the surer, the other among `others`.

    A text that is surely a person's name is no bent or misspelt place.
    """
    from translit.place import is_listed, names_country
    from translit.place import read as read_place

    person = read_person(text, script_of(text), order, tables)
    surely = _weight(person) >= _SURELY and not _is_no_name(_opening(person, tables), person, tables)
    # The place by rule is made when somebody asks for it.
    if surely and (_ends_with_initial(text) or not is_listed(text, tables)):

        def others() -> tuple[Reading, ...]:
            return (
                *person.others,
                changed(read_place(text, tables=tables, style=style, bent=False), others=()),
            )

        return changed(person, others=later(others))
    place = read_place(text, tables=tables, style=style, bent=not surely or text[:1].islower())
    placed = (
        _speaks_for(place, person, tables)
        or (names_country(text, tables) and not _has_usual_given(person))
        or (_weight(place) > _weight(person) and not _gives_way(place, person))
    )
    first, second = (place, person) if placed else (person, place)
    return changed(first, others=(*first.others, changed(second, others=())))


def _weight(reading: Reading) -> float:
    """How strongly a text speaks for the kind it was read as.

    A place is known by its row, a person by a given name or a patronymic beside another word; a
    shape alone says little.
    """
    sure = reading.confidence * (1.0 if reading.status == "ok" else _DOUBTED)
    if reading.kind == "place":
        return sure if reading.row else _SHAPE / 2
    if not any(part.row or part.role == "patronymic" for part in reading.parts):
        return sure * _SHAPELY if reading.status == "ok" else _SHAPE
    return sure if len(reading.parts) > 1 else sure * _ALONE


def _speaks_for(place: Reading, person: Reading, tables: Tables | None) -> bool:
    """Is a text surely a place's: a generic word (village, district) beside no known given name, or what
    a row of places writes and nobody is known to be called? A lone word that has the article is sooner a
    village than a family, unless it is a nisba. A small letter without its stop is a preposition: в Крыму.
    """
    from translit.place.sentence import is_led

    if place.row is not None and is_led(person.text, tables or built_in()):
        return True
    generic = next((part.text for part in place.parts if part.role == "generic"), None)
    if generic is not None:
        return not _is_known(person) and not any(
            part.row or part.role == "patronymic"
            for part in person.parts
            if part.role in _OWN and part.text != generic and not is_initial(part.text)
        )
    opening = _opening(person, tables)
    if opening and (_is_no_name(opening, person, tables) or (place.row and _is_town(place.row, person))):
        return True
    if place.row is not None and (person.status == "unknown" or _is_half_known(person)):
        return _writes(place.row, person.text, "also")
    if person.status != "unknown":
        return False
    (part, *more) = person.parts or (person,)
    return not more and part.role == "family" and part.canonical.startswith("al-")


def _gives_way(place: Reading, person: Reading) -> bool:
    """Is a word that is a person's name just so no place that is but misheard?

    Maliki is no al-Malikiyah; nor is a given name a small town's other name: Ivan is no Eyvan. Anna is a
    town's own name, and Chernigov what Chernihiv is called.
    """
    from translit.place.nearness import sounded
    from translit.place.skeleton import FAMILIES as READ_IN

    parts, row = person.parts, place.row
    if row is not None and _has_father(person):  # Mohammed bin Zayed, no town of his
        return not _writes(row, person.text)
    if row is not None and _is_known(person) and script_of(person.text) == "Arab":
        return not _writes(row, person.text, "also")  # عقيلة صالح is no قلعة صالح
    if len(parts) != 1 or parts[0].status != "ok" or row is None:
        return False
    word = fold(person.text)
    if word not in (fold(person.canonical), fold(person.native or "")):
        return False
    if _writes(row, word):
        return False
    called = word in map(fold, row.many("also")) or any(
        sounded(word, family) == sounded(row.canonical, family) for family in READ_IN
    )
    small = float(row["population"] or 0) < _LARGE
    return not called or small if parts[0].role in _GIVEN else not called and small


def _opening(person: Reading, tables: Tables | None) -> str:
    """The word with which a name of several opens as those of many places do: Deir, Sidi; else empty."""
    from translit.place.atlas import atlas

    text = person.text.replace("-", " ")
    if " " not in text or any(part.role in ("title", "kunya") for part in person.parts):
        return ""
    return text.removesuffix(atlas(tables).generics.without_part(text)).strip()


def _is_no_name(opening: str, person: Reading, tables: Tables | None) -> bool:
    """Is such a word no name of a person, as others of an Arab's name are: Deir Hassan, Kafr Ahmad?"""
    if person.origin != "ar" or len(opening) < (_LEAST_OPENING if opening.isascii() else _IN_ARABIC):
        return False
    unknown = any(part.text == opening and part.row is None for part in person.parts)
    return unknown and not lexicon(tables).written(opening)


def _is_town(row: Row, person: Reading) -> bool:
    """Is a name that opens so a town's just so, and not of two given names: Sidi Bouzid? No village's."""
    given = any(part.row and part.row.table == _ISM for part in person.parts[1:])
    size = float(row["population"] or _TOWN)
    return not given and size >= _TOWN and _writes(row, person.text, "also")


def _ends_with_initial(text: str) -> bool:
    """Is the last word of a text an initial, Иванов С., and no place's generic: МОСКВА Г.?"""
    last = text.rsplit(" ", 1)[-1]
    return last[-1] == "." and last[0].isupper() and is_initial(last) and not text.isupper()


def _writes(row: Row, text: str, *more: str) -> bool:
    """Is a text the name of a place, as its row has it in some language?"""
    columns = ("native", "canonical", "endonym", "russian", "arabic", *more)
    return fold(text) in {fold(name) for column in columns for name in row.many(column)}


def _is_known(person: Reading) -> bool:
    """Has a name a given name and a surname, and a row for each of its words?"""
    parts = person.parts
    return len(parts) > 1 and parts[0].role == "ism" and all(part.row is not None for part in parts)


def _is_half_known(person: Reading) -> bool:
    """Has a name of several words one that no table has: Tel Aviv, of the given name Aviv?"""
    return len(person.parts) > 1 and not all(part.row for part in person.parts)


def _has_usual_given(person: Reading) -> bool:
    """Has a name a given name that a row has, and no word that none has: Ivanov, Jordan?"""
    return any(part.role in _GIVEN and part.row for part in person.parts) and not _is_half_known(person)


def _has_father(person: Reading) -> bool:
    """Is a person called by a given name and whose son he is?"""
    roles = [part.role for part in person.parts if part.row]
    return roles[:1] == ["ism"] and any(_is_son(part) for part in person.parts[1:])


def _is_son(part: Reading) -> bool:
    """Does a part of a name say whose son he is, or whose sons the family: bin Zayed, Ben Ali?"""
    from translit.person.arabic.letters import SONS

    head, _, father = (part.native or "").partition(" ")
    return bool(father) and head in SONS
