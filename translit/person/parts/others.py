"""What else a part of a Russian name may be, when it was written in another script."""

from __future__ import annotations

from translit.languages import nations
from translit.nouns import Reading
from translit.person.latin.hearing import bare
from translit.person.latin.natives import Form, every
from translit.person.names import givens, spelt_as
from translit.person.national import national
from translit.person.parts.making import by_row, by_sound, gender_by_shape
from translit.person.parts.surname import surname_as, surname_part
from translit.quick import changed
from translit.tables import Tables

__all__ = ["ways"]


def ways(
    part: Reading, foreign: bool, language: str, writers: tuple[str, ...], tables: Tables
) -> tuple[Reading, ...]:
    """What a part of another script may be: the part itself, then as its other forms in Cyrillic make it."""
    text = part.text
    if part.role not in ("given", "surname") or part.native is None or not part.native.isalpha():
        return (part,)
    own, rest = bare(part.native).lower(), 1.0 - part.confidence
    told = [
        (form, _spelt(text, form.native, part.role, language, tables))
        for form in every(text, writers, tables)
    ]
    others = [(form, native) for form, native in told if bare(native).lower() != own]
    total = sum([form.share for form, _ in others])
    found = [part]
    for form, native in others:
        share = form.share * min(1.0, rest / total)
        if part.role == "given":
            other = _given(text, Form(form.native, share), language, tables)
        elif native == form.native:
            other = surname_as(text, Form(native, share), foreign, language, tables)
            found.append(other)
            continue
        else:
            other = surname_part(native, False, language, writers, tables)
        found.append(changed(other, text=text, confidence=round(share, 4)))
    return tuple(found)


def _given(text: str, form: Form, language: str, tables: Tables) -> Reading:
    """A given name in another form: by the row that this is of, else by its sound."""
    hits = [hit for hit in givens(form.native, tables) if hit.tier != "foreign"]
    if hits and spelt_as(hits[0].row, form.native, tables):
        return by_row(text, "given", hits[0].row, hits[0].row["gender"])
    return by_sound(text, "given", form, tables, False, gender_by_shape(form.native, tables), language)


def _spelt(text: str, native: str, role: str, language: str, tables: Tables) -> str:
    """A surname's form in the letters of its language, any other part's as it is."""
    return (
        national(text, native, language, tables)
        if role == "surname" and language in nations(tables)
        else native
    )
