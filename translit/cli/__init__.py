"""The command line: ``translit normalize names.csv -c name``, and its sisters.

Only this room prints. Answers go to standard output, everything else to standard error;
the exit code is 0 when all is done, 1 when it finished with rejected rows, 2 for misuse,
for input that cannot be read and output that cannot be written.
"""

from __future__ import annotations

import errno
import gc
import os
import signal
import sys
from collections.abc import Sequence

__all__ = ["main"]

_SELDOM = 50_000  # objects made before garbage is looked for: readings hold no circles


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line and leave with its exit code; no traceback for what a user can do."""
    gc.set_threshold(_SELDOM, 20, 100)
    _open_closed()
    _stop_when_told()
    sys.exit(_code(sys.argv[1:] if arguments is None else list(arguments)))


def _open_closed() -> None:
    """Have standard output and error where a caller closed them (``>&-``): what is told there is not heard,
    an answer cannot be written. A file that is opened later would take their numbers.
    """
    if sys.stdout is None:
        sys.stdout = open(os.open(os.devnull, os.O_RDONLY), "w", encoding="utf-8")  # noqa: SIM115
    if sys.stderr is None:
        sys.stderr = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115


class _Stopped(KeyboardInterrupt):
    """A signal to stop.

    Python itself ends a process by SIGINT at its exit if a KeyboardInterrupt has passed through `exec`.
    """


def _stop_when_told() -> None:
    """Stop for Ctrl-C, and where the system ends this process or its terminal closes: nothing is half done.

    What is told to be ignored (nohup) stays so.
    """
    asked = os.getpid()

    def stop(number: int, _: object) -> None:
        if os.getpid() != asked:  # a helper's end is its own
            os._exit(128 + number)
        raise _Stopped(number)

    for name in ("SIGTERM", "SIGHUP", "SIGINT"):
        number = getattr(signal, name, None)
        if number is not None and signal.getsignal(number) in (signal.SIG_DFL, signal.default_int_handler):
            signal.signal(number, stop)


_ROOM = "; make room there, or name a file elsewhere: -o FILE"
_MENDS = {
    errno.ENOSPC: _ROOM,
    errno.EDQUOT: _ROOM,
    errno.EACCES: "; see whose it is (ls -ld), or name a file elsewhere",
    errno.EROFS: "; name a file elsewhere: -o FILE",
}


def _code(arguments: list[str]) -> int:
    """The exit code of one run."""
    import click

    from translit.errors import TranslitError

    try:
        return _run(arguments)
    except BrokenPipeError:
        return _hung_up()
    except click.exceptions.Exit as leave:
        return leave.exit_code
    except click.exceptions.NoArgsIsHelpError as error:
        print(error.format_message())
        return 0
    except (click.Abort, KeyboardInterrupt) as stopped:
        return _tell("stopped", 128 + int(*stopped.args or (signal.SIGINT,)))
    except click.ClickException as error:
        where = getattr(error, "ctx", None)
        hint = f"; `{where.command_path} --help` shows how" if where is not None else ""
        return _tell(error.format_message().rstrip(".") + hint, 2)
    except TranslitError as error:
        return _tell(str(error), 2)
    except ModuleNotFoundError as error:
        if str(error.name).startswith("translit"):
            return _tell(f"this installation lacks {error.name}; install translit anew", 2)
        return _tell(f"the package {error.name!r} is not installed; pip install {error.name}", 2)
    except OSError as error:
        return _refused(error)
    except Exception as error:
        if os.environ.get("TRANSLIT_DEBUG"):
            raise
        return _tell(f"translit broke down ({type(error).__name__}: {error}); please report the command", 2)


def _run(arguments: list[str]) -> int:
    """Run the command that is asked for, and say with which code it is done."""
    from translit.cli.app import translit

    if "_TRANSLIT_COMPLETE" in os.environ:
        translit.main(args=arguments, prog_name="translit")
    with translit.make_context("translit", arguments) as context:
        done = translit.invoke(context)
    sys.stdout.flush()
    return done if isinstance(done, int) else 0


def _refused(error: OSError) -> int:
    """Say which file the system refuses, and the mend where one is known."""
    from translit.cli.outfile import FULL, STDOUT

    where = error.filename or (STDOUT if error.errno in FULL else "input")
    if error.errno == errno.EBADF:
        _hung_up()
    return _tell(f"{where}: {error.strerror or error}{_MENDS.get(error.errno or 0, '')}", 2)


def _tell(message: str, code: int) -> int:
    print(f"translit: {message}", file=sys.stderr)
    return code


def _hung_up() -> int:
    """The reader of our output has left (``| head``): leave without a word."""
    quiet = os.open(os.devnull, os.O_WRONLY)
    os.dup2(quiet, sys.stdout.fileno())
    return 0
