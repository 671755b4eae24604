"""The verbs over Arrow arrays: an array of texts in, a struct array of answers out.

>>> import pyarrow as pa
>>> found = explain(pa.array(["Zabolotny Roman", None]), kind="person")
>>> found.field("canonical").to_pylist()
['Roman Zabolotny', None]
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import Any

import pyarrow as pa

from translit.canon import explain as explain_one
from translit.comparison import compare as compare_two
from translit.nouns import Comparison, Kind, Reading
from translit.romanization import romanize as romanize_one

__all__ = ["COMPARISON", "READING", "blocks", "canonical", "compare", "explain", "key", "romanize"]

READING = pa.struct(
    [
        ("canonical", pa.string()),
        ("native", pa.string()),
        ("kind", pa.string()),
        ("origin", pa.string()),
        ("key", pa.string()),
        ("confidence", pa.float64()),
        ("status", pa.string()),
        ("given", pa.string()),
        ("patronymic", pa.string()),
        ("surname", pa.string()),
        ("gender", pa.string()),
        ("id", pa.string()),
    ]
)
COMPARISON = pa.struct([("score", pa.float64()), ("verdict", pa.string()), ("same", pa.bool_())])
_CACHED = 1 << 16


def _texts(array: pa.Array | pa.ChunkedArray) -> Iterable[str | None]:
    """The values of a text array, one by one."""
    found: list[str | None] = array.to_pylist()
    return found


def _record(reading: Reading) -> dict[str, Any]:
    """A Reading as the fields of the READING struct."""
    record = {field.name: getattr(reading, field.name, None) for field in READING}
    record["id"] = reading.row.id if reading.row else None
    return record


class _Reader:
    """explain() for one set of arguments, each distinct text read once while the cache holds it."""

    def __init__(self, kind: Kind | None, how: dict[str, Any]) -> None:
        self.read = lru_cache(_CACHED)(lambda text: explain_one(text, kind, **how))


def explain(texts: pa.Array, kind: Kind | None = None, **how: Any) -> pa.StructArray:
    """The Reading of each text, as an array of READING structs; a null stays null."""
    read = _Reader(kind, how).read
    return _structs([None if text is None else _record(read(text)) for text in _texts(texts)], READING)


def _structs(records: list[dict[str, Any] | None], kind: pa.StructType) -> pa.StructArray:
    """Records as a struct array; a null record has null fields too."""
    none = dict.fromkeys(field.name for field in kind)
    columns = [
        pa.array([(record or none)[field.name] for record in records], field.type) for field in kind
    ]
    mask = pa.array([record is None for record in records], pa.bool_())
    return pa.StructArray.from_arrays(columns, fields=list(kind), mask=mask)


def canonical(texts: pa.Array, kind: Kind | None = None, **how: Any) -> pa.Array:
    """The canonical form of each text."""
    read = _Reader(kind, how).read
    return pa.array([None if text is None else read(text).canonical for text in _texts(texts)], pa.string())


def key(texts: pa.Array, kind: Kind | None = None, **how: Any) -> pa.Array:
    """The key of each text: equal keys are one name with high certainty."""
    read = _Reader(kind, how).read
    return pa.array([None if text is None else read(text).key for text in _texts(texts)], pa.string())


def blocks(texts: pa.Array, kind: Kind | None = None, **how: Any) -> pa.ListArray:
    """The blocking keys of each text, one for each telling part: names that may be one share at least one."""
    read = _Reader(kind, how).read
    return pa.array(
        [None if text is None else part_keys(read(text)) for text in _texts(texts)], pa.list_(pa.string())
    )


def part_keys(reading: Reading) -> list[str]:
    """The keys of a reading's telling parts, sorted."""
    return sorted({part.key for part in reading.parts if part.key and part.role != "title"} or {reading.key})


def compare(left: pa.Array, right: pa.Array, kind: Kind | None = None, **how: Any) -> pa.StructArray:
    """The score and verdict of each pair of texts, as an array of COMPARISON structs."""
    read = _Reader(kind, how).read

    def pair(a: str | None, b: str | None) -> dict[str, Any] | None:
        if a is None or b is None:
            return None
        found: Comparison = compare_two(read(a), read(b), kind)
        return {"score": found.score, "verdict": found.verdict, "same": found.same}

    return _structs([pair(a, b) for a, b in zip(_texts(left), _texts(right), strict=True)], COMPARISON)


def romanize(texts: pa.Array, scheme: str) -> pa.Array:
    """Each text written by a scheme."""
    return pa.array(
        [None if text is None else romanize_one(text, scheme) for text in _texts(texts)], pa.string()
    )
