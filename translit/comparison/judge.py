"""Two names judged by the weights of their group: the score, and how each part relates.

Where `_pair.c` has been compiled, its loops do what stands here and in `alike`, `pairing` and `features`,
with the same answer; a name of very many parts is left to Python.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from translit.comparison import alike, bounds, families, odds, words
from translit.comparison.alike import REASONS, RELATIONS, Said
from translit.comparison.bounds import LEAST_BOUND, STRANGERS
from translit.comparison.consonants import are_unread, end_otherwise
from translit.comparison.features import language_of, picture, weighed, weights
from translit.comparison.initials import fits
from translit.comparison.odds import CERTAIN, FAR
from translit.comparison.pairing import Alone, Pair, paired
from translit.comparison.words import Token, Tokens
from translit.quick import maker, quick
from translit.sounds import ruler
from translit.sounds.loops import vowels_apart
from translit.tables import Tables

__all__ = ["APART", "STRANGERS", "Judge", "Laid", "judge_of"]

_SURE = 0.99
APART = 0.02
_CONTRADICTED = 0.87  # the most that two names score of which a part contradicts: never the same
_SELDOM = 7.0  # the rarity in nats from which a surname and an initial are one person's
_FEW = 2  # parts: with more of them that agree, one may differ by its letters
_REASONS = tuple(REASONS)


@quick
@dataclass(frozen=True, slots=True, eq=False)
class Laid:
    """Two names laid beside each other: their score, the pairs of their parts, the parts left alone."""

    score: float
    pairs: list[Pair]
    alone: Alone


_new_pair, _new_said, _new_laid = maker(Pair), maker(Said), maker(Laid)


class Judge:
    """Scores two names, each as its tokens.

    `further` is what their Readings tell beside the words; `one_row` says that both are one row of the
    tables, `bounded` that words alike by their letters only make no names surely one.
    """

    def __init__(self, tables: Tables, group: str) -> None:
        self.tables = tables
        self.group = group
        self.of_places = group.startswith("place")
        self.language = language_of(group)
        self.weights = weights(tables, group)
        self._quick = self._compiled() if words.compiled else None

    def _compiled(self) -> Any:
        """The compiled judge with the same weights."""
        language, tables = self.language, self.tables
        known = language != "other"
        measure = ruler(language) if known else None
        traits = odds.alike_weights(tables, language) if known else ()
        of_sounds = tuple(measure.odds) if measure else (0.0,) * 5
        calls = (
            words.meant,
            lambda token: words.split(token, language, tables),
            odds.slips,
            odds.penned,
            odds.generic,
            odds.lengths_apart,
            lambda one, two: alike.one_generic(one, two, tables),
            families.men,
            measure.apart if measure else None,
            vowels_apart,
            lambda one, two: alike.cognate(one, two, tables),
            lambda one, two: fits(one, two, tables),
            end_otherwise,
        )
        return words.compiled.Judge(language, self.weights, traits, of_sounds, calls)

    def score(self, a: Tokens, b: Tokens, further: dict[str, float], one_row: bool, bounded: bool) -> float:
        """The score alone: ``laid(…).score``."""
        found = self._quick.score(a, b, further, one_row, bounded) if self._quick else None
        return self.slowly(a, b, further, one_row, bounded).score if found is None else found

    def laid(self, a: Tokens, b: Tokens, further: dict[str, float], one_row: bool, bounded: bool) -> Laid:
        """The score with what it is made of."""
        found = self._quick.laid(a, b, further, one_row, bounded) if self._quick else None
        if found is None:
            return self.slowly(a, b, further, one_row, bounded)
        score, pairs, left, right = found
        return _new_laid(score, [_pair(*pair) for pair in pairs], (left, right))

    def slowly(
        self,
        a: Tokens,
        b: Tokens,
        further: Mapping[str, float],
        one_row: bool,
        bounded: bool,
    ) -> Laid:
        """`laid` in Python."""
        pairs, alone = paired(a, b, self.language, self.tables)
        score = (
            self._score(pairs, alone, further, one_row, bounded) if a and b else APART
        )  # blanks are nobody
        return Laid(score, pairs, alone)

    def _score(
        self,
        pairs: list[Pair],
        alone: Alone,
        further: Mapping[str, float],
        one_row: bool,
        bounded: bool,
    ) -> float:
        """The score of two names that are laid beside each other."""
        if not alone[0] and not alone[1] and all(pair.said.relation == "equal" for pair in pairs):
            return _SURE  # the same letters throughout are one name
        found = picture(pairs, alone, further)
        score = weighed(self.weights, found)
        if one_row:
            return score
        if "contradicts father" in found or "contradicts" in found:
            # rather two of one person than two persons in one
            strangers = _are_strangers(pairs, alone, self.language)
            score = min(score, STRANGERS if strangers else _CONTRADICTED)
        if score > _CONTRADICTED and _are_many(pairs):
            score = _CONTRADICTED
        if score > LEAST_BOUND and len(pairs) <= _FEW and any(map(_is_kin, pairs)):
            score = LEAST_BOUND
        if score > LEAST_BOUND and bounded and len(pairs) <= _FEW:
            limits = (bounds.most(one.left.word, one.right.word, one.said, self.language) for one in pairs)
            score = min([score, *limits])
        return score


def _are_many(pairs: list[Pair]) -> bool:
    """Have two names but an initial and a surname in common that many bear: S. Ivanov, Sergei Ivanov?"""
    if len(pairs) != _FEW or sum(one.said.relation == "initial" for one in pairs) != 1:
        return False
    return all(
        min(one.left.word.rarity, one.right.word.rarity) < _SELDOM
        for one in pairs
        if one.said.relation != "initial"
    )


def _are_strangers(pairs: list[Pair], alone: Alone, language: str) -> bool:
    """Are two names, of which a part contradicts, surely two people's?"""
    return (
        any(_contradicts(one) and one.said.reason == "initial" for one in pairs)
        or _agree_in_initials(pairs)
        or (_are_short(pairs, alone, language) and any(_is_another(one, language) for one in pairs))
    )


