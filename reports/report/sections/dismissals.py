"""Dismissals: who left for a reason that is recorded."""

from typing import Any

from reports.report.material import Material, rows_of
from reports.report.model import Paragraph, Section
from reports.report.sections.posts import post, with_post
from reports.report.tables import table
from reports.wording import people

Row = dict[str, Any]
COLUMNS = ("post", "period", "reason", "group", "people", "leavers")
# Of one, and of several.
WORDS = {
    "dismissed": ("was dismissed", "were dismissed"),
    "resigned in proceedings": ("resigned during proceedings", "resigned during proceedings"),
    "barred": ("was put on the barred list", "were put on the barred list"),
}
NOTHING = (
    "The data behind this report record no dismissals, neither that there were any nor that there "
    "were none."
)


def dismissals(material: Material) -> Section:
    """Return who was dismissed, or resigned in proceedings, if that is recorded."""
    rows = rows_of(material.retention, "reasons")
    if not rows:
        return Section("dismissals", "Dismissals", (Paragraph(NOTHING),))
    return Section(
        "dismissals",
        "Dismissals",
        (
            Paragraph("What is recorded:", tuple(map(_reason, rows)), see=("dismissals",)),
            table(
                "dismissals",
                "Dismissals and other reasons for leaving",
                "retention",
                COLUMNS,
                [with_post(row) for row in rows],
            ),
        ),
    )


def _reason(row: Row) -> str:
    one, several = WORDS.get(row["reason"], (row["reason"], row["reason"]))
    number, everybody = row["people"], row["group"] == "All"
    if number == 0 and everybody:
        who = "nobody"
    else:
        counted = f"{number:,}" if number else "no"
        who = f"{counted} {people(row['group'], number) if not everybody else 'people'}"
    words = one if number == 1 or who == "nobody" else several
    return f"{post(row)}, {row['period']}: {who} {words}; {row['leavers']:,} left in all."
