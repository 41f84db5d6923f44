"""A warehouse of one's own and the published figures, side by side in memory."""

from typing import TYPE_CHECKING

import queries
from recruitment.warehouse.connections import in_memory
from recruitment.warehouse.rows import copy_rows, primary_keys, tables

if TYPE_CHECKING:
    import duckdb
    import polars as pl


def combined(
    own: "duckdb.DuckDBPyConnection", published: "duckdb.DuckDBPyConnection"
) -> tuple["duckdb.DuckDBPyConnection", tuple[str, ...]]:
    """Return the rows of both in memory, and the published campaigns that are left out.

    Where both have a row of one key, the own one stands. Where both have a campaign of one code, in
    whatever case, nothing of the published one is taken.
    """
    con = in_memory()
    try:
        copy_rows(own, con)
        left_out = _in_both(own, published)
        keys = primary_keys(con)
        for name in tables(con):
            there, rows = _frame(con, name), _frame(published, name)
            rows = _without(rows, left_out)
            if name in keys:
                rows = rows.join(there, on=keys[name], how="anti")
            if name == "areas":
                rows = _with_free_names(rows, there)
            con.from_arrow(queries.ArrowStream(rows)).insert_into(name)
    except BaseException:
        con.close()
        raise
    return con, left_out


def _in_both(
    own: "duckdb.DuckDBPyConnection", published: "duckdb.DuckDBPyConnection"
) -> tuple[str, ...]:
    ours = {code.casefold() for code in _codes(own)}
    return tuple(code for code in _codes(published) if code.casefold() in ours)


def _codes(con: "duckdb.DuckDBPyConnection") -> list[str]:
    return _frame(con, "campaigns")["campaign"].to_list()


def _without(rows: "pl.DataFrame", campaigns: tuple[str, ...]) -> "pl.DataFrame":
    import polars as pl

    if "campaign" not in rows.columns:
        return rows
    return rows.filter(~pl.col("campaign").is_in(campaigns).fill_null(value=False))


def _with_free_names(areas: "pl.DataFrame", there: "pl.DataFrame") -> "pl.DataFrame":
    """Take from published areas the short names that own ones go by: each means one area."""
    import polars as pl

    taken = pl.col("also_called").is_in(there["also_called"].drop_nulls().to_list())
    return areas.with_columns(pl.when(~taken).then("also_called").alias("also_called"))


def _frame(con: "duckdb.DuckDBPyConnection", name: str) -> "pl.DataFrame":
    import polars as pl

    return pl.DataFrame(queries.ArrowStream(con.table(name)))
