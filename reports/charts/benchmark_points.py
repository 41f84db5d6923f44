"""Shares beside a benchmark as a chart needs them: a series to a group, all of its text ready."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from reports.cells import bare, signed
from reports.charts.choice import finite_rows
from reports.charts.comparisons import Row, Series
from reports.charts.labels import distinct, shortened, wrapped
from reports.charts.panels import LINE_BREAK
from reports.charts.pass_rate_gaps import NOT_SETTLED, WORDS
from reports.charts.points import NO_FIGURE
from reports.gap_readings import gap_verdict
from reports.proportion_readings import body, counts, place, short_reading, who
from reports.readings import Verdict
from reports.wording import capital, listed

if TYPE_CHECKING:
    import polars as pl


def scale_top(rows: Sequence[Row]) -> float:
    """Return the end, in per cent, of an axis from 0 that holds every share and benchmark.

    >>> scale_top([{"representation_pct": 8.0, "high_pct": None, "benchmark_pct": 25.0}])
    30.0
    """
    names = ("representation_pct", "high_pct", "benchmark_pct")
    highest = max(
        (row[name] for row in rows for name in names if row[name] is not None), default=10
    )
    step = 5 if highest < 50 else 10  # noqa: PLR2004 - half of all
    return float(min(100, (highest // step + 1) * step))


def benchmark_series(table: "pl.DataFrame") -> list[Series]:
    """Return a series for each group of each campaign or unit, in the order of the findings."""
    rows = finite_rows(table)
    found: dict[tuple[str, str, str], list[Row]] = {}
    for row in rows:
        found.setdefault((body(row), row["characteristic"], row["group"]), []).append(row)
    several = len({key[0] for key in found}) > 1
    return [_one_series(own, several=several) for own in found.values()]


def _one_series(rows: Sequence[Row], *, several: bool) -> Series:
    first = rows[0]
    benchmarks = {row["benchmark"] for row in rows}
    share = f"{bare(first['benchmark_pct'])}%" if len(benchmarks) == 1 else "the community"
    where, group = shortened(body(first), 48), shortened(who(first), 40)
    title = f"{group} against {share}"
    return Series(
        campaign=where,
        title=f"{where}: {title}" if several else capital(title),
        group=group,
        reference=share,
        stages=distinct((place(row), LINE_BREAK.join(wrapped(place(row), 16, 3))) for row in rows),
        rows=tuple(rows),
    )


def share_point(row: Row, series: Series) -> dict[str, Any]:
    """Return one row of the findings as a point, all of its text ready."""
    verdict = gap_verdict(row)
    low, high = row["low_pct"], row["high_pct"]
    gap_text = NO_FIGURE if row["gap_pp"] is None else f"{signed(row['gap_pp'])} points"
    point = {
        "stage": series.stages[place(row)],
        "stage_name": shortened(place(row), 60),
        "share": row["representation_pct"],
        "low": low,
        "high": high,
        "benchmark": row["benchmark_pct"],
        "evidence": verdict is Verdict.evidence,
        "open": verdict in NOT_SETTLED,
        "untested": verdict is Verdict.unknown,
        "counts": _share_text(row),
        "benchmark_text": shortened(row["benchmark"], 60),
        "gap_text": gap_text,
        "interval": "" if low is None or high is None else f"{bare(low)} to {bare(high)}",
        "figure": f"{gap_text}: {WORDS[verdict]}",
        "reading": shortened(row["reading"] or "", 300),
    }
    return point | {"said": f"{point['stage_name']}: {point['counts']}, {point['figure']}"}


def _share_text(row: Row) -> str:
    if row["representation_pct"] is None:
        return NO_FIGURE
    share = f"{bare(row['representation_pct'])}%"
    if row["people"] is None:
        return f"{share}, no count"
    return f"{share} ({counts(row)})"


def verdict_lines(series: Series) -> list[str]:
    """Return the readings of a panel in a sentence, the places of each together."""
    readings: dict[str, list[str]] = {}
    for row in series.rows:
        readings.setdefault(short_reading(row), []).append(shortened(place(row), 40))
    said = [
        reading if len(readings) == 1 else f"{reading}: {listed(places)}"
        for reading, places in readings.items()
    ]
    return wrapped(f"{capital('; '.join(said))}.", 92, 3)
