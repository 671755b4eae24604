"""``translit variants``, ``romanize`` and ``detect``: single names, lists, or a column of a table."""

from __future__ import annotations

import importlib
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from translit.cli.answering import tables_of
from translit.cli.columns import added_names, choose
from translit.cli.intake import open_source
from translit.cli.options import input_options, kind_option, output_options, table_option
from translit.cli.outfile import text_out
from translit.cli.rows import Tally, judged, opened, rejects, say, writer

__all__ = ["detect", "romanize", "variants"]


def _face(name: str) -> Callable[..., Any]:
    """A call of the library's face."""
    found: Callable[..., Any] = getattr(importlib.import_module("translit"), name)
    return found


def _lines(given: tuple[str, ...]) -> list[str]:
    """The names given as words of the command, or the lines of a file or of standard input."""
    if given and not (len(given) == 1 and (given[0] == "-" or Path(given[0]).is_file())):
        return list(given)
    source = open_source(given[0] if given else None, layout="lines", say=say)
    return [record.raw for record in source.records]


def _texts(given: tuple[str, ...]) -> list[str]:
    """The same without empty ones."""
    return [line for line in _lines(given) if line.strip()]


@click.command(epilog="Example: translit variants 'Григорий Цурканов' --kind person --limit 10")
@click.argument("names", nargs=-1, metavar="[NAME… | FILE]")
@kind_option
@click.option(
    "--limit", type=click.IntRange(1), default=20, show_default=True, help="How many spellings a name."
)
@table_option
@click.option("-o", "--output", metavar="FILE", help="Write there, whole or not at all, not to stdout.")
def variants(names: tuple[str, ...], kind: str, limit: int, own: tuple[str, ...], output: str | None) -> int:
    """Print the spellings under which a NAME is met, the likeliest first.

    One NAME gives one spelling a line; several, or the lines of FILE, give name and spelling
    parted by a TAB.
    """
    call, texts = _face("variants"), _texts(names)
    with text_out(output) as out:
        for text in texts:
            found = call(text, None if kind == "auto" else kind, limit=limit, tables=tables_of(own))
            for spelling in found:
                out.write(f"{spelling}\n" if len(texts) == 1 else f"{text}\t{spelling}\n")
            if not found:
                say(f"{text!r}: no spellings; of a name of another origin there are none")
    return 0


@click.command(epilog="Example: translit romanize 'Григорий Цурканов' --scheme bgn-pcgn-1947-ru")
@click.argument("names", nargs=-1, metavar="[NAME… | FILE]")
@click.option(
    "--scheme",
    metavar="ID",
    help="The scheme to write by.  [default: as English newspapers, press-en-ru or press-en-ar]",
)
@click.option("--list", "listed", is_flag=True, help="List the schemes.")
@click.option(
    "-c", "--column", "columns", multiple=True, metavar="NAME", help="Columns of a FILE to romanize."
)
@table_option
@input_options
@output_options
def romanize(
    names: tuple[str, ...], scheme: str | None, listed: bool, columns: tuple[str, ...], **options: Any
) -> int:
    """Write each NAME, or each line of FILE, by a romanisation scheme.

    With -c the rows of FILE come back with the column romanized.
    """
    from translit.romanization import romanize as write
    from translit.romanization import schemes

    tables = tables_of(options["own"])
    if listed:
        for one in schemes(tables=tables):
            click.echo(f"{one.id:<26} {one.title} ({one.authority}, {one.year})")
        return 0
    if columns:
        return _romanized(names[0] if names else None, columns, scheme, options)
    with text_out(options["output"]) as out:
        for text in _lines(names):
            out.write(write(text, scheme, tables=tables) + "\n")
    return 0


def _romanized(file: str | None, specs: tuple[str, ...], scheme: str | None, options: dict[str, Any]) -> int:
    """The rows of a table, each with its names romanized."""
    from translit.romanization import romanize as write

    tables, tally = tables_of(options["own"]), Tally()
    write("", scheme, tables=tables)
    source = opened(file, options)
    columns = choose(specs, "auto", source)
    added = added_names(columns, source.header, ("romanized",))
    with (
        rejects(options["reject"]) as reject,
        writer(source, added, options) as out,
    ):
        for item in judged(source, options["errors"], tally, reject):
            cells = item.record.cells if item.readable else []
            texts = (column.text(cells) for column in columns)
            out.row(item.record, tuple(write(text, scheme, tables=tables) for text in texts))
            tally.count("romanized", "")
    if not options["quiet"]:
        say(tally.summary(()))
    return tally.code


@click.command(epilog="Example: translit detect 'Grigoriy Tsurkanov' 'Yekaterina Shchukina'")
@click.argument("names", nargs=-1, metavar="[NAME… | FILE]")
@click.option(
    "--limit", type=click.IntRange(1), default=5, show_default=True, help="How many schemes to print."
)
def detect(names: tuple[str, ...], limit: int) -> int:
    """Tell which romanisation scheme wrote the NAMEs, or the lines of FILE, taken together.

    Prints schemes with their probabilities, the likeliest first.
    """
    texts = _texts(names)
    found = _face("detect")(texts[0] if len(texts) == 1 else texts)
    for scheme, share in found[:limit]:
        sys.stdout.write(f"{share:.2f}\t{scheme}\n")
    if not found:
        say("no scheme: there are no names in Latin letters")
    return 0
