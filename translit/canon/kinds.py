"""A text of unknown kind: a person's name or a place's?

It is read both ways. Which reading is kept is told by how strongly each speaks for its kind, and by what only
places or only persons are called.
"""

from __future__ import annotations

from translit.canon.meant import (
    GIVEN,
    ends_otherwise,
    has_father,
    is_called,
    is_known,
    is_land,
    is_link,
    is_meant,
    is_plain_surname,
    is_short,
)
from translit.canon.persons import read_person
from translit.canon.placed import ends_in_generic, says_area, tells_where
from translit.canon.places import read_place
from translit.canon.several import are_several
from translit.canon.toponymic import (
    has_shape_of_place,
    is_no_name,
    is_placelike,
    is_shared,
    opening_of,
)
from translit.lookup import joiners
from translit.nouns import Reading, Row
from translit.person.beside.regnal import regnal
from translit.quick import changed, later
from translit.tables import Tables
from translit.text.clean import fold
from translit.text.script import script_of
from translit.text.words import is_initial

__all__ = ["likelier"]

_OWN = (*GIVEN, "patronymic", "kunya", "nasab", "laqab", "title")  # what a person alone has
_ISM, _COUNTRY = "person/ar/ism", "place/country"
_AREAS = ("place/unit", "place/district")
_DOUBTED = 0.85  # what an ambiguous reading is worth beside a sure one of the other kind
_SHAPE = 0.4  # what a reading is worth that no row supports
_SHAPELY = 0.78  # what a person is worth whose surname's shape is sure
_SURELY = 0.6  # what a person is worth beside whom only a place's own name is looked for
_SURE = 0.8  # the confidence of a place that a word with letters of places' names means
_EITHER = 0.7  # what a person of known names is worth, whichever of them is the given name
_ALONE = 0.75  # what a person known by one word is worth
_TOWN, _CITY = 1e4, 1e5  # people of a town, of a city
_CALLED = ("title", "kunya", "patronymic")  # what no place is called by
_DASH = " - "


def likelier(text: str, order: str, style: str, tables: Tables) -> Reading:
    """Read a text of unknown kind both ways and keep the surer, the other among `others`.

    A text that is surely a person's name is no bent or misspelt place.
    """
    from translit.place import is_listed

    person = read_person(text, script_of(text), order, tables)
    shared = is_shared(person, tables)
    shaped = shared or has_shape_of_place(person, tables)
    surely = not shaped and _is_surely_person(person, tables)

    # The place by rule is made when somebody asks for it.
    if surely and (_ends_with_initial(text) or not is_listed(text, tables)):

        def others() -> tuple[Reading, ...]:
            place = read_place(text, tables, style=style, bent=False)
            return (*person.others, changed(place, others=()))

        return changed(person, others=later(others))
    place = read_place(text, tables, style=style, bent=not surely or text[:1].islower())
    placed = shared or (shaped and place.row is None) or _is_sooner_place(place, person, tables)
    if placed and is_link(text, tables):
        placed = place.row is not None and is_called(place.row, text)
    if placed and not _are_of_people(person, place) and not _is_ruler(person, tables):
        return changed(place, others=(*place.others, changed(person, others=())))
    if place.row is None and not person.parts and not person.confidence:  # of a body
        return changed(person, kind=None)
    return changed(person, others=(*person.others, changed(place, others=())))


def _is_surely_person(person: Reading, tables: Tables) -> bool:
    """Does a text so surely name a person that no place is looked for but by its own name?"""
    if (
        _weight(person) < _SURELY
        or ends_otherwise(person)
        or is_no_name(opening_of(person, tables), person, tables)
    ):
        return False
    if (_is_half_known(person) and ends_in_generic(person, tables)) or says_area(person, tables):
        return False
    return joiners(tables).isdisjoint(person.text.split())


def _is_sooner_place(place: Reading, person: Reading, tables: Tables) -> bool:
    """Is a text sooner a place's name: surely so, of several, of a country, or the surer of two readings?"""
    from translit.place import names_country
    from translit.place.reading import bounds_told

    if _are_initials(person):  # U.A.E.
        return place.row is not None and place.row.table == _COUNTRY and place.confidence >= _SURE
    if _is_indexed(person, place) and not bounds_told(person.text, tables):
        return False
    if "/" in person.text and place.row is not None:
        other = read_place(person.text.rpartition("/")[2].strip(), tables)
        if other.row == place.row or _has_usual_given(person):
            return other.row == place.row  # Deraa/Daraa; not Ivan/Petrov
    if _speaks_for(place, person, tables) or (are_several(place) and not are_several(person)):
        return True
    if names_country(person.text, tables) and not _has_usual_given(person):
        return place.row is not None or not any(part.role in _CALLED for part in person.parts)
    if place.row is not None and _DASH in person.text and bounds_told(person.text, tables):
        return True  # Anbar - Ramadi
    if place.row is None:
        return _weight(place) > _weight(person)
    if place.confidence >= _SURE and tells_where(person.text, tables):
        return True
    if "," in person.text and _has_usual_given(person) and not bounds_told(person.text, tables):
        return False  # Khiti, Mohammad
    land = is_land(place.row, person.text, tables) or _is_one_of_several(place, person, tables)
    sure = place.confidence >= _SURE and is_placelike(person, tables)
    return (land or sure or _weight(place) > _weight(person)) and is_meant(place, person, tables)


def _are_initials(person: Reading) -> bool:
    """Are initials all that a text has, which spell no place: A.B.?"""
    return "." in person.text and bool(person.parts) and all(is_initial(part.text) for part in person.parts)


