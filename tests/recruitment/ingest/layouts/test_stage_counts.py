from dataclasses import replace
from pathlib import Path

import duckdb
import pytest
from polars.testing import assert_frame_equal

from recruitment.ingest.campaign_counts import CampaignCounts
from recruitment.ingest.faults import Fault, SourceRefused
from recruitment.ingest.layouts.stage_counts import read_stage_counts
from recruitment.ingest.mapping.defaults import default_mapping
from recruitment.ingest.sources import read_source
from tests.recruitment.ingest.layouts.tables import csv_file, published_counts, source_of

HEADINGS = "stage|outcome|characteristic|category|candidates"
WOMEN = "Application|entered|sex|Female|40"
MEN = "Application|entered|sex|Male|60"


def read(*lines: str) -> list[CampaignCounts]:
    return read_stage_counts(source_of("\n".join(lines)), default_mapping())


def rows(found: CampaignCounts) -> list[tuple[object, ...]]:
    return [(category, people) for *_, category, people in found.counts.rows()]


def faults(*lines: str) -> list[str]:
    with pytest.raises(SourceRefused) as refused:
        read(*lines)
    return [str(fault).removeprefix("own.csv, ") for fault in refused.value.faults]


@pytest.mark.parametrize("campaign", ["LE19", "LE19a", "PCDA", "DHEP"])
def test_packaged_counts_written_as_tidy_rows_are_read_as_they_were(
    con: duckdb.DuckDBPyConnection, tmp_path: Path, campaign: str
) -> None:
    counts = published_counts(con, campaign)
    written = [tuple(counts.columns), *[tuple(map(str, row)) for row in counts.rows()]]
    source = read_source(csv_file(tmp_path / "own.csv", written))

    (found,) = read_stage_counts(source, default_mapping())

    assert_frame_equal(found.counts, counts, check_row_order=False)
    assert (found.campaign, found.rows_read) == (None, len(counts))


def test_each_campaign_has_its_own_counts() -> None:
    found = read(f"campaign|{HEADINGS}", f"A|{WOMEN}", f"A|{MEN}", f"B|{WOMEN}", f"B|{MEN}")

    assert [each.campaign for each in found] == ["A", "B"]


def test_a_category_without_a_row_is_nobody_and_said_to_be() -> None:
    (found,) = read(HEADINGS, WOMEN, MEN)

    assert rows(found) == [("Female", 40), ("Male", 60), ("Not stated", 0)]
    assert found.notes == (
        "1 category has no row at some outcome; nobody of them is counted there.",
    )


def test_another_answer_is_a_category_of_its_own_where_somebody_gave_it() -> None:
    (found,) = read(HEADINGS, WOMEN, MEN, "Application|entered|sex|Non-binary|2")

    assert ("Another answer", 2) in rows(found)


def test_the_groups_in_detail_give_the_published_ones_too() -> None:
    detail = ["Application|entered|Ethnicity|White - Irish|3", "Application|entered|Ethnicity|A1|2"]

    (found,) = read(HEADINGS, *detail, "Application|entered|Ethnicity|unknown|1")

    assert [each.name for each in found.characteristics] == ["ethnicity", "ethnic_group"]
    assert rows(found)[:3] == [("BAME", 2), ("White", 3), ("Not stated", 1)]


def test_stages_that_are_not_known_may_be_numbered() -> None:
    numbered = [
        "stage|stage_order|outcome|characteristic|category|candidates",
        "Bleep test|2|entered|sex|Female|4",
        "Bleep test|2|entered|sex|Male|6",
        "Tel. interview|1|entered|sex|Female|5",
        "Tel. interview|1|entered|sex|Male|9",
    ]

    assert read(*numbered)[0].stages == ("Telephone interview", "Bleep test")


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        (
            "Bleep test|entered|sex|Female|4",
            (
                "row 2, column stage: “Bleep test” is no stage that is known; known are "
                "Application, Telephone interview, Face to face interview, Assessment centre, "
                "Pre-employment checks, Offer; or number the stages in a column stage_order, or "
                "declare it in the mapping under [stages]"
            ),
        ),
        (
            "Offer|entred|sex|Female|4",
            "row 2, column outcome: “entred” is no outcome that is known; did you mean entered?",
        ),
        (
            "Offer|entered|sexx|Female|4",
            (
                "row 2, column characteristic: “sexx” is no characteristic; did you mean sex? If "
                "not, declare it in the mapping under [characteristics.NAME]"
            ),
        ),
        (
            "Offer|entered|sex|Femal|4",
            "row 2, column category: “Femal” is no category of sex; did you mean Female?",
        ),
        (
            "Offer|entered|sex|Female|-4",
            "row 2, column candidates: “-4” is negative; a count of people is not",
        ),
    ],
)
def test_a_row_that_cannot_be_understood_is_named_with_its_place(line: str, fault: str) -> None:
    assert faults(HEADINGS, line) == [fault]


