"""A text of unknown kind: a person's name or a place's?

It is read both ways. Which reading is kept is told by how strongly each speaks for its kind, and by what only
places or only persons are called.
"""

from __future__ import annotations

from translit.canon.persons import read_person
from translit.canon.places import read_place
from translit.canon.several import are_several
from translit.lookup import joiners, lexicon
from translit.nouns import Reading, Row
from translit.person.names import commonness, is_written, spelt_as
from translit.person.regnal import regnal
from translit.quick import changed, later
from translit.sounds.kinds import placelike
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
_PLACELIKE = 3.0  # nats by which the letters of words of no table must speak for a place
_ALONE = 0.75  # what a person known by one word is worth
_LEAST_OPENING, _IN_ARABIC = 4, 3  # letters of a word that opens places' names and no person's by chance
_TOWN = 1e4  # people of a town
_LARGE = 2.5e5  # people of a town that is meant by a word which is a person's name too
_METROPOLIS = 1e6  # people of one that is meant by what others call it
_COUNTRIES = "place/country"
_CALENDARS = ("ru", "uk", "be")  # whose given names tables have as calendars do


def likelier(text: str, order: str, style: str, tables: Tables | None) -> Reading:
    """Read a text of unknown kind both ways and keep the surer, the other among `others`.

    A text that is surely a person's name is no bent or misspelt place.
    """
    from translit.place import is_listed, names_country

    person = read_person(text, script_of(text), order, tables)
    shaped = _has_shape_of_place(person, tables)
    surely = _weight(person) >= _SURELY and not (
        shaped
        or _is_no_name(_opening(person, tables), person, tables)
        or not joiners(tables or built_in()).isdisjoint(text.split())
    )
    # The place by rule is made when somebody asks for it.
    if surely and (_ends_with_initial(text) or not is_listed(text, tables)):

        def others() -> tuple[Reading, ...]:
            return (
                *person.others,
                changed(read_place(text, tables, style=style, bent=False), others=()),
            )

        return changed(person, others=later(others))
    place = read_place(text, tables, style=style, bent=not surely or text[:1].islower())
    placed = not (_are_of_people(text, person, place) or _is_ruler(text, person, tables)) and (
        _speaks_for(place, person, tables)
        or (are_several(place) and not are_several(person))
        or (shaped and place.row is None)
        or (names_country(text, tables) and not _has_usual_given(person))
        or (_weight(place) > _weight(person) and not _gives_way(place, person, tables))
    )
    first, second = (place, person) if placed else (person, place)
    return changed(first, others=(*first.others, changed(second, others=())))


def _weight(reading: Reading) -> float:
    """How strongly a text speaks for the kind it was read as.

    A place is known by its row, several by theirs, a person by a given name or a patronymic beside another
    word; a shape alone says little.
    """
    sure = reading.confidence * (1.0 if reading.status == "ok" else _DOUBTED)
    if are_several(reading):
        return sure
    if reading.kind == "place":
        return sure if reading.row else _SHAPE / 2
    if not any(part.row or part.role == "patronymic" for part in reading.parts):
        return sure * _SHAPELY if reading.status == "ok" else _SHAPE
    return sure if len(reading.parts) > 1 else sure * _ALONE


def _are_of_people(text: str, person: Reading, place: Reading) -> bool:
    """Is a text of several known people, which no place is called by: Ivan and Maria Petrov?"""
    if not are_several(person) or are_several(place):
        return False
    return place.row is None or not _writes(place.row, text, "also")


def _is_ruler(text: str, person: Reading, tables: Tables | None) -> bool:
    """Has a known given name the number of a ruler: Александр III?"""
    return any(part.row and part.role in _GIVEN for part in person.parts) and bool(regnal(text, tables))


def _speaks_for(place: Reading, person: Reading, tables: Tables | None) -> bool:
    """Is a text surely a place's: a generic word (village, district) beside no known given name, or what
    a row of places writes and nobody is known to be called? A lone word that has the article is sooner a
    village than a family, unless it is a nisba. A small letter without its stop is a preposition: в Крыму.
    """
    from translit.place.sentence import is_led

    if place.row is not None and is_led(person.text, tables or built_in()):
        return True
    generic = next((part.text for part in place.parts if part.role == "generic"), None)
    if generic and generic[0].isupper() and is_initial(generic):  # L. is Lake before a known name only
        name = person.text.replace(generic, "", 1).strip()
        if place.row is None or not _writes(place.row, name):
            return False
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


def _has_shape_of_place(person: Reading, tables: Tables | None) -> bool:
    """Does a name that no table of persons has look like a place's: Привольное, Krasnaya Kharkovka?

    Where it is of several words, one that may be another people's does not tell.
    """
    parts = person.parts or (person,)
    if any(part.row or part.role == "patronymic" or is_initial(part.text) for part in parts):
        return False
    words = person.text.replace("-", " ").split()
    if len(words) > 1 and person.origin is None:
        return False
    return sum(placelike(word, tables) for word in words) > _PLACELIKE


def _gives_way(place: Reading, person: Reading, tables: Tables | None) -> bool:
    """Is a word that is a person's name just so no place that is but misheard?

    Maliki is no al-Malikiyah, and Chernigov what Chernihiv is called. A given name is a large town by its
    own name alone, as Vladimir is, or a metropolis: Aleksandr is no Alexandria, Ahmad no al-Ahmadi.
    """
    parts, row = person.parts, place.row
    if row is not None and _has_father(person):  # Mohammed bin Zayed, no town of his
        return not _writes(row, person.text)
    if row is not None and _is_known(person) and script_of(person.text) == "Arab":
        return not _writes(row, person.text, "also")  # عقيلة صالح is no قلعة صالح
    if len(parts) != 1 or parts[0].status != "ok" or row is None:
        return False
    word = fold(person.text)
    if parts[0].row is not None and _is_usual(parts[0].row, word, tables or built_in()):
        return not _is_large(row, word, parts[0].row)
    if word not in (fold(person.canonical), fold(person.native or "")):
        return False
    if _writes(row, word):
        return False
    if float(row["population"] or 0) >= _LARGE:
        return parts[0].role in _GIVEN and not _is_called(row, word)
    return parts[0].role in _GIVEN or word not in map(fold, row.many("also"))


def _is_called(row: Row, word: str) -> bool:
    """Is a place called so by another name of its, or does its name sound so?"""
    from translit.place.nearness import sounded
    from translit.place.skeleton import FAMILIES as READ_IN

    return word in map(fold, row.many("also")) or any(
        sounded(word, family) == sounded(row.canonical, family) for family in READ_IN
    )


def _is_usual(row: Row, word: str, tables: Tables) -> bool:
    """Is a word spelt as a given name that people have today? The calendars of Slavs have many others."""
    _, home, name = row.table.split("/")
    if home not in _CALENDARS:
        return name in _GIVEN and spelt_as(row, word, tables)
    written = spelt_as(row, word, tables) or is_written(row, home, word, tables)
    return written and commonness(tables)(row) > 0


def _is_large(row: Row, word: str, given: Row) -> bool:
    """Is a place so large that a given name may mean it: a country or a town so called, a metropolis?

    A usual Slavic name is one beside a large town only, since its table tells how many people bear it.
    """
    size = float(row["population"] or 0)
    if _writes(row, word):
        least = _LARGE if given.table.split("/")[1] in _CALENDARS and script_of(word) != "Arab" else _TOWN
        return size >= least or row.table == _COUNTRIES
    return size >= _METROPOLIS and _writes(row, word, "also")


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
