"""A campaign's stage flow as a release: its structure, and its counts cell by cell."""

from typing import TYPE_CHECKING

from analytics.disclosure.cells import ENTERED, Cell
from analytics.disclosure.release import Release
from analytics.disclosure.structure import Refinement, Stage, Structure

if TYPE_CHECKING:
    import polars as pl

PASSED = "passed"
OUTCOMES = (PASSED, "failed", "pending", "withdrawn")


def release_of(
    flow: "pl.DataFrame", name: str, refinements: tuple[Refinement, ...] = ()
) -> Release:
    """Return the counts of campaigns as a release called ``name``.

    Args:
        flow: The rows of ``queries.stage_flow``.
        name: The release.
        refinements: Categories that another characteristic of ``flow`` has in more detail.
    """
    campaigns = flow.sort("stage_order", maintain_order=True).partition_by(
        "campaign", maintain_order=True
    )
    structures = tuple(_structure(each, refinements) for each in campaigns)
    counts = {cell: count for each in campaigns for cell, count in _counts(each, name).items()}
    cells = (cell for each in structures for cell in each.cells(name))
    return Release(name, structures, {cell: counts[cell] for cell in cells})


def _structure(flow: "pl.DataFrame", refinements: tuple[Refinement, ...]) -> Structure:
    stages = tuple(map(_stage, flow.partition_by("stage", maintain_order=True)))
    categories: dict[str, list[str]] = {}
    for characteristic, category in (
        flow.select("characteristic", "category").unique(maintain_order=True).iter_rows()
    ):
        categories.setdefault(characteristic, []).append(category)
    characteristics = tuple((name, tuple(each)) for name, each in categories.items())
    there = tuple(
        each for each in refinements if {each.characteristic, each.finer} <= {*categories}
    )
    return Structure(flow.item(0, "campaign"), stages, characteristics, there)


def _stage(rows: "pl.DataFrame") -> Stage:
    """Return a stage, with those outcomes that are recorded at it."""
    recorded = [each for each in OUTCOMES if rows[each].null_count() < rows.height]
    onward = rows["entered_next"]
    if onward.null_count() < rows.height and not (rows[PASSED] != onward).any():
        recorded.remove(PASSED)
    first = rows.filter(characteristic=rows.item(0, "characteristic"))
    gone = sum(int(first[each].sum()) for each in OUTCOMES)
    complete = bool(recorded) and gone == first[ENTERED].sum()
    return Stage(rows.item(0, "stage"), tuple(recorded), complete)


def _counts(flow: "pl.DataFrame", name: str) -> dict[Cell, int]:
    """Return every recorded count, with the totals that the first characteristic adds up to."""
    counts: dict[Cell, int] = {}
    first = flow.item(0, "characteristic")
    for row in flow.iter_rows(named=True):
        for outcome in (ENTERED, *OUTCOMES):
            key = (row["characteristic"], row["category"], row["stage"], outcome)
            cell = Cell(name, row["campaign"], *key)
            counts[cell] = row[outcome] or 0
            if row["characteristic"] == first:
                total = cell.everybody()
                counts[total] = counts.get(total, 0) + counts[cell]
    return counts
