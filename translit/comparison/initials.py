"""Which names an initial may stand for, in any script and by any convention: J. is Юрий's and Жанна's."""

from __future__ import annotations

import math
from collections import defaultdict
from itertools import islice

from translit.comparison.words import Word
from translit.memory import once
from translit.tables import Tables
from translit.text.clean import fold
from translit.text.words import is_initial

__all__ = ["fits"]

_LEAST = 0.015  # of a letter's spellings at the start of words, the share from which one counts
_DOTTED = 2  # signs of an initial of one letter
_MOST = 4  # letters of an initial: Shch.
_DZH = "дж"  # one sound, which j begins as well
_LANGUAGES = ("ru", "ar")


@once
def _known_openings(tables: Tables) -> dict[str, frozenset[str]]:
    """What the spellings of each Cyrillic or Arabic letter begin with at the start of a word.

    >>> from translit.tables import built_in
    >>> sorted(found for found in _known_openings(built_in())["ш"] if found.isascii())
    ['c', 'ch', 's', 'sc', 'sch', 'sh', 'sz']
    """
    shares: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    for language in _LANGUAGES:
        for (native, spelling), cost in _starting(language, tables).items():
            folded = fold(spelling)
            for size in range(1, len(folded) + 1):
                shares[native][folded[:size]] += math.exp(-cost)
    return {
        native: frozenset(letters for letters, share in found.items() if share >= _LEAST)
        for native, found in shares.items()
    }


def _starting(language: str, tables: Tables) -> dict[tuple[str, str], float]:
    """What each letter by itself costs to be spelt so at the start of a word."""
    costs: dict[tuple[str, str], float] = {}
    for native, spelling, at, cost in islice(tables.cells(f"sounds/{language}/costs"), 1, None):
        if len(native) == 1 and spelling and (at == "^" or (not at and (native, spelling) not in costs)):
            costs[native, spelling] = float(cost)
    return costs


def fits(one: Word, other: Word, tables: Tables) -> bool:
    """May one of two words, an initial, stand for the other, or both for one name?"""
    alike = one.core[:1] == other.core[:1] or one.key[:1] == other.key[:1]
    if alike and _is_letter(one) and _is_letter(other):
        return True
    if _is_cut(one) or _is_cut(other):
        return _goes_on(one, other) or _goes_on(other, one)
    known = _known_openings(tables)
    return any(_begin_alike(a, b, known) for a in _openings(one) for b in _openings(other))


def _is_letter(word: Word) -> bool:
    """Is a word no initial of several letters: Sh., which is no S.?"""
    return not word.initial or len(word.core) <= _DOTTED


def _is_cut(word: Word) -> bool:
    """Is a word a name cut short, more of which than its first letter must fit: Вяч., Nik.?"""
    return word.initial and not is_initial(word.core.capitalize())


def _goes_on(cut: Word, whole: Word) -> bool:
    """Does a name, or one cut short later, begin as one that is cut short does, or with its sounds?"""
    stem = cut.core.rstrip(".")
    if any(form.startswith(stem) for form in (whole.core, whole.native, *whole.forms)):
        return True
    return len(cut.key) > 1 and whole.key.startswith(cut.key)


def _openings(word: Word) -> set[str]:
    """The letters that begin a word: an initial's all, as written; another's first, as known too."""
    if word.initial:
        return {word.core.rstrip(".")}
    forms = [form for form in (word.core, word.native, *word.forms) if form]
    return {form[:size] for form in forms for size in range(1, _MOST + 1)} | {
        "ж" for form in forms if form.startswith(_DZH)
    }


def _begin_alike(one: str, other: str, known: dict[str, frozenset[str]]) -> bool:
    """May two openings be of one name?"""
    return one == other or other in known.get(one, ()) or one in known.get(other, ())
