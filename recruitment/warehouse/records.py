"""The rows of one import into the tables of a warehouse, and out of them again.

Every function works on a connection that `change` opened, so that what it does is kept whole or
not at all.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import astuple, dataclass
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any, Literal

from queries.arrow import ArrowStream
from recruitment.errors import DataError

if TYPE_CHECKING:
    import duckdb
    import polars as pl

    from recruitment.ingest.campaign_counts import CampaignCounts
    from recruitment.ingest.mapping.mapping import Characteristic

Action = Literal["imported", "replaced", "removed"]
TidySubject = Literal["workforce", "movements", "populations"]
Subject = Literal["campaign", "workforce", "movements", "populations"]

# Those that refer to others first.
OF_A_CAMPAIGN = (
    "DELETE FROM corrections WHERE campaign = $campaign",
    "DELETE FROM printed_percentages WHERE campaign = $campaign",
    "DELETE FROM printed_totals WHERE campaign = $campaign",
    "DELETE FROM stage_counts WHERE campaign = $campaign",
    "DELETE FROM stages WHERE campaign = $campaign",
    "DELETE FROM campaigns WHERE campaign = $campaign",
)
FINDINGS_OF_A_CAMPAIGN = """
    DELETE FROM import_findings
    WHERE import_id IN (SELECT import_id FROM imports WHERE campaign = $campaign)
"""
IMPORTS_OF_A_CAMPAIGN = "DELETE FROM imports WHERE campaign = $campaign"
ROWS: dict[TidySubject, str] = {
    "workforce": "DELETE FROM workforce",
    "movements": "DELETE FROM movements",
    "populations": "DELETE FROM populations",
}
FINDINGS_OF_A_SUBJECT = """
    DELETE FROM import_findings
    WHERE import_id IN (SELECT import_id FROM imports WHERE subject = $subject)
