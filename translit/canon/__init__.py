"""explain(): from a text to its Reading, the one path that every verb walks.

clean → words → kind and family → the reader of that family → canonical form, key, and the steps.
`kinds` chooses between a person and a place, `persons` the family that reads a person's name, `doubt` where
more than one may.
"""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from translit.canon.chat import read_chat
from translit.canon.inside import inside
from translit.canon.persons import read_person
from translit.canon.readers import as_of
from translit.canon.several import names_of, rewritten
from translit.canon.stops import ends_sentence
from translit.canon.surface import as_stood
from translit.errors import InputError, UnknownKind, nearest, need_text
from translit.lookup import is_placeholder
from translit.nouns import Kind, Reading, Step
from translit.person.beside.bodies import is_body
from translit.romanization import romanize
from translit.romanization import scheme as find_scheme
from translit.tables import Tables, built_in
from translit.text.clean import clean
from translit.text.script import script_of
from translit.text.words import LONG_WORD, is_too_long, owner

__all__ = ["canonical", "explain"]

_KINDS = ("person", "place")
_USUAL = "person", "auto", "exonym", None  # how most names are asked for
_ORDERS = ("auto", "given-first", "surname-first")
_STYLES = ("exonym", "endonym")


def canonical(
    text: str,
    kind: Kind | None = None,
    *,
    scheme: str | None = None,
    style: str = "exonym",
    within: str | None = None,
    order: str = "auto",
    tables: Tables | None = None,
) -> str:
    """The one form that all spellings of a name come to.

    The same as ``explain(text, kind, …).canonical``; text in gives text out, known or not. The arguments,
    and what is raised, are those of `explain`.

    >>> canonical("Zabolotny Roman"), canonical("Дейр-эз-Зор", "place")
    ('Roman Zabolotny', 'Deir ez-Zor')
    """
    return explain(
        text, kind, scheme=scheme, style=style, within=within, order=order, tables=tables
    ).canonical


def explain(
    text: str,
    kind: Kind | None = None,
    *,
    scheme: str | None = None,
    style: str = "exonym",
    within: str | None = None,
    order: str = "auto",
    tables: Tables | None = None,
) -> Reading:
    """What a text is: its canonical form, native form, parts, key, confidence, and why.

    `kind` is "person", "place" or None (decided from the tables and the shape of the text).
    `scheme` writes the canonical form by a romanisation scheme instead of the usual English;
    `style` is "exonym" or "endonym" and `within` a country or first-level unit ("SY", "RU-ROS"),
    both for places (`within` alone says that the text is one); `order` is "auto", "given-first" or
    "surname-first", for persons; `tables` are the built-in ones or those with rows of your own
    (`Tables.extended`). What a Reading holds, and what its confidence means, `Reading` tells.

    Raises UnknownKind, UnknownScheme or InputError for an argument that is none of these.

    >>> reading = explain("Peskov Dmitriy Sergeyevich", "person")
    >>> reading.canonical, reading.surname, reading.patronymic, reading.gender
    ('Dmitry Sergeyevich Peskov', 'Peskov', 'Sergeyevich', 'm')
    """
    if (kind, order, style, tables) != _USUAL or type(text) is not str:
        _check(text, kind, style, order, tables)
    tables = tables or built_in()  # one answer for all that is asked below
    cleaned, steps = clean(text)
    composed = steps[0].before if steps else cleaned
    if text != composed:
        steps = (Step(text, composed, "blanks and composed letters"), *steps)
    if cleaned[-1:] == "." and ends_sentence(cleaned, tables):
        name = cleaned[:-1].rstrip()
        cleaned, steps = name, (*steps, Step(cleaned, name, "the end of a sentence"))
    script = script_of(cleaned)
    blank = "#" in text and text[0] == "#" and is_placeholder(text, tables)  # a spreadsheet's #NAME?
    if blank or not script or (len(cleaned) > LONG_WORD and is_too_long(cleaned)):
        reading = Reading(text=cleaned, canonical=cleaned, kind=kind)
    elif kind == "person" and not tables.own and not (cleaned[-1] in "sS" and owner(cleaned)):
        reading = read_person(cleaned, script, order, tables)
    else:
        reading = _answered(cleaned, _Asked(kind, order, within, style, tables))
    if script != "Latn" and reading.kind == "person":
        reading = as_stood(reading, composed)
    if scheme is not None:
        reading = _rewritten(reading, scheme, tables)
    if steps or reading.text != text:
        reading = as_of(text, reading, *steps)
    return reading if reading.canonical.strip(". ") else _in_letters(reading, cleaned)


