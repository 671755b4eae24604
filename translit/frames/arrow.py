"""The verbs over Arrow arrays: an array of texts in, an array of answers out, as long and in the same order.

A null stays null. `kind` and `how` are what `translit.explain` takes (`order`, `within`, `style`, `scheme`,
`tables`), and every verb raises what it raises; `jobs` is how many processes read.

>>> import pyarrow as pa
>>> found = explain(pa.array(["Zabolotny Roman", None]), kind="person")
>>> found.field("canonical").to_pylist()
['Roman Zabolotny', None]
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import lru_cache, partial
from typing import Any

import pyarrow as pa

from translit.canon import explain as explain_one
from translit.comparison import compare as compare_two
from translit.errors import InputError, need_jobs
from translit.index.blocks import filing
from translit.index.record import from_line, to_line
from translit.index.workers import in_parts
from translit.nouns import Comparison, Kind, Reading
from translit.romanization import romanize as romanize_one
from translit.tables import built_in

__all__ = [
    "BLOCKS",
    "COMPARISON",
    "KEYS",
    "READING",
    "blocks",
    "canonical",
    "compare",
    "explain",
    "key",
    "keys",
]
__all__ += ["romanize"]

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
KEYS = pa.struct([(name, pa.string()) for name in ("key", "given_key", "patronymic_key", "surname_key")])
BLOCKS = pa.struct([("blocks", pa.list_(pa.int64())), ("thin", pa.bool_())])
_ROLES = {"ism": "given", "nasab": "patronymic", "family": "surname", "nisba": "surname"}
_CACHED = 1 << 16
_PART = 2000  # texts that a process reads at a time


def _texts(array: pa.Array | pa.ChunkedArray) -> list[str | None]:
    """The values of a text array, one by one."""
    if not isinstance(array, pa.Array | pa.ChunkedArray):
        raise InputError(f"texts: {type(array).__name__} is no Arrow array; pass pyarrow.array(texts)")
    found: list[str | None] = array.to_pylist()
    return found


def _record(reading: Reading) -> dict[str, Any]:
    """A Reading as the fields of the READING struct."""
    record = {field.name: getattr(reading, field.name, None) for field in READING}
    record["id"] = reading.row.id if reading.row else None
    return record


@lru_cache(maxsize=16)
def _reader(kind: Kind | None, how: tuple[tuple[str, Any], ...]) -> Callable[[str], Reading]:
    """explain() for one set of arguments; while its cache holds a text no batch reads it again."""
    return lru_cache(_CACHED)(partial(explain_one, kind=kind, **dict(how)))


def _readings(
    texts: pa.Array | pa.ChunkedArray, kind: Kind | None, how: dict[str, Any]
) -> Iterator[Reading | None]:
    """The Reading of each text, None for a null; as many processes read as `jobs` asks for."""
    need_jobs(jobs := how.pop("jobs", 1))
    read, values = _reader(kind, tuple(sorted(how.items()))), _texts(texts)
    if jobs < 2:
        return (None if text is None else read(text) for text in values)
    tables = how.get("tables") or built_in()
    found: dict[str, bytes] = {}
    asked = list({text for text in values if text is not None})
    parts = [asked[at : at + _PART] for at in range(0, len(asked), _PART)]
    for part, lines in zip(parts, in_parts(partial(_lines, read=read), parts, jobs), strict=True):
        found.update(zip(part, lines, strict=True))
    return (None if text is None else from_line(found[text], tables) for text in values)


def _lines(texts: list[str], read: Callable[[str], Reading]) -> list[bytes]:
    return [to_line(read(text)) for text in texts]


def explain(texts: pa.Array, kind: Kind | None = None, **how: Any) -> pa.StructArray:
    """The Reading of each text, as an array of READING structs; `id` is that of its row of the tables.

    >>> explain(pa.array(["Peskov Dmitriy"]), "person").field("surname").to_pylist()
    ['Peskov']
    """
    return _structs(
        [_record(reading) if reading else None for reading in _readings(texts, kind, how)], READING
    )


def _structs(records: list[dict[str, Any] | None], kind: pa.StructType) -> pa.StructArray:
    """Records as a struct array; a null record has null fields too."""
    none = dict.fromkeys(field.name for field in kind)
    columns = [pa.array([(record or none)[field.name] for record in records], field.type) for field in kind]
    mask = pa.array([record is None for record in records], pa.bool_())
    return pa.StructArray.from_arrays(columns, fields=list(kind), mask=mask)


def canonical(texts: pa.Array, kind: Kind | None = None, **how: Any) -> pa.Array:
    """The canonical form of each text.

    >>> canonical(pa.array(["Дейр-эз-Зор", None]), "place").to_pylist()
    ['Deir ez-Zor', None]
    """
    return pa.array([reading and reading.canonical for reading in _readings(texts, kind, how)], pa.string())


def key(texts: pa.Array, kind: Kind | None = None, **how: Any) -> pa.Array:
    """The key of each text, for blocking: spellings of one name mostly share it, other names may.

    >>> len(set(key(pa.array(["Dmitry Peskov", "Песков Дмитрий"]), "person").to_pylist()))
    1
    """
    return pa.array([reading and reading.key for reading in _readings(texts, kind, how)], pa.string())


def keys(texts: pa.Array, kind: Kind | None = None, **how: Any) -> pa.StructArray:
    """The keys of each text, of its given name, patronymic and surname, as an array of KEYS structs.

    Ready for blocking rules: two spellings of one name share the surname's key, or, where a typing
    error is in that, the given name's.

    >>> found = keys(pa.array(["Dmitry Peskov", "Dmitriy Sergeyevich Peskow"]), "person")
    >>> len(set(found.field("surname_key").to_pylist()))
    1
    """
    return _structs([_keys(reading) if reading else None for reading in _readings(texts, kind, how)], KEYS)


def _keys(reading: Reading) -> dict[str, str | None]:
    found: dict[str, str | None] = {field.name: None for field in KEYS}
    found["key"] = reading.key
    for part in reading.parts:
        name = f"{_ROLES.get(part.role or '', part.role)}_key"
        if name in found and found[name] is None:
            found[name] = part.key or None
    return found


def blocks(texts: pa.Array, kind: Kind | None = None, **how: Any) -> pa.StructArray:
    """The blocks of each text, as an array of BLOCKS structs: spellings of one name share at least one.

    A negative block is of a single part: it tells only where one of the two texts is `thin`, a single
    word or a name with an initial.
    """
    tables = how.get("tables")
    filed = [filing(one, tables=tables) if one else None for one in _readings(texts, kind, how)]
    return _structs(
        [
            {"blocks": [*one.pairs, *(-block for block in one.alone)], "thin": one.thin} if one else None
            for one in filed
        ],
        BLOCKS,
    )


def compare(left: pa.Array, right: pa.Array, kind: Kind | None = None, **how: Any) -> pa.StructArray:
    """The score and verdict of each pair of texts, as an array of COMPARISON structs; null beside a null.

    >>> left, right = pa.array(["Zabolotny Roman"]), pa.array(["Роман Заболотный"])
    >>> compare(left, right, "person").field("same").to_pylist()
    [True]
    """
    if len(left) != len(right):
        raise InputError(f"{len(left)} texts beside {len(right)}; pass as many on the right as on the left")
    sides = [_readings(texts, kind, dict(how)) for texts in (left, right)]
    how.pop("jobs", None)

    def pair(a: Reading | None, b: Reading | None) -> dict[str, Any] | None:
        if a is None or b is None:
            return None
        found: Comparison = compare_two(a, b, kind, tables=how.get("tables"))
        if kind is None and a.kind != b.kind:
            found = compare_two(a.text, b.text, **how)  # each may be what the other is
        return {"score": found.score, "verdict": found.verdict, "same": found.same}

    return _structs([pair(a, b) for a, b in zip(*sides, strict=True)], COMPARISON)


def romanize(texts: pa.Array, scheme: str) -> pa.Array:
    """Each text written by a scheme, as `translit.romanize` does it.

    >>> romanize(pa.array(["Юрий Щукин"]), "icao-9303-ru").to_pylist()
    ['Iurii Shchukin']
    """
    return pa.array(
        [None if text is None else romanize_one(text, scheme) for text in _texts(texts)], pa.string()
    )
