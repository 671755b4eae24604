"""The nouns of Arabic names: how a word comes out, a unit of a name, and a word of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple

from translit.nouns import Row
from translit.person.arabic.particles import Element
from translit.quick import maker, quick

__all__ = [
    *("Atom", "Form", "Gender", "Item", "Kind", "Odd", "Placed", "Seconds", "Unit"),
    *("is_comma", "new_atom", "new_form", "new_unit"),
]

Kind = Literal["name", "compound", "kunya", "nasab", "initial"]
Gender = Literal["m", "f"] | None
Seconds = frozenset[str] | set[str]  # what may follow a word in a compound


@quick
@dataclass(frozen=True, slots=True, eq=False)
class Form:
    """How a unit comes out in one place of a name."""

    canonical: str
    native: str | None
    key: str
    role: str
    row: Row | None
    cost: float

    def as_role(self, role: str) -> Form:
        """The same form in another role."""
        if role == self.role:
            return self
        return new_form(self.canonical, self.native, self.key, role, self.row, self.cost)


new_form = maker(Form)
"""Makes a Form."""


@quick
@dataclass(frozen=True, slots=True, eq=False)
class Unit:
    """One unit of a name. `settled` where its place as a family name is sure (Ben Bella).

    `language` is the other language whose form of an Arabic name it is, `abroad` are all such forms.
    """

    kind: Kind
    given: Form
    surname: Form
    lean: float
    article: bool = False
    settled: bool = False
    abroad: tuple[Form, ...] = ()
    gender: Gender = None
    language: str = ""


new_unit = maker(Unit)
"""Makes a Unit."""


class Odd(NamedTuple):
    """What a word may be that is no word of the name by itself.

    A comma, an article (its last letter), a Roman number, one half of a compound (Ziaur Rahman), a kunya that
    holds the article of the next word (Abul), or a ruling house (Al Saud).
    """

    comma: bool = False
    article: str = ""
    number: bool = False
    half: bool = False
    kunya: bool = False
    house: bool = False


@quick
@dataclass(slots=True, eq=False)
class Atom:
    """One word of a text, and all that the grammar asks of it.

    `spelling` and `joined` are as it stands; `odd` where more must be asked before it counts as a word of the
    name, `titled` where a title may begin with it, `definite` is the same word after an article. What follows
    is filled in where it counts as one: `text` and `folded` without the article that is written in one with
    it, `article` that or the one before it ("al", or "house" for Al Saud); `elements` are its own in a
    compound, `seconds` what may follow it there; `element` is the particle it may be; `ending` tells a second
    half, al-Din; `unit` is what it is alone, `single` where it is nothing else beside any word.
    """

    spelling: str
    joined: str
    odd: Odd | None = None
    titled: bool = False
    definite: Atom | None = None
    text: str = ""
    folded: str = ""
    article: str = ""
    elements: tuple[str, ...] = ()  # the last to be filled: other threads fill it alike
    element: Element | None = None
    seconds: Seconds | None = None
    ending: bool = False
    initial: bool = False
    single: bool = False
    unit: Unit = None  # type: ignore[assignment]

    @property
    def is_half(self) -> bool:
        """Is this the first half of a compound, which stands in one with its link: Ziaur Rahman?"""
        return len(self.spelling) > len(self.text) and self.spelling.startswith(self.text)

    def may_follow(self, seconds: Seconds) -> bool:
        """Is this word one of what may follow another in a compound?"""
        return self.elements[0] in seconds or (self.element is not None and self.element.name in seconds)


new_atom = maker(Atom)
"""Makes an Atom."""

Item = tuple[Atom, int, int]  # a word and where it stands in the text, with the article before it
Placed = tuple[Unit, int, int]  # a unit and where it stands in the text


def is_comma(atom: Atom) -> bool:
    """Is a word a comma, or another mark that parts a name?"""
    return atom.odd is not None and atom.odd.comma
