"""Two Arabs' names that have their words in common, and yet are two people's: by whose son each is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from operator import itemgetter
from typing import NamedTuple

from translit.comparison.bounds import LEAST_BOUND, STRANGERS
from translit.comparison.judge import Laid
from translit.comparison.kunyas import of_two_children
from translit.comparison.pairing import Pair
from translit.comparison.words import Token
from translit.lookup import lexicon_of
from translit.memory import once
from translit.nouns import Reading
from translit.person.arabic.letters import HOUSE, consonants
from translit.tables import Tables
from translit.text.article import ABD
from translit.text.clean import fold, strip_harakat
from translit.text.script import script_of

__all__ = ["GIVEN", "TOLD_NOTHING", "Lineage", "compounds", "lineage"]

_TURNED = 0.87  # the most that two names score whose words stand in another order: never the same
GIVEN = ("person/ar/ism", "person/ar/equivalent", "person/ar/laqab")
_OF_FATHERS = ("nasab", "family")  # Ould Ahmed may be either
_FATHER = ("ism", "nasab")
_SURNAMES = ("family", "nisba")
_ARTICLE = "al-"
_OF = " ال"
_KUNYA = "kunya"
_FEW = 2
_TWO_KUNYAS = "two kunyas"
_places = itemgetter(0, 1)


class Lineage(NamedTuple):
    """The most that two names score by the order of their words, and why."""

    most: float
    why: str


TOLD_NOTHING = Lineage(1.0, "")


class _Placed(NamedTuple):
    """Two words that agree, and where each stands in its name."""

    left: int
    right: int
    pair: Pair


def compounds(laid: Laid, tables: Tables) -> Lineage:
    """What two compounds say that have but their second half in common: Shafiqul Islam and Rafiqul Islam."""
    for pair in laid.pairs:
        if _OF in (pair.left.part.native or "") and _are_two_compounds(pair, tables):
            return Lineage(STRANGERS, "two compounds")
    return TOLD_NOTHING


def _sounding_so(laid: Laid, tables: Tables) -> Lineage:
    """What tells two apart that sound alike: a man and a woman (Samir, Samar), a father and his sons."""
    roles = {pair.left.part.role for pair in laid.pairs}
    if _KUNYA in roles and (most := of_two_children(laid, tables)) < 1.0:
        return Lineage(most, _TWO_KUNYAS)
    if _FATHER[0] in roles and any(map(_are_of_two_sexes, laid.pairs)):
        return Lineage(STRANGERS, "a man's name and a woman's")
    if not roles.isdisjoint(_SURNAMES) and any(_is_a_sons_family(pair, tables) for pair in laid.pairs):
        return Lineage(LEAST_BOUND, "a family that is called a father's sons, and the father's name")
    return TOLD_NOTHING


def lineage(laid: Laid, left: Reading, right: Reading, tables: Tables) -> Lineage:
    """What the order of the words of two Arabs' names says, which are laid beside each other.

    Arabs are called by their own name, then their father's, then his father's: Mohammed bin Salman is the son
    of Salman bin Mohammed. A register may put the family first, and where nothing tells which word is that,
    the two may still be one.
    """
    told = compounds(laid, tables)
    if told.why:
        return told
    told = _sounding_so(laid, tables)
    if told.why:
        return told
    pairs, alone = laid.pairs, laid.alone
    if _have_half(alone[0], left) or _have_half(alone[1], right):
        return Lineage(LEAST_BOUND, "half of a double name")
    if len(pairs) <= _FEW and not any(alone) and any(map(_are_two_kunyas, pairs)):
        return Lineage(STRANGERS, _TWO_KUNYAS)
    return _by_places(_agreeing(pairs, left, right), left, right, tables)


def _agreeing(pairs: Sequence[Pair], left: Reading, right: Reading) -> list[_Placed]:
    """The words that two names have alike, where they stand in each, in the order of the first."""
    ones = {id(part): at for at, part in enumerate(left.parts)}
    twos = {id(part): at for at, part in enumerate(right.parts)}
    placed = [
        _Placed(ones[id(one.left.part)], twos[id(one.right.part)], one)
        for one in pairs
        if one.said.relation != "contradicts" and id(one.left.part) in ones and id(one.right.part) in twos
    ]
    placed.sort(key=_places)
    return placed


def _by_places(placed: Sequence[_Placed], left: Reading, right: Reading, tables: Tables) -> Lineage:
    """What the places of these words say: a son and his father, two families, given names turned round."""
    for _, _, pair in placed:
        own, other = pair.left.part, pair.right.part
        if own.role != other.role and (
            _is_father_of(placed, own, other, right, tables)
            or _is_father_of(placed, other, own, left, tables)
        ):
            return Lineage(STRANGERS, "a son and his father")
    order = [one.right for one in placed]
    turned = list(_turned(placed)) if order != sorted(order) else []
    if not turned or not any(_turned(_in_text(placed, left.text, right.text))):
        return TOLD_NOTHING  # as they stand they are not: one was read with its family first
    if any(map(_change_families, turned)):
        return Lineage(STRANGERS, "the given name of the one is the family of the other")
    if not any(map(_are_plain, turned)):
        return TOLD_NOTHING
    if any(
        _is_son(one.pair.right.part, tables) and _is_son(two.pair.left.part, tables) for one, two in turned
    ):
        return Lineage(STRANGERS, "the son of the one is the father of the other")
    if _is_family_first(placed) or _is_a_womans(placed):
        return TOLD_NOTHING
    arabs = script_of(left.text) == script_of(right.text) == "Arab"  # who put no family first
    return Lineage(STRANGERS if arabs else _TURNED, "given names in another order")


def _in_text(placed: Sequence[_Placed], left: str, right: str) -> list[_Placed]:
    """The same words where they stand in their texts."""
    found = [
        _Placed(_stands(left, one.pair.left.part.text), _stands(right, one.pair.right.part.text), one.pair)
        for one in placed
    ]
    found.sort(key=_places)
    return found


def _stands(text: str, word: str) -> int:
    """Where a word stands in a text: not within another, as Sami in Samir Sami."""
    at = f" {text} ".find(f" {word} ")
    return at if at >= 0 else text.find(word)


def _turned(placed: Sequence[_Placed]) -> Iterator[tuple[_Placed, _Placed]]:
    """Two words each of which the second name has the other way round."""
    for at, one in enumerate(placed):
        yield from ((one, two) for two in placed[at + 1 :] if one.left < two.left and one.right > two.right)


def _is_son(part: Reading, tables: Tables) -> bool:
    """Has a part the word for son or daughter before it?"""
    return part.role in _OF_FATHERS and part.canonical.partition(" ")[0] in _sons(tables)


@once
def _sons(tables: Tables) -> frozenset[str]:
    """The words for son and daughter as they are printed."""
    return frozenset(row.canonical for row in tables.rows("person/ar/particle") if row["role"] == "nasab")


def _has_own(placed: Sequence[_Placed], name: Reading) -> bool:
    """Has a name an own name, told or not, that agrees with nothing in the other?"""
    agreed = {id(token.part) for one in placed for token in (one.pair.left, one.pair.right)}
    return not any(part.role == "ism" and id(part) in agreed for part in name.parts)


def _is_father_of(
    placed: Sequence[_Placed], own: Reading, other: Reading, name: Reading, tables: Tables
) -> bool:
    """Is one's own name what the other name calls a son of, whose bearer has another name of his own?"""
    roles = own.role == _FATHER[0] and other.role == _FATHER[1]
    return roles and _is_son(other, tables) and _has_own(placed, name)


