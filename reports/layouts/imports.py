"""What people see of ``import``: what was kept, its stages, and what the checks found in it."""

from reports.layouts.layout import Layout

# Those of a dozen campaigns are what a person may compare with a source.
MOST_STAGES = 100

LAYOUTS: tuple[Layout, ...] = (
    Layout(
        "imported",
        ("subject", "campaign", "action", "rows_read", "people"),
        most_rows=100,
    ),
    Layout(
        "stages",
        ("stage", "entered", "passed", "failed", "pending", "withdrawn"),
        split_by=("campaign",),
        caption="{campaign}: people by stage",
        most_rows=MOST_STAGES,
    ),
    Layout(
        "findings",
        ("check", "finding", "standing"),
        split_by=("subject",),
        caption="{subject}: what does not fit",
    ),
)
