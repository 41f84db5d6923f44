"""The attacker beside brute force, on small tables made at random."""

from dataclasses import dataclass

from analytics.disclosure.attacker import attack
from analytics.disclosure.facts import Rounded, constraints_of, interval
from analytics.disclosure.system import system_of
from tests.analytics.disclosure.brute_force import BruteForce
from tests.analytics.disclosure.small_tables import RELEASE, SmallTable, small_table


@dataclass(frozen=True, slots=True)
class Agreement:
    """How many hidden quantities were attacked, and of how many the two ends agree."""

    cells: int = 0
    agree: int = 0

    def __add__(self, other: "Agreement") -> "Agreement":
        return Agreement(self.cells + other.cells, self.agree + other.agree)


def agreement(seed: int) -> Agreement:
    """Return whether the attacker knows of a small table what brute force knows."""
    table = small_table(seed)
    release = table.release
    rows = [row for fact in table.facts for row in constraints_of(fact)]
    system = system_of(release.cells, [*release.identities(), *rows])
    verdicts = attack(system, table.wanted)
    force = BruteForce(release.structures[0], RELEASE, table.facts, _most(table))
    agree = [(each.low, each.high) == force.interval(each.quantity) for each in verdicts]
    return Agreement(len(agree), sum(agree))


def _most(table: SmallTable) -> int:
    """Return how many candidates there can be at most: the first fact tells."""
    first = table.facts[0]
    if isinstance(first, Rounded):
        return interval(first.value, first.base, first.threshold)[1]
    return table.release.counts[table.release.cells[0]]
