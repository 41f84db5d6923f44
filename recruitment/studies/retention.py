"""Who joins and who leaves: in numbers, in make-up, and, with headcount, how fast."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

import polars as pl

from analytics.movement_contradictions import reasons_beyond_leavers
from analytics.pass_rates import Blank
from recruitment.errors import UsageError
from recruitment.studies.candidates import check_confidence_level
from recruitment.studies.movers import Movers, movers
from recruitment.studies.retention_tables import retention_tables
from reports import movement_notes, retention_notes
from reports.cells import amount
from reports.findings import Findings
from reports.retention_readings import retention_headline
from reports.wording import few

if TYPE_CHECKING:
    from collections.abc import Sequence

    import duckdb

# As many leavers a year as this times the mean headcount are a slip of the keyboard.
TWICE = 2


def retention(
    con: "duckdb.DuckDBPyConnection",
    *,
    units: "Sequence[str]" = (),
    roles: "Sequence[str]" = (),
    periods: "Sequence[str]" = (),
    characteristics: "Sequence[str]" = (),
    headcounts: Mapping[str, float] | None = None,
    blank: Blank = "include",
    confidence_level: float = 0.95,
) -> Findings:
    """Return joiners beside leavers (``rows``), ``periods`` compared, ``rates`` and ``reasons``.

    Args:
        con: An open warehouse.
        units: Such as ``Leicestershire Police``, in any case; none means all.
        roles: Such as ``Police officer``, in any case; none means all.
        periods: Such as ``2019-20``, recorded or following from what is; none means all recorded,
            and what these are taken apart into.
        characteristics: Such as ``ethnicity``; none means all that were counted, and everybody.
        headcounts: Mean headcounts by category, the empty name for everybody, in the one period and
            role asked about; they go before those of the warehouse.
        blank: Whether Not stated counts in the denominators of shares.
        confidence_level: Of the intervals, between 0 and 1.

    Raises:
        UsageError: Something asked for is unknown or cannot be read, or headcounts are given for
            several periods or roles.
        DataError: There are no movements in the warehouse.
    """
    check_confidence_level(confidence_level)
    asked = movers(
        con,
        units=units,
        roles=roles,
        characteristics=characteristics,
        periods=periods,
        given=headcounts or {},
    )
    tables = retention_tables(asked, blank, confidence_level)
    _refuse_slips(tables["rates"])
    units = few(list(dict.fromkeys(own.unit for own in asked.asked)))
    return Findings(
        question="retention",
        title=f"Joiners and leavers: {units}",
        source=asked.source(tables["rates"]),
        as_at=None,
        notes=tuple(_notes(asked, tables, blank, confidence_level)),
        tables=tables,
        headline=retention_headline(tables["rows"], tables["rates"]),
    )


def _refuse_slips(rates: pl.DataFrame) -> None:
    """Refuse a mean headcount given so small that all would have left more than twice in a year."""
    for row in rates.filter(pl.col("headcount_before_at").is_null()).to_dicts():
        for who, rate, left, people in (
            ("group", "leaving_rate", "leavers", "mean_headcount"),
            ("reference", "reference_rate", "reference_leavers", "reference_headcount"),
        ):
            if row[rate] is not None and row[rate] > TWICE:
                raise UsageError(
                    f"--headcount {row[who]}={amount(row[people])}: {row[left]:,} left in "
                    f"{row['period']}, more in a year than twice that headcount; check the number"
                )


def _notes(
    asked: Movers, tables: Mapping[str, pl.DataFrame], blank: Blank, confidence_level: float
) -> "Sequence[str]":
    rows, rates, reasons = tables["rows"], tables["rates"], tables["reasons"]
    return [
        *retention_notes.on_measures(rows, blank),
        *movement_notes.on_derived(asked.asked, rows),
        *asked.notes(),
        *retention_notes.on_tests(rows, confidence_level),
        *retention_notes.on_changes(tables["periods"]),
        *retention_notes.on_rates(rates, confidence_level),
        *retention_notes.on_high_rates(rates),
        *retention_notes.on_headcounts(rates),
        *retention_notes.on_missing_headcounts(rows, rates),
        *retention_notes.on_reasons(reasons, reasons_beyond_leavers(reasons)),
    ]
