"""The pandas door: ``series.translit.canonical(kind="person")``.

Importing this module registers the accessor.
"""

from __future__ import annotations

from typing import Any

import pandas as pd
import pyarrow as pa

from translit.errors import InputError
from translit.frames import arrow
from translit.nouns import Kind

__all__ = ["TranslitAccessor"]


@pd.api.extensions.register_series_accessor("translit")
class TranslitAccessor:
    """The verbs on a Series of texts."""

    def __init__(self, series: pd.Series) -> None:
        self._series = series

    def _texts(self) -> pa.Array:
        return _texts_of(self._series)

    def _series_of(self, found: pa.Array) -> pd.Series:
        return pd.Series(found.to_pylist(), index=self._series.index, name=self._series.name, dtype=object)

    def canonical(self, kind: Kind | None = None, **how: Any) -> pd.Series:
        """The canonical form of each text."""
        return self._series_of(arrow.canonical(self._texts(), kind, **how))

    def key(self, kind: Kind | None = None, **how: Any) -> pd.Series:
        """The key of each text."""
        return self._series_of(arrow.key(self._texts(), kind, **how))

    def keys(self, kind: Kind | None = None, **how: Any) -> pd.DataFrame:
        """A frame of the keys to block on: of the name, its given name, patronymic and surname."""
        found = arrow.keys(self._texts(), kind, **how)
        columns = {field.name: found.field(field.name).to_pylist() for field in arrow.KEYS}
        return pd.DataFrame(columns, index=self._series.index)

    def romanize(self, scheme: str) -> pd.Series:
        """Each text written by a scheme."""
        return self._series_of(arrow.romanize(self._texts(), scheme))

    def explain(self, kind: Kind | None = None, **how: Any) -> pd.DataFrame:
        """A frame with one column for each field of the Reading, on the index of the Series."""
        found = arrow.explain(self._texts(), kind, **how)
        columns = {field.name: found.field(field.name).to_pylist() for field in arrow.READING}
        return pd.DataFrame(columns, index=self._series.index)

    def compare(self, other: pd.Series, kind: Kind | None = None, **how: Any) -> pd.DataFrame:
        """Score and verdict of each text with its counterpart in another Series, the indexes unread."""
        found = arrow.compare(self._texts(), _texts_of(other), kind, **how)
        columns = {field.name: found.field(field.name).to_pylist() for field in arrow.COMPARISON}
        return pd.DataFrame(columns, index=self._series.index)


def _texts_of(series: pd.Series) -> pa.Array:
    """A Series as an array of texts; InputError where it holds anything else."""
    try:
        return pa.Array.from_pandas(series, type=pa.string())
    except (pa.ArrowInvalid, pa.ArrowTypeError) as error:
        raise InputError(f"series {series.name!r}: {error}; pass texts: series.astype(str)") from error
    except UnicodeEncodeError as error:
        raise InputError(
            f"series {series.name!r}: {error.object!r} holds bytes that were not read; read its file in the "
            "encoding it is in"
        ) from error
