"""Recruitment activity: what was done to attract and support candidates, in numbers."""

from typing import Any

from reports.charts.labels import day
from reports.report.material import Material
from reports.report.model import Notes, Paragraph, Section
from reports.report.tables import table
from reports.wording import counted, listed

Row = dict[str, Any]
KEY, HEADING = "recruitment-activity", "Recruitment activity"
COLUMNS = ("activity", "detail", "for_campaigns", "period_of_activity", "number", "counted_in")
NOTHING = "The data behind this report record no recruitment activity."
NO_EFFECT = (
    "These numbers say what was done. Whether it changed who applied or got through cannot be told "
    "from them: that takes a comparison with people to whom it was not offered."
)


def recruitment_activity(material: Material) -> Section:
    """List the activities, those of other campaigns left out."""
    rows = material.activities.to_dicts()
    if not rows:
        return Section(KEY, HEADING, (Paragraph(NOTHING),))
    number = len({row["activity"] for row in rows})
    noun = "activity" if number == 1 else "activities"
    sources = list(dict.fromkeys(row["document"] or row["source"] for row in rows))
    return Section(
        KEY,
        HEADING,
        (
            Paragraph(f"Numbers are recorded of {number:,} {noun}.", see=("activity",)),
            table(
                "activity",
                "Recruitment activity, as recorded",
                "campaigns",
                COLUMNS,
                [_shown(row) for row in rows],
            ),
            Paragraph(NO_EFFECT),
            Notes(
                (
                    f"{counted(len(rows), 'number')}, as recorded in: {'; '.join(sources)}.",
                    "The same person may have attended more than once, or several activities.",
                )
            ),
        ),
    )


def _shown(row: Row) -> Row:
    return {
        **row,
        "for_campaigns": listed(row["campaigns"].split()) if row["campaigns"] else None,
        "period_of_activity": _period(row),
        "counted_in": row["unit"],
    }


def _period(row: Row) -> str | None:
    start, end = (row[name] and day(str(row[name])) for name in ("period_start", "period_end"))
    if start and end:
        return f"{start} to {end}"
    return start or end or None
