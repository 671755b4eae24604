"""Who is known by a whole name, and a ruler's number: Peter the Great, Mohammed VI, Ivan Ivanov III."""

from __future__ import annotations

from collections.abc import Sequence

from translit.canon.meant import GIVEN
from translit.canon.readers import Read, of_longer
from translit.lookup import lexicon_of
from translit.nouns import Reading, Row, Step
from translit.person.beside.byname import byname, last_words
from translit.person.beside.calling import uprights
from translit.person.beside.entry import UNDOTTED
from translit.person.beside.regnal import around, ordinal, regnal, unnumbered
from translit.person.names import is_given
from translit.person.parts import title_part
from translit.person.slavic.ruler import declined, ruler
from translit.person.slavic.worth import is_surname
from translit.person.surname import ends
from translit.quick import changed, later
from translit.tables import Tables
from translit.text.clean import fold, strip_harakat, strip_stress
from translit.text.script import script_of

__all__ = ["as_ruler"]

_EQUIVALENT, _TURKS = "person/ar/equivalent", ("tr", "bs")  # tables and languages of the Ottomans' names
_NUMBER = "the number of a ruler"
_APART = tuple(",،;(")


def as_ruler(text: str, read: Read, tables: Tables) -> Reading | None:
    """Read the name of a ruler, or of another who has a whole name of their own; None of anybody else.

    `read` reads a name without its number.
    """
    before, behind = around(text, tables)
    if before != text or text.rpartition(" ")[2].lower() in last_words(tables):
        title = None if byname(text, tables) else _title(text, tables)  # Sheikh Hasina
        row = _in_any_case(text[len(title[0]) :].strip() if title else text, tables)
        if row is not None:
            return _of_row(text, row, (title_part(*title),) if title else (), read, tables)
        if title and script_of(text) == "Cyrl":  # королю Карлу III
            rest = text[len(title[0]) :].strip()
            told = as_ruler(rest, read, tables)
            if told is None:
                return None
            longer = of_longer(text, rest, told, f"stands before the name: {title[0]}")
            return changed(longer, parts=(title_part(*title), *told.parts))
    return _numbered(text, before, behind, read, tables) if before != text else None


def _in_any_case(name: str, tables: Tables) -> Row | None:
    """The row of somebody with a whole name, which in Cyrillic may stand in a case: Петра Великого."""
    row = byname(name, tables)
    if row is not None or script_of(name) != "Cyrl":
        return row
    number = regnal(name, tables)
    pieces = [word for word in name.split() if word != number]
    for forms in declined(pieces, tables):
        told = iter(forms)
        whole = " ".join([word if word == number else next(told) for word in name.split()])
        row = byname(whole, tables)
        if row is not None:
            return row
    return None


def _numbered(text: str, before: str, behind: str, read: Read, tables: Tables) -> Reading | None:
    """Read a name with a number between its words or behind them, which belongs to it."""
    if behind[:1] in _APART:  # Екатерина II, императрица
        return None
    number, stands = regnal(text, tables), before
    if script_of(before) == "Cyrl" and not behind and " " not in before:
        before = ruler(before.lower(), tables).capitalize()
    name = f"{before} {behind}".strip()
    if len(number) == 1 and not is_given(before.rsplit(" ", 1)[-1], tables):
        return None
    reading = read(name)
    if before != stands and is_given(stands, tables):  # Павла V, of Павел or Павла
        reading = changed(reading, status="ambiguous", others=(changed(read(stands), others=()),))
    if not _is_counted(reading) and not _may_rule(before, number, tables):
        alone = len(reading.parts) == 1 and reading.surname and len(number) > 1 and not behind
        dotted = f"{before} {'. '.join(number)}."
        return of_longer(text, dotted, read(dotted), UNDOTTED) if alone else None
    named = [part for part in reading.parts if part.role != "title"]
    last = max((at for at, part in enumerate(named) if before.endswith(part.text)), default=len(named) - 1)
    native = reading.native and _put(
        [part.native or "" for part in named], last, ordinal(number, reading.native, tables)
    )
    row = byname(native, tables) if native and not _is_turks(named[last]) else None
    if row is not None:
        return _of_row(text, row, reading.parts[: len(reading.parts) - len(named)], read, tables)
    canonical = _put([part.canonical for part in named], last, number)
    taken, put = Step(text, name, _NUMBER), Step(reading.canonical, canonical, _NUMBER)
    return changed(
        reading,
        text=text,
        canonical=canonical,
        native=native,
        key=f"{reading.key} {number}",
        steps=later(lambda: (taken, *reading.steps, put)),
    )


def _title(text: str, tables: Tables) -> tuple[str, Row] | None:
    """The title with which a text begins, one word or two, and its row."""
    words = text.split()
    for size in (2, 1):
        title = " ".join(words[:size])
        for form in (title, *_titles_of(title, tables)) if size < len(words) else ():
            for hit in lexicon_of(tables).written(form):
                if hit.role == "title":
                    return title, hit.row
    return None


def _titles_of(word: str, tables: Tables) -> tuple[str, ...]:
    """What a Cyrillic word may be in the nominative as a title: папы, императору."""
    return () if " " in word or script_of(word) != "Cyrl" else tuple(uprights(fold(word), tables))


def _of_row(text: str, row: Row, titles: tuple[Reading, ...], read: Read, tables: Tables) -> Reading:
    """The Reading of somebody whose whole name a row has, behind titles."""
    native = strip_harakat(strip_stress(row.native))
    plain = unnumbered(native, tables)
    reading = read(plain)
    if reading.native != plain:  # Леся Українка is no case of Лесь Українко
        reading = next((other for other in reading.others if other.native == plain), reading)
    return changed(
        reading,
        text=text,
        canonical=row.canonical,
        native=native,
        key=f"{reading.key} {regnal(native, tables)}".strip(),
        confidence=1.0,
        status="ok",
        parts=(*titles, *reading.parts),
        row=row,
        others=(),
        steps=(Step(text, row.canonical, f"{row.table} {row.id}"),),
    )


def _is_turks(given: Reading) -> bool:
    """Is a given name what Turks made of an Arab's, whose rulers are others: Mehmed V?"""
    return given.row is not None and given.row.table == _EQUIVALENT and given.row["language"] in _TURKS


def _is_counted(reading: Reading) -> bool:
    """May a number stand behind a name, one with a known given name? A foreign one keeps it by itself."""
    return reading.origin is not None and any(part.row and part.role in GIVEN for part in reading.parts)


def _may_rule(name: str, number: str, tables: Tables) -> bool:
    """Is a Cyrillic word before a number in Latin letters no surname, so that these are no initials?"""
    if " " in name or len(number) == 1 or script_of(name) != "Cyrl":
        return False
    return not is_surname(name.lower(), "m", tables) and not name.endswith(ends("Cyrl", "sure", tables))


def _put(forms: Sequence[str], last: int, number: str) -> str:
    """Words with a number behind one of them."""
    return " ".join([*forms[: last + 1], number, *forms[last + 1 :]])
