"""What only rows can contradict is told by how many, where the first is, and nobody's key."""

from pathlib import Path

import pytest

from recruitment.ingest.candidates.layouts import DATE_PER_STAGE, FURTHEST_STAGE, ROW_PER_STAGE
from tests.recruitment.ingest.candidates.made import counted, people

STAGED = "Candidate ID,Stage,Outcome,Sex\n"
# Two who went through, so that keys repeat and later stages are there.
THROUGH = "k1,Application,Passed,F\nk1,Offer,,F\nk2,Application,Passed,Male\nk2,Offer,,Male\n"


def contradicted(folder: Path, rows: str, layout: str = ROW_PER_STAGE) -> list[str]:
    return [str(each) for each in counted(folder, rows, layout=layout).contradictions]


def test_consistent_candidates_contradict_nothing(tmp_path: Path) -> None:
    assert contradicted(tmp_path, STAGED + THROUGH) == []


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        (
            "k3,Application,Rejected,F\nk3,Application,Passed,F\nk3,Offer,,F\n",
            (
                "row 6, column Outcome: 1 candidate with different outcomes at Application; "
                "counted once, as passed before pending, failed and withdrawn"
            ),
        ),
        (
            "k3,Application,On hold,F\nk3,Application,On hold,Male\n",
            (
                "row 6, column Sex: 1 candidate with different answers at Application; counted as "
                "not stated there"
            ),
        ),
        (
            "k3,Application,Rejected,F\nk3,Offer,,F\n",
            "row 6, column Outcome: 1 candidate failed Application but went on to a later stage",
        ),
        (
            "k3,Offer,,F\nk3,Application,Withdrew,F\nk4,Offer,,F\nk4,Application,Withdrew,F\n",
            (
                "row 7, column Outcome: 2 candidates withdrew at Application but went on to a "
                "later stage"
            ),
        ),
        (
            "k3,Application,Passed,F\n",
            (
                "row 6, column Outcome: 1 candidate passed Application without a later stage, "
                "though others who entered it have one"
            ),
        ),
        (
            "k3,Application,On hold,F\nk3,Offer,,F\n",
            (
                "row 6, column Outcome: 1 candidate still pending at Application but went on to a "
                "later stage"
            ),
        ),
        ("k3,Offer,,F\n", "row 6, column Stage: 1 candidate with a later stage but no Application"),
    ],
)
def test_rows_per_stage_that_cannot_all_be_true_are_told(
    tmp_path: Path, rows: str, told: str
) -> None:
    assert contradicted(tmp_path, STAGED + THROUGH + rows) == [f"export.csv, {told}"]


def test_several_rows_where_one_is_due_are_told_and_the_further_counts(tmp_path: Path) -> None:
    rows = "Candidate ID,Furthest stage,Outcome,Sex\nk1,Offer,,F\nk2,Application,Failed,F\n"
    counts = counted(tmp_path, f"{rows}k2,Offer,,F\n")
    assert [str(each) for each in counts.contradictions] == [
        (
            "export.csv, row 3, column Candidate ID: 1 candidate with several rows that differ, "
            "where one is due; counted once, by the stage that is further on"
        )
    ]
    assert people(counts)["Offer", "entered", "sex", "Female"] == 2


def test_who_passed_the_furthest_stage_of_several_is_told(tmp_path: Path) -> None:
    rows = "Candidate ID,Furthest stage,Outcome,Sex\nk1,Offer,,F\nk2,Application,Passed,F\n"
    told = contradicted(tmp_path, rows, FURTHEST_STAGE)
    assert told == [
        (
            "export.csv, row 3, column Outcome: 1 candidate passed Application without a later "
            "stage, though others who entered it have one"
        )
    ]


def test_dates_out_of_order_and_missing_are_told(tmp_path: Path) -> None:
    rows = (
        "Candidate ID,Application date,Telephone interview date,Offer date,Sex\n"
        "k1,01/02/2025,02/02/2025,03/02/2025,F\n"
        "k2,01/02/2025,31/01/2025,03/02/2025,F\n"
        "k3,01/02/2025,,03/02/2025,F\n"
    )
    assert contradicted(tmp_path, rows, DATE_PER_STAGE) == [
        (
            "export.csv, row 3, column Telephone interview date: 1 candidate with a date at "
            "Telephone interview before that of an earlier stage"
        ),
        (
            "export.csv, row 4, column Telephone interview date: 1 candidate with a later stage "
            "but no Telephone interview"
        ),
    ]


def test_the_line_of_a_row_is_told_though_values_go_over_several(tmp_path: Path) -> None:
    rows = 'Note,Candidate ID,Stage,Outcome,Sex\n"two\nlines",k0,Application,Passed,F\n\n'
    rows += ",k0,Offer,,F\n,k1,Application,Failed,F\n,k1,Offer,,F\n"
    [told] = contradicted(tmp_path, rows)
    assert told.startswith("export.csv, row 6, column Outcome: 1 candidate failed")


def test_an_answer_given_later_contradicts_nothing(tmp_path: Path) -> None:
    rows = STAGED + THROUGH + "k3,Application,Passed,\nk3,Offer,,F\n"
    counts = counted(tmp_path, rows)
    assert counts.contradictions == ()
    assert people(counts)["Application", "entered", "sex", "Not stated"] == 1
    assert people(counts)["Offer", "entered", "sex", "Female"] == 2


def test_no_key_and_no_answer_is_told(tmp_path: Path) -> None:
    rows = STAGED + THROUGH.replace("k2", "canary") + "canary,Application,Failed,F\n"
    counts = counted(tmp_path, rows)
    assert "canary" not in str((counts.contradictions, counts.notes))
    assert len(counts.contradictions) == 2


def test_the_line_is_told_where_python_has_read_the_rows(tmp_path: Path) -> None:
    # Ends of lines that differ are more than DuckDB reads strictly.
    rows = STAGED.replace("\n", "\r\n") + ",,,\n" + THROUGH + "k3,Offer,,F\n"
    [told] = contradicted(tmp_path, rows)
    assert told.startswith("export.csv, row 7, column Stage: 1 candidate with a later stage")
