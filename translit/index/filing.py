"""Names filed: what an index keeps of each, and the blocks under which it is filed."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import NamedTuple

from translit.index.blocks import Filing, filing
from translit.index.faces import telling
from translit.index.packing import packed
from translit.index.postings import posted
from translit.index.record import to_line
from translit.index.store import Filed
from translit.nouns import Reading
from translit.tables import Tables

__all__ = ["Filings", "Read", "filed_as", "filings"]

Read = Callable[[str], Reading]


class Filings(NamedTuple):
    """What a process makes of a part of the names: what is kept of each, and their postings."""

    names: list[Filed]
    shelves: list[bytes]


def filings(names: Iterable[tuple[int, str | Reading]], read: Read, tables: Tables) -> Filings:
    """Read and file names at their places."""
    kept, filed = [], []
    for place, name in names:
        one, blocks = filed_as(name if isinstance(name, Reading) else read(name), tables)
        kept.append(one)
        filed.append((place, blocks))
    return Filings(kept, posted(filed))


def filed_as(reading: Reading, tables: Tables) -> tuple[Filed, Filing]:
    """What is kept of a name, and under which blocks."""
    parts = telling(reading, tables)
    blocks = filing(reading, parts)
    return Filed(to_line(reading), packed(reading, parts), blocks.home), blocks
