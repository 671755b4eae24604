"""Chunks that no pair has shown, composed of such as were: ض=dha of ض=dh and ض=da.

Arabic leaves short vowels out, so that a chunk is a consonant as it is spelt and the vowel behind it. The
spelling of few writers is not met before every vowel; before another it is as likely as both are for this
letter. What the pairs show too seldom, or not at all, rows of `tables/spelling/ar/letters.tsv` tell.
"""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping

from translit.nouns import Row

__all__ = ["composed"]

_PARTED = re.compile("([^aeiouyāīūâîûéèëïáíóúàäöüа-яё]+)([aeiou]{0,2})")  # the consonant, the vowel
_ACCIDENT = 0.003  # of how a letter is spelt, the least that is no error of the pairs
_DOUBT = 0.7  # of how likely a consonant and a vowel are together, what a chunk is that none has shown
_DEAREST = 12.0  # nats, as what its model has never seen
_Shares = Mapping[str, dict[str, float]]


def composed(line: str, told: Iterable[Row]) -> str:
    """What may follow any chunk, with what is composed of it: "back cell cell …", a cell "ض=dha:8.92".

    >>> composed("0.0 ض=d:1 ض=da:1 ض=dh:3 $:1", ())
    '0.0 $:1 ض=d:1 ض=da:1 ض=dh:3 ض=dha:4.12'
    """
    back, *cells = line.split(" ")
    costs: dict[str, float] = {}
    for cell in cells:
        chunk, _, paid = cell.rpartition(":")
        costs.setdefault(chunk, float(paid))  # the cheapest is first
    heads, tails = _shares(costs)
    after: dict[tuple[str, str], str] = {}
    for row in told:
        native, spelling = row["native"], row["spelling"]
        share = float(row["share"]) * sum(heads[native].values())
        if heads[native].get(spelling, 0.0) < share:
            heads[native][spelling] = share
            after[native, spelling] = row["before"]
    for native, spelt in heads.items():
        whole = sum(tails[native].values())
        for spelling, one in spelt.items():
            if one < _ACCIDENT * sum(spelt.values()) and (native, spelling) not in after:
                continue
            vowels = after.get((native, spelling), "")
            for vowel, other in tails[native].items():
                if vowels and vowel[:1] not in vowels.split("|"):
                    continue
                cost = -math.log(_DOUBT * one * other / whole)
                chunk = f"{native}={spelling}{vowel}"
                if cost < min(_DEAREST, costs.get(chunk, _DEAREST)):
                    costs[chunk] = round(cost, 2)
    ordered = sorted(costs, key=lambda chunk: (costs[chunk], chunk))
    return " ".join([back, *(f"{chunk}:{costs[chunk]:g}" for chunk in ordered)])


def _shares(costs: Mapping[str, float]) -> tuple[_Shares, _Shares]:
    """How likely each spelling of a letter is, whatever vowel follows, and each vowel behind a letter."""
    heads: _Shares = defaultdict(lambda: defaultdict(float))
    tails: _Shares = defaultdict(lambda: defaultdict(float))
    for chunk, cost in costs.items():
        native, _, spelling = chunk.partition("=")
        found = _PARTED.fullmatch(spelling) if len(native) == 1 else None
        if found:
            share = math.exp(-cost)
            heads[native][found[1]] += share
            tails[native][found[2]] += share
    return heads, tails
