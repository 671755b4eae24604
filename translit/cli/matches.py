"""``translit match``: for each name of a list the best of another."""

from __future__ import annotations

from typing import Any

import click

from translit.cli.columns import Column, added_names, choose, put_together
from translit.cli.distinct import WORTH, Names, names_of
from translit.cli.intake import Source
from translit.cli.normalize import how_of
from translit.cli.options import input_options, jobs_option, kind_option, output_options, reading_options
from translit.cli.progress import Progress
from translit.cli.rows import Tally, judged, opened, rejects, say, writer
from translit.errors import InputError
from translit.nouns import Comparison, Match

__all__ = ["match", "relations"]


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
    default=WORTH,
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
            with Progress(options["quiet"]) as stages:
                jobs = options["jobs"]
                ours = names_of(mine[0], how_of(mine[0].kind, options), items, jobs, stages)
                them = names_of(theirs[0], how_of(theirs[0].kind, options), others, jobs, stages)
                links = _links(ours, them, options, stages)
            _link(one, ours, them, links, tally, options)
    tally.rows = rows
    if not options["quiet"]:
        say(tally.summary(("same", "probable", "different", "unmatched")))
        for reason in told:
            say(f"  {reason}")
    return tally.code


def _links(ours: Names, them: Names, options: dict[str, Any], stages: Progress) -> dict[int, Match]:
    """The match of each distinct name on the left."""
    from translit.index.matching import linked

    told = stages.told("matching")
    links = linked(ours.index, them.index, options["threshold"], options["jobs"], told)
    return {found.left: found for found in links}


def _link(
    source: Source,
    ours: Names,
    them: Names,
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
