"""What people see of ``campaigns``."""

from reports.layouts.layout import Layout

LAYOUTS: tuple[Layout, ...] = (
    Layout("campaigns", ("campaign", "title", "route", "last_stage")),
    Layout(
        "campaigns",
        (
            "campaign",
            "opened",
            "closed",
            "submitted",
            "withdrawn",
            "in_process",
            "stages",
            "as_at",
        ),
    ),
)
