"""The ways of counting that are measured, by the name that ``--only`` takes."""

from dataclasses import dataclass
from typing import Literal

BARE = "grouping-sets"


@dataclass(frozen=True, slots=True)
class Way:
    """One way of counting.

    Attributes:
        label: What it is called in the table.
        module: Where its function is.
        function: The function, which takes the file and how much memory it may use.
        answers: Whether it gives counts that all must agree on.
        most: The largest number of rows that it is asked to count.
        others: Whether it needs what recruit does not.
    """

    label: str
    module: Literal["our_ways", "duckdb_ways", "other_ways"]
    function: str
    answers: bool = True
    most: int = 10**12
    others: bool = False


WAYS = {
    "counting": Way("recruit, counting rows", "our_ways", "counting"),
    "ours": Way("recruit, counting rows and looking at each candidate", "our_ways", "ours"),
    "import": Way("recruit import, the whole command", "our_ways", "command", answers=False),
    BARE: Way("DuckDB, GROUPING SETS (the bare query)", "duckdb_ways", "grouping_sets"),
    "packed": Way("DuckDB, few categories in one set", "duckdb_ways", "packed"),
    "combinations": Way("DuckDB, all combinations, split by Polars", "duckdb_ways", "combinations"),
    "scan": Way("floor: reading the columns", "duckdb_ways", "scan", answers=False),
    "hash": Way("floor: hashing the columns", "duckdb_ways", "hashed", answers=False),
    "duplicates": Way("looking for duplicates alone", "duckdb_ways", "duplicates", answers=False),
    "polars": Way("Polars, streaming", "other_ways", "polars"),
    "pandas": Way("pandas", "other_ways", "pandas", most=10_000_000, others=True),
    "spark": Way("Spark, on this machine", "other_ways", "spark", others=True),
    "aequitas": Way(
        "aequitas, Group", "other_ways", "aequitas", answers=False, most=1_000_000, others=True
    ),
    "fairlearn": Way(
        "fairlearn, MetricFrame",
        "other_ways",
        "fairlearn",
        answers=False,
        most=100_000,
        others=True,
    ),
}
