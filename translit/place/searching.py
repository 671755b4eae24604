"""The names of an index that sound like a text: those of its consonants, or of its consonants but for one."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from translit.place.indexing import ARABIC, GRADE, LIGHTEST, OTHER, Index
from translit.place.misspelling import GREAT
from translit.place.nearness import sounds_of_letters
from translit.text.script import begins_arabic

__all__ = ["Least", "Sought", "one_sound", "sounding"]

_EDITS = "bcdfghklmnprstzSZCJ"  # as in _atlas_search.c
_ALIKE = 3  # letters that may differ between the sounds of two names of the same consonants
_NEAR = 2  # the same where a consonant differs
_LONG = 9  # a name of so many sounds may differ in one more


@dataclass(frozen=True, slots=True)
class OneSound:
    """Sounds that are not told apart: each as another, and each of 128 letters as what it becomes."""

    sounds: dict[int, str]
    letters: bytes


@lru_cache(maxsize=64)
def one_sound(merged: tuple[tuple[str, str], ...]) -> OneSound | None:
    """Letters that are not told apart, as the sounds that are not."""
    pairs = [(sounds_of_letters(letters, "ru"), sounds_of_letters(put, "ru")) for letters, put in merged]
    sounds = {ord(sound): put for sound, put in pairs if len(sound) == 1}
    return OneSound(sounds, "".join(map(chr, range(128))).translate(sounds).encode()) if sounds else None


Least = tuple[bytes, bytes, float]  # odds, what is against them (`threshold.py`), `great` of `Weights`


class Sought(NamedTuple):
    """What is sought: consonants, `one_off` those but for one, a sound, in Arabic script or another.

    `merged` are the letters that the text does not tell apart.
    """

    bones: str
    sound: str
    arabic: bool
    one_off: bool = False
    merged: tuple[tuple[str, str], ...] = ()


def sounding(index: Index, sought: Sought, least: Least | None) -> list[tuple[int, int]]:
    """Where the names are that sound like a text, each with the number of letters in which they differ.

    Without a `least` all answer that sound so.
    """
    bones, sound, arabic, one_off, merged = sought
    one = one_sound(merged) if merged else None
    asking = ARABIC if arabic else OTHER
    most = (_NEAR if one_off else _ALIKE) + (len(sound) >= _LONG)
    unvowelled = 0 if most >= _ALIKE else _LONG  # apart, where one of the two writes no vowels
    if index.quick is not None:
        found: list[tuple[int, int]] | None
        found = index.quick(
            bones, one_off, sound, asking, arabic, most, unvowelled, one and one.letters, least
        )
        if found is not None:
            return found
    far = _sounding(index, sought, one, most, unvowelled)
    return sorted(
        (at, apart) for at, apart in far.items() if not least or _is_enough(at, apart, index, least)
    )


def _sounding(
    index: Index, sought: Sought, one: OneSound | None, most: int, unvowelled: int
) -> dict[int, int]:
    """The same in Python, whatever the places weigh."""
    from rapidfuzz.distance import Levenshtein
    from rapidfuzz.process import extract

    merged = one.sounds if one else {}
    asking = ARABIC if sought.arabic else OTHER
    far: dict[int, int] = {}
    choices: dict[int, str] = {}
    for at in _one_off(sought.bones, index) if sought.one_off else index.at(sought.bones):
        if index.heard[at] & asking:
            if begins_arabic(index.names[at]) == sought.arabic:
                choices[at] = index.sounds[at].translate(merged)
            elif unvowelled <= most:
                far[at] = unvowelled
    sound = sought.sound.translate(merged)
    met = extract(sound, choices, scorer=Levenshtein.distance, limit=None, score_cutoff=most)
    return far | {at: apart for _, apart, at in met}


def _is_enough(at: int, apart: int, index: Index, least: Least) -> bool:
    """Does a place weigh enough to be meant by a text that is so many sounds from its name?"""
    odds, against, great = least
    minus, slope = memoryview(against).cast("d")[2 * index.shapes[at] :][:2]
    people = LIGHTEST + index.grades[at] / GRADE
    gain = slope * people - minus + (great * (people - GREAT) if people > GREAT else 0.0)
    return bool(memoryview(odds).cast("d")[apart] + gain > 0)


def _one_off(bones: str, index: Index) -> tuple[int, ...]:
    """Where the names are whose consonants are these but for one."""
    others = index.places.keys() & _edited(bones)
    return tuple(sorted({at for other in others for at in index.at(other)}))


def _edited(bones: str) -> set[str]:
    """Every skeleton one consonant away."""
    found = set()
    for at in range(len(bones)):
        head, tail = bones[:at], bones[at + 1 :]
        found.add(head + tail)
        found.update([head + sign + tail for sign in _EDITS])
        if tail:
            found.add(head + tail[0] + bones[at] + tail[1:])
    for at in range(len(bones) + 1):
        found.update([bones[:at] + sign + bones[at:] for sign in _EDITS])
    return found
