"""How often a text that is spelt like a place, but not just so, means that place and no unlisted one.

The coefficients are fitted on romanised alternates of cities against villages that no table has.
"""

from __future__ import annotations

import math

__all__ = ["farthest", "trust"]

_PEOPLE = 0.65  # by the logarithm of a place's weight: large places are written in more ways
_HEAVIEST = 2e6
_SIZE = -0.2  # by the number of sounds
_NATS = 1.58  # by the nats between the letters …
_NATS_PER_SOUND = -15.4  # … and by these for each sound: in a long name an error shows less
_ALIAS = -0.8  # where the name itself is not the usual one
_BASE = -2.4
_HOPELESS = -2.5  # odds below which a place is not looked at
_EXACT = 0.1  # nats of the article; a spelling the tables have needs no trust
_MOST = 4.5  # nats beyond which nobody meant a place, however long its name


def trust(nats: float, weight: float, size: int, alias: float = 0.0) -> float:
    """How often a spelling so far from a place of such weight means it; `size` is how many sounds it has.

    >>> trust(0.0, 300, 6), trust(2.0, 3e7, 4) > 0.5 > trust(2.0, 1e3, 4)
    (1.0, True)
    """
    if nats <= _EXACT:
        return 1.0
    odds = _prior(weight, size) + _slope(size) * nats + (_ALIAS if alias else 0.0)
    return 1.0 / (1.0 + math.exp(-odds))


def farthest(weight: float, size: int) -> float:
    """The nats beyond which a place of such weight is no candidate for a spelling of so many sounds.

    >>> farthest(2e6, 4) > farthest(1e3, 4), farthest(1e3, 12)
    (True, 4.5)
    """
    slope = _slope(size)
    if slope >= 0:
        return _MOST
    return max(min(_MOST, (_HOPELESS - _prior(weight, size)) / slope), _EXACT)


def _prior(weight: float, size: int) -> float:
    return _BASE + _PEOPLE * math.log(min(weight, _HEAVIEST)) + _SIZE * size


def _slope(size: int) -> float:
    return _NATS + _NATS_PER_SOUND / max(size, 1)
