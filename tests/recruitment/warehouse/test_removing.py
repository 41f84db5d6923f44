import re
from collections.abc import Iterator

import duckdb
import pytest

from recruitment.warehouse import removing
from recruitment.warehouse.connections import in_memory

# What a report prints; the published figures have rows there, and no import writes any.
PUBLISHED_ALONE = {"printed_figures", "printed_sentences", "printed_stage_rows"}


@pytest.fixture
def empty() -> Iterator[duckdb.DuckDBPyConnection]:
    with in_memory() as con:
        yield con


def _tables_with(con: duckdb.DuckDBPyConnection, column: str) -> set[str]:
    found = con.execute(
        "SELECT table_name FROM duckdb_columns() WHERE column_name = $column AND NOT internal "
        "AND table_name IN (SELECT table_name FROM duckdb_tables())",
        {"column": column},
    ).fetchall()
    return {name for (name,) in found}


def _emptied(statements: tuple[str, ...]) -> set[str]:
    return {name for text in statements for name in re.findall(r"DELETE FROM (\w+)", text)}


def test_every_table_with_a_campaign_is_emptied_of_it(empty: duckdb.DuckDBPyConnection) -> None:
    statements = (*removing.OF_CAMPAIGNS, removing.IMPORTS_OF_CAMPAIGNS)
    assert _emptied(statements) == _tables_with(empty, "campaign") - PUBLISHED_ALONE


def test_a_category_stays_as_long_as_any_table_counts_by_it(
    empty: duckdb.DuckDBPyConnection,
) -> None:
    counted = _tables_with(empty, "category") - PUBLISHED_ALONE - {"categories"}
    named = set(re.findall(r"FROM (\w+)", removing.UNUSED[0]))
    # Corrections and printed percentages go with the counts of their campaign.
    assert named - {"categories"} == counted - {"corrections", "printed_percentages"}
