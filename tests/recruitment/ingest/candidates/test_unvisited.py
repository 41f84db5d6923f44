"""Stages at which nobody ended count where the campaign has them, and never vanish unsaid."""

from pathlib import Path

from recruitment.ingest.candidates import count_candidates
from recruitment.ingest.mapping.reading import read_mapping
from tests.recruitment.ingest.candidates.made import counted, people

STAGED = "Candidate ID,Stage,Outcome,Sex\n"


def test_the_first_stage_is_entered_by_all_who_came_further(tmp_path: Path) -> None:
    rows = "Candidate ID,Furthest stage,Status,Sex\n1,Assessment centre,Failed,F\n2,Offer,,F\n"
    counts = counted(tmp_path, rows)
    assert counts.stages == ("Application", "Assessment centre", "Offer")
    found = people(counts)
    assert found["Application", "entered", "sex", "Female"] == 2
    assert found["Application", "passed", "sex", "Female"] == 2
    assert counts.notes[:2] == (
        "Counted as entered by all who came further, though nobody ended there: Application.",
        (
            "Named in no row, and so taken for no part of the campaign: Telephone interview, Face "
            "to face interview, Pre-employment checks; where it has such a stage, list its stages "
            "in the mapping under [stages] order."
        ),
    )


def test_stages_that_a_mapping_lists_and_no_others_are_those_of_the_campaign(
    tmp_path: Path,
) -> None:
    (tmp_path / "own.toml").write_text(
        '[stages]\norder = ["Bleep test", "Assessment centre", "Offer"]\n"Bleep test" = []\n'
    )
    (tmp_path / "a.csv").write_text("Candidate ID,Furthest stage,Sex\n1,Offer,F\n2,Offer,Male\n")
    counts = count_candidates(tmp_path / "a.csv", read_mapping(tmp_path / "own.toml"))
    assert counts.stages == ("Bleep test", "Assessment centre", "Offer")
    assert set(people(counts).values()) == {1}
    assert counts.notes[0] == (
        "Counted as entered by all who came further, though nobody ended there: Bleep test, "
        "Assessment centre."
    )


def test_a_stage_whose_date_has_a_column_is_one_of_the_campaign(tmp_path: Path) -> None:
    rows = "Candidate ID,Furthest stage,Status,Application date,Telephone interview date,Sex\n"
    rows += "1,Offer,Failed,2025-01-01,,F\n"
    counts = counted(tmp_path, rows, layout="candidates-furthest-stage")
    assert counts.stages == ("Application", "Telephone interview", "Offer")


def test_rows_of_one_stage_alone_may_be_an_extract(tmp_path: Path) -> None:
    counts = counted(tmp_path, STAGED + "1,Offer,,F\n2,Offer,,F\n")
    assert counts.stages == ("Offer",)
    assert counts.notes[1].startswith("Named in no row, and so taken for no part of the campaign")


def test_a_column_of_dates_that_holds_none_is_noted(tmp_path: Path) -> None:
    counts = counted(tmp_path, "Candidate ID,Application date,Offer date,Sex\n1,2025-01-01,,F\n")
    assert counts.stages == ("Application",)
    assert counts.notes[-1] == "No row has a date under “Offer date”: Offer is not counted."
