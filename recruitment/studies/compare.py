"""What several campaigns say together: pooled gaps, trends, and who applied."""

from dataclasses import replace
from typing import TYPE_CHECKING

import queries
from analytics.applicant_pools import applicants, pool_differences
from analytics.campaign_trends import campaign_trends
from analytics.common_overall import common_ends, common_outcomes
from analytics.contradictions import contradictions
from analytics.pass_rates import Blank, compared
from analytics.pooling import one_sided, pooled_gaps
from recruitment.errors import DataError
from recruitment.studies.candidates import Candidates, check_confidence_level
from recruitment.studies.comparable import comparable
from recruitment.studies.references import with_two_sides
from reports import compare_notes, gap_notes, notes
from reports.compare_readings import (
    compare_headline,
    pool_reading,
    pooled_reading,
    trend_reading,
    with_readings,
)
from reports.findings import Findings
from reports.withdrawal_notes import on_withdrawals

if TYPE_CHECKING:
    from collections.abc import Sequence

    import duckdb
    import polars as pl

ROW_COLUMNS = [
    "stage",
    "characteristic",
    "group",
    "reference",
    "campaigns",
    "passed",
    "failed",
    "reference_passed",
    "reference_failed",
    "odds_ratio",
    "odds_ratio_low",
    "odds_ratio_high",
    "risk_ratio",
    "risk_ratio_low",
    "risk_ratio_high",
    "gap_pp",
    "gap_low_pp",
    "gap_high_pp",
    "p_value",
    "p_mid",
    "p_adjusted",
    "homogeneity_p",
    "homogeneity_p_adjusted",
    "detectable_gap_pp",
    "reading",
]
TREND_COLUMNS = [
    "measure",
    "stage",
    "characteristic",
    "group",
    "campaigns",
    "counts",
    "z",
    "p_trend",
    "p_adjusted",
    "detectable_change_pp",
    "reading",
]
POOL_COLUMNS = [
    "campaign",
    "earlier_campaigns",
    "stage",
    "characteristic",
    "group",
    "group_entered",
    "base",
    "earlier_group_entered",
    "earlier_base",
    "representation_pct",
    "earlier_representation_pct",
    "difference_pp",
    "difference_low_pp",
    "difference_high_pp",
    "p_value",
    "p_mid",
    "p_adjusted",
    "detectable_difference_pp",
    "reading",
]


def compare(
    con: "duckdb.DuckDBPyConnection",
    *,
    campaigns: "Sequence[str]",
    characteristics: "Sequence[str]" = (),
    reference: str | None = None,
    blank: Blank | None = None,
    confidence_level: float = 0.95,
    corrected: bool = False,
    table: str | None = None,
) -> Findings:
    """Return pooled gaps (``rows``), trends (``trend``) and applicants compared (``pools``).

    Args:
        con: An open warehouse.
        campaigns: Two codes or more, in any case.
        characteristics: Such as ``ethnicity``; none means all that were counted.
        reference: The category to compare pass rates with; None takes all who stated another
            answer. Characteristics that lack it are left out.
        blank: Whether Not stated counts among all others, in pass rates and among applicants; None
            follows the counting rules: not in pass rates, but among applicants.
        confidence_level: Of the intervals, between 0 and 1.
        corrected: Apply the documented corrections of printed counts.
        table: With ``trend``, fewer than three campaigns are refused.

    Raises:
        UsageError: Fewer than two campaigns are named, or one twice; something asked for is
            unknown; or the reference is the group itself.
        DataError: Fewer than two campaigns have counts, no two of them share a stage, or no
            characteristic has two categories.
    """
    check_confidence_level(confidence_level)
    asked, reference = comparable(
        con,
        campaigns=campaigns,
        characteristics=characteristics,
        reference=reference,
        corrected=corrected,
    )
    counted = asked.flow
    asked = replace(asked, flow=with_two_sides(counted, reference))
    outcomes = common_outcomes(asked.flow)
    pairs = compared(outcomes, reference=reference, blank=blank or "exclude")
    tables = _tables(asked, pairs, blank or "include", confidence_level)
    if table == "trend" and tables["trend"].is_empty():
        raise DataError(f"a trend takes three campaigns with counts; here are {len(asked.codes)}")
    corrections = queries.corrections(con, campaigns=asked.codes)
    return Findings(
        question="compare",
        title=f"Campaigns compared: {', '.join(asked.codes)}",
        source=asked.source,
        as_at=asked.as_at,
        notes=(
            *compare_notes.on_method(tables, blank, confidence_level),
            *compare_notes.on_overall(common_ends(asked.flow), pairs),
            *notes.on_campaigns_without_counts(asked.chosen),
            *gap_notes.on_characteristics(counted, asked.flow, reference),
            *compare_notes.on_left_out(asked.flow, pairs),
            *compare_notes.on_one_sided(one_sided(pairs)),
            *compare_notes.on_people(asked.codes),
            *on_withdrawals(asked.chosen, counted),
            *notes.on_corrections(corrections, asked.flow, applied=corrected),
            *notes.on_contradictions(contradictions(asked.flow)),
        ),
        tables=tables,
        headline=compare_headline(tables["rows"], tables["pools"], asked.codes),
    )


def _tables(
    asked: Candidates, pairs: "pl.DataFrame", blank: Blank, confidence_level: float
) -> "dict[str, pl.DataFrame]":
    applied = applicants(asked.flow, blank=blank)
    rows = pooled_gaps(pairs, asked.codes, confidence_level=confidence_level)
    trend = campaign_trends(pairs, applied, asked.codes, confidence_level=confidence_level)
    pools = pool_differences(applied, asked.codes, confidence_level=confidence_level)
    return {
        "rows": asked.in_order(with_readings(rows, pooled_reading)).select(ROW_COLUMNS),
        "trend": asked.in_order(with_readings(trend, trend_reading)).select(TREND_COLUMNS),
        "pools": asked.in_order(with_readings(pools, pool_reading)).select(POOL_COLUMNS),
    }
