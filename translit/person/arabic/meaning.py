"""What a word of an Arabic name may be: the rows that it stands for, and the nearest of each kind."""

from __future__ import annotations

from dataclasses import dataclass
from operator import itemgetter
from typing import NamedTuple

from translit.person.arabic.letters import AL
from translit.person.arabic.rows import MINOR, Entry, Known
from translit.quick import maker, quick

__all__ = ["ISMS", "Meant", "Word", "isms", "made_word", "meant"]

ISMS = ("ism", "equivalent")  # the tables of given names
_cost = itemgetter(0)


class Meant(NamedTuple):
    """The nearest row of each kind that a word may be; of family names, all of them.

    `abroad` are the rows of names that other languages made of Arabic ones.
    """

    ism: Known | None
    families: tuple[Known, ...]
    nisba: Known | None
    compound: Known | None
    abroad: tuple[Known, ...] = ()


def meant(found: tuple[Known, ...], compound: Known | None, abroad: tuple[Known, ...] = ()) -> Meant:
    """The nearest row of each kind; a row of several words is a compound where there is none yet.

    Where an ism is written, a family called by it that papers print otherwise is not meant (Salim, Slim), nor
    one of another name that but a scheme writes so: Amir is none of Amer.
    """
    ism = nisba = None
    families = []
    for known in sorted(found, key=_cost) if len(found) > 1 else found:
        role = known[1].role
        if role in ISMS:
            ism = ism or known
        elif role == "family":
            families.append(known)
        elif role == "nisba":
            nisba = nisba or known
        elif compound is None:
            compound = known
    if ism is not None and families:
        families = [known for known in families if known[0] <= ism[0] or _is_another(known[1], ism)]
    return Meant(ism, tuple(families), nisba, compound, abroad)


def _is_another(family: Entry, ism: Known) -> bool:
    """Is a family not called by an ism, and spelt so as well: al-Hakim, but no Amer for Amir?"""
    native = family.native.removeprefix(AL)
    if native == ism[1].native:
        return family.definite
    return family.house or ism[0] > MINOR


def isms(found: tuple[Known, ...]) -> tuple[Known, ...]:
    """The given names among rows."""
    return tuple([known for known in found if known[1].role in ISMS])


@quick
@dataclass(slots=True, eq=False)
class Word:
    """One word without its article, and the rows that it may be.

    `elements` are what it is made of for the look-up of compounds: keys and names of particles;
    `compound` is the row of one that is written as one word, `halves` are those of one that no row has.
    `spelt` is the word with its marks, without the article.
    """

    text: str
    core: str
    folded: str
    article: str
    script: str
    key: str
    spelt: str
    elements: tuple[str, ...]
    found: tuple[Known, ...] = ()
    compound: Known | None = None
    halves: tuple[str, str] | None = None
    abroad: tuple[Known, ...] = ()

    @property
    def meant(self) -> Meant:
        """The nearest row of each kind."""
        return meant(self.found, self.compound, self.abroad)


made_word = maker(Word)
"""Makes a Word, quicker than the class."""
