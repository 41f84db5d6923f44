"""The true counts that a report rests on, as the queries return them."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

import polars as pl

import queries
from recruitment.errors import DataError
from recruitment.studies.benchmarks import benchmarks
from recruitment.studies.names import in_report_order

if TYPE_CHECKING:
    import datetime as dt

    import duckdb


@dataclass(frozen=True, slots=True)
class Counted:
    """The true counts.

    Attributes:
        campaigns: The campaigns reported on.
        flow: The rows of ``queries.stage_flow`` for them, in the order of the report.
        workforce: The rows of ``queries.workforce``.
        movements: The rows of ``queries.movements``.
        community: The share of each group in the community, which is public; empty where none is
            known.
    """

    campaigns: pl.DataFrame
    flow: pl.DataFrame
    workforce: pl.DataFrame
    movements: pl.DataFrame
    community: pl.DataFrame


def counted(con: "duckdb.DuckDBPyConnection", chosen: pl.DataFrame) -> Counted:
    """Read the counts of the campaigns in ``chosen``, and of the workforce."""
    codes = chosen.filter(pl.col("stages") > 0)["campaign"].to_list()
    flow = queries.stage_flow(con, campaigns=codes, corrected=False)
    order = pl.Enum(in_report_order(flow["characteristic"]))
    return Counted(
        campaigns=chosen,
        flow=flow.sort("stage_order", pl.col("characteristic").cast(order), maintain_order=True),
        workforce=_in_order(queries.workforce(con)),
        movements=_in_order(queries.movements(con)),
        community=_community(con, latest(chosen)),
    )


def latest(chosen: pl.DataFrame) -> "dt.date | None":
    """Return the latest date that a campaign has, or None."""
    dates = [value for row in chosen.select("as_at", "closed", "opened").rows() for value in row]
    return max(filter(None, dates), default=None)


def _in_order(rows: pl.DataFrame) -> pl.DataFrame:
    order = pl.Enum(in_report_order(rows["characteristic"]))
    return rows.sort(
        "unit", "role", pl.col("characteristic").cast(order), "category_order", maintain_order=True
    )


def _community(con: "duckdb.DuckDBPyConnection", as_at: "dt.date | None") -> pl.DataFrame:
    import datetime as dt

    try:
        return benchmarks(con, as_at=as_at or dt.date.max)
    except DataError:
        return pl.DataFrame()
