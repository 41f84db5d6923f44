"""Findings for programs: JSON, CSV and Parquet, with every column and nothing rounded."""

import json
import re
from io import BytesIO
from typing import TYPE_CHECKING, Any

from reports.findings import Findings
from reports.visible import visible

if TYPE_CHECKING:
    import polars as pl

# A spreadsheet takes a cell that begins with one of these, or its wide twin, for a formula.
LIVE = ("=", "+", "-", "@", "\uff1d", "\uff0b", "\uff0d", "\uff20")
UNUSUAL = re.compile(r"[^\n -~]")
# How values stand under one another: with these Python's encoder is many times as fast as with its
# own indents, and text has no line end of its own in JSON.
BETWEEN = ",\n      "


def render_json(findings: Findings) -> str:
    """Return one object: title, source, as_at, notes, then each table as a list of rows."""
    head: dict[str, Any] = {
        "title": findings.title,
        "source": findings.source,
        "as_at": findings.as_at,
        "notes": list(findings.notes),
    }
    parts = [json.dumps(head, indent=2, ensure_ascii=False).removesuffix("\n}")]
    parts += [f"  {json.dumps(name)}: {_rows(table)}" for name, table in findings.tables.items()]
    return UNUSUAL.sub(_spelt_out, ",\n".join(parts)) + "\n}\n"


def _rows(table: "pl.DataFrame") -> str:
    """Return the rows as JSON, each value on a line of its own."""
    if table.is_empty():
        return "[]"
    rows = _finite(table).to_dicts()
    text = json.dumps(
        rows, ensure_ascii=False, default=str, allow_nan=False, separators=(BETWEEN, ": ")
    )
    lines = text[2:-2].replace(f"}}{BETWEEN}{{", "\n    },\n    {\n      ")
    return f"[\n    {{\n      {lines}\n    }}\n  ]"


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


def _spelt_out(found: re.Match[str]) -> str:
    """JSON may be read at a terminal: what cannot be seen is escaped, and means the same."""
    character = found[0]
    return character if character.isprintable() else json.dumps(character)[1:-1]


def _finite(table: "pl.DataFrame") -> "pl.DataFrame":
    """JSON has no infinity: what is not a finite number is null."""
    import polars as pl

    number = pl.col(pl.Float64)
    return table.with_columns(pl.when(number.is_finite()).then(number).name.keep())
