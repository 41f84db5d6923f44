"""Reports without an error: a campaign of simulated people, its lists, and who joined and left."""

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

import numpy as np
from numpy.typing import NDArray

from analytics.audit.printed import (
    Cell,
    PrintedPoint,
    PrintedReport,
    PrintedRow,
    PrintedSeries,
    PrintedTable,
)

GROUPS: tuple[Cell, ...] = (
    ("ethnicity", "BAME"),
    ("sex", "Female"),
    ("sexual_orientation", "LGBT+"),
    ("disability", "Disabled"),
)
RATES = (0.2, 0.35, 0.1, 0.05)
STAGES = (
    "Application",
    "Online test",
    "Telephone interview",
    "Face to face interview",
    "Assessment centre",
    "Pre-employment checks",
    "Offer",
)
PARTS = (("ethnicity", "BAME"), ("ethnicity", "Not stated"), ("ethnicity", "White"))
DOCUMENT, CAMPAIGN = "made up", "C1"
GROUP, BLANK = 1, 2

Answers = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Written:
    """How percentages are written: to how many decimals, the half upwards."""

    decimals: int

    def share(self, numerator: int, denominator: int) -> str:
        """Return a percentage."""
        return f"{self._rounded(100 * Decimal(numerator) / Decimal(denominator))}%"

    def change(self, first: tuple[int, int], last: tuple[int, int]) -> str:
        """Return a change in points between two quotients, rounded once."""
        before, after = (100 * Decimal(part) / Decimal(whole) for part, whole in (first, last))
        return f"{self._rounded(after - before):+}%"

    def _rounded(self, exact: Decimal) -> Decimal:
        return exact.quantize(Decimal(1).scaleb(-self.decimals), ROUND_HALF_UP)


def report(rng: np.random.Generator, written: Written) -> PrintedReport:
    """Return a campaign of three to seven stages with its lists, and a table of movements."""
    table = campaign(rng, written)
    return PrintedReport((table, movements(rng, written)), tuple(series(table, written)))


def campaign(rng: np.random.Generator, written: Written) -> PrintedTable:
    """Return a monitoring table: at each stage who enters, fails and waits, and who goes on."""
    people = _people(rng, int(rng.integers(120, 800)))
    stages = STAGES[: rng.integers(3, len(STAGES) + 1)]
    rows = []
    for stage in stages:
        rows.append(_row(stage, "entered", stage, people, written))
        fate = rng.random(len(people))
        failed, waiting = rng.uniform(0.1, 0.45), rng.choice([0, 0.05])
        rows.append(_row(f"{stage} unsuccessful", "failed", stage, people[fate < failed], written))
        gone_on = fate >= failed + waiting
        if (fate[~gone_on] >= failed).any():
            pending = people[(fate >= failed) & ~gone_on]
            rows.append(_row(f"{stage} awaiting", "pending", stage, pending, written))
        if stage is stages[-1] or gone_on.sum() < 30:
            rows.append(_row(f"{stage} successful", "passed", stage, people[gone_on], written))
            break
        people = people[gone_on]
    return PrintedTable(DOCUMENT, CAMPAIGN, tuple(row for row in rows if row.total))


def _people(rng: np.random.Generator, number: int) -> Answers:
    """Return one row per person and one column per question: the group, a blank or neither."""
    blanks = rng.uniform(0.02, 0.1)
    drawn = rng.random((number, len(GROUPS)))
    return np.where(drawn < RATES, GROUP, np.where(drawn > 1 - blanks, BLANK, 0))


def _row(label: str, outcome: str, stage: str, people: Answers, written: Written) -> PrintedRow:
    counts: dict[Cell, int] = {}
    for cell, answers in zip(GROUPS, people.T, strict=True):
        counts[cell] = int((answers == GROUP).sum())
        counts[cell[0], "Not stated"] = int((answers == BLANK).sum())
    shares = {cell: written.share(n, len(people)) for cell, n in counts.items() if len(people)}
    return PrintedRow(label, f"row {label}", len(people), counts, shares, stage, outcome)


def series(table: PrintedTable, written: Written) -> list[PrintedSeries]:
    """Return the share of every group stage by stage, and the change under it."""
    entered = [row for row in table.rows if row.outcome == "entered"]
    return [_one_series(entered, cell, written) for cell in GROUPS]


def _one_series(entered: list[PrintedRow], cell: Cell, written: Written) -> PrintedSeries:
    points = (PrintedPoint(row.label, "list", row.stage, row.shares[cell]) for row in entered)
    ends = [(row.counts[cell], row.total or 1) for row in (entered[0], entered[-1])]
    return PrintedSeries(
        document=DOCUMENT,
        campaign=CAMPAIGN,
        cell=cell,
        points=tuple(points),
        change=written.change(*ends),
        change_label="change",
        change_place="list",
    )


def movements(rng: np.random.Generator, written: Written) -> PrintedTable:
    """Return who joined and who left, by ethnicity, which makes up the total."""
    rows = []
    for name in ("Joiners", "Leavers"):
        total = int(rng.integers(150, 1500))
        counts = dict(zip(PARTS, map(int, rng.multinomial(total, (0.1, 0.04, 0.86))), strict=True))
        shares = {cell: written.share(count, total) for cell, count in counts.items()}
        rows.append(PrintedRow(name, f"row {name}", total, counts, shares))
    return PrintedTable(DOCUMENT, None, tuple(rows), whole=True)
