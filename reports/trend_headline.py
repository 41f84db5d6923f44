"""One sentence on all the series of process charts: which show a signal, or that none does."""

from collections.abc import Mapping, Sequence
from typing import Any

import polars as pl

from analytics.signals import OUTSIDE, SHIFT, STABLE, TREND
from reports.trend_readings import by_series, run_words, runs, who
from reports.wording import few

Row = Mapping[str, Any]

# What one sentence can hold; the readings give the rest.
SHOWN_SERIES, SHOWN_SIGNALS, SHOWN_PERIODS = 4, 3, 4


def trend_headline(rows: pl.DataFrame) -> str:
    """Return one sentence on all the series: which show a signal, or that none does."""
    every = by_series(rows)
    found = [points for points in every if any(row["signal"] != STABLE for row in points)]
    measure = f"the {rows['measure'][0]}"
    if not found:
        series = "1 series" if len(every) == 1 else f"{len(every)} series"
        return (
            f"Stable, no signal in {measure}: all points of {series} lie within three standard "
            "deviations of the mean"
        )
    named = [
        f"{_subject(points[0])} ({signals_in_short(points)})" for points in found[:SHOWN_SERIES]
    ]
    more = len(found) - len(named)
    named += [f"and {more} more in the tables"] if more else []
    others = len(every) - len(found)
    stable = f"; no signal in {others} other series" if others else ""
    return f"Signal in {measure}: {'; '.join(named)}{stable}"


def signals_in_short(points: Sequence[Row]) -> str:
    """Return the signals without their figures: points outside first, then runs."""
    outside: dict[str, list[str]] = {}
    for row in points:
        for name in OUTSIDE:
            if name in row["signal"]:
                outside.setdefault(name, []).append(row["period"])
    said = [f"{few(periods, SHOWN_PERIODS)} {name}" for name, periods in outside.items()]
    said += [run_words(run, name) for name in (*SHIFT, *TREND) for run in runs(points, name)]
    more = len(said) - SHOWN_SIGNALS
    return "; ".join([*said[:SHOWN_SIGNALS], *([f"{more} more"] if more > 0 else [])])


def _subject(row: Row) -> str:
    place = ", ".join(filter(None, (row["unit"], row["role"])))
    return f"{place}: {who(row)}" if place else who(row)
