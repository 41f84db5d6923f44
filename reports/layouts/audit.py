"""What people see of ``audit``: a summary, what is wrong and why, and what could not be checked."""

from reports.layouts.layout import Layout

LAYOUTS: tuple[Layout, ...] = (
    Layout(
        "summary",
        ("kind", "figures", "agrees", "precision", "truncated", "last_digit", "material"),
        caption="Figures looked at",
    ),
    Layout(
        "findings",
        ("about", "printed", "recomputed", "severity"),
        split_by=("subject", "kind", "location"),
        caption="{subject}, {location}: {kind}",
        sentence="explanation",
        subject="about",
        given=("explanation", "about"),
    ),
    Layout(
        "findings",
        ("words", "severity"),
        split_by=("subject", "location"),
        caption="{subject}, {location}: wording",
        sentence="explanation",
        subject="words",
        given=("words",),
    ),
    Layout(
        "unchecked",
        ("location", "about", "printed", "why"),
        split_by=("document",),
        caption="{document}: not checked",
    ),
)
