"""What tells that a text is the name of a place: a generic that nobody is called, what is behind a comma."""

from __future__ import annotations

from translit.nouns import Reading
from translit.tables import Tables
from translit.text.script import script_of

__all__ = ["ends_in_generic", "says_area", "tells_where"]

_ISM = "person/ar/ism"
_LEAST_GENERIC = 4  # letters of a generic that tells


def ends_in_generic(person: Reading, tables: Tables) -> bool:
    """Does an Arab's name end in a generic that nobody is called: al-Hallaq Province?"""
    from translit.place.atlas import atlas

    if person.origin != "ar":
        return False
    last = person.text.rpartition(" ")[2]
    unknown = any(part.text == last and part.row is None for part in person.parts)
    return unknown and atlas(tables).generics.parse(person.text).generic == last


def says_area(person: Reading, tables: Tables) -> bool:
    """Does a text begin or end as the name of an area or land does, in a word that nobody is called?

    So do Daraa province, plaine de La Bekaa; and مدينة بصرى, since few women are called Madina in Arabic.
    """
    from translit.place.atlas import atlas

    generics = atlas(tables).generics
    parsed = generics.parse(person.text)
    if not parsed.rows or len(parsed.generic) < _LEAST_GENERIC:
        return False
    if parsed.features & generics.settlements:
        return parsed.leads and script_of(parsed.generic) == "Arab"
    words = parsed.generic.split()
    rows = [part.row for part in person.parts if part.text in words]
    return not any(rows) or (parsed.leads and all(row is None or row.table != _ISM for row in rows))


def tells_where(text: str, tables: Tables) -> bool:
    """Does a preposition in small letters lead to a larger place: Дума, в Сирии; Homs in Syria?"""
    from translit.place.reading import bounds_told
    from translit.place.sentence import without_preposition

    if "," not in text:
        return " " in text and bool(bounds_told(text, tables))
    behind = text.partition(",")[2].strip()
    return (
        behind[:1].islower()
        and bool(without_preposition(behind, tables)[1])
        and bool(bounds_told(text, tables))
    )
