"""Whether each value of a stage-by-stage list belongs to the stage that it is printed at.

The values printed at one stage, group by group, are put into a row of their own beside the counts
of that stage, so that what went wrong with them is searched for as with any other row.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from fractions import Fraction

from analytics.audit.explanations import Explanation, explanations_by_cell
from analytics.audit.finding import NO_NUMBER, Finding, Unchecked, What
from analytics.audit.numbers import printed_number, rounded
from analytics.audit.printed import Cell, PrintedPoint, PrintedRow, PrintedSeries, PrintedTable
from analytics.audit.severity import DECIMALS, Severity, severity


def audited_series(
    table: PrintedTable | None, series: Sequence[PrintedSeries]
) -> Iterator[Finding | Unchecked]:
    """Yield a finding for every value of the series of one campaign, or why there is none.

    ``table`` is the monitoring table of the campaign, or None where there is none.
    """
    entrants = entrants_by_stage(table) if table else {}
    explained = _explained(table, series, entrants) if table else {}
    for each in series:
        for point in each.points:
            counted = entrants.get(point.stage or "")
            printed = printed_number(point.printed)
            if table and counted and printed and _percentage(counted, each.cell) is not None:
                found = explained[point.stage].get(each.cell, [])
                yield _finding(table, counted, each, point, found)
            else:
                yield _unchecked(each, point)


def _explained(
    table: PrintedTable, series: Sequence[PrintedSeries], entrants: Mapping[str, PrintedRow]
) -> dict[str | None, dict[Cell, list[Explanation]]]:
    """Return the explanations of all that is printed at each stage that has counts."""
    return {
        stage: explanations_by_cell(table, _row_of_stage(counted, series, stage))
        for stage, counted in entrants.items()
    }


def _unchecked(series: PrintedSeries, point: PrintedPoint) -> Unchecked:
    known = printed_number(point.printed)
    return Unchecked(
        document=series.document,
        place=point.place,
        label=point.label,
        printed=point.printed,
        why="no counts of that stage" if known else NO_NUMBER,
        campaign=series.campaign,
        cell=series.cell,
    )


def entrants_by_stage(table: PrintedTable) -> dict[str, PrintedRow]:
    """Return the row of those who entered each stage."""
    rows = [(row.stage if row.outcome == "entered" else row.enters, row) for row in table.rows]
    found: dict[str, PrintedRow] = {}
    for stage, row in rows:
        if stage and (row.outcome == "entered" or row.enters):
            found.setdefault(stage, row)
    return found


def _percentage(row: PrintedRow, cell: Cell) -> Fraction | None:
    count = row.counts.get(cell)
    return None if count is None or not row.total else Fraction(100 * count, row.total)


def _row_of_stage(counted: PrintedRow, series: Sequence[PrintedSeries], stage: str) -> PrintedRow:
    """Return the counts of a stage with what all the series print at it."""
    shares = {
        other.cell: same.printed for other in series for same in other.points if same.stage == stage
    }
    return replace(counted, shares=shares)


def _finding(
    table: PrintedTable,
    row: PrintedRow,
    series: PrintedSeries,
    point: PrintedPoint,
    explained: list[Explanation],
) -> Finding:
    printed, exact = printed_number(point.printed), _percentage(row, series.cell)
    if printed is None or exact is None:
        raise AssertionError("a value without a number or a count was left out before")
    how = severity(printed, exact)
    wrong = how in {Severity.last_digit, Severity.material}
    return Finding(
        document=table.document,
        place=point.place,
        what=What.series,
        printed=point.printed,
        recomputed=f"{rounded(exact, DECIMALS)}%",
        severity=how,
        campaign=table.campaign,
        label=point.label,
        stage=point.stage,
        cell=series.cell,
        numerator=row.counts[series.cell],
        denominator=row.total,
        explanations=tuple(explained) if wrong else (),
    )
