"""SQL, one SELECT to a file, and a typed function for each.

A function runs the statement of its own name on an open connection and returns a frame whose
columns are those named here; a statement that returns other columns is a defect.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from queries.arrow import ArrowStream as ArrowStream

if TYPE_CHECKING:
    import duckdb
    import polars as pl


def campaigns(con: "duckdb.DuckDBPyConnection") -> "pl.DataFrame":
    """Return one row per campaign: dates, people, and how far its counts reach."""
    return _select(
        con,
        "campaigns",
        "campaign title route opened closed submitted withdrawn in_process stages last_stage "
        "as_at document source",
    )


def stage_flow(
    con: "duckdb.DuckDBPyConnection",
    *,
    campaigns: Sequence[str],
    corrected: bool,
    refined: bool = False,
) -> "pl.DataFrame":
    """Return people per campaign, stage, characteristic and category, by outcome.

    ``refined`` adds characteristics that only show others in more detail.
    """
    return _select(
        con,
        "stage_flow",
        "campaign stage stage_order characteristic category kind entered passed failed pending "
        "withdrawn entered_next",
        {"campaigns": list(campaigns), "corrected": corrected, "refined": refined},
    )


def corrections(con: "duckdb.DuckDBPyConnection", *, campaigns: Sequence[str]) -> "pl.DataFrame":
    """Return the documented corrections of some campaigns: printed, corrected, reason."""
    return _select(
        con,
        "corrections",
        "campaign stage outcome characteristic category printed corrected reason",
        {"campaigns": list(campaigns)},
    )


def workforce(con: "duckdb.DuckDBPyConnection", *, refined: bool = False) -> "pl.DataFrame":
    """Return headcounts and printed shares per unit, date, role, characteristic and category.

    ``refined`` adds characteristics that only show others in more detail.
    """
    return _select(
        con,
        "workforce",
        "unit as_at role characteristic category kind category_order headcount share_pct document "
        "source",
        {"refined": refined},
    )


def movements(con: "duckdb.DuckDBPyConnection", *, refined: bool = False) -> "pl.DataFrame":
    """Return people who joined, left, or left for a reason, per period and category.

    ``refined`` adds characteristics that only show others in more detail.
    """
    return _select(
        con,
        "movements",
        "unit role period_start period_end direction characteristic category kind category_order "
        "people document source",
        {"refined": refined},
    )


def movement_totals(con: "duckdb.DuckDBPyConnection") -> "pl.DataFrame":
    """Return the totals printed beside movements, which need not be the sum of the categories."""
    return _select(
        con,
        "movement_totals",
        "unit role period_start period_end direction characteristic printed_total document source",
    )


def populations(con: "duckdb.DuckDBPyConnection") -> "pl.DataFrame":
    """Return what share of the people of an area a category is, as each source gives it."""
    return _select(
        con,
        "populations",
        "area also_called as_at characteristic category kind share_pct people quality document "
        "source",
    )


def activities(con: "duckdb.DuckDBPyConnection") -> "pl.DataFrame":
    """Return what was done to attract and support candidates, in numbers, one row each."""
    return _select(
        con,
        "activities",
        "activity detail campaigns period_start period_end number unit document source",
    )


def printed_stage_rows(con: "duckdb.DuckDBPyConnection") -> "pl.DataFrame":
    """Return monitoring tables as reports lay them out, groups and blanks side by side."""
    return _select(
        con,
        "printed_stage_rows",
        "campaign row_order label stage outcome enters total bame bame_blank female female_blank "
        "lgbt lgbt_blank disabled disabled_blank document source",
    )


def printed_figures(con: "duckdb.DuckDBPyConnection") -> "pl.DataFrame":
    """Return every percentage and claim that a report prints, as printed."""
    return _select(
        con,
        "printed_figures",
        "document location campaign kind label stage outcome characteristic category printed "
        "numerator denominator citation",
    )


def printed_sentences(con: "duckdb.DuckDBPyConnection") -> "pl.DataFrame":
    """Return the sentences of reports that state a figure or make a claim, in reading order."""
    return _select(
        con,
        "printed_sentences",
        "document location campaign sentence_order sentence citation",
    )


def all_stage_counts(
    con: "duckdb.DuckDBPyConnection", *, campaigns: Sequence[str], corrected: bool
) -> "pl.DataFrame":
    """Return every count of some campaigns, as it is kept."""
    return _select(
        con,
        "all_stage_counts",
        "campaign stage stage_order outcome characteristic category kind candidates",
        {"campaigns": list(campaigns), "corrected": corrected},
    )


def printed_totals(con: "duckdb.DuckDBPyConnection", *, campaigns: Sequence[str]) -> "pl.DataFrame":
    """Return the totals that sources print beside the counts of a stage."""
    return _select(
        con,
        "printed_totals",
        "campaign stage outcome people place",
        {"campaigns": list(campaigns)},
    )


def printed_percentages(
    con: "duckdb.DuckDBPyConnection", *, campaigns: Sequence[str]
) -> "pl.DataFrame":
    """Return the percentages that sources print beside the counts of some campaigns."""
    return _select(
        con,
        "printed_percentages",
        "campaign label stage outcome characteristic category printed numerator denominator place",
        {"campaigns": list(campaigns)},
    )


def refinements(con: "duckdb.DuckDBPyConnection") -> "pl.DataFrame":
    """Return the characteristics that are others in more detail."""
    return _select(con, "refinements", "characteristic refines")


def imports(con: "duckdb.DuckDBPyConnection") -> "pl.DataFrame":
    """Return what was imported, replaced and removed, first to last."""
    return _select(
        con,
        "imports",
        "import_id imported_at action subject campaign layout file sha256 bytes rows_read people "
        "findings contradictions mapping mapping_sha256 options version",
    )


def import_findings(con: "duckdb.DuckDBPyConnection") -> "pl.DataFrame":
    """Return what the checks named when the data that is there now was imported."""
    return _select(
        con,
        "import_findings",
        "import_id subject campaign check_name place finding contradiction identity",
    )


def statement(name: str) -> str:
    """Return the text of ``name.sql``."""
    return Path(__file__).with_name(f"{name}.sql").read_text(encoding="utf-8")


def _select(
    con: "duckdb.DuckDBPyConnection",
    name: str,
    columns: str,
    parameters: "dict[str, object] | None" = None,
) -> "pl.DataFrame":
    import polars as pl

    relation = con.sql(statement(name), params=parameters or {})
    if relation.columns != columns.split():
        raise AssertionError(f"{name}.sql returns {relation.columns}")
    return pl.DataFrame(ArrowStream(relation))
