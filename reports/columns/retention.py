"""Columns of ``retention``."""

from reports.columns.column import NOT_APPLICABLE, Column

COLUMNS: dict[str, Column] = {
    "unit": Column("Unit"),
    "role": Column("Role"),
    "period": Column("Period", meaning="Financial years, or its first and last day."),
    "period_start": Column("From"),
    "period_end": Column("To"),
    "derived": Column("Derived", meaning="Found by taking a recorded period out of another."),
    "joiners": Column("Joined", "count", "People of the group who joined."),
    "leavers": Column("Left", "count", "People of the group who left."),
    "net_change": Column("Net change", "count", "Joiners less leavers."),
    "joiner_leaver_ratio": Column(
        "Joined per leaver",
        "ratio",
        "Joiner-leaver ratio: at 1 as many joined as left.",
        missing=NOT_APPLICABLE,
    ),
    "reference_joiners": Column("Ref. joined", "count", "Of those compared with, who joined."),
    "reference_leavers": Column("Ref. left", "count", "Of those compared with, who left."),
    "not_stated_joiners": Column("Not stated joined", "count"),
    "not_stated_leavers": Column("Not stated left", "count"),
    "all_joiners": Column("All joined", "count", "Everybody who joined, Not stated included."),
    "all_leavers": Column("All left", "count", "Everybody who left, Not stated included."),
    "joiner_share_pct": Column("Share (%)", "percentage", "The group's share of joiners."),
    "leaver_share_pct": Column("Share (%)", "percentage", "The group's share of leavers."),
    "share_gap_pp": Column(
        "Gap (pp)", "points", "The share of joiners less the share of leavers, percentage points."
    ),
    "odds_ratio": Column(
        "Odds ratio",
        "ratio",
        "Odds that a leaver is of the group over those that a joiner is, Not stated apart.",
        missing=NOT_APPLICABLE,
    ),
    "earlier": Column("Earlier"),
    "later": Column("Later"),
    "measure": Column("Measure"),
    "earlier_people": Column("Earlier people", "count"),
    "earlier_out_of": Column("Earlier, out of", "count"),
    "people": Column("People", "count"),
    "out_of": Column("Out of", "count"),
    "earlier_counts": Column(
        "Earlier",
        "fraction",
        parts=("earlier_people", "earlier_out_of"),
        missing=NOT_APPLICABLE,
    ),
    "later_counts": Column(
        "Later",
        "fraction",
        parts=("people", "out_of"),
        missing=NOT_APPLICABLE,
    ),
    "earlier_share_pct": Column("(%)", "percentage", missing=NOT_APPLICABLE),
    "share_pct": Column("(%)", "percentage", missing=NOT_APPLICABLE),
    "difference_pp": Column(
        "Change (pp)",
        "points",
        "The later share less the earlier one, percentage points.",
        missing=NOT_APPLICABLE,
    ),
    "difference_interval": Column(
        "Interval",
        "interval",
        parts=("difference_low_pp", "difference_high_pp"),
        missing=NOT_APPLICABLE,
    ),
    "earlier_odds_ratio": Column("Earlier odds ratio", "ratio", missing=NOT_APPLICABLE),
    "later_odds_ratio": Column(
        "Later odds ratio", "ratio", parts=("odds_ratio",), missing=NOT_APPLICABLE
    ),
    "p_value": Column(
        "Exact p",
        "p",
        "Fisher's exact test, two-sided; of leaving rates the conditional exact test.",
        missing=NOT_APPLICABLE,
    ),
    "change_p": Column(
        "p",
        "p",
        "Fisher's exact test; of odds ratios Breslow and Day's with Tarone's correction.",
        parts=("p_value",),
        missing=NOT_APPLICABLE,
    ),
    "p_mid": Column(
        "mid-p",
        "p",
        "The same with half the weight of the observed table.",
        missing=NOT_APPLICABLE,
    ),
    "p_adjusted": Column(
        "Adj. p", "p", "Adjusted for the comparisons shown (Holm).", missing=NOT_APPLICABLE
    ),
    "years": Column("Years", "ratio"),
    "mean_headcount": Column("Mean headcount", "amount", "Mean number of people in the period."),
    "leaving_rate": Column(
        "Left in a year (%)", "rate", "Leavers per mean headcount and year, 0 to 1."
    ),
    "leaving_rate_low": Column("Leaving rate, low (%)", "rate"),
    "leaving_rate_high": Column("Leaving rate, high (%)", "rate"),
    "leaving_interval": Column(
        "Interval", "rate interval", parts=("leaving_rate_low", "leaving_rate_high")
    ),
    "headcount_before_at": Column("Headcount before, date"),
    "headcount_before": Column(
        "Headcount before", "count", "The nearest known at or before the period's start."
    ),
    "headcount_after_at": Column("Headcount after, date"),
    "headcount_after": Column(
        "Headcount after", "count", "The nearest known at or after the period's end."
    ),
    "reference_headcount": Column("Reference headcount", "amount", missing=NOT_APPLICABLE),
    "reference_rate": Column("Reference (%)", "rate", missing=NOT_APPLICABLE),
    "rate_ratio": Column(
        "Ratio",
        "ratio",
        "The group's leaving rate over the reference's; above 1 the group leaves faster.",
        missing=NOT_APPLICABLE,
    ),
    "rate_ratio_low": Column("Ratio, low", "ratio", missing=NOT_APPLICABLE),
    "rate_ratio_high": Column("Ratio, high", "ratio", missing=NOT_APPLICABLE),
    "rate_ratio_interval": Column(
        "Interval",
        "ratio interval",
        parts=("rate_ratio_low", "rate_ratio_high"),
        missing=NOT_APPLICABLE,
    ),
    "reason": Column("Reason"),
}
