"""A large file of one campaign is counted at once where that gives the same, and else by rows."""

from pathlib import Path

import duckdb
import polars as pl
import pytest

from recruitment.ingest.asked import Asked
from recruitment.ingest.mapping.defaults import default_mapping
from recruitment.ingest.national import large_file
from recruitment.ingest.national.large_file import counted_at_once, is_large
from recruitment.ingest.reading import Read, read_import
from tests.recruitment.ingest.candidates import le19
from tests.recruitment.ingest.candidates.made import Row, as_csv
from tests.recruitment.ingest.national.made import ROWS

ONE = [{name: said for name, said in row.items() if name != "Campaign"} for row in ROWS[:6]]


@pytest.fixture(params=["csv", "parquet"])
def written(request: pytest.FixtureRequest, tmp_path: Path) -> "Written":
    return Written(tmp_path / f"rows.{request.param}")


class Written:
    """Rows in a file."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def of(self, rows: list[Row]) -> Path:
        if self.path.suffix == ".csv":
            self.path.write_text(as_csv(rows), encoding="utf-8")
        else:
            texts = pl.DataFrame(rows, schema=dict.fromkeys(rows[0], pl.String))
            texts.with_columns(pl.when(pl.all() != "").then(pl.all())).write_parquet(self.path)
        return self.path


def read(path: Path, **asked: object) -> Read:
    return read_import(path, default_mapping(), Asked(**asked), lambda _: None)  # type: ignore[arg-type]


def both(path: Path, monkeypatch: pytest.MonkeyPatch, **asked: object) -> list[Read]:
    """Return a file as it is read row by row, and as a large one."""
    by_rows = read(path, **asked)
    for name in ("LARGE_PARQUET", "LARGE_TEXT"):
        monkeypatch.setattr(large_file, name, 1)
    return [by_rows, read(path, **asked)]


def test_a_large_file_is_read_to_the_same(
    written: Written, con: duckdb.DuckDBPyConnection, monkeypatch: pytest.MonkeyPatch
) -> None:
    rows = le19.per_stage(le19.candidates(con))
    steady = {row["Candidate ID"]: row["Sexual orientation"] for row in rows}
    rows = [
        {
            **row,
            "Sexual orientation": steady[row["Candidate ID"]],
            "Outcome": row["Outcome"] or "Passed",
        }
        for row in rows
        if row["Stage"] != "Offer"
    ]
    path = written.of(rows)
    assert counted_at_once(path, default_mapping(), Asked(), lambda _: None) is not None
    one, other = both(path, monkeypatch, crosses=(("sex", "ethnicity"),))
    [first], [second] = one.campaigns, other.campaigns
    assert first.counts.equals(second.counts)
    assert (one.sha256, one.size, first.notes) == (other.sha256, other.size, second.notes)
    assert first.characteristics == second.characteristics


@pytest.mark.parametrize(
    "rows",
    [
        [*ONE, {**ONE[0], "Sex": "Male"}],
        [{**ONE[0], "Outcome": "Failed"}, *ONE[1:]],
        [{"Application ID": f"{row['Candidate ID']}/1"} | row for row in ONE],
    ],
    ids=["another answer", "a contradiction", "people"],
)
def test_what_only_rows_tell_is_left_to_them(written: Written, rows: list[Row]) -> None:
    path = written.of(rows)
    mapping = default_mapping()
    assert counted_at_once(path, mapping, Asked(), lambda _: None) is None


def test_a_fault_of_a_large_file_has_its_row(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = Written(tmp_path / "rows.csv").of([{**ONE[0], "Outcome": "Failed"}, *ONE[1:]])
    for each in both(path, monkeypatch):
        [fault] = each.campaigns[0].contradictions
        assert fault.place.row == 2


def test_only_files_of_rows_are_large(tmp_path: Path) -> None:
    path = tmp_path / "rows.xlsx"
    path.write_bytes(b"0" * 30_000_000)
    assert not is_large(path)
    assert not is_large(tmp_path)
