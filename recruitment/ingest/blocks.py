"""A document as text: paragraphs and tables in reading order, whatever file they came from."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph, heading or list item.

    Attributes:
        text: Its text on one line.
        place: Where it stands, as a reader would find it: ``paragraph 11``, ``line 97``.
    """

    text: str
    place: str


@dataclass(frozen=True, slots=True)
class Grid:
    """One table, as cells of text.

    Attributes:
        rows: Top to bottom; every row has as many cells, absent ones empty.
        places: Where each row stands, such as ``table 2, row 5`` or ``Sheet1, row 7``.
        merged: Cells, as (row, column) from 0, that repeat the text of a merged cell beside or
            above them.
    """

    rows: tuple[tuple[str, ...], ...]
    places: tuple[str, ...]
    merged: frozenset[tuple[int, int]] = field(default_factory=frozenset)


@dataclass(frozen=True, slots=True)
class Document:
    """What was read from one file, which is never changed.

    Attributes:
        name: The name of the file.
        blocks: Paragraphs and tables in reading order.
        remarks: What a reader must know about the reading, one sentence each, such as that a sheet
            is hidden or that pictures were not read.
    """

    name: str
    blocks: tuple[Paragraph | Grid, ...]
    remarks: tuple[str, ...] = ()