def _change_families(turned: tuple[_Placed, _Placed]) -> bool:
    """Has each name a family with the article which is a name without one in the other: Ahmad al-Hassan?"""
    one, two = turned
    families = two.pair.left.part, one.pair.right.part
    others = one.pair.left.part, two.pair.right.part
    return all(map(_is_family, families)) and not any(map(_is_family, others))


def _is_family(part: Reading) -> bool:
    """Is a part a family with the article, which is so wherever it stands?"""
    return part.role in _SURNAMES and part.canonical.startswith(_ARTICLE)


def _are_plain(turned: tuple[_Placed, _Placed]) -> bool:
    """Is none of two words that changed places a family with the article?"""
    return not any(_is_family(part) for one in turned for part in (one.pair.left.part, one.pair.right.part))


def _is_family_first(placed: Sequence[_Placed]) -> bool:
    """Does the one name begin with the last word of the other, which is no given name?"""
    order = [one.right for one in placed]
    *most, last = order
    first, *rest = order
    moved = []
    if last < min(most) and most == sorted(most):
        moved.append(placed[-1])
    if first > max(rest) and rest == sorted(rest):
        moved.append(placed[0])
    return any(not _is_given(one.pair) for one in moved)


def _is_a_womans(placed: Sequence[_Placed]) -> bool:
    """Is one of two words a woman's name and the other a man's, so that each is what it is: Ali Fatima?"""
    sides = zip(*[(one.pair.left.word.row, one.pair.right.word.row) for one in placed], strict=True)
    genders = [{row["gender"] for row in rows if row is not None} for rows in sides]
    return len(placed) == _FEW and all(told == {"f", "m"} for told in genders)


