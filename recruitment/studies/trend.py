"""Does a share move over campaigns, periods or dates more than chance makes it?"""

from typing import TYPE_CHECKING

import polars as pl

from analytics.process_chart import SERIES, process_charts
from analytics.representation import Blank
from recruitment.errors import DataError, UsageError
from recruitment.studies.campaign_points import applicant_points, pass_rate_points
from recruitment.studies.movement_points import movement_points
from recruitment.studies.names import in_report_order, spelt
from recruitment.studies.points import MEASURES, Measure, Points
from recruitment.studies.workforce_points import workforce_points
from reports import trend_notes
from reports.findings import Findings
from reports.trend_headline import trend_headline
from reports.trend_readings import readings, with_series

if TYPE_CHECKING:
    from collections.abc import Sequence

    import duckdb

ROW_COLUMNS = [
    "measure",
    "unit",
    "role",
    "stage",
    "characteristic",
    "group",
    "period",
    "period_order",
    "period_start",
    "period_end",
    "people",
    "out_of",
    "share_pct",
    "centre_pct",
    "lower_pct",
    "upper_pct",
    "sigma",
    "signal",
    "approximate",
    "provisional",
    "series",
]
FEWEST_POINTS = 2


def trend(
    con: "duckdb.DuckDBPyConnection",
    *,
    of: str = "applicants",
    campaigns: "Sequence[str]" = (),
    characteristics: "Sequence[str]" = (),
    stage: str | None = None,
    units: "Sequence[str]" = (),
    roles: "Sequence[str]" = (),
    blank: Blank | None = None,
    corrected: bool = False,
) -> Findings:
    """Return a process chart of a share: its points (``rows``) and what they say (``readings``).

    Args:
        con: An open warehouse.
        of: ``applicants`` or ``pass-rate``, over campaigns in the order in which they opened;
            ``joiners`` or ``leavers``, over periods without a common day; ``workforce``, over the
            dates of its headcounts.
        campaigns: Codes in any case, of campaigns alone; none means all.
        characteristics: Such as ``ethnicity``; none means all that were counted.
        stage: Of campaigns alone: where applicants, or passes, are counted. None takes the first
            stage for applicants, and for pass rates all stages together (``Overall``).
        units: Of movements and workforce alone, in any case; none means all.
        roles: Of movements and workforce alone, in any case; none means all.
        blank: Whether Not stated counts in the denominator of a share; None includes it. Nobody
            else's answers bear on a group's pass rate.
        corrected: Of campaigns alone: apply the documented corrections of printed counts.

    Raises:
        UsageError: Something asked for is unknown, or says nothing about this measure.
        DataError: There is nothing to count, or no series has two points.
    """
    measure = _measure(of)
    _check_options(measure, campaigns, stage, [*units, *roles], blank, corrected=corrected)
    counted = _points(
        con,
        measure,
        campaigns=campaigns,
        characteristics=characteristics,
        stage=stage,
        units=units,
        roles=roles,
        blank=blank or "include",
        corrected=corrected,
    )
    peopled = counted.table.filter(pl.col("out_of") > 0)
    charted = peopled.filter(pl.len().over(SERIES) >= FEWEST_POINTS)
    if charted.is_empty():
        raise DataError(_too_few(measure, peopled))
    rows = with_series(_in_order(process_charts(charted)))
    return Findings(
        question="trend",
        title=f"Process chart: {_title(rows)}",
        source=counted.source,
        as_at=counted.as_at,
        notes=(
            *counted.caveats,
            *trend_notes.on_method(rows, campaigns=measure in {"applicants", "pass-rate"}),
            *trend_notes.on_limits(rows),
            *counted.notes,
            *trend_notes.on_points_without_people(counted.table),
            *trend_notes.on_single_points(peopled, charted),
        ),
        tables={"rows": rows.select(ROW_COLUMNS), "readings": readings(rows)},
        headline=trend_headline(rows),
    )


def _points(
    con: "duckdb.DuckDBPyConnection",
    measure: Measure,
    *,
    campaigns: "Sequence[str]",
    characteristics: "Sequence[str]",
    stage: str | None,
    units: "Sequence[str]",
    roles: "Sequence[str]",
    blank: Blank,
    corrected: bool,
) -> Points:
    match measure:
        case "applicants":
            return applicant_points(
                con,
                campaigns=campaigns,
                characteristics=characteristics,
                stage=stage,
                blank=blank,
                corrected=corrected,
            )
        case "pass-rate":
            return pass_rate_points(
                con,
                campaigns=campaigns,
                characteristics=characteristics,
                stage=stage,
                corrected=corrected,
            )
        case "workforce":
            return workforce_points(
                con, characteristics=characteristics, units=units, roles=roles, blank=blank
            )
        case _:
            return movement_points(
                con,
                of=measure,
                characteristics=characteristics,
                units=units,
                roles=roles,
                blank=blank,
            )


def _measure(of: str) -> Measure:
    known = {name: name for name in MEASURES}
    return known[spelt(of, list(MEASURES), "measure")]  # type: ignore[index]


def _check_options(
    measure: Measure,
    campaigns: "Sequence[str]",
    stage: str | None,
    places: "Sequence[str]",
    blank: str | None,
    *,
    corrected: bool,
) -> None:
    """Refuse an option that says nothing about the measure, which to ignore would mislead."""
    of_campaigns = measure in {"applicants", "pass-rate"}
    unheard = {
        "--campaign": bool(campaigns) and not of_campaigns,
        "--stage": stage is not None and not of_campaigns,
        "--corrected": corrected and not of_campaigns,
        "--unit or --role": bool(places) and of_campaigns,
        "--blank": blank is not None and measure == "pass-rate",
    }
    for option, wrong in unheard.items():
        if wrong:
            raise UsageError(f"{option} says nothing about --of {measure}; leave it out")


def _in_order(rows: pl.DataFrame) -> pl.DataFrame:
    """Sort the series by place, and characteristics as in the report; points keep their order."""
    order = in_report_order(rows["characteristic"])
    keys = [pl.col("unit"), pl.col("role"), pl.col("characteristic").cast(pl.Enum(order))]
    return rows.sort(*keys, maintain_order=True)


def _title(rows: pl.DataFrame) -> str:
    stages = rows["stage"].drop_nulls().unique().to_list()
    at = f", {stages[0]}" if len(stages) == 1 else ""
    return f"{rows['measure'][0]}{at}"


def _too_few(measure: Measure, peopled: pl.DataFrame) -> str:
    periods = ", ".join(peopled["period"].unique(maintain_order=True).to_list()) or "none"
    return (
        f"a process chart takes two points or more of one group; the {MEASURES[measure]} has "
        f"no group with two (points: {periods})"
    )
