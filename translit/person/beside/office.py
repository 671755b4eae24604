"""What somebody is, told behind the name after a comma or a dash: a title, a calling, and what it is of."""

from __future__ import annotations

import re

from translit.lookup import lexicon_of
from translit.memory import once
from translit.patterns import pattern
from translit.person.beside import calling
from translit.person.beside.calling import CALLING, callings
from translit.person.beside.leads import any_of
from translit.person.beside.signs import LEAST, SHORTEST
from translit.person.names import givens
from translit.tables import Tables
from translit.text.clean import fold
from translit.text.words import is_initial, owner

__all__ = ["is_called", "is_given", "office", "offices"]

_AFTER = pattern(r"[,،;؛]\s+|\s[–—-]\s+")
_OF = " of "


@once
def offices(tables: Tables) -> tuple[frozenset[str], re.Pattern[str]]:
    """The first words of titles and callings, but for Arabs' particles (El), and all titles."""
    titles = {
        form.lower()
        for row in tables.rows("person/title")
        for form in (row.native, row.canonical, row["cyrillic"], row["arabic"], *row.many("also"))
        if form
    }
    opening = frozenset(title.split()[0] for title in titles)
    called = {text.split()[0] for text, (_, stands) in callings(tables).rows.items() if stands == CALLING}
    return (opening | called) - calling.particles(tables), re.compile(
        rf"(?:{any_of(titles)})(?=\W|$)", re.IGNORECASE
    )


def office(text: str, tables: Tables) -> tuple[str, str] | None:
    """A name, and the title and what it is of, after a comma or a dash; before a given name the title alone.

    >>> from translit.tables import built_in
    >>> office("Сергей Иванов, министр обороны", built_in()), office("Петров, капитан Иван", built_in())
    (('Сергей Иванов', 'министр обороны'), ('Петров, Иван', 'капитан'))
    """
    opening, titles = offices(tables)
    for found in _AFTER.finditer(text):
        name, said = text[: found.start()], text[found.end() :]
        title = titles.match(said)
        if title and said.startswith(_OF, title.end()):  # King of Jordan
            return name, said
        owned = any(map(owner, said.split()))  # Lavrov, Russia's foreign minister
        names = [word for word in said.split() if not (owned and word.islower())]
        given = any(is_given(word, tables) for word in names) or _is_compound(said, tables)
        if title and given and found[0][0] in ",،":
            return f"{name}, {said[title.end() :].strip()}", title[0]
        opened = any(word.lower() in opening and not _is_initial(word) for word in said.split())
        named = title or opened or owned or _is_told(name, said)
        whole = (
            len(name.split()) >= LEAST
            or owned
            or (title is not None and _is_sooner_title(title[0], name, tables))
        )
        if named and not given and whole:
            return name, said
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


def is_given(word: str, tables: Tables) -> bool:
    """Is a word a given name that a row writes out, or a usual one as it is heard?"""
    if lexicon_of(tables).is_given(word):
        return True
    return any(hit.common > 0 for hit in givens(word, tables)[:1])
