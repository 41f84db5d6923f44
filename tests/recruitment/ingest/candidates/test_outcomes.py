"""What becomes of blanks, of repetitions, and of stages that only some exports know."""

from pathlib import Path

import pytest

from recruitment.errors import DataError
from recruitment.ingest.candidates import count_candidates
from recruitment.ingest.candidates.layouts import FURTHEST_STAGE, ROW_PER_STAGE
from recruitment.ingest.mapping.reading import read_mapping
from tests.recruitment.ingest.candidates.made import counted, people

STAGED = "Candidate ID,Stage,Outcome,Sex\n"


def test_a_blank_outcome_is_passed_pending_or_at_the_last_stage_nothing(tmp_path: Path) -> None:
    counts = counted(tmp_path, f"{STAGED}1,Application,,F\n1,Offer,,F\n2,Application,Entered,F\n")
    assert people(counts) == {
        ("Application", "entered", "sex", "Female"): 2,
        ("Application", "passed", "sex", "Female"): 1,
        ("Application", "pending", "sex", "Female"): 1,
        ("Offer", "entered", "sex", "Female"): 1,
    }
    assert counts.notes == (
        "The keys repeat from stage to stage: each row was read as one stage of a candidate.",
        "An outcome is blank once where the candidate has a later stage, and is counted as passed.",
        (
            "An outcome is blank once where the candidate has no later stage, and is counted as "
            "pending."
        ),
        "At Offer, the last stage, no outcome is recorded for 1 candidate without one.",
    )


def test_nobody_in_an_outcome_is_recorded_as_nobody(tmp_path: Path) -> None:
    counts = counted(tmp_path, f"{STAGED}1,Application,Passed,F\n1,Offer,Declined offer,F\n").counts
    recorded = counts.select("stage", "outcome").unique(maintain_order=True).rows()
    assert recorded == [
        *(("Application", each) for each in ("entered", "passed", "failed", "pending")),
        ("Application", "withdrawn"),
        ("Offer", "entered"),
        ("Offer", "withdrawn"),
    ]
    assert counts.filter(stage="Application", outcome="failed")["candidates"].to_list() == [0] * 4


def test_without_a_column_of_outcomes_only_those_who_entered_are_recorded(tmp_path: Path) -> None:
    counts = counted(
        tmp_path, "Candidate ID,Stage,Sex\n1,Application,F\n1,Offer,F\n2,Application,F\n"
    )
    assert people(counts) == {
        ("Application", "entered", "sex", "Female"): 2,
        ("Offer", "entered", "sex", "Female"): 1,
    }
    assert set(counts.counts["outcome"]) == {"entered"}
    assert counts.notes[1].startswith("The file has no column of outcomes")


def test_rows_that_repeat_others_are_counted_once_and_noted(tmp_path: Path) -> None:
    rows = "1,Application,Failed,F\n1,Application,Failed,F\n1 ,Application,,F\n"
    counts = counted(tmp_path, STAGED + rows, layout=ROW_PER_STAGE)
    assert people(counts)["Application", "entered", "sex", "Female"] == 1
    assert counts.contradictions == ()
    assert counts.rows_read == 3
    assert counts.notes[0].startswith(
        "2 rows say again what another row says of the same candidate"
    )


@pytest.mark.parametrize(("others", "contrary"), [(98, False), (97, True)])
def test_only_rows_that_repeat_are_a_slip_up_to_one_in_a_hundred(
    tmp_path: Path, others: int, *, contrary: bool
) -> None:
    rows = "1,Application,Failed,F\n1,Application,Failed,F\n"
    rows += "".join(f"k{number},Offer,,F\n" for number in range(others))
    counts = counted(tmp_path, STAGED + rows, layout=FURTHEST_STAGE)
    assert people(counts)["Application", "failed", "sex", "Female"] == 1
    assert any(note.startswith("1 row says again") for note in counts.notes) is not contrary
    assert [str(each) for each in counts.contradictions] == [
        (
            "export.csv, row 2, column Candidate ID: 1 candidate with rows that repeat each "
            "other, where one is due; counted once"
        )
    ] * contrary


def test_rows_of_stages_that_are_not_entered_yet_do_not_count(tmp_path: Path) -> None:
    rows = "1,Application,Passed,F\n1,Offer,Not started,F\n"
    rows += "2,Application,Failed,F\n2,Offer,Not started,F\n3,Application,Draft,F\n"
    counts = counted(tmp_path, STAGED + rows)
    assert counts.layout == ROW_PER_STAGE
    assert people(counts) == {
        ("Application", "entered", "sex", "Female"): 2,
        ("Application", "passed", "sex", "Female"): 1,
        ("Application", "failed", "sex", "Female"): 1,
    }
    assert counts.stages == ("Application", "Offer")
    assert counts.notes[:2] == (
        "1 row was left out as no application: drafts or duplicates.",
        "2 rows were left out, of stages that are not entered yet.",
    )


