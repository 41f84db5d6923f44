"""The points of a process chart: people out of a total, in the order of their periods."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

import polars as pl

from recruitment.errors import UsageError, nearest

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

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


def narrowed(
    rows: pl.DataFrame,
    *,
    unit: str | None = None,
    role: str | None = None,
    characteristics: "Sequence[str]" = (),
) -> pl.DataFrame:
    """Keep the unit, role and characteristics asked about, in any case; none named means all.

    Raises:
        UsageError: One is unknown, or there is none such beside the others asked about.
    """
    for column, names in (
        ("unit", [unit] if unit else []),
        ("role", [role] if role else []),
        ("characteristic", characteristics),
    ):
        known = rows[column].unique(maintain_order=True).drop_nulls().to_list()
        wanted = [spelt(name, known, column) for name in names]
        rows = rows.filter(pl.col(column).is_in(wanted)) if wanted else rows
    return rows


def spelt(name: str, known: "Sequence[str]", what: str) -> str:
    """Return ``name`` as it is spelt among ``known``, whatever its case.

    Raises:
        UsageError: There is none such.
    """
    folded = {each.casefold(): each for each in known}
    if name.strip().casefold() not in folded:
        raise UsageError(f"there is no {what} {name!r}; {nearest(name, list(known))}")
    return folded[name.strip().casefold()]
