"""Two places beside each other, word by word, and what no weight of their words tells.

They may be one place of the tables, an area and its town, or two of which one has a word more.
"""

from __future__ import annotations

from translit.comparison.bounds import LEAST_BOUND
from translit.comparison.placerows import (
    FEATURES,
    area_and_seat,
    has_generic,
    is_town,
    land_and_town,
    one_land,
    one_spot,
    one_town,
    two_areas,
    two_features,
)
from translit.comparison.placewords import COMMON, WORDS, beside, parts_differ
from translit.comparison.prepared import Prepared
from translit.comparison.towns import CERTAINLY, ends_apart, genders_apart, is_spelt, seldom_one, two_towns
from translit.comparison.words import Tokens
from translit.nouns import Reading
from translit.patterns import pattern
from translit.place.atlas import atlas
from translit.place.bounds import apart
from translit.place.kinds import contraries, qualities
from translit.place.nearness import compact, ends_with_more
from translit.place.reading import bounds_told
from translit.place.shared import shared
from translit.place.site import spellings
from translit.tables import Tables
from translit.text.clean import fold
from translit.text.script import script_of

__all__ = [
    "OTHER_WORD",
    "bounded",
    "is_guessed",
    "told_apart",
    "without_village",
    "word_by_word",
]

OTHER_WORD = 0.49  # the most that two places score of which one has a word more, or Great for Small
_ONE_PLACE = 0.92  # the least that two texts score which surely name one place of the tables
_VILLAGES = ("village", "town")  # the Harat of a town is not the town
_ARABIC = "ar"
_NUMBER = pattern(r"(?<![\d.,])\d{1,3}(?![.,]?\d)")  # longer ones are years and codes of the post


def word_by_word(left: Prepared, right: Prepared, language: str) -> tuple[Tokens, Tokens] | None:
    """The words of two names, where these are to be laid beside each other one by one."""
    one, two = left.words(language), right.words(language)
    if language == "ru" and (len(one) != len(two) or len(one) == 1):
        one, two = _compounds(left, right, language) or (one, two)
    return (one, two) if beside(one, two, left.tables) else None


def without_village(one: Tokens, two: Tokens) -> tuple[Tokens, Tokens]:
    """Two names, less the word that says of one that it is a village, where the other says nothing of it."""
    return _bare(one, two), _bare(two, one)


def _bare(here: Tokens, there: Tokens) -> Tokens:
    """The words of a name without a village's generic, beside a name of as many words that has none."""
    if len(here) != len(there) + 1 or any(token.part.role == "generic" for token in there):
        return here
    found = tuple([token for token in here if not _is_village(token.part)])
    return found if len(found) == len(there) else here


def _is_village(part: Reading) -> bool:
    """Is a word a generic that a village's name may as well lack: Qaryat, derevnya?"""
    return part.role == "generic" and part.row is not None and part.row["feature"] in _VILLAGES


def told_apart(left: Prepared, right: Prepared) -> str:
    """Why two places of one name are two by what their texts tell beside it, "" where nothing says so."""
    return _sides_apart(left, right) or _numbers_apart(left, right) or _lands_apart(left, right)


def _sides_apart(left: Prepared, right: Prepared) -> str:
    """Why two texts that tell sides of a place mean two, "" where they do not: Aleppo's north, its south."""
    here, there = left.sides(), right.sides()
    pairs = contraries(left.tables)
    contrary = any(here & pair and there & pair and not here & there & pair for pair in pairs)
    return "two sides of a place" if contrary else ""


def _numbers_apart(left: Prepared, right: Prepared) -> str:
    """Why two texts that number a place mean two, "" where they do not: Kamenka 1, Kamenka 2."""
    here, there = (set(map(int, _NUMBER.findall(one.reading.text))) for one in (left, right))
    return "two numbers of a place" if here and there and here.isdisjoint(there) else ""


def _lands_apart(left: Prepared, right: Prepared) -> str:
    """Why two texts that tell in what their places lie mean two, "" where they do not: Donetsk in two lands.

    One place of the tables may be said to lie in either of two lands.
    """
    a, b = left.reading, right.reading
    if (
        " " not in a.text
        or " " not in b.text
        or (a.row is not None and b.row is not None and a.row.id == b.row.id)
    ):
        return ""
    told = bounds_told(a.text, left.tables), bounds_told(b.text, right.tables)
    return "said to lie in two lands" if apart(*told) else ""