def test_a_second_row_of_the_same_people_names_the_first() -> None:
    assert faults(HEADINGS, WOMEN, MEN, "Application|entered|gender|F|41") == [
        "row 4: counts the same people as row 2; delete one"
    ]


def test_a_comparator_without_any_row_is_a_fault() -> None:
    assert faults(HEADINGS, WOMEN) == [
        (
            "own.csv: no row counts Male, and the categories of sex must make up everybody; add "
            "its rows, with 0 for nobody"
        )
    ]


def test_a_characteristic_must_be_counted_wherever_others_count_people() -> None:
    offers = [f"Offer|entered|ethnicity|{each}|3" for each in ("BAME", "White")]
    known = [f"Application|entered|ethnicity|{each}|50" for each in ("BAME", "White")]

    assert faults(HEADINGS, WOMEN, MEN, *known, *offers) == [
        "own.csv: Offer, entered has no rows of sex, and people in ethnicity"
    ]


def test_stage_numbers_that_contradict_each_other_are_named() -> None:
    headings = f"stage_order|{HEADINGS}"

    assert faults(headings, f"1|{WOMEN}", f"2|{MEN}") == [
        "row 3, column stage_order: Application is number 2, and 1 in row 2"
    ]


def test_a_missing_column_is_named() -> None:
    assert faults("stage|outcome|characteristic|category", "Offer|entered|sex|Female") == [
        (
            "row 1: stage counts need the column candidates; head it so, or name it in the mapping "
            "under [columns]"
        )
    ]


def test_a_column_that_is_not_read_is_named() -> None:
    (found,) = read(f"{HEADINGS}|remark", f"{WOMEN}|x", f"{MEN}|y")

    assert "The column “remark” was not read." in found.notes


def test_a_cell_beyond_the_headings_is_a_fault() -> None:
    assert faults(HEADINGS, f"{WOMEN}|7", MEN) == [
        "row 2: a cell stands under no heading; the table has 5 columns"
    ]


def test_one_number_for_two_stages_and_none_below_one_are_faults() -> None:
    headings = f"stage_order|{HEADINGS}"
    offers = [f"1|Offer|entered|sex|{each}|1" for each in ("Female", "Male")]
    sifts = [f"0|Bleep test|entered|sex|{each}|1" for each in ("Female", "Male")]

    assert faults(headings, f"1|{WOMEN}", f"1|{MEN}", *offers, *sifts) == [
        "row 4, column stage_order: Offer and Application are both number 1",
        "row 6, column stage_order: stages are numbered from 1",
    ]


def test_two_columns_of_one_meaning_are_a_fault() -> None:
    assert faults(f"{HEADINGS}|Candidates", f"{WOMEN}|1", f"{MEN}|2") == [
        "row 1, column F: “Candidates” is a column that stands there already"
    ]


def test_figures_under_no_heading_are_a_fault() -> None:
    assert faults(f"{HEADINGS}|", f"{WOMEN}|1", f"{MEN}|2") == [
        "row 1, column F: the column has no heading"
    ]


def test_headings_alone_are_a_fault() -> None:
    assert faults(HEADINGS) == ["row 1: there are headings and no rows under them"]


def test_a_sheet_of_another_layout_is_left_and_named() -> None:
    counts = source_of(f"{HEADINGS}\n{WOMEN}\n{MEN}", sheet="Counts")
    notes = source_of("Read me first", sheet="Notes")
    both = replace(counts, sheets=(*notes.sheets, *counts.sheets))

    (found,) = read_stage_counts(both, default_mapping())

    assert found.notes[0] == "The sheet Notes has no stage counts and was not read."


def test_what_the_file_itself_has_wrong_is_listed_with_the_rest() -> None:
    source = source_of(f"{HEADINGS}\n{WOMEN}\nOffer|entered|sex|Male|x")
    broken = Fault(source.sheets[0].place(2, "A"), "shows the error #REF!")
    sheet = replace(source.sheets[0], faults=(broken,))

    with pytest.raises(SourceRefused) as refused:
        read_stage_counts(replace(source, sheets=(sheet,)), default_mapping())

    assert len(refused.value.faults) == 2
