from dataclasses import replace

from recruitment.ingest.campaign_counts import CampaignCounts
from recruitment.ingest.layouts.monitoring_table import read_monitoring_table
from recruitment.ingest.mapping.defaults import default_mapping
from tests.recruitment.ingest.layouts.tables import source_of

Found = dict[tuple[str, str], dict[str, int]]


def read(text: str, merged: tuple[tuple[int, int], ...] = ()) -> CampaignCounts:
    return read_monitoring_table(source_of(text, merged=merged), default_mapping())


def people(found: CampaignCounts) -> Found:
    rows: Found = {}
    for stage, outcome, _, category, candidates in found.counts.rows():
        rows.setdefault((stage, outcome), {})[category] = candidates
    return rows


ETHNICITY = {"BAME": 20, "White": 75, "Not stated": 5}


def test_a_column_headed_blank_needs_no_word_in_its_cells() -> None:
    found = read("|Total|BAME|Blank\nApplications|100|20|5")

    assert people(found) == {("Application", "entered"): ETHNICITY}


def test_blanks_may_stand_under_a_second_row_of_headings() -> None:
    found = read("Stage|Total|BAME||\n||No.|%|Blank\nApplications|100|20|20%|5")

    assert people(found) == {("Application", "entered"): ETHNICITY}
    assert found.printed["printed"].to_list() == ["20%"]


def test_a_heading_merged_over_the_blanks_counts_them() -> None:
    text = "|Total|BAME|BAME\nApplications|100|20|Blank 5"

    assert people(read(text, merged=((0, 3),))) == {("Application", "entered"): ETHNICITY}


def test_characteristics_may_stand_above_their_groups() -> None:
    text = "||Sex|||\n|Total|Female|Male|Other|Prefer not to say\nApplied|100|40|50|4|6"

    found = people(read(text, merged=()))

    assert found["Application", "entered"] == {
        "Female": 40,
        "Male": 50,
        "Another answer": 4,
        "Not stated": 6,
    }


def test_stage_and_total_may_be_merged_over_two_rows_of_headings() -> None:
    text = "Stage|Total|Ethnicity||Sex|\nStage|Total|BAME|Blank|Female|Blank\nApplied|100|20|5|40|1"

    found = people(read(text, merged=((1, 0), (1, 1))))

    assert found["Application", "entered"].items() >= {"BAME": 20, "White": 75}.items()


def test_a_percentage_of_a_group_that_is_not_counted_is_kept_without_its_people() -> None:
    found = read("Stage|Total|Female|Blank|BAME %\nApplied|100|40|2|20%").printed

    assert found.select("category", "printed", "numerator", "denominator").rows() == [
        ("BAME", "20%", None, 100)
    ]


def test_stage_and_outcome_may_have_a_column_each() -> None:
    text = "Stage|Outcome|Total|BAME|Blank\nApplication|Entered|100|20|5\n|Failed|40|8|2"

    assert list(people(read(text))) == [("Application", "entered"), ("Application", "failed")]


def test_a_stage_merged_over_its_outcomes_is_that_of_each() -> None:
    text = "Stage|Outcome|Total|BAME|Blank\nSift|Entered|100|20|5\nSift|Failed|40|8|2"

    found = read(text, merged=((2, 0),))

    assert list(people(found)) == [("Application", "entered"), ("Application", "failed")]


def test_a_stage_may_head_the_outcomes_below_it() -> None:
    text = (
        "|Total|BAME|Blank\nApplication|100|20|5\nTelephone interview\n"
        "Unsuccessful|40|8|2\nBooked|5|1|0"
    )

    assert list(people(read(text))) == [
        ("Application", "entered"),
        ("Telephone interview", "failed"),
        ("Telephone interview", "pending"),
    ]


def test_a_label_merged_over_its_percentages_counts_once() -> None:
    text = "|Total|BAME|Blank\nApplication|100|20|5\nApplication|100|20%|5%"

    found = read(text, merged=((2, 0), (2, 1)))

    assert people(found) == {("Application", "entered"): ETHNICITY}
    assert found.printed["printed"].to_list() == ["20%", "5%"]


def test_percentages_stored_as_fractions_are_kept_as_percentages() -> None:
    found = read("|Total|BAME|Blank\nApplication|100|20|5\n% of total||0.2|0.05")

    assert found.printed["printed"].to_list() == ["20%", "5%"]
    assert any("fractions of 1" in note for note in found.notes)


def test_percentages_that_are_not_given_are_no_fault() -> None:
    found = read("|Total|BAME|Blank\nApplication|100|20|5\n% of total||-|n/a")

    assert found.printed.is_empty()


def test_a_printed_comparator_leaves_the_blanks_as_the_rest() -> None:
    found = read("|Total|BAME|White\nApplication|100|20|75")

    assert people(found) == {("Application", "entered"): ETHNICITY}
    assert "Those who did not state ethnicity are the rest of each total." in found.notes


def test_words_broken_over_two_headings_are_read_as_one_and_noted() -> None:
    found = read("|Total|DISABI|LITY\nApplication|100|20|Blank 5")

    assert people(found)["Application", "entered"]["Disabled"] == 20
    assert "Headings that fell into two cells were read as one." in found.notes


def test_titles_and_notes_around_the_table_are_left() -> None:
    found = read("LE25 campaign\n|Total|BAME|Blank\nApplied|100|20|5\nSource: HR, June 2025")

    assert people(found) == {("Application", "entered"): ETHNICITY}


def test_a_sheet_without_a_table_is_left_and_named() -> None:
    table = source_of("|Total|BAME|Blank\nApplied|100|20|5", sheet="Table")
    cover = source_of("Monitoring of LE25", sheet="Cover")
    source = replace(table, sheets=(*cover.sheets, *table.sheets))

    found = read_monitoring_table(source, default_mapping())

    assert found.notes[0] == "The sheet Cover has no table and was not read."


def test_detailed_groups_are_summed_to_the_published_ones() -> None:
    groups = [each.name for each in default_mapping().characteristics["ethnic_group"].categories]
    names = "|".join(groups[:-1])
    ones = "|".join("1" for _ in groups[:-1])

    found = people(read(f"|Total|{names}|Blank\nApplied|20|{ones}|1"))["Application", "entered"]

    assert (found["BAME"], found["White"], found["Not stated"]) == (14, 5, 1)


def test_those_who_passed_enter_the_next_stage_once_where_its_entrants_are_printed() -> None:
    text = (
        "|Total|BAME|Blank\nAC successful / pre-employment checks|9|2|1\n"
        "Pre-employment checks|9|2|1\nOffers|3|1|0"
    )

    assert list(people(read(text))) == [
        ("Assessment centre", "passed"),
        ("Pre-employment checks", "entered"),
        ("Pre-employment checks", "passed"),
        ("Offer", "entered"),
    ]
