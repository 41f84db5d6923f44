"""What a source of many rows would be read as, for people to look at before they import it."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from recruitment.ingest.national.duckdb_rows import DuckdbRows
from recruitment.ingest.national.duckdb_source import opened
from recruitment.ingest.national.engines import Rows, StageColumns, stage_columns
from recruitment.ingest.national.locations import located

if TYPE_CHECKING:
    from recruitment.ingest.mapping.mapping import Mapping


@dataclass(frozen=True, slots=True)
class Explained:
    """What is in a source.

    Attributes:
        called: What it is called.
        columns: Those that would be read.
        words: The different texts of stages, outcomes and answers.
    """

    called: str
    columns: StageColumns
    words: set[str]


def words_of_campaigns(
    path: Path, mapping: "Mapping", layout: str | None, memory_limit: str | None
) -> Explained:
    """Return the columns that would be read of a source, and the words in them.

    Raises:
        As `recruitment.ingest.national.reading.count_campaigns`.
    """
    with opened(located(path), memory_limit) as source:
        return words_in(DuckdbRows(source), mapping, layout)


def words_in(rows: Rows, mapping: "Mapping", layout: str | None) -> Explained:
    """Return the columns that would be read of ``rows``, and the words in them.

    Raises:
        UsageError: There is no such layout.
        DataError: A column is missing, or there are two of one kind, or it is not in all files.
    """
    columns = stage_columns(rows.headings, mapping, layout, rows.called)
    rows.take(columns)
    words = {
        text
        for name, column in columns.texts.items()
        if column.role != "date"
        for text in rows.counts([name])[name]
    }
    return Explained(rows.called, columns, words)
