"""The statements that DuckDB runs, as Spark says them; translated when they are run, never kept."""

from typing import TYPE_CHECKING

from queries import statement

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pyspark.sql import DataFrame, SparkSession


def translated(name: str) -> str:
    """Return ``name.sql`` for Spark, parameters as ``:name``.

    Raises:
        sqlglot.errors.UnsupportedError: Spark has no words for something in it.
    """
    import sqlglot

    strictly = sqlglot.ErrorLevel.RAISE
    [found] = sqlglot.transpile(
        statement(name), read="duckdb", write="spark", unsupported_level=strictly, comments=False
    )
    return found


def selected(
    spark: "SparkSession",
    name: str,
    columns: "tuple[str, ...]",
    parameters: "Mapping[str, object] | None" = None,
) -> "DataFrame":
    """Return what the statement gives, which has these columns."""
    found = spark.sql(translated(name), args=dict(parameters or {}))
    if tuple(found.columns) != columns:
        raise AssertionError(f"{name}.sql returns {found.columns}")
    return found
