"""``translit normalize``: the canonical form beside every name of a table."""

from __future__ import annotations

import shlex
from collections.abc import Callable, Sequence
from typing import Any

import click

from translit.cli.answering import Answer, Answerer, How, Key, in_order, reading_of, workers
from translit.cli.columns import Column, added_names, choose, position
from translit.cli.glance import glance
from translit.cli.intake import Source
from translit.cli.options import Explainable, input_options, jobs_option, output_options, reading_options
from translit.cli.rows import Item, Progress, Reject, Tally, chunks, judged, opened, rejects, say, writer

__all__ = ["how_of", "normalize"]

_REJECTED = Answer(status="rejected")
_WORST = {"ok": 0, "ambiguous": 1, "unknown": 2}


@click.command(
    cls=Explainable, epilog="Example: translit normalize names.csv -c name:person -c city:place -o out.csv"
)
@click.argument("file", required=False)
@click.option(
    "-c",
    "--column",
    "columns",
    multiple=True,
    metavar="NAME[:KIND]",
    help="A column of names, by name or number; last+first puts several together; may be repeated.",
)
@click.option(
    "--kind",
    type=click.Choice(["auto", "person", "place"]),
    default="auto",
    show_default=True,
    help="What the names name, where the column does not say.",
)
@click.option(
    "--within-column", metavar="NAME", help="The column that says in which country or unit a place lies."
)
@reading_options
@click.option(
    "--explain", type=click.Choice(["text", "json"]), help="Print why, for people or as JSON Lines."
)
@input_options
@output_options
@jobs_option
def normalize(file: str | None, **options: Any) -> int:
    """Read FILE (or standard input) and write it with columns added.

    For each column of names: canonical, native, kind, origin, key, confidence and status
    (ok, ambiguous, unknown). Rows keep their order and number; their own cells are not touched.
    """
    source = opened(file, options, asked=bool(options["columns"]))
    columns = choose(options["columns"], options["kind"], source)
    hows = [how_of(column.kind, options) for column in columns]
    if hows:
        # a table, scheme or place that there is not is told before a line is written
        reading_of("a", hows[0])
    if options["explain"]:
        from translit.cli.explaining import explain_rows

        return explain_rows(source, columns, hows, options)
    tally = _run(source, columns, hows, options)
    if not options["quiet"]:
        _report(tally, file, options)
    return tally.code


def how_of(kind: str | None, options: dict[str, Any]) -> How:
    """How the names of a column are to be read."""
    return How(kind, options["order"], options["scheme"], options["style"], options["within"], options["own"])


def _run(source: Source, columns: list[Column], hows: list[How], options: dict[str, Any]) -> Tally:
    """Write the table with its answers."""
    tally, jobs = Tally(), options["jobs"]
    pool = workers(jobs, hows)
    answerers = [Answerer(how, pool) for how in hows]
    lies = position(options["within_column"], source) if options["within_column"] else None
    added = added_names(columns, source.header)
    keys = _keys(columns, lies)
    try:
        with (
            rejects(options["reject"]) as reject,
            writer(source, added, options) as out,
            Progress(source, options["quiet"]) as progress,
        ):
            rows = chunks(judged(source, options["errors"], tally, reject))
            looked = glance(rows, columns, answerers, options["quiet"])
            for chunk in in_order(looked, answerers, keys, ahead=2 * jobs if pool else 0):
                for item in chunk:
                    answers = [answerer.answer(keys(item, at)) for at, answerer in enumerate(answerers)]
                    out.row(item.record, _settled(item, answers, columns, tally, reject))
                progress.step(tally.rows)
    finally:
        if pool is not None:
            pool.shutdown(wait=False, cancel_futures=True)
    return tally


def _keys(columns: list[Column], lies: int | None) -> Callable[[Item, int], Key]:
    """What is asked for the cells of a row; nothing where its cells cannot be trusted."""

    def key(item: Item, number: int) -> Key:
        cells = item.record.cells
        if not item.readable or columns[number].at >= len(cells):
            return "", ""
        within = cells[lies].strip() if lies is not None and lies < len(cells) else ""
        return columns[number].text(cells), within

    return key


def _settled(
    item: Item, answers: Sequence[Answer], columns: Sequence[Column], tally: Tally, reject: Reject
) -> tuple[Any, ...]:
    """The added cells of a row, which is counted by its least sure answer."""
    record, fault, readable = item
    if not readable:
        return tuple(cell for _ in answers for cell in _REJECTED)
    broke = next((answer for answer in answers if answer.status == "failed"), None)
    if broke:
        reason = f"translit failed on {broke.canonical!r} ({broke.origin}); please report it"
        tally.reject(record, reason)
        reject(record, reason)
        answers = [_REJECTED if answer.status == "failed" else answer for answer in answers]
    elif not any(answer.canonical for answer in answers):
        tally.counts["blank"] += not fault
    elif not fault:
        named = [at for at, answer in enumerate(answers) if answer.canonical]
        least = max(named, key=lambda at: _WORST[answers[at].status])
        tally.count(answers[least].status, columns[least].text(record.cells))
    return answers[0] if len(answers) == 1 else tuple(cell for answer in answers for cell in answer)


def _report(tally: Tally, file: str | None, options: dict[str, Any]) -> None:
    """The summary, and the command to try next."""
    say(tally.summary())
    for reason in tally.reasons:
        say(f"  {reason}")
    name, out = shlex.quote(file or "FILE"), options["output"]
    if tally.counts["rejected"] and not options["reject"]:
        say(f"see them all: translit normalize {name} … --reject rejected.csv")
    elif tally.counts["unknown"]:
        source = shlex.quote(out) if out else "out.csv"
        again = "" if out else f"add -o {source}, then "
        say(f"for the unknown names: {again}translit tables new --from {source}")
    elif tally.counts["ambiguous"]:
        how = "" if options["kind"] == "auto" else f" --kind {options['kind']}"
        say(f"why ambiguous: translit tables why {shlex.quote(tally.examples['ambiguous'])}{how}")
    elif tally.counts["ok"] > 1:
        say(f"which are one: translit cluster {name}")
