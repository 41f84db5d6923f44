import hashlib
import os
from pathlib import Path

import pytest

from recruitment.errors import DataError, UsageError, UserError
from recruitment.ingest.originals import opened
from recruitment.ingest.sources.files import READERS, faults_in, read_source
from tests.recruitment.ingest.made import old_workbook_bytes, workbook_bytes, zip_bytes

WHOLE = workbook_bytes(lambda book: book.add_worksheet().write(0, 0, "x"))


def refused(folder: Path, name: str, content: bytes, sheet: str | None = None) -> UserError:
    path = folder / name
    path.write_bytes(content)
    with pytest.raises(UserError) as caught:
        read_source(path, sheet=sheet)
    return caught.value


def test_a_source_has_the_hash_and_size_of_its_bytes(tmp_path: Path) -> None:
    content = "Stage,n\nOffer,10\n".encode("utf-16")
    (tmp_path / "le25.csv").write_bytes(content)
    source = read_source(tmp_path / "le25.csv")
    assert source.name == "le25.csv"
    assert (source.sha256, source.size) == (hashlib.sha256(content).hexdigest(), len(content))


@pytest.mark.parametrize("name", ["wave[1].csv", "year=2024.csv", "a;b '--.csv", "LE 25.CSV"])
def test_a_name_is_a_name_and_no_pattern(tmp_path: Path, name: str) -> None:
    (tmp_path / "wave1.csv").write_text("Stage,n\nwrong,1\n")
    (tmp_path / name).write_text("Stage,n\nOffer,10\n")
    source = read_source(tmp_path / name)
    assert source.sheets[0].rows == (("Stage", "n"), ("Offer", "10"))


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("a.csv", b"", "{path} is empty: there is nothing to read in it"),
        ("a.csv", b"\n ,\n", "a.csv has no text in it: there is nothing to read"),
        ("a.csv", WHOLE, "a.csv is an Excel workbook: give it the suffix .xlsx"),
        ("a.csv", b"PAR1....PAR1", "a.csv is a Parquet file: give it the suffix .parquet"),
        (
            "a.csv",
            b"12345678DUCK",
            "a.csv is a DuckDB file: where it is a warehouse, name it with --db",
        ),
        ("a.csv", b"SQLite format 3\0", "a.csv is an SQLite file: write its table as .csv"),
        ("a.csv", b"\x1f\x8b\x08", "a.csv is a packed file: unpack it"),
        ("a.csv", b"BZh", "a.csv is a packed file: unpack it"),
        (
            "a.csv",
            zip_bytes({"a": "b"}),
            "a.csv is a zip archive: unpack it and name a document in it",
        ),
        ("a.xls", b"<html>", "a.xls is a web page; open it in Excel and save it as .xlsx"),
        (
            "a.csv",
            b" <!DOCTYPE html>",
            "a.csv is a web page; open it in Excel and save it as .xlsx",
        ),
        ("a.xlsx", b"Stage,n", "a.xlsx is not an Excel workbook: it is damaged, or misnamed"),
        ("a.parquet", b"Stage", "a.parquet is not a Parquet file: it is damaged, or misnamed"),
        (
            "a.parquet",
            b"PARE",
            "a.parquet is protected by a password; save it without one and try again",
        ),
        (
            "a.xlsx",
            old_workbook_bytes(),
            "a.xlsx is an Excel 97-2003 workbook: give it the suffix .xls",
        ),
        (
            "a.xlsx",
            zip_bytes({"xl/x.xml": " " * 9_000_000}),
            "a.xlsx is refused: it would unpack to 1,014 times its size; a document to at most 100",
        ),
        ("a.xlsx", WHOLE[:-50], "a.xlsx is damaged and cannot be unpacked; take a new copy of it"),
    ],
)
def test_what_cannot_be_read_says_what_it_is(
    tmp_path: Path, name: str, content: bytes, said: str
) -> None:
    error = refused(tmp_path, name, content)
    assert isinstance(error, DataError)
    assert str(error) == said.format(path=tmp_path / name)


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("a.pdf", "is a PDF; save its table as .xlsx or .csv"),
        ("a.xlsb", "is a binary Excel workbook: open it in Excel and save it as .xlsx"),
        ("a.cvs", ": .cvs files are not imported; did you mean .csv?"),
        ("le25", ": it has no suffix; known are .csv"),
    ],
)
def test_a_suffix_that_is_not_read_is_told(tmp_path: Path, name: str, said: str) -> None:
    error = refused(tmp_path, name, b"x")
    assert isinstance(error, UsageError)
    assert said in str(error)


@pytest.mark.parametrize("name", ["a.csv", "a.parquet"])
def test_a_file_without_sheets_has_none_to_name(tmp_path: Path, name: str) -> None:
    error = refused(tmp_path, name, b"PAR1" if name == "a.parquet" else b"x", sheet="Data")
    assert str(error) == f"{name} has no sheets; leave --sheet out"


def test_a_large_file_says_how_to_go_on(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.touch()
    os.truncate(path, 50_000_001)
    with pytest.raises(DataError) as caught:
        read_source(path)
    assert str(caught.value) == (
        f"{path} is 50.0 MB; up to 50 MB are read: write candidates as .csv or .parquet, of any "
        "size, and tables without what is not read"
    )


@pytest.mark.parametrize("kind", ["missing", "folder", "pipe"])
def test_only_a_regular_file_is_read(tmp_path: Path, kind: str) -> None:
    path = tmp_path / "a.csv"
    if kind == "folder":
        path.mkdir()
    elif kind == "pipe":
        os.mkfifo(path)
    with pytest.raises(UsageError):
        read_source(path)


def test_a_file_that_changes_while_it_is_read_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("Stage,n\n")

    def read_while_it_grows() -> None:
        with opened(path) as file:
            file.read()
            path.write_text("Stage,n\nOffer,10\n")

    with pytest.raises(DataError) as caught:
        read_while_it_grows()
    assert str(caught.value) == f"{path} changed while it was read; wait until it is whole"


def test_faults_of_all_sheets_are_one_list(tmp_path: Path) -> None:
    def fill(book: object) -> None:
        for name in ("A", "B"):
            book.add_worksheet(name).write(0, 0, f"{name}\u202e")  # type: ignore[attr-defined]

    (tmp_path / "a.xlsx").write_bytes(workbook_bytes(fill))
    found = faults_in(read_source(tmp_path / "a.xlsx"))
    assert [fault.place.sheet for fault in found] == ["A", "B"]


def test_every_kind_that_is_read_is_named_in_the_readers() -> None:
    kinds = ".csv .tsv .txt .xlsx .xlsm .xls .ods .parquet"
    assert " ".join(READERS) == kinds
