"""Columns of ``check`` and ``log``: what does not fit, and where the counts came from."""

from reports.columns.column import NOT_APPLICABLE, Column

CHECK: dict[str, Column] = {
    "check": Column("Check"),
    "compared": Column("Compared"),
    "looked_at": Column("Looked at", "count", "How many comparisons.", missing=NOT_APPLICABLE),
    "agree": Column("Agree", "count", missing=NOT_APPLICABLE),
    "contradictions": Column(
        "Contradictions", "count", "Counts that cannot all be true, and were not accepted."
    ),
    "advice": Column("Advice", "count", "Printed wrong, there twice, or may still change."),
    "subject": Column("About"),
    "campaign": Column("Campaign", missing=NOT_APPLICABLE),
    "stage": Column("Stage", missing=NOT_APPLICABLE),
    "outcome": Column("Outcome", missing=NOT_APPLICABLE),
    "characteristic": Column("Characteristic", missing=NOT_APPLICABLE),
    "category": Column("Category", missing=NOT_APPLICABLE),
    "recorded": Column(
        "Recorded", "count", "The number that does not fit.", missing=NOT_APPLICABLE
    ),
    "expected": Column("Expected", "count", "What the others give.", missing=NOT_APPLICABLE),
    "printed": Column("Printed", missing=NOT_APPLICABLE),
    "recomputed": Column("Recomputed", missing=NOT_APPLICABLE),
    "finding": Column("Finding"),
    "standing": Column("Standing"),
    "contradiction": Column("Contradiction"),
    "accepted": Column("Accepted", "count", "Contradictions accepted at import."),
    "place": Column("Where printed", missing=NOT_APPLICABLE),
}
LOG: dict[str, Column] = {
    "import_id": Column("No.", "count"),
    "imported_at": Column("When (UTC)", "moment"),
    "action": Column("Action"),
    "subject": Column("Kind"),
    "campaign": Column("Campaign", missing=NOT_APPLICABLE),
    "layout": Column("Layout", missing=NOT_APPLICABLE),
    "file": Column("File", missing=NOT_APPLICABLE),
    "sha256": Column("SHA-256", "digest", "Of the bytes of the file.", missing=NOT_APPLICABLE),
    "bytes": Column("Bytes", "count", missing=NOT_APPLICABLE),
    "rows_read": Column("Rows read", "count", missing=NOT_APPLICABLE),
    "people": Column("People", "count", missing=NOT_APPLICABLE),
    "findings": Column("Findings", "count", "What the checks named.", missing=NOT_APPLICABLE),
    "contradictions": Column(
        "Accepted", "count", "Contradictions that were accepted.", missing=NOT_APPLICABLE
    ),
    "mapping": Column("Mapping", missing=NOT_APPLICABLE),
    "mapping_sha256": Column("SHA-256 of the mapping", "digest", missing=NOT_APPLICABLE),
    "options": Column("Options", missing=NOT_APPLICABLE),
    "version": Column("Version"),
}
