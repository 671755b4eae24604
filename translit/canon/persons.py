"""A person's name, without what is said beside it; `families` reads its words."""

from __future__ import annotations

from collections.abc import Callable

from translit.canon.cases import behind_title
from translit.canon.chat import read_chat
from translit.canon.families import of_words
from translit.canon.governed import governed, unjoined
from translit.canon.home import is_home, is_land
from translit.canon.lettered import (
    as_russians_write,
    as_written,
    is_taken_over,
    of_bulgarians,
    of_either,
    plainer,
    unkurdish,
)
from translit.canon.readers import either, of_longer, reader
from translit.canon.rulers import as_ruler
from translit.canon.several import people
from translit.lookup import is_placeholder, joiners, lexicon_of
from translit.nouns import Reading, Step
from translit.origin import plainly, weighed
from translit.patterns import pattern
from translit.person.arabic.kurdish import is_kurdish
from translit.person.arabic.neighbours import WHY as NEIGHBOURS
from translit.person.beside.apposition import LABELLED, LETTERS, SET_APART, Apposition, apposition
from translit.person.beside.bodies import is_body, is_named_body
from translit.person.beside.byname import TABLE as BYNAME
from translit.person.beside.entry import UNDOTTED
from translit.person.beside.letters import are_initials
from translit.person.beside.regnal import regnal
from translit.person.beside.signs import is_more
from translit.person.borrowers import are_of_borrowers
from translit.person.foreign import halved
from translit.person.names import is_given
from translit.person.parts import title_part
from translit.person.slavic.bulgarian import has_signs
from translit.person.slavic.foreign_letters import SOUTHERN, spelling_of
from translit.person.slavic.south import is_south
from translit.quick import changed, later
from translit.tables import Tables
from translit.text.script import script_of
from translit.text.words import is_initial, parted, words

__all__ = ["read_person"]

_ARABIC = "Arab"
_PLAIN = ("Latn", "Cyrl")  # scripts in which the words of a name by themselves tell whose it mostly is
_LETTERED = (LETTERS, UNDOTTED)  # what is said aside of a name and may be a body's: FC
_UNNAMED = (SET_APART, LABELLED)  # said aside of a foreign name too, which is none without it
_SHORT = 5  # letters and dots of initials that are all of a text
_LETTERS = 4  # of a word in capitals that is no name unless a row has it
_CODE = pattern(r"[^\W\d_]{1,4}-?\d+[^\W\d_]?|[^\W\d_AEIOUYАЕЁИОУЫЭЮЯІЇЄ]{2,4}")
_HOME = pattern(r"(.+?)(?:[,،;]\s+|\s[–—-]\s+|\s(of)\s+)([^\d,،;]+)")
_DASH = pattern(r"\s+[–—-]\s+")
_OWN_NAMES = frozenset(("given", "ism", "kunya"))
_WHOLE = 2  # words of a whole name


def read_person(text: str, script: str, order: str, tables: Tables) -> Reading:
    """Read a person's name; another name that is told aside of it is among the others."""
    plain = as_russians_write(text, tables) if script == "Cyrl" else ()
    if plain:
        name, stood = " ".join(plain), dict(zip(plain, text.split(), strict=True))
        return as_written(text, name, stood, read_person(name, script, order, tables), NEIGHBOURS)
    if script in _PLAIN and has_signs(text, tables):
        russian = of_bulgarians(text, lambda name: _read(name, script, order, tables), tables)
        if russian:
            return russian
    return _read(text, script, order, tables)


def _read(text: str, script: str, order: str, tables: Tables) -> Reading:
    """Read a person's name in letters that are its own."""
    pieces = parted(text) if script in _PLAIN and "-" not in text else None
    sums = plainly(pieces, script, tables) if pieces else None
    short = len(text) <= _SHORT and is_placeholder(text, tables)  # N.N. is nobody
    if pieces and sums and not short:
        return of_words(text, script, pieces, sums, order, tables)
    return _read_further(text, script, short, order, tables)


