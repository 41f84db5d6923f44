"""Who is under-represented against the community, by how much, and how sure can one be?"""

from typing import TYPE_CHECKING

import polars as pl

import queries
from analytics.benchmark_gap import benchmark_gaps
from analytics.contradictions import contradictions
from analytics.representation import Blank
from recruitment.errors import DataError, UsageError
from recruitment.studies.candidates import Candidates, candidates, check_confidence_level
from recruitment.studies.ceiling import refuse_too_large
from recruitment.studies.community import Community, under_other_weights
from recruitment.studies.proportion_counts import Staff, role_counts, stage_counts
from recruitment.studies.sources import as_at_of, source_of
from reports import benchmark_notes, blank_notes, notes, proportion_notes, weighting_notes
from reports.findings import Findings
from reports.proportion_headline import proportion_headline
from reports.proportion_readings import with_proportion_readings
from reports.wording import few

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    import duckdb

COLUMNS = [
    "population",
    "role",
    "characteristic",
    "group",
    "people",
    "out_of",
    "representation_pct",
    "low_pct",
    "high_pct",
    "area",
    "benchmark_pct",
    "gap_pp",
    "representation_index",
    "p_value",
    "people_short",
    "reading",
    "campaign",
    "stage",
    "unit",
    "as_at",
    "people_low",
    "people_high",
    "people_short_low",
    "people_short_high",
    "not_stated",
    "p_mid",
    "p_adjusted",
    "detectable_under_pp",
    "detectable_over_pp",
    "detectable_gap_pp",
    "benchmark",
    "benchmark_as_at",
    "benchmark_quality",
    "benchmark_source",
]
BLANKS: tuple[Blank, ...] = ("include", "exclude")


def proportions(
    con: "duckdb.DuckDBPyConnection",
    *,
    campaigns: "Sequence[str]" = (),
    workforce: bool = False,
    characteristics: "Sequence[str]" = (),
    units: "Sequence[str]" = (),
    roles: "Sequence[str]" = (),
    headcounts: "Mapping[str, int] | None" = None,
    area: str | None = None,
    weights: "Mapping[str, float] | None" = None,
    blank: Blank = "include",
    confidence_level: float = 0.95,
    corrected: bool = False,
) -> Findings:
    """Return each group's share beside that of the community (``rows``).

    Args:
        con: An open warehouse.
        campaigns: Codes in any case; every stage of them is shown.
        workforce: Show the workforce by role; without campaigns it is shown anyway.
        characteristics: Such as ``ethnicity``; none means all that have a benchmark.
        units: Of the workforce, in any case; none means all.
        roles: Of the workforce, in any case; none means all.
        headcounts: Headcounts of roles for which none is known, by role; the empty name is the only
            role shown.
        area: Whose community is compared with; None takes the area with the most figures.
        weights: How much of the community each area is, adding up to 1. Other weights of the same
            areas are then tried (``sensitivity``).
        blank: Whether Not stated counts in the total.
        confidence_level: Of the intervals, between 0 and 1.
        corrected: Apply the documented corrections of printed counts.

    Raises:
        UsageError: Something asked for is unknown, or an option has nothing to work on.
        DataError: There are no counts, no community figures, or nothing that both describe; or a
            printed share cannot be one of the headcount given.
    """
    check_confidence_level(confidence_level)
    with_roles = workforce or not campaigns
    for_roles = {"--unit": units, "--role": roles, "--headcount": headcounts}
    _refuse_idle({} if with_roles else for_roles, "--workforce")
    _refuse_idle({} if campaigns else {"--corrected": corrected}, "--campaign CODE")
    asked = (
        candidates(con, campaigns=campaigns, characteristics=characteristics, corrected=corrected)
        if campaigns
        else None
    )
    staff = (
        Staff(
            refuse_too_large(
                queries.workforce(con, refined=bool(characteristics)), "headcount", "workforce"
            ),
            characteristics,
            units,
            roles,
            headcounts or {},
        )
        if with_roles
        else None
    )
    community = Community(con, area, weights)
    counts = {each: _counts(asked, staff, each) for each in BLANKS}
    beside = {each: community.beside(counts[each]) for each in BLANKS}
    gaps = {
        each: benchmark_gaps(beside[each], confidence_level=confidence_level) for each in BLANKS
    }
    other = gaps["exclude" if blank == "include" else "include"]
    rows = with_proportion_readings(gaps[blank], other, blank)
    left_out = list(benchmark_notes.on_no_benchmark(counts[blank], rows, queries.populations(con)))
    if rows.is_empty():
        raise DataError(" ".join(left_out))
    tables = {"rows": rows.select(COLUMNS)}
    if community.mix is not None:
        tables["sensitivity"] = under_other_weights(con, beside[blank], community.mix)
    return Findings(
        question="proportions",
        title=f"Proportions: {few(_bodies(rows))}",
        source=source_of(_cited(asked, rows)),
        as_at=as_at_of(rows),
        notes=(
            *_on_campaigns(con, asked, blank, corrected=corrected),
            *benchmark_notes.on_benchmarks(rows),
            *benchmark_notes.on_other_areas(rows, community.name),
            *benchmark_notes.on_old_benchmarks(rows),
            *left_out,
            *_on_staff(staff, rows),
            *proportion_notes.on_tests(rows, confidence_level),
            *blank_notes.on_other_blank(rows, other, blank),
            *blank_notes.on_bounds(rows, blank),
            *weighting_notes.on_other_weights(rows, tables.get("sensitivity")),
        ),
        tables=tables,
        headline=proportion_headline(rows),
    )