def test_a_furthest_stage_that_is_not_entered_yet_is_pending(tmp_path: Path) -> None:
    rows = "Candidate ID,Furthest stage,Status,Sex\n1,Application,Failed,F\n2,Offer,Not started,F\n"
    rows += "3,Telephone interview,Not started,F\n4,Offer,Duplicate,F\n"
    counts = counted(tmp_path, rows)
    assert people(counts)["Telephone interview", "pending", "sex", "Female"] == 1
    assert people(counts)["Offer", "pending", "sex", "Female"] == 1
    assert people(counts)["Application", "entered", "sex", "Female"] == 3
    assert "2 rows were of a stage that is not entered yet, and counted as pending there." in (
        counts.notes
    )


@pytest.mark.parametrize(
    ("outcome", "layout", "told"),
    [
        ("Draft", ROW_PER_STAGE, "has drafts and duplicates alone"),
        ("Not started", ROW_PER_STAGE, "has nobody who entered a stage"),
    ],
)
def test_nobody_who_counts_is_refused(tmp_path: Path, outcome: str, layout: str, told: str) -> None:
    with pytest.raises(DataError, match=told):
        counted(tmp_path, f"{STAGED}1,Application,{outcome},F\n", layout=layout)


def test_a_mapping_may_say_what_a_draft_is(tmp_path: Path) -> None:
    (tmp_path / "own.toml").write_text('[outcomes]\npending = ["Draft"]\nignored = ["Rejected"]\n')
    (tmp_path / "a.csv").write_text(f"{STAGED}1,Application,Draft,F\n2,Offer,Rejected,F\n")
    counts = count_candidates(tmp_path / "a.csv", read_mapping(tmp_path / "own.toml"))
    assert people(counts)["Application", "pending", "sex", "Female"] == 1
    assert ("Offer", "entered", "sex", "Female") not in people(counts)


def test_an_answer_that_one_of_two_rows_leaves_out_is_taken_from_the_other(tmp_path: Path) -> None:
    rows = "1,Application,Failed,\n1,Application,Failed,F\n"
    counts = counted(tmp_path, STAGED + rows, layout=ROW_PER_STAGE)
    assert people(counts)["Application", "failed", "sex", "Female"] == 1
    assert counts.contradictions == ()
    assert counts.notes[-1].startswith("An answer that one row leaves out and another")


def test_rows_that_say_nothing_are_left_out_and_noted(tmp_path: Path) -> None:
    rows = "Name,Candidate ID,Stage,Outcome,Sex\nA,1,Application,Failed,F\nB,,,,\n,,,,\n"
    counts = counted(tmp_path, rows)
    assert counts.rows_read == 1
    assert "2 rows were left out, with nothing in any of the columns that are read." in counts.notes


def test_people_with_several_applications_are_noted(tmp_path: Path) -> None:
    rows = "Person ID,Application ID,Stage,Outcome,Sex\n"
    rows += "p1,a1,Application,Failed,F\np1 ,a2,Offer,,F\np2,a3,Offer,,F\n,a4,Offer,,F\n"
    counts = counted(tmp_path, rows)
    assert people(counts)["Application", "entered", "sex", "Female"] == 4
    assert counts.notes[-1] == (
        "1 person has several applications, 2 together; applications are counted."
    )


@pytest.mark.parametrize("outcome", ["", "Withdrew"])
def test_candidates_without_any_date_are_counted_nowhere_and_noted(
    tmp_path: Path, outcome: str
) -> None:
    rows = f"Candidate ID,Application date,Outcome,Sex\n1,01/02/2025,Failed,F\n2,,{outcome},F\n"
    counts = counted(tmp_path, rows)
    assert people(counts)["Application", "entered", "sex", "Female"] == 1
    assert counts.notes[-1] == "Nowhere counted: 1 candidate without a date at any stage."
    assert not any("says again" in note for note in counts.notes)


def test_a_time_of_day_does_not_matter(tmp_path: Path) -> None:
    rows = "Candidate ID,Application date,Offer date,Sex\n"
    rows += "1,2025-03-04 17:30:00,2025-03-04T09:00:00Z,F\n2,04/03/2025 9:30 am,,F\n"
    counts = counted(tmp_path, rows)
    assert counts.contradictions == ()
    assert people(counts)["Offer", "entered", "sex", "Female"] == 1
