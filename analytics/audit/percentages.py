"""Every percentage printed beside a count, recomputed from the counts of its row."""

from collections.abc import Iterator

from analytics.audit.explanations import Explanation, explanations_by_cell
from analytics.audit.finding import NO_NUMBER, Finding, Unchecked, What
from analytics.audit.numbers import printed_number
from analytics.audit.printed import Cell, PrintedRow, PrintedTable
from analytics.audit.quotients import judged
from analytics.audit.severity import Severity


def audited_percentages(table: PrintedTable) -> Iterator[Finding | Unchecked]:
    """Yield a finding for every percentage of ``table``, or why there is none."""
    for row in table.rows:
        explained = explanations_by_cell(table, row)
        for cell in row.shares:
            yield _audited(table, row, cell, explained.get(cell, []))


def _audited(
    table: PrintedTable, row: PrintedRow, cell: Cell, explained: list[Explanation]
) -> Finding | Unchecked:
    printed, count = printed_number(row.shares[cell]), row.counts.get(cell)
    if printed is None or count is None or not row.total:
        missing = "no count beside it" if count is None else "no total in its row"
        why = NO_NUMBER if printed is None else missing
        place, text = (table.document, row.place), row.shares[cell]
        return Unchecked(*place, row.label, text, why, table.campaign, cell)
    recomputed, how = judged(printed, count, row.total)
    wrong = how in {Severity.last_digit, Severity.material}
    return Finding(
        document=table.document,
        place=row.place,
        what=What.percentage,
        printed=row.shares[cell],
        recomputed=recomputed,
        severity=how,
        campaign=table.campaign,
        label=row.label,
        stage=row.stage,
        cell=cell,
        numerator=count,
        denominator=row.total,
        explanations=tuple(explained) if wrong else (),
    )
