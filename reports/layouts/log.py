"""What people see of ``log``: what was imported, and the files it came from."""

from reports.layouts.layout import Layout

LAYOUTS: tuple[Layout, ...] = (
    Layout(
        "imports",
        (
            "import_id",
            "imported_at",
            "action",
            "subject",
            "campaign",
            "layout",
            "rows_read",
            "people",
            "contradictions",
        ),
        caption="What was imported and removed",
    ),
    Layout(
        "imports",
        ("import_id", "file", "sha256", "mapping", "version"),
        caption="From which files",
        given=("file",),
    ),
)
