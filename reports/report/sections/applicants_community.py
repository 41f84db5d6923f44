"""Applicants, the first stage of each campaign, beside the community."""

from reports.findings import Findings
from reports.gap_readings import gap_verdict
from reports.proportion_readings import short_reading
from reports.readings import Verdict
from reports.report.material import rows_of
from reports.report.model import Block, Paragraph, Subheading
from reports.report.tables import table
from reports.report.words.phrases import Row, led
from reports.report.words.shares import share_sentence
from reports.wording import counted

COLUMNS = (
    "campaign",
    "group",
    "counts",
    "representation_pct",
    "benchmark_short",
    "gap_pp",
    "short",
    "p_adjusted",
    "verdict",
)
WORTH_NAMING = {Verdict.evidence, Verdict.alone}


def community_blocks(found: Findings | None) -> list[Block]:
    """Return which shares of applicants stand out, and all of them in a table."""
    heading = Subheading("Applicants beside the community")
    if found is None:
        text = "There are no figures of a community to set beside the applicants."
        return [heading, Paragraph(text)]
    rows = applicant_rows(found)
    tested = int(found.tables["rows"]["p_value"].count())
    named = [row for row in rows if gap_verdict(row) in WORTH_NAMING]
    lead = (
        "Applicants are those who entered the first stage. Beside the community, these shares "
        "stand out:"
        if named
        else "No group of applicants gives evidence of a gap to its share of the community."
    )
    shown = [{**row, "verdict": short_reading(row)} for row in rows]
    items = tuple(led(row["campaign"], share_sentence(row, tested)) for row in named)
    return [
        heading,
        Paragraph(lead, items, see=("applicants-community",)),
        table(
            "applicants-community",
            "Applicants beside the community",
            "proportions",
            COLUMNS,
            shown,
            (f"The adjusted p allows for {counted(tested, 'comparison')}, later stages included.",),
        ),
    ]


def applicant_rows(found: Findings | None) -> list[Row]:
    """Return the rows of the first stage of each campaign, whose entrants are the applicants."""
    every = rows_of(found, "rows")
    first = {row["campaign"]: row["stage"] for row in reversed(every)}
    return [row for row in every if row["stage"] == first[row["campaign"]]]
