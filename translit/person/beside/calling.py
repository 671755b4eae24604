"""What somebody is called beside a name: a calling, what opens another title, what completes one.

The rows are those of `tables/person/calling.tsv` and, as titles, of `tables/person/title.tsv`. A calling
(журналист, spokesman, المحامي) is no part of a name; some words count only before a title (فخامة, former,
Syrian), others only after one (юстиции, России, الخارجية).
"""

from __future__ import annotations

from typing import NamedTuple

from translit.lookup import lexicon_of
from translit.memory import once
from translit.nouns import Row
from translit.quick import untracked
from translit.tables import Tables
from translit.text import clean
from translit.text.clean import fold, strip_harakat, strip_stress
from translit.text.cyrillic import CONSONANTS
from translit.text.script import script_of
from translit.text.words import is_initial

__all__ = [
    "AFTER",
    "BEFORE",
    "BODY",
    "CALLING",
    "CONSTRUCT",
    "ENDS_BODY",
    "KIN",
    "NATION",
    "OPENS_BODY",
    "TITLE",
    "Callings",
    "callings",
    "links",
    "of_lands",
    "particles",
    "prepositions",
    "standing",
    "tail",
    "uprights",
]

CALLING, CONSTRUCT, BEFORE, AFTER, NATION = "calling", "construct", "before", "after", "nation"
_LINK, _PREPOSITION, KIN = "link", "preposition", "kin"
BODY = "body"  # what is nobody, as a whole text only
OPENS_BODY, ENDS_BODY = "opens-body", "ends-body"  # words of the name of a body, a street, a family
_UNCALLED = (_LINK, _PREPOSITION, KIN, BODY, OPENS_BODY, ENDS_BODY)
TITLE = "title"
_SURNAMES = frozenset((TITLE, "surname"))  # what a title may be beside it, which cases tell apart: князь
_OURS = ("en", "ru", "uk")  # languages of the titles that are no Arabs', Turks' or Persians'
_LEAST = 3  # letters of a calling before the ending of its case


class Callings(NamedTuple):
    """The rows of what somebody is called, by their folded spellings, and the words that open them.

    `names` are the titles that are names as well, `bent` the cases of titles that may be of no other name
    (генерала), `longest` is the number of words of the longest spelling.
    """

    rows: dict[str, tuple[Row, str]]
    openers: frozenset[str]
    names: frozenset[str]
    bent: frozenset[str]
    longest: int


@once
def callings(tables: Tables) -> Callings:
    """The callings of a set of tables, made once.

    >>> from translit.tables import built_in
    >>> [callings(built_in()).rows[word][1] for word in ("journalist", "former", "юстиции", "president")]
    ['calling', 'before', 'after', 'title']
    """
    spelt = [
        (text, row, stands)
        for table in ("person/calling", "person/title")
        for row in tables.rows(table)
        for stands in row.many("stands") or (TITLE,)
        for text in (row.native, row["cyrillic"], row["arabic"], *row.many("also"), _english(row))
        if text and stands not in _UNCALLED
    ]
    rows: dict[str, tuple[Row, str]] = {}
    for text, row, stands in spelt:
        rows.setdefault(fold(text), (row, stands))
    names = frozenset([one for one, (_, stands) in rows.items() if stands == TITLE and _is_name(one, tables)])
    opening = {
        text.split()[0]
        for text, _, stands in spelt
        if _opens(text, stands) and fold(text) not in names and not (stands == CALLING and is_initial(text))
    }
    first = {form for word in opening for form in _forms(word)}
    first -= particles(tables)
    ours = [one for one, (row, _) in rows.items() if row["language"] in _OURS]
    longest = max(len(text.split()) for text in rows)
    return Callings(rows, frozenset(first), names, _cases_of(ours, tables), longest)


def _cases_of(titles: list[str], tables: Tables) -> frozenset[str]:
    """The cases of titles that may be of no other name; kept, since each is asked whether it is a name."""

    def made() -> list[str]:
        return sorted({form for one in titles for form in _bent(one, tables)})

    if tables.own:
        return frozenset(made())
    sources = *tables.names("person"), "spelling/ru/cases"
    return untracked(frozenset(tables.kept("callings-bent", sources, (__file__, clean.__file__), made)))


