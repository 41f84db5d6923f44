"""Counting the candidates of one export: the statements that read its rows.

They run on a connection opened for that export alone, in this order, and leave tables there for
each other: ``source_rows`` is the export, ``candidate_entries`` what its rows mean. No row about a
candidate is returned: counts, texts without the people who gave them, and row numbers are.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from queries import _select, statement

if TYPE_CHECKING:
    import duckdb
    import polars as pl

# What keys may have around them unseen: spaces of any width, joins, and breaks.
SPACES = " \t\n\r\v\f\u00a0\u00ad\u2002\u2003\u2007\u2009\u200b\u200e\u202f\u2060\u3000\ufeff"
WAY = "reached passed pending failed withdrawn"


@dataclass(frozen=True, slots=True)
class CandidateTexts:
    """What stands in the rows of an export.

    Attributes:
        entries: How many rows say anything in the columns that are read.
        silent: How many do not.
        without_key: How many of the entries have no key.
        in_powers: How many have a key in powers of ten, such as ``1.00E+05``.
        in_power: One of these keys; None for none.
        texts: For each column, in how many entries each text stands.
    """

    entries: int
    silent: int
    without_key: int
    in_powers: int
    in_power: str | None
    texts: tuple[dict[str, int], ...]


def view_candidate_rows(con: "duckdb.DuckDBPyConnection") -> None:
    """Make the view ``candidate_rows`` of ``source_rows``: keys trimmed, rows numbered."""
    con.sql(statement("candidate_rows"), params={"spaces": SPACES}).create_view("candidate_rows")


def candidate_texts(
    con: "duckdb.DuckDBPyConnection", *, first: int | None = None
) -> CandidateTexts:
    """Return the texts of each column of ``candidate_rows``, and in how many rows they stand.

    Args:
        con: With the view.
        first: How many rows are looked at; None for all of them.
    """
    rows: Any = con.view("candidate_rows")
    looked_at = rows if first is None else rows.limit(first)
    found = looked_at.query("candidate_rows", statement("candidate_texts")).fetchall()
    entries, silent, without_key, in_powers, in_power, *texts = found[0]
    own = tuple(each or {} for each in texts)
    return CandidateTexts(entries, silent, without_key, in_powers, in_power, own)


def candidate_first_texts(con: "duckdb.DuckDBPyConnection") -> "pl.DataFrame":
    """Return the row in which each of ``wanted_texts`` stands first in ``candidate_column``."""
    return _select(con, "candidate_first_texts", "text first_row")


def keep_candidate_histories(con: "duckdb.DuckDBPyConnection") -> None:
    """Keep what became of each candidate of ``candidate_entries`` in ``candidate_histories``.

    Those that are kept already, of other entries, give way.
    """
    con.execute("DROP TABLE IF EXISTS candidate_histories")
    con.sql(statement("candidate_histories")).to_table("candidate_histories")


def candidate_paths(con: "duckdb.DuckDBPyConnection") -> "pl.DataFrame":
    """Return how many candidates went each way through the stages."""
    return _select(con, "candidate_paths", f"{WAY} blank disordered candidates entries changing")


def candidate_steady_answers(con: "duckdb.DuckDBPyConnection", *, one_row: bool) -> "pl.DataFrame":
    """Return candidates whose rows all give the same answers, by way and answers."""
    columns = f"{WAY} answers candidates repeats"
    return _select(con, "candidate_steady_answers", columns, {"one_row": one_row})


def candidate_changing_answers(
    con: "duckdb.DuckDBPyConnection", *, one_row: bool, any_there: bool = True
) -> "pl.DataFrame":
    """Return the other candidates, by way, stage and the different answers there."""
    columns = f"{WAY} stage_bit answers apart candidates entries repeats first_row"
    parameters: dict[str, object] = {"one_row": one_row, "any": any_there}
    return _select(con, "candidate_changing_answers", columns, parameters)


def candidate_first_rows(con: "duckdb.DuckDBPyConnection") -> "pl.DataFrame":
    """Return the row of the first candidate of each contradiction in ``wanted_ways``."""
    return _select(con, "candidate_first_rows", "contradiction first_row")


def candidate_reapplicants(con: "duckdb.DuckDBPyConnection") -> "pl.DataFrame":
    """Return how many people have more than one application, and how many they have."""
    return _select(con, "candidate_reapplicants", "people applications", {"spaces": SPACES})
