"""Whether parts make up their total, and no part is larger than the whole."""

import re
from collections.abc import Iterator, Mapping, Sequence

from analytics.audit.finding import Finding, What
from analytics.audit.printed import Cell, PrintedRow, PrintedTable
from analytics.audit.severity import Severity


def audited_totals(table: PrintedTable) -> Iterator[Finding]:
    """Yield a finding for every characteristic of every row that has a total.

    In a table that prints every category these add up to the total. In a monitoring table, which
    leaves out the comparator, they are at most the total.
    """
    for row in table.rows:
        for characteristic in dict.fromkeys(name for name, _ in row.counts):
            if row.total is not None:
                yield _finding(table, row, characteristic, row.total)


def _finding(table: PrintedTable, row: PrintedRow, characteristic: str, total: int) -> Finding:
    parts = {cell: count for cell, count in row.counts.items() if cell[0] == characteristic}
    made = sum(parts.values())
    wrong = made != total if table.whole else made > total
    return Finding(
        document=table.document,
        place=row.place,
        what=What.total,
        printed=str(total),
        recomputed=str(made) if table.whole else f"at least {made}",
        severity=Severity.material if wrong else Severity.agrees,
        campaign=table.campaign,
        label=row.label,
        stage=row.stage,
        cell=(characteristic, "All"),
        detail=_sum(parts, made),
    )


def _sum(parts: Mapping[Cell, int], made: int) -> str:
    counts = " + ".join(f"{count:,} {category}" for (_, category), count in parts.items())
    return f"{counts} make {made:,}"


def audited_repeats(tables: Sequence[PrintedTable]) -> Iterator[Finding]:
    """Yield a finding for every row that a table repeats from another with another total.

    Rows of one label, whatever the dash or a ``(%)`` in it, count the same people.
    """
    first: dict[tuple[str | None, str], PrintedRow] = {}
    for table in tables:
        for row in table.rows if table.whole else ():
            earlier = first.setdefault((table.campaign, _plain(row.label)), row)
            if earlier is not row and None not in {earlier.total, row.total}:
                yield _repeat(table, earlier, row)


def _plain(label: str) -> str:
    return re.sub(r"[^a-z0-9]+", " ", label.casefold().replace("(%)", "")).strip()


def _repeat(table: PrintedTable, earlier: PrintedRow, row: PrintedRow) -> Finding:
    same = earlier.total == row.total
    return Finding(
        document=table.document,
        place=row.place,
        what=What.total,
        printed=str(row.total),
        recomputed=str(earlier.total),
        severity=Severity.agrees if same else Severity.material,
        campaign=table.campaign,
        label=row.label,
        detail=f"the same people are {earlier.total:,} at {earlier.place}",
    )
