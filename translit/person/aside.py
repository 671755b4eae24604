"""What is said aside of a person's name: another name, the one they were born with, a nickname.

Words that lead to another name are rows of `tables/person/aside.tsv`; a nickname stands in quotation
marks or brackets.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from translit.tables import Tables, built_in
from translit.text.script import script_of

__all__ = ["Aside", "aside", "may_lead"]

# Single quotation marks set nothing apart: in Arabic names they are letters.
_SET_APART = re.compile(r"""\s*(?:\(([^()]*)\)|\[([^][]*)\]|«([^«»]*)»|[“„"]([^“”„"]*)[”“"])\s*""")
_MARKED = re.compile('[([«“„"]')
_AROUND = ' ,;:()[]«»“”„"–—-'
_BY = "\N{ARABIC LETTER BEH}"  # which Arabic words that lead to another name join to it
_BARE = ("باسم", "وشهرته")  # words after which it is the name's own
_SHORT = 6  # letters of a word that is a name where it has a capital: Max Born
_LEAST = 2  # words of a name beside which something may be set apart


class Aside(NamedTuple):
    """A name, what is said aside of it, and as what."""

    name: str
    other: str
    why: str

    @property
    def is_name(self) -> bool:
        """False for a year, an age, a number."""
        return not any(map(str.isdigit, self.other))


class _Leads(NamedTuple):
    """What leads to another name: every first word, folded, and all of them with what each says."""

    openers: frozenset[str]
    pattern: re.Pattern[str]
    says: dict[str, str]


@lru_cache(maxsize=4)
def _leads(tables: Tables) -> _Leads:
    says = {
        text.lower(): row.canonical
        for row in tables.rows("person/aside")
        for text in (row.native, *row.many("also"))
    }
    longest = "|".join(map(re.escape, sorted(says, key=len, reverse=True)))
    pattern = re.compile(rf"[\s,;:(\[–—-]+({longest})(?=[\s:«“\"])[\s:]*", re.IGNORECASE)
    return _Leads(frozenset(text.split()[0] for text in says), pattern, says)


def may_lead(word: str, tables: Tables) -> bool:
    """May something be said aside in a text with a word: has it a bracket, or leads to another name?

    >>> [may_lead(word, built_in()) for word in ("aka", "«Моторола»", "Павлов")]
    [True, True, False]
    """
    if not word.isalpha() and _MARKED.search(word):
        return True
    return word.lower() in _leads(tables).openers


def aside(text: str, tables: Tables | None = None) -> Aside | None:
    """The name in a cleaned text and what is said aside of it; None where nothing is.

    >>> aside("Abu Bakr al-Baghdadi (aka Abu Dua)")
    Aside(name='Abu Bakr al-Baghdadi', other='Abu Dua', why='also known as')
    >>> aside("Арсен «Моторола» Павлов")
    Aside(name='Арсен Павлов', other='Моторола', why='set apart')
    """
    leads = _leads(tables or built_in())
    marked = _MARKED.search(text)
    small = text.lower().replace("(", " ") if marked else text.lower()
    if not leads.openers.isdisjoint(small.split()):
        found = leads.pattern.search(text)
        if found:
            name, other = text[: found.start()].strip(_AROUND), text[found.end() :].strip(_AROUND)
            if script_of(found[1]) == "Arab" and not found[1].endswith(_BARE):
                other = other.removeprefix(_BY).strip(_AROUND)
            named = len(found[1]) <= _SHORT and found[1].istitle()
            if script_of(name) and script_of(other) and not named:
                return Aside(name, other, leads.says[found[1].lower()])
    if not marked:
        return None
    for found in _SET_APART.finditer(text):
        name = f"{text[: found.start()]} {text[found.end() :]}".strip()
        other = "".join(filter(None, found.groups())).strip()
        if len(name.split()) >= _LEAST and script_of(name) and script_of(other):
            return Aside(name, other, "set apart")
    return None
