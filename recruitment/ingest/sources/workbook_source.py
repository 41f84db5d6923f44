"""A workbook to import: its sheets, strictly read, and what is hidden in them."""

from recruitment.ingest.date_systems import counts_from_1904
from recruitment.ingest.grids import MOST_COLUMNS
from recruitment.ingest.originals import Original
from recruitment.ingest.sources.reading import Reading
from recruitment.ingest.sources.sheet_choice import chosen_sheets, copies_named
from recruitment.ingest.sources.workbook_cells import sheet_of
from recruitment.ingest.sources.workbook_remarks import OLD, source_remarks
from recruitment.ingest.workbooks import workbook


def read_workbook_source(document: Original, sheet: str | None) -> Reading:
    """Return the sheets of a workbook that have text, or the one called ``sheet``.

    Nothing is calculated. Numbers stand as the workbook shows them where that hides no decimals of
    a count, dates in ISO form; what is hidden is read, and named in the remarks.

    Raises:
        UsageError: There is no such sheet, or it is a chart.
        DataError: The workbook is damaged, protected by a password, or too large.
    """
    book = workbook(document, most_columns=MOST_COLUMNS)
    chosen = chosen_sheets(document.name, book.sheets, sheet)
    read = (sheet_of(document.name, each, book.layout(each)) for each in chosen if each.has_cells)
    kept = [each for each in read if each.rows or each.faults]
    remarks = (
        remark
        for each in chosen
        for remark in source_remarks(each, book.layout(each), formats_known=book.formats_known)
    )
    return Reading(
        tuple(copies_named(kept)),
        (*book.remarks, *remarks, *(() if book.formats_known else (OLD,))),
        date_1904=counts_from_1904(document),
    )
