"""The DuckDB door: ``register(connection)``, then ``SELECT translit_canonical(name, 'person') …``."""

from __future__ import annotations

from contextlib import suppress
from typing import Any

import duckdb
import pyarrow as pa

from translit.frames import arrow

__all__ = ["register"]


def register(connection: duckdb.DuckDBPyConnection, **how: Any) -> duckdb.DuckDBPyConnection:
    """Give a connection translit_canonical, translit_key, translit_keys, translit_score, translit_romanize.

    The first three take a text and a kind ('person', 'place' or 'auto'), translit_score two texts and
    a kind, translit_romanize a text and a scheme; translit_keys answers with a struct of the keys of
    the name, its given name, patronymic and surname. `how` is passed on to explain. A connection that has
    them already gets them anew.
    """
    text, number = duckdb.sqltype("VARCHAR"), duckdb.sqltype("DOUBLE")
    keyed = duckdb.sqltype("STRUCT(" + ", ".join(f'"{field.name}" VARCHAR' for field in arrow.KEYS) + ")")

    def canonical(texts: Any, kinds: Any) -> pa.Array:
        return _by_last(lambda a, kind: arrow.canonical(a, _kind(kind), **how), pa.string(), texts, kinds)

    def key(texts: Any, kinds: Any) -> pa.Array:
        return _by_last(lambda a, kind: arrow.key(a, _kind(kind), **how), pa.string(), texts, kinds)

    def keys(texts: Any, kinds: Any) -> pa.Array:
        return _by_last(lambda a, kind: arrow.keys(a, _kind(kind), **how), arrow.KEYS, texts, kinds)

    def score(left: Any, right: Any, kinds: Any) -> pa.Array:
        def verb(a: pa.Array, b: pa.Array, kind: str) -> pa.Array:
            return arrow.compare(a, b, _kind(kind), **how).field("score")

        return _by_last(verb, pa.float64(), left, right, kinds)

    def romanize(texts: Any, schemes: Any) -> pa.Array:
        return _by_last(arrow.romanize, pa.string(), texts, schemes)

    functions: list[tuple[str, Any, list[Any], Any]] = [
        ("translit_canonical", canonical, [text, text], text),
        ("translit_key", key, [text, text], text),
        ("translit_keys", keys, [text, text], keyed),
        ("translit_score", score, [text, text, text], number),
        ("translit_romanize", romanize, [text, text], text),
    ]
    for name, verb, takes, gives in functions:
        with suppress(duckdb.InvalidInputException):  # it has none of that name
            connection.remove_function(name)
        connection.create_function(name, verb, takes, gives, type="arrow")
    return connection


def _kind(name: str | None) -> Any:
    return None if name in (None, "auto") else name


def _by_last(verb: Any, answer: pa.DataType, *columns: Any) -> pa.Array:
    """Answer a batch in groups of one last argument: a kind, a scheme."""
    *values, lasts = (column.to_pylist() for column in columns)
    answers: list[Any] = [None] * len(lasts)
    for last in dict.fromkeys(lasts):
        at = [i for i, found in enumerate(lasts) if found == last]
        group = verb(*(pa.array([one[i] for i in at], pa.string()) for one in values), last)
        for i, found in zip(at, group.to_pylist(), strict=True):
            answers[i] = found
    return pa.array(answers, answer)
