"""Who judges two names, and what they are given: the words of each, and what their Readings tell."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from translit.comparison.alike import READ_AS, read_as
from translit.comparison.features import CROSSED, HALF, PLACES, UNCROSSED, further, group_of, picture
from translit.comparison.judge import Judge, judge_of
from translit.comparison.places import is_guessed, without_village, word_by_word
from translit.comparison.placewords import COMMON
from translit.comparison.prepared import Prepared, prepare
from translit.comparison.words import Token, Tokens
from translit.languages import nations
from translit.nouns import Reading
from translit.quick import untracked
from translit.tables import Tables

__all__ = ["Given", "briefed", "features", "lessons"]

_SHARED = (COMMON, "generic")
_LIKELY = 0.5  # the confidence of a place that a text is not spelt as, below which it says little

Given = tuple[Tokens, Tokens, dict[str, float], bool, bool]


def briefed(left: Prepared, right: Prepared) -> tuple[Judge, Given]:
    """Who judges two names, and what they are given."""
    a, b = left.reading, right.reading
    found = judge_of(left.tables, group_of(a, b, left.tables))
    language = found.language
    one_row = a.row is not None and b.row is not None and a.row.id == b.row.id
    if one_row and found.of_places:  # Wadi Khalil is but perhaps Wadi Khaled
        one_row = not any(is_guessed(one) and one.confidence < _LIKELY for one in (a, b))
    # Ukrainian and Belarusian write a Russian name by other letters: there those say less.
    neighbours = nations(left.tables)
    bounded = not (a.kind == "place" or b.kind == "place" or a.origin in neighbours or b.origin in neighbours)
    laid = word_by_word(left, right, language) if found.of_places and not one_row else None
    one, two = laid or (left.tokens(language), right.tokens(language))
    if found.of_places:
        one, two = without_village(one, two)
    more = further(a, b, found.group)
    if found.group in (CROSSED, PLACES) and HALF not in more:
        more.update(_heard(one, two))
    return found, untracked((one, two, more, one_row, bounded))


def _heard(one: Tokens, two: Tokens) -> Mapping[str, float]:
    """What the words that tell of two Arabic names are read as, where either has one of them."""
    left, right = _telling(one), _telling(two)
    return read_as(left[0].word, right[0].word, "ar") if len(left) == len(right) == 1 else {}


def _telling(found: Tokens) -> Sequence[Token]:
    """The words of a name but those that many share."""
    return found if len(found) == 1 else [token for token in found if token.part.role not in _SHARED]


def features(left: Reading, right: Reading, tables: Tables | None = None) -> tuple[str, dict[str, float]]:
    """What the score is made of: the weight table's name and each feature's value (for the learner)."""
    found, given = briefed(prepare(left, tables), prepare(right, tables))
    laid = found.laid(*given)
    return found.group, picture(laid.pairs, laid.alone, given[2])


def lessons(left: Reading, right: Reading) -> Iterator[tuple[str, dict[str, float]]]:
    """What a pair teaches: its group's features; single words in two scripts those of any two as well."""
    group, found = features(left, right)
    yield group, found
    if group == CROSSED:
        yield UNCROSSED, {name: value for name, value in found.items() if name not in READ_AS}
