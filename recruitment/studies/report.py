"""The panel report: every study run once, and what they found put together."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

import polars as pl

import queries
from analytics.disclosure import presets
from recruitment.errors import DataError, UsageError, nearest
from recruitment.studies.attrition import attrition
from recruitment.studies.audit import audit
from recruitment.studies.campaigns import choose
from recruitment.studies.compare import compare
from recruitment.studies.pass_rates import pass_rates
from recruitment.studies.proportions import proportions
from recruitment.studies.retention import retention
from reports.findings import Findings
from reports.report.assembly import TITLE, Cover, assembled, section_keys
from reports.report.material import Material
from reports.report.reader_notes import for_readers

if TYPE_CHECKING:
    import datetime as dt

    import duckdb

    from reports.report.model import Report

OPEN = f"Disclosure policy: {presets.OPEN.name}. {presets.OPEN.policy}"
FEWEST = 2


def report(
    con: "duckdb.DuckDBPyConnection",
    *,
    campaigns: Sequence[str] = (),
    sections: Sequence[str] = (),
    title: str = TITLE,
    author: str = "",
    date: "dt.date | None" = None,
    policy: str = OPEN,
) -> "Report":
    """Return the panel report.

    Args:
        con: An open warehouse.
        campaigns: Codes in any case; none means all, those without counts among them.
        sections: Keys of the sections wanted, in any case; none means all.
        title: Of the report.
        author: Who signs it, or nothing.
        date: Its date; None takes the latest that a figure in it describes, never today.
        policy: How small numbers are treated, one sentence.

    Raises:
        UsageError: A campaign or section is unknown, or named twice.
        DataError: The warehouse has no campaigns.
    """
    chosen = choose(queries.campaigns(con), campaigns)
    if chosen.is_empty():
        raise DataError("the warehouse has no campaigns; import one")
    wanted = known_sections(sections, section_keys(chosen["campaign"].to_list()))
    material = gathered(con, chosen, every=not campaigns)
    cover = Cover(title, author, date or latest_date(material), policy)
    return assembled(material, cover, wanted)


def gathered(
    con: "duckdb.DuckDBPyConnection", chosen: pl.DataFrame, *, every: bool = True
) -> Material:
    """Run each study once on the campaigns in ``chosen``, which are ``every`` one there is."""
    named = chosen["campaign"].to_list()
    codes = chosen.filter(pl.col("stages") > 0)["campaign"].to_list()
    together = len(codes) >= FEWEST
    return Material(
        campaigns=chosen,
        attrition=_found(lambda: attrition(con, campaigns=codes)) if codes else None,
        pass_rates=_found(lambda: pass_rates(con, campaigns=codes)) if codes else None,
        compare=_found(lambda: compare(con, campaigns=codes)) if together else None,
        applicants=_found(lambda: proportions(con, campaigns=codes)) if codes else None,
        workforce=_found(lambda: proportions(con, workforce=True)),
        retention=_found(lambda: retention(con)),
        audit=_found(lambda: audit(con, campaigns=() if every else named)),
        activities=_activities(con, named),
    )


def latest_date(material: Material) -> "dt.date | None":
    """Return the latest date that a figure of the report describes, or None where none has one."""
    frames = [
        material.campaigns.select("as_at", "closed", "opened"),
        *(each.tables["rows"].select("as_at") for each in (material.workforce,) if each),
        *(
            each.tables[name].select("period_end")
            for each in (material.retention,)
            if each
            for name in ("rows", "rates", "reasons")
        ),
        material.activities.select("period_end"),
    ]
    dates = [value for frame in frames for row in frame.rows() for value in row if value]
    return max(dates, default=None)


def _found(study: Callable[[], Findings]) -> Findings | None:
    """Return what a study found, or None where the data cannot carry its question."""
    try:
        found = study()
    except DataError:
        return None
    return replace(found, notes=for_readers(found.notes))


def _activities(con: "duckdb.DuckDBPyConnection", campaigns: Sequence[str]) -> pl.DataFrame:
    """Leave out what was done for other campaigns alone."""
    recorded = queries.activities(con)
    for_these = [
        not named or bool(set(named.split()) & set(campaigns)) for named in recorded["campaigns"]
    ]
    return recorded.filter(pl.Series(for_these, dtype=pl.Boolean))


def known_sections(sections: Sequence[str], keys: list[str]) -> list[str]:
    """Return ``sections`` as ``keys`` spell them.

    Raises:
        UsageError: One is unknown, or named twice.
    """
    known: list[str] = []
    for name in sections:
        key = name.strip().casefold()
        if key not in keys:
            raise UsageError(f"there is no section {name!r}; {nearest(name, keys)}")
        if key in known:
            raise UsageError(f"section {key} is named twice; name each section once")
        known.append(key)
    return known
