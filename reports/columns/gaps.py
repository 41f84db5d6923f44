"""Columns of ``pass-rates``: a group beside those it is compared with."""

from reports.columns.column import NOT_APPLICABLE, Column

COLUMNS: dict[str, Column] = {
    "reference": Column("Reference", meaning="Those whom the group is compared with."),
    "passed": Column("Passed", "count", "Candidates of the group who passed the stage."),
    "failed": Column("Failed", "count", "Candidates of the group who did not pass the stage."),
    "pending": Column("Pending", "count", "Candidates of the group who wait for the outcome."),
    "reference_passed": Column("Reference passed", "count"),
    "reference_failed": Column("Reference failed", "count"),
    "group_outcomes": Column("Group", "outcomes", parts=("passed", "failed"), named_after="group"),
    "reference_outcomes": Column(
        "Reference",
        "outcomes",
        parts=("reference_passed", "reference_failed"),
        named_after="reference",
    ),
    "pass_rate": Column("Pass rate (%)", "rate", "Passed out of passed and failed, 0 to 1."),
    "reference_pass_rate": Column("Pass rate (%)", "rate", "The same of the reference, 0 to 1."),
    "gap_pp": Column(
        "Gap (pp)", "points", "The group's pass rate less the reference's, percentage points."
    ),
    "gap_low_pp": Column("Gap, low (pp)", "points", "Lower end of the interval."),
    "gap_high_pp": Column("Gap, high (pp)", "points", "Upper end of the interval."),
    "gap_interval": Column("Interval", "interval", parts=("gap_low_pp", "gap_high_pp")),
    "relative_likelihood": Column(
        "Success ratio",
        "ratio",
        "The group's pass rate over the reference's; below 1 the group passes less often.",
    ),
    "relative_likelihood_low": Column("Success ratio, low", "ratio"),
    "relative_likelihood_high": Column("Success ratio, high", "ratio"),
    "likelihood_interval": Column(
        "Interval",
        "ratio interval",
        parts=("relative_likelihood_low", "relative_likelihood_high"),
    ),
    "rejection_ratio": Column(
        "Rejection ratio",
        "ratio",
        "The group's rejection rate over the reference's; above 1 the group fails more often.",
    ),
    "odds_ratio": Column(
        "Odds ratio", "ratio", "The group's odds of passing over the reference's."
    ),
    "adverse_impact_ratio": Column(
        "Impact ratio (US)",
        "ratio",
        "The group's pass rate over the higher of the two: adverse impact ratio, US guidance.",
    ),
    "below_four_fifths": Column(
        "Under 4/5 (US)", meaning="Whether that is under four fifths: a US rule of thumb."
    ),
    "shortfall": Column(
        "Shortfall",
        "count",
        "How many more of the group would have passed at the reference's rate: a size, no target.",
    ),
    "flip_count": Column(
        "Flip count",
        "count",
        "How many of the group would have to change side for p to reach 0.05; 0 where it is over.",
    ),
    "detectable_gap_pp": Column(
        "Detectable gap (pp)",
        "points",
        "The smallest gap that would have been found four times in five.",
    ),
    "blanks": Column("Blanks", "count", "People with an outcome who did not state an answer."),
    "all_in_group_gap_pp": Column("Gap if all in group (pp)", "points"),
    "all_in_reference_gap_pp": Column("Gap if all in reference (pp)", "points"),
    "lowest_gap_pp": Column("Lowest gap (pp)", "points"),
    "highest_gap_pp": Column("Highest gap (pp)", "points"),
    "tipping_direction": Column(
        "Blanks to close it",
        "count",
        "The fewest blanks that, in the group, would close the gap.",
        missing=NOT_APPLICABLE,
    ),
    "tipping_significance": Column(
        "Blanks to change p",
        "count",
        "The fewest blanks that, in the group, would carry p across 0.05.",
        missing=NOT_APPLICABLE,
    ),
}
