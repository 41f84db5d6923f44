"""The columns of a table of the report, one value to a cell, as a spreadsheet needs them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reports.columns.column import SYMBOLS
from reports.report.model import Table
from reports.sheets.numbers import Number, number
from reports.visible import visible

# How the report writes two figures in one cell, and what heads each once they are parted.
PAIRS = (("/", "", ": out of"), (" to ", ": low", ": high"))


@dataclass(frozen=True, slots=True)
class SheetColumn:
    """One column of a worksheet.

    Attributes:
        heading: Unlike all others of its table.
        cells: A number wherever the report has a figure, text elsewhere.
    """

    heading: str
    cells: tuple[Number | str, ...]


def sheet_columns(table: Table) -> list[SheetColumn]:
    """Return the columns of ``table``, those parted that hold two figures to a cell."""
    columns: list[SheetColumn] = []
    for place, heading in enumerate(_told_apart(table.headings)):
        texts = [visible(row[place]) for row in table.rows]
        if table.numeric[place]:
            columns += _figures(heading, texts)
        else:
            columns.append(SheetColumn(heading, tuple(texts)))
    headings = _counted([each.heading for each in columns])
    return [SheetColumn(head, each.cells) for head, each in zip(headings, columns, strict=True)]


def _figures(heading: str, texts: Sequence[str]) -> Iterator[SheetColumn]:
    for between, *ends in PAIRS:
        parted = [_parted(text, between) for text in texts]
        if any(text not in SYMBOLS for text in texts) and all(parted):
            for side, end in enumerate(ends):
                cells = tuple(_cell(each[side]) for each in parted if each)
                yield SheetColumn(f"{heading}{end}", cells)
            return
    yield SheetColumn(heading, tuple(map(_cell, texts)))


def _parted(text: str, between: str) -> tuple[str, str] | None:
    """Return the two figures in ``text``; a symbol stands for both."""
    if text in SYMBOLS:
        return text, text
    first, _, second = text.partition(between)
    return (first, second) if number(first) and number(second) else None


def _cell(text: str) -> Number | str:
    return number(text) or text


def _told_apart(headings: Sequence[str]) -> Iterator[str]:
    """Yield each heading, one that stands there already after the heading before it.

    >>> list(_told_apart(["Group", "Rate", "Others", "Rate"]))
    ['Group', 'Rate', 'Others', 'Others: Rate']
    """
    shown = [visible(each) for each in headings]
    for place, heading in enumerate(shown):
        yield f"{shown[place - 1]}: {heading}" if heading in shown[:place] else heading


def _counted(headings: Sequence[str]) -> Iterator[str]:
    """Yield the headings; those that Excel, which ignores case, finds alike with a count."""
    seen: dict[str, int] = {}
    for heading in headings:
        named = heading
        while named.casefold() in seen:
            seen[heading.casefold()] += 1
            named = f"{heading} ({seen[heading.casefold()]})"
        seen[named.casefold()] = 1
        yield named
