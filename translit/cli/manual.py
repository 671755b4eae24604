"""``translit completion`` and ``translit man``: what shells and `man` want, built from the help."""

from __future__ import annotations

from collections.abc import Iterator

import click

__all__ = ["completion", "man", "manual"]


@click.command(
    epilog="Example: translit completion bash > ~/.local/share/bash-completion/completions/translit"
)
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
def completion(shell: str) -> int:
    """Print the completion script of a SHELL.

    It goes, for bash, into ~/.local/share/bash-completion/completions/translit; for zsh, into a
    folder of $fpath as _translit; for fish, into ~/.config/fish/completions/translit.fish.
    """
    from click.shell_completion import get_completion_class

    from translit.cli.app import translit

    made = get_completion_class(shell)
    if made is not None:
        script = made(translit, {}, "translit", "_TRANSLIT_COMPLETE")
        click.echo(script.source_template % script.source_vars())
    return 0


@click.command(hidden=True, epilog="Example: translit man > translit.1")
def man() -> int:
    """Print the manual page in troff."""
    click.echo(manual())
    return 0


def manual() -> str:
    """The manual page, from the help of every command."""
    from translit.cli.app import translit

    with click.Context(translit, info_name="translit") as top:
        names = [name for name in translit.list_commands(top) if name != "man"]
        lines = [
            '.TH TRANSLIT 1 "" "translit" "User Commands"',
            ".SH NAME",
            "translit \\- one canonical form for the many spellings of Russian and Arabic names",
            ".SH SYNOPSIS",
            ".B translit",
            "COMMAND [OPTIONS] [FILE]",
        ]
        for name in names:
            command = translit.get_command(top, name)
            if command is not None:
                with click.Context(command, info_name=name, parent=top) as context:
                    lines += [f'.SH "TRANSLIT {name.upper()}"', *_about(command, context)]
    lines += [
        ".SH EXIT STATUS",
        "0: done.  1: finished with rejected rows.  2: misuse, or a file that cannot be used.",
    ]
    return "\n".join(lines)


def _about(command: click.Command, context: click.Context) -> Iterator[str]:
    """One command: its usage, its text, its options, its example."""
    yield from (".B", _safe(" ".join([context.command_path, *command.collect_usage_pieces(context)])), ".PP")
    yield from (_safe(line.strip()) for line in (command.help or "").splitlines() if line.strip())
    if isinstance(command, click.Group):
        for name in command.list_commands(context):
            inner = command.get_command(context, name)
            if inner is not None:
                with click.Context(inner, info_name=name, parent=context) as deeper:
                    yield f'.SS "{deeper.command_path}"'
                    yield from _about(inner, deeper)
    for option in command.get_params(context):
        told = option.get_help_record(context)
        if told and isinstance(option, click.Option):
            yield from (".TP", f".B {_safe(told[0])}", _safe(told[1]))
    if command.epilog:
        yield from (".PP", _safe(command.epilog))


def _safe(text: str) -> str:
    """Text that troff does not take for an order of its own."""
    text = text.replace("\\", "\\e").replace("-", "\\-").replace("\b", "")
    return "\\&" + text if text.startswith((".", "'")) else text
