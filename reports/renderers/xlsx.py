"""A report as a workbook: its words on worksheets of their own, its figures as numbers."""

from reports.report.model import Report
from reports.sheets.report_book import report_book


def render(report: Report) -> bytes:
    """Return ``report`` as XLSX."""
    return report_book(report)
