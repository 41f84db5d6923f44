"""Every check of a printed report, one after the other."""

from collections.abc import Iterator, Sequence

from analytics.audit.changes import audited_change, audited_growth
from analytics.audit.claims import audited_claim, audited_quotient, audited_share
from analytics.audit.finding import Finding, Unchecked
from analytics.audit.flows import audited_flows
from analytics.audit.percentages import audited_percentages
from analytics.audit.printed import PrintedReport, PrintedSeries, PrintedTable
from analytics.audit.series import audited_series
from analytics.audit.totals import audited_repeats, audited_totals


def audited(report: PrintedReport) -> Iterator[Finding | Unchecked]:
    """Yield a finding for every figure of ``report``, or why nothing printed can confirm it."""
    for table in report.tables:
        yield from audited_percentages(table)
        yield from audited_totals(table)
        if not table.whole:
            yield from audited_flows(table)
    yield from audited_repeats(report.tables)
    yield from _series(report)
    yield from map(audited_growth, report.growths)
    by_campaign: dict[str | None, list[PrintedTable]] = {}
    for table in report.tables:
        by_campaign.setdefault(table.campaign, []).append(table)
    for claim in report.claims:
        yield audited_claim(by_campaign.get(claim.campaign, ()), claim)
    yield from map(audited_share, report.shares)
    yield from map(audited_quotient, report.quotients)


def _series(report: PrintedReport) -> Iterator[Finding | Unchecked]:
    monitoring = {
        (table.document, table.campaign): table for table in report.tables if not table.whole
    }
    for table, series in _by_campaign(report.series, monitoring):
        yield from audited_series(table, series)
        for each in series:
            yield from audited_change(table, each)


def _by_campaign(
    series: Sequence[PrintedSeries],
    monitoring: dict[tuple[str, str | None], PrintedTable],
) -> Iterator[tuple[PrintedTable | None, list[PrintedSeries]]]:
    together: dict[tuple[str, str | None], list[PrintedSeries]] = {}
    for each in series:
        together.setdefault((each.document, each.campaign), []).append(each)
    for key, own in together.items():
        yield monitoring.get(key), own
