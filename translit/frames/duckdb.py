"""The DuckDB door: ``register(connection)``, then ``SELECT translit_canonical(name, 'person') …``."""

from __future__ import annotations

from typing import Any

import duckdb
import pyarrow as pa

from translit.frames import arrow

__all__ = ["register"]


def register(connection: duckdb.DuckDBPyConnection, **how: Any) -> duckdb.DuckDBPyConnection:
    """Give a connection the functions translit_canonical, translit_key, translit_score, translit_romanize.

    The first two take a text and a kind ('person', 'place' or 'auto'), translit_score two texts and
    a kind, translit_romanize a text and a scheme.
    """
    text = duckdb.sqltype('VARCHAR')

    def by_second(verb: Any, texts: Any, seconds: Any) -> pa.Array:
        """Answer batch by batch, grouped by the second argument."""
        values, others = texts.to_pylist(), seconds.to_pylist()
        answers: list[Any] = [None] * len(values)
        for other in set(others):
            at = [i for i, found in enumerate(others) if found == other]
            group = verb(pa.array([values[i] for i in at], pa.string()), other).to_pylist()
            for i, answer in zip(at, group, strict=True):
                answers[i] = answer
        return pa.array(answers)

    def kind_of(name: str | None) -> Any:
        return None if name in (None, "auto") else name

    def canonical(texts: Any, kinds: Any) -> pa.Array:
        return by_second(lambda a, kind: arrow.canonical(a, kind_of(kind), **how), texts, kinds)

    def key(texts: Any, kinds: Any) -> pa.Array:
        return by_second(lambda a, kind: arrow.key(a, kind_of(kind), **how), texts, kinds)

    def romanize(texts: Any, schemes: Any) -> pa.Array:
        return by_second(arrow.romanize, texts, schemes)

    def score(left: Any, right: Any, kinds: Any) -> pa.Array:
        kind = kind_of(kinds.to_pylist()[0]) if len(kinds) else None
        found = arrow.compare(left.combine_chunks(), right.combine_chunks(), kind, **how)
        return found.field("score")

    connection.create_function("translit_canonical", canonical, [text, text], text, type="arrow")
    connection.create_function("translit_key", key, [text, text], text, type="arrow")
    connection.create_function("translit_romanize", romanize, [text, text], text, type="arrow")
    connection.create_function(
        "translit_score", score, [text, text, text], duckdb.sqltype('DOUBLE'), type="arrow"
    )
    return connection
