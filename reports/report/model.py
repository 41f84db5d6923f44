"""What a report is made of. Nothing here knows about any format.

Text is plain, as it comes from the data: a renderer makes it visible and escapes it. Paragraphs,
tables and figures are numbered through the whole report, as ``numbering`` leaves them; the number
0 means that this has not been done yet.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from reports.columns.column import SYMBOLS

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable

    from altair import TopLevelMixin


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One numbered paragraph.

    Attributes:
        text: Whole sentences; with ``items``, the words that lead to them.
        items: What is listed under it, each a whole sentence or a noun, not numbered.
        see: Keys of the tables and figures it rests on; numbering puts their numbers into the
            text, so that a renderer need not look at these, but may link them.
        number: Its number in the report.
    """

    text: str
    items: tuple[str, ...] = ()
    see: tuple[str, ...] = ()
    number: int = 0


@dataclass(frozen=True, slots=True)
class Subheading:
    """A heading within a section."""

    text: str


@dataclass(frozen=True, slots=True)
class Table:
    """One table, ready to draw: every cell is text, rounded once.

    Attributes:
        key: Its name in the report, such as ``le19-stages``; letters, digits and hyphens.
        caption: What it holds, without its number.
        headings: One to a column; the first column heads its rows.
        numeric: Which columns hold figures and align right. A figure reads like ``1,234``,
            ``-3.44``, ``+9.09``, ``72/169``, ``3.18 to 15.22`` or a symbol.
        rows: The cells, as many to a row as there are headings.
        notes: Whole sentences under it.
        number: Its number in the report, counted apart from figures.
    """

    key: str
    caption: str
    headings: tuple[str, ...]
    numeric: tuple[bool, ...]
    rows: tuple[tuple[str, ...], ...]
    notes: tuple[str, ...] = ()
    number: int = 0

    @property
    def label(self) -> str:
        """Return how the text calls it, such as ``Table 3``."""
        return f"Table {self.number}"

    @property
    def symbols(self) -> tuple[str, ...]:
        """Return each shorthand symbol in its cells with its meaning."""
        cells = " ".join(cell for row in self.rows for cell in row)
        return tuple(f"{mark} {meaning}" for mark, meaning in SYMBOLS.items() if mark in cells)

    @property
    def lines_under(self) -> tuple[str, ...]:
        """Return what stands under it: the symbols explained in one line, then its notes."""
        return (*([f"{'; '.join(self.symbols)}."] if self.symbols else []), *self.notes)


@dataclass(frozen=True, slots=True)
class Figure:
    """One chart; the table with its figures follows it.

    Attributes:
        key: Its name in the report.
        caption: What it shows, without its number.
        alt: What it shows for those who do not see it, and where its figures are, in short.
        table: The key of the table with its figures.
        draw: Makes the chart. Only a renderer that has pictures calls it, because the chart
            library takes longer to import than most formats take to write.
        number: Its number in the report, counted apart from tables.
    """

    key: str
    caption: str
    alt: str
    table: str
    draw: "Callable[[], TopLevelMixin]"
    number: int = 0

    @property
    def label(self) -> str:
        """Return how the text calls it, such as ``Figure 2``."""
        return f"Figure {self.number}"


@dataclass(frozen=True, slots=True)
class Notes:
    """What a reader must know to read the section's figures right; in small print.

    Attributes:
        items: Whole sentences, not numbered.
    """

    items: tuple[str, ...]


Block = Paragraph | Subheading | Table | Figure | Notes


@dataclass(frozen=True, slots=True)
class Section:
    """One section of the report.

    Attributes:
        key: What ``--section`` calls it, such as ``le19``; letters, digits and hyphens.
        heading: As it stands over it.
        blocks: What it holds, in order.
        part: Whether it belongs to the report itself or to its appendices.
    """

    key: str
    heading: str
    blocks: tuple[Block, ...]
    part: Literal["report", "appendix"] = "report"


@dataclass(frozen=True, slots=True)
class KeyFinding:
    """One finding to head the report with.

    Attributes:
        text: A whole sentence, or two.
        section: The key of the section that it is taken from.
    """

    text: str
    section: str


@dataclass(frozen=True, slots=True)
class Report:
    """The whole report.

    Attributes:
        title: Its title.
        subtitle: Which campaigns it is about.
        author: Who signs it, or nothing.
        date: Its date; never that of the day on which it is made.
        findings: What to know first, the most important first.
        sections: In reading order, the appendices last.
        sources: Where the figures come from, one document each.
        policy: How small numbers are treated, one sentence for every page; a renderer shows it.
    """

    title: str
    subtitle: str
    author: str
    date: "dt.date | None"
    findings: tuple[KeyFinding, ...]
    sections: tuple[Section, ...]
    sources: tuple[str, ...]
    policy: str

    @property
    def tables(self) -> tuple[Table, ...]:
        """Return every table, in reading order."""
        return tuple(block for block in self._blocks if isinstance(block, Table))

    @property
    def figures(self) -> tuple[Figure, ...]:
        """Return every figure, in reading order."""
        return tuple(block for block in self._blocks if isinstance(block, Figure))

    @property
    def _blocks(self) -> tuple[Block, ...]:
        return tuple(block for section in self.sections for block in section.blocks)
