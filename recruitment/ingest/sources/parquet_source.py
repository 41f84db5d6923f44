"""A Parquet file to import: one table, its headings first."""

from recruitment.ingest.faults import Fault, Place
from recruitment.ingest.originals import Original
from recruitment.ingest.sheet_layout import column_letters
from recruitment.ingest.sources.cells import cell_text
from recruitment.ingest.sources.fault_lists import few
from recruitment.ingest.sources.parquet_values import guarded_parquet
from recruitment.ingest.sources.reading import Reading
from recruitment.ingest.sources.source import Sheet


def read_parquet_source(document: Original) -> Reading:
    """Return a Parquet file as one table; its headings are row 0, and its rows count from 1.

    Raises:
        DataError: It is damaged, too large, or has columns of lists, of records or of bytes.
    """
    read = [list(map(cell_text, row)) for row in guarded_parquet(document.name, document.content)]
    faults = (
        Fault(Place(document.name, None, number, column_letters(column)), why)
        for number, row in enumerate(read)
        for column, (_, why) in enumerate(row)
        if why is not None
    )
    rows = [tuple(text for text, _ in row) for row in read]
    kept = [number for number, row in enumerate(rows) if any(row)]
    sheet = Sheet(
        document.name,
        None,
        tuple(rows[number] for number in kept),
        tuple(kept),
        faults=few(Place(document.name), faults),
    )
    return Reading((sheet,))
