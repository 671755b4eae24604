"""``translit cluster`` and ``translit match``: which names of a list are one, and which of two lists."""

from __future__ import annotations

import shlex
from collections import Counter
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, Any, TextIO

import click

from translit.cli.columns import Column, added_names, choose, put_together
from translit.cli.desk import How, reading_of, tables_of
from translit.cli.glance import column_order
from translit.cli.intake import Source
from translit.cli.normalize import how_of
from translit.cli.options import input_options, jobs_option, kind_option, output_options, reading_options
from translit.cli.outfile import text_out
from translit.cli.rows import Item, Tally, judged, opened, rejects, say, writer
from translit.cli.stages import Stages
from translit.errors import InputError
from translit.nouns import Comparison, Match

if TYPE_CHECKING:
    from translit.index import Index

__all__ = ["cluster", "match", "relations"]

_WORTH = 0.5
_NEIGHBOURS = 3

_threshold = click.option(
    "--threshold",
    type=click.FloatRange(0, 1),
    default=0.88,
    show_default=True,
    help="Names are one from this score on.",
)


@dataclass(slots=True)
class _Names:
    """The distinct names of a column in an index, each with its place and how many rows bear it."""

    column: Column
    items: list[Item]
    at: dict[str, int]
    index: Index
    rows: list[int]

    def place(self, item: Item) -> int | None:
        """Which distinct name a row bears, None where it bears none."""
        return self.at.get(self.column.text(item.record.cells)) if item.readable else None


def _names(column: Column, how: How, items: list[Item], jobs: int, stages: Stages) -> _Names:
    """Read every distinct name of a column once; a cell that says that none is known has none."""
    from translit.index import Index
    from translit.lookup import is_untold

    tables = tables_of(how.tables)
    counts: Counter[str] = Counter()
    for item in items:
        text = column.text(item.record.cells) if item.readable else ""
        if not is_untold(text, tables):
            counts[text] += 1
    if how.order == "auto" and how.kind != "place":
        how = replace(how, usual=column_order(list(counts)[:2000]))
    index = Index(tables=tables)
    index.extend(
        counts, read=partial(reading_of, how=how), jobs=jobs, told=stages.told(f"reading {column.name}")
    )
    at = {text: number for number, text in enumerate(counts)}
    return _Names(column, items, at, index, list(counts.values()))


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
            with Stages(options["quiet"]) as stages:
                names = _names(chosen[0], how_of(chosen[0].kind, options), items, options["jobs"], stages)
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


def _groups(names: _Names, options: dict[str, Any], stages: Stages) -> list[_Group]:
    """The groups of a list, in the order of their first names, with their probable neighbours."""
    index = names.index
    told, jobs = stages.told("comparing"), options["jobs"]
    found = index.clusters(threshold=options["threshold"], floor=_WORTH, jobs=jobs, told=told)
    groups = [_group(members, names) for members in found]
    home = {member: number for number, group in enumerate(groups) for member in group.members}
    best: dict[tuple[int, int], float] = {}
    for left, right, score in index.pairs(_WORTH, jobs=jobs):
        pair = (home[left], home[right])
        if pair[0] != pair[1]:
            for one, two in (pair, pair[::-1]):
                best[one, two] = max(score, best.get((one, two), 0.0))
    for (one, two), score in sorted(best.items(), key=lambda found: -found[1]):
        groups[one].near.append((score, two))
    return groups


def _group(members: list[int], names: _Names) -> _Group:
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


def _write(source: Source, names: _Names, groups: list[_Group], options: dict[str, Any]) -> None:
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


def _count(groups: list[_Group], names: _Names) -> None:
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


def relations(comparison: Comparison) -> str:
    """How the parts of two names relate, in one line: "given equal; patronymic omitted"."""
    said = []
    for part in comparison.parts:
        role = (part.left or part.right or comparison.left).role or "name"
        said.append(f"{role} {part.relation}")
    return "; ".join(said)


