"""How near a Latin word is to the rows of Arabic names, with the article or without."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from translit.lookup import Hit, lexicon_of
from translit.memory import remembered
from translit.person.arabic.words import vocabulary_of
from translit.person.borrowers import MUSLIMS, borrowers
from translit.person.hushing import is_so
from translit.tables import Tables
from translit.text.clean import joined

__all__ = ["FAR", "Nearest", "are_known", "cost", "is_others", "nearest"]

FAR = 0.6  # the cost of a word that is near no row
_NEAR = 0.35  # … and up to which it may be one
_ISMS = ("ism", "equivalent", "laqab")
_ARTICLE = "al"


class Nearest(NamedTuple):
    """What a word costs as the nearest row, and whether one near it may be a man's given name."""

    cost: float
    given: bool

    @property
    def known(self) -> bool:
        """Is it near any row?"""
        return self.cost <= _NEAR


@remembered(8192)
def nearest(word: str, tables: Tables) -> Nearest:
    """What is near a word.

    >>> from translit.tables import built_in
    >>> nearest("Bašar", built_in()), nearest("Bašars", built_in()).known
    (Nearest(cost=0.0, given=True), False)
    """
    vocabulary = vocabulary_of(tables)
    asked = [vocabulary.word(word, article) for article in ("", _ARTICLE)]
    found = [one for word in asked for one in word.found]
    found += [word.compound for word in asked if word.compound]
    near = [(cost, entry) for cost, entry in found if cost <= _NEAR]
    if not near and (hits := _of_borrowers(word, tables)):
        return Nearest(0.0, any(hit.role == "given" and hit.row["gender"] != "f" for hit in hits))
    given = any(entry.role in _ISMS and entry.row.cells.get("gender") != "f" for _, entry in near)
    cost = min([cost for cost, _ in near], default=FAR)
    return Nearest(cost, given)


def _of_borrowers(word: str, tables: Tables) -> tuple[Hit, ...]:
    """The rows that write a word, where all are of a people that has Arabs' names: Ocalan, Hakan, Akbar."""
    hits = lexicon_of(tables).written(word)
    if any(is_others(hit, word, tables) or not is_so(word, hit.row.native, tables) for hit in hits):
        return ()
    return hits


def is_others(hit: Hit, word: str, tables: Tables) -> bool:
    """Is a row that writes a word of a people that has no Arabs' names? A Håkan is not meant by Hakan."""
    if hit.family != "other":
        return hit.family != "ar" and hit.row.table not in MUSLIMS
    marked = not hit.row.native.isascii() and word.isascii()
    return not marked and hit.row["language"] not in borrowers(tables)


def cost(pieces: Sequence[str], tables: Tables) -> float:
    """How far the words of a name are from the rows of Arabic names together."""
    return sum([nearest(word, tables).cost for word in _words(pieces, tables)])


def are_known(pieces: Sequence[str], tables: Tables) -> bool:
    """Is each word of a name near a row of Arabic names?

    >>> from translit.tables import built_in
    >>> are_known(("Bašar", "el-Asad"), built_in()), are_known(("Bašar", "Kowalski"), built_in())
    (True, False)
    """
    return all(nearest(word, tables).known for word in _words(pieces, tables))


def _words(pieces: Sequence[str], tables: Tables) -> Iterator[str]:
    """The words of a name that are no article, those beside a hyphen each."""
    articles = vocabulary_of(tables).particles.articles
    for piece in pieces:
        yield from [word for word in piece.split("-") if word and joined(word) not in articles]
