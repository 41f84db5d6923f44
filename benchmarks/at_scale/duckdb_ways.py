"""Ways of counting candidates with DuckDB alone, or DuckDB and then Polars: the bare queries."""

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import duckdb
    import polars as pl

STAGE = ("Stage", "Outcome")
ANSWERS = ("Ethnic group", "Sex", "Sexual orientation", "Disability", "Age band")
FEW_CATEGORIES = ANSWERS[1:]
# The set of `grouping_sets.sql` that is by sex: the bits of the other four characteristics.
BY_SEX = 0b10111
Counted = tuple[int, int]


def grouping_sets(path: Path, memory: str) -> Counted:
    """Count by each characteristic in one query."""
    return applications(_frame("grouping_sets", path, memory).filter(characteristic=BY_SEX))


def packed(path: Path, memory: str) -> Counted:
    """Count by ethnic group, and by all other answers together; Polars splits these."""
    rows = _frame("packed", path, memory)
    ethnicity, others = (rows.filter(together=each) for each in (1, 0))
    parts = split(others, FEW_CATEGORIES)
    assert parts["Sex"]["candidates"].sum() == ethnicity["candidates"].sum()
    return applications(parts["Sex"])


def combinations(path: Path, memory: str) -> Counted:
    """Count every combination of answers; Polars splits them."""
    return applications(split(_frame("combinations", path, memory), ANSWERS)["Sex"])


def scan(path: Path, memory: str) -> None:
    """Read the columns, and count nothing."""
    _relation("scan", path, memory).fetchall()


def hashed(path: Path, memory: str) -> None:
    """Read the columns and hash them, and count nothing."""
    _relation("hash", path, memory).fetchall()


def duplicates(path: Path, memory: str) -> None:
    """Look for candidates who are at a stage twice."""
    assert _relation("duplicates", path, memory).fetchall() == [(0,)]


def split(rows: "pl.DataFrame", answers: tuple[str, ...]) -> "dict[str, pl.DataFrame]":
    """Add up combinations of answers to counts by each characteristic."""
    import polars as pl

    return {
        answer: rows.group_by(*STAGE, answer).agg(pl.col("candidates").sum()) for answer in answers
    }


def applications(by_sex: "pl.DataFrame") -> Counted:
    """Return how many applied, and how many women passed: what all ways must agree on."""
    import polars as pl

    first = by_sex.filter(pl.col("Stage") == "Application")
    women = first.filter(Sex="Female", Outcome="Successful")
    return int(first["candidates"].sum()), int(women["candidates"].sum())


def connected(path: Path, memory: str) -> "duckdb.DuckDBPyConnection":
    """Return a connection with the view ``candidates`` of the file; it spills beside the file."""
    import duckdb

    config = {"memory_limit": memory, "temp_directory": str(path.with_suffix(".spilled"))}
    con = duckdb.connect(config={**config, "preserve_insertion_order": False})
    con.read_parquet(str(path)).create_view("candidates")
    return con


def _relation(name: str, path: Path, memory: str) -> "duckdb.DuckDBPyRelation":
    return connected(path, memory).sql(statement(name))


def _frame(name: str, path: Path, memory: str) -> "pl.DataFrame":
    import polars as pl

    return pl.DataFrame(_relation(name, path, memory))


def statement(name: str) -> str:
    """Return the text of ``name.sql``."""
    return Path(__file__).with_name(f"{name}.sql").read_text(encoding="utf-8")
