"""A full stop behind a text: does it end a sentence, or cut a word short?"""

from __future__ import annotations

from translit.lookup import lexicon_of
from translit.person.names import is_cut_short
from translit.tables import Tables
from translit.text.script import script_of
from translit.text.words import is_initial

__all__ = ["ends_sentence"]

_WRITTEN_OUT = 5  # letters of a word that is hardly cut short, though a stop is behind it
_ARABIC = 3  # … in Arabic letters, where few words are


def ends_sentence(text: str, tables: Tables) -> bool:
    """Does the full stop behind a text cut no word short?

    >>> from translit.tables import built_in
    >>> texts = "Ivan Petrov.", "Petrov Nik.", "Petrov I.", "King Jr.", "Цимлянское водохр.", "بشار الأسد."
    >>> [ends_sentence(text, built_in()) for text in texts]
    [True, False, False, False, False, True]
    """
    *_, word = text[:-1].split() or ["."]
    if "." in word or is_initial(word) or is_cut_short(f"{word}.", tables):
        return False
    least = _ARABIC if script_of(word) == "Arab" else _WRITTEN_OUT
    if sum(map(str.isalpha, word)) >= least and (not word.islower() or text.islower()):
        return True
    return any(hit.role != "title" for hit in lexicon_of(tables).written(word))
