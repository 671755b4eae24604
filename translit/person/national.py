"""Surnames of Russia's neighbours in their own letters: beside Volodymyr, Zelenskyi is Зеленський.

Latin spellings are read in Russian letters. What these are in another language are rows of
`tables/spelling/…/surname.tsv`; among the ways that a word may be written, the one that a scheme of the
language writes as it is spelt is meant, else the usual one.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import islice, product

from translit.memory import remembered
from translit.romanization import latin_schemes, spells
from translit.tables import Tables
from translit.text.clean import fold

__all__ = ["national"]

_MANY = 64  # ways that are tried
_END = "$"


@lru_cache(maxsize=8)
def _letters(language: str, tables: Tables) -> dict[str, tuple[str, ...]]:
    """What Russian letters are in a language, the usual first; "$" is the end of a word."""
    name = f"spelling/{language}/surname"
    if name not in tables.names(f"spelling/{language}"):
        return {}
    rows = tables.cells(name)
    next(rows)
    return {cells[0]: tuple(cells[1].split("|")) for cells in rows}


@remembered(4096)
def national(word: str, native: str, language: str, tables: Tables) -> str:
    """The native form of a Latin surname in a language's own letters, from that in Russian ones.

    >>> from translit.tables import built_in
    >>> pairs = ("Zelenskyi", "Зеленский"), ("Hryhoriev", "Григорьев")
    >>> [national(latin, native, "uk", built_in()) for latin, native in pairs]
    ['Зеленський', "Григор'єв"]
    """
    letters = _letters(language, tables)
    if not letters:
        return native
    text, at, options = native.lower() + _END, 0, []
    while at < len(text) - 1:
        for size in range(min(5, len(text) - at), 0, -1):
            found = letters.get(text[at : at + size])
            if found:
                break
        else:
            size, found = 1, (text[at],)
        options.append(found)
        at += size
    ways = ["".join(way) for way in islice(product(*options), _MANY)]
    plain = fold(word)
    schemes = latin_schemes(language, tables)
    written = (way for way in ways if any(spells(way, plain, scheme, tables=tables) for scheme in schemes))
    meant = next(written, ways[0])
    return "-".join(half[:1].upper() + half[1:] for half in meant.split("-"))
