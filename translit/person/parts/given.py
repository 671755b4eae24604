"""The given name of a Russian name: by its row, in the language of the name."""

from __future__ import annotations

from translit.memory import remembered
from translit.nouns import Reading
from translit.person.latin.natives import Form, cased, forms, heard
from translit.person.latin.writers import ENGLISH, PRESS
from translit.person.names import Given, born_abroad, givens, is_form_of, russians, same_name
from translit.person.parts.making import by_row, by_sound, gender_by_shape, part_of
from translit.romanization import RUSSIAN_PRESS, spells
from translit.tables import Tables
from translit.text.clean import fold
from translit.text.script import script_of

__all__ = ["given_part"]

_HEARD = 0.6  # how likely a form must be for a given name to be heard in it


def _chosen(hits: tuple[Given, ...], language: str) -> Given:
    """The row meant: one of the name's own language, else the likeliest."""
    return next((hit for hit in hits if hit.tier == language), hits[0]) if language != "ru" else hits[0]


@remembered(16384)
def given_part(text: str, language: str, russian: bool, tables: Tables) -> Reading:
    """The given name: as its row has it, in the name's language where that has one.

    An English equivalent (Gregory) becomes the Russian name whose form it is where the rest of
    the name is Russian; in Cyrillic letters (Джон) it is meant as it stands, as is John, no form of Ivan.
    """
    hits = givens(text, tables) or _heard_givens(text, tables)
    if not hits:
        return _compound(text, language, russian, tables) or by_sound(
            text, "given", _unknown(text, tables), tables, False, gender_by_shape(text, tables), language
        )
    hit = _chosen(hits, language)
    if russian and not text.isascii() and script_of(text) == "Latn":
        hit = born_abroad(text, hits) or hit
    row = hit.row
    if hit.tier == "foreign":
        script = script_of(text)
        equivalent = russians(tables).get(row["equivalent"])
        if russian and equivalent is not None and script != "Cyrl" and is_form_of(row, equivalent, tables):
            row = equivalent
        else:
            form = heard(text, PRESS, tables)
            native = (script != "Cyrl" and row["cyrillic"]) or (form and form.native)
            latin = cased(text) if script == "Latn" else row.canonical
            return part_of(text, "given", native, latin, row, True, row["gender"])
    if script_of(text) != "Cyrl":
        row = same_name(row, language, text, tables) or row
    return by_row(text, "given", row, row["gender"])


def _unknown(text: str, tables: Tables) -> Form | None:
    """What a given name of no row is in Cyrillic: as its letters stand, where papers write that so.

    Surnames that it sounds as tell nothing of it: Kamen is no Камин.
    """
    form = heard(text, PRESS, tables)
    if form is None or not text.isascii() or not text.isalpha():
        return form
    plain = fold(text)
    if any(spells(form.native.lower(), plain, one) for one in ENGLISH):
        return form
    printed = (one for one in forms(text, PRESS, tables) if spells(one.native.lower(), plain, RUSSIAN_PRESS))
    return next(printed, form)


def _heard_givens(text: str, tables: Tables) -> tuple[Given, ...]:
    """The given names that a Latin spelling is heard as (Michail), where its letters show none."""
    form = heard(text, PRESS, tables) if script_of(text) == "Latn" and "-" not in text else None
    if form is None or form.share < _HEARD:
        return ()
    return tuple(hit for hit in givens(form.native, tables) if hit.tier != "foreign")


def _compound(text: str, language: str, russian: bool, tables: Tables) -> Reading | None:
    """Two given names joined by a hyphen (Юрій-Богдан), each read by itself."""
    if "-" not in text.strip("-"):
        return None
    pieces = [given_part(piece, language, russian, tables) for piece in text.split("-") if piece]
    natives = [piece.native for piece in pieces]
    native = "-".join(piece for piece in natives if piece) if all(natives) else None
    known = any(piece.row for piece in pieces)
    return part_of(
        text,
        "given",
        native,
        "-".join(piece.canonical for piece in pieces),
        None,
        known,
        next((piece for piece in pieces if piece.row), pieces[0]).gender or "",
    )
