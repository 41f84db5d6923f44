"""The rows of one import into the tables of a warehouse.

Every function works on a connection that `change` opened, so that what it does is kept whole or
not at all.
"""

from collections.abc import Iterable, Sequence
from dataclasses import astuple, fields
from typing import TYPE_CHECKING, Any

from queries.arrow import ArrowStream
from recruitment.errors import DataError
from recruitment.ingest.frames import of_campaigns
from recruitment.warehouse.records import Campaign, Import, KeptFinding
from recruitment.warehouse.removing import clear

if TYPE_CHECKING:
    import duckdb
    import polars as pl

    from recruitment.ingest.campaign_counts import CampaignCounts
    from recruitment.ingest.layouts.facts import TidySubject
    from recruitment.ingest.mapping.mapping import Characteristic

# A campaign and its counts.
Counted = tuple[Campaign, "CampaignCounts"]


def add_campaigns(con: "duckdb.DuckDBPyConnection", kept: Sequence[Counted]) -> None:
    """Store campaigns that are not there yet, with their stages and counts.

    Raises:
        DataError: A category is there with another meaning.
    """
    every = (each for _, counts in kept for each in counts.characteristics)
    # Campaigns of one source mostly have the same.
    different = {(each.name, each.refines, each.categories): each for each in every}
    add_categories(con, different.values())
    for table, rows in rows_of(kept).items():
        _insert(con, table, rows)


def rows_of(kept: Sequence[Counted]) -> "dict[str, pl.DataFrame]":
    """Return what campaigns have in each table, those first that others refer to."""
    import polars as pl

    named = [(about.campaign, counts) for about, counts in kept]
    types: dict[str, Any] = {
        **{field.name: pl.String for field in fields(Campaign)},
        **dict.fromkeys(("opened", "closed", "as_at"), pl.Date),
        **dict.fromkeys(("submitted", "withdrawn"), pl.Int64),
    }
    stages = [(code, pl.DataFrame({"stage": each.stages})) for code, each in named]
    return {
        "campaigns": pl.DataFrame([astuple(about) for about, _ in kept], types, orient="row"),
        "stages": _numbered(of_campaigns(stages), "stage_order"),
        "stage_counts": of_campaigns([(code, each.counts) for code, each in named]),
        "printed_totals": of_campaigns([(code, each.totals) for code, each in named]),
        "printed_percentages": _numbered(
            of_campaigns([(code, each.printed) for code, each in named]), "row_order"
        ),
    }


def _numbered(rows: "pl.DataFrame", name: str) -> "pl.DataFrame":
    import polars as pl

    return rows.with_columns((pl.int_range(pl.len()).over("campaign") + 1).alias(name))


def differing(con: "duckdb.DuckDBPyConnection", kept: Sequence[Counted]) -> set[str]:
    """Return the codes of campaigns of which something else is there, in any table."""
    import polars as pl

    found: set[str] = set()
    for table, rows in rows_of(kept).items():
        there = pl.DataFrame(ArrowStream(con.table(table)))
        codes = [about.campaign for about, _ in kept]
        there = there.filter(pl.col("campaign").is_in(codes))
        own = rows.select(there.columns)
        for one, other in ((own, there), (there, own)):
            apart = one.join(other, on=there.columns, how="anti", nulls_equal=True)
            found.update(apart["campaign"])
    return found


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
                _add_rows(con, "categories", [row])
                known[category.name] = category.kind
            elif kind != category.kind:
                raise DataError(
                    f"{each.name}: {category.name} is stored as {kind}, and would now be "
                    f"{category.kind}; give it the same place in the mapping"
                )


def add_imports(
    con: "duckdb.DuckDBPyConnection", entries: Sequence[tuple[Import, Sequence[KeptFinding]]]
) -> None:
    """Write entries of the log, each with what was found."""
    last = con.execute("SELECT coalesce(max(import_id), 0) FROM imports").fetchall()[0][0]
    numbered = list(enumerate(entries, start=last + 1))
    _add_rows(con, "imports", [(number, *astuple(entry)) for number, (entry, _) in numbered])
    findings = [
        (number, order, *astuple(each))
        for number, (_, found) in numbered
        for order, each in enumerate(found, start=1)
    ]
    _add_rows(con, "import_findings", findings)


def _add_rows(con: "duckdb.DuckDBPyConnection", table: str, rows: Sequence[Any]) -> None:
    if rows:
        con.values(*rows).insert_into(table)


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
        _add_rows(con, "characteristics", [(wanted.name, wanted.refines)])
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
            _add_rows(con, "areas", [(area, None)])
