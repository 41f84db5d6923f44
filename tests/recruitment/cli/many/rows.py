"""Candidates of two campaigns in sources of many rows, and imports of these that are refused."""

import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path

import duckdb
import polars as pl
import pytest

from recruitment.warehouse import open_warehouse
from tests.recruitment.cli.importing import import_into

CANARY = "CANARY"
HEADINGS = ("Campaign", "Candidate ID", "Stage", "Outcome", "Ethnicity", "Sex")
ANSWERS = (("Indian", "Female"), ("White", "Male"), ("", "Female"), ("Roma", "Male"))
Content = pl.DataFrame | str | bytes
Counts = list[tuple[object, ...]]


def rows(campaign: str = "LE25", people: int = 12) -> pl.DataFrame:
    """Return the rows of one campaign, all as text: every third candidate passes on."""
    found = [
        (campaign, f"{CANARY}-{number}", stage, outcome, *ANSWERS[number % len(ANSWERS)])
        for number in range(people)
        for stage, outcome in _stages(number)
    ]
    return pl.DataFrame(found, schema=dict.fromkeys(HEADINGS, pl.String), orient="row")


def _stages(number: int) -> Iterator[tuple[str, str]]:
    yield "Application", "Failed" if number % 3 else "Passed"
    if number % 3 == 0:
        yield "Offer", "Passed"


FIRST, SECOND = rows(), rows("LE26")
BOTH = pl.concat([FIRST, SECOND])


def as_text(frame: pl.DataFrame) -> str:
    """Return rows as separated values."""
    return frame.write_csv()


def written(folder: Path, files: Mapping[str, Content]) -> Path:
    """Write files of rows below ``folder``, which is made."""
    folder.mkdir(exist_ok=True)
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if isinstance(content, pl.DataFrame):
            with path.open("wb") as file:
                content.write_parquet(file)
        else:
            path.write_bytes(content.encode() if isinstance(content, str) else content)
    return folder


def table(path: Path, frame: pl.DataFrame = BOTH, *statements: str) -> Path:
    """Write rows into the table ``people`` of a DuckDB file."""
    with duckdb.connect(str(path)) as con:
        con.from_arrow(frame.to_arrow()).to_table("people")
        for statement in statements:
            con.execute(statement)
    return path


def kept(db: Path) -> Counts:
    """Return all counts of a warehouse."""
    with open_warehouse(db) as con:
        return con.table("stage_counts").order("ALL").fetchall()


def refused(db: Path, source: Path | str, capsys: pytest.CaptureFixture[str], *more: str) -> str:
    """Import what must be refused; return the exit code and what was told of it, on one line.

    Neither the warehouse nor the source may change, nothing may be left behind, and no value of a
    person may be told.
    """
    folder = Path(str(source).partition("::")[0]).parent
    before, beside = db.read_bytes(), _files(folder)
    capsys.readouterr()
    code = import_into(db, str(source), *more)
    told = capsys.readouterr()
    assert CANARY not in told.out + told.err
    assert told.out == ""
    assert db.read_bytes() == before
    assert _files(folder) == beside
    assert list(Path(tempfile.gettempdir()).iterdir()) == []
    # On a slow machine, steps that take long are told before.
    lines = [line for line in told.err.splitlines() if not line.endswith("…")]
    return f"{code}: {chr(10).join(lines).strip()}"


def _files(folder: Path) -> dict[str, tuple[int, int, bytes]]:
    found = {}
    for path in folder.rglob("*"):
        if path.is_file() and "own.duckdb" not in path.name:
            state = path.stat()
            found[str(path)] = (state.st_mtime_ns, state.st_size, path.read_bytes())
    return found
