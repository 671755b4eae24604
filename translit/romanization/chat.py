"""The Arabic chat alphabet, whose digits are letters: 7asan, 3omar, Sala7.

Which digit is which letter is told by the schemes: the chat alphabet's puts a digit for the letter that
a scholar's puts ḥ for.
"""

from __future__ import annotations

import re

from translit.memory import once
from translit.romanization import scheme
from translit.tables import Tables, built_in

__all__ = ["CHAT", "spelt_out"]

CHAT = "arabizi-ar"
_SCHOLARS = "ijmes-ar"  # its letters are those of English papers, with marks
_DIGIT = re.compile("[2356789]'?")
_WORD = re.compile(r"[^\s,;()]+")
_LETTERS = re.compile("[A-Za-z].*[A-Za-z]")
# Another sign, digits beside each other but two among small letters, a digit at the end behind no vowel.
_OTHERWISE = re.compile(
    r"[^A-Za-z2356789'’-]|[0-9]{3}|(?<![a-z])[0-9]{2}|[0-9]{2}(?![a-z])|(?<![AEIOUaeiou])[0-9]'?$"
)


def _is_chat(word: str) -> bool:
    """Has a word digits as the chat alphabet has them, between letters, before them or behind a vowel?

    >>> [_is_chat(word) for word in ("7asan", "el-3omari", "Sala7", "Mo96afa", "Salah", "MH17", "Idlib2")]
    [True, True, True, True, False, False, False]
    """
    if word.isalpha() or not _DIGIT.search(word):
        return False
    return _LETTERS.search(word) is not None and not _OTHERWISE.search(word)


@once
def _letters(tables: Tables) -> dict[str, str]:
    """What scholars write for each digit of the chat alphabet."""
    written = {rule.find: rule.put for rule in scheme(_SCHOLARS, tables=tables).rules if rule.put}
    chat = scheme(CHAT, tables=tables).rules
    return {rule.put: written[rule.find] for rule in chat if _DIGIT.fullmatch(rule.put)}


def spelt_out(text: str, tables: Tables | None = None) -> str | None:
    """A text with a scholar's letters for the digits of its words; None where none is of the chat alphabet.

    >>> spelt_out("Mo7ammad 3abd el-Ra7man"), spelt_out("Sheikh Ba3'dadi 2"), spelt_out("Flight MH17")
    ('Moḥammad ʿabd el-Raḥman', 'Sheikh Baghdadi 2', None)
    """
    letters = _letters(tables or built_in())

    def letter(found: re.Match[str]) -> str:
        digit = found[0]
        return letters.get(digit) or letters.get(digit[0], digit[0]) + digit[1:]

    def word(found: re.Match[str]) -> str:
        return _DIGIT.sub(letter, found[0]) if _is_chat(found[0]) else found[0]

    spelt = _WORD.sub(word, text)
    return spelt if spelt != text else None
