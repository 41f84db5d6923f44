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
            "rows_read",
            "people",
            "contradictions",
        ),
        caption="What was imported and removed",
    ),
    Layout(
        "imports",
        ("import_id", "layout", "file", "sha256"),
        caption="From which files",
        given=("file",),
    ),
    Layout(
        "imports",
        ("import_id", "mapping", "version"),
        caption="How they were read",
        given=("file",),
    ),
)
