"""Earlier releases: a reader has them all, so they are attacked together with the new one."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from analytics.disclosure.cells import CUMULATIVE, Cell, Quantity, difference
from analytics.disclosure.constraints import Constraint, snapshots_grow
from analytics.disclosure.release import Published, Release


@dataclass(frozen=True, slots=True, eq=False)
class Past:
    """A release made earlier.

    Attributes:
        published: What it printed.
        counts: The true counts behind it, where they are still known. Without them nobody can say
            which changes since are small, so changes are not audited; cells are.
    """

    published: Published
    counts: Mapping[Cell, int] | None = None


def growth(ledger: Sequence[Past], release: Release) -> tuple[Constraint, ...]:
    """Return that counts only grow since the release before, where they truly do."""
    known = dict(release.counts)
    for past in ledger:
        known.update(past.counts or {})
    latest = _latest(cell for past in ledger for cell in past.published.cells)
    return tuple(
        each
        for each in snapshots_grow(latest.values(), release.cells)
        if any(cell not in known for cell, _ in each.terms) or each.holds(known)
    )


def changes(ledger: Sequence[Past], release: Release, threshold: int) -> Iterator[Quantity]:
    """Yield the small changes since each earlier release."""
    now = _latest(release.cells)
    for past in ledger:
        for cell, before in (past.counts or {}).items():
            later = now.get(_anytime(cell))
            if later is None or cell.outcome not in CUMULATIVE:
                continue
            if 0 < release.counts[later] - before < threshold:
                yield difference(later, [cell])


def _latest(cells: Iterator[Cell] | Sequence[Cell]) -> dict[Cell, Cell]:
    return {_anytime(cell): cell for cell in cells}


def _anytime(cell: Cell) -> Cell:
    return replace(cell, release="")
