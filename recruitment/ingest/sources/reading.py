"""What a reader of one kind of file hands on."""

from dataclasses import dataclass

from recruitment.ingest.sources.source import Sheet


@dataclass(frozen=True, slots=True)
class Reading:
    """The tables of one file.

    Attributes:
        sheets: Its tables, in the order of the file, empty ones left out.
        remarks: What a reader must know about the reading, one sentence each.
        date_1904: Whether bare numbers that are dates count the days from 1904.
    """

    sheets: tuple[Sheet, ...]
    remarks: tuple[str, ...] = ()
    date_1904: bool = False