def _bent(title: str, tables: Tables) -> list[str]:
    """The cases of a Cyrillic title of one word, folded, that are of no given name; not all are words."""
    if script_of(title) != "Cyrl" or not title.replace("-", "").isalpha() or _is_given(title, tables):
        return []
    forms = [
        title.removesuffix(put) + end
        for end, put in _cases(tables)
        if title.endswith(put) and (put or title[-1] in CONSONANTS)
    ]
    return [
        form for form in forms if not any(_is_given(one, tables) for one in (form, *uprights(form, tables)))
    ]


def _is_given(text: str, tables: Tables) -> bool:
    """Is a word written out as a name, but as a surname alone?"""
    return any(hit.role not in _SURNAMES for hit in lexicon_of(tables).written(text))


def particles(tables: Tables) -> frozenset[str]:
    """The folded particles of Arabs' names, with which no calling begins: al."""
    rows = tables.rows("person/ar/particle")
    return frozenset([fold(one) for row in rows for one in (row.canonical, *row.many("also"))])


@once
def links(tables: Tables) -> frozenset[str]:
    """The words between a calling and what it is of: of, von, في."""
    return standing(_LINK, tables)


@once
def prepositions(tables: Tables) -> frozenset[str]:
    """The words that put the name after them into a case: о, про."""
    return standing(_PREPOSITION, tables)


def tail(word: str) -> tuple[str, ...]:
    """What the last part of a hyphened word may call somebody, as Germans have it: Hamas-Chef; () of others.

    >>> tail("hamas-chef"), tail("chef")
    (('-chef',), ())
    """
    _, hyphen, last = word.rpartition("-")
    return (hyphen + last,) if hyphen and " " not in last else ()


def standing(stands: str, tables: Tables) -> frozenset[str]:
    """The spellings of the rows that stand so."""
    rows = [row for row in tables.rows("person/calling") if stands in row.many("stands")]
    return frozenset(text for row in rows for text in (row.native, *row.many("also")))


@once
def of_lands(tables: Tables) -> frozenset[str]:
    """What a country may follow as it follows no name: of, Arabic titles that may be names (أمير)."""
    rows = tables.rows("person/title")
    titles = [text for row in rows for text in (row.native, row["arabic"], *row.many("also"))]
    names = [text for text in titles if script_of(text) == "Arab" and fold(text) in callings(tables).names]
    of = [row.native for row in tables.rows("person/calling") if row["stands"] == _LINK]
    return frozenset([*of, *(form for text in names if " " not in text for form in _forms(text))])


@once
def _cases(tables: Tables) -> tuple[tuple[str, str], ...]:
    """The endings of the cases of a calling, each with one that the nominative may have in its place."""
    rows = tables.rows("spelling/ru/cases")
    return tuple([(row["end"], one.strip("-")) for row in rows for one in row.many("nominative")])


def uprights(word: str, tables: Tables) -> list[str]:
    """What a Cyrillic calling, folded, may be in the nominative; most of it is no word.

    >>> from translit.tables import built_in
    >>> [uprights(word, built_in()) for word in ("министром", "учителю", "мэр")]
    [['министр'], ['учитель', 'учителя'], []]
    """
    found = [(word.removesuffix(end), put) for end, put in _cases(tables) if word.endswith(end)]
    return [stem + put for stem, put in found if len(stem) >= _LEAST]


def _opens(text: str, stands: str) -> bool:
    """May what stands before a name begin with a spelling? Arabic nationalities follow a title."""
    return stands != AFTER and not (stands == NATION and script_of(text) == "Arab")


def _english(row: Row) -> str:
    """A title in English; of a calling that is no spelling but what it says."""
    return "" if row["stands"] else row.canonical


def _forms(text: str) -> tuple[str, str]:
    """A spelling folded, and as it is printed in small letters."""
    return fold(text), strip_harakat(strip_stress(text)).lower()


def _is_name(text: str, tables: Tables) -> bool:
    """Is a title a name as well, or the letter of one?"""
    if len(text.rstrip(".")) < 2:
        return True
    return any(hit.role != "title" for hit in lexicon_of(tables).written(text))
