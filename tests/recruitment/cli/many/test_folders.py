"""Folders of files that do not go together as they should, or do though it does not look so."""

import json
from collections.abc import Mapping
from pathlib import Path

import polars as pl
import pytest

from recruitment.cli.main import run
from tests.recruitment.cli.importing import import_into
from tests.recruitment.cli.many.rows import (
    BOTH,
    CANARY,
    FIRST,
    HEADINGS,
    SECOND,
    Content,
    Counts,
    as_text,
    kept,
    refused,
    table,
    written,
)

A, B = as_text(FIRST), as_text(SECOND)
OF_25, OF_26 = FIRST.drop("Campaign"), SECOND.drop("Campaign")
ALIKE: dict[str, Mapping[str, Content]] = {
    "order of columns": {"a.parquet": FIRST, "b.parquet": SECOND.select(HEADINGS[::-1])},
    "case of headings": {"a.parquet": FIRST, "b.parquet": SECOND.rename({"Sex": "SEX"})},
    "case in text": {"a.csv": A, "b.csv": B.replace("Sex", "SEX").replace("Stage", "stage")},
    "more columns first": {"a.parquet": FIRST.with_columns(Note=1), "b.parquet": SECOND},
    "more columns later": {"a.parquet": FIRST, "b.parquet": SECOND.with_columns(Note=1)},
    "other types beside": {
        "a.parquet": FIRST.with_columns(Note=pl.lit("x")),
        "b.parquet": SECOND.with_columns(Note=pl.lit([[1]])),
    },
    "categories": {"a.parquet": FIRST.cast({"Sex": pl.Categorical}), "b.parquet": SECOND},
    "no rows first": {"0.parquet": FIRST.clear(), "a.parquet": FIRST, "b.parquet": SECOND},
    "no types first": {
        "0.parquet": pl.DataFrame({heading: [] for heading in HEADINGS}),
        "a.parquet": BOTH,
    },
    "headings alone": {"0.csv": A.splitlines()[0], "a.csv": A, "b.csv": B},
    "delimiters": {"a.tsv": A.replace(",", "\t"), "b.csv": B.replace(",", ";")},
    "encodings": {"a.csv": A.encode("utf-8-sig"), "b.csv": B.encode("utf-16")},
    "ends of lines": {"a.csv": A, "b.csv": B.replace("\n", "\r\n", 1)},
    "folders": {"c=1/campaign=LE25/a.parquet": OF_25, "c=1/campaign=LE26/a.parquet": OF_26},
    "folders of text": {
        "campaign=LE25/a.csv": as_text(OF_25),
        "campaign=LE26/a.csv": as_text(OF_26),
    },
    "beside hidden": {
        "a.parquet": FIRST,
        "b.parquet": SECOND,
        "_SUCCESS": "",
        ".a.parquet.crc": "x",
        "_temporary/0/c.parquet": "x",
    },
}
REFUSED: dict[str, tuple[Mapping[str, Content], str]] = {
    "no column first": (
        {"a.parquet": FIRST.drop("Sex"), "b.parquet": SECOND},
        "3: recruit: src, a.parquet, column Sex: there is no such column in it, and other files",
    ),
    "no column later": (
        {"a.csv": A, "b.csv": as_text(SECOND.drop("Stage"))},
        "3: recruit: src, b.csv, column Stage: there is no such column in it, and other files",
    ),
    "another type": (
        {"a.parquet": FIRST, "b.parquet": SECOND.with_columns(Sex=1)},
        "3: recruit: src, b.parquet, column Sex: its values are INTEGER, and VARCHAR in a.parquet",
    ),
    "another type after none": (
        {"0.parquet": FIRST.clear().with_columns(Sex=None), "a.parquet": FIRST}
        | {"b.parquet": SECOND.with_columns(Sex=1)},
        "3: recruit: src, b.parquet, column Sex: its values are INTEGER, and VARCHAR in a.parquet",
    ),
    "parts": (
        {"a.parquet": FIRST, "b.parquet": SECOND.with_columns(Sex=pl.lit(["Female"]))},
        "3: recruit: src, b.parquet, column Sex: its values have parts; text is expected",
    ),
    "twice in one": (
        {"x/a.csv": A, "y/a.csv": B.replace("Outcome", "Sex")},
        "3: recruit: src, y/a.csv, row 1, column F: has the same heading as column D",
    ),
    "in files and folders": (
        {"Campaign=LE25/a.parquet": FIRST, "Campaign=LE26/b.parquet": SECOND},
        "3: recruit: src, column Campaign: it stands in the files and in the names of folders",
    ),
    "other folders": (
        {"campaign=LE25/a.parquet": OF_25, "wave=LE26/b.parquet": OF_26},
        "3: recruit: src: the folders of wave=LE26/b.parquet name other columns than those of",
    ),
    "folders that say nothing": (
        {"campaign=LE25/a.parquet": OF_25}
        | {"campaign=__HIVE_DEFAULT_PARTITION__/b.parquet": OF_26},
        "3: recruit: src, column campaign: 16 rows name no campaign; every row must name one",
    ),
    "two kinds": (
        {"a.csv": A, "b.parquet": SECOND},
        "2: recruit: {src} has Parquet and text files; name those of one kind",
    ),
    "no files": ({}, "2: recruit: {src} has no files of rows: .parquet, .csv or .tsv"),
    "no rows": ({"a.parquet": FIRST.clear()}, "3: recruit: src has headings and no candidates"),
    "of Delta Lake": (
        {"_delta_log/0.json": "{}", "a.parquet": FIRST},
        "3: recruit: {src} is a table of Delta Lake, whose files may hold rows that were deleted",
    ),
}


