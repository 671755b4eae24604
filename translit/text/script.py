"""Which script a word is in."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from functools import lru_cache

from translit import compiled
from translit.memory import remembered

__all__ = ["ARABIC", "Script", "begins_arabic", "begins_cyrillic", "script_of"]

# Where Arabic letters begin: all Cyrillic ones stand before it, Latin ones too but for ḥ and its like.
ARABIC = "\u0600"
Script = str  # ISO 15924: "Latn", "Cyrl", "Arab", another script's "Zzzz", or "" where no letter stands

_LETTER = re.compile("[A-Za-z]").search
# A text that is plainly in one script: its usual letters, the last of them at the end.
_WHOLE = tuple(
    (script, re.compile(f"[ ’‘'.{letters}-]*[{letters}]").fullmatch)
    for script, letters in (
        ("Cyrl", "а-яА-ЯёЁ"),
        ("Arab", "\u0621-\u063a\u0641-\u064a"),
        ("Latn", "A-Za-zÀ-ÖØ-öø-ɏ\u1e00-\u1eff"),
    )
)
_BLOCKS = {"LATIN": "Latn", "CYRILLIC": "Cyrl", "ARABIC": "Arab"}


def begins_arabic(text: str) -> bool:
    """Does a text begin with an Arabic letter?

    >>> begins_arabic("حمص"), begins_arabic("Homs"), begins_arabic("Ḥimṣ")
    (True, False, False)
    """
    return ARABIC <= text < "\u0700"


def begins_cyrillic(text: str) -> bool:
    """Does a text begin with a Cyrillic letter?

    >>> begins_cyrillic("Хомс"), begins_cyrillic("Homs")
    (True, False)
    """
    return "\u0400" <= text < "\u0530"


@lru_cache(maxsize=4096)
def _letter_script(letter: str) -> Script:
    if not letter.isalpha():
        return ""
    return _BLOCKS.get(unicodedata.name(letter, "?").split()[0], "Zzzz")


@remembered(16384)
def _script_of(text: str) -> Script:
    """The script most letters of a text are in, as its ISO 15924 code; "" where it has no letter.

    >>> [script_of(text) for text in ("Заболотный", "دير الزور", "Zor", "習近平", "42")]
    ['Cyrl', 'Arab', 'Latn', 'Zzzz', '']
    """
    if text.isascii():
        return "Latn" if _LETTER(text) else ""
    for script, whole in _WHOLE:
        if whole(text):
            return script
    scripts = set(map(_letter_script, set(text)))
    scripts.discard("")
    if len(scripts) < 2:
        return scripts.pop() if scripts else ""
    counts: dict[Script, int] = {}
    for letter in text:
        script = _letter_script(letter)
        if script:
            counts[script] = counts.get(script, 0) + 1
    return max(counts, key=lambda script: counts[script])


script_of: Callable[[str], Script] = (
    compiled.word.Scripts(_letter_script, _script_of) if compiled.word else _script_of
)
