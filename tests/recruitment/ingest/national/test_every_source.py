"""The same candidates have the same counts, whatever kind of source they are in."""

from pathlib import Path

import pytest

from recruitment.ingest.candidates.layouts import ROW_PER_STAGE
from tests.recruitment.ingest.candidates import made as one_export
from tests.recruitment.ingest.candidates.made import as_csv, people
from tests.recruitment.ingest.national.made import ROWS, WRITTEN, Written, counts, read, text


@pytest.mark.parametrize("written", WRITTEN)
def test_every_source_gives_the_counts_of_each_campaign_alone(
    tmp_path: Path, written: Written
) -> None:
    found = counts(written(tmp_path, ROWS), crosses=(("sex", "ethnicity"),))
    assert list(found) == ["LE25", "Été 24"]
    for campaign, own in found.items():
        rows = [row for row in ROWS if row["Campaign"] == campaign]
        alone = one_export.counted(tmp_path, as_csv(rows), crosses=[("sex", "ethnicity")])
        assert own.counts.equals(alone.counts)
        assert (own.layout, own.stages, own.rows_read) == (
            ROW_PER_STAGE,
            alone.stages,
            alone.rows_read,
        )
        assert own.characteristics == alone.characteristics
        assert (own.notes, own.contradictions) == (alone.notes, alone.contradictions)


def test_the_counts_are_those_one_would_count_by_hand(tmp_path: Path) -> None:
    found = people(counts(text(tmp_path, ROWS))["LE25"])
    of_sex = {key[:2] + key[3:]: number for key, number in found.items() if key[2] == "sex"}
    assert of_sex == {
        ("Application", "entered", "Female"): 2,
        ("Application", "entered", "Male"): 1,
        ("Application", "entered", "Not stated"): 1,
        ("Application", "passed", "Female"): 1,
        ("Application", "passed", "Not stated"): 1,
        ("Application", "failed", "Male"): 1,
        ("Application", "pending", "Female"): 1,
        ("Offer", "entered", "Female"): 1,
        ("Offer", "entered", "Not stated"): 1,
        ("Offer", "passed", "Female"): 1,
        ("Offer", "withdrawn", "Not stated"): 1,
    }


def test_a_source_is_known_by_the_bytes_of_all_its_files(tmp_path: Path) -> None:
    folder = WRITTEN[1](tmp_path, ROWS)
    first = read(folder)
    again = read(folder)
    (folder / "more" / "b.parquet").rename(folder / "more" / "c.parquet")
    renamed = read(folder)
    assert first.sha256 == again.sha256 != renamed.sha256
    assert first.size == sum(each.stat().st_size for each in folder.rglob("*.parquet"))


def test_one_campaign_of_several_can_be_asked_for(tmp_path: Path) -> None:
    [found] = read(text(tmp_path, ROWS), campaign="le25").campaigns
    assert found.rows_read == 6


def test_the_only_campaign_is_called_as_the_user_says(tmp_path: Path) -> None:
    [found] = read(text(tmp_path, ROWS[:6]), campaign="LE26").campaigns
    assert (found.campaign, found.rows_read) == (None, 6)


def test_files_that_name_no_campaign_are_one(tmp_path: Path) -> None:
    rows = [{name: said for name, said in row.items() if name != "Campaign"} for row in ROWS[:6]]
    [found] = read(WRITTEN[1](tmp_path, rows)).campaigns
    assert (found.campaign, found.rows_read) == (None, 6)


@pytest.mark.parametrize(("files", "ways"), [(1_100, 1), (40, 40)])
def test_many_small_files_are_counted_together(tmp_path: Path, files: int, ways: int) -> None:
    for number in range(files):
        row = {f"Note {number % ways}": "", **ROWS[number % 2]}
        row["Candidate ID"] = f"{number // 2}"
        (tmp_path / f"{number}.csv").write_text(as_csv([row]), encoding="utf-8")
    [found] = counts(tmp_path, layout="candidates-per-stage").values()
    assert found.rows_read == files
    assert people(found)["Offer", "entered", "sex", "Female"] == files // 2
