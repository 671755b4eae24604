"""Labelled pairs of a list of spellings in groups: positives and hard negatives half and half.

A positive is two spellings of one group; its negative pairs the first spelling with the nearest other
consonant skeleton of another group: an equal skeleton, or one inside the other, is too often one person
or place under two ids. The same list gives the same pairs.
"""

from __future__ import annotations

import random
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache

from rapidfuzz import process
from rapidfuzz.distance import Levenshtein
from unidecode import unidecode

from translit.tables import built_in

__all__ = ["Fits", "Named", "Pair", "hard_pairs", "skeleton"]

Pair = tuple[str, str, int]  # left, right, 1 for one name and 0 for two
Named = tuple[str, str]  # group, name
Fits = Callable[[str, str], bool]

_MOST = 3000
_NEAREST = 60


def skeleton(text: str) -> str:
    """The consonants of a name's words in Latin letters, the words in an order of their own.

    >>> skeleton("Дмитрий Песков"), skeleton("Peskov Dmitri")
    ('dmtr pskv', 'dmtr pskv')
    """
    return " ".join(sorted(word[:1] + re.sub("[aeiouy]", "", word[1:]) for word in _plain(text)))


def _plain(text: str) -> list[str]:
    """The words of a name in plain Latin letters."""
    return re.sub("[^a-z ]", "", unidecode(text).lower().replace("-", " ")).split()


def hard_pairs(names: Iterable[Named], fits: Fits, most: int = _MOST, seed: int = 1) -> list[Pair]:
    """Positives within groups for which `fits` holds, at most so many, each with a negative of the same make.

    >>> names = [("1", "Ivan Petrov"), ("1", "Iwan Petrow"), ("2", "Ivan Pavlov")]
    >>> hard_pairs(names, lambda left, right: True)
    [('Ivan Petrov', 'Iwan Petrow', 1), ('Ivan Petrov', 'Ivan Pavlov', 0)]
    """
    groups = _merged(names)
    positives = [
        (group, a, b)
        for group, members in groups.items()
        for at, a in enumerate(members)
        for b in members[at + 1 :]
        if fits(a, b) or fits(b, a)
    ]
    random.Random(seed).shuffle(positives)
    positives = [(group, a, b) if fits(a, b) else (group, b, a) for group, a, b in positives[:most]]
    pool = [(group, name, skeleton(name)) for group, members in groups.items() for name in members]
    skeletons = [bones for _, _, bones in pool]
    pairs: list[Pair] = []
    for group, a, b in positives:
        pairs.append((a, b, 1))
        pairs.extend(_negative(group, a, pool, skeletons, fits))
    return pairs


def _negative(
    group: str, name: str, pool: list[tuple[str, str, str]], skeletons: list[str], fits: Fits
) -> Iterator[Pair]:
    """A name beside the nearest of another group, where there is one."""
    bones = skeleton(name)
    here = set(bones.split())
    near = process.extract(bones, skeletons, scorer=Levenshtein.normalized_similarity, limit=_NEAREST)
    for found, _, at in near:
        other, candidate, _ = pool[at]
        there = set(found.split())
        if other != group and not (here <= there or there <= here) and fits(name, candidate):
            yield name, candidate, 0
            return


def _merged(names: Iterable[Named]) -> dict[str, list[str]]:
    """The names of each group; groups that write one name alike are one (a person listed twice)."""
    home: dict[str, str] = {}

    def root(group: str) -> str:
        while home.get(group, group) != group:
            group = home[group]
        return group

    owner: dict[tuple[str, ...], str] = {}
    listed = list(names)
    for group, name in listed:
        letters = tuple(sorted(set(_plain(name)) - _titles()))
        first = owner.setdefault(letters, group)
        if len(letters) > 1 and root(first) != root(group):
            home[root(group)] = root(first)
    groups: dict[str, list[str]] = defaultdict(list)
    for group, name in listed:
        if name not in groups[root(group)]:
            groups[root(group)].append(name)
    return groups


@lru_cache(maxsize=1)
def _titles() -> frozenset[str]:
    """The words of titles, which tell no person from another."""
    rows = built_in().rows("person/title")
    return frozenset(
        word for row in rows for text in (row.canonical, *row.many("also")) for word in _plain(text)
    )
