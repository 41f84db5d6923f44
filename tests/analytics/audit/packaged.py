"""The packaged report, and the rows of it that explanations are looked for in."""

from dataclasses import replace

from analytics.audit.printed import PrintedReport, PrintedRow, PrintedTable
from analytics.audit.series import entrants_by_stage
from recruitment import published
from recruitment.studies.printed_report import printed_report
from recruitment.warehouse import open_warehouse


def packaged() -> PrintedReport:
    """Return what the packaged reports print."""
    with open_warehouse(subjects=published.ALL) as con:
        return printed_report(con)


def table_of(report: PrintedReport, campaign: str) -> PrintedTable:
    """Return the monitoring table of a campaign."""
    return next(each for each in report.tables if each.campaign == campaign)


def row_of(report: PrintedReport, campaign: str, label: str) -> tuple[PrintedTable, PrintedRow]:
    """Return a row of a monitoring table, and the table."""
    table = table_of(report, campaign)
    return table, next(row for row in table.rows if row.label == label)


def series_row(report: PrintedReport, campaign: str, stage: str) -> tuple[PrintedTable, PrintedRow]:
    """Return the counts of a stage beside what the lists print at it, and the table."""
    table = table_of(report, campaign)
    shares = {
        series.cell: point.printed
        for series in report.series
        if series.campaign == campaign
        for point in series.points
        if point.stage == stage
    }
    return table, replace(entrants_by_stage(table)[stage], shares=shares)
