"""Whether those who entered a stage are those who failed, wait, withdrew or went on."""

from collections.abc import Iterator
from dataclasses import dataclass

from analytics.audit.finding import Finding, What
from analytics.audit.printed import Cell, PrintedRow, PrintedTable
from analytics.audit.severity import Severity

EVERYBODY: Cell = ("all", "All")


@dataclass(frozen=True, slots=True)
class Stage:
    """The rows about one stage: who entered it, and what became of them."""

    entered: PrintedRow
    outcomes: tuple[PrintedRow, ...]

    @property
    def complete(self) -> bool:
        """Whether failures are printed, so that the outcomes must make up the entrants."""
        return any(row.outcome == "failed" for row in self.outcomes)


def stages(table: PrintedTable) -> Iterator[Stage]:
    """Yield the stages of a monitoring table that have any outcome printed, in order.

    Those who passed a stage are those printed as successful, or else those who entered the next row
    of entrants, unless a row of no known stage stands between; a row printed as successful also
    stands for the entrants of the stage that it ``enters``.
    """
    entrants = [row for row in table.rows if row.outcome == "entered" or row.enters]
    for place, row in enumerate(entrants):
        stage = row.stage if row.outcome == "entered" else row.enters
        own = [other for other in table.rows if other.stage == stage and other.outcome != "entered"]
        if not any(other.outcome == "passed" for other in own):
            following = entrants[place + 1 : place + 2]
            if any(_unknown_between(table, row, each) for each in following):
                continue
            own += following
        if own:
            yield Stage(row, tuple(own))


def _unknown_between(table: PrintedTable, row: PrintedRow, following: PrintedRow) -> bool:
    """Return whether a row of no known stage stands between: people may have left there."""
    above, below = table.rows.index(row), table.rows.index(following)
    return any(each.stage is None for each in table.rows[above + 1 : below])


def audited_flows(table: PrintedTable) -> Iterator[Finding]:
    """Yield a finding for every total, group and blank of every stage.

    ``printed`` is the number who entered, ``recomputed`` what the outcomes make. Where no failures
    are printed only more outcomes than entrants contradict.
    """
    for stage in stages(table):
        for cell in (EVERYBODY, *stage.entered.counts):
            counts = [people(row, cell) for row in (stage.entered, *stage.outcomes)]
            known = [count for count in counts if count is not None]
            if len(known) == len(counts):
                yield _finding(table, stage, cell, known)


def people(row: PrintedRow, cell: Cell) -> int | None:
    """Return the count of a cell of ``row``, its total for everybody."""
    return row.total if cell == EVERYBODY else row.counts.get(cell)


def _finding(table: PrintedTable, stage: Stage, cell: Cell, counts: list[int]) -> Finding:
    entered, *outcomes = counts
    made = sum(outcomes)
    wrong = made != entered if stage.complete else made > entered
    parts = [f"{count} {row.label}" for count, row in zip(outcomes, stage.outcomes, strict=True)]
    return Finding(
        document=table.document,
        place=stage.entered.place,
        what=What.flow,
        printed=str(entered),
        recomputed=str(made),
        severity=Severity.material if wrong else Severity.agrees,
        campaign=table.campaign,
        label=stage.entered.label,
        stage=stage.entered.enters or stage.entered.stage,
        cell=None if cell == EVERYBODY else cell,
        detail=" + ".join(parts),
    )
