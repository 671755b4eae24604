"""The forms of a text that are looked up: as it stands, as grammar bends it, as other traditions mean it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from translit.place import arabic, slavic
from translit.place.atlas import Atlas
from translit.place.needed import Asker
from translit.place.tradition import respellings
from translit.quick import quick
from translit.text.clean import fold
from translit.text.script import script_of

__all__ = ["APART", "AS_WRITTEN", "SPELLING", "UNMARKED", "Asked", "Form", "forms_of", "spelt_as"]

_AL = "ال"
_TOLD = 6  # letters in Arabic script from which they tell that a name is Slavic
_OF_ARABS = re.compile(
    "[\N{ARABIC LETTER HAMZA}-\N{ARABIC LETTER YEH}]"
)  # what papers write no Slav's name with
_INFLECTED = 0.7
_ADJECTIVE = 0.4  # nats for "Aksay District" where the tables have Aksaysky
APART = "the article apart"
AS_WRITTEN = "as written"
SPELLING = " spelling"
UNMARKED = "without its marks"


@quick
@dataclass(frozen=True, slots=True)
class Form:
    """A form of the text to look up: as it stands, or as a rule makes it; `cost` is the rule's."""

    text: str
    cost: float
    why: str


def forms_of(text: str, moved: bool, bent: bool = True) -> Iterator[Form]:
    """The text, and what rules make of it: nominatives, the article cut off; `moved`: after a preposition.

    Where it is not `bent` either, it stands in the nominative.

    >>> [(form.text, form.why) for form in forms_of("Alzour", False)]
    [('Alzour', 'as written'), ('Zour', 'the article apart')]
    """
    yield Form(text, 0.0, AS_WRITTEN)
    script = script_of(text)
    if script == "Cyrl" and (moved or bent):
        cost = 0.1 if moved else _INFLECTED
        for form in slavic.nominatives(text)[1:]:
            yield Form(form, cost, "the nominative")
    elif script == "Latn":
        plain = fold(text)
        if plain.isascii() and not text.isascii():
            yield Form(plain, 0.0, UNMARKED)
        bare = arabic.article_apart(text)
        if bare:
            yield Form(bare, 0.3, APART)


def spelt_as(
    text: str, form: Form, family: str, door: str, areas: bool, book: Atlas
) -> Iterator[tuple[str, float, str]]:
    """A form as it stands, or as other traditions of romanisation mean it.

    >>> from translit.place.atlas import atlas
    >>> list(spelt_as("Aksay", Form("Aksay", 0.0, "as written"), "ru", "alike", True, atlas()))
    [('Aksay', 0.0, 'as written'), ('Aksaysk', 0.4, 'the adjective')]
    """
    script = script_of(text)
    if door != "respelt":
        yield text, form.cost, form.why
        if areas and family == "ru" and script != "Arab" and not text.endswith(("sk", "ск")):
            yield text + ("ск" if script == "Cyrl" else "sk"), form.cost + _ADJECTIVE, "the adjective"
    elif script == "Latn" or (family == "ru" and len(text) >= _TOLD and not text.startswith(_AL)):
        for tradition, spelt in respellings(text, family, book.tables):
            if script == "Latn" or not _OF_ARABS.search(spelt):
                yield spelt, form.cost, tradition + SPELLING


@quick
@dataclass(frozen=True, slots=True)
class Asked:
    """A form of the text as it is searched: the family it is read in, the door, what the form costs.

    `size` is how many sounds it has, those of a Kafr or Tell that many names share counted less, and
    `stretch` how much more one that differs counts therefore.
    """

    text: str
    family: str
    door: str
    cost: float
    why: str
    size: int
    bones: int
    stretch: float
    asker: Asker
    merged: tuple[tuple[str, str], ...]  # letters that its tradition does not tell apart
