"""What Spark cannot count is refused: with the file, the reason, and nothing about a person."""

from collections.abc import Callable
from pathlib import Path

import pytest
from pyspark.sql import SparkSession

from recruitment.errors import DataError, StorageError, UsageError, UserError
from tests.recruitment.ingest.candidates.made import as_csv
from tests.recruitment.ingest.national.made import ROWS, frame, parquet_folder
from tests.recruitment.ingest.national.spark.engines import on_spark

ANSWER = "Zephyrian"
HEAD = "Campaign,Candidate ID,Stage,Outcome,Ethnicity,Sex\n"
ROW = "LE25,1,Application,Passed,Indian,F\n"


def refused(spark: SparkSession, source: Path | str, kind: type[UserError] = DataError) -> str:
    """Return for what a source is refused, all of its lines."""
    with pytest.raises(kind) as error:
        on_spark(spark, source)
    told = "\n".join((*error.value.details, str(error.value)))
    assert ANSWER not in told
    assert "\n" not in str(error.value)
    return told


def damaged_end(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-6])


def damaged_middle(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[4:400] = b"\0" * 396
    path.write_bytes(content)


@pytest.mark.parametrize("damage", [damaged_end, damaged_middle])
def test_one_damaged_file_among_many_is_named(
    spark: SparkSession, folder: Path, damage: Callable[[Path], None]
) -> None:
    source = parquet_folder(folder, ROWS)
    damage(source / "more" / "b.parquet")
    assert "wave[1], more/b.parquet cannot be read as Parquet" in refused(spark, source)


def test_a_column_that_one_file_lacks_is_no_blank(spark: SparkSession, folder: Path) -> None:
    source = parquet_folder(folder, ROWS)
    frame(ROWS[:2]).drop("Outcome").write_parquet(source / "a.parquet")
    frame(ROWS[:2]).drop("Sex").write_parquet(source / "z.parquet")
    told = refused(spark, source)
    assert "wave[1], z.parquet, column Sex: there is no such column in it" in told
    assert "wave[1], a.parquet, column Outcome: there is no such column in it" in told


def test_a_column_of_another_type_in_one_file_is_named(spark: SparkSession, folder: Path) -> None:
    source = parquet_folder(folder, ROWS)
    typed = frame(ROWS[:2]).cast({"Candidate ID": int})
    typed.write_parquet(source / "z.parquet")
    told = refused(spark, source)
    assert "z.parquet, column Candidate ID: its values are bigint, and string in" in told


def test_a_column_in_files_and_in_folders_is_refused(spark: SparkSession, folder: Path) -> None:
    (folder / "Campaign=LE25").mkdir()
    frame(ROWS).write_parquet(folder / "Campaign=LE25" / "a.parquet")
    assert "it stands in the files and in the names of folders" in refused(spark, folder)


def test_folders_of_several_kinds_are_refused(spark: SparkSession, folder: Path) -> None:
    for name in ("Campaign=LE25", "Wave=1"):
        (folder / name).mkdir()
        frame(ROWS).drop("Campaign").write_parquet(folder / name / "a.parquet")
    assert "name other columns than those of" in refused(spark, folder)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (f"{HEAD}{ROW}LE25,2,Application,Failed,{ANSWER}\n", "has a row with other than one value"),
        (f"{HEAD}{ROW}LE25,2,Application,Failed,{ANSWER},F,x\n", "has a row with other than one"),
        (f'{HEAD}{ROW}LE25,2,Application,Failed,"{ANSWER}"x,F\n', "or a broken quotation mark"),
        (f'{HEAD}{ROW}LE25,2,Application,Failed,White,"{ANSWER}\n', "opened and never closed"),
        (f"{HEAD}{ROW}LE25,2,Application,Failed,{ANSWER},F\n", "text of 9 characters"),
        (f"LE25,{ANSWER},2024-01-01\n", "a date of 10 characters stands where a heading is"),
        (f"Campaign,Sex,sex\nLE25,F,{ANSWER}\n", "has the same heading as column B"),
        ("\n1,2\n", "has nothing in its first line"),
        ("sep=;\n", "leave the line that names the delimiter out"),
    ],
)
def test_a_broken_text_is_refused_and_nobody_quoted(
    spark: SparkSession, tmp_path: Path, text: str, said: str
) -> None:
    (tmp_path / "rows.csv").write_text(text, encoding="utf-8")
    told = refused(spark, tmp_path / "rows.csv")
    assert said in told
    assert "rows.csv" in told


def test_a_text_in_another_encoding_is_named(spark: SparkSession, folder: Path) -> None:
    (folder / "1.csv").write_text(as_csv(ROWS), encoding="utf-8")
    (folder / "2 é.csv").write_bytes(as_csv(ROWS).encode("cp1252"))
    assert "2 é.csv is no text in UTF-8" in refused(spark, folder)


def test_a_quoted_value_may_go_on_over_lines_and_rows_be_blank(
    spark: SparkSession, tmp_path: Path
) -> None:
    rows = as_csv([row | {"Notes": "first,\n\nlast"} for row in ROWS])
    (tmp_path / "rows.csv").write_text(f"{rows}\n\n", encoding="utf-8")
    assert on_spark(spark, tmp_path / "rows.csv").campaigns[0].rows_read == 6


def test_what_is_not_there_is_said(spark: SparkSession, tmp_path: Path) -> None:
    said = refused(spark, tmp_path / "none.parquet", UsageError)
    assert said == "none.parquet is not there, where Spark looks for it; name what is"
    assert "has no .parquet, .csv or .tsv file with anything in it" in refused(
        spark, tmp_path, UsageError
    )
    assert "::hr.nobody is no table that Spark knows" in refused(spark, "::hr.nobody", UsageError)
    for address, why in {
        "s3a://bucket/rows": "add that to its jars (spark.jars.packages), such as hadoop-aws",
        "nosuch://bucket/rows": "it lacks what reads such addresses",
    }.items():
        assert why in refused(spark, address, UsageError)
    closed = refused(spark, "hdfs://127.0.0.1:9/rows", StorageError)
    assert closed == "rows cannot be read: where it is stored cannot be reached"


def test_campaigns_that_counts_do_not_settle_are_listed(
    spark: SparkSession, tmp_path: Path
) -> None:
    rows = [{**row, "Candidate ID": "" if row["Candidate ID"] == "2" else "1"} for row in ROWS]
    frame(rows).write_parquet(tmp_path / "rows.parquet")
    told = refused(spark, tmp_path / "rows.parquet").splitlines()
    assert told[0].startswith("rows.parquet, campaign LE25: 1 candidate has a key that is blank")
    assert told[1].startswith("rows.parquet, campaign Été 24: 1 candidate has a key that is blank")
    assert told[2] == (
        "rows.parquet: 2 campaigns have rows that counts do not settle; nothing was imported: "
        "correct the rows, or import it without --engine spark, which can look at each"
    )


def test_a_row_for_each_candidate_is_refused(spark: SparkSession, tmp_path: Path) -> None:
    rows = [
        {"Furthest stage" if name == "Stage" else name: each for name, each in row.items()}
        for row in ROWS
    ]
    frame(rows).write_parquet(tmp_path / "rows.parquet")
    assert "--engine spark counts a row for each stage" in refused(spark, tmp_path / "rows.parquet")