@pytest.fixture(scope="module")
def of_one_file(tmp_path_factory: pytest.TempPathFactory) -> Counts:
    """The counts of all rows in one file."""
    folder = tmp_path_factory.mktemp("one")
    db = folder / "one.duckdb"
    assert run(["init", str(db)]) == 0
    assert import_into(db, str(written(folder / "src", {"a.parquet": BOTH}))) == 0
    return kept(db)


@pytest.mark.parametrize("files", ALIKE.values(), ids=ALIKE)
def test_files_that_say_the_same_have_the_same_counts(
    tmp_path: Path, db: Path, of_one_file: Counts, files: Mapping[str, Content]
) -> None:
    assert import_into(db, str(written(tmp_path / "src", files))) == 0
    assert kept(db) == of_one_file != []


@pytest.mark.parametrize(("files", "told"), REFUSED.values(), ids=REFUSED)
def test_files_that_do_not_go_together_are_refused_and_named(
    tmp_path: Path,
    db: Path,
    capsys: pytest.CaptureFixture[str],
    files: Mapping[str, Content],
    told: str,
) -> None:
    source = written(tmp_path / "src", files)
    assert refused(db, source, capsys).startswith(told.format(src=source))


def test_files_that_are_left_out_are_told(
    tmp_path: Path, db: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    others = {"b.xlsx": "x", "_c.csv": B, ".d.txt": "x", "e.csv.gz": "x"}
    source = written(tmp_path / "src", {"a.csv": A, **others})
    capsys.readouterr()
    assert import_into(db, str(source), "--format", "json") == 0
    told = json.loads(capsys.readouterr().out)["notes"]
    assert "Not read in src, by their names: _c.csv, b.xlsx, e.csv.gz." in told


def test_the_second_import_of_a_folder_changes_nothing(
    tmp_path: Path, db: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source = str(written(tmp_path / "src", {"a.csv": A, "b.csv": B}))
    assert import_into(db, source) == 0
    before = db.read_bytes()
    assert import_into(db, source) == 0
    assert "Unchanged: LE25 and LE26" in capsys.readouterr().out
    assert db.read_bytes() == before


def test_what_is_not_of_many_files_is_refused_of_them(
    tmp_path: Path, db: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source = written(tmp_path / "src", {"a.csv": A, "b.csv": B})
    assert refused(db, source, capsys, "--sheet", "Data") == (
        "2: recruit: src has no sheets; leave --sheet out"
    )
    assert "no layout of candidates called" in refused(db, source, capsys, "--layout", "workforce")
    assert "--cross sex,age: age is not in it" in refused(db, source, capsys, "--cross", "sex,age")


@pytest.mark.parametrize("named", ["src", "src/*.csv", "src/all.duckdb::people"])
def test_what_is_told_of_an_import_is_not_written_into_its_source(
    tmp_path: Path, db: Path, capsys: pytest.CaptureFixture[str], named: str
) -> None:
    source = written(tmp_path / "src", {"a.csv": A})
    table(source / "all.duckdb")
    output = str(source / ("all.duckdb" if "::" in named else "a.csv"))
    told = refused(db, tmp_path / named, capsys, "--output", output, "--force")
    assert told.startswith("2: ")
    assert "which is never changed; choose another place" in told


def test_contradictions_stop_the_import_of_a_folder_unless_they_are_accepted(
    tmp_path: Path, db: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    contrary = B.replace("Failed", "Passed", 1)
    source = written(tmp_path / "src", {"a.csv": A, "b.csv": contrary})
    told = refused(db, source, capsys)
    assert told.startswith("4: src, campaign LE26, column Outcome: 1 candidate passed Application")
    assert import_into(db, str(source), "--accept-contradictions") == 0
    assert run(["check", "--db", str(db)]) == 0
    capsys.readouterr()
    assert run(["log", "--db", str(db), "--format", "json"]) == 0
    log = json.loads(capsys.readouterr().out)
    assert [(row["campaign"], row["file"]) for row in log["imports"]] == [
        ("LE25", "src"),
        ("LE26", "src"),
    ]


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (B, "# src is read as candidates of campaigns. These columns would be read:"),
        (B.replace("Sex", "Stage"), "# This source cannot be understood yet:"),
    ],
)
def test_a_folder_is_explained_though_it_cannot_be_read(
    tmp_path: Path, db: Path, capsys: pytest.CaptureFixture[str], content: str, told: str
) -> None:
    source = written(tmp_path / "src", {"a.csv": A, "b.csv": content})
    before = db.read_bytes()
    capsys.readouterr()
    assert import_into(db, str(source), "--explain") == 0
    text = capsys.readouterr().out
    assert text.startswith(told)
    assert CANARY not in text
    assert db.read_bytes() == before
