"""How wide the columns of a table must be, from the words in them as Arial sets them.

Word and LibreOffice would lay a table out each in its own way; widths that are given look the same
in both, and tell beforehand which table needs a sheet on its side.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from reports.report.model import Table
from reports.visible import visible

# In points, as the style of table text has them.
SIZE, PADDING = 9.0, 6.3
# What columns are widened by at a time.
STEP = 3.0
# How many lines the rows of a table may take, a few more whatever their number, and its heading.
LINES_TO_A_ROW, MORE_LINES, LINES_OF_A_HEADING = 2, 3, 2
# Widths of Arial's characters in thousandths of its size; others are as wide as most letters.
WIDTHS = {
    **dict.fromkeys("ijl|'", 222),
    **dict.fromkeys(" ft.,:;/!I[]", 278),
    **dict.fromkeys("r()-", 333),
    **dict.fromkeys("ckJsvxyz", 500),
    **dict.fromkeys("+<=>~", 584),
    **dict.fromkeys("FTZ", 611),
    **dict.fromkeys("BEKPSVXYA&", 667),
    **dict.fromkeys("CDHNRUw", 722),
    **dict.fromkeys("GOQ", 778),
    **dict.fromkeys("mM", 833),
    **dict.fromkeys("%W@", 950),
}
LETTER, IDEOGRAPH, FIRST_IDEOGRAPH = 556, 1000, "\u2e80"
# By how much a letter in bold is wider.
BOLDER = 56
SPACE = 278 * SIZE / 1000


@dataclass(frozen=True, slots=True)
class _Column:
    """The words of a column: the heading's first, then those of each row, as widths in points."""

    cells: tuple[tuple[float, ...], ...]

    @property
    def least(self) -> float:
        """Return the width at which no word is broken."""
        return max(max(words, default=0.0) for words in self.cells) + PADDING

    def lines(self, width: float) -> list[int]:
        """Return how many lines each cell takes."""
        found = {words: _lines(words, width - PADDING) for words in set(self.cells)}
        return [found[words] for words in self.cells]


def reads_well(table: Table, room: float) -> bool:
    """Return whether ``table`` can be read on a sheet that is ``room`` points wide.

    That is when no word and no figure is broken, and the rows do not take too many lines.
    """
    columns = _columns(table)
    if sum(column.least for column in columns) > room:
        return False
    lines = [
        column.lines(width) for column, width in zip(columns, _fit(columns, room), strict=True)
    ]
    rows: list[int] = [max(row) for row in zip(*lines, strict=True)][1:]
    return sum(rows) <= LINES_TO_A_ROW * len(rows) + MORE_LINES


def column_widths(table: Table, room: float) -> list[float]:
    """Return a width in points for each column, ``room`` together."""
    widths = _fit(_columns(table), room)
    spare = (room - sum(widths)) / len(widths)
    return [width + spare for width in widths]


def _fit(columns: Sequence[_Column], room: float) -> list[float]:
    """Widen, while there is room, the column that makes the most rows high.

    Where words are too long for the sheet it is they that are broken, not the figures beside them.
    """
    widths = [column.least for column in columns]
    while sum(widths) > room:
        widths[widths.index(max(widths))] -= STEP
    lines = [column.lines(width) for column, width in zip(columns, widths, strict=True)]
    while sum(widths) + STEP <= room:
        blamed = _blamed(lines)
        if not any(blamed):
            break
        worst = blamed.index(max(blamed))
        widths[worst] += STEP
        lines[worst] = columns[worst].lines(widths[worst])
    return widths


def _blamed(lines: Sequence[Sequence[int]]) -> list[int]:
    """Return how many lines too many the rows take for each column; the heading comes last."""
    highest = [max(row) for row in zip(*lines, strict=True)]
    rows = [
        sum(most - 1 for own, most in zip(column[1:], highest[1:], strict=True) if own == most)
        for column in lines
    ]
    return rows if any(rows) else [int(column[0] > LINES_OF_A_HEADING) for column in lines]


def _columns(table: Table) -> list[_Column]:
    cells = list(zip(*table.rows, strict=True)) if table.rows else [()] * len(table.headings)
    return [
        _Column(
            (
                _words(heading, bold=True),
                *(_words(cell, bold=number == 0, whole=figures) for cell in own),
            )
        )
        for number, (heading, own, figures) in enumerate(
            zip(table.headings, cells, table.numeric, strict=True)
        )
    ]


def _words(text: str, *, bold: bool, whole: bool = False) -> tuple[float, ...]:
    """Return the widths of the words of ``text``; what must stay whole counts as one."""
    seen = visible(text)
    return tuple(text_width(word, bold=bold) for word in ([seen] if whole else seen.split()))


def _lines(words: Sequence[float], width: float) -> int:
    lines, used = 1, 0.0
    for word in words:
        if used and used + word > width:
            lines, used = lines + 1, 0.0
        used += word + SPACE
    return lines


def text_width(text: str, *, bold: bool = False) -> float:
    """Return about how wide ``text`` is, in points.

    >>> round(text_width("0.1765"), 1), text_width("")
    (27.5, 0.0)
    """
    width = sum(map(_character_width, text)) + BOLDER * bold * len(text)
    return width * SIZE / 1000


def _character_width(character: str) -> int:
    return WIDTHS.get(character, IDEOGRAPH if character >= FIRST_IDEOGRAPH else LETTER)
