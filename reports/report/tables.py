"""Tables of a report, made from the rows of findings."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from reports.cells import cell
from reports.charts.pass_rate_gaps import WORDS
from reports.columns import columns_of
from reports.columns.column import NOT_APPLICABLE, Column
from reports.display import label
from reports.readings import Verdict
from reports.report.model import Table
from reports.wording import capital, compared_with, people

Row = Mapping[str, Any]
# What only a report shows: put together from a row by those who ask for it.
OWN: dict[str, Column] = {
    "verdict": Column("What the figures carry"),
    "compared": Column("Compared"),
    "own_passed": Column("Group, passed", "outcomes", parts=("passed", "failed")),
    "others_passed": Column(
        "Others, passed", "outcomes", parts=("reference_passed", "reference_failed")
    ),
    "own_rate": Column("Group, pass rate (%)", "rate", parts=("pass_rate",)),
    "others_rate": Column("Others, pass rate (%)", "rate", parts=("reference_pass_rate",)),
    "benchmark_short": Column("Community (%)", "percentage", parts=("benchmark_pct",)),
    "joined_of_all": Column("Joined", "fraction", parts=("joiners", "all_joiners")),
    "left_of_all": Column("Left", "fraction", parts=("leavers", "all_leavers")),
    "joined_share": Column("Share of joiners (%)", "percentage", parts=("joiner_share_pct",)),
    "left_share": Column("Share of leavers (%)", "percentage", parts=("leaver_share_pct",)),
    "post": Column("Post"),
    "period_of_activity": Column("Period"),
    "activity": Column("Activity"),
    "detail": Column("What"),
    "for_campaigns": Column("Campaigns", missing=NOT_APPLICABLE),
    "number": Column("Number", "count"),
    "counted_in": Column("Counted in"),
    "statement": Column("Statement"),
    "fault": Column("What is wrong"),
}


def table(
    key: str,
    caption: str,
    question: str,
    columns: Sequence[str],
    rows: Sequence[Row],
    notes: Sequence[str] = (),
) -> Table:
    """Return ``rows`` as a table.

    Args:
        key: Its name in the report.
        caption: What it holds.
        question: The command whose columns these are.
        columns: Their names, left to right; those of ``OWN`` must be in the rows or have parts.
        rows: The rows; one that is ``provisional`` has its stage marked.
        notes: Whole sentences under it.
    """
    known = {**columns_of(question), **OWN}
    return Table(
        key=key,
        caption=caption,
        headings=tuple(known[name].heading for name in columns),
        numeric=tuple(known[name].kind != "text" for name in columns),
        rows=tuple(tuple(_cell(name, row, known) for name in columns) for row in rows),
        notes=tuple(notes),
    )


def compared(row: Row) -> str:
    """Return who is compared with whom, such as ``Women and men``."""
    return capital(f"{people(row['group'])} and {compared_with(row['reference'])}")


def said(verdict: Verdict) -> str:
    """Return a verdict in as few words as fit into a table."""
    return WORDS[verdict]


def _cell(name: str, row: Row, columns: Mapping[str, Column]) -> str:
    value = row.get(name)
    if name == "characteristic" or isinstance(value, date):
        return label(name, value)
    mark = " [p]" if name == "stage" and row.get("provisional") else ""
    return f"{cell(name, row, columns)}{mark}"
