import datetime as dt
from io import BytesIO
from pathlib import Path

import polars as pl
import pytest

from recruitment.errors import DataError
from recruitment.ingest.sources.files import read_source
from recruitment.ingest.sources.parquet_values import answer_for, parquet_rows
from recruitment.ingest.sources.source import Source

DAMAGED = "le25.parquet is damaged and cannot be read; take a new copy of it"


def parquet_bytes(frame: pl.DataFrame) -> bytes:
    file = BytesIO()
    frame.write_parquet(file)
    return file.getvalue()


def read(folder: Path, content: bytes) -> Source:
    path = folder / "le25.parquet"
    path.write_bytes(content)
    return read_source(path)


def test_values_become_text_of_one_form() -> None:
    frame = pl.DataFrame(
        {
            "Stage": ["Offer", None],
            "n": [546.0, 2.5],
            "day": [dt.date(2025, 3, 4), None],
            "at": [dt.datetime.fromisoformat("2025-03-04 09:30"), None],
            "yes": [True, None],
            "kind": pl.Series(["a", None], dtype=pl.Categorical),
        }
    )
    assert parquet_rows("le25.parquet", parquet_bytes(frame)) == [
        ["Stage", "n", "day", "at", "yes", "kind"],
        ["Offer", "546", "2025-03-04", "2025-03-04 09:30:00", "TRUE", "a"],
        ["", "2.5", "", "", "", ""],
    ]


def test_headings_are_row_0_and_rows_without_text_are_left_out(tmp_path: Path) -> None:
    frame = pl.DataFrame({"Stage": ["Sift", None, " Offer"], "n": [1, None, 2]})
    sheet = read(tmp_path, parquet_bytes(frame)).sheets[0]
    assert sheet.rows == (("Stage", "n"), ("Sift", "1"), ("Offer", "2"))
    assert sheet.numbers == (0, 1, 3)


def test_faults_are_told_by_row_and_column(tmp_path: Path) -> None:
    source = read(tmp_path, parquet_bytes(pl.DataFrame({"n": [1], "Stage": ["a\u202e"]})))
    said = "le25.parquet, row 1, column B: holds U+202E, which cannot be seen; delete it"
    assert [str(fault) for fault in source.faults] == [said]


@pytest.mark.parametrize(
    ("frame", "said"),
    [
        (
            pl.DataFrame({"n": [1], "all": [[1, 2]]}),
            "le25.parquet, column 2: it holds lists, records or bytes; write one value to a cell",
        ),
        (
            pl.DataFrame({"n": [b"1"]}),
            "le25.parquet, column 1: it holds lists, records or bytes; write one value to a cell",
        ),
        (
            pl.DataFrame({f"c{number}": [1] for number in range(1_001)}),
            "le25.parquet: 1,001 columns; up to 1,000 are read",
        ),
        (
            pl.DataFrame({"n": pl.repeat(1, 2_000_001, eager=True)}),
            (
                "le25.parquet is refused: a table in it has over 2,000,000 cells; leave only the "
                "tables to be read"
            ),
        ),
        (
            pl.DataFrame({"n": ["x" * 500_000] * 401}),
            "le25.parquet is refused: it would unpack to over 200 MB of text",
        ),
    ],
)
def test_what_is_no_table_of_single_values_is_refused(frame: pl.DataFrame, said: str) -> None:
    with pytest.raises(DataError) as caught:
        parquet_rows("le25.parquet", parquet_bytes(frame))
    assert str(caught.value) == said


@pytest.mark.parametrize("content", [b"PAR1", b"PAR1" + bytes(50) + b"PAR1"])
def test_a_damaged_file_is_refused(tmp_path: Path, content: bytes) -> None:
    with pytest.raises(DataError) as caught:
        read(tmp_path, content)
    assert str(caught.value) == DAMAGED


def test_a_file_that_ends_its_reader_is_refused(tmp_path: Path) -> None:
    content = bytearray(parquet_bytes(pl.DataFrame({"n": ["Offer"] * 100})))
    content[4:40] = b"\xff" * 36
    with pytest.raises(DataError) as caught:
        read(tmp_path, bytes(content))
    assert str(caught.value) == DAMAGED


def test_the_process_that_reads_answers_in_json() -> None:
    content = parquet_bytes(pl.DataFrame({"n": [1]}))
    assert answer_for("le25.parquet", content) == '{"rows": [["n"], ["1"]]}'
    assert answer_for("le25.parquet", b"PAR1") == f'{{"refused": "{DAMAGED}"}}'
