"""What of a text that may be a person's name looks like a place's: its opening, its ending, its shape."""

from __future__ import annotations

from translit.lookup import lexicon
from translit.nouns import Reading
from translit.origin import likeliest
from translit.sounds.kinds import placelike
from translit.tables import Tables
from translit.text.article import is_article
from translit.text.script import script_of
from translit.text.words import is_initial

__all__ = ["has_shape_of_place", "is_no_name", "is_placelike", "is_shared", "opening_of"]

_PLACELIKE = 3.0  # nats by which the letters of words of no table must speak for a place
_LEAST_OPENING, _IN_ARABIC = 4, 3  # letters of a word that opens places' names and no person's by chance
_SEVERAL = 2
_CALLED = ("title", "kunya", "patronymic")  # what no place is called by
_LEVELS = ("upper", "lower")  # what tells places apart and no families


def has_shape_of_place(person: Reading, tables: Tables) -> bool:
    """Does a name that no table of persons has look like a place's: Привольное, Krasnaya Kharkovka?

    Where it is of several words, one that may be another people's does not tell.
    """
    parts = person.parts or (person,)
    if any(part.row or part.role == "patronymic" or is_initial(part.text) for part in parts):
        return False
    told = " ".join([part.text for part in parts]) if ":" in person.text else person.text  # no label of it
    words = told.replace("-", " ").split()
    if len(words) > 1 and person.origin is None:
        return False
    return sum(placelike(word, tables) for word in words) > _PLACELIKE


def is_placelike(person: Reading, tables: Tables) -> bool:
    """Is a lone word that no row of persons has by its letters a place's, whatever its ending: Цюрупинск?"""
    (part, *more) = person.parts or (person,)
    return not more and part.row is None and placelike(person.text, tables) > _PLACELIKE


def opening_of(person: Reading, tables: Tables) -> str:
    """The word with which a name of several opens as those of many places do: Deir, Sidi; else empty."""
    from translit.place.atlas import atlas

    text = person.text.replace("-", " ")
    if " " not in text or any(part.role in ("title", "kunya") for part in person.parts):
        return ""
    return text.removesuffix(atlas(tables).generics.without_part(text)).strip()


def is_no_name(opening: str, person: Reading, tables: Tables) -> bool:
    """Is such a word no name of a person, as others of an Arab's name are: Deir Hassan, Kafr Ahmad?"""
    if person.origin != "ar" or len(opening) < (_LEAST_OPENING if opening.isascii() else _IN_ARABIC):
        return False
    unknown = any(part.text == opening and part.row is None for part in person.parts)
    return unknown and not lexicon(tables).written(opening)


def is_shared(person: Reading, tables: Tables) -> bool:
    """Does a name of several words have one that only places have, and no given name: Novaya Guta?"""
    from translit.place.kinds import qualities
    from translit.place.shared import shared

    words = person.text.replace("-", " ").split()
    if len(words) < _SEVERAL or person.text.count(",") or any(part.role in _CALLED for part in person.parts):
        return False
    first, last = shared(words[0], tables), shared(words[-1], tables)
    if first and first["language"] != "ar":  # Upper Haditha, Большие Озерки
        slavic = first["language"] == "ru"
        return (slavic or first["feature"] in qualities(tables)) and not _has_given(words[1:], tables)
    if first and all(hit.family == "other" for hit in lexicon(tables).written(words[0])):  # Ein el-Sultan
        script = script_of(person.text)
        if script == "Arab":
            return True
        arabs = person.origin == "ar" or likeliest(words[1:], script, tables) == "ar"
        if len(words[0]) >= _LEAST_OPENING:  # Maarrat Misrin, of no Marat; Deir Aames; not Borg Andersson
            return person.origin is not None or arabs or likeliest(words[:1], script, tables) == "ar"
        known = any(part.row for part in person.parts)  # Ain Ghezaia; not Bir Hassan
        return is_article(words[1], words[-1]) or (arabs and len(words[0]) >= _IN_ARABIC and not known)
    if last and last["language"] == "ar" and last["feature"] in _LEVELS:  # at-Tuwathi al-Asfal
        return not _has_given(words[:-1], tables)
    return False


def _has_given(words: list[str], tables: Tables) -> bool:
    """Is one of some words a given name that a row writes?"""
    return any(hit.role == "given" for word in words for hit in lexicon(tables).written(word))
