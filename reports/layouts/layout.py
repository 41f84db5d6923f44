"""How one table of ``Findings`` is shown."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Layout:
    """How one table of ``Findings`` is shown.

    Attributes:
        table: Its name.
        columns: What is shown, left to right.
        split_by: Columns whose every combination gets a table of its own.
        caption: What stands over each, filled from its row.
        sentence: A column of whole sentences, listed under the table instead of in it.
        subject: The column that says what such a sentence is about.
        given: Columns that a row has values in; rows that lack one are left to other layouts.
        lacking: Columns that a row has no value in.
        most_rows: Of more rows nothing is shown; they are in what programs read.
    """

    table: str
    columns: tuple[str, ...]
    split_by: tuple[str, ...] = ()
    caption: str = ""
    sentence: str | None = None
    subject: str = "group"
    given: tuple[str, ...] = ()
    lacking: tuple[str, ...] = ()
    most_rows: int | None = None
