"""A sketch as a line of bytes, and back.

    length of the origin | origin | number of looks
    of each look: whether a row knows it and it is a family | number of faces | faces, 4 bytes each
                  length of the key | key | number of spellings | of each: length | spelling

Numbers have one byte where nothing else is said; texts are UTF-8 of at most 63 letters.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from struct import pack, unpack_from
from typing import Any

from translit.canon.surface import read_in
from translit.index.faces import Faces
from translit.index.sketch import LOOKS, Look, Sketch, look
from translit.nouns import Reading

__all__ = ["packed", "unpacked"]

_KNOWN, _FAMILY = 1, 2
_FACES = 255


def packed(reading: Reading, parts: Sequence[tuple[Reading, Faces]]) -> bytes:
    """The sketch of a name as a line; `parts` are those that tell.

    >>> from translit.canon import explain
    >>> from translit.index.faces import telling
    >>> from translit.index.sketch import sketch
    >>> roman = explain("Zabolotny Roman", "person")
    >>> unpacked(packed(roman, telling(roman))) == sketch(roman)
    True
    """
    looks = [
        _look(faces, part.key, read_in(part), part.canonical, part.native, part.row is not None, part.role)
        for part, faces in parts[:LOOKS]
    ]
    return b"".join((_text(reading.origin or ""), bytes((len(looks),)), *looks))


@lru_cache(maxsize=1 << 15)
def _look(faces: Faces, *told: Any) -> bytes:
    """The look of a part as a line."""
    one = look(faces, *told)
    known = (_KNOWN if one.known else 0) | (_FAMILY if one.family else 0)
    numbers = one.faces[:_FACES]
    head = pack(f"<BB{len(numbers)}I", known, len(numbers), *numbers)
    return b"".join((head, _text(one.key), bytes((len(one.spelt),)), *map(_text, one.spelt)))


def _text(text: str) -> bytes:
    found = text.encode("utf-8", "surrogatepass")
    return bytes((len(found),)) + found


def unpacked(line: bytes) -> Sketch:
    """The sketch of a line."""
    origin, at = _text_at(line, 0)
    looks: list[Look] = []
    for _ in range(line[at]):
        look, at = _look_at(line, at if looks else at + 1)
        looks.append(look)
    return Sketch(origin, tuple(looks))


def _look_at(line: bytes, at: int) -> tuple[Look, int]:
    """The look that begins at a place, and where it ends."""
    told, size = line[at], line[at + 1]
    faces = unpack_from(f"<{size}I", line, at + 2)
    key, at = _text_at(line, at + 2 + 4 * size)
    spelt, count = [], line[at]
    at += 1
    for _ in range(count):
        text, at = _text_at(line, at)
        spelt.append(text)
    return Look(faces, key, tuple(spelt), bool(told & _KNOWN), bool(told & _FAMILY)), at


def _text_at(line: bytes, at: int) -> tuple[str, int]:
    """The text that begins at a place, and where it ends."""
    end = at + 1 + line[at]
    return line[at + 1 : end].decode("utf-8", "surrogatepass"), end
