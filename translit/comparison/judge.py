"""Two names judged by the weights of their group: the score, and how each part relates.

Where `_pair.c` has been compiled, its loops do what stands here and in `alike`, `pairing` and `picture`, with
the same answer; a name of very many parts is left to Python.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from translit.comparison import alike, words
from translit.comparison.alike import CERTAIN, FAR, LEAST_BOUND, REASONS, RELATIONS, Said
from translit.comparison.pairing import Alone, Pair, paired
from translit.comparison.picture import language_of, picture, weighed, weights
from translit.comparison.words import Token, Tokens
from translit.quick import quick
from translit.sounds import ruler
from translit.sounds.hot import vowels_apart
from translit.tables import Tables

__all__ = ["APART", "SURE", "Judge", "Laid", "judge_of"]

SURE = 0.99
APART = 0.02
_CONTRADICTED = 0.87  # the most that two names score of which a part contradicts: never the same
_STRANGERS = 0.49  # and those of one part or two of which one is clearly another name
_FEW = 2  # parts: with more of them that agree, one may differ by its letters
_REASONS = tuple(REASONS)


@quick
@dataclass(frozen=True, slots=True, eq=False)
class Laid:
    """Two names laid beside each other: their score, the pairs of their parts, the parts left alone."""

    score: float
    pairs: list[Pair]
    alone: Alone


class Judge:
    """Scores two names, each as its tokens.

    `further` is what their Readings tell beside the words; `one_row` says that both are one row of the
    tables, `bounded` that words alike by their letters only make no names surely one.
    """

    def __init__(self, tables: Tables, group: str) -> None:
        self.tables = tables
        self.group = group
        self.language = language_of(group)
        self.weights = weights(tables, group)
        self._quick = self._compiled() if words.compiled else None

    def _compiled(self) -> Any:
        """The compiled judge with the same weights."""
        language, tables = self.language, self.tables
        known = language != "other"
        measure = ruler(language) if known else None
        traits = alike.alike_weights(tables, language) if known else ()
        odds = tuple(measure.odds) if measure else (0.0,) * 5
        calls = (
            words.meant,
            lambda token: words.split(token, language, tables),
            alike.slips,
            alike.generic,
            alike.lengths_apart,
            alike.one_generic,
            alike.men,
            measure.apart if measure else None,
            vowels_apart,
            lambda one, two: alike.cognate(one, two, tables),
        )
        return words.compiled.Judge(language, self.weights, traits, odds, calls)

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
        return Laid(score, [_pair(*pair) for pair in pairs], (left, right))

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
            return SURE  # the same letters throughout are one name
        found = picture(pairs, alone, further)
        score = weighed(self.weights, found)
        if one_row:
            return score
        if "contradicts father" in found or "contradicts" in found:
            # rather two of one person than two persons in one
            score = min(score, _STRANGERS if _two_strangers(pairs, alone, self.language) else _CONTRADICTED)
        if score > LEAST_BOUND and bounded and len(pairs) <= _FEW:
            limits = (alike.most(one.left.word, one.right.word, one.said, self.language) for one in pairs)
            score = min([score, *limits])
        return score


def _two_strangers(pairs: list[Pair], alone: Alone, language: str) -> bool:
    """Is of two names of two parts, or but for Russian ones of one, one part clearly another name?"""
    least = _FEW if language == "ru" else 1
    if not least <= len(pairs) <= _FEW or alone[0] or alone[1]:
        return False
    for one in pairs:
        far, like = one.said.far, one.said.like
        if one.said.relation == "contradicts" and (
            (far >= FAR and like <= -CERTAIN / 4)
            or (language == "ar" and alike.two_known(one.left.word, one.right.word, language))
        ):
            return True
    return False


def _pair(left: Token, right: Token, far: float, like: float, relation: int, reason: int) -> Pair:
    """Two tokens as the compiled judge has laid them."""
    return Pair(left, right, Said(far, like, RELATIONS[relation], _REASONS[reason]))


@lru_cache(maxsize=16)
def judge_of(tables: Tables, group: str) -> Judge:
    """The judge of a group of names, made when first asked for."""
    return Judge(tables, group)
