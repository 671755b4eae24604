"""The Spark door: columns of Readings by mapInArrow, a join on blocks, and coherent clusters.

Every Python worker imports translit once and reads its batches of Arrow records with one cache.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pyarrow as pa
from pyspark.sql import Column, DataFrame
from pyspark.sql.functions import coalesce, col, explode, least
from pyspark.sql.functions import min as smallest
from pyspark.sql.types import (
    ArrayType,
    BooleanType,
    DoubleType,
    LongType,
    StringType,
    StructField,
    StructType,
)

from translit.frames import arrow
from translit.nouns import Kind

__all__ = ["clusters", "explained", "matched"]

_TYPES = {"double": DoubleType(), "string": StringType()}
_CROWD = 400  # a block of more texts than this tells nothing
_ROUNDS = 30

More = Callable[[pa.RecordBatch], list[pa.Array]]


def explained(frame: DataFrame, column: str, kind: Kind | None = None, **how: Any) -> DataFrame:
    """The frame with the fields of each text's Reading as further columns.

    A field whose name the frame has already is prefixed with the column's name.
    """
    names = [field.name for field in arrow.READING]
    fields = [
        StructField(f"{column}_{name}" if name in frame.columns else name, _TYPES[str(field.type)])
        for name, field in zip(names, arrow.READING, strict=True)
    ]

    def read(batch: pa.RecordBatch) -> list[pa.Array]:
        found = arrow.explain(_column(batch, column), kind, **how)
        return [found.field(name) for name in names]

    return _widened(frame, fields, read)


def _column(batch: pa.RecordBatch, name: str) -> pa.Array:
    return batch.column(batch.schema.get_field_index(name))


def _widened(frame: DataFrame, fields: list[StructField], more: More) -> DataFrame:
    """The frame with further columns that are made from each batch of its rows."""
    added = [field.name for field in fields]

    def widen(batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        for batch in batches:
            columns = [*batch.columns, *more(batch)]
            yield pa.RecordBatch.from_arrays(columns, [*batch.schema.names, *added])

    return frame.mapInArrow(widen, StructType([*frame.schema.fields, *fields]))


def matched(
    left: DataFrame,
    right: DataFrame,
    column: str,
    kind: Kind | None = None,
    threshold: float = 0.5,
    **how: Any,
) -> DataFrame:
    """The pairs of two frames whose texts score at least `threshold`, each pair once.

    Both frames need a column `id`. Pairs are found by shared blocks, deduplicated, then compared; the
    answer has the columns left_id, right_id, left, right, score, verdict.
    """
    one, two = (_blocked(frame, column, kind, how) for frame in (left, right))
    return _matched(one, two, None, kind, threshold, how)


def _blocked(frame: DataFrame, column: str, kind: Kind | None, how: dict[str, Any]) -> DataFrame:
    """One row for each block of each text: id, text, thin, block; crowded blocks are left out."""
    fields = [StructField("blocks", ArrayType(LongType())), StructField("thin", BooleanType())]

    def read(batch: pa.RecordBatch) -> list[pa.Array]:
        found = arrow.blocks(_column(batch, "text"), kind, **how)
        return [found.field("blocks"), found.field("thin")]

    plain = frame.select("id", col(column).alias("text")).where("text is not null").dropDuplicates(["id"])
    found = _widened(plain, fields, read).withColumn("block", explode("blocks")).drop("blocks")
    crowds = found.groupBy("block").count().where(col("count") <= _CROWD).drop("count")
    return found.join(crowds, "block")


def _matched(
    left: DataFrame,
    right: DataFrame,
    only: Column | None,
    kind: Kind | None,
    threshold: float,
    how: dict[str, Any],
) -> DataFrame:
    """The pairs of two frames of blocks that `only` lets through and that score high enough."""
    names = ("id", "text", "thin")
    one, two = (
        frame.select("block", *(col(name).alias(f"{side}_{name}") for name in names))
        for side, frame in (("left", left), ("right", right))
    )
    pairs = one.join(two, "block").where("block > 0 or left_thin or right_thin")
    pairs = (pairs if only is None else pairs.where(only)).dropDuplicates(["left_id", "right_id"])
    pairs = pairs.select(
        "left_id", "right_id", col("left_text").alias("left"), col("right_text").alias("right")
    )

    def judge(batch: pa.RecordBatch) -> list[pa.Array]:
        found = arrow.compare(_column(batch, "left"), _column(batch, "right"), kind, **how)
        return [found.field("score"), found.field("verdict")]

    fields = [StructField("score", DoubleType()), StructField("verdict", StringType())]
    return _widened(pairs, fields, judge).where(col("score") >= threshold)


def clusters(
    frame: DataFrame, column: str, kind: Kind | None = None, threshold: float = 0.88, **how: Any
) -> DataFrame:
    """The frame (with a column `id`) and a column `cluster`: the smallest id of the row's group.

    The groups are coherent as those of `Index.clusters` are: strangers are not chained together. To
    keep one row of each: ``clusters(…).dropDuplicates(["cluster"])``.
    """
    blocked = _blocked(frame, column, kind, how).cache()
    once = col("left_id") < col("right_id")
    pairs = _matched(blocked, blocked, once, kind, threshold, how).select("left_id", "right_id")
    reached = _reached(pairs)
    named = frame.select("id", col(column).alias("text")).join(reached, "id")
    schema = StructType([reached.schema["id"], StructField("cluster", reached.schema["id"].dataType)])

    def part(table: pa.Table) -> pa.Table:
        from translit.index import Index

        rows = sorted(zip(table["id"].to_pylist(), table["text"].to_pylist(), strict=True))
        groups = Index((text for _, text in rows), kind, **how).clusters(threshold)
        found = [(rows[at][0], rows[group[0]][0]) for group in groups for at in group]
        columns = [pa.array(cells, table.schema.field("id").type) for cells in zip(*found, strict=True)]
        return pa.Table.from_arrays(columns, ["id", "cluster"])

    found = named.groupBy("reached").applyInArrow(part, schema)
    return frame.join(found, "id", "left").withColumn("cluster", coalesce("cluster", "id"))


def _reached(pairs: DataFrame) -> DataFrame:
    """Every id that is paired, with the smallest id that a chain of pairs leads to."""
    there_and_back = pairs.select(col("left_id").alias("id"), col("right_id").alias("other"))
    both = there_and_back.union(pairs.select("right_id", "left_id")).localCheckpoint()
    labels = both.groupBy("id").agg(least(smallest("other"), col("id")).alias("reached")).localCheckpoint()
    for _ in range(_ROUNDS):
        there = labels.select(col("id").alias("other"), col("reached").alias("there"))
        nearer = both.join(there, "other").groupBy("id").agg(smallest("there").alias("there"))
        wider = labels.join(nearer, "id").select("id", "reached", least("reached", "there").alias("next"))
        wider = wider.localCheckpoint()
        labels = wider.select("id", col("next").alias("reached"))
        if wider.where("next < reached").isEmpty():
            break
    return labels
