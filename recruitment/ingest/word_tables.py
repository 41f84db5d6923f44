"""The tables of a Word document, merged cells repeated and said to be."""

from collections.abc import Iterator
from typing import Any

from recruitment.ingest.blocks import Grid
from recruitment.ingest.characters import tidy
from recruitment.ingest.grids import Spread
from recruitment.ingest.word_text import contents, text_of, word

ROWS = frozenset({"tr"})
CELLS = frozenset({"tc"})


class WordTables:
    """Counts the tables of one document, so that each can be found."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._counted = 0

    def grids(self, table: Any) -> Iterator[Grid]:
        """Yield ``table``, and after it the tables inside its cells."""
        self._counted += 1
        name = f"table {self._counted}"
        spread = Spread(self._name)
        inner: list[Any] = []
        for row in contents(table, ROWS):
            if row.find(f"{word('trPr')}/{word('del')}") is None:
                spread.new_row()
                inner.extend(_fill(spread, row))
        yield spread.grid(name)
        for each in inner:
            yield from self.grids(each)


def _fill(spread: Spread, row: Any) -> Iterator[Any]:
    # The cells of one row; what is yielded are the tables found inside them.
    properties = row.find(word("trPr"))
    column = _number(properties, "gridBefore", 0)
    for cell in contents(row, CELLS):
        of_cell = cell.find(word("tcPr"))
        across = _number(of_cell, "gridSpan", 1)
        if _continues(of_cell):
            spread.put(column, spread.above(column), across=across, repeats=True)
        else:
            spread.put(column, _text(cell), across=across)
        column += across
        yield from contents(cell, frozenset({"tbl"}))


def _continues(properties: Any) -> bool:
    # A vertical merge without a value goes on from the cell above.
    merge = None if properties is None else properties.find(word("vMerge"))
    return merge is not None and merge.get(word("val"), "continue") == "continue"


def _text(cell: Any) -> str:
    return tidy("\n".join(text_of(each) for each in contents(cell, frozenset({"p"}))))


def _number(properties: Any, name: str, otherwise: int) -> int:
    found = None if properties is None else properties.find(word(name))
    value = "" if found is None else found.get(word("val"), "")
    return int(value) if value.isdecimal() and len(value) < len("1000") else otherwise
