"""What a session of Spark can do that depends on where its driver is."""

import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import polars as pl
    from pyspark.sql import DataFrame, SparkSession


def functions_of(spark: "SparkSession") -> Any:
    """Return the functions on columns: those with a server are not those with a driver here."""
    if type(spark).__module__.startswith("pyspark.sql.connect"):
        from pyspark.sql.connect import functions

        return functions
    from pyspark.sql import functions as own

    return own


def handed_over(spark: "SparkSession", frame: "pl.DataFrame") -> "DataFrame":
    """Return a small frame of ours for every worker to look up texts in; it holds nobody.

    It goes as one text: Spark's own way opens a socket for each frame and leaves it open.
    """
    import polars as pl
    from pyspark.sql.types import ArrayType, LongType, StringType, StructField, StructType

    functions = functions_of(spark)
    fields = [
        StructField(name, StringType() if kind == pl.String else LongType())
        for name, kind in frame.schema.items()
    ]
    rows = ArrayType(StructType(fields))
    said = functions.lit(json.dumps(frame.to_dicts()))
    found = spark.range(1).select(
        functions.inline(functions.from_json(said, rows, {"mode": "FAILFAST"}))
    )
    return functions.broadcast(found)  # type: ignore[no-any-return]


def handed_back(found: "DataFrame") -> "pl.DataFrame":
    """Return what Spark has counted."""
    import polars as pl

    from queries import ArrowStream

    return pl.DataFrame(ArrowStream(found.toArrow()))
