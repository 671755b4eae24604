"""The equivalents of a name among its neighbours: Dmitry is Dmytro in Ukrainian, Dzmitry in Belarusian.

``tables/sounds/kin.toml`` says who is whose neighbour, how much less likely the neighbour's form is,
and how a surname's letters change; given names and the patronymics of them are rows.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache
from typing import Any

from translit.nouns import Row
from translit.person.patronymic import patronymic, recognise
from translit.tables import Tables

__all__ = ["Lane", "counterpart", "equivalent", "lanes"]

_OWN = 0.0
_NAMES = "person/{}/given"


@dataclass(frozen=True, slots=True)
class Lane:
    """A language whose form of a name is met: how much less likely it is, and how many at most (0: any).

    `latin` is the toll where the text is in Latin letters already; `letters` are its rules for surnames.
    """

    language: str
    why: str = "spelling"
    toll: float = _OWN
    latin: float = _OWN
    most: int = 0
    scheme: str = ""
    letters: tuple[tuple[str, str], ...] = ()

    def spelt(self, native: str) -> str:
        """A surname of the neighbour as this language writes it.

        >>> lane = Lane("uk", letters=(("ский$", "ський"), ("и", "і")))
        >>> lane.spelt("Вишинский")
        'вішінський'
        """
        rules = {f"r{at}": put for at, (_, put) in enumerate(self.letters)}
        finds = "|".join(f"(?P<r{at}>{find})" for at, (find, _) in enumerate(self.letters))
        plain = native.lower().replace("\N{COMBINING ACUTE ACCENT}", "")
        return re.sub(finds, lambda found: rules[found.lastgroup or ""], plain) if finds else plain


@lru_cache(maxsize=16)
def lanes(language: str, tables: Tables) -> tuple[Lane, ...]:
    """A language, and its neighbours.

    >>> from translit.tables import built_in
    >>> [lane.language for lane in lanes("ru", built_in())]
    ['ru', 'uk', 'be']
    """
    page: Any = tables.toml("sounds/kin")["lanes"]
    return (Lane(language), *(_lane(entry) for entry in page if entry["of"] == language))


def _lane(entry: dict[str, Any]) -> Lane:
    """One neighbour of the table."""
    letters = tuple((find, put) for find, _, put in (rule.partition(" ") for rule in entry["letters"]))
    same = ("why", "toll", "latin", "most", "scheme")
    return Lane(entry["in"], **{key: entry[key] for key in same}, letters=letters)


def equivalent(native: str, row: Row | None, role: str | None, lane: Lane, tables: Tables) -> str:
    """The form of a word in a neighbouring language: of its row, of its father's row, else by letters."""
    known = counterpart(row, lane, tables)
    if known is not None:
        return known.native
    if role == "patronymic":
        filiation = recognise(native, tables)
        father = counterpart(filiation.father, lane, tables) if filiation else None
        if father is not None and filiation is not None:
            made = patronymic(father.native, filiation.gender, tables=tables)
            if made:
                return made
    return lane.spelt(native)


def counterpart(row: Row | None, lane: Lane, tables: Tables) -> Row | None:
    """The row of a given name's equivalent in another language."""
    if row is None or not row.table.endswith("/given"):
        return None
    russian = row.id if row.table == _NAMES.format("ru") else row.cells.get("equivalent", "")
    return _equivalents(lane.language, tables).get(russian) if russian else None


@lru_cache(maxsize=16)
def _equivalents(language: str, tables: Tables) -> dict[str, Row]:
    """Given names of one language by the id of their Russian equivalent: of several, the one most like it."""
    russian = {row.id: row for row in tables.rows(_NAMES.format("ru"))}
    found: dict[str, tuple[float, Row]] = {}
    for row in tables.rows(_NAMES.format(language)):
        name = row.id if language == "ru" else row["equivalent"]
        if name in russian:
            alike = SequenceMatcher(None, row.native.lower(), russian[name].native.lower()).ratio()
            if name not in found or alike > found[name][0]:
                found[name] = (alike, row)
    return {name: row for name, (_, row) in found.items()}
