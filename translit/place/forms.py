"""The forms of a text that are looked up: as it stands, as grammar bends it, as other traditions mean it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from translit.languages import tongues_that
from translit.place import arabic, slavic
from translit.place.atlas import Atlas
from translit.place.clues import has_slavic
from translit.place.directions import alone, directed
from translit.place.generic import Parsed, generics_of
from translit.place.kinds import lands
from translit.place.nearness import sounded
from translit.place.renowned import land, renowned
from translit.place.shared import shared
from translit.place.skeleton import VOWELS_ONLY, letters, skeleton
from translit.place.threshold import Asker
from translit.place.tradition import respellings
from translit.quick import quick
from translit.sounds import read
from translit.sounds.letters import PERSIAN
from translit.tables import built_in
from translit.text.article import AL
from translit.text.clean import fold
from translit.text.script import script_of

__all__ = [
    *(
        "APART",
        "AS_WRITTEN",
        "DIRECTED",
        "ELIDED",
        "INFLECTED",
        "IN_RUSSIAN",
        "NOMINATIVE",
        "READ_BACK",
        "SPELLING",
    ),
    "UNMARKED",
    *("Asked", "Form", "Spelling", "beside", "forms_of", "of_land", "spelt_as"),
]

_FEWEST = 3  # consonants of a name of which one may be another
_TOLD = 6  # letters in Arabic script from which they tell that a name is Slavic
_OF_ARABS = re.compile(
    "[\N{ARABIC LETTER HAMZA}-\N{ARABIC LETTER YEH}]"
)  # what papers write no Slav's name with
INFLECTED = 0.7  # nats for a nominative that nothing but an ending tells
_MOVED = 0.1  # nats for one behind a preposition
_WEST = "west"
_NEIGHBOUR = 0.3  # nats for the spelling of Ukrainians and Belarusians of an Arab place
_READ_BACK = 1.0  # nats for the Russian word that a Persian spelling most likely stands for
_DIRECTED = 0.1  # nats for a direction told in another language
_NORTHERN = 1.5  # nats more for Northern where the text has a noun: Gouvernorat du Nord
_GERMAN = "er"  # an adjective of Germans: Donezker Gebiet
_OF_PLACE = 0.1  # nats for such an adjective
_ELIDING = ("'", "\N{RIGHT SINGLE QUOTATION MARK}")
_ELIDED = {"l": 0.1, "d": 0.3}  # nats for a French or Italian article, or preposition: l'Euphrate, d'Alep
_OPENED = 0.1  # nats for another spelling of a word as Kafr
_ADJECTIVE = 0.4  # nats for "Aksay District" where the tables have Aksaysky
IN_RUSSIAN = "in Russian letters"
NOMINATIVE = "the nominative"
APART = "the article apart"
OF_PLACE = "the adjective"
DIRECTED = "its direction in the tables' words"
AS_WRITTEN = "as written"
OPENED = "its first word in its usual spelling"
ELIDED = "without its elided article"
SPELLING = " spelling"
UNMARKED = "without its marks"
READ_BACK = "read back as Russian"


@quick
@dataclass(frozen=True, slots=True)
class Form:
    """A form of the text to look up: as it stands, or as a rule makes it; `cost` is the rule's."""

    text: str
    cost: float
    why: str


def forms_of(text: str, moved: str, bent: bool = True) -> Iterator[Form]:
    """The text, and what rules make of it: nominatives, the article cut off; `moved`: after a preposition.

    Where it is not `bent` either, it stands in the nominative.

    >>> [(form.text, form.why) for form in forms_of("Alzour", "")]
    [('Alzour', 'as written'), ('Zour', 'the article apart')]
    """
    yield Form(text, 0.0, AS_WRITTEN)
    script = script_of(text)
    toward = directed(text) if script != "Arab" else ""
    if toward:
        yield Form(toward, _DIRECTED, DIRECTED)
    if script == "Cyrl" and (moved or bent):
        cost = _MOVED if moved else INFLECTED
        for form in slavic.nominatives(text, bool(moved))[1:]:
            yield Form(form, cost, NOMINATIVE)
        if has_slavic(text, built_in()):
            for _, form in respellings(text, "ar", built_in()):
                yield Form(form, _NEIGHBOUR, IN_RUSSIAN)
                for nominative in slavic.nominatives(form, True)[1:] if moved else ():
                    yield Form(nominative, _NEIGHBOUR + cost, IN_RUSSIAN)
            for _, form in respellings(toward, "ar", built_in()) if toward else ():
                yield Form(form, _NEIGHBOUR + _DIRECTED, IN_RUSSIAN)
    elif script == "Arab" and not PERSIAN.isdisjoint(text):
        heard = [first[0].native if (first := read(word, "ru", 1)) else "" for word in text.split()]
        if all(heard):
            yield Form(" ".join(heard), _READ_BACK, READ_BACK)
    elif script == "Latn":
        plain = fold(text)
        if plain.isascii() and not text.isascii():
            yield Form(plain, 0.0, UNMARKED)
        for form in slavic.western(text)[1:] if moved == _WEST else ():
            yield Form(form, _MOVED, NOMINATIVE)
        bare = arabic.article_apart(text)
        if bare:
            yield Form(bare, 0.3, APART)
        if text[1:2] in _ELIDING and (of := text[0].lower()) in _ELIDED and text[2:].isalpha():
            yield Form(text[2:], _ELIDED[of], ELIDED)
        yield from _opened(text)


