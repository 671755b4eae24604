"""``translit cluster``: which names of a list are one."""

from __future__ import annotations

import shlex
from collections import Counter
from dataclasses import dataclass
from typing import Any, TextIO

import click

from translit.cli.answering import tables_of
from translit.cli.columns import added_names, choose
from translit.cli.distinct import WORTH, Names, names_of
from translit.cli.intake import Source
from translit.cli.normalize import how_of
from translit.cli.options import input_options, jobs_option, kind_option, output_options, reading_options
from translit.cli.outfile import text_out
from translit.cli.progress import Progress
from translit.cli.rows import Tally, judged, opened, rejects, say, writer

__all__ = ["cluster"]

_NEIGHBOURS = 3

_threshold = click.option(
    "--threshold",
    type=click.FloatRange(0, 1),
    default=0.88,
    show_default=True,
    help="Names are one from this score on.",
)


@click.command(epilog="Example: translit cluster docs/examples/reports.csv -c name")
@click.argument("file", required=False)
@click.option("-c", "--column", metavar="NAME[:KIND]", help="The column of names, by name or number.")
@kind_option
@_threshold
@reading_options
@input_options
@output_options
@jobs_option
def cluster(file: str | None, column: str | None, **options: Any) -> int:
    """Print the groups of names in FILE that are one name.

    Under each group stand its spellings, and beside it the groups that are probably the same.
    With --format csv, tsv, jsonl, table, parquet or xlsx the rows come back with the columns
    cluster (a number), cluster_canonical and probable (the numbers of the neighbours).
    """
    source, tally = opened(file, options, asked=bool(column)), Tally()
    tables_of(options["own"])
    chosen = choose((column,) if column else (), options["kind"], source)
    with rejects(options["reject"]) as reject:
        items = list(judged(source, options["errors"], tally, reject))
        if chosen:
            with Progress(options["quiet"]) as stages:
                names = names_of(chosen[0], how_of(chosen[0].kind, options), items, options["jobs"], stages)
                groups = _groups(names, options, stages)
            if options["layout"] is None and not _is_table(options["output"]):
                with text_out(options["output"]) as out:
                    _print(groups, out)
            else:
                _write(source, names, groups, options)
            if not options["quiet"]:
                _count(groups, names)
    if tally.code and not options["quiet"]:
        say(tally.summary(()))
        for reason in tally.reasons:
            say(f"  {reason}")
    return tally.code


def _is_table(output: str | None) -> bool:
    """True for an output whose name asks for rows."""
    return bool(output) and str(output).lower().endswith((".csv", ".tsv", ".jsonl", ".parquet", ".xlsx"))


@dataclass(slots=True)
class _Group:
    """Names that are one: their places, their common canonical form, and the nearest other groups."""

    canonical: str
    kind: str
    members: list[int]
    spellings: list[str]
    rows: int
    near: list[tuple[float, int]]


def _groups(names: Names, options: dict[str, Any], stages: Progress) -> list[_Group]:
    """The groups of a list, in the order of their first names, with their probable neighbours."""
    index = names.index
    told, jobs = stages.told("comparing"), options["jobs"]
    found = index.clusters(threshold=options["threshold"], floor=WORTH, jobs=jobs, told=told)
    groups = [_group(members, names) for members in found]
    home = {member: number for number, group in enumerate(groups) for member in group.members}
    best: dict[tuple[int, int], float] = {}
    for left, right, score in index.pairs(WORTH, jobs=jobs):
        pair = (home[left], home[right])
        if pair[0] != pair[1]:
            for one, two in (pair, pair[::-1]):
                best[one, two] = max(score, best.get((one, two), 0.0))
    for (one, two), score in sorted(best.items(), key=lambda found: -found[1]):
        groups[one].near.append((score, two))
    return groups


def _group(members: list[int], names: Names) -> _Group:
    """A group, called by the canonical form most of its rows have."""
    votes: Counter[str] = Counter()
    readings = [names.index[member] for member in members]
    for member, reading in zip(members, readings, strict=True):
        votes[reading.canonical] += names.rows[member]
    called = max(votes, key=lambda form: (votes[form], form.isascii(), -len(form)))  # the first of equals
    first = next(reading for reading in readings if reading.canonical == called)
    spellings = [reading.text for reading in readings]
    return _Group(called, first.kind or "", members, spellings, sum(names.rows[m] for m in members), [])


def _print(groups: list[_Group], out: TextIO) -> None:
    """The groups for people: probable neighbours follow one another."""
    done: set[int] = set()
    for number, group in enumerate(groups):
        if number in done:
            continue
        block = [number, *(other for _, other in group.near if other not in done)]
        done.update(block)
        out.write("\n".join(_told(groups[one], groups) for one in dict.fromkeys(block)) + "\n\n")


def _told(group: _Group, groups: list[_Group]) -> str:
    """One group: its name, how many rows, its neighbours, and below them its spellings."""
    rows = f"{group.rows} row{'' if group.rows == 1 else 's'}"
    facts = ", ".join(filter(None, [group.kind, rows]))
    near = "".join(
        f"   ≈ {groups[other].canonical} (probable, {score:.2f})" for score, other in group.near[:_NEIGHBOURS]
    )
    spellings = " · ".join(_isolated(" ".join(text.split())) for text in group.spellings)
    return f"{group.canonical}  ({facts}){near}\n    {spellings}"


def _isolated(text: str) -> str:
    """A name kept from pulling its neighbours to its own direction."""
    mark = "\N{LEFT-TO-RIGHT MARK}"
    return text + mark if any("\u0590" <= letter <= "\u08ff" for letter in text) else text


def _write(source: Source, names: Names, groups: list[_Group], options: dict[str, Any]) -> None:
    """The rows, each with the number and name of its group and the numbers of the probable ones."""
    home = {member: number for number, group in enumerate(groups) for member in group.members}
    added = added_names([names.column], source.header, ("cluster", "cluster_canonical", "probable"))
    with writer(source, added, options) as out:
        for item in names.items:
            place = names.place(item)
            if place is None:
                out.row(item.record, ("", "", ""))
                continue
            group = groups[home[place]]
            near = "|".join(str(other + 1) for _, other in group.near[:_NEIGHBOURS])
            out.row(item.record, (str(home[place] + 1), group.canonical, near))


def _count(groups: list[_Group], names: Names) -> None:
    """The summary of a clustering."""
    joined = sum(len(group.members) > 1 for group in groups)
    probable = sum(bool(group.near) for group in groups)
    say(
        f"{sum(names.rows):,} rows, {len(names.index):,} spellings, {len(groups):,} names: "
        f"{joined:,} with several spellings, {probable:,} with a probable neighbour"
    )
    close = next((group for group in groups if group.near), None)
    if close:
        other = groups[close.near[0][1]].spellings[0]
        say(f"why probable: translit compare {shlex.quote(close.spellings[0])} {shlex.quote(other)}")
