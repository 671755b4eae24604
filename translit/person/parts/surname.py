"""The surname of a Russian name: by its row or its husband's, else as it is heard."""

from __future__ import annotations

import re

from translit.languages import nations
from translit.lookup import Hit, lexicon_of
from translit.memory import remembered
from translit.nouns import Reading, Row
from translit.person.latin.literal import is_listed
from translit.person.latin.natives import Form, cased, dotted, forms
from translit.person.latin.natives import surname as heard_surname
from translit.person.latin.writers import PRESS
from translit.person.national import national
from translit.person.parts.making import by_row, by_sound, latin_of, part_of, scheme_of, usual_scheme
from translit.person.shape import shape
from translit.person.surname import family, feminine
from translit.quick import changed, rounded
from translit.romanization import RUSSIAN_PRESS, is_spelt, latin_schemes
from translit.tables import Tables
from translit.text.clean import fold, strip_stress
from translit.text.script import script_of

__all__ = ["is_russian", "is_written_russian", "surname_as", "surname_part"]

_MARKED = frozenset("šžčŝśźć")
_RUSSIAN_SHAPE = 1.5
_BELARUSIAN, _SHORT_U = "be", re.compile("(?<=[aeio])u(?=[bcdfghklmnprstz])")  # ў, which is a Russian в
_NO_HARD = "g"  # a letter that a neighbour's scheme writes for no г
_LIKELY = 0.05  # … for a neighbour's surname to be spelt nearest to it
_LONE_H, _KH, _HE = re.compile("(?<![ckstzg])h"), "х", "г"  # a neighbour's h is г: Šmyhal


def _surname_row(text: str, tables: Tables, language: str = "ru") -> Row | None:
    """The row of a surname; a language with a scheme of its own has rows of its own.

    Of Russian ones those count for it that tell more than the press's scheme of Russian does.
    """
    hits = lexicon_of(tables).written(text)
    return _row_among(hits, text, tables, language) if hits else None  # most surnames have no row


def _row_among(hits: tuple[Hit, ...], text: str, tables: Tables, language: str) -> Row | None:
    """The same among the rows that write a word out."""
    rows = [hit.row for hit in hits if hit.role == "surname" and hit.family == "ru"]
    if not rows:
        return None
    if not _MARKED.isdisjoint(text.lower()):
        rows = [row for row in rows if _is_marked(strip_stress(row.native), text.lower(), tables)]
    if language != "ru":
        own = [row for row in rows if row.table in (f"person/{language}/surname", *map(str, tables.own))]
        rows = own or (rows if scheme_of(language, tables) == RUSSIAN_PRESS else [])
        rows = [row for row in rows if row in own or _is_told(row, text, tables)]
    return rows[0] if rows else None


def _is_told(row: Row, text: str, tables: Tables) -> bool:
    """Does a Russian row tell more than the press's scheme: another English form, or this spelling?"""
    return row.canonical != latin_of(strip_stress(row.native), RUSSIAN_PRESS, tables) or _prints(row, text)


def _prints(row: Row, text: str) -> bool:
    """Does a row write a word out that a neighbour spells otherwise: Jelcyn, or Gref with its g?"""
    folded = fold(text)
    return folded in map(fold, row.many("also")) or (_NO_HARD in folded and folded == fold(row.canonical))


def _is_marked(native: str, text: str, tables: Tables) -> bool:
    """Does a scheme write a word so, its marks too? Peškov is no Песков."""
    return any(latin_of(native, one, tables).lower() == text for one in latin_schemes("ru", tables))


@remembered(16384)
def surname_part(
    text: str, foreign: bool, language: str, writers: tuple[str, ...], tables: Tables
) -> Reading:
    """The surname: by its row or its husband's, written or heard, else by the scheme of its language.

    Beside a foreign given name, in a name that nothing makes Russian, its Latin spelling stays.
    """
    listed = _listed(text, text, tables, language)
    if listed is None and "-" in text.strip("-"):
        return _double(text, tables, language, writers)
    found = listed or _unlisted(text, foreign, language, writers, tables)
    if foreign or not found.native:
        return found
    if script_of(text) == "Cyrl":  # Ukrainian has no ё, and other languages leave its dots out as they will
        native = found.native if language == "ru" else _as_dotted(found.native, text)
        return found if native == found.native else changed(found, native=native)
    return _at_home(text, found, language, writers, tables) if language in nations(tables) else found


def _at_home(text: str, found: Reading, language: str, writers: tuple[str, ...], tables: Tables) -> Reading:
    """A neighbour's surname in its own letters, and as they are written, from its reading as a Russian one.

    The form is the first that a scheme of the language writes just so, else the likeliest's.
    """
    spelt = [text]
    if language == _BELARUSIAN and found.row is None and _SHORT_U.search(text):
        spelt.append(_SHORT_U.sub("v", text))
    every = [form for one in spelt for form in forms(one, writers, tables)]
    first, likely = found.native or text, [form for form in every if form.share > _LIKELY]
    if every and _is_spelt_known(every[0].native.lower(), text, tables):  # Porochenko is no Пороченко
        likely = []
    if _LONE_H.search(text.lower()) and _KH in first and not is_listed(first.lower(), tables):
        plain = [form.native for form in likely if _KH not in form.native.lower()]
        first = next((native for native in plain if native.lower().count(_HE) > 0), first)
    own = national(text, first, language, tables, [form.native for form in likely])
    there = surname_part(own, False, language, writers, tables)
    latin = found.canonical if found.row and _prints(found.row, text) else there.canonical
    return changed(there, text=text, canonical=latin, confidence=found.confidence, status=found.status)


