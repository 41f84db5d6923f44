"""Which layout rows have is told by headings, then by keys; what is missing is said."""

from pathlib import Path

import pytest

from recruitment.errors import UsageError
from recruitment.ingest.candidates.layouts import DATE_PER_STAGE, FURTHEST_STAGE, ROW_PER_STAGE
from tests.recruitment.ingest.candidates.made import counted, refused

STAGED = "Candidate ID,Stage,Outcome,Sex\n"
ONCE = "1,Application,Failed,F\n2,Offer,,F\n3,Application,Failed,F\n"


def test_keys_that_never_repeat_make_a_stage_the_furthest(tmp_path: Path) -> None:
    counts = counted(tmp_path, STAGED + ONCE)
    assert counts.layout == FURTHEST_STAGE
    assert counts.notes[0] == (
        "The keys do not repeat from stage to stage, so “Stage” was read as the furthest stage "
        "that each candidate reached."
    )


def test_keys_that_repeat_make_one_row_per_stage(tmp_path: Path) -> None:
    assert counted(tmp_path, f"{STAGED}1,Application,,F\n1,Offer,,F\n").layout == ROW_PER_STAGE


def test_one_key_that_repeats_does_not_make_all_others_skip_stages(tmp_path: Path) -> None:
    counts = counted(tmp_path, f"{STAGED}{ONCE}4,Offer,,F\n2,Application,Failed,F\n")
    assert counts.layout == FURTHEST_STAGE
    assert len(counts.contradictions) == 1


def test_repetitions_at_the_first_stage_make_one_row_per_stage(tmp_path: Path) -> None:
    rows = "1,Application,Failed,F\n1,Application,Failed,F\n"
    assert counted(tmp_path, STAGED + rows).layout == ROW_PER_STAGE


@pytest.mark.parametrize(
    ("asked", "layout"),
    [
        ("candidates", FURTHEST_STAGE),
        ("candidates-per-stage", ROW_PER_STAGE),
        ("Candidates-Furthest-Stage", FURTHEST_STAGE),
        (ROW_PER_STAGE, ROW_PER_STAGE),
    ],
)
def test_a_layout_can_be_asked_for(tmp_path: Path, asked: str, layout: str) -> None:
    assert counted(tmp_path, STAGED + ONCE, layout=asked).layout == layout


def test_a_layout_that_is_none_suggests_the_nearest(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="did you mean candidates-dates"):
        counted(tmp_path, STAGED + ONCE, layout="candidate-date")


BOTH = "Candidate ID,Stage,Application date,Offer date,Sex\n1,Offer,01/02/2025,02/02/2025,F\n"


def test_stages_and_dates_beside_each_other_have_to_be_chosen_from(tmp_path: Path) -> None:
    [told] = refused(tmp_path, BOTH)
    assert told == (
        "export.csv, row 1: it has a column of stages and dates of several stages; say which "
        "counts: --layout candidates-per-stage or candidates-furthest-stage or candidates-dates"
    )
    assert counted(tmp_path, BOTH, layout="candidates-dates").layout == DATE_PER_STAGE


def test_a_furthest_stage_stands_before_a_stage_where_it_is_asked_for(tmp_path: Path) -> None:
    rows = "Candidate ID,Stage,Furthest stage,Sex\n1,Application,Offer,F\n"
    furthest = counted(tmp_path, rows, layout="candidates-furthest-stage")
    assert furthest.stages == ("Application", "Offer")
    assert counted(tmp_path, rows).stages == ("Application",)


@pytest.mark.parametrize(
    ("headings", "layout", "told"),
    [
        ("Stage,Outcome,Sex", None, ["no column is the key that candidates are counted by"]),
        ("Candidate ID,Sex", None, ["no column is a stage, such as “Stage” or “Furthest stage”"]),
        ("Candidate ID,Stage,Outcome", None, ["no column holds answers"]),
        ("Candidate ID,Stage,Sex", "candidates-dates", ["no column is the date of a stage"]),
        ("Candidate ID,Offer date,Sex", "candidates-per-stage", ["no column is a stage"]),
        (
            "Stage,Step,Sex",
            None,
            ["the columns “Stage” and “Step” could all be stage", "no column"],
        ),
    ],
)
def test_what_is_missing_is_said_all_of_it(
    tmp_path: Path, headings: str, layout: str | None, told: list[str]
) -> None:
    faults = refused(tmp_path, f"{headings}\n{'x,' * headings.count(',')}x\n", layout=layout)
    assert len(faults) == len(told)
    for fault, start in zip(faults, told, strict=True):
        assert fault.startswith(f"export.csv, row 1: {start}")
