"""Which count, share or change each cell of a table is, by its row, column and caption."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from analytics.disclosure.cells import Cell
from analytics.disclosure.derived import HIDDEN, SYMBOLS, Derived
from recruitment.attack.columns import Meaning, meaning
from recruitment.attack.explaining import is_explained, pointed_at
from recruitment.attack.numbers import NUMBER, plain
from recruitment.attack.reading import Grid
from recruitment.attack.schema import Schema

# Longer ones count nobody, and no number is made of them.
COUNT = re.compile(r"\d{1,3}(,\d{3}){1,4}|\d{1,12}")
FIGURE = re.compile(r"[+-]?\d{1,6}(\.\d{1,9})?")


@dataclass(slots=True)
class GridFacts:
    """What one table tells, as `Facts` has it."""

    counts: list[tuple[Cell, int | None]] = field(default_factory=list)
    derived: list[Derived] = field(default_factory=list)
    ordered: list[tuple[Cell, Cell]] = field(default_factory=list)
    unknown: list[str] = field(default_factory=list)


def grid_facts(grid: Grid, schema: Schema) -> GridFacts:
    """Return what a table tells."""
    facts = GridFacts()
    if not grid.rows:
        return facts
    headings, *rows = grid.rows
    for text in (grid.caption, *headings, *(row[0] for row in rows if row)):
        if not is_explained(text, grid.caption, schema):
            place = pointed_at(grid.place, schema)
            facts.unknown.append(f"{place}, a heading or caption")
    meanings = [_row(grid, headings, row, schema, facts) for row in rows]
    _look_at_order(grid, meanings, facts)
    return facts


def _row(
    grid: Grid, headings: Sequence[str], row: Sequence[str], schema: Schema, facts: GridFacts
) -> list[Meaning | None]:
    """Take in one row, and return what each of its cells means."""
    meanings: list[Meaning | None] = []
    head = row[0] if row else ""
    for column, text in enumerate(row[1:], start=1):
        heading = headings[column] if column < len(headings) else ""
        own = meaning(grid.caption, heading, head, schema)
        meanings.append(own)
        around = f"{grid.caption} {head} {heading}"
        if not _take(text, own, facts) and not _is_words(text, around, schema):
            named = (pointed_at(each, schema) for each in (grid.place, head, heading))
            facts.unknown.append("{}, row {}, column {}".format(*named))
    return meanings


def _is_words(text: str, around: str, schema: Schema) -> bool:
    """Return whether a cell holds words, which say no more than is printed."""
    bare = NUMBER.sub("", plain(text)).strip(" %/to")
    return bool(bare) and is_explained(text, around, schema)


def _take(text: str, own: Meaning | None, facts: GridFacts) -> bool:
    """Take in a cell, and return whether its meaning is known."""
    shown = plain(text)
    if shown == HIDDEN:
        if own is not None and own.rule == "count":
            facts.counts.append((own.cells[0], None))
        return True
    if shown in {*SYMBOLS, ""}:
        return True
    return own is not None and _take_figure(shown, own, facts)


def _take_figure(shown: str, own: Meaning, facts: GridFacts) -> bool:
    if own.rule == "public":
        return shown == own.public
    if own.rule == "count" and COUNT.fullmatch(shown):
        facts.counts.append((own.cells[0], int(shown.replace(",", ""))))
        return True
    if own.rule in {"share", "change"} and FIGURE.fullmatch(shown):
        facts.derived.append(Derived(own.rule, own.cells, shown.removeprefix("+")))
        return True
    return False


def _look_at_order(
    grid: Grid, meanings: Sequence[Sequence[Meaning | None]], facts: GridFacts
) -> None:
    """Look whether rows or columns stand in another order than that of the stages and questions.

    Such an order is one by size, as far as anybody can tell; where the counts shown agree, it is
    taken for that.
    """
    rows = [[each for each in row if each is not None] for row in meanings]
    down = [row[0].rank for row in rows if row]
    across = [[each.column for each in row] for row in rows]
    if any(later < earlier for earlier, later in pairwise(down)):
        facts.unknown.append(f"{grid.place}, the order of its rows")
        facts.ordered += _by_size([row[-1] for row in rows if row], facts)
    for row in across:
        if any(later < earlier for earlier, later in pairwise(row)):
            facts.unknown.append(f"{grid.place}, the order of its columns")
            break


def _by_size(column: Sequence[Meaning], facts: GridFacts) -> Iterator[tuple[Cell, Cell]]:
    cells = [each.cells[0] for each in column if each.rule == "count"]
    shown = dict(facts.counts)
    known = [count for cell in cells if (count := shown.get(cell)) is not None]
    if known == sorted(known, reverse=True):
        yield from pairwise(cells)
    elif known == sorted(known):
        yield from ((later, earlier) for earlier, later in pairwise(cells))


def looks_of_hidden(grid: Grid) -> Iterator[tuple[bool, str]]:
    """Yield how each hidden cell is made up, and whether there are numbers in its column.

    What heads a row is no cell: a list of symbols has them there.
    """
    for column in range(1, max(map(len, grid.looks), default=0)):
        cells = [
            (plain(row[column]), look[column])
            for row, look in zip(grid.rows[1:], grid.looks[1:], strict=False)
            if column < min(len(row), len(look))
        ]
        numbers = any(COUNT.fullmatch(text) for text, _ in cells)
        yield from ((numbers, look) for text, look in cells if text == HIDDEN)