"""
IMPORTS_OF_A_SUBJECT = "DELETE FROM imports WHERE subject = $subject"
# A label that nothing uses any more would be the last trace of what was removed.
UNUSED = (
    """
    DELETE FROM categories
    WHERE (characteristic, category) NOT IN (
        SELECT (characteristic, category) FROM stage_counts
        UNION SELECT (characteristic, category) FROM workforce
        UNION SELECT (characteristic, category) FROM movements
        UNION SELECT (characteristic, category) FROM populations
    )
    """,
    """
    DELETE FROM characteristics
    WHERE characteristic NOT IN (SELECT characteristic FROM categories)
    """,
    "DELETE FROM areas WHERE area NOT IN (SELECT area FROM populations)",
)


@dataclass(frozen=True, slots=True)
class Campaign:
    """A campaign as its table has it; see the schema."""

    campaign: str
    title: str
    route: str | None
    opened: date | None
    closed: date | None
    as_at: date | None
    submitted: int | None
    withdrawn: int | None
    source: str


@dataclass(frozen=True, slots=True)
class Import:
    """One entry of the log; what is unknown, or was removed, is None."""

    imported_at: datetime
    version: str
    action: Action
    subject: Subject
    campaign: str | None = None
    layout: str | None = None
    file: str | None = None
    sha256: str | None = None
    bytes: int | None = None
    mapping: str | None = None
    mapping_sha256: str | None = None
    options: str | None = None
    rows_read: int | None = None
    people: int | None = None

    def differs(self, there: "Mapping[str, Any]") -> bool:
        """Return whether an import logged as ``there`` was of another source or other options."""
        what = ("sha256", "mapping_sha256", "options")
        return any(getattr(self, name) != there[name] for name in what)


@dataclass(frozen=True, slots=True)
class KeptFinding:
    """What a check found and the import was asked to accept, or may be known beside the counts."""

    check_name: str
    place: str
    finding: str
    contradiction: bool


def add_campaign(
    con: "duckdb.DuckDBPyConnection", campaign: Campaign, counts: "CampaignCounts"
) -> None:
    """Store a campaign that is not there yet, with its stages and counts.

    Raises:
        DataError: A category is there with another meaning.
    """
    import polars as pl

    code = pl.lit(campaign.campaign).alias("campaign")
    add_categories(con, counts.characteristics)
    _add_row(con, "campaigns", astuple(campaign))
    stages = pl.DataFrame({"stage": counts.stages}).with_row_index("stage_order", offset=1)
    _insert(con, "stages", stages.with_columns(code))
    _insert(con, "stage_counts", counts.counts.with_columns(code))
    _insert(con, "printed_totals", counts.totals.with_columns(code))
    _insert(
        con,
        "printed_percentages",
        counts.printed.with_row_index("row_order", offset=1).with_columns(code),
    )


def replace_rows(
    con: "duckdb.DuckDBPyConnection",
    subject: TidySubject,
    rows: "pl.DataFrame",
    characteristics: "Iterable[Characteristic]",
) -> None:
    """Store ``rows`` as all there are of the workforce, of movements or of populations.

    Raises:
        DataError: A category is there with another meaning.
    """
    add_categories(con, characteristics)
    if subject == "populations":
        _add_areas(con, rows["area"].unique(maintain_order=True).to_list())
    _run(con, (ROWS[subject],))
    _insert(con, subject, rows)


def add_categories(
    con: "duckdb.DuckDBPyConnection", characteristics: "Iterable[Characteristic]"
) -> None:
    """Store the categories that are not there yet, after those of their characteristic.

    Raises:
        DataError: A category is there with another meaning.
    """
    for each in characteristics:
        known = _kinds(con, each.name)
        if not known and not _has_characteristic(con, each.name):
            _add_row(con, "characteristics", (each.name, each.refines))
        for category in each.categories:
            kind = known.get(category.name)
            if kind is None:
                order = len(known) + 1
                _add_row(con, "categories", (each.name, category.name, category.kind, order))
                known[category.name] = category.kind
            elif kind != category.kind:
                raise DataError(
                    f"{each.name}: {category.name} is stored as {kind}, and would now be "
                    f"{category.kind}; give it the same place in the mapping"
                )


def now() -> datetime:
    """Return the time as the log has it: UTC, whole seconds, without a zone."""
    return datetime.now(UTC).replace(tzinfo=None, microsecond=0)


def add_import(
    con: "duckdb.DuckDBPyConnection", entry: Import, findings: Sequence[KeptFinding] = ()
) -> None:
    """Write one entry of the log, with what was found."""
    last = con.execute("SELECT coalesce(max(import_id), 0) FROM imports").fetchall()[0][0]
    _add_row(con, "imports", (last + 1, *astuple(entry)))
    for order, each in enumerate(findings, start=1):
        _add_row(con, "import_findings", (last + 1, order, *astuple(each)))


def remove_campaign(con: "duckdb.DuckDBPyConnection", code: str, *, log: bool) -> None:
    """Remove the rows of a campaign, what was found in them and, with ``log``, its log entries."""
    statements = (FINDINGS_OF_A_CAMPAIGN, *((IMPORTS_OF_A_CAMPAIGN,) if log else ()))
    _run(con, (*statements, *OF_A_CAMPAIGN), {"campaign": code})
    _run(con, UNUSED)


def remove_rows(con: "duckdb.DuckDBPyConnection", subject: TidySubject) -> None:
    """Remove all rows of the workforce, of movements or of populations, and their log entries."""
    statements = (FINDINGS_OF_A_SUBJECT, IMPORTS_OF_A_SUBJECT)
    _run(con, statements, {"subject": subject})
    _run(con, (ROWS[subject], *UNUSED))


def _run(
    con: "duckdb.DuckDBPyConnection",
    statements: Iterable[str],
    parameters: dict[str, object] | None = None,
) -> None:
    for statement in statements:
        con.execute(statement, parameters or {})


def _add_row(con: "duckdb.DuckDBPyConnection", table: str, row: Any) -> None:
    con.values(row).insert_into(table)


def _insert(con: "duckdb.DuckDBPyConnection", table: str, rows: "pl.DataFrame") -> None:
    if not rows.is_empty():
        in_order = rows.select(con.table(table).columns)
        con.from_arrow(ArrowStream(in_order)).insert_into(table)


def _kinds(con: "duckdb.DuckDBPyConnection", characteristic: str) -> dict[str, str]:
    found: list[tuple[Any, ...]] = con.execute(
        "SELECT category, kind FROM categories WHERE characteristic = $name",
        {"name": characteristic},
    ).fetchall()
    return dict(found)


def _has_characteristic(con: "duckdb.DuckDBPyConnection", name: str) -> bool:
    found = con.execute(
        "SELECT 1 FROM characteristics WHERE characteristic = $name", {"name": name}
    )
    return bool(found.fetchall())


def _add_areas(con: "duckdb.DuckDBPyConnection", areas: Sequence[str]) -> None:
    known = {area for (area,) in con.execute("SELECT area FROM areas").fetchall()}
    for area in areas:
        if area not in known:
            _add_row(con, "areas", (area, None))
