"""Files of candidates, made up, of any length."""

from pathlib import Path
from typing import Literal, NamedTuple

Encoding = Literal["dictionary", "plain"]

CAMPAIGNS, ROWS_PER_CANDIDATE = 100, 3.046
# Texts in a dictionary of each row group, as nearly all programs write them, or each in full; and
# as many rows to a group as DuckDB itself puts there.
STATEMENTS: dict[Encoding, str] = {
    "dictionary": "COPY made TO $path (FORMAT parquet, ROW_GROUP_SIZE 122880)",
    "plain": "COPY made TO $path (FORMAT parquet, ROW_GROUP_SIZE 122880, DICTIONARY_SIZE_LIMIT 1)",
}


class Made(NamedTuple):
    """What a file is like.

    Attributes:
        rows: About how many rows it has.
        encoding: How its texts are written.
    """

    rows: int
    encoding: Encoding

    def __str__(self) -> str:
        """Return it in words."""
        return f"{self.rows:,} rows, {self.encoding}"


def make(path: Path, rows: int, encoding: Encoding) -> None:
    """Write about so many rows to ``path``, a row group at a time."""
    import duckdb
    from at_scale.duckdb_ways import statement

    con = duckdb.connect(config={"memory_limit": "1GB", "preserve_insertion_order": False})
    people = max(1, round(rows / ROWS_PER_CANDIDATE))
    named = {"people": people, "campaigns": CAMPAIGNS}
    con.sql(statement("candidates"), params=named).create_view("made")
    con.execute(STATEMENTS[encoding], {"path": str(path)})