@click.command(epilog="Example: translit match mine.csv sanctions.csv -c name --right-column full_name")
@click.argument("left")
@click.argument("right")
@click.option("-c", "--column", metavar="NAME[:KIND]", help="The column of names in LEFT.")
@click.option("--right-column", metavar="NAME[:KIND]", help="That of RIGHT; as in LEFT if not given.")
@kind_option
@click.option(
    "--threshold",
    type=click.FloatRange(0, 1),
    default=_WORTH,
    show_default=True,
    help="Matches below this score are left out.",
)
@reading_options
@input_options
@output_options
@jobs_option
def match(left: str, right: str, column: str | None, right_column: str | None, **options: Any) -> int:
    """Find for each name of LEFT the best match in RIGHT.

    Writes LEFT with columns added: match (the name in RIGHT), match_line (its line there), score,
    verdict (same, probable, different) and relations (how the parts relate).
    """
    if left == right == "-":
        raise InputError("LEFT and RIGHT are both '-'; only one of the lists can come from standard input")
    tally = Tally()
    one = opened(left, options, asked=bool(column))
    two = opened(right, options, asked=bool(right_column or column))
    mine = choose((column,) if column else (), options["kind"], one)
    theirs = _right_column(two, right_column, column, options["kind"])
    with rejects(options["reject"]) as reject:
        items = list(judged(one, options["errors"], tally, reject))
        rows, told = tally.rows, [f"{one.name}: {reason}" for reason in tally.reasons]
        tally.reasons.clear()
        others = list(judged(two, options["errors"], tally, reject))
        told += [f"{two.name}: {reason}" for reason in tally.reasons]
        if mine and theirs:
            with Stages(options["quiet"]) as stages:
                jobs = options["jobs"]
                ours = _names(mine[0], how_of(mine[0].kind, options), items, jobs, stages)
                them = _names(theirs[0], how_of(theirs[0].kind, options), others, jobs, stages)
                links = _links(ours, them, options, stages)
            _link(one, ours, them, links, tally, options)
    tally.rows = rows
    if not options["quiet"]:
        say(tally.summary(("same", "probable", "different", "unmatched")))
        for reason in told:
            say(f"  {reason}")
    return tally.code


def _links(ours: _Names, them: _Names, options: dict[str, Any], stages: Stages) -> dict[int, Match]:
    """The match of each distinct name on the left."""
    from translit.index.matching import linked

    told = stages.told("matching")
    links = linked(ours.index, them.index, options["threshold"], options["jobs"], told)
    return {found.left: found for found in links}


def _link(
    source: Source,
    ours: _Names,
    them: _Names,
    best: dict[int, Match],
    tally: Tally,
    options: dict[str, Any],
) -> None:
    """Write the rows of the left table, each with its match."""
    lines = {them.place(item): item.record.line for item in reversed(them.items)}
    added = added_names(
        [ours.column], source.header, ("match", "match_line", "score", "verdict", "relations")
    )
    with writer(source, added, options) as out:
        for item in ours.items:
            place = ours.place(item)
            found = best.get(place) if place is not None else None
            if found is None or found.right is None or found.comparison is None:
                tally.count("unmatched", "")
                out.row(item.record, ("", "", "", "", ""))
                continue
            said, text = found.comparison, found.comparison.right.text
            tally.count(said.verdict, "")
            cells = (text, str(lines[found.right]), round(found.score, 2), said.verdict, relations(said))
            out.row(item.record, cells)


def _right_column(source: Source, own: str | None, left: str | None, kind: str) -> list[Column]:
    """The column of the right table: as asked, as on the left where it has such a one, else as meant."""
    names = {left, left.rpartition(":")[0]} if left else set()
    shared = any(name and set(put_together(name, source.header)) <= set(source.header) for name in names)
    asked = own or (left if shared else None)
    return choose((asked,) if asked else (), kind, source)
