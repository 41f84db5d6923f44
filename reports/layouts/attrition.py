"""What people see of ``attrition``."""

from reports.layouts.layout import Layout

LAYOUTS: tuple[Layout, ...] = (
    Layout(
        "stages",
        (
            "stage",
            "entered",
            "group_entered",
            "not_stated",
            "representation_pct",
            "change_from_previous_pp",
            "change_pp",
        ),
        split_by=("campaign", "characteristic", "group"),
        caption="{campaign}: {characteristic}",
    ),
    Layout(
        "changes",
        (
            "group",
            "from_counts",
            "to_counts",
            "headline_change",
            "change_interval",
            "p_value",
            "p_mid",
            "p_adjusted",
        ),
        split_by=("campaign", "from_stage", "to_stage"),
        caption="{campaign}: change from {from_stage} to {to_stage}",
        sentence="reading",
    ),
)
