"""The languages in whose endings a Slavic name may stand, by its letters (`tables/spelling/ru/whose.tsv`)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from translit.languages import languages
from translit.memory import once
from translit.person.slavic.declension import no_surnames, tongues
from translit.person.slavic.worth import is_listed, is_of, is_surname
from translit.tables import Tables

__all__ = ["whose"]

_TABLE, _END = "spelling/ru/whose", "$"
_RUSSIAN, _UKRAINIAN, _BELARUSIAN = "ru", "uk", "be"
_EITHER = "і"  # which two neighbours have
_CASES_OF_O = ("а", "у", "ом")  # of a surname in -о


class _Signs(NamedTuple):
    """What stands in words of one language, or at the ends of words."""

    within: tuple[str, ...]
    ends: tuple[str, ...]

    def are_in(self, words: Sequence[str]) -> bool:
        """Is one of them in any of some words?"""
        return any(word.endswith(self.ends) or any(sign in word for sign in self.within) for word in words)


_NONE = _Signs((), ())


@once
def _signs(tables: Tables) -> Mapping[tuple[str, str], _Signs]:
    """The signs of each language, by what they say: sure, beside the letter of either, perhaps, surname."""
    found: dict[tuple[str, str], list[str]] = {}
    for row in tables.rows(_TABLE):
        found.setdefault((row["says"], row["language"]), []).append(row["sign"])
    return {
        told: _Signs(
            tuple([sign for sign in signs if not sign.endswith(_END)]),
            tuple([sign.removesuffix(_END) for sign in signs if sign.endswith(_END)]),
        )
        for told, signs in found.items()
    }


def _has(says: str, tongue: str, words: Sequence[str], tables: Tables) -> bool:
    """Have words a sign of a language that says so?"""
    return _signs(tables).get((says, tongue), _NONE).are_in(words)


def whose(words: Sequence[str], tables: Tables) -> tuple[str, ...]:
    """The language whose letters a name has, Russian where it has none of another's.

    Beside Russian, or in place of another, that of which alone a given name in a case is: Аляксандру.

    >>> from translit.tables import built_in
    >>> names = "івана франка", "віктара бабарыкі", "аляксандру лукашенко"
    >>> [whose(name.split(), built_in()) for name in names]
    [('uk',), ('be',), ('ru', 'be')]
    """
    told = _lettered(words, tables)
    if told == _BELARUSIAN:
        return (told,)
    given = [
        tongue
        for word in words
        if not _is_given(word, told, tables)
        for tongue in tongues(tables)[1:]
        if _is_given(word, tongue, tables)
    ]
    if told != _RUSSIAN:
        return tuple(given) or (told,)
    for tongue in tongues(tables)[1:]:
        if (
            _has("perhaps", tongue, words, tables)
            or _has("surname", tongue, words[-1:], tables)
            or (tongue == _UKRAINIAN and any(_is_in_o(word, tables) for word in words))
        ):
            given.append(tongue)
    return (told, *given)


def _is_in_o(word: str, tables: Tables) -> bool:
    """May a word be a case of a surname in -о with a row, which only Ukrainians decline: Махна?"""
    stem = next((word.removesuffix(end) for end in _CASES_OF_O if word.endswith(end)), "")
    if not stem or word.endswith(("ка", "ку")):
        return False
    return is_listed(stem + "о", "m", tables) and not is_surname(stem, "m", tables)


def _lettered(words: Sequence[str], tables: Tables) -> str:
    """The language whose letters a name has."""
    text, others = " ".join(words), tongues(tables)[1:]
    for tongue in others if _EITHER in text else ():
        if _has("beside", tongue, words, tables) or _has("perhaps", tongue, words, tables):
            return tongue
    for tongue in others:
        own = languages(tables)[tongue].signs
        if any(sign in text for sign in own) or _has("sure", tongue, words, tables):
            return tongue
    return _RUSSIAN


def _is_given(word: str, tongue: str, tables: Tables) -> bool:
    """May a word be a given name of a language in one of its cases?"""
    return any(
        one.role == "given" and is_of(one.nominative, tongue, tables)
        for one in no_surnames(word, tongue, tables)
    )
