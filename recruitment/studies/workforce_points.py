"""A group's share of the workforce, and each role's share of it, from date to date."""

from typing import TYPE_CHECKING

import polars as pl

import queries
from analytics.movements import EVERYBODY
from analytics.representation import Blank
from analytics.workforce_counts import workforce_counts
from recruitment.errors import DataError
from recruitment.studies.ceiling import refuse_too_large
from recruitment.studies.names import narrowed
from recruitment.studies.points import MEASURES, SCHEMA, Points
from recruitment.studies.sources import as_at_of, source_of
from reports import trend_notes

if TYPE_CHECKING:
    from collections.abc import Sequence

    import duckdb

ALL_ROLES, ROLE = "Total", "role"
SERIES = ["unit", "role", "characteristic", "group"]
TOTALS = ["added_up", "everybody"]
SHARES = [*SERIES, "as_at", "people", "out_of", *TOTALS]


def workforce_points(
    con: "duckdb.DuckDBPyConnection",
    *,
    characteristics: "Sequence[str]" = (),
    units: "Sequence[str]" = (),
    roles: "Sequence[str]" = (),
    blank: Blank = "include",
) -> Points:
    """Return shares of headcounts at each date: groups within a role, and roles within a unit.

    A role's share, of characteristic ``role``, is out of the unit's printed ``Total``. A group's is
    out of all categories of its characteristic, or of everybody in the role where not all of them
    have a headcount. Shares printed without any headcount cannot be charted.

    Args:
        con: An open warehouse.
        characteristics: Such as ``ethnicity``, or ``role``; none means all that were counted.
        units: In any case; none means all.
        roles: In any case; none means all.
        blank: Whether Not stated counts in the denominator.

    Raises:
        UsageError: A characteristic, unit or role is unknown.
        DataError: There are no headcounts to take a share of.
    """
    listed = refuse_too_large(queries.workforce(con), "headcount", "workforce")
    shares = pl.concat([_roles(listed), _groups(listed, blank).select(SHARES)])
    known = shares.drop_nulls(["people", "out_of"])
    if known.is_empty():
        raise DataError("no group or role has a headcount beside a total, so there is no share")
    every = _asked(known, characteristics, units, roles)
    asked = every.filter(pl.col("people") <= pl.col("out_of"))
    charted = asked.filter(pl.len().over(SERIES) > 1)
    printed = listed.filter(pl.col("headcount").is_null())
    used = listed.join(charted, on=["unit", "as_at"], how="semi", maintain_order="left").filter(
        pl.col("headcount").is_not_null()
    )
    return Points(
        _table(asked),
        tuple(trend_notes.on_headcounts(charted, blank)),
        (
            *trend_notes.on_contradicting_headcounts(
                every.filter(pl.col("people") > pl.col("out_of"))
            ),
            *trend_notes.on_other_totals(charted),
            *trend_notes.on_shares_without_headcount(
                printed.join(asked, on="unit", how="semi", maintain_order="left")
            ),
        ),
        source_of(used),
        as_at_of(used),
    )


def _asked(
    shares: pl.DataFrame,
    characteristics: "Sequence[str]",
    units: "Sequence[str]",
    roles: "Sequence[str]",
) -> pl.DataFrame:
    """Keep what was asked about: a role as itself, and as a share of its unit."""
    called = shares.with_columns(role=pl.coalesce("role", "group"))
    kept = narrowed(called, units=units, roles=roles, characteristics=characteristics)
    is_role = pl.col("characteristic") == ROLE
    return kept.with_columns(role=pl.when(is_role).then(None).otherwise("role"))


def _roles(listed: pl.DataFrame) -> pl.DataFrame:
    """Each role's headcount of that printed for all roles of the unit."""
    everybody = listed.filter(pl.col("headcount").is_not_null(), characteristic=EVERYBODY)
    totals = everybody.filter(role=ALL_ROLES).select("unit", "as_at", out_of="headcount")
    return (
        everybody.filter(pl.col("role") != ALL_ROLES)
        .join(totals, on=["unit", "as_at"], maintain_order="left")
        .select(
            "unit",
            pl.lit(None, dtype=pl.String).alias("role"),
            pl.lit(ROLE).alias("characteristic"),
            "as_at",
            "out_of",
            group="role",
            people="headcount",
        )
        .with_columns(pl.lit(None, dtype=pl.Int64).alias(name) for name in TOTALS)
        .select(SHARES)
    )


def _groups(listed: pl.DataFrame, blank: Blank) -> pl.DataFrame:
    """Each group's headcount out of the total that ``proportions`` takes it out of."""
    return workforce_counts(listed, blank=blank).select(
        *SERIES, "as_at", "out_of", *TOTALS, people="headcount"
    )


def _table(shares: pl.DataFrame) -> pl.DataFrame:
    """Return the shares as points, dates in order within their series."""
    return shares.with_columns(
        measure=pl.lit(MEASURES["workforce"]),
        stage=pl.lit(None, dtype=pl.String),
        period=pl.col("as_at").cast(pl.String),
        period_order=pl.col("as_at").rank("dense").over(SERIES).cast(pl.Int64),
        period_start="as_at",
        period_end="as_at",
        provisional=pl.lit(value=False),
    ).select(list(SCHEMA))
