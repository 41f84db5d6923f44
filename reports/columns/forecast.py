"""Columns of ``forecast``."""

from reports.columns.column import Column

COLUMNS: dict[str, Column] = {}
