"""The points of a process chart: people out of a total, in the order of their periods."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

import polars as pl

if TYPE_CHECKING:
    from collections.abc import Iterable

Measure = Literal["applicants", "pass-rate", "joiners", "leavers", "workforce"]

MEASURES: dict[Measure, str] = {
    "applicants": "share of applicants",
    "pass-rate": "pass rate",
    "joiners": "share of joiners",
    "leavers": "share of leavers",
    "workforce": "share of the workforce",
}
SCHEMA: dict[str, Any] = {
    "measure": pl.String,
    "unit": pl.String,
    "role": pl.String,
    "stage": pl.String,
    "characteristic": pl.String,
    "group": pl.String,
    "period": pl.String,
    "period_order": pl.Int64,
    "period_start": pl.Date,
    "period_end": pl.Date,
    "people": pl.Int64,
    "out_of": pl.Int64,
    "provisional": pl.Boolean,
}


@dataclass(frozen=True, slots=True)
class Points:
    """What a process chart is drawn from.

    Attributes:
        table: One row per series and period, in the columns of ``SCHEMA``.
        caveats: What makes the points hard to compare; said first.
        notes: What else a reader must know of these counts, and what is left out.
        source: Where the counts come from.
        as_at: The one date (ISO) that they describe, or None where they differ.
    """

    table: pl.DataFrame
    caveats: tuple[str, ...]
    notes: tuple[str, ...]
    source: str
    as_at: str | None


def table_of(rows: "Iterable[dict[str, Any]]") -> pl.DataFrame:
    """Return ``rows`` in the columns of ``SCHEMA``; what one lacks is null, or not provisional."""
    table = pl.DataFrame(list(rows), schema=SCHEMA)
    return table.with_columns(pl.col("provisional").fill_null(value=False))
