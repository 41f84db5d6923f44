"""Data quality: counts that contradict each other, and printed figures that do not follow."""

from typing import Any

from reports.findings import Findings
from reports.report.material import Material
from reports.report.model import Block, Notes, Paragraph, Section, Subheading
from reports.report.tables import table
from reports.wording import capital, counted

Row = dict[str, Any]
SUMMARY_COLUMNS = ("kind", "figures", "agrees", "precision", "truncated", "last_digit", "material")
WRONG_COLUMNS = ("subject", "location", "about", "printed", "recomputed")
STATEMENT_COLUMNS = ("subject", "location", "statement", "fault")
# What the notes of the studies say of counts that cannot all be true.
CONTRADICT = (
    "contradict each other",
    "is printed as the total",
    "each is used for its own characteristic",
    "which cannot be",
    "one of the two is wrong",
    "as recorded, but",
)
NONE = "No counts behind this report contradict each other."
NOTHING_PRINTED = "There is no printed document behind these data whose figures could be checked."


def data_quality(material: Material) -> Section:
    """Name what is wrong with the figures that the report rests on."""
    blocks = [*_contradictions(material), *_printed(material.audit)]
    return Section("data-quality", "Data quality findings", tuple(blocks), "appendix")


def contradictions(material: Material) -> tuple[str, ...]:
    """Return a sentence on each pair of counts that cannot both be true."""
    notes = [note for each in material.findings for note in each.notes]
    return tuple(note for note in dict.fromkeys(notes) if _is_contradiction(note))


def _is_contradiction(note: str) -> bool:
    return any(words in note for words in CONTRADICT)


def _contradictions(material: Material) -> list[Block]:
    found = contradictions(material)
    if not found:
        return [Paragraph(NONE)]
    return [
        Subheading("Counts that cannot all be true"),
        Paragraph(
            "The counts are used as they were printed or recorded. These contradict each other:",
            found,
        ),
    ]


def _printed(found: Findings | None) -> list[Block]:
    heading = Subheading("Printed figures, worked out again")
    if found is None:
        return [heading, Paragraph(NOTHING_PRINTED)]
    rows = found.tables["findings"].to_dicts()
    wrong = [row for row in rows if row["severity"] == "material"]
    return [
        heading,
        Paragraph(_lead(rows), see=("audit-summary", "audit-findings", "audit-statements")),
        table(
            "audit-summary",
            "Figures and statements of the published documents, by how they agree",
            "audit",
            SUMMARY_COLUMNS,
            found.tables["summary"].to_dicts(),
        ),
        *_wrong_figures([row for row in wrong if row["about"] is not None]),
        *_wrong_statements([row for row in wrong if row["about"] is None]),
        Notes((*found.notes, f"Documents: {found.source}.")),
    ]


def _lead(rows: list[Row]) -> str:
    wrong = [row for row in rows if row["severity"] == "material"]
    looked = f"{counted(len(rows), 'figure')} and statements of the published documents"
    if not wrong:
        return f"{looked} were looked at again; none is materially wrong."
    worded = sum(row["about"] is None for row in wrong)
    return (
        f"{looked} were looked at again; {len(wrong):,} are materially wrong, {worded:,} of them "
        "in what statements say. This report takes the counts from them, and works out anew every "
        "percentage that has counts."
    )


def _wrong_figures(wrong: list[Row]) -> list[Block]:
    if not wrong:
        return []
    # Labels and claims stand as the documents have them, so in quotation marks.
    return [
        table(
            "audit-findings",
            "Printed figures that are materially wrong",
            "audit",
            WRONG_COLUMNS,
            [{**row, "about": f"“{row['about']}”"} for row in wrong],
        )
    ]


def _wrong_statements(wrong: list[Row]) -> list[Block]:
    """Return each statement once with all its faults, and what the faults are."""
    if not wrong:
        return []
    found: dict[tuple[str, str, str], tuple[Row, dict[str, None]]] = {}
    rules: dict[str, str] = {}
    for row in wrong:
        fault, _, why = row["explanation"].partition(": ")
        place = row["document"], row["location"], row["label"]
        found.setdefault(place, (row, {}))[1][fault] = None
        rules.setdefault(fault, _first_sentence(why))
    rows = [
        {**row, "statement": f"“{row['label']}”", "fault": "; ".join(faults)}
        for row, faults in found.values()
    ]
    return [
        table(
            "audit-statements",
            "Statements that are materially wrong",
            "audit",
            STATEMENT_COLUMNS,
            rows,
            tuple(f"{capital(fault)}: {why}" for fault, why in rules.items()),
        )
    ]


def _first_sentence(text: str) -> str:
    """Return the rule that was broken, without how it was broken here.

    >>> _first_sentence("A change has a unit. Here it has none. Instead: “+8%”.")
    'A change has a unit.'
    """
    return f"{text.partition('. ')[0].rstrip('.')}."
