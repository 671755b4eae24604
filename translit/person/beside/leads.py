"""What leads to more than a person's name: rows of `person/apposition`, and the words that open them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from translit.lookup import joiners, lexicon_of, placeholders
from translit.memory import once
from translit.patterns import pattern
from translit.person.beside import bodies, byname, calling, kinship
from translit.person.beside.calling import callings, of_lands, prepositions
from translit.person.beside.kinship import kin
from translit.quick import untracked
from translit.tables import Tables
from translit.text import clean

__all__ = [
    "GENERATION",
    "ITSELF",
    "JOINED",
    "LABEL",
    "NAMES",
    "PART",
    "TABLE",
    "any_of",
    "generations",
    "leads",
    "openers",
]

TABLE = "person/apposition"
NAME, JOINED, ITSELF, LABEL, PART, BLANK = "name", "joined", "itself", "label", "part", "blank"
NAMES = (NAME, JOINED)
GENERATION = "generation"  # what a row tells


class Leads(NamedTuple):
    """What leads to another name or to none: first words; all of them, and what each says and takes.

    `labels` stand before a name, `blanks` in capitals for a part of it that nobody knows. Some openers
    are joined to a surname by a hyphen: Буш-младший.
    """

    openers: frozenset[str]
    pattern: re.Pattern[str]
    labels: re.Pattern[str]
    blanks: re.Pattern[str]
    says: dict[str, tuple[str, str]]


@once
def leads(tables: Tables) -> Leads:
    """The rows that lead to more, as patterns."""
    says = {
        text.lower(): (row.canonical, row["takes"])
        for row in tables.rows(TABLE)
        for text in (row.native, *row.many("also"))
    }
    inside = [text for text, (_, takes) in says.items() if takes not in (LABEL, PART, BLANK)]
    blanks = [text for text, (_, takes) in says.items() if takes == BLANK]
    labels = [text for text, (_, takes) in says.items() if takes in (LABEL, PART)]
    hyphened = {f"-{word.lower()}" for word in generations(tables)}
    return Leads(
        frozenset(
            _telling(text, tables) for text in (*inside, *joiners(tables), *blanks, *placeholders(tables))
        )
        | hyphened,
        pattern(rf"[\s,،;؛:(\[–—-]+({any_of(inside)})(?=[\s:;,،)\]«“\"]|$)[\s:]*", re.IGNORECASE),
        pattern(rf"({any_of(labels)})\s*:\s*", re.IGNORECASE),
        pattern(rf"(?<!\w)(?:{any_of(blanks).upper()})(?!\w)"),
        says,
    )


@once
def generations(tables: Tables) -> tuple[str, ...]:
    """The words that tell the younger from the elder."""
    rows = [row for row in tables.rows(TABLE) if row["tells"] == GENERATION]
    return tuple([word for row in rows for word in (row.native, *row.many("also"))])


def _telling(text: str, tables: Tables) -> str:
    """The word by which what leads to more is found: the first, or the last where that is a name (رضي)."""
    first, *others = text.split()
    return others[-1] if len(others) > 1 and lexicon_of(tables).is_given(first) else first


@once
def openers(tables: Tables) -> frozenset[str]:
    """The words with which something begins that is more than a name: aka, née, former, журналист."""

    def made() -> list[str]:
        opening = {text.split()[0].lower() for text in bodies.bodies(tables)} - calling.particles(tables)
        led = prepositions(tables) | {text.split()[0] for text in kin(tables)} | of_lands(tables)
        known = byname.last_words(tables) | callings(tables).bent
        known |= bodies.words_of_bodies(tables)
        return sorted(leads(tables).openers | callings(tables).openers | opening | led | known)

    if tables.own:
        return frozenset(made())
    sources = *tables.names("person"), "joiner", "placeholder", "spelling/ru/cases"
    code = [__file__, bodies.__file__, byname.__file__, calling.__file__, clean.__file__, kinship.__file__]
    return untracked(frozenset(tables.kept("openers", sources, code, made)))


def any_of(texts: Iterable[str]) -> str:
    """The pattern of any of some texts, the longest first.

    >>> any_of(["Jr", "Jr."])
    'Jr\\\\.|Jr'
    """
    return "|".join(map(re.escape, sorted(texts, key=len, reverse=True)))
