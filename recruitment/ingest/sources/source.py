"""What was read from one file to import: tables of text, and where each cell stands."""

from dataclasses import dataclass, field

from recruitment.ingest.faults import Fault, Place


@dataclass(frozen=True, slots=True)
class Sheet:
    """One table of a source, as it stands there.

    Attributes:
        file: The name of the file.
        name: The name of the sheet; None for files that have none.
        rows: Top to bottom, every cell as text on one line; as wide as they are in the file, so
            widths may differ. Rows without any text are left out.
        numbers: The row of each in the file, from 1; in text, the line where it begins.
        left: The column of the first cell in the file, from 0.
        merged: Cells, as (place in ``rows``, place in the row) from 0, that repeat the text of a
            merged cell beside or above them.
        faults: What cannot be read, such as a formula without a value.
    """

    file: str
    name: str | None
    rows: tuple[tuple[str, ...], ...]
    numbers: tuple[int, ...]
    left: int = 0
    merged: frozenset[tuple[int, int]] = field(default_factory=frozenset)
    faults: tuple[Fault, ...] = ()

    def place(self, row: int | None = None, column: str | None = None) -> Place:
        """Return where the row at ``row`` (from 0, in ``rows``) and a column stand."""
        return Place(self.file, self.name, None if row is None else self.numbers[row], column)


@dataclass(frozen=True, slots=True)
class Source:
    """One file to import, which is never changed.

    Attributes:
        name: The name of the file, without its folder.
        sha256: Of its bytes, in hexadecimal.
        size: How many bytes it has.
        sheets: Its tables, in the order of the file, empty ones left out.
        remarks: What a reader must know about the reading, one sentence each, such as that a sheet
            is hidden.
        date_1904: Whether bare numbers that are dates count the days from 1904, not from 1900.
    """

    name: str
    sha256: str
    size: int
    sheets: tuple[Sheet, ...]
    remarks: tuple[str, ...] = ()
    date_1904: bool = False

    @property
    def faults(self) -> tuple[Fault, ...]:
        """What cannot be read in it, sheet by sheet."""
        return tuple(fault for sheet in self.sheets for fault in sheet.faults)
