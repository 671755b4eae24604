"""The particles of nobility before a surname, which no case changes: фон дер Пален, von Meck."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from translit.memory import once
from translit.nouns import Row
from translit.tables import Tables
from translit.text.clean import fold

__all__ = ["Particles", "particles", "unled"]

Particles = tuple[tuple[int, str, str], ...]  # the number of a word, what stands before it in both scripts


@once
def particles(tables: Tables) -> Mapping[str, Row]:
    """The rows of the particles by their spellings, all in small letters."""
    rows = tables.rows("person/ru/nobiliary")
    return {text: row for row in rows for text in (row.native, row.canonical, *row.many("also"))}


def unled(pieces: list[str], tables: Tables) -> tuple[list[str], Particles]:
    """The words of a name without the particles before one, and these.

    In Cyrillic they are in small letters where other words are not; one that is no name may be in any.
    Behind a name they stand before its first word, as in registers.

    >>> from translit.tables import built_in
    >>> unled(["Пётр", "фон", "дер", "Пален"], built_in())
    (['Пётр', 'Пален'], ((1, 'фон дер', 'von der'),))
    >>> unled(["Бенкендорф", "Александр", "фон"], built_in())[1]
    ((0, 'фон', 'von'),)
    """
    known = particles(tables)
    small = all(map(str.islower, pieces)) or pieces[0].isascii()
    kept: list[str] = []
    led: list[tuple[int, str, str]] = []
    said: list[Row] = []
    for piece in pieces:
        row = known.get(fold(piece))
        if row is not None and (row["free"] or said or (kept and piece.islower() and not small)):
            said.append(row)
            continue
        if said:
            led.append((len(kept), *_told(said)))
            said = []
        kept.append(piece)
    if said and kept:
        led.append((0, *_told(said)))
    return (kept, tuple(led)) if kept and led else (pieces, ())


def _told(rows: Sequence[Row]) -> tuple[str, str]:
    """Particles in Cyrillic and in Latin letters."""
    return " ".join(row.native for row in rows), " ".join(row.canonical for row in rows)
