"""What people see of ``compare``."""

from reports.layouts.layout import Layout

LAYOUTS: tuple[Layout, ...] = (
    Layout(
        "rows",
        (
            "stage",
            "campaigns",
            "group_outcomes",
            "reference_outcomes",
            "gap_pp",
            "gap_interval",
            "p_value",
            "p_adjusted",
        ),
        split_by=("characteristic", "group", "reference"),
        caption="{characteristic}: {group} against {reference}",
        sentence="reading",
        subject="stage",
    ),
    Layout(
        "rows",
        (
            "stage",
            "odds_ratio",
            "odds_interval",
            "risk_ratio",
            "risk_interval",
            "p_mid",
            "homogeneity_p",
        ),
        split_by=("characteristic", "group", "reference"),
        caption="{characteristic}: {group} over {reference}",
    ),
    Layout(
        "trend",
        ("group", "counts", "z", "p_trend", "p_adjusted"),
        split_by=("measure", "stage", "campaigns"),
        caption="Trend over {campaigns}: {measure}, {stage}",
        sentence="reading",
    ),
    Layout(
        "pools",
        (
            "group",
            "pool_counts",
            "earlier_counts",
            "difference_pp",
            "difference_interval",
            "p_value",
            "p_mid",
            "p_adjusted",
        ),
        split_by=("campaign", "earlier_campaigns"),
        caption="Applicants: {campaign} against {earlier_campaigns}",
        sentence="reading",
    ),
)
