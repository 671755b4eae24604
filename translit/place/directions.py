"""The quarter of the sky in a name as the tables write it: Darfour du Nord, Північний Синай, Sydossetien.

A unit's name says it in every language by a word of that language, before the proper name or behind it; the
rest sounds the same in all, or is a land or town whose name in that language the tables have.
"""

from __future__ import annotations

from typing import NamedTuple

from translit.memory import once, remembered
from translit.place.generic import generics_of
from translit.place.kinds import contraries
from translit.place.renowned import renowned
from translit.tables import built_in
from translit.text.clean import fold, strip_stress
from translit.text.script import script_of

__all__ = ["alone", "directed", "directions", "is_opposite"]

_ENDINGS = {"а": "ая", "я": "ая", "е": "ое", "є": "ое"}  # Russian ones, by the last letter of a neighbour's
_MASCULINE = "ый"
_COMPOUND = {"north": "Северо", "south": "Южно", "east": "Восточно", "west": "Западно"}
_LINKING = "оеа"  # the last letter of a neighbour's word in a compound: Південно-Сахалінськ
_LEAST_JOINED, _LEAST_REST = 3, 4  # letters of a direction joined to a name, and of the name


class _Directions(NamedTuple):
    """The words for directions, folded, and what each says; how English and Russian say it; links."""

    words: dict[str, str]
    english: dict[str, tuple[str, ...]]
    russian: dict[str, str]
    links: frozenset[str]
    joined: frozenset[str]  # the first letters of those written together with a name
    units: frozenset[str]  # the names of units that are told apart by one, folded, without their generics


@once
def _directions() -> _Directions:
    """The directions among the words that `tables/place/generic.tsv` has for many names."""
    tables = built_in()
    known = {feature for pair in contraries(tables) for feature in pair}
    rows = [
        row for row in tables.rows("place/generic") if row["feature"] in known and row["language"] != "ar"
    ]
    forms = {
        fold(form): row["feature"] for row in rows for form in (row.native, row.canonical, *row.many("also"))
    }
    english = {row["feature"]: (row.native, *row.many("also")) for row in rows if row["language"] == "en"}
    russian = {
        row["feature"]: strip_stress(row.native).capitalize() for row in rows if row["language"] == "ru"
    }
    links = frozenset(row.id for row in tables.rows("place/link"))
    latin = (form.lower() for row in rows for form in (row.native, *row.many("also")))
    joined = frozenset(word[:_LEAST_JOINED] for word in latin if script_of(word) == "Latn")
    told = {word.lower() for pair in english.values() for word in pair}
    units = frozenset(
        name
        for row in tables.rows("place/unit")
        if (name := fold(generics_of(tables).parse(row.canonical).specific)).partition(" ")[0] in told
    )
    return _Directions(forms, english, russian, links, joined, units)


def directed(text: str) -> str:
    """A name with its direction in front, in English or in Cyrillic in Russian; empty where it has no other.

    >>> directed("Darfour du Nord"), directed("Kuzey Darfur"), directed("Північна Осетія")
    ('North Darfur', 'North Darfur', 'Северная Осетія')
    >>> directed("Kuzey Kafkasya"), directed("Sydkaukasus")
    ('North Caucasus', 'South Caucasus')
    >>> directed("North Darfur"), directed("Nordeste"), directed("Південно-Сахалінськ")
    ('', '', 'Южно-Сахалінськ')
    """
    known = _directions()
    words = text.replace("-", " ").split()
    if len(words) < 2:
        return _parted(text, known)
    first, last = _plain(words[0]), _plain(words[-1])
    if first in known.words and _plain(words[1]) not in known.links:
        said, rest = first, words[1:]
    elif last in known.words:
        said, rest = last, words[:-1]
        while len(rest) > 1 and _plain(rest[-1]) in known.links:
            rest.pop()
    else:
        return ""
    direction, name = known.words[said], " ".join(rest)
    if told := _named(direction, fold(name), known):
        other = told
    elif direction in _COMPOUND and said[-1] in _LINKING and text[len(said) :][:1] == "-":
        other = f"{_COMPOUND[direction]}-{name}"
    elif script_of(text) == "Cyrl":
        other = f"{known.russian[direction][:-2]}{_ENDINGS.get(said[-1:], _MASCULINE)} {name}"
    else:
        other = f"{known.english[direction][0]} {name}"
    return "" if fold(other) == fold(text.replace("-", " ")) else other


def alone(text: str) -> tuple[str, ...]:
    """How English says a direction that is all of a name beside its generic: Gouvernorat septentrional.

    >>> alone("septentrional"), alone("Восточная"), alone("Damas")
    (('North', 'Northern'), ('East', 'Eastern'), ())
    """
    known = _directions()
    said = known.words.get(_plain(text), "") if " " not in text else ""
    return tuple(word.capitalize() for word in known.english[said]) if said in known.english else ()


def _parted(text: str, known: _Directions) -> str:
    """The same of one word that begins with a direction, where the rest is a known name."""
    if text[:_LEAST_JOINED].lower() not in known.joined:
        return ""
    low = fold(text)
    for size in range(_LEAST_JOINED, len(low) - _LEAST_REST + 1):
        if low[:size] in known.words and (other := _named(known.words[low[:size]], low[size:], known)):
            return other
    return ""


def _named(direction: str, name: str, known: _Directions) -> str:
    """The land, unit or part of a town that English calls so: Kuzey and Kafkasya; empty for none."""
    names = renowned()
    usual = names.get(name, "")
    lands = dict.fromkeys((usual, generics_of(built_in()).parse(usual).specific)) if usual else (name,)
    parts = (f"{word.capitalize()} {land}" for land in lands for word in known.english[direction])
    return next((part for part in parts if names.get(fold(part)) or fold(part) in known.units), "")


def _plain(word: str) -> str:
    """A word as the table is searched."""
    low = word.lower()
    return low if low.isascii() else fold(low)


def is_opposite(told: frozenset[str], name: str) -> bool:
    """Does a name tell a direction opposite to those told: Batı Guta, Eastern Ghouta?

    >>> [is_opposite(directions(text), "Eastern Ghouta") for text in ("Batı Guta", "Guta")]
    [True, False]
    """
    pairs = contraries(built_in())
    return any(frozenset((one, other)) in pairs for other in directions(name) for one in told)


@remembered(4096)
def directions(name: str) -> frozenset[str]:
    """The directions that the first and the last word of a name tell."""
    words, known = fold(name.replace("-", " ")).split(), _directions().words
    return frozenset(known[word] for word in (*words[:1], *words[1:][-1:]) if word in known)
