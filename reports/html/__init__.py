"""Findings as one HTML file that needs no network: chart, tables, notes and source."""

from reports.html.page import html_page
from reports.html.tables import tables_page

__all__ = ["html_page", "tables_page"]
