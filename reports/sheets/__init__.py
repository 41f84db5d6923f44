"""The report as a workbook: its cells, its worksheets, and what stands on each."""