def _refuse_idle(options: "Mapping[str, object]", needed: str) -> None:
    """Refuse options that have nothing to work on without another."""
    for option, value in options.items():
        if value:
            raise UsageError(f"{option} has nothing to work on here; add {needed}")


def _counts(asked: Candidates | None, staff: Staff | None, blank: Blank) -> pl.DataFrame:
    stages = [] if asked is None else [stage_counts(asked, blank=blank)]
    roles = [] if staff is None else [role_counts(staff, blank=blank)]
    return pl.concat([*stages, *roles])


def _bodies(rows: pl.DataFrame) -> list[str]:
    bodies: list[str] = (
        rows.select(pl.coalesce("campaign", "unit"))
        .to_series()
        .unique(maintain_order=True)
        .to_list()
    )
    return bodies


def _cited(asked: Candidates | None, rows: pl.DataFrame) -> pl.DataFrame:
    """Return where counts and benchmarks come from."""
    campaigns = (
        []
        if asked is None
        else [asked.chosen.filter(pl.col("stages") > 0).select("document", "source")]
    )
    workforce = rows.select("document", "source").drop_nulls("source")
    benchmark = rows.select(document="benchmark_document", source="benchmark_source")
    return pl.concat([*campaigns, workforce, benchmark])


def _on_campaigns(
    con: "duckdb.DuckDBPyConnection", asked: Candidates | None, blank: Blank, *, corrected: bool
) -> "Iterator[str]":
    if asked is None:
        return
    corrections = queries.corrections(con, campaigns=asked.codes)
    yield from notes.on_blanks(blank)
    yield from notes.on_campaigns_without_counts(asked.chosen)
    yield from notes.on_corrections(corrections, asked.flow, applied=corrected)
    yield from notes.on_contradictions(contradictions(asked.flow))


def _on_staff(staff: Staff | None, rows: pl.DataFrame) -> "Iterator[str]":
    if staff is None:
        return
    yield from proportion_notes.on_printed_shares(rows)
    yield from proportion_notes.on_printed_beside_counts(rows)
    yield from proportion_notes.on_headcounts(rows, staff.workforce)
    yield from proportion_notes.on_what_does_not_fit(rows)
