"""Lands and waters that the news names, by what any language calls them: Süveyş Kanalı is the Suez Canal."""

from __future__ import annotations

from collections.abc import Mapping

from translit.memory import once
from translit.place.generic import Parsed, generics_of
from translit.place.kinds import lands
from translit.place.site import spellings
from translit.place.slavic import owners
from translit.tables import built_in
from translit.text.article import AL
from translit.text.clean import fold

__all__ = ["land", "renowned"]

_FEATURES = "place/feature"


@once
def renowned() -> Mapping[str, str]:
    """The names of lands, towns and countries in other languages, folded, and how English writes each."""
    found: dict[str, str] = {}
    for table in (_FEATURES, "place/exonym", "place/country"):
        for row in built_in().rows(table):
            for form in spellings(row):
                found.setdefault(fold(form), row.canonical)
    return found


@once
def _lands() -> Mapping[tuple[str, str], str]:
    """What a generic says and the name beside it, folded, of a land or water; empty where two are called so.

    Those that English calls by a generic: it tells the Gulf of Suez from the town.
    """
    generics, kinds = generics_of(built_in()), lands(built_in())
    found: dict[tuple[str, str], str] = {}
    for row in built_in().rows(_FEATURES):
        for form in spellings(row) if generics.parse(row.canonical).rows else ():
            parsed = generics.parse(form)
            for feature in parsed.features & kinds:
                for name in _names(parsed.specific):
                    if found.setdefault((feature, name), row.canonical) != row.canonical:
                        found[feature, name] = ""
    return found


def land(parsed: Parsed) -> str:
    """What English calls a land or water that a generic of any language stands beside; empty for other names.

    >>> generics = generics_of(built_in())
    >>> [land(generics.parse(name)) for name in ("Süveyş Kanalı", "golfo de Suez", "Lago Como")]
    ['Suez Canal', 'Gulf of Suez', '']
    """
    features = parsed.features & lands(built_in())
    if not features:
        return ""
    usual, known = renowned(), _lands()
    names = _names(parsed.specific)
    names += [fold(usual[name]) for name in names if name in usual]
    return next((told for name in names for feature in features if (told := known.get((feature, name)))), "")


def _names(specific: str) -> list[str]:
    """What stands beside a generic, folded, and without the ending of an adjective or the Arabic article."""
    names = [fold(name) for name in (specific, *owners(specific))]
    return [*names, names[0].removeprefix(AL)] if names[0].startswith(AL) else names
