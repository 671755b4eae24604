"""What else a part of an Arabic name in Latin letters may be in Arabic script, and how likely."""

from __future__ import annotations

from translit.nouns import Reading, Row
from translit.person.arabic.diacritics import lettered
from translit.person.arabic.forms import hamzated, row_form
from translit.person.arabic.letters import AL, bare, sound
from translit.person.arabic.words import vocabulary
from translit.quick import changed
from translit.sounds import read
from translit.tables import Tables
from translit.text.clean import joined
from translit.text.script import script_of

__all__ = ["share", "ways"]

_MORE = 8
_ROW = 0.4  # how often a row is right that no reading tells
_READ = 0.55  # how much oftener one that all do
_LEAST = 0.05
_HAMZAS = str.maketrans("أإئ", "ااي")


def share(text: str, native: str, row: Row | None, tables: Tables) -> float:
    """How likely an Arabic form is a Latin word's own; `row` is its row, where one has it.

    >>> from translit.tables import built_in
    >>> share("Hamid", "حميد", None, built_in()) > share("Hamid", "حماد", None, built_in())
    True
    """
    heard = read(lettered(text, tables), "ar", _MORE, tables=tables)
    found = sum([form.share for form in heard if _letters(form.native) == _letters(native)])
    return _ROW + _READ * found if row else max(found, _LEAST)


def _letters(native: str) -> str:
    """An Arabic form without its article and the hamzas that no reading tells."""
    return bare(native).translate(_HAMZAS)


def ways(part: Reading, tables: Tables) -> tuple[Reading, ...]:
    """The part itself, then as its other forms make it, each by its row where one has it."""
    text, native = part.text, part.native
    if native is None or " " in native or " " in text or script_of(text) != "Latn":
        return (part,)
    sure = share(text, native, part.row, tables)
    found = [changed(part, confidence=sure)]
    definite = native.startswith(AL) and part.canonical.startswith("al-")
    heard = read(lettered(text, tables), "ar", _MORE, tables=tables)
    others = [form for form in heard if _letters(form.native) != _letters(native)]
    total = sum([form.share for form in others])
    for form in others:
        likely = form.share * min(1.0, (1 - sure) / total)
        known = vocabulary(tables).rows.written(joined(bare(form.native)), "al" if definite else "")
        entry = next((one for one in known if bare(one[1].native) == bare(form.native)), None)
        if entry is None:
            heard_native = hamzated(form.native, text)
            other = changed(part, native=heard_native, key=sound(form.native), row=None, status="unknown")
        else:
            made = row_form(entry, definite)
            other = changed(
                part,
                canonical=made.canonical,
                native=made.native,
                key=made.key,
                row=made.row,
                status="ok",
            )
        found.append(changed(other, confidence=likely))
    return tuple(found)
