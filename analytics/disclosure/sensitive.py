"""Which quantities may be so small that nobody may learn them, and which are.

Not only cells: 97 of 99 who passed tells that 2 did not, and 36 after 39 that 3 left.
"""

from collections.abc import Iterator

from analytics.disclosure.cells import ENTERED, Cell, Quantity, difference
from analytics.disclosure.release import Release
from analytics.disclosure.structure import Structure


def sensitive(release: Release, threshold: int) -> tuple[Quantity, ...]:
    """Return the cells, complements and differences above 0 and below ``threshold``.

    Cells that are never published are among them: they must not follow from those that are.
    """
    found = (
        quantity
        for structure in release.structures
        for quantity in quantities(structure, release.name)
        if 0 < quantity.value(release.counts) < threshold
    )
    return tuple(dict.fromkeys(found))


def quantities(structure: Structure, release: str) -> Iterator[Quantity]:
    """Yield every cell, complement and difference within a release, whatever it amounts to."""
    cells = structure.cells(release)
    yield from (Quantity.of(cell) for cell in cells)
    yield from _other_categories(structure, cells)
    yield from _other_outcomes(structure, release, cells)


def _other_categories(structure: Structure, cells: tuple[Cell, ...]) -> Iterator[Quantity]:
    """Yield all but one category, where that is not a category itself."""
    several = {name for name, categories in structure.characteristics if len(categories) > 2}  # noqa: PLR2004 - two are each other's complement
    for cell in cells:
        if cell.characteristic in several:
            yield difference(cell.everybody(), [cell])


def _other_outcomes(
    structure: Structure, release: str, cells: tuple[Cell, ...]
) -> Iterator[Quantity]:
    """Yield all but one outcome of those who entered a stage, those who went on included."""
    number = {stage.name: place for place, stage in enumerate(structure.stages)}
    for cell in cells:
        if cell.outcome == ENTERED:
            who = (cell.characteristic, cell.category)
            for part in structure.left(release, who, number[cell.stage]):
                yield difference(cell, [part])
