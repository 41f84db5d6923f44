"""Findings as one HTML file that needs no network: chart, tables, notes and source."""

from reports.html.page import html_page

__all__ = ["html_page"]
