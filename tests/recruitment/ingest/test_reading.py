"""Candidates are told by their headings, before a file is read whole."""

from pathlib import Path

import polars as pl
import pytest

from recruitment.errors import DataError, UsageError
from recruitment.ingest import grids
from recruitment.ingest.asked import Asked
from recruitment.ingest.mapping.defaults import default_mapping
from recruitment.ingest.reading import Read, kind_of, read_import
from tests.recruitment.ingest.made import changed, entry, workbook_bytes

PEOPLE = {"Candidate ID": ["a", "b"], "Stage": ["Offer", "Application"], "Sex": ["F", "M"]}


def read(path: Path, *, layout: str | None = None) -> Read:
    return read_import(path, default_mapping(), Asked(layout), lambda _: None)


def test_candidates_in_parquet_are_told_by_the_names_of_the_columns(tmp_path: Path) -> None:
    path = tmp_path / "people.parquet"
    pl.DataFrame({**PEOPLE, "Scores": [[1], [2]]}).write_parquet(path)

    found = read(path)

    assert found.layout == "candidates, one row each with the furthest stage"
    assert found.campaigns[0].rows_read == 2


def test_candidates_whose_key_is_not_known_are_told_so_however_many_there_are(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, text = tmp_path / "people.parquet", tmp_path / "people.csv"
    pl.DataFrame({**PEOPLE, "Scores": [[1], [2]]}).rename({"Candidate ID": "V"}).write_parquet(path)
    text.write_text("V,Stage,Sex\na,Offer,F\nb,Offer,M\n")
    monkeypatch.setattr(grids, "MOST_CELLS", 8)

    for each in (path, text):
        with pytest.raises(DataError, match="nearest to candidates, and lacks the key"):
            read(each)


@pytest.mark.parametrize("content", [b"", b"PAR1", b"text", b"PAR1 and no end"])
def test_what_is_wrong_with_parquet_is_left_to_its_reader(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "people.parquet"
    path.write_bytes(content)

    assert kind_of(path, default_mapping(), None) == "table"
    with pytest.raises(DataError):
        read(path)


@pytest.mark.parametrize("name", ["people.parquet", "people.csv", "people.xlsx"])
def test_a_file_that_is_not_there_is_said_so(tmp_path: Path, name: str) -> None:
    with pytest.raises(UsageError, match="there is no file"):
        read(tmp_path / name)


def test_a_workbook_of_too_many_values_is_refused_before_they_are_looked_at(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sheet = "xl/worksheets/sheet1.xml"
    content = workbook_bytes(lambda book: book.add_worksheet().write_row(0, 0, range(9)))
    broken = entry(content, sheet).removesuffix(b"</worksheet>")
    path = tmp_path / "people.xlsx"
    path.write_bytes(changed(content, {sheet: broken}))

    with pytest.raises(DataError, match="is damaged"):
        read(path)
    monkeypatch.setattr(grids, "MOST_CELLS", 8)
    with pytest.raises(DataError, match="has over 8 cells"):
        read(path)
