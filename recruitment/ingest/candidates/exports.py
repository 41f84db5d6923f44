"""An export opened for counting: DuckDB reads of it the columns that are needed, as text."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from recruitment.errors import UsageError
from recruitment.ingest import originals
from recruitment.ingest.candidates.columns import Columns, columns_under
from recruitment.ingest.candidates.one_file import connection_for
from recruitment.ingest.faults import MOST_LISTED, Fault, Place, SourceRefused
from recruitment.ingest.mapping.mapping import Mapping

if TYPE_CHECKING:
    import duckdb

    from recruitment.ingest.sources.dates import Serials

# Anything else is left to the reader of workbooks, which says what it cannot read.
KINDS = {".csv": "text", ".tsv": "text", ".txt": "text", ".parquet": "parquet"}
Rows = Callable[[Sequence[int]], dict[int, int]]


@dataclass(frozen=True, slots=True)
class Export:
    """A file of candidates, opened.

    Attributes:
        con: The connection that can read it; it has the view ``candidate_rows``.
        file: The name of the file.
        sheet: The name of the sheet; None for files that have none.
        columns: Those that are read.
        rows: Gives the row in the file of each record, both from 1.
        again: Where DuckDB refuses to read the file: has Python read it, or says what is wrong.
        sha256: Of the bytes of the file, in hexadecimal.
        remarks: What a reader must know about the reading, one sentence each.
        serials: What a bare number in a column of dates counts from; None where it is no date.
        broken: Gives what is wrong in rows that were left out, so that all faults are told at once.
    """

    con: "duckdb.DuckDBPyConnection"
    file: str
    sheet: str | None
    columns: Columns
    rows: Rows
    again: Callable[[], None]
    sha256: str
    remarks: tuple[str, ...] = ()
    serials: "Serials | None" = None
    broken: Callable[[], tuple[Fault, ...]] = tuple

    def refuse(self, faults: Iterable[Fault] = ()) -> None:
        """Refuse the export if there are faults, or rows of it were left out.

        Raises:
            SourceRefused: With every fault, by its row.
        """
        others, broken = list(faults), self.broken()
        # So many broken rows as leave room for the rest: at least half of what is listed.
        kept = broken[: max(MOST_LISTED - len(others), MOST_LISTED // 2)]
        if left := sum(fault.others or 1 for fault in broken[len(kept) :]):
            others.append(Fault(self.place(), f"{left:,} more rows are broken", left))
        if found := [*kept, *others]:
            raise SourceRefused(self.file, sorted(found, key=lambda each: each.place.row or 0))

    def place(self, row: int | None = None, heading: str | None = None) -> Place:
        """Return where a row of the file, and a column, stand."""
        return Place(self.file, self.sheet, row, heading)


@contextmanager
def opened(
    path: Path, mapping: Mapping, *, layout: str | None, sheet: str | None, memory_limit: str | None
) -> Iterator[Export]:
    """Open the export at ``path``, find its columns, and make the view ``candidate_rows``.

    Raises:
        UsageError: There is no such sheet or layout.
        DataError: It cannot be read, or its columns do not make an export of candidates.
        StorageError: It cannot be reached.
    """
    from queries.candidates import view_candidate_rows

    kind = _kind(path, sheet)

    def columns(headings: Sequence[str], place: Place) -> Columns:
        return columns_under(headings, mapping, layout, place)

    with connection_for(path, memory_limit) as (con, name):
        if kind == "parquet":
            from recruitment.ingest.candidates.parquet_rows import parquet_export

            export = parquet_export(con, name, path, columns)
        elif kind == "workbook":
            from recruitment.ingest.candidates.workbook_rows import workbook_export

            export = workbook_export(con, path, sheet, columns)
        else:
            from recruitment.ingest.candidates.csv_rows import csv_export

            export = csv_export(con, name, path, columns)
        view_candidate_rows(con)
        yield export


def _kind(path: Path, sheet: str | None) -> str:
    suffix = path.suffix.lower()
    with originals.opened(path):
        kind = KINDS.get(suffix, "workbook")
    if sheet is not None and suffix in KINDS:
        raise UsageError(f"{path.name} has no sheets; leave --sheet out")
    return kind
