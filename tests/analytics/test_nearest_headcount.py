import datetime as dt

import duckdb
import polars as pl

import queries
from analytics.nearest_headcount import with_nearest_headcount
from analytics.workforce_counts import latest, workforce_counts


def test_the_nearest_headcount_within_a_year_stands_in(
    con: duckdb.DuckDBPyConnection,
) -> None:
    workforce = queries.workforce(con)
    shares = with_nearest_headcount(workforce_counts(latest(workforce)), workforce)
    found = shares.filter(characteristic="ethnicity").select("role", "out_of", "counted_at")
    assert found.rows() == [
        ("PCSO", 188, dt.date(2021, 1, 1)),
        ("Police officer", 2_271, dt.date(2021, 1, 1)),
        ("Police staff", 1_623, dt.date(2021, 1, 1)),
        ("Special constable", None, None),
        ("Volunteer", 273, dt.date(2021, 2, 28)),
        ("Employee", 17, dt.date(2020, 1, 1)),
    ]


def test_a_headcount_further_away_than_a_year_does_not(
    con: duckdb.DuckDBPyConnection,
) -> None:
    workforce = queries.workforce(con).filter(pl.col("as_at") != dt.date(2021, 1, 1))
    shares = with_nearest_headcount(workforce_counts(latest(workforce)), workforce)
    officers = shares.filter(role="Police officer", characteristic="sex")
    assert officers.select("out_of", "counted_at", "counted_source").row(0) == (None, None, None)
