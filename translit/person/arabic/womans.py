"""An Arab woman's name without the ending that Czechs and Slovaks put on her surname: Lajlá Chálidová.

It is a row of `tables/spelling/ar/put-on.tsv`.
"""

from __future__ import annotations

from translit.memory import once
from translit.person.arabic.abroad import is_arabs, respelt
from translit.person.arabic.nearest import nearest
from translit.tables import Tables

__all__ = ["as_mans"]

_TABLE, _LANGUAGE = "spelling/ar/put-on", "cs"
_HEARD = 0.2  # what is left of a surname costs at most, so that it sounds as a row
_LEAST = 3  # letters of it


def as_mans(pieces: tuple[str, ...], tables: Tables) -> tuple[str, ...] | None:
    """The words of an Arab woman's name without that ending; None of any other.

    A name before it must be Arabs' alone, and what is left of the surname sound as a row.

    >>> from translit.tables import built_in
    >>> as_mans(("Lajlá", "Chálidová"), built_in()), as_mans(("Jana", "Malíková"), built_in())
    (('Lajlá', 'Chálid'), None)
    """
    *before, last = pieces
    for end, puts in _ends(tables):
        stem = last[: -len(end)]
        if not last.lower().endswith(end) or len(stem) < _LEAST:
            continue
        for put in puts:
            name = (*before, stem + put)
            plain = respelt(" ".join(name), name, tables) or name
            if nearest(plain[-1], tables).cost <= _HEARD and any(is_arabs(one, tables) for one in plain[:-1]):
                return name
    return None


@once
def _ends(tables: Tables) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """The endings of women, and what may have stood in the place of each."""
    rows = [row for row in tables.rows(_TABLE) if row["language"] == _LANGUAGE]
    return tuple([(row["end"], tuple(put.strip("-") for put in row.many("last"))) for row in rows])
