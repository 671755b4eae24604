"""The Spark door: columns of Readings by mapInArrow, and a join on blocking keys.

Every Python worker imports translit once and reads its batches of Arrow records with one cache.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pyarrow as pa
from pyspark.sql import DataFrame, functions
from pyspark.sql.types import ArrayType, DoubleType, StringType, StructField, StructType

from translit.frames import arrow
from translit.nouns import Kind

__all__ = ["clusters", "explained", "matched"]

_TYPES = {"double": DoubleType(), "string": StringType()}


def explained(frame: DataFrame, column: str, kind: Kind | None = None, **how: Any) -> DataFrame:
    """The frame with the fields of each text's Reading, and its `blocks`, as further columns.

    A field whose name the frame has already is prefixed with the column's name.
    """
    names = {
        field.name: f"{column}_{field.name}" if field.name in frame.columns else field.name
        for field in arrow.READING
    }
    fields = [StructField(names[field.name], _TYPES[str(field.type)]) for field in arrow.READING]
    schema = StructType([*frame.schema.fields, *fields, StructField("blocks", ArrayType(StringType()))])

    def read(batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        for batch in batches:
            texts = batch.column(batch.schema.get_field_index(column))
            found = arrow.explain(texts, kind, **how)
            columns = [*batch.columns, *(found.field(name) for name in names)]
            columns.append(arrow.blocks(texts, kind, **how))
            yield pa.RecordBatch.from_arrays(columns, [*batch.schema.names, *names.values(), "blocks"])

    return frame.mapInArrow(read, schema)


def matched(
    left: DataFrame, right: DataFrame, column: str, kind: Kind | None = None, threshold: float = 0.5
) -> DataFrame:
    """The pairs of two frames whose texts score at least `threshold`, each pair once.

    Both frames need a column `id`. Pairs are found by shared blocking keys, deduplicated, then
    compared; the answer has the columns left_id, right_id, left, right, score, verdict.
    """
    sides = []
    for name, frame in (("left", left), ("right", right)):
        read = explained(frame.select("id", column).dropDuplicates(["id"]), column, kind)
        sides.append(
            read.select(
                functions.col("id").alias(f"{name}_id"),
                functions.col(column).alias(name),
                functions.explode("blocks").alias("block"),
            )
        )
    pairs = sides[0].join(sides[1], "block").drop("block").dropDuplicates(["left_id", "right_id"])
    schema = StructType(
        [*pairs.schema.fields, StructField("score", DoubleType()), StructField("verdict", StringType())]
    )

    def judge(batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        for batch in batches:
            at = batch.schema.get_field_index
            found = arrow.compare(batch.column(at("left")), batch.column(at("right")), kind)
            columns = [*batch.columns, found.field("score"), found.field("verdict")]
            yield pa.RecordBatch.from_arrays(columns, [*batch.schema.names, "score", "verdict"])

    return pairs.mapInArrow(judge, schema).where(functions.col("score") >= threshold)


def clusters(frame: DataFrame, column: str, kind: Kind | None = None, threshold: float = 0.9) -> DataFrame:
    """The frame (with a column `id`) and a column `cluster`: the smallest id among a row's spellings of one name.

    Only pairs that score at least `threshold` join; each row takes the smallest id it is paired with,
    so that strangers are not chained together.
    """
    pairs = matched(frame, frame, column, kind, threshold)
    smallest = pairs.groupBy(functions.col("left_id").alias("id")).agg(
        functions.min("right_id").alias("cluster")
    )
    return frame.join(smallest, "id", "left").withColumn(
        "cluster", functions.least(functions.coalesce("cluster", "id"), functions.col("id"))
    )
