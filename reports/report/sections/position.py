"""Current position: the workforce beside the community it serves."""

from functools import partial
from typing import Any

from reports.charts.labels import day
from reports.findings import Findings
from reports.gap_readings import gap_verdict
from reports.proportion_readings import short_reading, who
from reports.readings import Verdict
from reports.report.material import Material
from reports.report.model import Block, Figure, Notes, Paragraph, Section, Table
from reports.report.sections.posts import post
from reports.report.tables import Row, table
from reports.report.words.phrases import led
from reports.report.words.shares import share_sentence
from reports.wording import counted, few, listed

KEY, HEADING = "current-position", "Current position"
COLUMNS = (
    "unit",
    "role",
    "group",
    "counts",
    "representation_pct",
    "benchmark_short",
    "gap_pp",
    "short",
    "p_adjusted",
    "verdict",
)
# A paragraph that names more is read by nobody; the table has them all.
MOST_NAMED = 6
NO_WORKFORCE = (
    "The data behind this report have no shares of a workforce together with those of a community, "
    "so the two are not compared."
)


def current_position(material: Material) -> Section:
    """Set the shares of the workforce beside those of the community."""
    found = material.workforce
    if found is None:
        return Section(KEY, HEADING, (Paragraph(NO_WORKFORCE),))
    rows = found.tables["rows"].to_dicts()
    blocks: list[Block] = [
        Paragraph(_where_they_lie(rows), see=("workforce",)),
        *_tested(rows),
        *_untested(rows),
        Figure(
            "workforce-chart",
            f"Shares of the workforce beside the community: {few(_units(rows))}",
            f"Chart of the share of each group in each role beside its share of the community. "
            f"{found.headline.rstrip('.')}.",
            "workforce",
            partial(_chart, found),
        ),
        _table(rows),
        Notes(found.notes),
    ]
    return Section(KEY, HEADING, tuple(blocks))


def _chart(found: Findings) -> Any:
    from reports.charts.benchmark_dumbbell import benchmark_dumbbell_chart

    return benchmark_dumbbell_chart(found)


def _where_they_lie(rows: list[dict[str, Any]]) -> str:
    """Say how many shares are below the community's, and in which roles none is above."""
    known = [row for row in rows if row["gap_pp"] is not None]
    below = sum(row["gap_pp"] < 0 for row in known)
    above = [f"{who(row)} ({post(row)})" for row in known if row["gap_pp"] >= 0]
    more = [f"{len(above) - MOST_NAMED:,} more"] if len(above) > MOST_NAMED else []
    others = "; ".join([*above[:MOST_NAMED], *more])
    rest = f" The others are: {others}." if above and below else ""
    areas = listed(list(dict.fromkeys(str(row["area"]) for row in rows)))
    return (
        f"The share of a group in a role is below its share of the community ({areas}) in "
        f"{below:,} of {counted(len(known), 'comparison')}.{rest}"
    )


def _tested(rows: list[dict[str, Any]]) -> list[Paragraph]:
    tested = [row for row in rows if row["p_value"] is not None]
    if not tested:
        return []
    found = [row for row in tested if gap_verdict(row) in {Verdict.evidence, Verdict.alone}]
    if not found:
        first = f" The first {MOST_NAMED} are:" if len(tested) > MOST_NAMED else ""
        return [
            Paragraph(
                f"Of the {counted(len(tested), 'comparison')} that could be tested, none gives "
                f"evidence of a gap.{first}",
                tuple(_of_post(row, len(tested)) for row in tested[:MOST_NAMED]),
            )
        ]
    others = "" if len(found) == len(tested) else "; the others give no evidence of a gap"
    number = counted(len(tested), "comparison")
    lead = f"Of the {number} that could be tested, these stand out{others}:"
    return [Paragraph(lead, tuple(_of_post(row, len(tested)) for row in found))]


def _of_post(row: Row, comparisons: int) -> str:
    return led(post(row), share_sentence(row, comparisons))


def _untested(rows: list[dict[str, Any]]) -> list[Paragraph]:
    number = sum(row["p_value"] is None for row in rows)
    if not number:
        return []
    return [
        Paragraph(
            f"{counted(number, 'comparison')} could not be tested, because the shares are printed "
            "without the number of people. The table shows them as printed; whether these gaps are "
            "more than chance would give takes headcounts."
        )
    ]


def _table(rows: list[dict[str, Any]]) -> Table:
    dates = listed(_dated(rows))
    shown = [{**row, "verdict": short_reading(row)} for row in rows]
    return table(
        "workforce",
        f"Shares of the workforce beside the community: {dates}",
        "proportions",
        COLUMNS,
        shown,
        ("A gap is the share less the community's share, in percentage points (pp).",),
    )


def _units(rows: list[dict[str, Any]]) -> list[str]:
    return list(dict.fromkeys(str(row["unit"]) for row in rows))


def _dated(rows: list[dict[str, Any]]) -> list[str]:
    dates: dict[str, Row] = {}
    for row in rows:
        dates.setdefault(str(row["unit"]), row)
    return [f"{unit} ({day(str(row['as_at']))})" for unit, row in dates.items()]