def _is_given(pair: Pair) -> bool:
    """Is a word that two names have a given name by its rows?"""
    return any(
        token.word.row is not None and token.word.row.table in GIVEN for token in (pair.left, pair.right)
    )


def _are_two_compounds(pair: Pair, tables: Tables) -> bool:
    """Have two compounds, one of which no row has, two known given names before what both end in?

    Or is their bearer the servant of God by another of his names: Abdelhafid, Abdulhakim?
    """
    left, right = pair.left.part, pair.right.part
    one, _, last = (left.native or "").partition(_OF)
    two, _, end = (right.native or "").partition(_OF)
    if one == two == ABD:
        told = pair.left.word.key != pair.right.word.key and bool(left.row or right.row)
        return told and bool(last and end) and consonants(last) != consonants(end)
    if not last or last != end or fold(one) == fold(two) or (left.row and right.row):
        return False
    known = lexicon_of(tables)
    return known.is_given(one) and known.is_given(two)


def _is_a_sons_family(pair: Pair, tables: Tables) -> bool:
    """Is one of two families called a father's sons and the other not: Ben Salah, Salah?"""
    left, right = pair.left.part, pair.right.part
    families = left.role in _SURNAMES and right.role in _SURNAMES
    return families and _is_called_son(left, tables) != _is_called_son(right, tables)


def _is_called_son(part: Reading, tables: Tables) -> bool:
    """Has a family the word for sons before it, in one with it too?"""
    return (part.native or "").partition(" ")[0] in _native_sons(tables)


@once
def _native_sons(tables: Tables) -> frozenset[str]:
    """The words for son and daughter in Arabic letters; a house (Al Saud) may as well have the article."""
    rows = [row for row in tables.rows("person/ar/particle") if row["role"] == "nasab"]
    return frozenset(strip_harakat(row.native) for row in rows) - {HOUSE.rstrip()}


def _have_half(alone: Sequence[Token], name: Reading) -> bool:
    """Is a given name that the other has not joined to the one before it: Mohammad-Reza?"""
    return "-" in name.text and any(_is_half(token, name) for token in alone)


def _is_half(token: Token, name: Reading) -> bool:
    text, at = name.text, name.text.find(token.part.text)
    return token.part.role in _FATHER and at > 1 and text[at - 1] == "-" and text[at - 2].islower()


def _are_of_two_sexes(pair: Pair) -> bool:
    """Is of two given names, which rows have, one a man's and the other a woman's: Samir, Samar?"""
    left, right = pair.left, pair.right
    if not left.part.role == right.part.role == "ism" or left.word.native == right.word.native:
        return False
    if consonants(left.word.native) != consonants(right.word.native):
        return False  # misheard, or told apart by these
    rows = left.word.row, right.word.row
    return {row["gender"] if row is not None and row.table == GIVEN[0] else "" for row in rows} == {"m", "f"}


def _are_two_kunyas(pair: Pair) -> bool:
    return pair.said.relation == "contradicts" and pair.left.part.role == pair.right.part.role == _KUNYA
