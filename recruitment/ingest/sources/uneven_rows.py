"""Rows that have other than the usual number of values: some are missing, or too many."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class TextRow:
    """One row of a file of separated values.

    Attributes:
        line: The line where it begins, from 1.
        lines: How many lines it takes.
        cells: Its values, tidied.
    """

    line: int
    lines: int
    cells: tuple[str, ...]


def uneven_rows(rows: Sequence[TextRow]) -> Iterator[tuple[TextRow, str]]:
    """Yield the rows with too few or too many values, and what is wrong with each.

    Tables that stand one below the other, parted by empty lines, may have widths of their own. A
    value alone in its line is a title where a table begins, or a note where empty lines part it
    from the table. Empty cells at the end of a row are of no account where no row of the usual
    width has a value.

    Args:
        rows: All rows of the file, the empty ones included.
    """
    blocks = list(_blocks(rows))
    usual_widths = {_usual(block) for block in blocks if len(block) > 1}
    whole = _usual([row for block in blocks for row in block])
    for block in blocks:
        alone = len(block) == 1 and len(block[0].cells) not in {1, *usual_widths}
        usual = whole if alone else _usual(block)
        yield from _uneven(block, usual)


def _blocks(rows: Sequence[TextRow]) -> Iterator[list[TextRow]]:
    # Without the titles they begin with.
    block: list[TextRow] = []
    for row in [*rows, None]:
        if row is not None and any(row.cells):
            if block or len(row.cells) > 1:
                block.append(row)
        elif block:
            yield block
            block = []


def _usual(block: Sequence[TextRow]) -> int:
    widths = Counter(len(row.cells) for row in block)
    return max(widths, key=lambda each: widths[each], default=1)


def _uneven(block: Sequence[TextRow], usual: int) -> Iterator[tuple[TextRow, str]]:
    needed = max((_filled(row) for row in block if len(row.cells) == usual), default=usual)
    for row in block:
        if len(row.cells) < needed or _filled(row) > usual:
            values = f"{len(row.cells):,} value{'s' * (len(row.cells) != 1)}"
            over = f" over {row.lines:,} lines" if row.lines > 1 else ""
            hint = "a value" if len(row.cells) < needed else "a quotation mark"
            yield row, f"{values}{over}, where others have {usual:,}; is {hint} missing?"


def _filled(row: TextRow) -> int:
    # How many values there are up to the last that is not empty.
    return max((number for number, cell in enumerate(row.cells, 1) if cell), default=0)
