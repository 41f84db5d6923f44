"""The tables of joiners and leavers: by period, periods compared, leaving rates, reasons."""

from typing import TYPE_CHECKING

import polars as pl

from analytics.joiner_leaver import joiner_leaver
from analytics.leaving_rates import leaving_rates, leaving_rows
from analytics.movement_reasons import movement_reasons
from analytics.movements import joiners_and_leavers
from analytics.pass_rates import Blank
from analytics.period_changes import period_changes
from reports.leaving_readings import rate_reading
from reports.period_readings import change_reading
from reports.retention_readings import movement_reading, with_readings

if TYPE_CHECKING:
    from recruitment.studies.movers import Movers

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


def retention_tables(
    asked: "Movers", blank: Blank, confidence_level: float
) -> dict[str, pl.DataFrame]:
    """Return ``rows``, ``periods``, ``rates`` and ``reasons`` of what was asked, with readings.

    Args:
        asked: Whose movements, over which periods.
        blank: Whether Not stated counts in the denominators of shares.
        confidence_level: Of the intervals, between 0 and 1.
    """
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
