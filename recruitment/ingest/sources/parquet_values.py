"""The values of a Parquet file, through Polars, in a process of its own."""

import datetime as dt
from io import BytesIO
from typing import TYPE_CHECKING, Any

from recruitment.errors import DataError
from recruitment.ingest.grids import MOST_COLUMNS, check_cells
from recruitment.ingest.guarded import answer, answer_by, damaged, guarded
from recruitment.ingest.sources.exact_numbers import exact

if TYPE_CHECKING:
    import polars as pl

MOST_CHARACTERS = 200_000_000

Rows = list[list[str]]


def guarded_parquet(name: str, content: bytes) -> Rows:
    """Return the headings of a Parquet file and its rows, read by another process, within limits.

    Raises:
        DataError: It is damaged, too large, or has columns of lists, of records or of bytes.
    """
    rows: Rows = guarded("recruitment.ingest.sources.parquet_values", name, content)["rows"]
    return rows


def answer_for(name: str, content: bytes) -> str:
    """Return the headings and rows of a Parquet file as JSON, or why it is refused."""
    return answer(lambda: {"rows": parquet_rows(name, content)})


def parquet_rows(name: str, content: bytes) -> Rows:
    """Return the headings of a Parquet file and its rows, all as text.

    Whole decimals become integers, dates and times are in ISO form, and nothing is an empty text.

    Raises:
        DataError: It is damaged, too large, or has columns of lists, of records or of bytes.
    """
    import polars as pl

    try:
        schema = pl.read_parquet_schema(BytesIO(content))
        _check_columns(name, schema)
        people = pl.scan_parquet(BytesIO(content)).select(pl.len()).collect().item()
        check_cells(name, people * len(schema))
        frame = pl.read_parquet(BytesIO(content))
    except (pl.exceptions.PolarsError, OSError, ValueError):
        raise damaged(name) from None
    texts = frame.select(pl.col(pl.String).str.len_bytes().sum())
    if sum(map(sum, texts.rows())) > MOST_CHARACTERS:
        raise DataError(f"{name} is refused: it would unpack to over 200 MB of text")
    return [list(schema), *([_text(value) for value in row] for row in frame.iter_rows())]


def _check_columns(name: str, schema: "dict[str, pl.DataType]") -> None:
    import polars as pl

    if len(schema) > MOST_COLUMNS:
        raise DataError(f"{name}: {len(schema):,} columns; up to {MOST_COLUMNS:,} are read")
    for number, kind in enumerate(schema.values(), 1):
        if kind.is_nested() or kind in {pl.Binary, pl.Object}:
            raise DataError(
                f"{name}, column {number}: it holds lists, records or bytes; write one value to a "
                "cell"
            )


def _text(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, float):
        return exact(value)
    if isinstance(value, dt.datetime):
        return value.isoformat(" ")
    return str(value)


if __name__ == "__main__":
    answer_by(answer_for)
