"""The names that may stand in a text: a person's behind titles, a place's in what is said around it."""

from __future__ import annotations

from collections.abc import Iterator

from translit.lookup import lexicon_of
from translit.nouns import Kind
from translit.tables import Tables

__all__ = ["inside"]


def inside(text: str, kind: Kind | None, tables: Tables) -> Iterator[str]:
    """Shorter texts that may be the name meant by a text, the likeliest first.

    >>> from translit.tables import built_in
    >>> [*inside("Dr. Smith", "person", built_in())], [*inside("near rebel-held Foo", "place", built_in())]
    (['Smith'], ['rebel-held Foo', 'Foo', 'near Foo'])
    """
    if kind != "place":
        yield from _behind_titles(text, tables)
    if kind != "person":
        yield from _in_sentence(text, tables)


def _behind_titles(text: str, tables: Tables) -> Iterator[str]:
    """A text without the titles before it."""
    lexicon = lexicon_of(tables)
    words = text.split()
    at = 0
    while at < len(words) - 1 and any(hit.role == "title" for hit in lexicon.written(words[at])):
        at += 1
    if at:
        yield " ".join(words[at:])


def _in_sentence(text: str, tables: Tables) -> Iterator[str]:
    """A text without a preposition, and without what is said around a place."""
    from translit.place import names_in

    yield from names_in(text, tables)
