"""What Not stated does to shares beside a benchmark, one sentence to a note."""

from collections.abc import Iterator, Mapping
from typing import Any

import polars as pl

from analytics.rounding import percentage
from reports.cells import bare
from reports.proportion_readings import body, key, place, short_reading
from reports.wording import few, listed

Row = Mapping[str, Any]


def on_other_blank(rows: pl.DataFrame, other: pl.DataFrame, blank: str) -> Iterator[str]:
    """Say where the reading would be another under the other treatment of Not stated, and which."""
    treated = "left out" if blank == "include" else "counted"
    changed: dict[tuple[str, str], dict[str, list[str]]] = {}
    twins = {key(row): row for row in other.to_dicts()}
    for row in rows.to_dicts():
        twin = twins[key(row)]
        if short_reading(row) != short_reading(twin):
            readings = changed.setdefault((body(row), row["group"]), {})
            readings.setdefault(short_reading(twin), []).append(place(row))
    for (where, group), readings in changed.items():
        said = [f"{reading} at {listed(places)}" for reading, places in readings.items()]
        yield f"{where}, {group}: with Not stated {treated} the reading is {'; '.join(said)}."


def on_bounds(rows: pl.DataFrame, blank: str) -> Iterator[str]:
    """Name the shares that lie on the other side of the benchmark if all blanks are of the group.

    Args:
        rows: Of ``benchmark_gaps``.
        blank: Whether Not stated is in their totals (``include``) or not.
    """
    found: dict[tuple[str, str, float], list[str]] = {}
    for row in rows.to_dicts():
        if row["not_stated"] and row["people"] is not None:
            total = row["out_of"] + (row["not_stated"] if blank == "exclude" else 0)
            ends = (row["people"], row["people"] + row["not_stated"])
            low, high = (100 * people - row["benchmark_pct"] * total for people in ends)
            if low < 0 < high:
                of = (body(row), row["group"], row["benchmark_pct"])
                found.setdefault(of, []).append(_span(place(row), ends, total))
    for (where, group, benchmark), places in found.items():
        yield (
            f"{where}, {group}: the share is under the benchmark of {bare(benchmark)}% if none of "
            f"those who did not state are of the group, and above it if all are: {few(places)}."
        )


def _span(where: str, people: tuple[int, int], total: int) -> str:
    low, high = (percentage(each, total) for each in people)
    return f"{low}% to {high}% at {where} ({people[0]:,} to {people[1]:,} of {total:,})"
