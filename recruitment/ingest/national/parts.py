"""Candidates in parts that fit into memory, so that nothing about a person goes to disk."""

from math import ceil
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import duckdb

# What DuckDB takes to put the rows of one candidate together; the rest of its memory reads rows.
# Measured with benchmarks/candidates_at_scale.py.
BYTES, SHARE = 115, 0.75
# Each part reads the source again. Beyond so many it is faster to write what does not fit to disk.
MOST_PARTS = 16


def parts_of(con: "duckdb.DuckDBPyConnection", candidates: int) -> int:
    """Return in how many parts so many candidates fit into the memory of a connection.

    >>> import duckdb
    >>> con = duckdb.connect(config={"memory_limit": "1GB"})
    >>> [parts_of(con, 10**number) for number in (5, 7, 8, 10)]
    [1, 2, 16, 16]
    """
    [[limit]] = con.execute(
        "SELECT parse_formatted_bytes(current_setting('memory_limit'))"
    ).fetchall()
    return max(1, min(MOST_PARTS, ceil(candidates * BYTES / (SHARE * int(limit)))))


def in_part(candidate: Any, part: int, parts: int) -> Any:
    """Return which candidates are in a part, by the column of their keys."""
    import duckdb

    number = duckdb.FunctionExpression("hash", candidate) % duckdb.ConstantExpression(parts)
    return number == duckdb.ConstantExpression(part)
