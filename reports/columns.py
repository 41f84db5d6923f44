"""Every column that people see: its heading, how a value reads, and what it means.

One registry for the terminal, Markdown, HTML and spreadsheets, so that a term has one heading and
a figure one rounding wherever it appears.
"""

from dataclasses import dataclass
from typing import Literal

Kind = Literal[
    "text",
    "count",
    "percentage",
    "rate",
    "points",
    "p",
    "ratio",
    "fraction",
    "interval",
    "ratio interval",
    "outcomes",
]

NOT_AVAILABLE = "[x]"
NOT_APPLICABLE = "[z]"
SYMBOLS = {
    NOT_AVAILABLE: "not available",
    NOT_APPLICABLE: "not applicable",
    "[p]": "provisional: people are still waiting for the outcome of an earlier stage",
}


@dataclass(frozen=True, slots=True)
class Column:
    """How one column reads.

    Attributes:
        heading: The words above it.
        kind: How its values are written.
        meaning: One sentence for the list of definitions.
        parts: The columns it is put together from, where that is not the one of its own name.
        missing: What stands where there is no value.
        named_after: The column whose value heads it, where a table is about one value of that.
    """

    heading: str
    kind: Kind = "text"
    meaning: str = ""
    parts: tuple[str, ...] | None = None
    missing: str = NOT_AVAILABLE
    named_after: str = ""


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
    "campaigns": Column("Campaigns", meaning="Those that have outcomes on both sides."),
    "odds_ratio_low": Column("Odds ratio, low", "ratio"),
    "odds_ratio_high": Column("Odds ratio, high", "ratio"),
    "odds_interval": Column(
        "Interval", "ratio interval", parts=("odds_ratio_low", "odds_ratio_high")
    ),
    "risk_ratio": Column("Success ratio", "ratio", "Pooled ratio of the pass rates (risk ratio)."),
    "risk_ratio_low": Column("Success ratio, low", "ratio"),
    "risk_ratio_high": Column("Success ratio, high", "ratio"),
    "risk_interval": Column(
        "Interval", "ratio interval", parts=("risk_ratio_low", "risk_ratio_high")
    ),
    "homogeneity_p": Column(
        "Homogeneity p",
        "p",
        "Breslow-Day-Tarone: small where the campaigns differ.",
        missing=NOT_APPLICABLE,
    ),
    "homogeneity_p_adjusted": Column(
        "Homogeneity adj. p",
        "p",
        "The same, adjusted for the comparisons shown (Holm).",
        missing=NOT_APPLICABLE,
    ),
    "measure": Column("Measure"),
    "counts": Column("Counts", meaning="The group's people out of how many, by campaign."),
    "z": Column("z", "ratio", "Cochran-Armitage; above 0 where the share rises."),
    "p_trend": Column("Trend p", "p", "Cochran-Armitage test, two-sided."),
    "detectable_change_pp": Column(
        "Detectable change (pp)",
        "points",
        "The smallest steady change, first campaign to last, found four times in five.",
    ),
    "earlier_campaigns": Column("Earlier campaigns"),
    "earlier_group_entered": Column("Group entered earlier", "count"),
    "earlier_base": Column("Earlier applicants", "count"),
    "earlier_representation_pct": Column("Earlier (%)", "percentage"),
    "pool_counts": Column("Applicants", "fraction", parts=("group_entered", "base")),
    "earlier_counts": Column(
        "Earlier", "fraction", parts=("earlier_group_entered", "earlier_base")
    ),
    "difference_pp": Column(
        "Difference (pp)", "points", "The share of applicants less the earlier share."
    ),
    "difference_low_pp": Column("Difference, low (pp)", "points"),
    "difference_high_pp": Column("Difference, high (pp)", "points"),
    "difference_interval": Column(
        "Interval", "interval", parts=("difference_low_pp", "difference_high_pp")
    ),
    "detectable_difference_pp": Column(
        "Detectable difference (pp)",
        "points",
        "The smallest difference that would have been found four times in five.",
    ),
}
