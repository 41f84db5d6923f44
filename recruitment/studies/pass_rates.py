"""At which stage does a group fall behind, by how much, and how sure can one be?"""

from dataclasses import replace
from typing import TYPE_CHECKING

import queries
from analytics.blank_bounds import blank_bounds
from analytics.contradictions import contradictions
from analytics.disparities import disparities
from analytics.largest_stage import largest_stage
from analytics.pass_rates import Blank, compared, outcomes
from analytics.settled import last_settled
from recruitment.errors import UsageError
from recruitment.studies.candidates import candidates, check_confidence_level
from recruitment.studies.references import known_reference, with_two_sides
from reports import gap_notes, notes
from reports.bound_readings import with_bound_readings
from reports.findings import Findings
from reports.gap_readings import gap_headline, with_gap_readings

if TYPE_CHECKING:
    from collections.abc import Sequence

    import duckdb

COLUMNS = [
    "campaign",
    "stage",
    "characteristic",
    "group",
    "reference",
    "passed",
    "failed",
    "pending",
    "withdrawn",
    "pass_rate",
    "reference_passed",
    "reference_failed",
    "reference_pass_rate",
    "gap_pp",
    "gap_low_pp",
    "gap_high_pp",
    "relative_likelihood",
    "relative_likelihood_low",
    "relative_likelihood_high",
    "rejection_ratio",
    "odds_ratio",
    "p_value",
    "p_mid",
    "p_adjusted",
    "adverse_impact_ratio",
    "below_four_fifths",
    "shortfall",
    "flip_count",
    "detectable_gap_pp",
    "stage_order",
    "reading",
]


def pass_rates(
    con: "duckdb.DuckDBPyConnection",
    *,
    campaigns: "Sequence[str]" = (),
    characteristics: "Sequence[str]" = (),
    reference: str | None = None,
    blank: Blank = "exclude",
    bounds: bool = False,
    screen: bool = False,
    confidence_level: float = 0.95,
    corrected: bool = False,
) -> Findings:
    """Return the gap in pass rates at each stage and overall (``rows``).

    Args:
        con: An open warehouse.
        campaigns: Codes in any case; none means every campaign with counts.
        characteristics: Such as ``ethnicity``; none means all that were counted.
        reference: The category to compare with; None takes all who stated another answer.
        blank: Whether Not stated counts among those compared with.
        bounds: Add what the blanks could change (``bounds``).
        screen: Adjust for screening (Benjamini-Hochberg), not for claims (Holm).
        confidence_level: Of the intervals, between 0 and 1.
        corrected: Apply the documented corrections of printed counts.

    Raises:
        UsageError: Something asked for is unknown, the reference is the group itself, or
            ``bounds`` is asked for while the blanks are among those compared with.
        DataError: None of the campaigns has counts, or no characteristic has two categories.
    """
    check_confidence_level(confidence_level)
    if bounds and blank == "include":
        raise UsageError("--bounds needs the blanks apart; leave out --blank include")
    asked = candidates(
        con, campaigns=campaigns, characteristics=characteristics, corrected=corrected
    )
    counted = asked.flow
    reference = known_reference(counted, reference)
    asked = replace(asked, flow=with_two_sides(counted, reference))
    pairs = asked.in_order(compared(outcomes(asked.flow), reference=reference, blank=blank))
    ends = last_settled(asked.flow)
    gaps = disparities(pairs, confidence_level=confidence_level, screen=screen).join(
        largest_stage(pairs, ends),
        on=["campaign", "characteristic", "group"],
        how="left",
        maintain_order="left",
    )
    rows = with_gap_readings(gaps, screen=screen)
    tables = {"rows": rows.select(COLUMNS)}
    if bounds:
        tables["bounds"] = with_bound_readings(blank_bounds(pairs))
    corrections = queries.corrections(con, campaigns=asked.codes)
    return Findings(
        question="pass-rates",
        title=f"Pass rates: {', '.join(asked.codes)}",
        source=asked.source,
        as_at=asked.as_at,
        notes=(
            *gap_notes.on_comparison(rows, blank),
            *gap_notes.on_tests(rows, confidence_level, screen=screen),
            *gap_notes.on_overall(ends),
            *gap_notes.on_characteristics(counted, asked.flow, reference),
            *notes.on_campaigns_without_counts(asked.chosen),
            *gap_notes.on_stages_without_outcomes(asked.flow, rows),
            *notes.on_corrections(corrections, asked.flow, applied=corrected),
            *notes.on_contradictions(contradictions(asked.flow)),
        ),
        tables=tables,
        headline=gap_headline(rows, asked.codes, screen=screen),
    )
