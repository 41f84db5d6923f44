"""Any file of candidates: the same counts from each, whatever its format, encoding or name."""

import datetime as dt
import hashlib
import time
from pathlib import Path

import polars as pl
import pytest
import xlsxwriter

from recruitment.errors import DataError, UsageError
from recruitment.ingest.candidates import count_candidates
from recruitment.ingest.mapping.defaults import default_mapping
from tests.recruitment.ingest.candidates.made import counted, people, refused

TEXT = (
    "Candidate ID,Name,Stage,Outcome,Ethnicity,Sex\n"
    "1E5,O'Neill,Application,Passed,Indian,F\n"
    "1E5,O'Neill,Offer,,Indian,F\n"
    '001,"Zoë, née É",Application,Failed,Prefer not to say,Male\n'
)
ROWS = [line.replace('"Zoë, née É"', "Zoë").split(",") for line in TEXT.splitlines()]
EXPECTED = {
    ("Application", "entered", "ethnicity", "BAME"): 1,
    ("Application", "entered", "ethnicity", "Not stated"): 1,
    ("Application", "entered", "sex", "Female"): 1,
    ("Application", "entered", "sex", "Male"): 1,
    ("Application", "failed", "ethnicity", "Not stated"): 1,
    ("Application", "failed", "sex", "Male"): 1,
    ("Application", "passed", "ethnicity", "BAME"): 1,
    ("Application", "passed", "sex", "Female"): 1,
    ("Offer", "entered", "ethnicity", "BAME"): 1,
    ("Offer", "entered", "sex", "Female"): 1,
}


def told(folder: Path, source: str | bytes, name: str = "export.csv") -> dict[object, int]:
    counts = people(counted(folder, source, name))
    return {key: number for key, number in counts.items() if key[2] != "ethnic_group"}


@pytest.mark.parametrize(
    "source",
    [
        TEXT.encode(),
        TEXT.encode("utf-8-sig"),
        TEXT.encode("utf-16"),
        TEXT.encode("cp1252"),
        TEXT.replace("\n", "\r\n").encode(),
        TEXT.replace("\n", "\r").encode(),
        TEXT.replace("\n", "\r\n", 1).encode(),
        TEXT.replace("\n", "\n\n").encode(),
        TEXT.replace("Name", '"Name\nas given"').encode(),
        TEXT.removesuffix("\n").encode(),
        b"sep=,\n" + TEXT.encode(),
    ],
    ids=["utf-8", "mark", "utf-16", "cp1252", "crlf", "cr", "mixed", "blank", "wide", "cut", "sep"],
)
def test_text_is_counted_alike_in_any_encoding_and_with_any_ends(
    tmp_path: Path, source: bytes
) -> None:
    assert told(tmp_path, source) == EXPECTED


@pytest.mark.parametrize(("delimiter", "name"), [(";", "a.csv"), ("\t", "a.tsv"), ("|", "a.txt")])
def test_text_is_counted_alike_with_any_delimiter(
    tmp_path: Path, delimiter: str, name: str
) -> None:
    assert told(tmp_path, "\n".join(map(delimiter.join, ROWS)), name) == EXPECTED


@pytest.mark.parametrize("name", ["wave[1].csv", "year=2024/wave.csv", "*.csv", "a'b;--.csv"])
def test_the_name_of_a_file_is_no_pattern_and_no_column(tmp_path: Path, name: str) -> None:
    (tmp_path / "wave1.csv").write_text("not this one")
    (tmp_path / name).parent.mkdir(exist_ok=True)
    assert told(tmp_path, TEXT, name) == EXPECTED


def test_parquet_is_counted_with_its_types_as_text(tmp_path: Path) -> None:
    rows = {
        "Candidate ID": [1, 2],
        "Application date": [dt.date(2025, 3, 4), dt.date(2025, 3, 5)],
        "Offer date": [dt.datetime(2025, 4, 1, 10, 30, tzinfo=dt.UTC), None],
        "Disability": [True, False],
        "Scores": [[1, 2], [3]],
    }
    pl.DataFrame(rows).write_parquet(tmp_path / "a.parquet")
    counts = people(counted(tmp_path, (tmp_path / "a.parquet").read_bytes(), "b.parquet"))
    assert counts == {
        ("Application", "entered", "disability", "Disabled"): 1,
        ("Application", "entered", "disability", "Not disabled"): 1,
        ("Offer", "entered", "disability", "Disabled"): 1,
    }


