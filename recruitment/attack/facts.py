"""What a file tells, as facts: counts, shares, orders; and what nobody can tell the meaning of."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from analytics.disclosure.cells import Cell
from analytics.disclosure.derived import Derived
from recruitment.attack.dates import own_dates, written
from recruitment.attack.explaining import is_explained, pointed_at
from recruitment.attack.file_names import name_is_explained
from recruitment.attack.panels import panel_facts
from recruitment.attack.reading import Reading
from recruitment.attack.schema import Schema
from recruitment.attack.tables import GridFacts, grid_facts, looks_of_hidden

# Of what stands around a text, no more is shown.
MOST_SHOWN = 60


@dataclass(slots=True)
class Facts:
    """What files tell.

    Attributes:
        counts: For each cell, every count that is shown of it; None where it is hidden.
        derived: Shares and changes, with the cells they are of.
        ordered: Pairs of cells of which the first is no smaller, as an order of rows tells.
        unknown: Places whose meaning nobody can tell, by coordinate; never what stands there.
    """

    counts: dict[Cell, set[int | None]] = field(default_factory=dict)
    derived: list[Derived] = field(default_factory=list)
    ordered: list[tuple[Cell, Cell]] = field(default_factory=list)
    unknown: list[str] = field(default_factory=list)

    def add(self, found: GridFacts) -> None:
        """Take in what one table or drawing tells."""
        for cell, shown in found.counts:
            self.counts.setdefault(cell, set()).add(shown)
        self.derived += found.derived
        self.ordered += found.ordered
        self.unknown += found.unknown


def facts_of(readings: Iterable[Reading], schema: Schema) -> Facts:
    """Return what files tell together."""
    facts = Facts()
    for reading in readings:
        own = _dated(schema, reading)
        facts.unknown += _unknown(reading, own)
        for grid in reading.grids:
            facts.add(grid_facts(grid, own))
        facts.add(panel_facts(reading.panels, own))
        facts.unknown += _second_symbol(reading)
    facts.unknown = list(dict.fromkeys(facts.unknown))
    return facts


def _dated(schema: Schema, reading: Reading) -> Schema:
    """Return what a reader knows, with the date of the report: the first that stands alone."""
    own = list(own_dates(each.text for each in reading.texts))
    return replace(schema, dates=schema.dates | written(own[:1]))


def _second_symbol(reading: Reading) -> Iterator[str]:
    """Look whether hidden cells are made up in different ways, which would be a second symbol."""
    looks: dict[bool, set[str]] = {}
    for grid in reading.grids:
        for numbers, look in looks_of_hidden(grid):
            looks.setdefault(numbers, set()).add(look)
    if any(len(found) > 1 for found in looks.values()):
        yield "the looks of hidden cells, which differ"


def _unknown(reading: Reading, schema: Schema) -> Iterator[str]:
    yield from reading.strange
    if reading.name and not name_is_explained(reading.name, schema):
        yield "the name of the file"
    for each in reading.texts:
        if not is_explained(each.text, each.around, schema, drawn=each.drawn):
            near = pointed_at(each.around, schema)[:MOST_SHOWN]
            yield f"{each.place} ({near})" if near and each.around != each.text else each.place
