"""The names of an index that sound like a text: those of its consonants, or of its consonants but for one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from translit.place.indexing import ARABIC, GRADE, LIGHTEST, OTHER, Index
from translit.place.misspelling import GREAT
from translit.place.nearness import sounds_of_letters

__all__ = ["Least", "OneSound", "one_sound", "sounding"]

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


Least = tuple[bytes, bytes, float]  # odds and what is against them, as in `needed.py`; `great` of `Weights`


def sounding(
    index: Index,
    bones: str,
    one_off: bool,
    sound: str,
    arabic: bool,
    one: OneSound | None,
    least: Least | None,
) -> list[tuple[int, int]]:
    """Where the names are that sound like a text, each with the number of letters in which they differ.

    `bones` are the text's consonants, the names' own or `one_off`; `arabic` says that it is in Arabic script,
    `one` which letters it does not tell apart; without a `least` all answer that sound so.
    """
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
    places = _one_off(bones, index) if one_off else index.at(bones)
    return _sounding(sound, places, index, asking, arabic, most, unvowelled, one, least) if places else []


def _sounding(
    sound: str,
    places: Sequence[int],
    index: Index,
    asking: int,
    arabic: bool,
    most: int,
    unvowelled: int,
    one: OneSound | None,
    least: Least | None,
) -> list[tuple[int, int]]:
    """The same in Python, of the names at some places."""
    from rapidfuzz.distance import Levenshtein
    from rapidfuzz.process import extract

    sounds, names, heard = index.sounds, index.names, index.heard
    sound = sound.translate(one.sounds) if one else sound
    far: dict[int, int] = {}
    choices: dict[int, str] = {}
    for at in places:
        if heard[at] & asking:
            if ("\u0600" <= names[at][0] <= "\u06ff") == arabic:
                choices[at] = sounds[at].translate(one.sounds) if one else sounds[at]
            elif unvowelled <= most:
                far[at] = unvowelled
    met = extract(sound, choices, scorer=Levenshtein.distance, limit=None, score_cutoff=most)
    far.update({at: apart for _, apart, at in met})
    return sorted(
        (at, apart) for at, apart in far.items() if not least or _is_enough(at, apart, index, least)
    )


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
