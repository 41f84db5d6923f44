"""The figures published in 2020 to 2024, as printed: one CSV file to a table of the warehouse.

Contradictions are kept. Every row names the document and paragraph it came from.
"""

import csv
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

import queries

if TYPE_CHECKING:
    import duckdb

Subject = Literal["campaigns", "workforce", "printed"]

# In the order in which keys refer to each other. A command loads the subjects it asks about,
# because reading all of them would take longer than answering.
FILES: dict[Subject, dict[str, str]] = {
    "campaigns": {
        "documents": "documents",
        "characteristics": "characteristics",
        "categories": "categories",
        "campaigns": "campaigns",
        "stages": "stages",
        "printed_stage_rows": "stage_rows",
    },
    "workforce": {
        "workforce": "workforce",
        "movements": "movements",
        "movement_totals": "movement_totals",
        "areas": "areas",
        "populations": "populations",
        "activities": "activities",
    },
    "printed": {"printed_figures": "printed_figures", "printed_sentences": "sentences"},
}
ALL: tuple[Subject, ...] = ("campaigns", "workforce", "printed")


def load(con: "duckdb.DuckDBPyConnection", subjects: tuple[Subject, ...] = ALL) -> None:
    """Fill an empty warehouse with the published figures on ``subjects``.

    ``campaigns`` comes first, because every other subject refers to its documents and categories.
    """
    con.begin()
    for subject in subjects:
        for table, file in FILES[subject].items():
            _insert(con, table, file)
        if subject == "campaigns":
            con.sql(queries.statement("printed_stage_counts")).insert_into("stage_counts")
            _insert(con, "corrections", "corrections")
    con.commit()


def _insert(con: "duckdb.DuckDBPyConnection", table: str, file: str) -> None:
    with Path(__file__).with_name(f"{file}.csv").open(encoding="utf-8", newline="") as lines:
        _, *rows = csv.reader(lines)
    # Text throughout: the schema's own types and checks decide what a value may be.
    # DuckDB takes plain tuples, twice as fast as the constant expressions that its types ask for.
    values: Any = (tuple(text or None for text in row) for row in rows)
    con.values(*values).insert_into(table)