def _opened(text: str) -> Iterator[Form]:
    """A name of several words whose first one many Arab places share, that in its usual spelling.

    >>> [form.text for form in _opened("Kfar Zeita")], [*_opened("Bayt Jinn")]  # which sounds as Beit
    (['Kafr Zeita'], [])
    """
    first, gap, rest = text.partition(" ") if " " in text else text.partition("-")
    row = shared(first, built_in()) if gap else None
    if row is None or row["language"] != "ar" or sounded(row.canonical, "ar") == sounded(first, "ar"):
        return
    yield Form(f"{row.canonical} {rest}", _OPENED, OPENED)


def beside(parsed: Parsed, moved: str, bent: bool = True) -> Iterator[Form]:
    """The forms of what stands beside a generic: the German adjective without its ending, and those of seas.

    So are those of Finns, Balts and Hungarians beside a generic of theirs: Donetskin alue.

    >>> from translit.place.generic import generics_of
    >>> parsed = generics_of(built_in()).parse("Крымский полуостров")
    >>> [(form.text, form.why) for form in beside(parsed, "", False)]
    [('Крымский', 'as written'), ('Крым', 'the adjective')]
    """
    specific = parsed.specific
    yield from forms_of(specific, moved, bent)
    for at, direction in enumerate(alone(specific)):
        yield Form(direction, _DIRECTED + _NORTHERN * (at > 0 and parsed.linked), DIRECTED)
    if bare := generics_of(built_in()).without_article(specific):
        yield Form(bare, _OF_PLACE, ELIDED)
    if specific.endswith(_GERMAN) and any(row["language"] == "de" for row in parsed.rows):
        yield Form(specific.removesuffix(_GERMAN), _OF_PLACE, OF_PLACE)
    bending = any(row["language"] in tongues_that("bend", built_in()) for row in parsed.rows)
    if (bending or parsed.features & lands(built_in())) and script_of(specific) != "Arab":
        for name in slavic.owners(specific):
            if bending or fold(name) in renowned():
                yield Form(name, _OF_PLACE, OF_PLACE)


def of_land(parsed: Parsed) -> tuple[Form, ...]:
    """The English name of the land or water that a generic and what stands beside it are told to be."""
    told = land(parsed) if parsed.rows else ""
    return (Form(told, _OF_PLACE, OF_PLACE),) if told else ()


# A spelling of a form, as it stands, or as a tradition of romanisation means it: the text, its cost, and why;
# its letters in broad Latin, and its consonants.
Spelling = tuple[str, float, str, str, str]


def spelt_as(text: str, form: Form, family: str, door: str, areas: bool, book: Atlas) -> list[Spelling]:
    """A form as it stands, or as other traditions of romanisation mean it; such as a search may find.

    >>> from translit.place.atlas import atlas
    >>> azov = Form("Азов", 0.0, "as written")
    >>> spelt_as("Азов", azov, "ru", "alike", True, atlas())
    [('Азовск', 0.4, 'the adjective', 'azovsk', 'zfsk')]
    """
    if door == "respelt":
        return _respelt(text, form, family, areas, book)
    if door == "near":
        bones = skeleton(text, family)
        if bones == VOWELS_ONLY or len(bones) < _FEWEST:
            return []
        return [(text, form.cost, form.why, letters(text, family), bones)]
    found = book.found(text, family, areas)
    spellings = [(text, form.cost, form.why, *found)] if found else []
    if areas and family == "ru" and not text.endswith(("sk", "ск", "s", "с")):
        script = script_of(text)
        spelt = text + ("ск" if script == "Cyrl" else "sk")
        found = book.found(spelt, family, areas) if script != "Arab" else None
        if found:
            spellings.append((spelt, form.cost + _ADJECTIVE, "the adjective", *found))
    return spellings


def _respelt(text: str, form: Form, family: str, areas: bool, book: Atlas) -> list[Spelling]:
    """A form as other traditions mean it."""
    script = script_of(text)
    if script == "Latn":
        heard = book.heard(text, family, areas)
        if heard is not None:
            cost = form.cost
            return [(spelt, cost, name + SPELLING, broad, bones) for name, spelt, broad, bones in heard]
    elif family != "ru" or len(text) < _TOLD or text.startswith(AL):
        return []
    found = []
    for tradition, spelt in respellings(text, family, book.tables):
        if script == "Latn" or not _OF_ARABS.search(spelt):
            told = book.found(spelt, family, areas)
            if told:
                found.append((spelt, form.cost, tradition + SPELLING, *told))
    return found


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
