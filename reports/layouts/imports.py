"""What people see of ``import``: what was kept, its stages, and what the checks found in it."""

from reports.layouts.layout import Layout

LAYOUTS: tuple[Layout, ...] = (
    Layout("imported", ("subject", "campaign", "action", "rows_read", "people")),
    Layout(
        "stages",
        ("stage", "entered", "passed", "failed", "pending", "withdrawn"),
        split_by=("campaign",),
        caption="{campaign}: people by stage",
    ),
    Layout(
        "findings",
        ("check", "finding", "standing"),
        split_by=("subject",),
        caption="{subject}: what does not fit",
    ),
)
