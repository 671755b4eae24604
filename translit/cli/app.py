"""The command group; each command's module is imported only when it is called."""

from __future__ import annotations

import importlib
from typing import Any

import click

__all__ = ["COMMANDS", "translit"]

COMMANDS = {
    "normalize": ("normalize", "Add the canonical form of every name to a table."),
    "compare": ("pairs", "Say whether two names are one, and why."),
    "cluster": ("groups", "Group the names of a list that are one."),
    "match": ("matches", "Find for each name of one list its match in another."),
    "variants": ("words", "Print the spellings a name is met in."),
    "romanize": ("words", "Write names by a romanisation scheme."),
    "detect": ("words", "Tell which romanisation scheme a text follows."),
    "evaluate": ("evaluate", "Measure translit on labelled pairs of your own."),
    "tables": ("tablework", "List, check, extend and question the tables."),
    "completion": ("manual", "Print the completion script of a shell."),
    "man": ("manual", "Print the manual page."),
}
_ALIASES = {"normalise": "normalize", "romanise": "romanize"}
# Calls of the library whose command has another name.
_CALLS = {"explain": "tables why", "canonical": "normalize", "same": "compare"}
_HIDDEN = ("man",)


class _Commands(click.Group):
    """Commands by name, found in their modules when needed."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Every command that can be called."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of a name or of its other spelling."""
        name = _ALIASES.get(cmd_name, cmd_name)
        if name not in COMMANDS:
            return None
        found = getattr(importlib.import_module(f"translit.cli.{COMMANDS[name][0]}"), name)
        return found if isinstance(found, click.Command) else None

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the commands without importing them."""
        names = [name for name in COMMANDS if name not in _HIDDEN]
        with formatter.section("Commands"):
            formatter.write_dl([(name, COMMANDS[name][1]) for name in names])

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that is meant, or an error with the nearest one."""
        try:
            return super().resolve_command(ctx, args)
        except click.UsageError:
            from translit.errors import nearest

            call = _CALLS.get(args[0])
            near = f"translit {call} does that" if call else nearest(args[0], COMMANDS)
            raise click.UsageError(f"no command {args[0]!r}; {near}", ctx) from None


def _version(ctx: click.Context, option: Any, asked: bool) -> None:
    """Print the version of the package and of its tables."""
    if not asked or ctx.resilient_parsing:
        return
    from importlib.metadata import PackageNotFoundError, version

    from translit.tables import built_in

    try:
        number = version("translit-names")
    except PackageNotFoundError:
        number = "(not installed)"
    click.echo(f"translit {number}, tables {built_in().version}")
    ctx.exit()


@click.group(
    cls=_Commands,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="Example: translit normalize names.csv -c name -o out.csv",
)
@click.option(
    "--version", is_flag=True, is_eager=True, expose_value=False, callback=_version, help="Print the version."
)
def translit() -> None:
    """One canonical form for the many spellings of Russian and Arabic names."""
