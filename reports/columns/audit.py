"""Columns of ``audit``: printed figures beside what their counts give."""

from reports.columns.column import NOT_APPLICABLE, Column

COLUMNS: dict[str, Column] = {
    "document": Column("Document"),
    "location": Column("Where", meaning="The paragraph, table and row, or line."),
    "kind": Column("Kind", meaning="What was looked at."),
    "campaign": Column("Campaign", missing=NOT_APPLICABLE),
    "label": Column("As labelled"),
    "stage": Column("Stage", missing=NOT_APPLICABLE),
    "characteristic": Column("Characteristic", missing=NOT_APPLICABLE),
    "group": Column("Who", missing="all"),
    "printed": Column("Printed"),
    "recomputed": Column("Recomputed", meaning="What the printed counts give."),
    "subject": Column("Campaign or document"),
    "about": Column("Figure", missing=NOT_APPLICABLE),
    "words": Column("Words", missing=NOT_APPLICABLE),
    "severity": Column(
        "Severity",
        meaning="agrees; precision: agrees at the precision printed; truncated: digits left off; "
        "last digit: one unit off; material: further off.",
    ),
    "numerator": Column("People", "count", missing=NOT_APPLICABLE),
    "denominator": Column("Out of", "count", missing=NOT_APPLICABLE),
    "explanation": Column("Explanation", missing=NOT_APPLICABLE),
    "figures": Column("Figures", "count", "How many were looked at."),
    "why": Column("Why not"),
    "agrees": Column("Agree", "count"),
    "precision": Column("Agree as printed", "count"),
    "truncated": Column("Truncated", "count"),
    "last_digit": Column("Last digit", "count"),
    "material": Column("Material", "count"),
    "sentence": Column("Sentence"),
}