def _in_letters(reading: Reading, cleaned: str) -> Reading:
    """The Reading of a text of which no sound is left in English."""
    written = _letters(cleaned)
    step = Step(reading.canonical, written, "letter by letter")
    return replace(reading, canonical=written, steps=(*reading.steps, step))


def _letters(text: str) -> str:
    """A text of which no sound is left in English, letter by letter; itself where no letter has one: Ъ."""
    written = romanize(text).strip()
    return written[0].upper() + written[1:] if written[:1].isalpha() else text


def _check(text: object, kind: object, style: str, order: str, tables: object) -> None:
    """Refuse arguments that mean nothing, naming the remedy."""
    need_text(text)
    if kind is not None and kind not in _KINDS:
        raise UnknownKind(f"no kind {kind!r}; {nearest(str(kind), _KINDS)}, or None to decide")
    if order not in _ORDERS:
        raise InputError(f"order: no {order!r}; {nearest(order, _ORDERS)}")
    if style not in _STYLES:
        raise InputError(f"style: no {style!r}; {nearest(style, _STYLES)}")
    if tables is not None and not isinstance(tables, Tables):
        raise InputError(
            f"tables: {tables!r} is no Tables; translit.tables.built_in().extended(FILE) makes one"
        )


class _Asked(NamedTuple):
    """How a text is to be read."""

    kind: Kind | None
    order: str
    within: str | None
    style: str
    tables: Tables


def _answered(text: str, how: _Asked) -> Reading:
    """Read a text; a user's own rows have the first word, behind titles and around places too."""
    tables = how.tables
    if not tables.own:
        return _read(text, how)
    from translit.own import answer
    from translit.own.rows import writes

    def read(name: str, kind: Kind | None, order: str) -> Reading:
        return _read(name, how._replace(kind=kind, order=order))

    names = () if writes(text, how.kind, how.within, tables) else inside(text, how.kind, tables)
    name = next((one for one in names if writes(one, how.kind, how.within, tables)), None)
    if name is None:
        return answer(text, how.kind, how.order, how.within, tables, read)
    found = answer(name, how.kind, how.order, how.within, tables, read)
    return replace(found, text=text, steps=(Step(text, name, "what stands around a name"), *found.steps))


def _read(text: str, how: _Asked) -> Reading:
    """Read a text as the kind asked for, or as the likelier one."""
    whose = owner(text)
    if whose and script_of(whose):
        owning = _answered(whose, how)
        if owning.status == "ok":
            return replace(owning, text=text, steps=(Step(text, whose, "what is whose"), *owning.steps))
    kind, order, within, style, tables = how
    if kind == "person":
        return read_person(text, script_of(text), order, tables)
    if is_placeholder(text, tables) or (kind is None and is_body(text, tables)):
        return Reading(text=text, canonical=text, kind=kind)
    found = read_chat(text, lambda spelt: _read(spelt, how), tables)
    if found:
        return found
    if kind == "place" or (kind is None and within):  # only a place lies within another
        from translit.canon.places import read_place

        return read_place(text, tables, within, style)
    from translit.canon.kinds import likelier

    return likelier(text, order, style, tables)


def _rewritten(reading: Reading, scheme: str, tables: Tables) -> Reading:
    """The same reading, its canonical forms written by a scheme from the native ones."""
    if names_of(reading):
        several = rewritten(reading, lambda one: _rewritten(one, scheme, tables))
        step = Step(reading.canonical, several.canonical, f"scheme {scheme}")
        return replace(several, steps=(*several.steps, step))
    if reading.native is None or (reading.kind == "person" and reading.origin is None):
        find_scheme(scheme, tables=tables)
        return reading
    latin = romanize(reading.native, scheme, tables=tables)
    parts = tuple(_rewritten(part, scheme, tables) for part in reading.parts)
    step = Step(reading.canonical, latin, f"scheme {scheme}")
    return replace(reading, canonical=latin, parts=parts, steps=(*reading.steps, step))
