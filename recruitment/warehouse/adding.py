"""The rows of one import into the tables of a warehouse.

Every function works on a connection that `change` opened, so that what it does is kept whole or
not at all.
"""

from collections.abc import Iterable, Sequence
from dataclasses import asdict, astuple
from typing import TYPE_CHECKING, Any

from queries.arrow import ArrowStream
from recruitment.errors import DataError
from recruitment.warehouse.records import Campaign, Import, KeptFinding
from recruitment.warehouse.removing import clear

if TYPE_CHECKING:
    import duckdb
    import polars as pl

    from recruitment.ingest.campaign_counts import CampaignCounts
    from recruitment.ingest.layouts.facts import TidySubject
    from recruitment.ingest.mapping.mapping import Characteristic


def add_campaign(
    con: "duckdb.DuckDBPyConnection", campaign: Campaign, counts: "CampaignCounts"
) -> None:
    """Store a campaign that is not there yet, with its stages and counts.

    Raises:
        DataError: A category is there with another meaning.
    """
    add_categories(con, counts.characteristics)
    for table, rows in rows_of(campaign, counts).items():
        _insert(con, table, rows)


def rows_of(campaign: Campaign, counts: "CampaignCounts") -> "dict[str, pl.DataFrame]":
    """Return what a campaign has in each table, those first that others refer to."""
    import polars as pl

    stages = pl.DataFrame({"stage": counts.stages}).with_row_index("stage_order", offset=1)
    printed = counts.printed.with_row_index("row_order", offset=1)
    own = {
        "stages": stages,
        "stage_counts": counts.counts,
        "printed_totals": counts.totals,
        "printed_percentages": printed,
    }
    code = pl.lit(campaign.campaign).alias("campaign")
    types: dict[str, Any] = {
        **dict.fromkeys(asdict(campaign), pl.String),
        **dict.fromkeys(("opened", "closed", "as_at"), pl.Date),
        **dict.fromkeys(("submitted", "withdrawn"), pl.Int64),
    }
    return {
        "campaigns": pl.DataFrame([asdict(campaign)], schema=types),
        **{table: rows.with_columns(code) for table, rows in own.items()},
    }


def is_there(con: "duckdb.DuckDBPyConnection", table: str, rows: "pl.DataFrame") -> bool:
    """Return whether the rows of one campaign in ``table`` are ``rows``, in whatever order."""
    import polars as pl

    there = pl.DataFrame(ArrowStream(con.table(table)))
    own = there.join(rows.select("campaign").unique(), on="campaign", how="semi")
    same = rows.join(own, on=own.columns, how="semi", nulls_equal=True)
    return own.height == rows.height == same.height


def replace_rows(
    con: "duckdb.DuckDBPyConnection",
    subject: "TidySubject",
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
        _add_characteristic(con, each)
        for category in each.categories:
            kind = known.get(category.name)
            if kind is None:
                row = (each.name, category.name, category.kind, _next_order(con, each.name))
                _add_row(con, "categories", row)
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


def _add_characteristic(con: "duckdb.DuckDBPyConnection", wanted: "Characteristic") -> None:
    there = dict(con.execute("SELECT characteristic, refines FROM characteristics").fetchall())
    if wanted.name not in there:
        _add_row(con, "characteristics", (wanted.name, wanted.refines))
    elif there[wanted.name] != wanted.refines:
        raise DataError(
            f"{wanted.name} is stored as what refines {there[wanted.name] or 'nothing'}, and would "
            f"now refine {wanted.refines or 'nothing'}; say the same in the mapping"
        )


def _next_order(con: "duckdb.DuckDBPyConnection", characteristic: str) -> int:
    found = con.execute(
        "SELECT coalesce(max(category_order), 0) + 1 FROM categories WHERE characteristic = $name",
        {"name": characteristic},
    ).fetchall()
    return int(found[0][0])


def _add_areas(con: "duckdb.DuckDBPyConnection", areas: Sequence[str]) -> None:
    known = {area for (area,) in con.execute("SELECT area FROM areas").fetchall()}
    for area in areas:
        if area not in known:
            _add_row(con, "areas", (area, None))
