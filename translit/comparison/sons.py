"""Arabs' names whose "son of" is in one word with the name behind it, and apart: Bensaid, Ben Said."""

from __future__ import annotations

from collections.abc import Callable

from translit.memory import once
from translit.nouns import Reading
from translit.patterns import beginning
from translit.quick import changed
from translit.tables import Tables
from translit.text.article import AL, is_article
from translit.text.clean import fold, strip_harakat
from translit.text.script import script_of

__all__ = ["has_son", "in_one"]

_ARABIC = "ar"
_PARTICLES, _ROWS = "person/ar/particle", ("bin", "bel")
_LEAST = 5  # letters of such a word
_WITH_ARTICLE = {"Arab": "بل", "Cyrl": "бел", "Latn": "bel"}  # how it begins with the article: بلحاج


def has_son(reading: Reading, tables: Tables) -> bool:
    """Has an Arab's name "son of" in one word with another: Bensaid?

    >>> from translit.canon import explain
    >>> from translit.tables import built_in
    >>> [has_son(explain(text, "person"), built_in()) for text in ("Karim Bensaid", "Karim Ben Said")]
    [True, False]
    """
    opens = _opens(tables)
    return reading.origin == _ARABIC and any(_is_whole(part.text, opens) for part in reading.parts)


def in_one(apart: Reading, whole: Reading, tables: Tables) -> Reading | None:
    """A name with its "son of" in one word as another name has it; None where either has none."""
    if whole.origin != _ARABIC:
        return None
    opens, sons = _opens(tables), _sons(tables)
    one = next((part.text for part in whole.parts if _is_whole(part.text, opens)), "")
    for part in apart.parts if one else ():
        text = _joined(part.text, one, sons)
        if text:
            native = _joined(part.native or "", one, sons) or part.native
            put = changed(part, text=text, native=native, canonical=text, row=None, parts=(), role="family")
            return changed(apart, parts=tuple([put if one is part else one for one in apart.parts]))
    return None


def _is_whole(text: str, opens: Callable[[str], bool]) -> bool:
    """Is a part one word that begins with "son of"?"""
    return len(text) >= _LEAST and opens(text.lower()) and text.isalpha()


def _joined(text: str, whole: str, sons: frozenset[str]) -> str:
    """A "son of" and a name as one word, with the article or without as in a whole one; "" of what is none.

    >>> [_joined(text, "Belhadj", frozenset({"ben", "بن"})) for text in ("Ben El Hadj", "بن الحاج", "Hadj")]
    ['belHadj', 'بلحاج', '']
    >>> _joined("بن الشيخ", "Benchikh", frozenset({"بن"}))
    'بنشيخ'
    """
    first, *rest = text.replace("-", " ").split() or [""]
    if not rest or fold(first) not in sons:
        return ""
    if len(rest) > 1 and is_article(rest[0], rest[1]):
        del rest[0]
    name = "".join(rest).removeprefix(AL)
    return (_WITH_ARTICLE[script_of(text)] if _has_article(whole) else first) + name


def _has_article(whole: str) -> bool:
    """Is the article in what stands in one word: Belhadj, بلحاج?"""
    return whole.lower().startswith(tuple(_WITH_ARTICLE.values()))


@once
def _sons(tables: Tables) -> frozenset[str]:
    """The spellings of "son of" that may stand in one word with a name, folded."""
    rows = [row for row in tables.rows(_PARTICLES) if row.id in _ROWS]
    every = {text for row in rows for text in (strip_harakat(row.native), row.canonical, *row.many("also"))}
    return frozenset([fold(text) for text in every if text.isalpha() and len(text) > 1])


@once
def _opens(tables: Tables) -> Callable[[str], bool]:
    """What tells whether a word in small letters begins so."""
    return beginning(_sons(tables))
