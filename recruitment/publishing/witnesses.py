"""Other counts that are possible: with the same cells hidden they must give the very same file.

Whatever a file tells that no reader of ours looks for, it tells of true counts; and it would tell
something else of these.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

import polars as pl

from analytics.disclosure.attacker import extreme
from analytics.disclosure.cells import ENTERED, Cell, Quantity
from analytics.disclosure.knowledge import system_from
from analytics.disclosure.release import Published, Release, printed
from recruitment.publishing.components import Component
from recruitment.publishing.counted import Counted
from recruitment.publishing.protecting import Guarded

Counts = Mapping[Cell, int]
OUTCOMES = ("passed", "failed", "pending", "withdrawn")


def witnesses(found: Sequence[Guarded]) -> Iterator[tuple[Guarded, ...]]:
    """Yield what would be printed of two other worlds: hidden counts low, and hidden counts high.

    Raises:
        Refused: What is printed contradicts itself.
    """
    for upwards in (False, True):
        yield tuple(_other(each, upwards=upwards) for each in found)


def _other(each: Guarded, *, upwards: bool) -> Guarded:
    """Return a component with other counts, of which the same cells are hidden."""
    own = each.published
    if not own.hidden:
        return each
    system = system_from([*each.earlier, own])
    hidden = Quantity(tuple((cell, 1) for cell in own.hidden))
    _, table = extreme(system, hidden, upwards=upwards)
    world = dict(zip(system.cells, table, strict=True))
    counts = {cell: world[cell] for cell in each.component.release.counts}
    return replace(each, component=_with(each.component, counts), published=_reprinted(own, counts))


def _with(component: Component, counts: Counts) -> Component:
    release = component.release
    other = Release(release.name, release.structures, counts, release.further)
    return replace(component, release=other)


def _reprinted(own: Published, counts: Counts) -> Published:
    """Return what a publisher would print of other counts, hiding the same cells."""
    release = Release(own.release, own.structures, counts)
    shown = (cell for cell, count in own.counts.items() if count is not None)
    again = printed(release, own.preset, shown)
    return replace(own, counts={cell: again[cell] for cell in own.counts})


def other_counts(counts: Counted) -> Counted:
    """Return ``counts`` with another number in the place of each: words stay, no count does."""
    return replace(
        counts,
        campaigns=_changed(counts.campaigns, ("submitted", "withdrawn", "in_process")),
        flow=_changed(counts.flow, (ENTERED, *OUTCOMES, "entered_next")),
        workforce=_changed(counts.workforce, ("headcount", "share_pct")),
        movements=_changed(counts.movements, ("people",)),
    )


def _changed(rows: pl.DataFrame, names: Sequence[str]) -> pl.DataFrame:
    return rows.with_columns(pl.col(name) + 1 for name in names)
