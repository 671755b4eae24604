"""Who is named behind what leads to a name: a letter joined to it, kin, a preposition."""

from __future__ import annotations

from translit.canon.cases import uprights
from translit.canon.readers import Read, of_longer, reader
from translit.lookup import lexicon_of
from translit.memory import remembered
from translit.nouns import Reading
from translit.person.beside.calling import prepositions
from translit.person.beside.kinship import relative
from translit.person.names import is_given
from translit.person.surname import family
from translit.quick import changed
from translit.tables import Tables
from translit.text.clean import fold
from translit.text.script import script_of
from translit.text.words import words

__all__ = ["governed", "unjoined"]

_OBLIQUE = 0.1  # from which share on a name may stand in a case
_AND = "\N{ARABIC LETTER WAW}"
_CLITICS = frozenset((_AND, *"\N{ARABIC LETTER BEH}\N{ARABIC LETTER LAM}"))
_SURNAME_FIRST = frozenset(",\N{ARABIC COMMA}")  # beside which a surname may be what somebody's kin is called
_LEAST_LED = 5  # letters of a name that a preposition is joined to


def unjoined(text: str, tables: Tables) -> str:
    """A text without the "and" or preposition that is joined to a given name in it; "" where none is.

    >>> from translit.tables import built_in
    >>> unjoined("بفلاديمير بوتين", built_in()), unjoined("بشار الأسد", built_in())
    ('فلاديمير بوتين', '')
    """
    if text[0] not in _CLITICS or " " not in text:
        return ""
    return text[1:] if _is_joined(text.partition(" ")[0], tables) else ""


@remembered(8192)
def _is_joined(word: str, tables: Tables) -> bool:
    """Is an Arabic word no name, but a given name with "and" or a preposition joined to it: وأحمد, بفلاديمير?

    Prepositions may open Arabic names, as in بعلي: what follows one must be a Russian's that a row writes.
    """
    name = word[1:]
    if lexicon_of(tables).written(word) or is_given(word, tables) or not is_given(name, tables):
        return False
    if word[0] == _AND:
        return True
    hits = lexicon_of(tables).written(name)
    return len(name) >= _LEAST_LED and bool(hits) and all(hit.family != "ar" for hit in hits)


def governed(text: str, read: Read, tables: Tables) -> Reading | None:
    """Read who is named behind kin or a preposition; None where a text begins with neither."""
    word, _, name = text.partition(" ")
    if not script_of(name):
        return None
    kin = relative(text, tables)
    if kin:
        name = text[len(kin) + 1 :]
        if name and not name.islower() and not _SURNAME_FIRST.intersection(name):
            return _of_kin(text, name, read, tables)
    if word in prepositions(tables):
        return _behind_preposition(text, name, read)
    return _headlined(text, name, read) if word.lower() in prepositions(tables) else None


def _of_kin(text: str, name: str, read: Read, tables: Tables) -> Reading | None:
    """Read nobody where somebody is told by another's name (жена Алексея Навального), else who is named.

    Without cases it is always another's: wife of Bashar al-Assad, زوجة بشار الأسد.
    """
    if script_of(text) != "Cyrl":
        return _nobody(text, tables)
    pieces = words(name)
    oblique = any(upright != pieces and share > _OBLIQUE for upright, share in uprights(pieces, tables))
    if oblique or (len(pieces) == 1 and family(name) != name):
        return _nobody(text, tables)
    reading = read(name)
    return of_longer(text, name, reading, _why(text)) if reading.given and reading.surname else None


def _nobody(text: str, tables: Tables) -> Reading:
    """The Reading of a text that names nobody, but somebody by another's name."""
    return changed(reader("other")(text, tables=tables), status="unknown")


def _behind_preposition(text: str, name: str, read: Read) -> Reading | None:
    """Read a name behind a preposition: о Сергее Иванове.

    In a text in small letters that may be an initial, unless a whole name follows: с иван.
    """
    reading = read(name)
    if reading.origin is None or (name.islower() and not (reading.given and reading.surname)):
        return None
    return of_longer(text, name, reading, _why(text))


def _headlined(text: str, name: str, read: Read) -> Reading | None:
    """Read a whole name in a case behind a preposition that opens a line: О Дмитрии Пескове.

    Before a nominative, or a lone word, it may be an initial or a name.
    """
    if script_of(text) != "Cyrl" or name.islower() or text.isupper():
        return None
    reading = read(name)
    given = next((part.native for part in reading.parts if part.role == "given"), None)
    if not given or not reading.surname or fold(given) in fold(name).split():
        return None
    return of_longer(text, name, reading, _why(text))


def _why(text: str) -> str:
    """What stands before a name, as a step tells it."""
    return f"stands before the name: {text.partition(' ')[0]}"
