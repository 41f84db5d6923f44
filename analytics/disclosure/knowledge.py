"""What a reader of several publications knows, taken together."""

from collections.abc import Mapping, Sequence

import numpy as np

from analytics.disclosure.attacker import CONTRADICTION
from analytics.disclosure.cells import Cell, Quantity
from analytics.disclosure.facts import Fact, constraints_of
from analytics.disclosure.programme import solve
from analytics.disclosure.refusal import Refused
from analytics.disclosure.release import Published
from analytics.disclosure.system import System, Witness, system_of


def system_from(
    publications: Sequence[Published], known: Sequence[Fact] = (), *, largest: int = 0
) -> System:
    """Return all that publications, and facts known from elsewhere, tell together.

    Args:
        publications: What is published; no two of the same release.
        known: What the public knows from elsewhere.
        largest: A count that may occur, though none so large is published.

    Raises:
        Refused: A fact is of unknown kind, or about a cell that the tables do not have.
    """
    cells = dict.fromkeys(cell for each in publications for cell in each.cells)
    facts = (*(fact for each in publications for fact in each.facts()), *known)
    # What binds a release to one that is not in the ledger any more tells nothing.
    identities = [
        row
        for each in publications
        for row in each.identities
        if all(cell in cells for cell, _ in row.terms)
    ]
    told = (row for fact in facts for row in constraints_of(fact))
    return system_of(cells, [*identities, *told], largest=largest)


def to_protect(system: System, publications: Sequence[Published]) -> tuple[Quantity, ...]:
    """Return all quantities that publications must not give away, and that can be asked about."""
    every = dict.fromkeys(quantity for each in publications for quantity in each.sensitive)
    return tuple(
        quantity for quantity in every if all(cell in system.place for cell, _ in quantity.terms)
    )


def true_table(system: System, counts: Mapping[Cell, int]) -> Witness:
    """Return the true counts of every cell; where they are not known any more, possible ones.

    Raises:
        Refused: There are none: what is known contradicts the counts.
    """
    pinned = system.within({cell: (count, count) for cell, count in counts.items()})
    size = len(system.cells)
    found = solve(pinned.programme(np.zeros(size)), np.ones(size))
    table = None if found is None else pinned.witness(found.x)
    if table is None:
        raise Refused(CONTRADICTION)
    return table
