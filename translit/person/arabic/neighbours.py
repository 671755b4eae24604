"""An Arab's name in the Cyrillic of Ukrainians and Bulgarians, put as Russians write it: Госні, Насър.

The letters are rows of `spelling/ar/neighbours`; a text is theirs where it has one that Russians have not in
such a name. Ukrainian г is an h as well as a gh; the words must be known as they are put.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import islice, product

from translit.memory import once
from translit.patterns import holding
from translit.person.arabic.nearest import are_known
from translit.person.arabic.words import are_spelt, vocabulary_of
from translit.tables import Tables
from translit.text.clean import joined

__all__ = ["WHY", "in_russian", "plainly"]

_TABLE = "spelling/ar/neighbours"
WHY = "as Russians write an Arab's name"
_MANY = 16  # ways to put a word that are looked up


@once
def _signed(tables: Tables) -> Callable[[str], bool]:
    """Finds a letter that is a sign."""
    signs = [row["find"] for row in tables.rows(_TABLE) if row["sign"]]
    return holding([form for letter in signs for form in (letter, letter.upper())])


@once
def _puts(tables: Tables) -> dict[str, tuple[str, ...]]:
    """What each letter, small or large, may be put as, the usual first."""
    found = {}
    for row in tables.rows(_TABLE):
        puts = tuple(row["put"].split("|"))
        found[row["find"]] = puts
        found[row["find"].upper()] = tuple([put.upper() for put in puts])
    return found


def plainly(text: str, tables: Tables) -> tuple[str, ...]:
    """The words of a Cyrillic name with the usual letter for each, () where no letter is a sign.

    >>> from translit.tables import built_in
    >>> plainly("Госні Мубарак", built_in()), plainly("Госни Мубарак", built_in())
    (('Госни', 'Мубарак'), ())
    """
    if not _signed(tables)(text):
        return ()
    puts = _puts(tables)
    return tuple("".join([puts[one][0] if one in puts else one for one in text]).split())


def in_russian(pieces: Sequence[str], tables: Tables) -> tuple[str, ...]:
    """The words of such a name as Russians write an Arab's, () where one is no Arab's.

    >>> from translit.tables import built_in
    >>> in_russian(("Госні", "Мубарак"), built_in()), in_russian(("Андрій", "Шевченко"), built_in())
    (('Хосни', 'Мубарак'), ())
    """
    found = []
    for piece in pieces:
        put = _put(piece, tables)
        if not put:
            return ()
        found.append(put)
    return tuple(found)


def _put(piece: str, tables: Tables) -> str:
    """A word as a row, or a scheme for one, writes it, else one near a row; a particle with usual letters."""
    particles, folded, puts = vocabulary_of(tables).particles, joined(piece), _puts(tables)
    if folded in particles.articles or particles.element(folded) is not None:
        return " ".join(plainly(piece, tables)) or piece
    ways = ["".join(way) for way in islice(product(*[puts.get(one, (one,)) for one in piece]), _MANY)]
    spelt = next((way for way in ways if are_spelt((way,), tables)), "")
    return spelt or next((way for way in ways if are_known((way,), tables)), "")
