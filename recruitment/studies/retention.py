"""Who joins and who leaves: in numbers, in make-up, and, with headcount, how fast."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

import polars as pl

from analytics.joiner_leaver import joiner_leaver
from analytics.leaving_rates import leaving_rates, leaving_rows
from analytics.movement_contradictions import reasons_beyond_leavers
from analytics.movement_reasons import movement_reasons
from analytics.movements import joiners_and_leavers
from analytics.pass_rates import Blank
from analytics.period_changes import period_changes
from recruitment.studies.candidates import check_confidence_level
from recruitment.studies.movers import Movers, movers
from reports import movement_notes, retention_notes
from reports.findings import Findings
from reports.leaving_readings import rate_reading
from reports.period_readings import change_reading
from reports.retention_readings import movement_reading, retention_headline, with_readings
from reports.wording import listed

if TYPE_CHECKING:
    from collections.abc import Sequence

    import duckdb

ROW_COLUMNS = [
    "unit",
    "role",
    "period",
    "period_start",
    "period_end",
    "derived",
    "characteristic",
    "group",
    "reference",
    "joiners",
    "leavers",
    "net_change",
    "joiner_leaver_ratio",
    "reference_joiners",
    "reference_leavers",
    "not_stated_joiners",
    "not_stated_leavers",
    "all_joiners",
    "all_leavers",
    "joiner_share_pct",
    "leaver_share_pct",
    "share_gap_pp",
    "odds_ratio",
    "odds_ratio_low",
    "odds_ratio_high",
    "p_value",
    "p_mid",
    "p_adjusted",
    "detectable_gap_pp",
    "reading",
]
PERIOD_COLUMNS = [
    "unit",
    "role",
    "characteristic",
    "group",
    "reference",
    "earlier",
    "later",
    "measure",
    "earlier_people",
    "earlier_out_of",
    "people",
    "out_of",
    "earlier_share_pct",
    "share_pct",
    "difference_pp",
    "difference_low_pp",
    "difference_high_pp",
    "earlier_odds_ratio",
    "odds_ratio",
    "p_value",
    "p_mid",
    "p_adjusted",
    "detectable_difference_pp",
    "reading",
]
RATE_COLUMNS = [
    "unit",
    "role",
    "period",
    "period_start",
    "period_end",
    "years",
    "characteristic",
    "group",
    "leavers",
    "mean_headcount",
    "leaving_rate",
    "leaving_rate_low",
    "leaving_rate_high",
    "reference",
    "reference_leavers",
    "reference_headcount",
    "reference_rate",
    "rate_ratio",
    "rate_ratio_low",
    "rate_ratio_high",
    "p_value",
    "p_mid",
    "p_adjusted",
    "headcount_before_at",
    "headcount_before",
    "headcount_after_at",
    "headcount_after",
    "reading",
]
REASON_COLUMNS = [
    "unit",
    "role",
    "period",
    "period_start",
    "period_end",
    "reason",
    "characteristic",
    "group",
    "people",
    "leavers",
]
SERIES = ["unit", "role", "characteristic", "group", "period"]


def retention(
    con: "duckdb.DuckDBPyConnection",
    *,
    unit: str | None = None,
    role: str | None = None,
    periods: "Sequence[str]" = (),
    characteristics: "Sequence[str]" = (),
    headcount: Mapping[str, float] | None = None,
    blank: Blank = "include",
    confidence_level: float = 0.95,
) -> Findings:
    """Return joiners beside leavers (``rows``), ``periods`` compared, ``rates`` and ``reasons``.

    Args:
        con: An open warehouse.
        unit: Such as ``Leicestershire Police``, in any case; None means all.
        role: Such as ``Police officer``, in any case; None means all.
        periods: Such as ``2019-20``, recorded or following from what is; none means all recorded,
            and what these are taken apart into.
        characteristics: Such as ``ethnicity``; none means all that were counted, and everybody.
        headcount: Mean headcounts by category, the empty name for everybody, in the one period and
            role asked about; they go before those of the warehouse.
        blank: Whether Not stated counts in the denominators of shares.
        confidence_level: Of the intervals, between 0 and 1.

    Raises:
        UsageError: Something asked for is unknown or cannot be read, or headcounts are given for
            several periods or roles.
        DataError: There are no movements in the warehouse.
    """
    check_confidence_level(confidence_level)
    asked = movers(
        con,
        unit=unit,
        role=role,
        characteristics=characteristics,
        periods=periods,
        given=headcount or {},
    )
    tables = _tables(asked, blank, confidence_level)
    units = listed(list(dict.fromkeys(own.unit for own in asked.asked)))
    return Findings(
        question="retention",
        title=f"Joiners and leavers: {units}",
        source=asked.source(tables["rates"]),
        as_at=None,
        notes=tuple(_notes(asked, tables, blank, confidence_level)),
        tables=tables,
        headline=retention_headline(tables["rows"], tables["rates"]),
    )


def _tables(asked: Movers, blank: Blank, confidence_level: float) -> dict[str, pl.DataFrame]:
    counted = joiners_and_leavers(asked.asked, asked.wanted)
    rates = asked.only_asked(leaving_rows(asked.movements, asked.heads, asked.wanted))
    rates = leaving_rates(rates, confidence_level=confidence_level)
    rows = joiner_leaver(counted, blank=blank, confidence_level=confidence_level)
    known = rates.select(*SERIES, "leaving_rate", "mean_headcount", "years")
    rows = rows.join(known, on=SERIES, how="left", maintain_order="left")
    changes = period_changes(counted, blank=blank, confidence_level=confidence_level)
    reasons = asked.only_asked(movement_reasons(asked.movements, asked.wanted))
    return {
        "rows": with_readings(rows, movement_reading).select(ROW_COLUMNS),
        "periods": with_readings(changes, change_reading).select(PERIOD_COLUMNS),
        "rates": with_readings(rates, rate_reading).select(RATE_COLUMNS),
        "reasons": reasons.select(REASON_COLUMNS),
    }


def _notes(
    asked: Movers, tables: Mapping[str, pl.DataFrame], blank: Blank, confidence_level: float
) -> "Sequence[str]":
    rows, rates, reasons = tables["rows"], tables["rates"], tables["reasons"]
    return [
        *retention_notes.on_measures(rows, blank),
        *movement_notes.on_derived(asked.asked, rows),
        *asked.notes(),
        *retention_notes.on_tests(rows, confidence_level),
        *retention_notes.on_changes(tables["periods"]),
        *retention_notes.on_rates(rates, confidence_level),
        *retention_notes.on_headcounts(rates),
        *retention_notes.on_missing_headcounts(rows, rates),
        *retention_notes.on_reasons(reasons, reasons_beyond_leavers(reasons)),
    ]
