"""A glance at the first rows: in which order the names stand, and whether their letters are sound."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from translit.cli.answering import Answerer
from translit.cli.columns import Column
from translit.cli.encoding import mojibake
from translit.cli.rows import Item, say

__all__ = ["column_order", "glance"]

_ROWS = 10_000  # rows in which wrong encodings are looked for


def glance(
    rows: Iterator[list[Item]], columns: Sequence[Column], answerers: Sequence[Answerer], quiet: bool
) -> Iterator[list[Item]]:
    """Pass the rows on; tell the answerers, and the user, what the first ones show."""
    seen = spoilt = 0
    for chunk in rows:
        if seen == 0:
            _find_order(chunk, columns, answerers, quiet)
        if seen < _ROWS and not quiet:
            for column in columns:
                spoilt += _spoilt(chunk, column, told=spoilt > 0)
        seen += len(chunk)
        yield chunk
    if spoilt > 1:
        say(f"{spoilt:,} cells of the first {min(seen, _ROWS):,} rows look like that")


def _spoilt(chunk: list[Item], column: Column, told: bool) -> int:
    """How many cells were once read in a wrong encoding; the first is told."""
    count = 0
    for record, _, readable in chunk:
        text = column.text(record.cells) if readable else ""
        meant = "" if text.isascii() else mojibake(text)
        if meant and not told and not count:
            what = f"{text!r} was once read in a wrong encoding, it is {meant!r}"
            say(f"line {record.line}: {what}; mend the file or give --encoding")
        count += bool(meant)
    return count


def _find_order(
    chunk: list[Item], columns: Sequence[Column], answerers: Sequence[Answerer], quiet: bool
) -> None:
    """Find the order that most names of a column of persons have."""
    for column, answerer in zip(columns, answerers, strict=True):
        if answerer.how.order != "auto" or column.kind == "place":
            continue
        cells = (record.cells for record, fault, _ in chunk if not fault)
        order = column_order([column.text(row) for row in cells if column.at < len(row)])
        if order != "auto":
            answerer.turn(order)
            if not quiet:
                what = f"column {column.name!r}: names that could be in either order are read {order}"
                say(f"{what}; --order decides otherwise")


def column_order(texts: Sequence[str]) -> str:
    """The order of the names in a column: "given-first", "surname-first", or "auto" where mixed."""
    from translit.person.slavic.reading import infer_order

    return infer_order(texts) if len(texts) > 1 else "auto"