def _read_further(text: str, script: str, short: bool, order: str, tables: Tables) -> Reading:
    """Read a name that may be more than its words, or none; `short` says that it is nobody's."""
    told = as_ruler(text, lambda name: _named(name, script_of(name), order, tables), tables)
    told = told or _in_letters(text, script, order, tables)
    if told:
        return told
    name = unjoined(text, tables)
    if name:
        reading = read_person(name, script, order, tables)
        return of_longer(text, name, reading, "a preposition or and, joined to the name")
    if not short and not is_more(text, tables):
        return _named(text, script, order, tables)
    if short or is_placeholder(text, tables) or is_body(text, tables):
        return Reading(text=text, canonical=text, kind="person")
    return _read_around(text, script, order, tables)


def _in_letters(text: str, script: str, order: str, tables: Tables) -> Reading | None:
    """Read a name in letters that tell: a code's capitals, rare or Kurdish ones; None of any other."""
    if text.isupper() and _is_code(text, tables) and not is_placeholder(text, tables):
        named = _named(text, script, order, tables) if _may_be_named(text, tables) else None
        return named if named and named.row else reader("other")(text, tables=tables, order=order)

    def inside(name: str) -> Reading:
        if tables.own or script != "Cyrl":
            return _read_inside(name, order, tables)
        return _read(name, script, order, tables)  # in no Bulgarian spelling

    if script in _PLAIN and (table := spelling_of(text, tables)):
        plain = plainer(text, table, inside, order, tables)
        if table != SOUTHERN or is_taken_over(plain, tables):
            return plain
        if not is_south(text, tables):
            return of_either(plain, _named(text, script, order, tables), order, tables)
    return unkurdish(text, inside, tables) if script == _ARABIC and is_kurdish(text, tables) else None


def _read_around(text: str, script: str, order: str, tables: Tables) -> Reading:
    """Read a name in a text that says more: what leads to it, a title, what stands aside; in digits too."""

    def inside(name: str) -> Reading:
        return _read_inside(name, order, tables)

    said = read_chat(text, lambda spelt: read_person(spelt, script, order, tables), tables)
    said = said or governed(text, inside, tables) or _headed(text, order, tables)
    if said:
        return said
    found = apposition(text, tables)
    if found and not is_named_body(text if found.why in _LETTERED else found.name, tables):
        return _set_apart(text, found, order, tables)
    said = _at_home(text, order, tables) or people(text, inside, tables) or _dashed(text, inside, tables)
    if said is None and is_named_body(text, tables):
        return Reading(text=text, canonical=text, kind="person")
    if said is None and script in _PLAIN and _are_joined(text, tables):
        return reader("other")(text, tables=tables, order=order)
    return said or _named(text, script, order, tables)


def _is_code(text: str, tables: Tables) -> bool:
    """Are capitals no name, but a flight's or letters that stand for words: MH17, JFK, TASS?"""
    short = len(text) <= _LETTERS and text.isalpha() and not lexicon_of(tables).written(text)
    return short or _CODE.fullmatch(text) is not None


def _may_be_named(text: str, tables: Tables) -> bool:
    """May capitals be a name that a row has in another spelling: can they be said, as FADY, and no UEFA?"""
    return len(text) == _LETTERS and _CODE.fullmatch(text) is None and not is_body(text, tables)


def _read_inside(text: str, order: str, tables: Tables) -> Reading:
    """Read a name that stands in a longer text; a user's own rows have the first word there too."""
    if not tables.own:
        return read_person(text, script_of(text), order, tables)
    from translit.own import answer

    return answer(
        text, "person", order, None, tables, lambda one, _, by: read_person(one, script_of(one), by, tables)
    )


def _are_joined(text: str, tables: Tables) -> bool:
    """Does a word that is no article join what is no two known people: Simon and Garfunkel?

    Beside small letters it may be a Cyrillic initial: иванов и с.
    """
    if text.islower() and script_of(text) == "Cyrl":
        return False
    found = joiners(tables).intersection(text.split()[1:-1])
    return bool(found) and not any(lexicon_of(tables).written(word) for word in found)


