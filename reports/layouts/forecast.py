"""What people see of ``forecast``."""

from reports.layouts.layout import Layout

OUTCOME = (
    "group",
    "target_pct",
    "reached_pct",
    "years_median",
    "years_low",
    "years_high",
    "steady_state_pct",
    "steady_interval",
    "joiner_share_needed_pct",
    "joiner_share_sustaining_pct",
)
SPLIT = ("unit", "role", "by_year")
LAYOUTS: tuple[Layout, ...] = (
    Layout(
        "rows",
        (
            "group",
            "start_counts",
            "start_pct",
            "joiner_counts",
            "joiner_share_pct",
            "leaver_counts",
            "leaving_rate",
            "others_leaving_rate",
        ),
        split_by=("unit", "role", "start", "period"),
        caption="{unit}, {role} on {start}, joiners and leavers {period}",
    ),
    Layout(
        "rows",
        OUTCOME,
        split_by=SPLIT,
        caption="{unit}, {role}: when the target is reached, and what it takes by {by_year}",
        sentence="reading",
    ),
    Layout(
        "as_recorded",
        OUTCOME,
        split_by=SPLIT,
        caption="{unit}, {role}: the same as recorded, nothing assumed",
        sentence="reading",
    ),
)
