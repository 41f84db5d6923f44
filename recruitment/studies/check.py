"""Do the counts fit each other, and does what is printed fit the counts?"""

from collections import Counter
from typing import TYPE_CHECKING

import polars as pl

import queries
from analytics.checks.campaigns import Campaigns, checked_campaigns
from recruitment.studies.campaigns import choose
from recruitment.studies.check_duplicates import duplicates_checked
from recruitment.studies.check_movements import movements_checked
from recruitment.studies.sources import as_at_of, source_of
from reports import check_notes, notes
from reports.check_rows import finding_rows, kept_rows, standing_rows, summary_rows
from reports.findings import Findings
from reports.wording import few, listed

if TYPE_CHECKING:
    from collections.abc import Sequence

    import duckdb

# What tells one finding from another: what it is about, the check, and the words.
ABOUT = (pl.coalesce("campaign", "place"), "check_name", "finding")
DATES = ["campaign", "opened", "closed", "as_at", "submitted", "withdrawn"]


def check(
    con: "duckdb.DuckDBPyConnection", *, campaigns: "Sequence[str]" = (), corrected: bool = False
) -> Findings:
    """Return what was compared (``summary``), and what does not fit (``findings``).

    Args:
        con: An open warehouse, with all its subjects.
        campaigns: Codes in any case; none means all, and movements, workforce and populations.
        corrected: Apply the documented corrections of printed counts.

    Raises:
        UsageError: A campaign is unknown, or named twice.
    """
    chosen = choose(queries.campaigns(con), campaigns)
    known = _campaigns(con, chosen, corrected=corrected)
    found = checked_campaigns(known)
    rows, looked_at = finding_rows(found.findings), Counter(found.looked_at)
    codes = chosen["campaign"].to_list()
    twice = duplicates_checked(con, codes, corrected=corrected)
    rows += finding_rows(twice.findings)
    looked_at.update(twice.looked_at)
    sources = chosen.select("document", "source")
    if not campaigns:
        others, compared, facts = movements_checked(con)
        rows += others
        looked_at.update(compared)
        sources = pl.concat([sources, _documents(facts)])
    kept = _kept(con, codes, everything=not campaigns)
    accepted = set(kept.filter("contradiction").select(*ABOUT).iter_rows())
    findings = standing_rows([*rows, *kept_rows(kept)], accepted, codes)
    corrections = queries.corrections(con, campaigns=codes)
    return Findings(
        question="check",
        title=f"Checks: {few(codes) or 'no campaign'}",
        source=source_of(sources),
        as_at=as_at_of(chosen),
        notes=(
            *notes.on_campaigns_without_counts(chosen),
            *notes.on_corrections(corrections, known.counts, applied=corrected),
            *check_notes.on_standing(findings),
            *check_notes.on_not_compared(known.percentages.height, looked_at["percentages"]),
        ),
        tables={"summary": summary_rows(findings, looked_at), "findings": findings},
        headline=check_notes.check_headline(findings, looked_at.total()),
    )


def failing(findings: Findings, *, advice: bool = False) -> str:
    """Return what was found and not accepted at import, in words; nothing where nothing was.

    Args:
        findings: What ``check`` returns.
        advice: Whether advice counts as well.
    """
    rows = findings.tables["findings"]
    found = [check_notes.contradictions(rows), check_notes.advice(rows) if advice else ""]
    return listed([each for each in found if each])


def _campaigns(
    con: "duckdb.DuckDBPyConnection", chosen: pl.DataFrame, *, corrected: bool
) -> Campaigns:
    codes = chosen["campaign"].to_list()
    return Campaigns(
        counts=queries.all_stage_counts(con, campaigns=codes, corrected=corrected),
        campaigns=chosen.select(DATES),
        totals=queries.printed_totals(con, campaigns=codes),
        percentages=queries.printed_percentages(con, campaigns=codes),
        refinements=queries.refinements(con),
    )


def _documents(facts: pl.DataFrame) -> pl.DataFrame:
    """Leave out where in a document facts are: a finding names its place, and there are many."""
    known = pl.col("document") != ""
    document = pl.col("source").str.split(", ").list.first()
    return facts.with_columns(source=pl.when(known).then(document).otherwise("source"))


def _kept(con: "duckdb.DuckDBPyConnection", codes: list[str], *, everything: bool) -> pl.DataFrame:
    """Return what was named at import of what is asked about, and is there still."""
    kept = queries.import_findings(con)
    about = pl.col("campaign").is_in(codes)
    return kept.filter(about | pl.col("campaign").is_null() if everything else about)
