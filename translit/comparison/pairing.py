"""Which word of one name belongs beside which of the other."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from operator import itemgetter

from translit.comparison.alike import TWO_GENDERS, TWO_INITIALS, Said, said
from translit.comparison.families import TWO_FAMILIES, man_and_woman, two_families
from translit.comparison.words import Token, Tokens, split
from translit.quick import quick
from translit.tables import Tables

__all__ = ["Alone", "Pair", "paired"]

_CROSSED = 0.15  # what it costs to pair a given name with a surname

Alone = tuple[list[Token], list[Token]]
_Offer = tuple[tuple[float, str, str, int], int, int, Said]


@quick
@dataclass(frozen=True, slots=True)
class Pair:
    """Two tokens laid beside each other."""

    left: Token
    right: Token
    said: Said


def paired(a: Tokens, b: Tokens, language: str, tables: Tables) -> tuple[list[Pair], Alone]:
    """The best one-to-one pairing of two names' tokens, and those left alone on either side.

    Words of one role and one sound are laid beside each other first; the others are measured only
    against what these leave.
    """
    if len(a) != len(b) and language != "other":
        a, b = _resolved(a, b, language, tables), _resolved(b, a, language, tables)
    left, right = dict(enumerate(a)), dict(enumerate(b))
    pairs: list[Pair] = []
    kin = [(i, j) for i, one in left.items() for j, two in right.items() if _kin(one, two)]
    _take(_offers(kin, left, right, language, tables), left, right, pairs)
    if left and right:
        offers = _offers([(i, j) for i in left for j in right], left, right, language, tables)
        _take(offers, left, right, pairs)
        if language == "ru":  # a surname is sooner another surname than another's patronymic
            offers.sort(key=lambda one: not _of_one_role(one, left, right))
        for _, i, j, found in offers:  # what is left over on both sides contradicts
            if i in left and j in right:
                pairs.append(Pair(left.pop(i), right.pop(j), found))
    return pairs, (list(left.values()), list(right.values()))


def _resolved(here: Tokens, there: Tokens, language: str, tables: Tables) -> Tokens:
    """A name's tokens, a part of several words taken apart where the other name has each as a part."""
    keys = {token.word.key for token in there}
    found: list[Token] = []
    for token in here:
        words = split(token, language, tables) if " " in token.part.text else ()
        apart = len(words) > 1 and token.word.key not in keys
        found += words if apart and all(one.word.key in keys for one in words) else (token,)
    return tuple(found)


def _kin(one: Token, two: Token) -> bool:
    """True for two words of one sound that play one part."""
    if one.word.core != two.word.core and (
        one.word.key != two.word.key or one.word.initial or two.word.initial
    ):
        return False
    return one.part.role == two.part.role or not one.part.role or not two.part.role


def _known(role: str | None) -> bool:
    return bool(role) and role != "part"


def _offers(
    cells: list[tuple[int, int]],
    left: Mapping[int, Token],
    right: Mapping[int, Token],
    language: str,
    tables: Tables,
) -> list[_Offer]:
    """How the tokens of each cell relate, the nearest first."""
    offers = []
    for i, j in cells:
        one, two = left[i], right[j]
        found = said(one.word, two.word, language, tables)
        roles = one.part.role, two.part.role
        surnames = roles == ("surname", "surname")
        if surnames and language == "ru" and man_and_woman(one.word, two.word):
            found = TWO_GENDERS
        elif language == "ru" and one.word.initial and two.word.initial and roles[0] != roles[1]:
            found = TWO_INITIALS if all(map(_known, roles)) else found
        elif (surnames or language == "ar") and two_families(one.word, two.word, found, language):
            found = TWO_FAMILIES
        crossed = _CROSSED if roles[0] != roles[1] and roles[0] and roles[1] else 0.0
        first, second = one.word.core, two.word.core
        if second < first:
            first, second = second, first
        offers.append(((found.far + crossed + 0.01 * abs(i - j), first, second, i + j), i, j, found))
    if len(offers) > 1:
        offers.sort(key=_by_cost)
    return offers


def _take(offers: list[_Offer], left: dict[int, Token], right: dict[int, Token], pairs: list[Pair]) -> None:
    """Pair what does not contradict, the nearest first."""
    for _, i, j, found in offers:
        if found.relation != "contradicts" and i in left and j in right:
            pairs.append(Pair(left.pop(i), right.pop(j), found))


def _of_one_role(offer: _Offer, left: Mapping[int, Token], right: Mapping[int, Token]) -> bool:
    """Are the tokens of an offer, both left over, of one role?"""
    _, i, j, _ = offer
    return i in left and j in right and left[i].part.role == right[j].part.role


_by_cost = itemgetter(0)
