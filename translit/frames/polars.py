"""The Polars door: ``pl.col("name").translit.canonical(kind="person")``.

Importing this module registers the expression namespace.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import polars as pl

from translit.frames import arrow
from translit.nouns import Kind

__all__ = ["TranslitExpression"]

_TYPES = {"double": pl.Float64(), "string": pl.String(), "bool": pl.Boolean()}
_READING = pl.Struct({field.name: _TYPES[str(field.type)] for field in arrow.READING})
_KEYS = pl.Struct({field.name: _TYPES[str(field.type)] for field in arrow.KEYS})
_COMPARISON = pl.Struct({field.name: _TYPES[str(field.type)] for field in arrow.COMPARISON})


@pl.api.register_expr_namespace("translit")
class TranslitExpression:
    """The verbs on an expression of texts."""

    def __init__(self, expression: pl.Expr) -> None:
        self._expression = expression

    def canonical(self, kind: Kind | None = None, **how: Any) -> pl.Expr:
        """The canonical form of each text."""
        return self._expression.map_batches(
            lambda texts: pl.Series(texts.name, arrow.canonical(texts.to_arrow(), kind, **how)),
            return_dtype=pl.String(),
        )

    def key(self, kind: Kind | None = None, **how: Any) -> pl.Expr:
        """The key of each text."""
        return self._expression.map_batches(
            lambda texts: pl.Series(texts.name, arrow.key(texts.to_arrow(), kind, **how)),
            return_dtype=pl.String(),
        )

    def keys(self, kind: Kind | None = None, **how: Any) -> pl.Expr:
        """The keys to block on, as a struct: of the name, its given name, patronymic and surname."""
        return self._expression.map_batches(
            lambda texts: pl.Series(texts.name, arrow.keys(texts.to_arrow(), kind, **how)),
            return_dtype=_KEYS,
        )

    def romanize(self, scheme: str) -> pl.Expr:
        """Each text written by a scheme."""
        return self._expression.map_batches(
            lambda texts: pl.Series(texts.name, arrow.romanize(texts.to_arrow(), scheme)),
            return_dtype=pl.String(),
        )

    def explain(self, kind: Kind | None = None, **how: Any) -> pl.Expr:
        """The Reading of each text, as a struct."""
        return self._expression.map_batches(
            lambda texts: pl.Series(texts.name, arrow.explain(texts.to_arrow(), kind, **how)),
            return_dtype=_READING,
        )

    def compare(self, other: pl.Expr, kind: Kind | None = None, **how: Any) -> pl.Expr:
        """Score and verdict of each text with its counterpart, or with one for all, as a struct."""

        def compared(pair: Sequence[pl.Series]) -> pl.Series:
            left, right = _as_long(*pair), _as_long(*reversed(pair))
            return pl.Series(left.name, arrow.compare(left.to_arrow(), right.to_arrow(), kind, **how))

        return pl.map_batches([self._expression, other], compared, return_dtype=_COMPARISON)


def _as_long(texts: pl.Series, others: pl.Series) -> pl.Series:
    """Texts as many as the others, where they are one: a literal."""
    return texts.new_from_index(0, len(others)) if len(texts) == 1 else texts
