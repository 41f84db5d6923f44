"""Whether a publication is safe, shown without the attacker's own arithmetic.

A possible table is one that a careless publisher would have printed in the very same way; a
quantity is safe if it is small in one of them and large in another.
"""

from collections.abc import Iterable, Mapping

from analytics.disclosure.attacker import Verdict
from analytics.disclosure.cells import ENTERED, Cell
from analytics.disclosure.presets import Preset
from analytics.disclosure.release import Published
from analytics.disclosure.structure import Structure


def is_proven(verdict: Verdict, publication: Published, structure: Structure) -> bool:
    """Return whether both tables of a verdict stand for what it says, and print the same."""
    low, high = (verdict.quantity.value(table) for table in (verdict.at_low, verdict.at_high))
    return (
        low <= 1
        and high >= publication.preset.threshold
        and all(
            is_possible(table, structure) and same_print(table, publication)
            for table in (verdict.at_low, verdict.at_high)
        )
    )


def same_print(table: Mapping[Cell, int], publication: Published) -> bool:
    """Return whether a table, with the same cells hidden, prints what is published."""
    return all(
        shown is None or shown == _rounded(table[cell], publication.preset)
        for cell, shown in publication.counts.items()
    )


def is_possible(table: Mapping[Cell, int], structure: Structure) -> bool:
    """Return whether people could have made these counts."""
    return (
        min(table.values()) >= 0
        and all(_adds_up(cell, table, structure) for cell in table if cell.is_total)
        and all(_flows(cell, table, structure) for cell in table if cell.outcome == ENTERED)
    )


def _rounded(count: int, preset: Preset) -> int:
    return preset.base * int(count / preset.base + 0.5)


def _adds_up(total: Cell, table: Mapping[Cell, int], structure: Structure) -> bool:
    return all(
        table[total]
        == _sum(
            table,
            (
                Cell(total.release, total.campaign, name, each, total.stage, total.outcome)
                for each in categories
            ),
        )
        for name, categories in structure.characteristics
    )


def _flows(entered: Cell, table: Mapping[Cell, int], structure: Structure) -> bool:
    names = [stage.name for stage in structure.stages]
    number = names.index(entered.stage)
    who = (entered.release, entered.campaign, entered.characteristic, entered.category)
    left = [Cell(*who, entered.stage, each) for each in structure.stages[number].outcomes]
    onward = [Cell(*who, names[number + 1], ENTERED)] if number + 1 < len(names) else []
    return not left or table[entered] == _sum(table, [*left, *onward])


def _sum(table: Mapping[Cell, int], cells: Iterable[Cell]) -> int:
    return sum(table[cell] for cell in cells)
