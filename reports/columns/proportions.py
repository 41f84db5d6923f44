"""Columns of ``proportions``."""

from reports.columns.column import Column

COLUMNS: dict[str, Column] = {}
