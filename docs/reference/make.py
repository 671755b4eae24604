"""Write the pages of this folder that are made from the code and the tables: ``make docs``.

`cli.md` comes from the help of every command, `api.md` from the docstrings of the face, `tables.md` from
the first lines of the tables, and `modules.md` from those of the modules. `schemes.md` is made by
``python -m translit.catalogue``.
"""

from __future__ import annotations

import ast
import inspect
import re
from collections.abc import Iterator
from pathlib import Path

import click

import translit
from translit.cli.app import translit as commands
from translit.nouns import PartRelation, Place
from translit.tables import built_in

HERE = Path(__file__).parent
PACKAGE = HERE.parent.parent / "translit"


def cli_page() -> str:
    """Every command with its options and its example."""
    lines = ["# The command line", "", "Made by `make docs` from the help of the commands.", ""]
    lines += [
        "Exit codes: 0 done, 1 finished with rejected rows, 2 misuse or a file that cannot be used.",
        "",
    ]
    with click.Context(commands, info_name="translit") as top:
        for name in commands.list_commands(top):
            command = commands.get_command(top, name)
            if command is not None and name != "man":
                lines += _command(command, name, top)
    return "\n".join(lines)


def _command(command: click.Command, name: str, parent: click.Context) -> Iterator[str]:
    with click.Context(command, info_name=name, parent=parent) as context:
        yield f"## {context.command_path}"
        usage = " ".join([context.command_path, *command.collect_usage_pieces(context)])
        yield from ("", "```text", usage, "```", "", inspect.cleandoc(command.help or ""), "")
        options = [param for param in command.params if isinstance(param, click.Option)]
        rows = [told for told in (option.get_help_record(context) for option in options) if told]
        if rows:
            yield from ("| option | what it does |", "|---|---|")
            yield from (f"| `{_cell(option)}` | {_cell(what)} |" for option, what in rows)
            yield ""
        if command.epilog:
            yield from ("Example:", "", "```sh", command.epilog.removeprefix("Example: "), "```", "")
        if isinstance(command, click.Group):
            for inner in command.list_commands(context):
                found = command.get_command(context, inner)
                if found is not None:
                    yield from _command(found, inner, context)


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")


def api_page() -> str:
    """Every name of the face, and the values that its nouns hold: signature, docstring, fields."""
    lines = ["# The Python interface", "", "Made by `make docs` from the docstrings of `translit`.", ""]
    names = sorted(translit.__all__, key=lambda name: (name[0].isupper(), name))
    for name in names:
        lines += _noun_or_verb(name, getattr(translit, name))
    lines += ["## What they hold", ""]
    for value in (PartRelation, Place):
        lines += _noun_or_verb(value.__name__, value, "###")
    return "\n".join(lines)


def _noun_or_verb(name: str, value: object, head: str = "##") -> Iterator[str]:
    yield f"{head} {name}"
    if not (isinstance(value, type) and issubclass(value, Exception)):
        yield from ("", "```python", f"{name}{_signature(value)}", "```")
    yield from ("", _told(value), "")
    if isinstance(value, type) and not issubclass(value, Exception):
        for inner, method in sorted(vars(value).items()):
            method = method.__func__ if isinstance(method, classmethod) else method
            if not inner.startswith("_") and inspect.isfunction(method):
                yield from (f"### {name}.{inner}", "", "```python", f"{inner}{_signature(method)}", "```")
                yield from ("", _told(method), "")


def _signature(value: object) -> str:
    if not callable(value):
        return ""
    return re.sub(r"(: |-> )'([^']*)'", r"\1\2", str(inspect.signature(value)))


def _told(value: object) -> str:
    """A docstring, its examples as code blocks."""
    lines: list[str] = []
    inside = False
    for line in inspect.getdoc(value).splitlines() if inspect.getdoc(value) else ():
        starts = line.startswith(">>> ")
        if starts and not inside:
            lines.append("```python")
        if inside and not line.strip():
            lines.append("```")
        inside = starts or (inside and bool(line.strip()))
        lines.append(line)
    if inside:
        lines.append("```")
    return "\n".join(lines)


def tables_page() -> str:
    """Every table with its columns."""
    lines = ["# The tables", "", "Made by `make docs` from the first lines of the tables."]
    lines += ["What the columns mean, and how to add a row: [tables/README.md](../../tables/README.md).", ""]
    lines += ["| table | columns |", "|---|---|"]
    known = built_in()
    for name in known.names():
        if not name.startswith("place/at/") or name == "place/at/sy":
            shown = "place/at/*" if name.startswith("place/at/") else name
            lines.append(f"| `{shown}` | {', '.join(f'`{column}`' for column in next(known.cells(name)))} |")
    return "\n".join([*lines, ""])


def modules_page() -> str:
    """Every module with what it does, a room after the other."""
    lines = ["# The modules", "", "Made by `make docs` from the first line of each module below `translit/`."]
    lines += ["How they work together: [the design](../explanation/design.md#in-the-larger-rooms)."]
    rooms: dict[str, list[Path]] = {}
    for path in sorted(PACKAGE.rglob("*.py")):
        here = path.relative_to(PACKAGE)
        rooms.setdefault(here.parts[0] if len(here.parts) > 1 else "", []).append(path)
    for room, paths in sorted(rooms.items()):
        lines += ["", f"## {room or 'The rooms of one module'}", "", "| module | what it does |", "|---|---|"]
        rows = {_module(path): _cell(_first_line(path)) for path in paths if path.name != "__main__.py"}
        lines += [f"| `{name}` | {told} |" for name, told in sorted(rows.items())]
    return "\n".join([*lines, ""])


def _module(path: Path) -> str:
    """A module by its path below the package; a folder's own by that of the folder."""
    return path.relative_to(PACKAGE).with_suffix("").as_posix().removesuffix("/__init__")


def _first_line(path: Path) -> str:
    """The first line of a module's docstring."""
    return (ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) or "").partition("\n")[0]


PAGES = {"cli.md": cli_page, "api.md": api_page, "tables.md": tables_page, "modules.md": modules_page}

if __name__ == "__main__":
    for file, page in PAGES.items():
        (HERE / file).write_text(page(), encoding="utf-8")
