"""The rows of campaigns, and of tidy tables, out of a warehouse again.

Every function works on a connection that `change` opened, which writes what is left to a new file:
of what was removed no byte stays.
"""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import duckdb

    from recruitment.ingest.layouts.facts import TidySubject

# Those that refer to others first.
OF_CAMPAIGNS = (
    "DELETE FROM corrections WHERE campaign IN (SELECT unnest($campaigns))",
    "DELETE FROM printed_percentages WHERE campaign IN (SELECT unnest($campaigns))",
    "DELETE FROM printed_totals WHERE campaign IN (SELECT unnest($campaigns))",
    "DELETE FROM stage_counts WHERE campaign IN (SELECT unnest($campaigns))",
    "DELETE FROM stages WHERE campaign IN (SELECT unnest($campaigns))",
    "DELETE FROM campaigns WHERE campaign IN (SELECT unnest($campaigns))",
)
FINDINGS_OF_CAMPAIGNS = """
    DELETE FROM import_findings
    WHERE import_id IN (
        SELECT import_id FROM imports WHERE campaign IN (SELECT unnest($campaigns))
    )
"""
IMPORTS_OF_CAMPAIGNS = "DELETE FROM imports WHERE campaign IN (SELECT unnest($campaigns))"
ROWS: "dict[TidySubject, str]" = {
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


def remove_campaigns(con: "duckdb.DuckDBPyConnection", codes: Sequence[str], *, log: bool) -> None:
    """Remove the rows of campaigns, what was found in them and, with ``log``, their log entries."""
    if not codes:
        return
    statements = (FINDINGS_OF_CAMPAIGNS, *((IMPORTS_OF_CAMPAIGNS,) if log else ()))
    _run(con, (*statements, *OF_CAMPAIGNS), {"campaigns": list(codes)})
    _run(con, UNUSED)


def remove_rows(con: "duckdb.DuckDBPyConnection", subject: "TidySubject") -> None:
    """Remove all rows of the workforce, of movements or of populations, and their log entries."""
    statements = (FINDINGS_OF_A_SUBJECT, IMPORTS_OF_A_SUBJECT)
    _run(con, statements, {"subject": subject})
    clear(con, subject)
    _run(con, UNUSED)


def clear(con: "duckdb.DuckDBPyConnection", subject: "TidySubject") -> None:
    """Remove all rows of the workforce, of movements or of populations, and nothing else."""
    con.execute(ROWS[subject])


def _run(
    con: "duckdb.DuckDBPyConnection",
    statements: Iterable[str],
    parameters: dict[str, object] | None = None,
) -> None:
    for statement in statements:
        con.execute(statement, parameters or {})
