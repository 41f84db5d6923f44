"""Findings for programs: JSON, CSV and Parquet, with every column and nothing rounded."""

import json
from io import BytesIO
from typing import TYPE_CHECKING, Any

from reports.findings import Findings
from reports.visible import visible

if TYPE_CHECKING:
    import polars as pl

# A spreadsheet takes a cell that begins with one of these, or its wide twin, for a formula.
LIVE = ("=", "+", "-", "@", "\uff1d", "\uff0b", "\uff0d", "\uff20")


def render_json(findings: Findings) -> str:
    """Return one object: title, source, as_at, notes, then each table as a list of rows."""
    document: dict[str, Any] = {
        "title": findings.title,
        "source": findings.source,
        "as_at": findings.as_at,
        "notes": list(findings.notes),
    }
    for name, table in findings.tables.items():
        document[name] = _finite(table).to_dicts()
    text = json.dumps(document, indent=2, ensure_ascii=False, default=str, allow_nan=False)
    return "".join(map(_spelt_out, text)) + "\n"


def render_csv(table: "pl.DataFrame") -> str:
    """Return one table as CSV; text that a spreadsheet would run is quoted with an apostrophe."""
    import polars as pl

    text = pl.col(pl.String)
    return table.with_columns(text.map_elements(_inert, return_dtype=pl.String)).write_csv()


def render_parquet(table: "pl.DataFrame") -> bytes:
    """Return one table as Parquet."""
    file = BytesIO()
    table.write_parquet(file)
    return file.getvalue()


def _inert(text: str) -> str:
    shown = visible(text)
    return f"'{shown}" if shown.startswith(LIVE) else shown


def _spelt_out(character: str) -> str:
    """JSON may be read at a terminal: what cannot be seen is escaped, and means the same."""
    shown = character == "\n" or character.isprintable()
    return character if shown else json.dumps(character)[1:-1]


def _finite(table: "pl.DataFrame") -> "pl.DataFrame":
    """JSON has no infinity: what is not a finite number is null."""
    import polars as pl

    number = pl.col(pl.Float64)
    return table.with_columns(pl.when(number.is_finite()).then(number).name.keep())
