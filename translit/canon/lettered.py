"""A person's name in letters that tell whose paper it stands in, read in plainer ones."""

from __future__ import annotations

from collections.abc import Mapping

from translit.canon.readers import Read, of_longer, reader
from translit.canon.surface import put_back
from translit.languages import slavic
from translit.nouns import Reading
from translit.origin import likeliest
from translit.person.arabic.kurdish import WHY as KURDISH
from translit.person.arabic.kurdish import as_arabs
from translit.person.arabic.neighbours import in_russian, plainly
from translit.person.slavic.bulgarian import WHY as BULGARIANS
from translit.person.slavic.bulgarian import as_russians, is_borne, is_called, is_ukrainian
from translit.person.slavic.foreign_letters import SOUTHERN, WHY, ends_south, is_plain
from translit.person.slavic.foreign_letters import plainer as plainer_word
from translit.person.slavic.worth import is_anyones
from translit.tables import Tables
from translit.text.clean import fold
from translit.text.script import script_of

__all__ = [
    "as_russians_write",
    "as_written",
    "is_taken_over",
    "of_bulgarians",
    "of_either",
    "plainer",
    "unkurdish",
]

_CYRILLIC = "Cyrl"
_IN = ("ин", "ина")
_WHOLE = 2  # words of a whole name, which no place is called


def plainer(text: str, table: str, inside: Read, order: str, tables: Tables) -> Reading:
    """Read a name in rarer letters as it is written in plainer ones.

    What Cyrillic letters mean is in the parts' native forms, and these keep the text's words. A sign that
    stands for no sound, alone, is no word of theirs.
    """
    spelt = [(plain, word) for word in text.split() if (plain := plainer_word(word, table, tables))]
    if not spelt:
        return reader("ru")(text, tables=tables, order=order)
    name, stood = " ".join([plain for plain, _ in spelt]), dict(spelt)
    reading, latin = inside(name), script_of(text) != _CYRILLIC
    if reading.origin in (None, "ar") and table != SOUTHERN:  # whose letters say that they are none
        own = reader("ru")(name, tables=tables, order=order)
        known_so = own.status == "ok" or reading.origin is None
        reading = own if known_so or not latin else reading
    if latin:
        back = {plain: word for plain, word in spelt if plain != word}
        return put_back(of_longer(text, name, reading, WHY[table]), back, WHY[table])
    return as_written(text, name, stood, reading, WHY[table])


def as_written(text: str, name: str, stood: Mapping[str, str], reading: Reading, why: str) -> Reading:
    """The Reading of a name that was read in other Cyrillic letters; its parts keep the text's words."""
    return put_back(
        of_longer(text, name, reading, why), {put: word for put, word in stood.items() if put != word}, why
    )


def as_russians_write(text: str, tables: Tables) -> tuple[str, ...]:
    """The words of an Arab's name in Ukrainian or Bulgarian letters, in Russian ones; () of others."""
    plain = plainly(text, tables)
    if len(plain) < _WHOLE or likeliest(plain, _CYRILLIC, tables) != "ar":
        return ()
    return in_russian(text.split(), tables)


def of_bulgarians(text: str, inside: Read, tables: Tables) -> Reading | None:
    """Read a Russian's name that is known as Russians write it, in Bulgarian spelling; None of any other."""
    put = as_russians(text, tables)
    if not put or is_borne(text, tables):
        return None
    name = " ".join(put)
    reading = inside(name)
    theirs = reading.origin == "ru" or (reading.origin in slavic(tables) and not is_ukrainian(text))
    if not theirs or not is_taken_over(reading, tables) or (is_called(text, tables) and _is_in(reading)):
        return None
    return as_written(text, name, dict(zip(put, text.split(), strict=True)), reading, BULGARIANS)


def _is_in(reading: Reading) -> bool:
    """Has a surname in -ин no row, and so may be a Serb's: Савин?"""
    surnames = [part for part in reading.parts if part.role == "surname" and part.row is None]
    return any((part.native or "").endswith(_IN) for part in surnames)


def unkurdish(text: str, inside: Read, tables: Tables) -> Reading:
    """Read a name in Kurdish letters as Arabs write it; its parts keep the text's words."""
    words = text.split()
    put = [as_arabs(word, tables) for word in words]
    name = " ".join(put)
    reading = put_back(inside(name), dict(zip(put, words, strict=True)), KURDISH)
    return of_longer(text, name, reading, KURDISH)


def of_either(plain: Reading, own: Reading, order: str, tables: Tables) -> Reading | None:
    """A name with a ј that is read as a Russian's: `plain`, where its given name is one as well.

    One in -ски is South Slavs'; None of one that is no Russian's, as its `own` letters read.
    """
    if plain.origin in (None, "ar") or own.origin is None:
        return None
    if own.origin == "ar":  # Andari Saadawi
        return plain if _is_called_so(plain) else None
    theirs = own.status != "ok" or ends_south(own.text, tables) or not _is_called_so(plain)
    return reader("other")(own.text, tables=tables, order=order) if theirs else plain


def is_taken_over(reading: Reading, tables: Tables) -> bool:
    """Is a name in the letters of South Slavs none of theirs: of Arabs, or all of it known as Russian?"""
    if reading.origin == "ar":
        return all(part.row for part in reading.parts)
    if reading.origin is None or not is_plain(reading.native or ""):  # it has a ћ
        return False
    families = [part for part in reading.parts if part.role == "surname"]
    listed = all(part.row or is_anyones((part.native or "").lower(), tables) for part in families)
    return listed and _is_called_so(reading)


def _is_called_so(reading: Reading) -> bool:
    """Are a name's given names what their rows write?"""
    given = [part for part in reading.parts if part.role == "given"]
    return all(part.row and fold(part.row.native) == fold(part.native or "") for part in given)
