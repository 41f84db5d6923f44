"""All rows of a warehouse, from one connection to another."""

from typing import TYPE_CHECKING

import queries

if TYPE_CHECKING:
    import duckdb

# It says what the schema is, not what was imported.
VERSION_TABLE = "warehouse"


def tables(con: "duckdb.DuckDBPyConnection") -> list[str]:
    """Return the tables of what was imported; in a new database, those referred to first."""
    found = con.execute(queries.statement("tables")).fetchall()
    return [name for (name,) in found if name != VERSION_TABLE]


def primary_keys(con: "duckdb.DuckDBPyConnection") -> dict[str, list[str]]:
    """Return the columns that tell one row of a table from another, for tables that have them."""
    return dict(con.execute(queries.statement("primary_keys")).fetchall())


def layout(con: "duckdb.DuckDBPyConnection") -> dict[str, list[tuple[str, str]]]:
    """Return the columns of each table, in order, with their types."""
    relations = {name: con.table(name) for name in tables(con)}
    return {
        name: list(zip(relation.columns, map(str, relation.types), strict=True))
        for name, relation in relations.items()
    }


def copy_rows(source: "duckdb.DuckDBPyConnection", target: "duckdb.DuckDBPyConnection") -> None:
    """Bring all rows of ``source`` into the new tables of ``target``, whose rules they keep."""
    target.begin()
    for name in tables(target):
        rows = source.table(name)
        # Most tables are empty, and a count is the cheaper.
        if len(rows):
            target.from_arrow(queries.ArrowStream(rows)).insert_into(name)
    target.commit()


def counted(con: "duckdb.DuckDBPyConnection") -> dict[str, int]:
    """Return how many rows each table has."""
    return {name: len(con.table(name)) for name in tables(con)}
