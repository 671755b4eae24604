"""``translit compare``: two names, or the pairs of a table."""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import partial
from typing import Any

import click

from translit.cli.answering import each, tables_of
from translit.cli.columns import Column, added_names, choose
from translit.cli.explaining import as_json
from translit.cli.matches import relations
from translit.cli.options import input_options, jobs_option, kind_option, output_options, reading_options
from translit.cli.rows import Item, Tally, judged, opened, rejects, say, writer
from translit.errors import InputError
from translit.nouns import Comparison, Kind, Reading

__all__ = ["compare"]


@click.command(epilog="Example: translit compare 'Dmitry Peskov' 'Песков Дмитрий Сергеевич'")
@click.argument("names", nargs=-1, metavar="LEFT RIGHT | [FILE]")
@click.option("-c", "--column", "columns", multiple=True, metavar="NAME", help="The two columns of a FILE.")
@kind_option
@reading_options
@input_options
@output_options
@jobs_option
def compare(names: tuple[str, ...], columns: tuple[str, ...], **options: Any) -> int:
    """Say whether LEFT and RIGHT are one name, and why; or compare two columns of FILE.

    With a FILE (or standard input) and -c twice, the rows come back with the columns score,
    verdict (same, probable, different) and relations.
    """
    if len(names) == 2 and not columns:
        found = _compared(names[0], names[1], options)
        if options["layout"] == "jsonl":
            click.echo(json.dumps(as_json(found), ensure_ascii=False))
        else:
            click.echo(_told(found))
        return 0
    if len(names) > 1 or len(columns) != 2:
        raise InputError("give two names, or one FILE and its two columns: -c left -c right")
    return _file(names[0] if names else None, columns, options)


def _compared(left: str, right: str, options: dict[str, Any]) -> Comparison:
    """Two texts laid beside each other as the options say."""
    from translit.comparison import compare as lay

    kind: Kind | None = None if options["kind"] == "auto" else options["kind"]
    how = {name: options[name] for name in ("order", "scheme", "style", "within")}
    return lay(left, right, kind, tables=tables_of(options["own"]), **how)


def _told(found: Comparison) -> str:
    """A Comparison for people."""
    lines = [f"{found.verdict} ({found.score:.2f}): {found.left.canonical} | {found.right.canonical}"]
    for part in found.parts:
        role = (part.left or part.right or found.left).role or "name"
        why = f"   {part.why}" if part.why else ""
        lines.append(f"  {role:<11} {part.relation:<12} {_part(part.left)} | {_part(part.right)}{why}")
    lines += [f"  step        {step}" for step in found.steps]
    return "\n".join(lines)


def _part(part: Reading | None) -> str:
    return part.canonical if part else "–"


def _answered(
    item: Item, columns: Sequence[Column], options: dict[str, Any]
) -> tuple[Item, tuple[float | str, str, str]]:
    """A row with what is to be said of its two names; nothing where it has none."""
    cells = item.record.cells
    if not item.readable or not cells or max(column.at for column in columns) >= len(cells):
        return item, ("", "", "")
    found = _compared(columns[0].text(cells), columns[1].text(cells), options)
    return item, (round(found.score, 2), found.verdict, relations(found))


def _file(file: str | None, specs: tuple[str, ...], options: dict[str, Any]) -> int:
    """The rows of a table, each with the comparison of its two names."""
    source = opened(file, options)
    columns, tally = choose(specs, options["kind"], source), Tally()
    added = added_names(columns[:1], source.header, ("score", "verdict", "relations"))
    with (
        rejects(options["reject"]) as reject,
        writer(source, added, options) as out,
    ):
        rows = judged(source, options["errors"], tally, reject)
        for item, cells in each(partial(_answered, columns=columns, options=options), rows, options["jobs"]):
            if cells[1]:
                tally.count(cells[1], "")
            out.row(item.record, cells)
    if not options["quiet"]:
        say(tally.summary(("same", "probable", "different")))
    return tally.code
