"""``translit tables``: list, check, extend and question what translit knows."""

from __future__ import annotations

import importlib
import shlex
from collections import Counter
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Any

import click

from translit.cli.answering import How, reading_of
from translit.cli.intake import Source, open_source
from translit.cli.options import input_options, kind_option, reading_options
from translit.cli.outfile import text_out
from translit.cli.rows import opened, say
from translit.errors import InputError
from translit.nouns import Reading
from translit.tables import built_in
from translit.text.script import script_of

__all__ = ["tables"]

_OWN_COLUMNS = ("id", "kind", "role", "country", "native", "canonical", "gender", "also", "source", "note")


@click.group(
    context_settings={"help_option_names": ["-h", "--help"]}, epilog="Example: translit tables why Shoigu"
)
def tables() -> None:
    """List, check, extend and question the tables."""


@tables.command(
    "list",
    short_help="List the tables with their rows and columns.",
    epilog="Example: translit tables list person",
)
@click.argument("under", default="")
def list_tables(under: str) -> int:
    """List the tables, UNDER a folder of them if one is named, with their rows and columns."""
    known = built_in()
    names = [name for name in known.names() if name.startswith(under)]
    if not names:
        raise InputError(f"no table under {under!r}; `translit tables list` prints them all")
    for name in names:
        lines = known.cells(name)
        header = next(lines, [])
        click.echo(f"{name:<28}{sum(1 for _ in lines):>8,}  {' '.join(header)}")
    return 0


@tables.command(
    short_help="Say what is wrong with the tables, and the mend.",
    epilog="Example: translit tables check mine.tsv --fix",
)
@click.argument("files", nargs=-1)
@click.option("--fix", is_flag=True, help="Mend what needs no knowledge of names; then say what is left.")
@click.option("-q", "--quiet", is_flag=True, help="No summary.")
def check(files: tuple[str, ...], fix: bool, quiet: bool) -> int:
    """Say what is wrong with the tables, or with the FILES given: file, line, column, what, the mend.

    The exit code is 1 where anything is wrong.
    """
    from translit.audit import audit

    missing = next((file for file in files if not Path(file).is_file()), None)
    if missing:
        raise InputError(f"{missing}: no such file; name a TSV table, or none to check the built-in ones")
    if fix:
        _fix(files)
    found = list(audit(files=files))
    for finding in found:
        click.echo(str(finding))
    if not quiet:
        count = f"{len(found):,} finding{'' if len(found) == 1 else 's'}"
        hint = "; mend some with: translit tables check --fix" if found and not fix else ""
        say(f"{count if found else 'all is well'}{hint}")
    return 1 if found else 0


def _fix(files: tuple[str, ...]) -> None:
    """Write the mended text of every table that needs it, each whole or not at all."""
    from translit.audit import mended

    home = built_in().home
    for path in [Path(file) for file in files] or sorted(home.rglob("*.tsv")):
        inside = path.resolve().is_relative_to(home.resolve())
        name = path.resolve().relative_to(home.resolve()).as_posix() if inside else path.name
        text = mended(path, name.removesuffix(".tsv"))
        if text is not None:
            with text_out(str(path)) as out:
                out.write(text)
            say(f"mended {path}")


@tables.command(
    short_help="Turn the unknown names of a run into rows to fill in.",
    epilog="Example: translit tables new --from out.csv -o mine.tsv",
)
@click.option("--from", "run", required=True, metavar="FILE", help="What translit normalize wrote.")
@click.option("-c", "--column", metavar="NAME", help="The column that holds the names of the source.")
@click.option("-o", "--output", metavar="FILE", help="Write there, whole or not at all, not to stdout.")
@input_options
def new(run: str, column: str | None, output: str | None, **options: Any) -> int:
    """Turn the unknown names of a run into rows to fill in.

    Each unknown word of a person's name becomes a row with the part it plays; each unknown place
    becomes a row. Fill in `canonical` (and `native`, where it is known), take out what you cannot
    fill in, and pass the file to --table.
    """
    source = opened(run, options)
    rows = _unknown(source, column)
    with text_out(output) as out:
        out.write("\t".join(_OWN_COLUMNS) + "\n")
        for row in sorted(rows, key=lambda row: row["id"]):
            out.write("\t".join(row.get(name, "") for name in _OWN_COLUMNS) + "\n")
    again = f"translit normalize FILE --table {shlex.quote(output or 'mine.tsv')}"
    say(f"{len(rows):,} row{'' if len(rows) == 1 else 's'} to fill in; then: {again}")
    return 0


