"""Two Slavic names of places that differ in their syllables: Stryi and Staryi, Toretsk and Turetsk."""

from __future__ import annotations

from functools import lru_cache

from translit.patterns import pattern
from translit.text.clean import fold

__all__ = ["vowels_apart"]

_VOWELS = pattern("[aeiouyjаеёиоуыэюяіїєйь]*[aeiouyаеёиоуыэюяіїє][aeiouyjаеёиоуыэюяіїєйь]*")
_PLAIN = dict(zip("аяеёоуюыиіїєэ", "aaeoouuiiiiee", strict=True))
_UNLIKE = frozenset(map(frozenset, ("ae", "au", "ai", "ue", "uo", "ui")))
_GLIDES = pattern("^[yjйьiі]+|[yjйьiі]+$")


@lru_cache(maxsize=1 << 14)
def vowels_apart(one: str, two: str, known: bool = True) -> bool:
    """Have two Slavic names in one script not as many syllables, or one vowel unlike the other's?

    The latter counts where one is a `known` town's: villages are taken down as they sound. Nothing but a
    consonant parts two syllables; unstressed, а and о are as each other, and е and и.

    >>> vowels_apart("Stryi", "Staryi"), vowels_apart("Torets", "Turets")
    (True, True)
    >>> vowels_apart("Ostapovka", "Astapovka"), vowels_apart("Torets", "Turets", known=False)
    (False, False)
    """
    here, there = (_VOWELS.split(fold(name)) for name in (one, two))
    if len(here) != len(there) or not known:
        return len(here) != len(there)
    sounds = [pair for pair in zip(*map(_vowels, (one, two)), strict=True) if pair[0] != pair[1]]
    return here == there and len(sounds) == 1 and frozenset(sounds[0]) in _UNLIKE


def _vowels(name: str) -> list[str]:
    """The vowel of each syllable of a name in plain Latin, without the glides beside it."""
    return [_plain(found) for found in _VOWELS.findall(fold(name))]


def _plain(vowels: str) -> str:
    """A syllable's vowel without glides: a of ya and ia, е of є."""
    bare = _GLIDES.sub("", vowels) or "i"
    return _PLAIN.get(bare[0], bare[0])
