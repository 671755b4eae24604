"""From bytes to lines: the encoding found when it is needed, a bounded part in memory."""

from __future__ import annotations

import codecs
import re
import sys
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path
from typing import BinaryIO

from translit.cli.encoding import guess, mark_of, sided
from translit.errors import InputError

__all__ = ["Stream", "broken", "open_input"]

_BLOCK = 1 << 16
_LONGEST = 1 << 24
_LONE = re.compile("[\udc80-\udcff]")
_LINE_END = re.compile("\r*\n|\r")


class Stream:
    """A file or standard input whose beginning has been looked at.

    `head` is that beginning in bytes; `lines()` gives every line of the whole, but for the first `passed`
    ones, which are no rows.
    """

    def __init__(
        self, source: BinaryIO, name: str, size: int, encoding: str | None, say: Callable[[str], None]
    ) -> None:
        self.source = source
        self.name = name
        self.size = size
        self.done = 0
        self.passed = 0
        self._say = say
        self.head = self._fill()
        self.encoding = sided(encoding, self.head, name) if encoding else None

    def _fill(self) -> bytes:
        """Up to a block from the source, fewer only at its end."""
        found = b""
        while len(found) < _BLOCK:
            piece = self.source.read(_BLOCK - len(found))
            if not piece:
                break
            found += piece
        return found

    def sample(self) -> list[str]:
        """The whole lines of the beginning, for looking at."""
        if self.encoding:
            encoding, skip = self.encoding, 0
        else:
            first = guess(self.head, self.name)
            encoding, skip = first.encoding, first.skip
        text = codecs.getincrementaldecoder(encoding)(_handler(encoding)).decode(self.head[skip:])
        found = text.removeprefix("\N{BYTE ORDER MARK}").split(_line_end(text))
        whole = found[:-1] if (len(self.head) == _BLOCK and len(found) > 1) or not found[-1] else found
        return [line.rstrip("\r") for line in whole[self.passed :]]

    def lines(self) -> Iterator[str]:
        """Every line without its line feed; a carriage return before it stays."""
        return islice(self._lines(), self.passed, None)

    def _lines(self) -> Iterator[str]:
        rest, end, pieces = "", "", self._text()
        for text in pieces:
            if not end:
                end = _line_end(text)
            found = (rest + text).split(end)
            rest = found.pop()
            if len(rest) > _LONGEST:
                raise InputError(f"{self.name}: a line is longer than {_LONGEST} letters; this is no table")
            yield from found
        if rest:
            yield rest

    def _text(self) -> Iterator[str]:
        """The text, block by block; the encoding is guessed at the first byte that is not ASCII."""
        block, decoder = self.head, None
        first = True
        while block:
            self.done += len(block)
            if decoder is None and (first or not block.isascii()):
                decoder, skip = self._decoder(block, first)
                block = block[skip:]
            first = False
            text = decoder.decode(block) if decoder else block.decode("ascii")
            if text:
                yield text
            block = self._fill()
        if decoder:
            last = decoder.decode(b"", True)
            if last:
                yield last

    def _decoder(self, block: bytes, first: bool) -> tuple[codecs.IncrementalDecoder | None, int]:
        """The decoder for the rest of the file, None while all is ASCII; and the bytes of mark to skip."""
        if self.encoding:
            mark = mark_of(self.encoding, block) if first else 0
            return codecs.getincrementaldecoder(self.encoding)(_handler(self.encoding)), mark
        found = guess(block, self.name)
        if block.isascii() and found.encoding == "utf-8":
            return None, 0
        if found.note:
            self._say(found.note)
        self.encoding = found.encoding
        return codecs.getincrementaldecoder(found.encoding)(_handler(found.encoding)), found.skip


def _line_end(text: str) -> str:
    """What ends the lines of a text, by its first line: a carriage return alone where an old Mac wrote it."""
    first = _LINE_END.search(text)
    return "\r" if first and first[0] == "\r" else "\n"


def _handler(encoding: str) -> str:
    """Keep broken bytes as they are, where the encoding lets us."""
    return "replace" if encoding.startswith(("utf-16", "utf-32")) else "surrogateescape"


def broken(text: str) -> str:
    """The first byte of a text that its encoding could not read, as "0xE9"; "" where all is well.

    >>> broken("Jos\\udce9"), broken("José")
    ('0xE9', '')
    """
    try:
        text.encode()
    except UnicodeEncodeError:
        found = _LONE.search(text)
        return f"0x{ord(found[0]) - 0xDC00:02X}" if found else "U+FFFD"
    return ""


def open_input(path: str | None) -> tuple[BinaryIO, str, int]:
    """A file or, for None and "-", standard input; with its name and size (0 where unknown)."""
    if path in (None, "-"):
        if sys.stdin is None or sys.stdin.isatty():
            raise InputError("no file given and nothing piped in; try: translit normalize names.csv -c name")
        return sys.stdin.buffer, "standard input", 0
    file = Path(str(path))
    if file.is_dir():
        raise InputError(f"{file}: this is a folder; give one file")
    try:
        return file.open("rb"), str(file), file.stat().st_size
    except FileNotFoundError as error:
        told = f"to read one name: echo {str(file)!r} | translit normalize"
        if file.suffix:
            told = f"looked for in {file.parent.resolve()}"
        raise InputError(f"{file}: no such file; {told}") from error
