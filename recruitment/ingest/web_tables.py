"""The table of a web page while it is read."""

from collections.abc import Iterator

from recruitment.ingest.blocks import Grid, Paragraph
from recruitment.ingest.characters import tidy
from recruitment.ingest.grids import MOST_COLUMNS, Spread, has_text

TABLE_PARTS = {"caption", "thead", "tbody", "tfoot", "tr", "td", "th", "colgroup"}
MOST_DOWN = 65_534


class WebTable:
    """One table: its parts come as tags, its text in between.

    Attributes:
        number: Which table of the page it is, from 1.
    """

    def __init__(self, name: str, number: int) -> None:
        self.number = number
        self._spread = Spread(name)
        self._has_row = False
        self._captions: list[str] = []
        self._held: list[Paragraph | Grid] = []
        # The part that takes text, and what it took; text between parts belongs to none.
        self._part = ""
        self._across = self._down = 1
        self._text: list[str] = []

    def begin(self, tag: str, attributes: dict[str, str | None]) -> None:
        """Begin a part of the table; a part that is open ends."""
        if tag == "tr" or (tag in {"td", "th"} and not self._has_row):
            self._spread.new_row()
            self._has_row = True
        if tag in {"thead", "tbody", "tfoot"}:
            self._has_row = False
        if tag in {"td", "th", "caption"}:
            self._part = tag
            self._across = _span(attributes.get("colspan"), MOST_COLUMNS)
            self._down = _span(attributes.get("rowspan"), MOST_DOWN)

    def keep(self, text: list[str]) -> None:
        """Take ``text`` into the part that is open."""
        self._text.extend(text)

    def end_cell(self) -> None:
        """End the part that is open, if one is."""
        text = tidy("".join(self._text))
        self._text.clear()
        if self._part in {"td", "th"}:
            self._spread.place(text, across=self._across, down=self._down)
        elif text:
            self._captions.append(text)
        self._part = ""

    def hold(self, blocks: list[Paragraph | Grid]) -> None:
        """Take the ``blocks`` of a table inside this one, to come after it."""
        self._held.extend(blocks)

    def blocks(self) -> list[Paragraph | Grid]:
        """Return what stands beside the cells, the table, and the tables inside it."""
        grid = self._spread.grid(f"table {self.number}")
        return [*self._outside(), *([grid] if has_text(grid) else []), *self._held]

    def _outside(self) -> Iterator[Paragraph]:
        for text in self._captions:
            yield Paragraph(text, f"caption of table {self.number}")


def _span(text: str | None, most: int) -> int:
    stripped = (text or "").strip()
    if not (stripped.isascii() and stripped.isdecimal()):
        return 1
    # Beyond what a browser does; a number of a million digits would take long to read.
    return max(1, min(int(stripped[: len(str(most)) + 1]), most))
