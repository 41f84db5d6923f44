"""The rows of one import into the tables of a warehouse.

Every function works on a connection that `change` opened, so that what it does is kept whole or
not at all.
"""

from collections.abc import Iterable, Sequence
from dataclasses import astuple
from typing import TYPE_CHECKING, Any

from queries.arrow import ArrowStream
from recruitment.errors import DataError
from recruitment.warehouse.records import Campaign, Import, KeptFinding, TidySubject
from recruitment.warehouse.removing import clear

if TYPE_CHECKING:
    import duckdb
    import polars as pl

    from recruitment.ingest.campaign_counts import CampaignCounts
    from recruitment.ingest.mapping.mapping import Characteristic


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
    clear(con, subject)
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


def add_import(
    con: "duckdb.DuckDBPyConnection", entry: Import, findings: Sequence[KeptFinding] = ()
) -> None:
    """Write one entry of the log, with what was found."""
    last = con.execute("SELECT coalesce(max(import_id), 0) FROM imports").fetchall()[0][0]
    _add_row(con, "imports", (last + 1, *astuple(entry)))
    for order, each in enumerate(findings, start=1):
        _add_row(con, "import_findings", (last + 1, order, *astuple(each)))


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
