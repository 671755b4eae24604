"""Whose a given name in Latin letters is, by how many of each people bear it: `weights/bearers.tsv`."""

from __future__ import annotations

from translit.memory import once
from translit.sounds.families import Nats
from translit.tables import Tables
from translit.text.clean import fold

__all__ = ["TABLE", "borne", "said"]

TABLE = "weights/bearers"
_SAID = 3.0  # what a given name says for those who bear it most; more where it is nearly theirs alone
_NO_ARABIC = -1.0  # … at least for Arabs


def borne(word: str, tables: Tables) -> Nats | None:
    """What a given name says of whose it is, in nats; None of one whose bearers were not counted.

    >>> from translit.tables import built_in
    >>> told = [borne(word, built_in()) for word in ("Krzysztof", "Vladimir", "Omar")]
    >>> [("ru", "ar", "other")[one.index(max(one))] for one in told if one]
    ['other', 'ru', 'ar']
    """
    return _bearers(tables).get(word.lower() if word.isascii() else fold(word))


@once
def _bearers(tables: Tables) -> dict[str, Nats]:
    """The names of the table, in small letters without marks."""
    if TABLE not in tables.names("weights"):
        return {}
    cells = tables.cells(TABLE)
    next(cells)
    return {name: said(float(russian), float(arabic)) for name, russian, arabic in cells}


def said(russian: float, arabic: float) -> Nats:
    """What a name says for each people, from how much sooner it is a Russian's or an Arab's than another's.

    >>> said(-2.0, -4.0), said(1.0, -4.0), said(5.0, -4.0)
    ((1.0, -1.0, 3.0), (3.0, -1.0, 2.0), (5.0, -1.0, 0.0))
    """
    most = max(russian, arabic, 0.0)
    first, second, third = (max(_SAID, most) + one - most for one in (russian, arabic, 0.0))
    return (max(first, 0.0), max(second, _NO_ARABIC), max(third, 0.0))