def bounded(score: float, left: Prepared, right: Prepared, one: Tokens, two: Tokens) -> float:
    """The score of two texts, more where both surely name one place of the tables, as by two of its names.

    A word more makes another place, as a rule: Krupol beside Great Krupol; so does Small for Great. A side
    of a place is only probably the place.
    """
    a, b = left.reading, right.reading
    if a.kind != "place" and b.kind != "place":
        return score
    if score >= LEAST_BOUND and (_kinds_apart(left, right) or genders_apart(a.text, b.text)):
        return LEAST_BOUND
    if score >= LEAST_BOUND and left.sides() != right.sides():
        return LEAST_BOUND
    seldom = score >= LEAST_BOUND and seldom_one(a, b, left.tables)
    if seldom:
        score = LEAST_BOUND
    if (
        not seldom
        and a.row is not None
        and b.row is not None
        and (a.row.id == b.row.id or one_spot(a, b) or one_land(a, b) or one_town(a, b))
    ):
        unlike = _sounds(one).isdisjoint(_sounds(two))
        if _ARABIC in (a.origin, b.origin) and ends_with_more(a.text, b.text) and not _are_spelt(a, b):
            return min(score, LEAST_BOUND)
        if min(a.confidence, b.confidence) < CERTAINLY:
            if _are_sides(a, b, left.tables):
                return max(score, LEAST_BOUND)
            return min(score, LEAST_BOUND) if unlike or ends_apart(a, b, left.tables) else score
        return score if unlike and (is_guessed(a) or is_guessed(b)) else max(score, _ONE_PLACE)
    if _one_spelling(a, b):
        return max(score, _ONE_PLACE)
    if score > LEAST_BOUND and ends_apart(a, b, left.tables):
        score = LEAST_BOUND
    if two_areas(a, b) or land_and_town(a, b) or two_towns(a, b, left.tables):
        return min(score, OTHER_WORD)
    if score > LEAST_BOUND and two_features(a, b):
        score = LEAST_BOUND
    if area_and_seat(a, b):
        score = min(score, LEAST_BOUND)
    more = len(one) != len(two) and len(_words(one)) != len(_words(two))
    return min(score, OTHER_WORD) if more or _commons_apart(one, two, left.tables) else score


def _are_sides(a: Reading, b: Reading, tables: Tables) -> bool:
    """Are two areas of one kind called by one side alone: Gouvernorat septentrional, Северная мухафаза?"""
    said = [atlas(tables).generics.parse(one.text) for one in (a, b)]
    kinds = [{row.canonical for row in one.rows} for one in said]
    rows = [shared(one.specific, tables) for one in said]
    sides = {row["feature"] if row else "" for row in rows}
    return not kinds[0].isdisjoint(kinds[1]) and len(sides) == 1 and sides <= qualities(tables)


def _are_spelt(a: Reading, b: Reading) -> bool:
    """Are both texts what their rows write?"""
    return is_spelt(a) and is_spelt(b)


def is_guessed(reading: Reading) -> bool:
    """Is a place doubtful that the text is spelt like, but not as: Vietnam of Beit Naem?"""
    if reading.status != "ambiguous" or reading.row is None:
        return False
    return fold(reading.text) not in map(fold, spellings(reading.row))


def _one_spelling(a: Reading, b: Reading) -> bool:
    """True for two names of no row that come to one form, or are one but for blanks: Rafada, رفادة.

    In one script that is not Latin their own letters tell more: كفر حارب is no كفر هارب.
    """
    if a.row is not None and b.row is not None:
        return False
    own = script_of(a.text) == script_of(b.text) != "Latn"
    one_form = not own and a.row is b.row and a.canonical == b.canonical
    return one_form or compact(a.text) == compact(b.text)


def _kinds_apart(left: Prepared, right: Prepared) -> bool:
    """True for a town, surely read, and what is said to be another thing of its name: Tiblisi Region.

    Not for a thing of the tables on its spot: Hmeimim, Khmeimim Air Base.
    """
    return any(
        is_town(one.reading) and _is_other(two, one.reading) for one, two in ((left, right), (right, left))
    )


def _is_other(side: Prepared, town: Reading) -> bool:
    """Is this said to be no settlement, and nothing of the tables that is on a town's spot?"""
    reading = side.reading
    if not has_generic(reading) or not (reading.row is None or reading.row.table == FEATURES):
        return False
    generics = atlas(side.tables).generics
    said = generics.parse(reading.text).features
    return (
        bool(said) and said.isdisjoint(generics.settlements) and not (reading.row and one_spot(reading, town))
    )


def _sounds(found: Tokens) -> set[str]:
    """The keys of a name's words: two names that share none were but guessed to be one place of tables."""
    return {token.word.key for token in found}


def _words(found: Tokens) -> Tokens:
    """The words of a place's name that are laid beside the other's one by one."""
    return tuple(token for token in found if token.part.role in WORDS)


def _commons_apart(one: Tokens, two: Tokens, tables: Tables) -> bool:
    """True where each name has a word that many share, and not the same: Great beside Small.

    Words that tell one of two places from the other speak for themselves: Tell X Sharqi, Tell X Gharbi.
    """
    left, right = _commons(one, tables), _commons(two, tables)
    if not left or not right:
        return False
    if left.isdisjoint(right):
        return True
    left, right = left & qualities(tables), right & qualities(tables)
    return bool(left and right) and left.isdisjoint(right)


def _commons(found: Tokens, tables: Tables) -> set[str]:
    """The words of a place's name that many names share: their qualities, else their usual forms."""
    said = [(token.part.canonical, token.part.row) for token in found if token.part.role == COMMON]
    return {row["feature"] if row and row["feature"] in qualities(tables) else form for form, row in said}


def _compounds(left: Prepared, right: Prepared, language: str) -> tuple[Tokens, Tokens] | None:
    """The words of two names with compounds parted, where that makes them alike or tells them apart.

    So it does of Novaya Annovka and Novoannovka, of Chervonosilka, Krasnosyolka and Bilosilka.
    """
    one, two = (name.compounds(language) for name in (left, right))
    if len(one) != len(two) or len(one) == 1:
        return None
    known = len(left.words(language)) == len(right.words(language))
    return (one, two) if not known or parts_differ(one, two) else None
