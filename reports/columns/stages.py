"""Columns of ``campaigns`` and ``attrition``, some of which other questions share."""

from reports.columns.column import NOT_APPLICABLE, Column

COLUMNS: dict[str, Column] = {
    "campaign": Column("Campaign"),
    "title": Column("Title"),
    "route": Column("Route"),
    "opened": Column("Opened"),
    "closed": Column("Closed"),
    "as_at": Column("As at"),
    "submitted": Column("Submitted", "count", "Applications submitted."),
    "withdrawn": Column("Withdrawn", "count", "Applications withdrawn by the candidate."),
    "in_process": Column("In process", "count", "Candidates who entered the first stage."),
    "stages": Column("Stages", "count", "Stages with counts."),
    "last_stage": Column("Last stage with counts"),
    "source": Column("Source"),
    "stage": Column("Stage"),
    "stage_order": Column("Order", "count"),
    "characteristic": Column("Characteristic"),
    "group": Column("Group"),
    "entered": Column("Entered", "count", "Candidates who entered the stage."),
    "group_entered": Column(
        "Group entered", "count", "Those of them who belong to the group.", named_after="group"
    ),
    "not_stated": Column(
        "Not stated", "count", "Those of them who left the question blank or prefer not to say."
    ),
    "base": Column(
        "Denominator", "count", "Those who entered; without Not stated under --blank exclude."
    ),
    "representation_pct": Column(
        "Representation (%)",
        "percentage",
        "The group's share of the denominator.",
    ),
    "change_from_previous_pp": Column(
        "Change from previous (pp)",
        "points",
        "Difference from the previous stage in percentage points.",
        missing=NOT_APPLICABLE,
    ),
    "change_pp": Column(
        "Change from first (pp)",
        "points",
        "Difference from the first stage in percentage points.",
        missing=NOT_APPLICABLE,
    ),
    "provisional": Column("Provisional"),
    "from_stage": Column("From stage"),
    "to_stage": Column("To stage"),
    "from_pct": Column("From (%)", "percentage", "Representation at the first stage."),
    "to_pct": Column("To (%)", "percentage", "Representation at the later stage."),
    "from_counts": Column("From", "fraction", parts=("from_group", "from_base")),
    "to_counts": Column("To", "fraction", parts=("to_group", "to_base")),
    "from_group": Column("Group at first stage", "count"),
    "from_base": Column("All at first stage", "count"),
    "to_group": Column("Group at later stage", "count"),
    "to_base": Column("All at later stage", "count"),
    "change_low_pp": Column("Change, low (pp)", "points", "Lower end of the interval."),
    "change_high_pp": Column("Change, high (pp)", "points", "Upper end of the interval."),
    "headline_change": Column("Change (pp)", "points", parts=("change_pp",)),
    "change_interval": Column("Interval", "interval", parts=("change_low_pp", "change_high_pp")),
    "relative_change_pct": Column(
        "Relative change (%)",
        "points",
        "Change as a percentage of the representation at the first stage.",
    ),
    "p_value": Column(
        "Exact p", "p", "Fisher's exact test, two-sided; pooled: its exact conditional form."
    ),
    "p_mid": Column("mid-p", "p", "The same with half the weight of the observed table."),
    "p_adjusted": Column(
        "Adj. p", "p", "Adjusted for the comparisons shown: Holm, or Benjamini-Hochberg to screen."
    ),
    "detectable_fall_pp": Column(
        "Detectable fall (pp)",
        "points",
        "The smallest fall that would have been found four times in five.",
    ),
    "detectable_rise_pp": Column(
        "Detectable rise (pp)",
        "points",
        "The smallest rise that would have been found four times in five.",
    ),
    "reading": Column("Reading"),
}