def _is_spelt_known(native: str, text: str, tables: Tables) -> bool:
    """Is a small form one that the tables know, and does a scheme of Russian write a word so?"""
    return is_listed(native, tables) and is_spelt(native, fold(text), "ru", tables=tables)


def _unlisted(text: str, foreign: bool, language: str, writers: tuple[str, ...], tables: Tables) -> Reading:
    """A surname that no row writes as the text does: as it is heard, or as it stands in Cyrillic."""
    form = heard_surname(text, writers, tables)
    if form and script_of(text) == "Cyrl":
        if language == "ru":
            form = Form(dotted(form.native, tables), form.share)
        elif abroad := _listed_abroad(text, form.native, language, tables):
            return abroad
    return surname_as(text, form, foreign, language, tables)


def _as_dotted(native: str, text: str) -> str:
    """A native form with ё only where the text may have it."""
    return native if "ё" in text.lower() else native.replace("ё", "е").replace("Ё", "Е")


def _listed_abroad(text: str, native: str, language: str, tables: Tables) -> Reading | None:
    """A neighbour's surname by the row that writes it as papers do: Сирський is Syrskyi."""
    if language not in nations(tables):
        return None
    row = _surname_row(latin_of(native, usual_scheme(language, tables), tables), tables, language)
    return part_of(text, "surname", native, row.canonical, row) if row is not None else None


def surname_as(text: str, form: Form | None, foreign: bool, language: str, tables: Tables) -> Reading:
    """The surname that a word is in a Cyrillic form: by its row, else by the scheme of its language."""
    if foreign and script_of(text) == "Latn":
        native, sure = (form.native, rounded(form.share)) if form else (None, None)
        return part_of(text, "surname", native, cased(text), None, False, sure=sure)
    if form is not None and form.native != text:
        listed = _listed(text, form.native, tables, language)
        if listed is not None:
            return changed(listed, confidence=rounded(form.share))
    return by_sound(text, "surname", form, tables, shape(text, tables)[0] > 1, "", language)


def _listed(text: str, word: str, tables: Tables, language: str) -> Reading | None:
    """A surname by the row that writes a word out, or writes out its masculine form."""
    row = _surname_row(word, tables, language)
    if row is not None:
        return by_row(text, "surname", row)
    man = family(word)
    row = _surname_row(man, tables, language) if man != word else None
    if row is None or row["gender"] != "m":
        return None
    native, latin = feminine(strip_stress(row.native)), feminine(row.canonical)
    if latin == row.canonical:  # Alekhine has no woman's form
        latin = latin_of(native, RUSSIAN_PRESS, tables)
    return part_of(text, "surname", native, latin, row)


def _double(text: str, tables: Tables, language: str, writers: tuple[str, ...]) -> Reading:
    """A double surname (Мамин-Сибиряк): each half by itself."""
    pieces = [piece for piece in text.split("-") if piece]
    halves = [surname_part(piece, False, language, writers, tables) for piece in pieces]
    small = [piece.islower() and not text.islower() for piece in pieces]
    natives = [
        half.native.lower() if low and half.native else half.native
        for half, low in zip(halves, small, strict=True)
    ]
    latin = [
        half.canonical.lower() if low else half.canonical for half, low in zip(halves, small, strict=True)
    ]
    native = "-".join(half for half in natives if half) if all(natives) else None
    known = any(half.status == "ok" for half in halves)
    return part_of(text, "surname", native, "-".join(latin), None, known)


@remembered(8192)
def is_russian(text: str, ended: bool, tables: Tables) -> bool:
    """True for a word that can hardly be another nation's surname, `ended` as those that tell a gender."""
    surname = shape(text, tables)[0]
    if surname > 2 * _RUSSIAN_SHAPE or (ended and surname > _RUSSIAN_SHAPE):
        return True
    return _surname_row(text, tables) is not None


@remembered(4096)
def is_written_russian(text: str, tables: Tables) -> bool:
    """Is a word a Russian surname that the tables know, as a scheme writes it: Soljenitsyne?"""
    form = heard_surname(text, PRESS, tables) if script_of(text) == "Latn" and text.isalpha() else None
    if form is None:
        return False
    native = form.native.lower()
    known = _surname_row(native, tables) or (
        is_listed(native, tables) and shape(native, tables)[0] > _RUSSIAN_SHAPE
    )
    return bool(known) and is_spelt(native, fold(text), "ru", tables=tables)
