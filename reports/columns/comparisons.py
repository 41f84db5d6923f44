"""Columns of ``compare``: several campaigns together."""

from reports.columns.column import NOT_APPLICABLE, Column

COLUMNS: dict[str, Column] = {
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
