"""A place's name; a text of several places is read as all of them."""

from __future__ import annotations

from translit.canon.several import lists_places, places
from translit.nouns import Reading
from translit.own import answer
from translit.tables import Tables

__all__ = ["read_place"]


def read_place(
    text: str, tables: Tables, within: str | None = None, style: str = "exonym", bent: bool = True
) -> Reading:
    """Read the name of a place, or of several of which none lies in the next, as `place.read` does."""
    from translit.place import read

    reading = read(text, tables=tables, within=within, style=style, bent=bent)

    def listed(one: str) -> Reading:
        if tables.own:
            return answer(one, "place", "auto", within, tables, lambda name, *_: written(name))
        return written(one)

    def written(one: str) -> Reading:
        return read(one, tables=tables, within=within, style=style, bent=False)

    if reading.row is not None and not lists_places(text, listed, tables):
        return reading
    return places(text, listed, tables) or reading
