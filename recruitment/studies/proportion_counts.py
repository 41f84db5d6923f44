"""The groups to set beside a benchmark: of stages of campaigns, and of the workforce by role."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

import polars as pl

from analytics.representation import Blank, stage_representation
from analytics.workforce_counts import latest, with_counts, workforce_counts
from recruitment.errors import DataError, UsageError
from recruitment.studies.candidates import Candidates
from recruitment.studies.names import by_name, in_report_order, narrowed
from reports.cells import bare
from reports.wording import listed

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

COUNTS = {
    "population": pl.String,
    "campaign": pl.String,
    "stage": pl.String,
    "unit": pl.String,
    "role": pl.String,
    "as_at": pl.Date,
    "characteristic": pl.String,
    "group": pl.String,
    "people_low": pl.Int64,
    "people": pl.Int64,
    "people_high": pl.Int64,
    "out_of": pl.Int64,
    "printed_pct": pl.Float64,
    "not_stated": pl.Int64,
    "headcount": pl.Int64,
    "added_up": pl.Int64,
    "everybody": pl.Int64,
    "stated_out_of": pl.Int64,
    "fits": pl.Boolean,
    "document": pl.String,
    "source": pl.String,
}


def stage_counts(asked: Candidates, *, blank: Blank) -> pl.DataFrame:
    """Return each group at each stage of the campaigns asked about, in the columns of ``COUNTS``.

    Of a characteristic without a group to report on, such as home area, each part counts as one.
    """
    flow = asked.flow.with_columns(pl.col("kind").replace("part", "group"))
    stages = asked.in_order(stage_representation(flow, blank=blank))
    dated = stages.join(
        asked.chosen.select("campaign", pl.coalesce("as_at", "closed", "opened").alias("as_at")),
        on="campaign",
        how="left",
        maintain_order="left",
    )
    return _in_columns(
        dated.with_columns(
            pl.concat_str("campaign", pl.lit(": "), "stage").alias("population"),
            *(pl.col("group_entered").alias(f"people{end}") for end in ("_low", "", "_high")),
            pl.col("base").alias("out_of"),
        )
    )


@dataclass(frozen=True, slots=True)
class Staff:
    """What is asked of the workforce.

    Attributes:
        workforce: The rows of ``queries.workforce``.
        characteristics: Such as ``ethnicity``, in any case; none means all.
        units: Their names in any case; none means all.
        roles: The same.
        headcounts: Headcounts of roles for which none is known; the empty name is the one role.
    """

    workforce: pl.DataFrame
    characteristics: "Sequence[str]"
    units: "Sequence[str]"
    roles: "Sequence[str]"
    headcounts: "Mapping[str, int]"


def role_counts(asked: Staff, *, blank: Blank) -> pl.DataFrame:
    """Return each group of the workforce by role, at the latest date, in the columns of ``COUNTS``.

    Raises:
        UsageError: A name is unknown, or a headcount is given for a role that has one, that
            several units have, or that is unclear.
        DataError: There is no workforce, or a share cannot be one of the headcount given.
    """
    shares = workforce_counts(latest(asked.workforce), blank=blank)
    if shares.is_empty():
        raise DataError("the warehouse has no workforce; import one, or name a --campaign")
    shares = narrowed(
        shares, units=asked.units, roles=asked.roles, characteristics=asked.characteristics
    )
    given = _given(shares, asked.headcounts)
    counted = with_counts(
        shares.with_columns(_with_given(given)).with_columns(stated_out_of="out_of")
    )
    _refuse_what_does_not_fit(counted, given)
    order = in_report_order(counted["characteristic"])
    return _in_columns(
        counted.with_columns(pl.col("unit").alias("population")).sort(
            "unit", pl.col("characteristic").cast(pl.Enum(order)), maintain_order=True
        )
    )


def _in_columns(rows: pl.DataFrame) -> pl.DataFrame:
    """Return ``rows`` in the columns of ``COUNTS``; what they lack is null, and fits."""
    absent = [
        pl.lit(None, kind).alias(name) for name, kind in COUNTS.items() if name not in rows.columns
    ]
    return (
        rows.with_columns(absent).select(*COUNTS).with_columns(pl.col("fits").fill_null(value=True))
    )


def _given(shares: pl.DataFrame, headcounts: "Mapping[str, int]") -> dict[str, int]:
    """Return the headcounts given, by the roles' own names."""
    roles = shares["role"].unique(maintain_order=True).to_list()
    given = by_name("--headcount", headcounts, roles, "role")
    for role, number in given.items():
        if number < 1:
            raise UsageError(f"--headcount {role}={number}: a headcount is a whole number above 0")
        own = shares.filter(role=role)
        if own["unit"].n_unique() > 1:
            units = listed(own["unit"].unique(maintain_order=True).to_list())
            raise UsageError(f"--headcount {role}: {units} have that role; choose with --unit")
        if own["out_of"].null_count() == 0:
            known = own["out_of"].item(0)
            raise UsageError(f"--headcount {role}: its headcount is known, {known:,}; leave it out")
    return given


def _with_given(given: "Mapping[str, int]") -> pl.Expr:
    number = pl.col("role").replace_strict(given, default=None, return_dtype=pl.Int64)
    return pl.coalesce("out_of", number).alias("out_of")


def _refuse_what_does_not_fit(counted: pl.DataFrame, given: "Mapping[str, int]") -> None:
    wrong = counted.filter(pl.col("role").is_in(list(given)), ~pl.col("fits"))
    for row in wrong.to_dicts():
        figure = row["headcount"] if row["printed_pct"] is None else f"{bare(row['printed_pct'])}%"
        raise DataError(
            f"{row['role']}, {row['group']}: {figure} of {row['stated_out_of']:,} is no whole "
            "number of people; check --headcount"
        )
