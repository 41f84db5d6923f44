"""What answers mean: groups in detail and rolled up, crosses, and what is not known."""

from dataclasses import replace
from pathlib import Path

import polars as pl
import pytest

from recruitment.errors import DataError, UsageError
from recruitment.ingest.candidates.answers import answers_in
from recruitment.ingest.mapping.defaults import default_mapping
from recruitment.ingest.mapping.mapping import Category, Characteristic
from tests.recruitment.ingest.candidates.made import counted, people, refused

HEADINGS = "Candidate ID,Stage,Outcome,Ethnic origin,Sex\n"


def test_groups_in_detail_are_counted_as_groups_and_rolled_up(tmp_path: Path) -> None:
    rows = (
        "1,Application,Failed,Indian,F\n2,Application,Failed,Chinese,F\n3,Application,Failed,,F\n"
    )
    counts = people(counted(tmp_path, HEADINGS + rows))
    assert counts["Application", "failed", "ethnicity", "BAME"] == 2
    assert counts["Application", "failed", "ethnic_group", "Indian"] == 1
    assert counts["Application", "failed", "ethnic_group", "Not stated"] == 1


def test_answers_without_the_detail_give_no_detail(tmp_path: Path) -> None:
    rows = "1,Application,Failed,Indian,F\n2,Application,Failed,BAME,F\n"
    counts = counted(tmp_path, f"{HEADINGS}{rows}3,Application,Failed,Mixed,F\n")
    assert [each.name for each in counts.characteristics] == ["ethnicity", "sex"]
    assert counts.notes[-1] == (
        "ethnic_group is not counted: under “Ethnic origin” 2 rows answer without that detail."
    )


def test_answers_of_which_none_has_the_detail_lack_nothing(tmp_path: Path) -> None:
    rows = "1,Application,Failed,BAME,F\n2,Application,Failed,White,F\n"
    assert not any("detail" in note for note in counted(tmp_path, HEADINGS + rows).notes)


def test_a_detail_with_a_column_of_its_own_is_read_there() -> None:
    found = answers_in(["Indian"], "ethnicity", default_mapping(), frozenset({"ethnic_group"}))
    assert [each.name for each in found.characteristics] == ["ethnicity"]


def test_a_column_of_details_gives_what_it_refines() -> None:
    found = answers_in(["Roma", ""], "ethnic_group", default_mapping(), frozenset())
    assert found.meanings == (("Not stated", "Not stated"), ("White", "Roma"))
    assert [each.name for each in found.characteristics] == ["ethnicity", "ethnic_group"]


def test_a_cross_counts_those_who_are_both(tmp_path: Path) -> None:
    rows = "1,Application,Failed,BAME,F\n2,Application,Failed,White,M\n3,Application,Failed,,M\n"
    counts = counted(tmp_path, HEADINGS + rows, crosses=[("ethnicity", "sex")])
    cross = counts.characteristics[-1]
    assert (cross.name, cross.refines) == ("ethnicity,sex", "ethnicity,sex")
    kinds = {each.name: each.kind for each in cross.categories}
    assert (kinds["White, Female"], kinds["White, Male"]) == ("group", "comparator")
    failed = counts.counts.filter(
        pl.col("candidates") > 0, characteristic="ethnicity,sex", outcome="failed"
    )
    assert failed.select("category", "candidates").rows() == [
        ("BAME, Female", 1),
        ("White, Male", 1),
        ("Not stated", 1),
    ]


@pytest.mark.parametrize("cross", [("sex", "ethnicity"), ("Ethnicity", " SEX ")])
def test_a_cross_is_the_same_in_any_order_and_case(tmp_path: Path, cross: tuple[str, ...]) -> None:
    rows = "1,Application,Failed,BAME,F\n2,Application,Failed,White,M\n"
    asked = [cross, ("ethnicity", "sex")]
    counts = counted(tmp_path, HEADINGS + rows, crosses=asked)
    named = [each.name for each in counts.characteristics]
    assert named == ["ethnicity", "sex", "ethnicity,sex"]


