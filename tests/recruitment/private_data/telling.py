"""Where anything marked as personal stands outside its sources."""

from pathlib import Path

from recruitment.warehouse import open_warehouse
from tests.recruitment.private_data.people import BORN, CANARY
from tests.recruitment.watched import Watch


def telling(watch: Watch) -> list[str]:
    """Return where anything marked as personal stands outside the sources."""
    marks = [text.encode(code) for text in (CANARY, BORN) for code in ("utf-8", "utf-16-le")]
    files = (each for each in watch.left if each.is_file() and not each.is_symlink())
    named = [str(each) for each in watch.left if CANARY in each.name]
    holding = [str(each) for each in files if any(mark in each.read_bytes() for mark in marks)]
    said = [text for text in watch.said if CANARY in text or BORN in text]
    return [*named, *holding, *said, *_rows_telling(watch.db)]


def _rows_telling(path: Path) -> list[str]:
    # DuckDB packs text, so that the bytes of its file are not all there is to look at.
    with open_warehouse(path) as con:
        tables = [
            name for (name,) in con.execute("SELECT table_name FROM duckdb_tables()").fetchall()
        ]
        texts = [str(con.table(f"own.{name}").fetchall()) for name in tables]
    return [text for text in texts if CANARY in text or BORN in text]
