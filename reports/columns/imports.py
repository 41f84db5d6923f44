"""Columns of ``import``: what was kept, and from what."""

from reports.columns.checks import CHECK, LOG
from reports.columns.column import Column

COLUMNS: dict[str, Column] = {
    **{name: LOG[name] for name in ("subject", "campaign", "layout", "file", "sha256")},
    **{name: LOG[name] for name in ("rows_read", "people", "action")},
    "stage": Column("Stage"),
    "stage_order": Column("Order", "count"),
    "entered": Column("Entered", "count", "Candidates who entered the stage."),
    "passed": Column("Passed", "count", "Recorded as passed."),
    "failed": Column("Failed", "count"),
    "pending": Column("Pending", "count", "Still waiting for an outcome."),
    "withdrawn": Column("Withdrawn", "count"),
    **{name: CHECK[name] for name in ("check", "place", "finding", "standing")},
}
