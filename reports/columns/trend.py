"""Columns of ``trend``: a share point by point, its mean and limits, and its signals."""

from reports.columns.column import NOT_APPLICABLE, Column

COLUMNS: dict[str, Column] = {
    "measure": Column("Measure", meaning="What the group's people are a share of."),
    "unit": Column("Unit", missing=NOT_APPLICABLE),
    "role": Column("Role", missing=NOT_APPLICABLE),
    "stage": Column("Stage", missing=NOT_APPLICABLE),
    "series": Column("Series", meaning="What the points are of: one group, or one role, in order."),
    "period": Column("Period", meaning="The campaign, the period or the date of a point."),
    "period_order": Column("Order", "count", "The place of the point in its series, from 1."),
    "period_start": Column("From", meaning="The day on which the campaign or period began."),
    "period_end": Column("To", meaning="The day on which it ended."),
    "people": Column("People", "count", "People of the group."),
    "out_of": Column("Out of", "count", "All people that they are a share of."),
    "counts": Column("People", "fraction", parts=("people", "out_of")),
    "share_pct": Column("Share (%)", "percentage", "People of the group out of all."),
    "centre_pct": Column(
        "Mean (%)", "percentage", "The share of all points together: the centre line."
    ),
    "lower_pct": Column(
        "Lower limit (%)",
        "percentage",
        "Three standard deviations under the mean, for so many people; never under 0.",
    ),
    "upper_pct": Column(
        "Upper limit (%)",
        "percentage",
        "Three standard deviations over the mean, for so many people; never over 100.",
    ),
    "limits": Column("Limits (%)", "ratio interval", parts=("lower_pct", "upper_pct")),
    "sigma": Column(
        "Sigma",
        "ratio",
        "How many standard deviations the point lies from the mean; outside limits beyond 3.",
        missing=NOT_APPLICABLE,
    ),
    "signal": Column("Signal", meaning="Every signal that the point carries by rule, or stable."),
    "approximate": Column(
        "Approximate", meaning="Whether fewer than 5 of the group, or the others, were expected."
    ),
    "provisional": Column(
        "Provisional", meaning="Whether people are still waiting at an earlier stage."
    ),
    "points": Column("Points", "count", "How many points the series has."),
    "lowest_pct": Column("Lowest (%)", "percentage"),
    "highest_pct": Column("Highest (%)", "percentage"),
    "signals": Column("Signals", meaning="Every signal that any of its points carries."),
}
