"""Hide what is small, then what would give it away, then show again what need not be hidden."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from analytics.disclosure.cells import Cell, Quantity
from analytics.disclosure.evidence import Evidence
from analytics.disclosure.refusal import Refused
from analytics.disclosure.shift import Shown, cheapest_shift
from analytics.disclosure.system import System, Witness


@dataclass(frozen=True, slots=True)
class Repaired:
    """What can be shown, and why.

    Attributes:
        shown: The cells that can be shown.
        tables: Possible tables that prove it: every quantity is small in one and large in another.
    """

    shown: tuple[Cell, ...]
    tables: tuple[Witness, ...]


def repaired(
    system: System,
    truth: Witness,
    printable: Mapping[Cell, Shown],
    quantities: Sequence[Quantity],
    threshold: int,
) -> Repaired:
    """Return which cells can be shown so that none of ``quantities`` can be known.

    Args:
        system: What is known when none of the cells is shown.
        truth: The true table.
        printable: The cells that could be shown, without those too small to be.
        quantities: What must not be known.
        threshold: Below which counts are small.

    Raises:
        Refused: Hiding does not help: what is known already gives a quantity away.
    """
    evidence = Evidence(system, quantities, threshold)
    evidence.add(truth)
    repair = _Repair(system, printable, evidence)
    repair.hide()
    repair.show_again()
    return Repaired(tuple(repair.shown), tuple(repair.evidence.tables))


class _Repair:
    """The state of a repair: what is shown, and the proof so far that it is safe."""

    def __init__(self, system: System, printable: Mapping[Cell, Shown], evidence: Evidence) -> None:
        self._system, self._printable = system, printable
        self.shown = dict(printable)
        self.evidence = evidence.under(self._showing(self.shown))

    def hide(self) -> None:
        """Hide cells until every quantity may be small and may be large.

        To hide more only adds to what is possible: what is proven stays proven, and one pass over
        the quantities is enough.

        Raises:
            Refused: No cell that could be hidden makes a quantity uncertain.
        """
        failed = [
            str(self.evidence.quantities[number])
            for number, upwards in self.evidence.missing()
            if not self.evidence.seek(number, upwards=upwards)
            and not self._loosen(number, upwards=upwards)
        ]
        if failed:
            places = tuple(dict.fromkeys(failed))
            raise Refused("small counts follow from what is known already", places)

    def show_again(self) -> None:
        """Show the cells that readers miss most, as far as every quantity stays proven."""
        hidden = (cell for cell in self._printable if cell not in self.shown)
        for cell in sorted(hidden, key=lambda each: -self._printable[each].weight):
            shown = self.shown | {cell: self._printable[cell]}
            evidence = self.evidence.under(self._showing(shown))
            if all(evidence.seek(number, upwards=up) for number, up in evidence.missing()):
                self.shown, self.evidence = shown, evidence

    def _loosen(self, number: int, *, upwards: bool) -> bool:
        """Return whether hiding more lets a quantity be elsewhere, and hide what it takes."""
        quantity, goal = self.evidence.quantities[number], self.evidence.goal(upwards=upwards)
        table = cheapest_shift(self._system, self.shown, quantity, goal, upwards=upwards)
        if table is None:
            return False
        self.shown = {
            cell: shown
            for cell, shown in self.shown.items()
            if shown.low <= table[self._system.place[cell]] <= shown.high
        }
        self.evidence = self.evidence.under(self._showing(self.shown))
        self.evidence.add(table)
        return True

    def _showing(self, shown: Mapping[Cell, Shown]) -> System:
        return self._system.within({cell: (each.low, each.high) for cell, each in shown.items()})
