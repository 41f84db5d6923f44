"""What people see of ``proportions``: a table to a group, with a row to a stage or a role."""

from reports.layouts.layout import Layout

TESTED = (
    "counts",
    "representation_pct",
    "share_interval",
    "gap_pp",
    "representation_index",
    "p_value",
    "p_adjusted",
    "short",
)
# Of a printed share people are a range, and so is what is short: there is no room for both p.
TESTED_ROLES = tuple(name for name in TESTED if name != "p_value")
BENCHMARK = ("characteristic", "group", "benchmark", "area")
AGAINST = "{group} against {benchmark} ({area})"
WEIGHTED = ("weighting", "benchmark_pct", "gap_pp", "representation_index", "p_value", "reading")

LAYOUTS: tuple[Layout, ...] = (
    Layout(
        "rows",
        ("stage", *TESTED),
        split_by=("campaign", *BENCHMARK),
        caption=f"{{campaign}}: {AGAINST}",
        sentence="reading",
        subject="stage",
        given=("stage",),
    ),
    Layout(
        "rows",
        ("role", "representation_pct", "benchmark_pct", "gap_pp", "representation_index"),
        split_by=("unit", "as_at", *BENCHMARK),
        caption=f"{{unit}}, {{as_at}}, not tested: {AGAINST}",
        given=("role",),
        lacking=("out_of",),
    ),
    Layout(
        "rows",
        ("role", *TESTED_ROLES),
        split_by=("unit", "as_at", *BENCHMARK),
        caption=f"{{unit}}, {{as_at}}: {AGAINST}",
        sentence="reading",
        subject="role",
        given=("role", "out_of"),
    ),
    Layout(
        "sensitivity",
        WEIGHTED,
        split_by=("population", "characteristic", "group"),
        caption="{population}, other weights: {group}",
        given=("p_value",),
        lacking=("role",),
    ),
    Layout(
        "sensitivity",
        WEIGHTED,
        split_by=("population", "role", "characteristic", "group"),
        caption="{population}, {role}, other weights: {group}",
        given=("role", "p_value"),
    ),
)
