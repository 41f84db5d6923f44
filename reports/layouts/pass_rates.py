"""What people see of ``pass-rates``."""

from reports.layouts.layout import Layout

LAYOUTS: tuple[Layout, ...] = (
    Layout(
        "rows",
        (
            "stage",
            "group_outcomes",
            "pass_rate",
            "reference_outcomes",
            "reference_pass_rate",
            "gap_pp",
            "gap_interval",
            "p_value",
            "p_adjusted",
        ),
        split_by=("campaign", "characteristic", "group", "reference"),
        caption="{campaign}: {characteristic}: {group} against {reference}",
        sentence="reading",
        subject="stage",
    ),
    Layout(
        "rows",
        (
            "stage",
            "relative_likelihood",
            "likelihood_interval",
            "rejection_ratio",
            "odds_ratio",
            "adverse_impact_ratio",
            "below_four_fifths",
            "shortfall",
            "flip_count",
        ),
        split_by=("campaign", "characteristic", "group", "reference"),
        caption="{campaign}: {characteristic}: {group} over {reference}",
    ),
    Layout(
        "bounds",
        (
            "stage",
            "blanks",
            "gap_pp",
            "lowest_gap_pp",
            "highest_gap_pp",
            "all_in_group_gap_pp",
            "all_in_reference_gap_pp",
            "tipping_direction",
            "tipping_significance",
        ),
        split_by=("campaign", "characteristic", "group", "reference"),
        caption="{campaign}: {characteristic}: if the blanks were {group}, or {reference}",
        sentence="reading",
        subject="stage",
    ),
)
