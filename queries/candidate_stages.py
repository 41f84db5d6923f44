"""Counting candidates at the stages of many campaigns: two statements, for more than one engine.

They read a view that whoever runs them has made, so that no name of a column ever is in SQL.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from queries import _select

if TYPE_CHECKING:
    import duckdb
    import polars as pl

COUNTS, HISTORIES = "candidate_stage_counts", "candidate_stage_histories"
COUNTED, MARKED = "counted_columns", "marked_entries"
HISTORY = ("campaign", "marks", "again", "changing", "plain", "candidates", "entries")


def candidate_stage_counts(
    con: "duckdb.DuckDBPyConnection", columns: Sequence[str]
) -> "pl.DataFrame":
    """Return in how many rows of ``counted_columns`` each combination of texts stands."""
    return _select(con, COUNTS, " ".join((*columns, "candidates")))


def candidate_stage_histories(
    con: "duckdb.DuckDBPyConnection", *, characteristics: int
) -> "pl.DataFrame":
    """Return how many candidates of ``marked_entries`` have each history."""
    return _select(con, HISTORIES, " ".join(HISTORY), {"characteristics": characteristics})


def source_tables(con: "duckdb.DuckDBPyConnection") -> "pl.DataFrame":
    """Return the tables of the file that is attached as ``source``."""
    return _select(con, "source_tables", "schema_name table_name")
