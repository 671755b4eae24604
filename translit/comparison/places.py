"""Two places beside each other, word by word, and what no weight of their words tells.

They may be one place of the tables, an area and its town, or two of which one has a word more.
"""

from __future__ import annotations

from translit.comparison.alike import LEAST_BOUND, QUALITIES
from translit.comparison.placewords import COMMON, WORDS, beside, parts_differ
from translit.comparison.prepared import Prepared
from translit.comparison.words import Tokens
from translit.nouns import Reading

__all__ = ["OTHER_WORD", "bounded", "sides_apart", "word_by_word"]

OTHER_WORD = 0.49  # the most that two places score of which one has a word more, or Great for Small
_ONE_PLACE = 0.92  # the least that two texts score which surely name one place of the tables
_CERTAINLY = 0.8  # the confidence from which a text surely names its place
_SPOT = 0.1  # degrees
_CONTRARY = (frozenset(("north", "south")), frozenset(("east", "west")))
_UNITS = "place/unit"
_FEATURES = "place/feature"
_AREAS = (_UNITS, "place/district")


def word_by_word(left: Prepared, right: Prepared, language: str) -> tuple[Tokens, Tokens] | None:
    """The words of two names, where these are to be laid beside each other one by one."""
    one, two = left.words(language), right.words(language)
    if language == "ru" and (len(one) != len(two) or len(one) == 1):
        one, two = _compounds(left, right, language) or (one, two)
    return (one, two) if beside(one, two) else None


def sides_apart(left: Prepared, right: Prepared) -> str:
    """Why two texts that tell sides of a place mean two, "" where they do not: Aleppo's north, its south."""
    here, there = left.sides(), right.sides()
    contrary = any(here & pair and there & pair and not here & there & pair for pair in _CONTRARY)
    return "two sides of a place" if contrary else ""


def bounded(score: float, left: Prepared, right: Prepared, one: Tokens, two: Tokens) -> float:
    """The score of two texts, more where both surely name one place of the tables, as by two of its names.

    A word more makes another place, as a rule: Krupol beside Great Krupol; so does Small for Great. A side
    of a place is only probably the place.
    """
    a, b = left.reading, right.reading
    if a.kind != "place":
        return score
    if score >= LEAST_BOUND and left.sides() != right.sides():
        return LEAST_BOUND
    if a.row is not None and b.row is not None and (a.row.id == b.row.id or _one_spot(a, b)):
        return max(score, _ONE_PLACE) if min(a.confidence, b.confidence) >= _CERTAINLY else score
    if _two_areas(a, b):
        return min(score, OTHER_WORD)
    if _area_and_seat(a, b):
        score = min(score, LEAST_BOUND)
    more = len(one) != len(two) and len(_words(one)) != len(_words(two))
    return min(score, OTHER_WORD) if more or _commons_apart(one, two) else score


def _two_areas(a: Reading, b: Reading) -> bool:
    """True for two units of one country, each surely read: Krasnodar Krai and Krasnoyarsk Krai."""
    if a.row is None or b.row is None or not a.row.table == b.row.table == _UNITS:
        return False
    return a.row["country"] == b.row["country"] and min(a.confidence, b.confidence) >= _CERTAINLY


def _area_and_seat(a: Reading, b: Reading) -> bool:
    """True for an area and a town, each surely read: Moscow and Moscow Oblast."""
    if a.row is None or b.row is None or min(a.confidence, b.confidence) < _CERTAINLY:
        return False
    areas = [row.table in _AREAS for row in (a.row, b.row)]
    return any(areas) and not all(areas) and all(row.table != _FEATURES for row in (a.row, b.row))


def _one_spot(a: Reading, b: Reading) -> bool:
    """True for two rows of one name on one spot: a town and the camp or the air base beside it."""
    here, there = a.place, b.place
    if a.canonical != b.canonical or here is None or there is None:
        return False
    if set(here.countries).isdisjoint(there.countries):  # Rafah on both sides of a border
        return False
    if here.latitude is None or there.latitude is None or here.longitude is None or there.longitude is None:
        return False
    return abs(here.latitude - there.latitude) < _SPOT and abs(here.longitude - there.longitude) < _SPOT


def _words(found: Tokens) -> Tokens:
    """The words of a place's name that are laid beside the other's one by one."""
    return tuple(token for token in found if token.part.role in WORDS)


def _commons_apart(one: Tokens, two: Tokens) -> bool:
    """True where each name has a word that many share, and not the same: Great beside Small.

    Words that tell one of two places from the other speak for themselves: Tell X Sharqi, Tell X Gharbi.
    """
    left, right = _commons(one), _commons(two)
    if not left or not right:
        return False
    if left.isdisjoint(right):
        return True
    left, right = left.intersection(QUALITIES), right.intersection(QUALITIES)
    return bool(left and right) and left.isdisjoint(right)


def _commons(found: Tokens) -> set[str]:
    """The words of a place's name that many names share: their qualities, else their usual forms."""
    said = [(token.part.canonical, token.part.row) for token in found if token.part.role == COMMON]
    return {row["feature"] if row and row["feature"] in QUALITIES else form for form, row in said}


def _compounds(left: Prepared, right: Prepared, language: str) -> tuple[Tokens, Tokens] | None:
    """The words of two names with compounds parted, where that makes them alike or tells them apart.

    So it does of Novaya Annovka and Novoannovka, of Chervonosilka, Krasnosyolka and Bilosilka.
    """
    one, two = (name.compounds(language) for name in (left, right))
    if len(one) != len(two) or len(one) == 1:
        return None
    known = len(left.words(language)) == len(right.words(language))
    return (one, two) if not known or parts_differ(one, two) else None
