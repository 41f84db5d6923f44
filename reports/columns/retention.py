"""Columns of ``retention``."""

from reports.columns.column import Column

COLUMNS: dict[str, Column] = {}
