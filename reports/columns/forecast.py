"""Columns of ``forecast``."""

from reports.columns.column import NOT_APPLICABLE, Column

BEYOND = "beyond"

COLUMNS: dict[str, Column] = {
    "unit": Column("Unit"),
    "role": Column("Role"),
    "start": Column("Start", meaning="The date of the group's count or share: year 0."),
    "people": Column("People", "count", "People of the group at the start."),
    "people_low": Column("People, low", "count", "The fewest that the printed share allows."),
    "people_high": Column("People, high", "count", "The most that it allows."),
    "out_of": Column("Out of", "count", "Everybody in the role."),
    "start_counts": Column("Now", "fraction", parts=("people", "out_of")),
    "start_pct": Column("Now (%)", "percentage", "The group's share at the start."),
    "counted_at": Column("Headcount at", meaning="The date of the headcount of everybody."),
    "area": Column("Area", meaning="The community whose share is the target."),
    "benchmark_as_at": Column("Benchmark at"),
    "benchmark_quality": Column("Benchmark quality", meaning="In the words of its source."),
    "target_pct": Column("Target (%)", "percentage", "The share to arrive at, at the start."),
    "target_by_pct": Column("Target by year (%)", "percentage", "The target in the year asked."),
    "target_final_pct": Column("Target at end (%)", "percentage", "The target at the horizon."),
    "period": Column("Period", meaning="When joiners and leavers were counted."),
    "period_years": Column("Period (years)", "ratio", "Its length; rates are divided by it."),
    "joiner_counts": Column("Joiners", "fraction", parts=("joiners_of_group", "joiners")),
    "joiners_of_group": Column("Joiners of group", "count"),
    "joiners": Column("Joiners", "count", "Everybody who joined in the period."),
    "leaver_counts": Column("Leavers", "fraction", parts=("leavers_of_group", "leavers")),
    "leavers_of_group": Column("Leavers of group", "count"),
    "leavers": Column("Leavers", "count", "Everybody who left in the period."),
    "joiner_share_pct": Column(
        "Of joiners (%)", "percentage", "The group's share of joiners, as recorded or assumed."
    ),
    "joiner_share_assumed": Column("Joiner share assumed"),
    "leaving_rate": Column(
        "Leave a year (%)", "rate", "Share of the group that leaves in a year, 0 to 1."
    ),
    "others_leaving_rate": Column(
        "Others leave (%)", "rate", "The same of everybody else, 0 to 1."
    ),
    "intake": Column(
        "Intake",
        "amount",
        "Joiners a year; none where as many join as leave.",
        missing=NOT_APPLICABLE,
    ),
    "reached": Column(
        "Reached", meaning="Whether the median of the futures comes to the target by the horizon."
    ),
    "reached_pct": Column(
        "There then (%)", "percentage", "Futures at or above the target in the last year."
    ),
    "years_median": Column(
        "Years to it",
        "count",
        "Until the median of the futures is there; beyond the horizon if no figure.",
        missing=BEYOND,
    ),
    "years_low": Column(
        "From", "count", "Until the upper end of their interval is there.", missing=BEYOND
    ),
    "years_high": Column(
        "To", "count", "Until the lower end of their interval is there.", missing=BEYOND
    ),
    "steady_state_pct": Column(
        "Settles at (%)",
        "percentage",
        "The share at which the workforce would settle in the end.",
        missing=NOT_APPLICABLE,
    ),
    "steady_interval": Column(
        "Interval", "ratio interval", parts=("steady_low_pct", "steady_high_pct")
    ),
    "steady_low_pct": Column("Settles at, low (%)", "percentage"),
    "steady_high_pct": Column("Settles at, high (%)", "percentage"),
    "by_year": Column("By year", "text", "The year the joiner share needed is for."),
    "joiner_share_needed_pct": Column(
        "Joiners needed (%)",
        "percentage",
        "The share of joiners that arrives in the year asked; none where all would be too few.",
        missing="none",
    ),
    "joiner_share_sustaining_pct": Column(
        "To keep it (%)",
        "percentage",
        "The share of joiners that in the end gives the target, and keeps it.",
        missing=NOT_APPLICABLE,
    ),
    "years": Column("Years ahead", "count"),
    "futures": Column("Futures", "count"),
    "confidence_level": Column("Confidence level", "ratio"),
    "final_pct": Column("At the horizon (%)", "percentage", "Median share of the futures."),
    "final_low_pct": Column("At the horizon, low (%)", "percentage"),
    "final_high_pct": Column("At the horizon, high (%)", "percentage"),
    "final_out_of": Column("Workforce at the horizon", "amount", "People expected, everybody."),
    "date": Column("Date"),
    "expected_pct": Column("Expected (%)", "percentage", "Share of the people to be expected."),
    "median_pct": Column("Median (%)", "percentage", "Half of the futures are below."),
    "lower_pct": Column("Lower quarter (%)", "percentage", "A quarter of the futures are below."),
    "upper_pct": Column("Upper quarter (%)", "percentage", "A quarter of the futures are above."),
    "low_pct": Column("Low (%)", "percentage", "Lower end of the interval of the futures."),
    "high_pct": Column("High (%)", "percentage", "Upper end of the interval of the futures."),
    "recorded_pct": Column(
        "As recorded (%)", "percentage", "Expected without what is assumed.", missing=NOT_APPLICABLE
    ),
}
