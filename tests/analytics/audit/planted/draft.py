"""A report to plant errors in, the errors planted so far, and where each is to be found."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

import numpy as np

from analytics.audit.explanations import Explanation
from analytics.audit.finding import Finding
from analytics.audit.printed import Cell, PrintedReport, PrintedRow, PrintedSeries, PrintedTable
from tests.analytics.audit.planted.reports import Written

# What a finding is about: the kind of figure, the label, and the cell.
Place = tuple[str, str, Cell | None]
# Whether an explanation names what was done to the figure.
Named = Mapping[Place, Callable[[Explanation], bool]]


@dataclass(frozen=True, slots=True)
class Planted:
    """One error.

    Attributes:
        kind: What was done.
        places: Every figure that was made wrong by it, to be flagged.
        follows: Figures that disagree with it in consequence, and may be flagged.
        named: Whether an explanation names what was done; None where there is none to give.
    """

    kind: str
    places: frozenset[Place]
    follows: frozenset[Place] = frozenset()
    named: Named = field(default_factory=dict)


@dataclass(slots=True)
class Draft:
    """A report as it is being written, with the rows that have an error already."""

    monitoring: PrintedTable
    movements: PrintedTable
    series: list[PrintedSeries]
    written: Written
    rng: np.random.Generator
    taken: set[str] = field(default_factory=set)
    lists_taken: bool = False
    flows_taken: frozenset[Place] = frozenset()

    def report(self) -> PrintedReport:
        """Return the report as printed."""
        return PrintedReport((self.monitoring, self.movements), tuple(self.series))

    def free_rows(self) -> list[PrintedRow]:
        """Return the rows of the monitoring table without an error."""
        return [row for row in self.monitoring.rows if row.label not in self.taken]

    def some_row(self, rows: list[PrintedRow]) -> PrintedRow | None:
        """Return one of ``rows`` at random."""
        return rows[self.rng.integers(len(rows))] if rows else None

    def put(self, old: PrintedRow, new: PrintedRow) -> None:
        """Put a row in the place of another, and let no more errors into it."""
        self.taken.add(old.label)
        for name in ("monitoring", "movements"):
            table: PrintedTable = getattr(self, name)
            rows = tuple(new if row is old else row for row in table.rows)
            setattr(self, name, replace(table, rows=rows))


def place_of(found: Finding) -> Place:
    """Return what a finding is about."""
    label = "" if found.what == "change" else found.label
    return found.what.value, label, found.cell


def is_right(text: str, numerator: int, denominator: int) -> bool:
    """Return whether a percentage is right to the decimals written, in decimal arithmetic."""
    written = Decimal(text.rstrip("%"))
    exact = Fraction(100 * numerator, denominator)
    decimals = -int(written.as_tuple().exponent)
    by_hand = (Decimal(exact.numerator) / Decimal(exact.denominator)).quantize(
        Decimal(1).scaleb(-decimals), ROUND_HALF_UP
    )
    return written == by_hand


def quotient(numerator: int, denominator: int) -> Callable[[Explanation], bool]:
    """Return whether an explanation is this quotient."""
    return lambda each: (each.found.numerator, each.found.denominator) == (numerator, denominator)


def slip(*names: str) -> Callable[[Explanation], bool]:
    """Return whether an explanation is one of these slips."""
    return lambda each: each.found.kind == "digit slip" and "".join(each.found.labels) in names
