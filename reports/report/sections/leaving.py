"""How many of those employed left, where the number employed is known."""

from typing import Any

from reports.findings import Findings
from reports.report.model import Block, Paragraph, Subheading
from reports.report.sections.posts import post, with_post
from reports.report.tables import table
from reports.report.words.leaving import rate_sentence
from reports.report.words.phrases import led
from reports.wording import listed, people

Row = dict[str, Any]
COLUMNS = (
    "post",
    "period",
    "group",
    "leavers",
    "mean_headcount",
    "leaving_rate",
    "leaving_interval",
    "p_adjusted",
)
HEADING = Subheading("How many of those employed left")
UNKNOWN = "How many of those employed left is not known, which takes the number employed."


def leaving_blocks(found: Findings) -> list[Block]:
    """Return leaving rates, and the groups of which there are none."""
    rows = found.tables["rates"].to_dicts()
    if not rows:
        return [HEADING, Paragraph(UNKNOWN)]
    tested = sum(row["p_value"] is not None for row in rows)
    return [
        HEADING,
        Paragraph(
            "Where the number employed is known:",
            tuple(led(f"{post(row)}, {row['period']}", rate_sentence(row, tested)) for row in rows),
            see=("leaving-rates",),
        ),
        *_missing(found),
        table(
            "leaving-rates",
            "Leaving rates, where the number employed is known",
            "retention",
            COLUMNS,
            [with_post(row) for row in rows],
        ),
    ]


def _missing(found: Findings) -> list[Paragraph]:
    """Name the groups whose leaving rate is not known."""
    known = set(found.tables["rates"]["group"])
    groups = dict.fromkeys(found.tables["rows"]["group"])
    missing = [people(group) for group in groups if group not in known]
    if not missing:
        return []
    return [
        Paragraph(
            f"For {listed(missing)} the number employed is not known, so nothing can be said of "
            "how many of them stay."
        )
    ]
