"""The skeleton of a word: what Cyrillic and every Latin convention of writing it have in common.

Endings are compared as skeletons, so "-ович", "-ovich", "-owitsch", "-ovitch" and "-ovych" are one
row of a table, and a given name is found however it was spelt, without weighing letters.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from translit import compiled
from translit.compiled import letterwise
from translit.memory import remembered
from translit.patterns import ending
from translit.sounds import read
from translit.text.clean import fold
from translit.text.script import script_of

__all__ = ["skeleton"]

_CYRILLIC = {
    letter: put
    for put, letters in {
        "a": "аә",
        "b": "б",
        "v": "в",
        "g": "гґғ",
        "d": "д",
        "e": "еёэєѣ",
        "z": "жзҙӡ",
        "i": "ийыії",
        "k": "кқҡ",
        "l": "л",
        "m": "м",
        "n": "нңҥ",
        "o": "оөӧ",
        "p": "п",
        "r": "р",
        "s": "сшщҫ",
        "t": "т",
        "u": "уўүұӯ",
        "f": "фѳ",
        "h": "хҳһ",
        "C": "цчҷҹ",
        "yu": "ю",
        "ya": "я",
        "": "ьъӏ",
    }.items()
    for letter in letters
}
_CARONS = {"č": "ch", "š": "sh", "ž": "zh", "ć": "ch", "ś": "sh", "ź": "zh", "ç": "ch", "ş": "sh", "ż": "zh"}
_DROPPED = dict.fromkeys("'`\"’‘ʼʻʹʺ\N{COMBINING ACUTE ACCENT}\N{COMBINING GRAVE ACCENT}", "")
_FROM_CARONS = str.maketrans(_CARONS)
_TO_LATIN = str.maketrans(_CYRILLIC | _CARONS | _DROPPED)

# One convention's letters and what stands for them in a skeleton; the order matters.
_LETTERS = (
    ("schtsch", "s"),
    ("shch", "s"),
    ("szcz", "s"),
    ("chtch", "s"),
    ("stch", "s"),
    ("tsch", "C"),
    ("tch", "C"),
    ("sch", "s"),
    ("cz", "C"),
    ("ch", "C"),
    ("sh", "s"),
    ("sz", "s"),
    ("dzh", "dz"),
    ("zh", "z"),
    ("ts", "C"),
    ("tz", "C"),
    ("dj", "dz"),
    ("kh", "h"),
    ("gh", "g"),
    ("ph", "f"),
    ("th", "t"),
    ("ck", "k"),
    ("ce", "Ce"),
    ("ci", "Ci"),
    ("c", "k"),
    ("x", "ks"),
    ("q", "k"),
    ("w", "v"),
    ("gue", "ge"),
    ("gui", "gi"),
    ("j", "i"),
    ("y", "i"),
    ("ii", "i"),
    ("ou", "u"),
    ("iu", "u"),
    ("aia", "aya"),
    ("ia", "a"),
    ("ie", "e"),
    ("io", "e"),
)
_is_french = ending(("off", "eff"))  # -ов, -ев


def rules_of(module: Any) -> Callable[[str], str | None]:
    """The letters as rules of the compiled module."""
    found: Callable[[str], str | None] = module.Rules(_LETTERS, "".join(map(chr, range(128))).lower(), "")
    return found


_quick = rules_of(compiled.word) if compiled.word else None
_in_latin = letterwise(lambda text: text.translate(_TO_LATIN))
_from_carons = letterwise(lambda text: text.translate(_FROM_CARONS))


@remembered(16384)
def skeleton(word: str) -> str:
    """What the spellings of a word share, in a few plain letters; coarse, and never shown.

    >>> skeleton("Сергеевич"), skeleton("Sergejewitsch"), skeleton("Sergueïevitch")
    ('sergevic', 'sergevic', 'sergevic')
    """
    text = word.lower()
    if not (text.isascii() and text.isalpha()):
        text = _in_latin(text)
        if not text.isascii():
            text = _bare(word)
    if _is_french(text):
        text = text[:-2] + "v"
    found = _quick(text) if _quick else None
    if found is not None:
        return found
    for find, put in _LETTERS:
        if find in text:
            text = text.replace(find, put)
    return _single(text.lower())


def _single(text: str) -> str:
    """A text whose doubled letters are written once."""
    kept = text[:1]
    for letter in text[1:]:
        if letter != kept[-1]:
            kept += letter
    return kept


def _bare(word: str) -> str:
    """A word of rarer letters, or of Arabic script, in plain letters."""
    if script_of(word) == "Arab":
        heard = read(word, "ru", 1)
        word = heard[0].native if heard else word
    return _in_latin(fold(_from_carons(word.lower())))
