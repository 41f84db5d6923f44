"""Dismissals: who left for a reason that is recorded."""

from typing import Any

from reports.report.material import Material
from reports.report.model import Paragraph, Section
from reports.report.sections.posts import where, with_post
from reports.report.tables import table
from reports.wording import people

Row = dict[str, Any]
COLUMNS = ("post", "period", "reason", "group", "people", "leavers")
NOTHING = (
    "The data behind this report record no dismissals, neither that there were any nor that there "
    "were none."
)


def dismissals(material: Material) -> Section:
    """Return who was dismissed, or resigned in proceedings, if that is recorded."""
    rows = [] if material.retention is None else material.retention.tables["reasons"].to_dicts()
    if not rows:
        return Section("dismissals", "Dismissals", (Paragraph(NOTHING),))
    return Section(
        "dismissals",
        "Dismissals",
        (
            Paragraph("Recorded are:", tuple(map(_reason, rows)), see=("dismissals",)),
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
    who = "people" if row["group"] == "All" else people(row["group"], row["people"])
    number = "no" if row["people"] == 0 else f"{row['people']:,}"
    return f"{where(row)}: {number} {who} {row['reason']}, of {row['leavers']:,} who left."