@pytest.mark.parametrize(
    ("cross", "told"),
    [
        (("ethnicity", "sx"), "--cross ethnicity,sx: sx is not in it; did you mean sex"),
        (("sex",), "--cross sex: name two or more different"),
        (("sex", "Sex"), "--cross sex,Sex: name two or more different"),
    ],
)
def test_a_cross_that_is_none_is_refused(tmp_path: Path, cross: tuple[str, ...], told: str) -> None:
    with pytest.raises(UsageError, match=told):
        counted(tmp_path, f"{HEADINGS}1,Application,Failed,BAME,F\n", crosses=[cross])


def test_every_text_that_means_nothing_is_told_by_its_first_row_and_length(tmp_path: Path) -> None:
    rows = "1,Application,Failed,Indian,F\n2,Seminar,Maybe,Canary,F\n3,Seminar,Failed,Canary,F\n"
    faults = refused(
        tmp_path, f"{HEADINGS}{rows}4,,Failed,Indian,F\n,Application,Failed,Indian,F\n"
    )
    assert faults == [
        (
            "export.csv, row 3, column Ethnic origin: text of 6 characters (in 2 rows) is no "
            "answer that is known; explain it in the mapping under [answers.ethnicity]"
        ),
        (
            "export.csv, row 3, column Outcome: text of 5 characters (in 1 row) is no outcome "
            "that is known; explain it in the mapping under [outcomes]"
        ),
        (
            "export.csv, row 3, column Stage: text of 7 characters (in 2 rows) is no stage that "
            "is known; explain it in the mapping under [stages]"
        ),
        (
            "export.csv, row 5, column Stage: nothing (in 1 row) names no stage; every candidate "
            "must be at one"
        ),
        "export.csv, row 6, column Candidate ID: this row has no key to count the candidate by",
    ]


def test_what_cannot_be_seen_in_an_answer_is_refused_by_its_code_point(tmp_path: Path) -> None:
    [told] = refused(tmp_path, f"{HEADINGS}1,Application,Failed,Indian,F\u202e\n")
    assert told.endswith(
        "text of 2 characters (in 1 row) holds U+202E, which cannot be seen; delete it"
    )


def test_dates_that_are_none_are_told(tmp_path: Path) -> None:
    rows = "Candidate ID,Application date,Sex\n1,31/02/2025,F\n2,02/28/2025,F\n3,28/02/2025,F\n"
    faults = refused(tmp_path, rows)
    assert [fault.split(": ")[0] for fault in faults] == [
        "export.csv, row 2, column Application date",
        "export.csv, row 3, column Application date",
    ]
    assert "31/02" not in str(faults)


def test_a_column_of_too_many_texts_is_taken_for_the_wrong_one(tmp_path: Path) -> None:
    rows = "".join(f"{number},Application,Failed,Name {number},F\n" for number in range(10_001))
    [told] = refused(tmp_path, HEADINGS + rows)
    assert told.startswith("export.csv, column Ethnic origin: over 10,000 different texts")


def test_headings_without_candidates_are_refused(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="has headings and no candidates"):
        counted(tmp_path, HEADINGS)


def test_dates_of_no_stage_at_all_are_refused(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="has no date of a stage in any row"):
        counted(tmp_path, "Candidate ID,Offer date,Sex\n1,,F\n")


def test_a_characteristic_without_blanks_gets_them() -> None:
    area = Characteristic("area", (Category("City", "part"),), {"city": "City"})
    known = replace(default_mapping(), characteristics={"area": area})
    found = answers_in(["City", " "], "area", known, frozenset())
    assert [each.kind for each in found.characteristics[0].categories] == ["part", "not stated"]
    assert found.codes == {"City": 1, " ": 0}