def _headed(text: str, order: str, tables: Tables) -> Reading | None:
    """Read a name without what stands before it, which a foreign one keeps; None where nothing does.

    One of a people that bears Arabic names is read without its titles too: Turkish President Erdogan.
    """
    from translit.canon.heading import heading

    found = heading(text, tables)
    if found is None:
        return None
    if not found.name:
        return changed(reader("other")(text, tables=tables, order=order), status="unknown")
    name = behind_title(found.name, found.bent, tables) if found.bent else found.name
    reading = _read_inside(name, order, tables)
    if name != found.name and reading.native not in (None, name):  # it stands in the nominative now
        reading = next((changed(one, others=()) for one in reading.others if one.native == name), reading)
    abroad = reading.origin is None and script_of(text) == "Latn"
    rows = [part.row for part in reading.parts]
    if abroad and (found.titles or not found.alone) and are_of_borrowers(rows, tables):
        abroad = False
    elif found.alone and not (reading.surname and any(part.role in _OWN_NAMES for part in reading.parts)):
        return None
    if abroad:
        return reader("other")(text, tables=tables, order=order)
    titles = tuple([title_part(said, row) for said, row in found.titles])
    step = Step(text, name, f"stands before the name: {found.said}")
    parts = (*titles, *reading.parts)
    told = changed(reading, text=text, parts=parts, steps=later(lambda: (step, *reading.steps)))
    if not found.doubtful:
        return told
    return either(told, lambda: _named(text, script_of(text), order, tables))


def _at_home(text: str, order: str, tables: Tables) -> Reading | None:
    """Read a known given name and surname behind which a comma sets a country or a large town apart.

    Of a title or a number and a given name "of" may tell the country: King Hussein of Jordan, Hassan II.
    """
    found = _HOME.fullmatch(text)
    if not found or len(found[1].split()) < _WHOLE:
        return None
    name, of, place = found.groups()
    if not (is_land if of else is_home)(place, tables):
        return None
    reading = _read_inside(name, order, tables)
    given = [part for part in reading.parts if part.role in ("given", "ism")]
    known = any(part.row or is_initial(part.text) for part in given)
    ruler = of and (regnal(name, tables) or any(part.role == "title" for part in reading.parts))
    if reading.origin is None or not known or not (ruler if of else reading.surname):
        return None
    if reading.row is not None and reading.row.table == BYNAME:  # of another land: Peter I of Serbia
        return None
    return of_longer(text, name, reading, f"a place: {place}")


def _dashed(text: str, inside: Callable[[str], Reading], tables: Tables) -> Reading | None:
    """Read a double surname whose hyphen stands between blanks, or two people with a dash between them."""
    halves = _DASH.split(text)
    if len(halves) != _WHOLE or not all(map(script_of, halves)):
        return None
    if all(" " in half for half in halves):
        return people(_DASH.sub("; ", text), inside, tables)
    if any(is_home(half, tables) for half in halves):
        return None
    lone = not any(" " in half for half in halves) and any(is_given(half, tables) for half in halves)
    name = (" " if lone else "-").join(halves)
    return of_longer(text, name, inside(name), "blanks around a hyphen")


def _set_apart(text: str, found: Apposition, order: str, tables: Tables) -> Reading:
    """Read a name in a text that says something aside of it; a foreign one keeps what is no other name."""
    reading = _read_inside(found.name, order, tables)
    if reading.origin is None and not found.is_name and found.why not in _UNNAMED:
        return _named(text, script_of(text), order, tables)

    def others() -> tuple[Reading, ...]:
        if not found.is_name:
            return reading.others
        other = _read_inside(found.other, order, tables)
        return (*reading.others, changed(other, others=()))

    step = Step(text, found.name, f"{found.why}: {found.other}" if found.other else found.why)
    if found.why == UNDOTTED and are_initials(text[:2], tables):
        reading = either(reading, lambda: _named(text, script_of(text), order, tables))  # FM Lavrov
    return changed(reading, text=text, others=later(others), steps=later(lambda: (step, *reading.steps)))


def _named(text: str, script: str, order: str, tables: Tables) -> Reading:
    """Read a person's name by the family its words speak for."""
    if script == "Zzzz" or (script == "Cyrl" and is_south(text, tables)):
        return reader("other")(text, tables=tables, order=order)
    pieces = words(text)
    if script == "Arab" and len(halved(pieces, tables)) < len(pieces):
        return reader("other")(text, tables=tables, order=order)
    return of_words(text, script, pieces, weighed(pieces, script, tables), order, tables)
