"""What people see of ``trend``."""

from reports.layouts.layout import Layout

LAYOUTS: tuple[Layout, ...] = (
    Layout(
        "readings",
        ("series", "points", "lowest_pct", "highest_pct", "centre_pct", "signals"),
        split_by=("measure",),
        caption="Signals: {measure}",
        sentence="reading",
        subject="series",
    ),
    Layout(
        "rows",
        ("period", "counts", "share_pct", "centre_pct", "limits", "sigma", "signal"),
        split_by=("series",),
        caption="{series}",
    ),
)