def _is_indexed(person: Reading, place: Reading) -> bool:
    """Do known given names stand behind the comma of a text: Najaf, Muhammad Mahdi? One may be a place."""
    _, comma, behind = person.text.partition(",")
    behind = behind.strip()
    if not comma or "," in behind or (" " not in behind and are_several(place)):
        return False
    return any(part.row and part.role in _OWN and behind.startswith(part.text) for part in person.parts)


def _is_one_of_several(place: Reading, person: Reading, tables: Tables) -> bool:
    """Is a text surely one of several places' names, whichever it means: Jalal-Abad, Luxembourg, Пушкино?

    One without a hyphen must be a place's own name, and a person's in another spelling or a city's of no row.
    """
    if place.status != "ambiguous" or place.row is None or is_short(person, tables):
        return False
    text, others = person.text, [other for other in place.others if other.row]
    if "-" not in text:
        spelt = fold(text) in map(fold, (person.canonical, person.native or ""))
        city = float(place.row["population"] or 0) >= _CITY and not any(part.row for part in person.parts)
        if (spelt and not city) or not is_called(place.row, text):
            return False
        others = [other for other in others if other.row and is_called(other.row, text)]
    return place.confidence + sum(other.confidence for other in others) > _weight(person)


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
    if reading.status == "ambiguous" and len(reading.parts) > 1 and all(part.row for part in reading.parts):
        return max(sure, _EITHER)  # the doubt is of their order
    return sure if len(reading.parts) > 1 else sure * _ALONE


def _are_of_people(person: Reading, place: Reading) -> bool:
    """Is a text of several known people, which no place is called by: Ivan and Maria Petrov?"""
    if not are_several(person) or are_several(place):
        return False
    return place.row is None or not is_called(place.row, person.text, "also")


def _is_ruler(person: Reading, tables: Tables) -> bool:
    """Has a known given name the number of a ruler: Александр III?"""
    return any(part.row and part.role in GIVEN for part in person.parts) and bool(regnal(person.text, tables))


def _speaks_for(place: Reading, person: Reading, tables: Tables) -> bool:
    """Is a text surely a place's, whatever its readings are worth?

    So is one with a generic word (village, district) beside no known given name, and what a row of places
    writes and nobody is known to be called. A lone word that has the article is sooner a village than a
    family, unless it is a nisba. A small letter without its stop is a preposition: в Крыму.
    """
    from translit.place.said import has_article
    from translit.place.sentence import is_led
    from translit.place.slavic import gender

    led = is_led(person.text, tables) and not _is_small_initial(person)
    led = led or (place.confidence >= _SURE and has_article(person.text, tables))
    if place.row is not None and (led or _is_whole(place.row, person)):
        return True
    area = place.row is not None and (place.confidence >= _SURE or place.row.table in _AREAS)
    if area and says_area(person, tables):
        return True
    generic = next((part.text for part in place.parts if part.role == "generic"), None)
    lone = " " not in person.text
    family = lone and (person.row is not None or is_plain_surname(person, tables))
    if generic == "" and (family or gender(place.text)):  # of an area, and a surname: Воскресенский, Тарасов
        generic = None
    if generic and generic[0].isupper() and is_initial(generic):  # L. is Lake before a known name only
        name = person.text.replace(generic, "", 1).strip()
        if place.row is None or not is_called(place.row, name):
            return False
    if generic is not None:
        return (not is_known(person) or ends_in_generic(person, tables)) and not any(
            part.row or part.role == "patronymic"
            for part in person.parts
            if part.role in _OWN and part.text != generic and not is_initial(part.text)
        )
    opening = opening_of(person, tables)
    if opening and (is_no_name(opening, person, tables) or (place.row and _is_town(place.row, person))):
        return True
    if is_short(person, tables):
        return False
    if place.row is not None and (person.status == "unknown" or _is_half_known(person)):
        return is_called(place.row, person.text, "also")
    if person.status != "unknown":
        return False
    (part, *more) = person.parts or (person,)
    return not more and part.role == "family" and (bool(opening) or part.canonical.startswith("al-"))


def _is_small_initial(person: Reading) -> bool:
    """Is the small letter before a surname in Latin, which stands as it is, sooner an initial: v Ivanov?"""
    name = person.text.partition(" ")[2]
    return script_of(name) == "Latn" and fold(name) == fold(person.surname or "")


def _is_town(row: Row, person: Reading) -> bool:
    """Is a name that opens so a town's just so, and not of two given names: Sidi Bouzid? No village's."""
    given = any(part.row and part.row.table == _ISM for part in person.parts[1:])
    size = float(row["population"] or _TOWN)
    return not given and size >= _TOWN and is_called(row, person.text, "also")


def _ends_with_initial(text: str) -> bool:
    """Is the last word of a text an initial, Иванов С., and no place's generic: МОСКВА Г.?"""
    last = text.rsplit(" ", 1)[-1]
    return last[-1] == "." and last[0].isupper() and is_initial(last) and not text.isupper()


def _is_whole(row: Row, person: Reading) -> bool:
    """Are several words, not each a known person's, all of a place's name: Jebel Marra?"""
    if " " not in person.text or has_father(person):
        return False
    return _is_half_known(person) and is_called(row, person.text, "also")


def _is_half_known(person: Reading) -> bool:
    """Has a name of several words one that no table has: Tel Aviv, of the given name Aviv?"""
    return len(person.parts) > 1 and not all(part.row for part in person.parts)


def _has_usual_given(person: Reading) -> bool:
    """Has a name a given name that a row has, and no word that none has: Ivanov, Jordan?"""
    return any(part.role in GIVEN and part.row for part in person.parts) and not _is_half_known(person)
