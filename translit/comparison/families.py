"""Two surnames: of one family, a man's and a woman's, or of two families."""

from __future__ import annotations

from functools import lru_cache

from translit.comparison.alike import SURE, Said, is_in_english
from translit.comparison.consonants import are_other_rows
from translit.comparison.heard import keyed
from translit.comparison.odds import CERTAIN, FAR, NEAR, slips
from translit.comparison.words import Meant, Word, meant
from translit.person.surname import family as family_of

__all__ = ["TWO_FAMILIES", "man_and_woman", "men", "two_families", "two_known"]

TWO_FAMILIES = Said(FAR, -CERTAIN / 2, "contradicts", "families")


@lru_cache(maxsize=1 << 16)
def man_and_woman(a: Word, b: Word) -> bool:
    """True for the two forms of one family's surname: Ivanov and Ivanova."""
    one, two = men(a.core), men(b.core)
    return one[0] != two[0] and one[1] == two[1]


def men(core: str) -> tuple[bool, str]:
    """Whether a surname is as the men of its family bear it, and the key of that form."""
    form = family_of(core)
    return form == core, keyed(form, "ru")


def two_families(a: Word, b: Word, found: Said, language: str) -> bool:
    """True for two known names, none of which can be read as the other: Basayev and Basov, Majali and Bajili.

    Two words as their own script writes them are read as nothing else, however near: Курникова and Курнакова.
    A Latin one leaves open what its spelling does: Guriev may be Гурьев.
    """
    doubtful = found.relation == "variant" or (found.reason == "apart" and found.like > TWO_FAMILIES.like)
    if not doubtful or not two_known(a, b, language):
        return False
    if a.own and b.own:
        return True
    one, two = meant(a.spelt, language), meant(b.spelt, language)
    if language != "ru" or not slips(one.best, two.best):
        return False
    return found.far >= NEAR or (_surely(one) and _surely(two))


def two_known(a: Word, b: Word, language: str) -> bool:
    """True for two known names of which neither can be read as the other.

    Of Arabic ones also for two rows of other consonants, neither of which the other word can be read as,
    whatever else both may be: Hafid (حفيظ), Hamid (حميد).
    """
    if a.native == b.native or (not (a.own and b.own) and is_in_english(a, b)):
        return False
    one, two = meant(a.spelt, language), meant(b.spelt, language)
    if one.known and two.known and one.forms.keys().isdisjoint(two.forms):
        return True
    return language == "ar" and are_other_rows(a, b, one, two)


def _surely(one: Meant) -> bool:
    """True for a word with one reading that leaves the others far behind."""
    return one.forms[one.best] > SURE
