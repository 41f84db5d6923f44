"""Lines of text to paragraphs and tables: a table is a run of lines with tabs between cells."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from recruitment.ingest.blocks import Grid, Paragraph
from recruitment.ingest.characters import tidy
from recruitment.ingest.grids import level_grid

# "11.<tab>The LE19a campaign" is a paragraph, typed with a tab after its number.
FEWEST_ROWS = 2


@dataclass(frozen=True, slots=True)
class Line:
    """One line, or one paragraph of a Word document.

    Attributes:
        text: Its text, with tabs; empty for a blank line.
        place: Where it stands.
        whole: Whether it is complete, as a heading is, whatever its last character.
    """

    text: str
    place: str
    whole: bool = False

    @property
    def cells(self) -> list[str]:
        """The text between tabs."""
        return self.text.split("\t")

    @property
    def tabbed(self) -> bool:
        """Whether there is a tab in it, and anything else."""
        return "\t" in self.text and not self.text.isspace()

    @property
    def blank(self) -> bool:
        """Whether there is nothing in it."""
        return not self.text or self.text.isspace()


def blocks_of_lines(lines: Iterable[Line]) -> Iterator[Paragraph | Grid]:
    r"""Yield ``lines`` as paragraphs and tables, blank ones left out except inside a table.

    >>> lines = [Line("Offer\t72\t10", "line 1"), Line("% of total\t\t13.89%", "line 2")]
    >>> [block.rows for block in blocks_of_lines(lines)]
    [(('Offer', '72', '10'), ('% of total', '', '13.89%'))]
    """
    for run in _runs(list(lines)):
        tabbed = [line for line in run if line.tabbed]
        if len(tabbed) >= FEWEST_ROWS and any(_filled(line) > 1 for line in tabbed):
            yield level_grid((line.cells for line in run), (line.place for line in run))
        else:
            found = ((tidy(line.text), line.place) for line in run)
            yield from (Paragraph(text, place) for text, place in found if text)


def _runs(lines: list[Line]) -> Iterator[list[Line]]:
    # Neighbours of one kind, with the blank lines inside a table taken into it.
    run: list[Line] = []
    for tabbed, group in groupby(_without_inner_blanks(lines), key=lambda item: item[0]):
        run = [line for _, line in group]
        yield from [run] if tabbed else ([line] for line in run)


def _without_inner_blanks(lines: list[Line]) -> Iterator[tuple[int, Line]]:
    # The kind of a line: 0 for text, else the number of the table that it belongs to.
    table = 0
    before: Line | None = None
    for number, line in enumerate(lines):
        if line.tabbed:
            table += before is None or _starts_anew(before, line, lines[number - 1])
            before = line
            yield table, line
        elif line.blank and before is not None and _continues(before, lines[number + 1 :][:1]):
            yield table, line
        else:
            before = None
            yield 0, line


def _starts_anew(before: Line, line: Line, last: Line) -> bool:
    return last.blank and not _continues(before, [line])


def _continues(before: Line, following: list[Line]) -> bool:
    # After one blank line a table goes on where the next line has as many cells, and figures in
    # them: a line of headings begins another.
    return any(
        line.tabbed
        and len(line.cells) == len(before.cells)
        and any(character.isdecimal() for cell in line.cells[1:] for character in cell)
        for line in following
    )


def _filled(line: Line) -> int:
    return sum(1 for cell in line.cells if cell.strip())
