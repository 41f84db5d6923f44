"""What people see of ``check``: how much agrees, and what does not, one sentence each."""

from reports.layouts.layout import Layout

LAYOUTS: tuple[Layout, ...] = (
    Layout(
        "summary",
        ("check", "compared", "looked_at", "agree", "contradictions", "accepted", "advice"),
        caption="What was compared",
    ),
    Layout(
        "findings",
        ("check", "finding", "standing"),
        split_by=("subject",),
        caption="{subject}",
    ),
)
