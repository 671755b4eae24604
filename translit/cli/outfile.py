"""Where answers go: standard output, or a file that is written whole or not at all."""

from __future__ import annotations

import contextlib
import errno
import io
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO, TextIO

from translit.errors import InputError

__all__ = ["FULL", "STDOUT", "binary_out", "need_place", "text_out"]

FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EBADF)  # or standard output is closed
STDOUT = "standard output"

_PACKED = "packed files are not written; name one without {0}, or pack what goes to standard output"
_FOREIGN = {ending: _PACKED.format(ending) for ending in (".gz", ".bz2", ".xz", ".zst", ".zip")} | {
    ending: f"{ending} files are not written; name a .xlsx or a .csv file" for ending in (".xls", ".ods")
}
_PART = ".part"  # of a file that is not yet whole
_HELD = 1 << 22  # bytes that are held back in memory, more of them on disk


@contextlib.contextmanager
def binary_out(path: str | None, whole: bool = False) -> Iterator[BinaryIO]:
    """Standard output, or a file that takes its name only when all is in it.

    An earlier file of that name stays untouched until then, and for good if the run fails. Where
    standard output is to be `whole`, too, it is held back until the end.
    """
    with _told_of(path):
        yield from _opened(path, whole)


@contextlib.contextmanager
def _told_of(path: str | None) -> Iterator[None]:
    """What the system says of a full disk or a locked folder is told of what was to be written there."""
    try:
        yield
    except OSError as error:
        hidden = str(error.filename).endswith(_PART)
        if hidden or (error.errno in FULL and not error.filename):
            error.filename = STDOUT if path in (None, "-") else path
        raise


def _opened(path: str | None, whole: bool) -> Iterator[BinaryIO]:
    """The file to write to, which takes its name when it is written."""
    if path in (None, "-"):
        with _held() if whole else contextlib.nullcontext(sys.stdout.buffer) as stream:
            yield stream
        sys.stdout.buffer.flush()
        return
    target = need_place(str(path))
    if target.exists() and not target.is_file():
        with target.open("wb") as device:
            yield device
        return
    part = target.with_name(f".{target.name}.{os.getpid()}{_PART}")
    try:
        with part.open("xb") as file:
            yield file
        if target.exists():
            part.chmod(target.stat().st_mode & 0o7777)
        part.replace(target)
    finally:
        part.unlink(missing_ok=True)


def need_place(path: str) -> Path:
    """Where a file of this name is to lie; InputError where none can, or where it is to be what none is."""
    target = Path(path)
    if not target.exists() or target.is_file() or target.is_dir():  # a pipe (/dev/stdout) has no place
        target = Path(os.path.realpath(path))
    if target.is_dir():
        raise InputError(f"{path}: this is a folder; name a file in it")
    if not target.parent.is_dir():
        raise InputError(f"{path}: no folder {str(target.parent)!r}; make it first: mkdir -p {target.parent}")
    if told := _FOREIGN.get(Path(path).suffix.lower()):
        raise InputError(f"{path}: {told}")
    return target


@contextlib.contextmanager
def _held() -> Iterator[BinaryIO]:
    """A file whose bytes go to standard output when all are written, and nowhere if the run fails."""
    with tempfile.SpooledTemporaryFile(_HELD) as held:
        yield held  # type: ignore[misc]
        held.seek(0)
        shutil.copyfileobj(held, sys.stdout.buffer)


@contextlib.contextmanager
def text_out(path: str | None, whole: bool = False) -> Iterator[TextIO]:
    """The same as text in UTF-8; bytes that could not be read go out as they came in."""
    with binary_out(path, whole) as target:
        text = io.TextIOWrapper(target, "utf-8", "surrogateescape", newline="", write_through=False)
        try:
            yield text
            text.flush()
        finally:
            with contextlib.suppress(BrokenPipeError, ValueError):
                text.detach()
