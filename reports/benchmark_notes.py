"""What a reader must know of the benchmarks that shares are set beside, one sentence to a note."""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import polars as pl

from reports.charts.labels import day
from reports.proportion_readings import who
from reports.wording import HOME_AREA, capital, in_words, listed

TOO_OLD = 10  # years
# How sources word a figure that is a lower, or an upper, limit of the true one.
AT_LEAST, AT_MOST = ("over", "at least", "more than"), ("almost", "less than", "under", "up to")


def on_benchmarks(rows: pl.DataFrame) -> Iterator[str]:
    """Name each benchmark with its area and date, and say what its quality does to a gap."""
    keys = ["area", "benchmark_as_at"]
    once = rows.unique([*keys, "characteristic", "group"], maintain_order=True)
    for (area, as_at), own in once.group_by(keys, maintain_order=True):
        named = [f"{who(row)} {row['benchmark']}" for row in own.to_dicts()]
        when = f", {day(str(as_at))}" if as_at else ""
        yield f"Benchmark ({area}{when}): {listed(named)}; tests take it as exact."
    for row in rows.unique(["group", "benchmark"], maintain_order=True).to_dicts():
        yield from _limited(row)


def on_old_benchmarks(rows: pl.DataFrame) -> Iterator[str]:
    """Warn of benchmarks more than ten years older than the data beside them."""
    dates = ["as_at", "benchmark_as_at"]
    keys = [*dates, "area", "characteristic", "group"]
    for row in rows.drop_nulls(dates).unique(keys, maintain_order=True).to_dicts():
        if _years_before(row["as_at"], TOO_OLD) > row["benchmark_as_at"]:
            yield (
                f"Warning: the benchmark of {who(row)} ({row['area']}) is of "
                f"{day(str(row['benchmark_as_at']))}, more than ten years before "
                f"{day(str(row['as_at']))}."
            )


def on_other_areas(rows: pl.DataFrame, asked: str | None) -> Iterator[str]:
    """Name the characteristics for which another area stands in for the one asked for."""
    if asked is None:
        return
    other = rows.filter(pl.col("area") != asked)
    for (area,), own in other.group_by(["area"], maintain_order=True):
        names = list(map(in_words, own["characteristic"].unique(maintain_order=True)))
        verb = "has" if len(names) == 1 else "have"
        yield f"{capital(listed(names))} {verb} no benchmark for {asked}: that of {area} stands in."


def on_no_benchmark(
    shares: pl.DataFrame, rows: pl.DataFrame, populations: pl.DataFrame
) -> Iterator[str]:
    """Name the characteristics that no benchmark is known for.

    Args:
        shares: Of groups, before they are set beside a benchmark.
        rows: Those that have one.
        populations: The rows of ``queries.populations``.
    """
    recorded = populations["characteristic"].to_list()
    for name in missing_benchmarks(shares, rows):
        if name == HOME_AREA:
            yield (
                "Home area is left out: its benchmark is how the population is spread over the "
                "areas; --weights says so, such as --weights city=.32,county=.64,rutland=.04."
            )
        elif name in recorded:
            yield (
                f"{capital(in_words(name))} is left out: only a number of people is recorded of "
                "the community, not out of how many."
            )
        else:
            yield f"{capital(in_words(name))} is left out: no area has a benchmark for it."


def missing_benchmarks(shares: pl.DataFrame, rows: pl.DataFrame) -> Sequence[str]:
    """Return the characteristics of ``shares`` that are in none of ``rows``."""
    left = shares.join(rows, on="characteristic", how="anti", maintain_order="left")
    names: list[str] = left["characteristic"].unique(maintain_order=True).to_list()
    return names


def _limited(row: Mapping[str, Any]) -> Iterator[str]:
    quality = row["benchmark_quality"] or ""
    for words, other, side in ((AT_LEAST, "higher", "below"), (AT_MOST, "lower", "above")):
        if any(word in quality for word in words):
            opposite = "above" if side == "below" else "below"
            yield (
                f"{capital(who(row))}, {row['benchmark']}: the community's share may be {other}, "
                f"so a gap {side} is at least as large as shown, and one {opposite} may be "
                "smaller, or none."
            )


def _years_before(date: dt.date, years: int) -> dt.date:
    """Return the date so many years earlier; 29 February becomes 28."""
    leap_day = (date.month, date.day) == (2, 29)
    return date.replace(year=date.year - years, day=28 if leap_day else date.day)