def _is_kin(pair: Pair) -> bool:
    """Is a part another given name beside its kin, which is one of its own too: Нина, Антонина?"""
    return pair.said.reason == "kin" and alike.two_called(pair.left.word, pair.right.word)


def _contradicts(pair: Pair) -> bool:
    return pair.said.relation == "contradicts"


def _agree_in_initials(pairs: list[Pair]) -> bool:
    """Do at most initials of some parts agree: A. Ivanov, A. Petrov?"""
    return len(pairs) >= _FEW and all(_contradicts(one) or _has_initial(one) for one in pairs)


def _has_initial(pair: Pair) -> bool:
    return pair.left.word.initial or pair.right.word.initial


def _are_short(pairs: list[Pair], alone: Alone, language: str) -> bool:
    """Have two names two parts, but for Russian ones perhaps one, and none that the other has not?

    Arabs leave out fathers: of two parts of theirs one alone agrees.
    """
    if language == "ar" and len(pairs) == _FEW:
        return True
    least = _FEW if language == "ru" else 1
    return least <= len(pairs) <= _FEW and not alone[0] and not alone[1]


def _is_another(pair: Pair, language: str) -> bool:
    """Is a part clearly another name than the one beside it: by its letters, or by rows of both?

    Of an Arab's also where neither is read as what the other may be, and their consonants are others.
    """
    if not _contradicts(pair):
        return False
    if pair.said.far >= FAR and pair.said.like <= -CERTAIN / 4:
        return True
    if language != "ar":
        return False
    if families.two_known(pair.left.word, pair.right.word, language):
        return True
    return pair.said.like <= -CERTAIN / 6 and are_unread(pair.left.word, pair.right.word)


def _pair(left: Token, right: Token, far: float, like: float, relation: int, reason: int) -> Pair:
    """Two tokens as the compiled judge has laid them."""
    return _new_pair(left, right, _new_said(far, like, RELATIONS[relation], _REASONS[reason]))


@lru_cache(maxsize=16)
def judge_of(tables: Tables, group: str) -> Judge:
    """The judge of a group of names, made when first asked for."""
    return Judge(tables, group)
