"""Tables in a force's own words, explained by a mapping file."""

from pathlib import Path

from recruitment.ingest.campaign_counts import CampaignCounts
from recruitment.ingest.layouts.monitoring_table import read_monitoring_table
from recruitment.ingest.layouts.stage_counts import read_stage_counts
from recruitment.ingest.mapping.reading import read_mapping
from tests.recruitment.ingest.layouts.tables import source_of

MAPPING = """
[columns]
ignored = ["Remark"]
candidates = "Heads"
[headings]
"PoC" = {characteristic = "ethnicity", category = "BAME"}
[characteristics.age]
part = ["Under 25", "25 and over"]
[stages]
order = ["Pre-employment checks", "Bleep test"]
"Bleep test" = ["fitness"]
[outcomes]
failed = ["fell out"]
[labels]
"Line 7b" = {stage = "Bleep test", outcome = "passed", enters = "Offer"}
"""


def read(folder: Path, text: str) -> CampaignCounts:
    path = folder / "own.toml"
    path.write_text(MAPPING, encoding="utf-8")
    return read_monitoring_table(source_of(text), read_mapping(path))


def outcomes(found: CampaignCounts) -> list[tuple[str, str]]:
    return list(dict.fromkeys(row[:2] for row in found.counts.rows()))


def test_own_stages_outcomes_labels_and_headings_are_understood(tmp_path: Path) -> None:
    text = (
        "|Total|PoC|Blank|Remark\nApplied|100|20|5|a\nFitness|50|10|2|b\n"
        "Fitness fell out|20|5|1|c\nLine 7b|30|5|1|d"
    )

    found = read(tmp_path, text)

    assert found.stages == ("Application", "Bleep test", "Offer")
    assert outcomes(found) == [
        ("Application", "entered"),
        ("Bleep test", "entered"),
        ("Bleep test", "failed"),
        ("Bleep test", "passed"),
        ("Offer", "entered"),
    ]


def test_an_offer_is_what_passing_the_own_stage_before_it_is_called(tmp_path: Path) -> None:
    text = "|Total|BAME|Blank\nFitness|50|10|2\nFitness failed|20|5|1\nOffer|30|5|1"

    assert outcomes(read(tmp_path, text)) == [
        ("Bleep test", "entered"),
        ("Bleep test", "failed"),
        ("Bleep test", "passed"),
        ("Offer", "entered"),
    ]


def test_parts_without_a_group_are_printed_all_but_one(tmp_path: Path) -> None:
    found = read(tmp_path, "|Total|Under 25|25 and over\nApplied|100|60|38")

    assert found.counts["candidates"].to_list() == [60, 38, 2]


def test_own_headings_of_tidy_columns_are_understood(tmp_path: Path) -> None:
    path = tmp_path / "own.toml"
    path.write_text(MAPPING, encoding="utf-8")
    text = "stage|outcome|characteristic|category|heads|remark\nApplied|entered|age|Under 25|4|x"

    (found,) = read_stage_counts(source_of(text), read_mapping(path))

    assert found.counts["candidates"].to_list() == [4, 0, 0]
    assert not any("remark" in note for note in found.notes)