@pytest.mark.parametrize("zone", ["UTC", "America/Los_Angeles", "Pacific/Auckland"])
def test_instants_are_dates_by_the_same_clock_everywhere(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, zone: str
) -> None:
    monkeypatch.setenv("TZ", zone)
    time.tzset()
    offer = dt.datetime(2025, 4, 1, 0, 30, tzinfo=dt.UTC)
    dates = {"Application date": [dt.date(2025, 4, 1)], "Offer date": [offer]}
    pl.DataFrame({"Candidate ID": [1], **dates, "Sex": "F"}).write_parquet(tmp_path / "a.parquet")
    counts = count_candidates(tmp_path / "a.parquet", default_mapping())
    monkeypatch.undo()
    time.tzset()
    assert counts.contradictions == ()


def test_parquet_with_parts_in_a_column_that_is_needed_is_refused(tmp_path: Path) -> None:
    rows = {"Candidate ID": [[1], [2]], "Stage": ["Offer", "Offer"], "Sex": ["F", "F"]}
    pl.DataFrame(rows).write_parquet(tmp_path / "a.parquet")
    source = (tmp_path / "a.parquet").read_bytes()
    assert refused(tmp_path, source, name="b.parquet") == [
        "b.parquet, column Candidate ID: its values have parts; text is expected"
    ]


@pytest.mark.parametrize("cut", [0.2, 0.9])
def test_damaged_parquet_is_refused(tmp_path: Path, cut: float) -> None:
    pl.DataFrame(ROWS[1:], schema=ROWS[0], orient="row").write_parquet(tmp_path / "a.parquet")
    whole = (tmp_path / "a.parquet").read_bytes()
    with pytest.raises(DataError, match="cannot be read as Parquet"):
        counted(tmp_path, whole[: int(len(whole) * cut)], "b.parquet")


def workbook(path: Path, *sheets: tuple[str, list[list[str]]]) -> bytes:
    with xlsxwriter.Workbook(path) as book:
        for name, rows in sheets:
            sheet = book.add_worksheet(name)
            for number, row in enumerate(rows):
                sheet.write_row(number, 0, row)
    return path.read_bytes()


def test_a_workbook_is_counted_below_its_title_and_beside_other_sheets(tmp_path: Path) -> None:
    sheets = (("Notes", [["Nothing here"]]), ("Data", [["Export of May"], [], *ROWS]))
    source = workbook(tmp_path / "a.xlsx", *sheets)
    assert told(tmp_path, source, "b.xlsx") == EXPECTED


def test_faults_of_a_workbook_name_its_sheet_and_row(tmp_path: Path) -> None:
    rows = [["Export of May"], [], ROWS[0], ["1", "", "Seminar", "", "", "F"]]
    source = workbook(tmp_path / "a.xlsx", ("Data", rows))
    [fault] = refused(tmp_path, source, name="b.xlsx")
    assert fault.startswith("b.xlsx, sheet Data, row 4, column Stage: text of 7 characters")


def test_two_sheets_with_candidates_have_to_be_chosen_from(tmp_path: Path) -> None:
    source = workbook(tmp_path / "a.xlsx", ("May", ROWS), ("June", ROWS[:2]))
    with pytest.raises(UsageError, match="choose one with --sheet"):
        counted(tmp_path, source, "b.xlsx")
    assert people(counted(tmp_path, source, "b.xlsx", sheet="may"))


def test_a_sheet_of_a_file_without_sheets_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="has no sheets; leave --sheet out"):
        counted(tmp_path, TEXT, sheet="May")


def test_rows_that_are_broken_are_all_told_by_line_and_without_their_values(tmp_path: Path) -> None:
    broken = 'canary,x,Offer\n2,x,Offer,,,F,canary\n3,"canary"x,Offer,,,F\n4,x,Offer,,,F\n'
    faults = refused(tmp_path, TEXT + broken)
    assert [fault.split(": ")[0] for fault in faults] == [
        f"export.csv, row {row}" for row in (5, 6, 7)
    ]
    assert "canary" not in str(faults)


def test_the_hash_is_that_of_the_bytes_that_were_counted(tmp_path: Path) -> None:
    assert counted(tmp_path, TEXT).sha256 == hashlib.sha256(TEXT.encode()).hexdigest()


def test_no_value_of_a_person_is_in_what_is_handed_on(tmp_path: Path) -> None:
    counts = counted(tmp_path, TEXT.replace("001", "canary").replace("O'Neill", "canary"))
    assert "canary" not in repr(counts)
    assert list(tmp_path.iterdir()) == [tmp_path / "export.csv"]
