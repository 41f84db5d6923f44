"""A report as an accessible PDF: tagged, titled, with its fonts in it, and charts as drawings."""

from reports.paper.typesetting import typeset
from reports.report.model import Report


def render(report: Report) -> bytes:
    """Return ``report`` as PDF/UA-1."""
    return typeset(report)
