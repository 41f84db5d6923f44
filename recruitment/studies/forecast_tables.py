"""The tables of a forecast: where each group is heading, and its way there year by year."""

import datetime as dt
from collections.abc import Iterable
from math import isfinite
from typing import Any

import numpy as np
import polars as pl

from analytics.futures import Assumed, best_estimate
from analytics.outlook import Outlook, Simulation
from analytics.stock_flow import expected_stocks
from recruitment.studies.forecast_plans import Plan

TEXTS = ["unit", "role", "characteristic", "group"]
ROWS: dict[str, Any] = {
    **dict.fromkeys(TEXTS, pl.String),
    "start": pl.Date,
    "people": pl.Int64,
    "out_of": pl.Int64,
    "start_pct": pl.Float64,
    "area": pl.String,
    "target_pct": pl.Float64,
    "period": pl.String,
    "joiners_of_group": pl.Int64,
    "joiners": pl.Int64,
    "leavers_of_group": pl.Int64,
    "leavers": pl.Int64,
    "joiner_share_pct": pl.Float64,
    "leaving_rate": pl.Float64,
    "others_leaving_rate": pl.Float64,
    "intake": pl.Float64,
    "reached": pl.Boolean,
    "reached_pct": pl.Float64,
    "years_median": pl.Int64,
    "years_low": pl.Int64,
    "years_high": pl.Int64,
    "steady_state_pct": pl.Float64,
    "steady_low_pct": pl.Float64,
    "steady_high_pct": pl.Float64,
    "by_year": pl.Int64,
    "joiner_share_needed_pct": pl.Float64,
    "joiner_share_sustaining_pct": pl.Float64,
    "years": pl.Int64,
    "futures": pl.Int64,
    "final_pct": pl.Float64,
    "final_low_pct": pl.Float64,
    "final_high_pct": pl.Float64,
    "final_out_of": pl.Float64,
    "people_low": pl.Int64,
    "people_high": pl.Int64,
    "counted_at": pl.Date,
    "target_by_pct": pl.Float64,
    "target_final_pct": pl.Float64,
    "benchmark_as_at": pl.Date,
    "benchmark_quality": pl.String,
    "confidence_level": pl.Float64,
    "joiner_share_assumed": pl.Boolean,
    "period_years": pl.Float64,
}
COLUMNS = [*ROWS, "reading"]
OF_JOINERS = ["joiner_share_pct", "joiner_share_needed_pct", "joiner_share_sustaining_pct"]
COUNTS = [
    "people",
    "people_low",
    "people_high",
    "out_of",
    "joiners_of_group",
    "joiners",
    "leavers_of_group",
    "leavers",
]
PATHS: dict[str, Any] = {
    **dict.fromkeys(TEXTS, pl.String),
    "years": pl.Int64,
    "date": pl.Date,
    **dict.fromkeys(
        (
            "expected_pct",
            "median_pct",
            "lower_pct",
            "upper_pct",
            "low_pct",
            "high_pct",
            "target_pct",
            "recorded_pct",
        ),
        pl.Float64,
    ),
}

Row = dict[str, Any]


def forecast_row(plan: Plan, assumed: Assumed, seen: Outlook, simulation: Simulation) -> Row:
    """Return one row of ``ROWS``: what is known of a group, and what follows."""
    subject, record = plan.subject, plan.subject.record
    known = {
        **{name: getattr(subject, name) for name in (*TEXTS, "start", "counted_at")},
        **{name: getattr(record, name) for name in COUNTS},
        "area": plan.benchmark["area"],
        "benchmark_as_at": plan.benchmark["benchmark_as_at"],
        "benchmark_quality": plan.benchmark["quality"],
        "period": str(subject.turnover.period),
        "period_years": record.years,
        "by_year": subject.start.year + plan.target.by,
        "years": simulation.years,
        "futures": simulation.futures,
        "confidence_level": simulation.confidence_level,
        "joiner_share_assumed": assumed.joiner_share is not None and assumed.intake != 0,
    }
    # Where nobody joins there is no share of joiners, and none that could keep a target.
    nobody = dict.fromkeys(OF_JOINERS) if assumed.intake == 0 else {}
    return known | seen.row | nobody


def path_rows(plan: Plan, seen: Outlook, recorded: Assumed | None) -> Iterable[Row]:
    """Yield the rows of ``PATHS`` of one group; ``recorded`` adds what follows without what-if."""
    subject = plan.subject
    texts = {name: getattr(subject, name) for name in TEXTS}
    beside = _expected_pct(plan, recorded, len(seen.path["target_pct"]))
    for year, recorded_pct in enumerate(beside):
        values = {name: column[year] for name, column in seen.path.items()}
        dated = {"years": year, "date": _years_after(subject.start, year)}
        yield texts | dated | values | {"recorded_pct": recorded_pct}


def table_of(rows: Iterable[Row], schema: dict[str, Any]) -> pl.DataFrame:
    """Return ``rows`` as a frame of exactly the columns of ``schema``."""
    typed = [{name: _typed(row[name], kind) for name, kind in schema.items()} for row in rows]
    return pl.DataFrame(typed, schema=schema)


def _expected_pct(plan: Plan, recorded: Assumed | None, years: int) -> list[float | None]:
    if recorded is None:
        return [None] * years
    stocks = expected_stocks(best_estimate(plan.subject.record, recorded), np.arange(years))
    return [float(each) if isfinite(each) else None for each in 100 * stocks.share]


def _years_after(start: dt.date, years: int) -> dt.date:
    """Return the same day some years later; of 29 February the day before."""
    day = 28 if (start.month, start.day) == (2, 29) else start.day
    return start.replace(year=start.year + years, day=day)


def _typed(value: Any, kind: Any) -> Any:
    return int(value) if kind == pl.Int64 and value is not None else value
