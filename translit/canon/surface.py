"""The words of a name's parts as they stood in the source, where they were read in others.

A name in a case is read in the nominative, one in another paper's letters in ours (Bassár as Bašar); its
parts keep the source's words all the same. What those of a Latin one were read in a step of each tells, since
names are laid beside each other by that.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from translit.nouns import Reading, Step
from translit.quick import changed, later
from translit.romanization import PRESSES, romanize
from translit.text.clean import fold
from translit.text.script import script_of

__all__ = ["as_stood", "put_back", "read_in"]

_WORD = re.compile(r"[^\s,،;؛:()\[\]{}\"«»„“”]+")
_BETWEEN = r"\s*(?:-\s*)?"  # two letters of a word that a writer parted
_NEAR = 45.0  # of 100, how like a word of the source must be one that was read


def as_stood(reading: Reading, text: str) -> Reading:
    """The Reading of a text, its parts with the words of that; a part that none is like stays.

    >>> from translit.canon import explain
    >>> [part.text for part in explain("О Дмитрии Пескове", "person").parts]
    ['Дмитрии', 'Пескове']
    """
    whole = set(text.split())
    stood = [part.text in whole or _stands(part.text, text) for part in reading.parts]
    if all(stood):
        return reading
    free = _WORD.findall(text)
    for part, stands in zip(reading.parts, stood, strict=True):
        for word in part.text.split() if stands else ():
            if word in free:
                free.remove(word)
    both = zip(reading.parts, stood, strict=True)
    return changed(
        reading,
        parts=tuple([part if stands else _put(part, text, free) for part, stands in both]),
        steps=later(lambda: reading.steps),  # these tell of the words read
        others=later(lambda: tuple([as_stood(one, text) for one in reading.others])),
    )


def put_back(reading: Reading, stood: Mapping[str, str], why: str) -> Reading:
    """The Reading of a Latin name, its parts with the words that `stood` for those that it was read in."""
    parts = []
    for part in reading.parts:
        text = " ".join([stood.get(word, word) for word in part.text.split()])
        if text != part.text:
            part = changed(part, text=text, steps=(Step(text, part.text, why),))
        parts.append(part)
    others = later(lambda: tuple([put_back(one, stood, why) for one in reading.others]))
    return changed(reading, parts=tuple(parts), others=others)


def read_in(part: Reading) -> str:
    """The words that a part of a name was read in, which mostly are its own.

    >>> from translit.canon import explain
    >>> [(part.text, read_in(part)) for part in explain("Bassár Asad", "person").parts]
    [('Bassár', 'Bašar'), ('Asad', 'Asad')]
    """
    is_part = part.role or (part.kind == "person" and part.origin is None)  # a foreign one has no role
    if is_part and not part.parts and part.steps:  # those of a whole Reading tell of all its work
        return part.steps[0].after
    return part.text


def _stands(said: str, text: str) -> bool:
    """Do words stand so in a text, and not in a longer one: Роман in Романа?"""
    at = text.find(said)
    end = at + len(said)
    if at < 0 or (at and text[at - 1].isalpha()):
        return False
    return not (text[end : end + 1].isalpha() and said[-1:].isalpha())


def _put(part: Reading, text: str, free: list[str]) -> Reading:
    """A part with those of the free words of a text that it was read of; it takes them."""
    letters = _BETWEEN.join(map(re.escape, part.text.replace(" ", "")))
    spaced = re.search(rf"\b{letters}\b", text)
    if spaced:  # Rimsky - Korsakov
        return changed(part, text=spaced[0])
    found = []
    for word in part.text.split():
        nearest = max(free, key=lambda one: _alike(one, word), default=None)
        if nearest is None or _alike(nearest, word) < _NEAR:
            return part
        free.remove(nearest)
        found.append(nearest)
    return changed(part, text=" ".join(found))


def _alike(one: str, other: str) -> float:
    """How like two words are in Latin letters, of 100."""
    from rapidfuzz.fuzz import ratio

    return ratio(_latin(one), _latin(other))


def _latin(word: str) -> str:
    """A word in small Latin letters."""
    scheme = PRESSES.get(script_of(word))
    return fold(romanize(word, scheme) if scheme else word)
