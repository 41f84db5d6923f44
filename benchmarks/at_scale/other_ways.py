"""Ways of counting candidates with other libraries, as their users would.

Polars, pandas and Spark give the counts of the bare query. MetricFrame of fairlearn and Group of
aequitas work out rates rather than counts, of those who passed or failed, and for less than that
they cannot be asked.
"""

import os
from pathlib import Path
from typing import TYPE_CHECKING

from at_scale.duckdb_ways import ANSWERS, STAGE, Counted, applications, split, statement

if TYPE_CHECKING:
    from pyspark.sql import SparkSession

COLUMNS = [*STAGE, *ANSWERS]
PASSED = {"Successful": 1, "Unsuccessful": 0}


def polars(path: Path, _: str) -> Counted:
    """Count every combination of answers with the streaming engine, and split them."""
    import polars as pl

    rows = pl.scan_parquet(path).group_by(COLUMNS).agg(pl.len().alias("candidates"))
    return applications(split(rows.collect(engine="streaming"), ANSWERS)["Sex"])


def pandas(path: Path, _: str) -> Counted:
    """Count by each characteristic of a frame that holds all rows."""
    import pandas as pd

    rows = pd.read_parquet(path, columns=COLUMNS)
    counts = {
        answer: rows.groupby([*STAGE, answer], dropna=False, sort=False).size()
        for answer in ANSWERS
    }
    first = counts["Sex"].xs("Application", level="Stage")
    women = first.xs(("Successful", "Female"), level=("Outcome", "Sex"))
    return int(first.sum()), int(women.sum())


def fairlearn(path: Path, _: str) -> None:
    """Work out pass rates by each characteristic, at each stage."""
    import pandas as pd
    from fairlearn.metrics import MetricFrame, count, selection_rate

    rows = pd.read_parquet(path, columns=COLUMNS)
    rows = rows[rows["Outcome"].isin(PASSED)].fillna("Not stated")
    passed = rows["Outcome"].map(PASSED)
    for answer in ANSWERS:
        MetricFrame(
            metrics={"rate": selection_rate, "candidates": count},
            y_true=passed,
            y_pred=passed,
            sensitive_features=rows[answer],
            control_features=rows["Stage"],
        ).by_group.dropna()


def aequitas(path: Path, _: str) -> None:
    """Work out pass rates by each characteristic, crossed with the stage."""
    import pandas as pd
    from aequitas.group import Group

    rows = pd.read_parquet(path, columns=COLUMNS)
    rows = rows[rows["Outcome"].isin(PASSED)].fillna("Not stated")
    place = rows["Stage"] + " "
    # It knows no texts but those that pandas kept as objects before its version 3.
    crossed = {answer: (place + rows[answer]).astype(object) for answer in ANSWERS}
    passed = rows["Outcome"].map(PASSED)
    Group().get_crosstabs(
        pd.DataFrame({"score": passed, "label_value": passed, **crossed}), attr_cols=list(ANSWERS)
    )


def spark(path: Path, memory: str) -> Counted:
    """Run the bare query, translated, on all cores of this machine."""
    import sqlglot
    from pyspark.sql import SparkSession

    session = (
        SparkSession.builder.master("local[*]")
        .config("spark.driver.memory", memory.lower().removesuffix("b"))
        .config("spark.local.dir", str(path.with_suffix(".spilled")))
        .config("spark.sql.shuffle.partitions", 2 * (os.cpu_count() or 1))
        .config("spark.ui.enabled", "false")
        .getOrCreate()
    )
    session.read.parquet(str(path)).createOrReplaceTempView("candidates")
    [query] = sqlglot.transpile(statement("grouping_sets"), read="duckdb", write="spark")
    rows = session.sql(query).collect()
    _end(session)
    # What is not a key of its grouping set is NULL there, so only that by sex has any "Female".
    sets = len(ANSWERS)
    applied = sum(row["candidates"] for row in rows if row["Stage"] == "Application")
    women = [row for row in rows if row["Sex"] == "Female" and row["Stage"] == "Application"]
    passed = sum(row["candidates"] for row in women if row["Outcome"] == "Successful")
    return applied // sets, passed


def _end(session: "SparkSession") -> None:
    """Stop Java and wait for it, since what it took counts only once it has ended."""
    gateway = session.sparkContext._gateway  # noqa: SLF001 - there is no other way to its process
    session.stop()
    gateway.shutdown()
    gateway.proc.stdin.close()
    gateway.proc.wait()
