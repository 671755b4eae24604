"""The options that commands share, and the shape of their help."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import click

__all__ = [
    "Explainable",
    "input_options",
    "jobs_option",
    "kind_option",
    "output_options",
    "reading_options",
    "table_option",
]

_Command = Callable[..., Any]
kind_option = click.option(
    "--kind",
    type=click.Choice(["auto", "person", "place"]),
    default="auto",
    show_default=True,
    help="What the names name.",
)
table_option = click.option(
    "--table", "own", multiple=True, metavar="FILE", help="Your own table, before the built-in ones."
)
_INPUT = (
    click.option("-d", "--delimiter", metavar="LETTER", help="What parts the cells; found out if not given."),
    click.option("--encoding", metavar="NAME", help="The input's encoding; found out if not given."),
    click.option(
        "--input-format",
        type=click.Choice(["csv", "tsv", "jsonl", "lines", "parquet", "xlsx"]),
        help="The input's format; told by its name or look if not given.",
    ),
    click.option("--no-header", is_flag=True, help="The first line is a row; columns go by number."),
    click.option("--sheet", metavar="NAME", help="The sheet of an Excel file (the first one)."),
)
_OUTPUT = (
    click.option("-o", "--output", metavar="FILE", help="Write there, whole or not at all, not to stdout."),
    click.option(
        "-f",
        "--format",
        "layout",
        type=click.Choice(["csv", "tsv", "jsonl", "table", "parquet", "xlsx"]),
        help="The output's format; as the input's if not given.",
    ),
    click.option(
        "--errors",
        type=click.Choice(["keep", "skip", "fail"]),
        default="keep",
        show_default=True,
        help="What to do with rows that cannot be read.",
    ),
    click.option("--reject", metavar="FILE", help="Write the bad rows there, with the reason."),
    click.option("-q", "--quiet", is_flag=True, help="No summary and no progress."),
)
_READING = (
    click.option(
        "--order",
        type=click.Choice(["auto", "given-first", "surname-first"]),
        default="auto",
        show_default=True,
        help="The order of persons' names; auto looks at the whole column.",
    ),
    click.option("--scheme", metavar="ID", help="Write Latin by a romanisation scheme."),
    click.option(
        "--style",
        type=click.Choice(["exonym", "endonym"]),
        default="exonym",
        show_default=True,
        help="Places by their English or their own name.",
    ),
    click.option(
        "--within", metavar="CODE", help="The names are places in this country or unit: SY, RU-ROS."
    ),
    table_option,
)

jobs_option = click.option(
    "-j",
    "--jobs",
    type=click.IntRange(1, 64),
    default=1,
    show_default=True,
    help="Processes to work in; the output is the same in any number.",
)


def _all(options: tuple[Any, ...], command: _Command) -> _Command:
    for option in reversed(options):
        command = option(command)
    return command


def input_options(command: _Command) -> _Command:
    """How the input is read."""
    return _all(_INPUT, command)


def output_options(command: _Command) -> _Command:
    """How the output is written."""
    return _all(_OUTPUT, command)


def reading_options(command: _Command) -> _Command:
    """How names are read."""
    return _all(_READING, command)


class Explainable(click.Command):
    """A command whose --explain may stand alone or before "json"."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Give a bare --explain its value."""
        made, rest = [], list(args)
        while rest:
            word = rest.pop(0)
            if word == "--explain":
                word += "=" + (rest.pop(0) if rest and rest[0] in ("json", "text") else "text")
            made.append(word)
        return super().parse_args(ctx, made)
