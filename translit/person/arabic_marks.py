"""Scholars' letters as newspapers write them: Ġannūšī is Ghannushi.

What each marked letter stands for is read off the schemes of `tables/schemes/ar`: the Arabic letter
that a scheme writes with a mark, the press writes with plain letters.
"""

from __future__ import annotations

from collections import Counter
from functools import lru_cache
from unicodedata import normalize

from translit.romanization import scheme, schemes
from translit.tables import Tables
from translit.text.clean import fold

__all__ = ["unmarked"]

_PRESS = "press-en-ar"


@lru_cache(maxsize=4)
def _letters(tables: Tables) -> dict[int, str]:
    """A marked letter → the press's letters for the consonant it most often writes."""
    press = {rule.find: rule.put for rule in scheme(_PRESS, tables=tables).rules if rule.put.isalpha()}
    told: dict[str, Counter[str]] = {}
    for one in schemes(tables=tables):
        if one.language == "ar" and one.target == "Latn":
            for rule in one.rules:
                put = normalize("NFC", rule.put)
                if len(put) == 1 and not put.isascii() and rule.find in press:
                    told.setdefault(put, Counter())[press[rule.find]] += 1
    usual = {mark: counts.most_common(1)[0][0] for mark, counts in told.items()}
    found = {mark: put for mark, put in usual.items() if len(put) > 1 or fold(mark) != put}
    found |= {mark.upper(): put.capitalize() for mark, put in found.items() if len(mark.upper()) == 1}
    return str.maketrans(found)


def unmarked(word: str, tables: Tables) -> str:
    """A Latin word with its scholarly marks resolved; what has none comes back as it is.

    >>> from translit.tables import built_in
    >>> unmarked("Ġannūšī", built_in()), unmarked("Ḵuḍayr", built_in()), unmarked("Hassan", built_in())
    ('Ghannushi', 'Khudayr', 'Hassan')
    """
    if word.isascii():
        return word
    text = normalize("NFC", word).translate(_letters(tables))
    bare = fold(text)
    return bare.capitalize() if text[:1].isupper() else bare
