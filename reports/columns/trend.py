"""Columns of ``trend``."""

from reports.columns.column import Column

COLUMNS: dict[str, Column] = {}
