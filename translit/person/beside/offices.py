"""The office of somebody, said behind the name: Сергей Иванов, министр обороны; Ivanov, King of Jordan."""

from __future__ import annotations

import re

from translit.lookup import lexicon_of
from translit.memory import once
from translit.patterns import pattern
from translit.person.beside.calling import CALLING, callings, particles
from translit.person.beside.leads import any_of
from translit.person.beside.nouns import Apposition
from translit.person.beside.signs import LEAST, SHORTEST
from translit.person.names import is_given
from translit.tables import Tables
from translit.text.clean import fold
from translit.text.words import is_initial, owner

__all__ = ["is_called", "office", "titles"]

_OF = " of "
_AFTER = pattern(r"[,،;؛]\s+|\s[–—-]\s+")


@once
def titles(tables: Tables) -> re.Pattern[str]:
    """Any title, whole and in any case of letters."""
    return re.compile(rf"(?:{any_of(_titles(tables))})(?=\W|$)", re.IGNORECASE)


@once
def _titles(tables: Tables) -> frozenset[str]:
    """All spellings of titles, in small letters."""
    return frozenset(
        form.lower()
        for row in tables.rows("person/title")
        for form in (row.native, row.canonical, row["cyrillic"], row["arabic"], *row.many("also"))
        if form
    )


@once
def _opening(tables: Tables) -> frozenset[str]:
    """The first words of titles and callings, but for Arabs' particles (El)."""
    called = {text.split()[0] for text, (_, stands) in callings(tables).rows.items() if stands == CALLING}
    opening = called | {title.split()[0] for title in _titles(tables)}
    return frozenset(opening - particles(tables))


def office(text: str, tables: Tables) -> Apposition | None:
    """A name, and the title and what it is of, after a comma or a dash; before a given name the title alone.

    >>> from translit.tables import built_in
    >>> office("Сергей Иванов, министр обороны", built_in()).other
    'министр обороны'
    >>> office("Петров, капитан Иван", built_in()).name
    'Петров, Иван'
    """
    opening, any_title = _opening(tables), titles(tables)
    for found in _AFTER.finditer(text):
        name, said = text[: found.start()], text[found.end() :]
        title = any_title.match(said)
        if title and said.startswith(_OF, title.end()):  # King of Jordan
            return Apposition(name, said, "office", False)
        owned = any(map(owner, said.split()))  # Lavrov, Russia's foreign minister
        names = [word for word in said.split() if not (owned and word.islower())]
        given = any(is_given(word, tables) for word in names) or _is_compound(said, tables)
        if title and given and found[0][0] in ",،":
            return Apposition(f"{name}, {said[title.end() :].strip()}", title[0], "office", False)
        opened = any(word.lower() in opening and not _is_initial(word) for word in said.split())
        named = title or opened or owned or _is_told(name, said)
        whole = (
            len(name.split()) >= LEAST
            or owned
            or (title is not None and _is_sooner_title(title[0], name, tables))
        )
        if named and not given and whole:
            return Apposition(name, said, "office", False)
    return None


def _is_sooner_title(title: str, name: str, tables: Tables) -> bool:
    """Is a title no word of the lone name before it: in small letters, or no name and behind a given one?"""
    if title.islower():
        return True
    named = any(hit.role != "title" for hit in lexicon_of(tables).written(title))
    return not named and is_given(name, tables)  # Иларион, Митрополит Киевский


def _is_compound(text: str, tables: Tables) -> bool:
    """Are words a given name of several, with that of an office: عبد الملك, servant of the King?"""
    return " " in text and any(hit.role == "laqab" for hit in lexicon_of(tables).written(text))


def _is_initial(word: str) -> bool:
    """Is a word the initial of a name, in capitals: М.?"""
    return word[0].isupper() and is_initial(word)


def _is_told(name: str, said: str) -> bool:
    """Are the words after a name in small letters, as the name is not: Иван Петров, актёр?"""
    return said.islower() and len(said) >= SHORTEST and all(word[0].isupper() for word in name.split())


def is_called(name: str, other: str, tables: Tables) -> bool:
    """Is what stands in brackets what somebody is: Kuznetsov (singer), حسن (ممثل)?"""
    known, said = callings(tables), fold(other)
    return _is_told(name, other) or (said in known.rows and said not in known.names)
