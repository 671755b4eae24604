"""The distinct names of a column, read into an index; each with its place and how many rows bear it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from translit.cli.answering import How, reading_of, tables_of
from translit.cli.columns import Column
from translit.cli.glance import column_order
from translit.cli.progress import Progress
from translit.cli.rows import Item

if TYPE_CHECKING:
    from translit.index import Index

__all__ = ["WORTH", "Names", "names_of"]

WORTH = 0.5  # the score from which two names may be one


@dataclass(slots=True)
class Names:
    """The distinct names of a column in an index, each with its place and how many rows bear it."""

    column: Column
    items: list[Item]
    at: dict[str, int]
    index: Index
    rows: list[int]

    def place(self, item: Item) -> int | None:
        """Which distinct name a row bears, None where it bears none."""
        return self.at.get(self.column.text(item.record.cells)) if item.readable else None


def names_of(column: Column, how: How, items: list[Item], jobs: int, stages: Progress) -> Names:
    """Read every distinct name of a column once; a cell that says that none is known has none."""
    from translit.index import Index
    from translit.lookup import is_placeholder

    tables = tables_of(how.tables)
    counts: Counter[str] = Counter()
    for item in items:
        text = column.text(item.record.cells) if item.readable else ""
        if not is_placeholder(text, tables):
            counts[text] += 1
    if how.order == "auto" and how.kind != "place":
        how = replace(how, usual=column_order(list(counts)[:2000]))
    index = Index(tables=tables)
    index.extend(
        counts, read=partial(reading_of, how=how), jobs=jobs, told=stages.told(f"reading {column.name}")
    )
    at = {text: number for number, text in enumerate(counts)}
    return Names(column, items, at, index, list(counts.values()))