def _unknown(source: Source, column: str | None) -> list[dict[str, str]]:
    """A row for each unknown word or place of a run."""
    from translit.lookup import is_placeholder

    header = source.header
    leads = [name.removesuffix("status") for name in header if name == "status" or name.endswith("_status")]
    if not leads:
        raise InputError(f"{source.name}: no column 'status'; name a file that translit normalize wrote")
    met: Counter[tuple[str, str]] = Counter()
    for record in source.records:
        if len(record.cells) < len(header):
            continue
        cells = dict(zip(header, record.cells, strict=False))
        for lead in leads:
            text = cells[column] if column in cells else cells.get(lead[:-1], "") or cells[f"{lead}canonical"]
            if (
                cells[f"{lead}status"] == "unknown"
                and any(map(str.isalpha, text))
                and not is_placeholder(text)
            ):
                met[text, cells.get(f"{lead}kind", "")] += 1
    if column is not None and column not in header:
        raise InputError(f"{source.name}: no column {column!r}; it has: {', '.join(map(repr, header))}")
    made: dict[tuple[str, str], dict[str, str]] = {}
    for (text, kind), count in met.items():
        for row in _rows(reading_of(text, How(kind or None)), count):
            made.setdefault((row["role"], row["id"]), row)
    return list(made.values())


def _rows(reading: Reading, count: int) -> Iterator[dict[str, str]]:
    """The rows that would make a reading known: one for each part without a row."""
    unknown = [part for part in reading.parts if part.row is None and len(part.canonical) > 2]
    for part in unknown if reading.kind == "person" and unknown else (reading,):
        yield {
            "id": _slug(part.canonical),
            "kind": reading.kind or "",
            "role": (part.role or "") if part is not reading else "",
            "country": "|".join(reading.place.countries) if reading.place else "",
            "native": part.native or "",
            "canonical": part.canonical,
            "source": "known",
            "note": f"met {count} time{'' if count == 1 else 's'}: {' '.join(reading.text.split())}",
        }


def _slug(text: str) -> str:
    """An id for a name.

    >>> _slug("al-Shāmī"), _slug("Ёлкин")
    ('al-shami', 'iolkin')
    """
    from unidecode import unidecode

    letters = (letter if letter.isalnum() else " " for letter in unidecode(text).lower().replace("'", ""))
    return "-".join("".join(letters).split()) or "x"


@tables.command(
    short_help="Say which row, rule or cost decided.",
    epilog="Example: translit tables why 'Shoigu' --kind person",
)
@click.argument("names", nargs=-1, required=True)
@kind_option
@reading_options
def why(names: tuple[str, ...], kind: str, **options: Any) -> int:
    """Say which row, rule or cost decided what becomes of each of the NAMES."""
    from translit.cli.explaining import told

    how = How(None if kind == "auto" else kind, options["order"], options["scheme"], options["style"],
              options["within"], options["own"])  # fmt: skip
    click.echo("\n\n".join(told(reading_of(name, how)) for name in names))
    return 0


@tables.command(
    short_help="Count the rows, and how many nobody has looked up.", epilog="Example: translit tables stats"
)
def stats() -> int:
    """Count the rows of each table, and the share that nobody has looked up (source `known`)."""
    known = built_in()
    total = unverified = 0
    for name in known.names():
        lines = known.cells(name)
        header = next(lines, [])
        if "source" not in header:
            continue
        at = header.index("source")
        sources = Counter(cells[at] for cells in lines)
        rows = sum(sources.values())
        click.echo(f"{name:<28}{rows:>8,} rows{_share(sources['known'], rows):>6} known")
        total, unverified = total + rows, unverified + sources["known"]
    click.echo(f"{'all':<28}{total:>8,} rows{_share(unverified, total):>6} known")
    return 0


def _share(part: int, whole: int) -> str:
    return f"{100 * part / whole:.0f} %" if whole else "–"


@tables.command(
    short_help="Learn the costs of letters anew from pairs.",
    epilog="Example: translit tables learn pairs.tsv",
)
@click.argument("pairs", nargs=-1, required=True)
@click.option("--language", type=click.Choice(["ru", "ar"]), help="Told by the pairs' script if not given.")
def learn(pairs: tuple[str, ...], language: str | None) -> int:
    """Learn what letters become, and how often, anew from PAIRS.

    PAIRS are TSV files whose first two columns are a name in its own script and in Latin; the
    learned costs take the place of those in tables/sounds.
    """
    missing = next((file for file in pairs if not Path(file).is_file()), None)
    if missing:
        raise InputError(f"{missing}: no such file; give a TSV with the columns native and latin")
    importlib.import_module("translit.learning").main([language or _language(pairs[0]), *pairs])
    return 0


def _language(path: str) -> str:
    """The language of a file of pairs, by the script of its first column."""
    source = open_source(path, asked=True, say=say)
    found = Counter(script_of(record.cells[0]) for record in islice(source.records, 200) if record.cells)
    languages = {"Cyrl": "ru", "Arab": "ar"}
    script = found.most_common(1)[0][0] if found else ""
    if script not in languages:
        raise InputError(f"{path}: its first column is neither Cyrillic nor Arabic; add --language ru or ar")
    return languages[script]
