import pytest
from hypothesis import given
from hypothesis import strategies as st

from recruitment.ingest.faults import SourceRefused
from recruitment.ingest.layouts.monitoring_table import read_monitoring_table
from recruitment.ingest.mapping.defaults import default_mapping
from tests.recruitment.ingest.layouts.tables import source_of

HEADINGS = "|Total|BAME|Blank|Female|Blank"
# What makes it certain that a table counts people.
KNOWN = "Assessment centre|50|9|2|20|1\nOffer|9|2|1|4|1"


def faults(text: str) -> list[str]:
    with pytest.raises(SourceRefused) as refused:
        read_monitoring_table(source_of(text), default_mapping())
    return [str(fault).removeprefix("own.csv, ") for fault in refused.value.faults]


@pytest.mark.parametrize(
    ("row", "fault"),
    [
        (
            "Applied|100|20|5|40|",
            "row 2, column F: an empty cell holds no count; write 0 for nobody",
        ),
        ("Applied|100|45%|5|40|3", "row 2, column BAME: “45%” is a percentage, not a count"),
        ("Applied|100|<5|5|40|3", "row 2, column BAME: “<5” is suppressed; counts are needed"),
        ("Applied|100|120|5|40|3", "row 2, column BAME: 120 BAME are more than the total of 100"),
        ("Applied|100|20|Blank|40|3", "row 2, column D: “Blank” has no number"),
        (
            "Applied|100|90|20|40|3",
            (
                "row 2, column D: 90 BAME and 20 Not stated are 110 together, more than the total "
                "of 100"
            ),
        ),
        (
            "Bleep test failed|100|20|5|40|3",
            (
                "row 2: the label “Bleep test failed” says what is not known: “bleep”, “test”; "
                "explain it in the mapping under [labels]"
            ),
        ),
        (
            "Sift passed or failed|100|20|5|40|3",
            (
                "row 2: the label “Sift passed or failed” names two outcomes, passed and failed; "
                "explain it in the mapping under [labels]"
            ),
        ),
        ("|100|20|5|40|3", "row 2, column A: counts stand beside no label"),
    ],
)
def test_a_row_that_cannot_be_understood_is_named_with_its_place(row: str, fault: str) -> None:
    assert faults(f"{HEADINGS}\n{row}\n{KNOWN}") == [fault]


@pytest.mark.parametrize(
    ("headings", "fault"),
    [
        (
            "|Total|BAME|Blank|Members|Blank",
            (
                "row 1, column E: the heading “Members” is not known; explain it in the mapping "
                "under [headings], or list it in [columns] as ignored"
            ),
        ),
        ("|Total|BAME|Blank||Blank", "row 1, column E: the column has no heading"),
        ("|Total|BAME|Blank|BAME|Blank", "row 1, column E: “BAME” is counted in column C too"),
        (
            "|Sum|BAME|Blank|Female|Blank",
            (
                "own.csv: no row has the headings of a monitoring table: a total and groups "
                "beside it, over figures"
            ),
        ),
        (
            "Total|BAME|Blank|Female|Blank",
            "row 1: no column has the labels of the rows; the first column says stage and outcome",
        ),
    ],
)
def test_headings_that_cannot_be_understood_are_named(headings: str, fault: str) -> None:
    assert fault in faults(f"{headings}\nApplied|100|20|5|40|3")


def test_a_group_without_blanks_is_a_fault_of_the_headings() -> None:
    assert faults("|Total|BAME|Female|Blank\nApplied|100|20|40|3") == [
        "row 1: no column has those who did not state ethnicity; head it “Blank” beside the group"
    ]


def test_two_rows_of_one_stage_and_outcome_name_each_other() -> None:
    assert faults(f"{HEADINGS}\nApplied|100|20|5|40|3\nApplications|90|20|5|40|3") == [
        (
            "row 3: “Applications” counts Application, entered, as does “Applied” in row 2; give "
            "each campaign its own file, or name one with --sheet"
        )
    ]


def test_a_stage_without_counts_is_a_fault() -> None:
    assert faults(f"{HEADINGS}\nApplied|100|20|5|40|3\nTelephone interview") == [
        "row 3: “Telephone interview” has no counts"
    ]


def test_a_second_table_must_count_the_same_categories() -> None:
    text = f"{HEADINGS}\nApplied|100|20|5|40|3\n|Total|BAME|Blank\nOffer|10|2|1"

    assert faults(text) == ["row 3: sex is counted in another table, and has no columns here"]


def test_percentages_must_stand_under_counts_once() -> None:
    text = f"{HEADINGS}\n% of total||20%|5%|40%|3%\nApplied|100|20|5|40|3"

    assert faults(text) == ["row 2: percentages stand under no row of counts"]


def test_a_percentage_that_cannot_be_one_is_named() -> None:
    text = f"{HEADINGS}\nApplied|100|20|5|40|3\n% of total||20%|5%|400%|3%"

    assert faults(text) == ["row 3, column Female: “400%” is over 100%; a share of people is not"]


def test_all_faults_are_listed_from_top_to_bottom() -> None:
    text = f"{HEADINGS}\nApplied|100|2o|5|40|3\nRejected at bleep|10|2|x|4|1\nOffer|5|6|1|-2|0"

    assert [fault.partition(":")[0] for fault in faults(text)] == [
        "row 2, column BAME",
        "row 3, column D",
        "row 3",
        "row 4, column Female",
        "row 4, column BAME",
    ]


@given(
    st.integers(0, 2),
    st.integers(1, 5),
    st.sampled_from(["", "x", "-1", "2.5", "10%", "[c]", "1e3", "*"]),
)
def test_no_damaged_cell_is_read(row: int, column: int, damage: str) -> None:
    rows = [["Applied", "100", "20", "5", "40", "3"], ["Sift failed", "50", "9", "2", "20", "1"]]
    rows.append(["Telephone interview", "50", "11", "3", "20", "2"])
    rows[row][column] = damage

    found = faults("\n".join((HEADINGS, *map("|".join, rows))))

    assert found[0].startswith(f"row {row + 2}")


def test_a_second_row_of_percentages_is_a_fault() -> None:
    shares = "% of total||20%|5%|40%|3%"

    assert faults(f"{HEADINGS}\nApplied|100|20|5|40|3\n{shares}\n{shares}") == [
        "row 4: a second row of percentages stands under one of counts"
    ]


def test_only_one_category_of_a_characteristic_can_be_the_rest() -> None:
    assert faults("|Total|Indian|Roma|Blank\nApplied|100|20|5|4") == [
        (
            "row 1: no columns count Pakistani, Bangladeshi, Chinese and 14 more of ethnic_group, "
            "and only one category can be the rest"
        )
    ]


def test_tables_of_one_source_must_leave_the_same_category_to_the_rest() -> None:
    text = "|Total|BAME|Blank\nApplied|100|20|5\n|Total|BAME|White\nOffer|10|2|7"

    assert faults(text) == ["row 3: ethnicity is counted in other columns than in the table above"]


def test_figures_above_the_headings_are_a_fault() -> None:
    assert faults(f"Applied|100|20|5|40|3\n{HEADINGS}\nSift failed|50|9|2|20|1") == [
        "row 1: figures stand above the headings"
    ]


def test_a_label_with_words_for_counts_is_a_fault() -> None:
    found = faults(f"{HEADINGS}\nOffer|none\n{KNOWN}")

    assert found[0].startswith("row 2, column Total: “none” says that there is no figure")


def test_a_stage_whose_counts_are_missing_is_named_before_the_next() -> None:
    text = f"{HEADINGS}\nApplied|100|20|5|40|3\nTelephone interview\nOffer|5|1|1|2|0"

    assert faults(text) == ["row 3: “Telephone interview” has no counts"]


def test_headings_without_rows_are_a_fault() -> None:
    assert faults(HEADINGS) == ["own.csv: there are headings and no rows under them"]


def test_a_second_table_without_totals_is_a_fault() -> None:
    text = f"{HEADINGS}\nApplied|100|20|5|40|3\n|BAME|Blank|Female|Blank\nOffer|2|1|4|1"

    assert "row 3: no column has the totals; head it “Total”" in faults(text)


PEOPLE = (
    "Name|Total|BAME|Blank|Female|Canary Two",
    "Canary One|54|1|x|Canary Three|7",
    "Canary Four|54|55|0|0|canary@example.org",
    "Canary Five, failed|5|5|5|1987-11-23|Canary",
)


def test_a_list_of_people_that_looks_like_a_table_is_told_without_a_word_of_it() -> None:
    told = faults("\n".join(PEOPLE))

    assert told[:3] == [
        (
            "row 1, column F: the heading text of 10 characters is not known; explain it in the "
            "mapping under [headings], or list it in [columns] as ignored"
        ),
        "row 1: no column has those who did not state sex; head it “Blank” beside the group",
        (
            "row 2, column D: text of 1 character says that there is no figure; a count is "
            "needed, 0 for nobody"
        ),
    ]
    assert not any("anary" in each or "54" in each or "1987" in each for each in told)


def test_people_below_a_table_of_stages_are_told_without_a_word_of_them() -> None:
    told = faults("\n".join((f"{HEADINGS}\nApplied|100|20|5|40|3\n{KNOWN}", *PEOPLE)))

    assert any("text of 10 characters" in each for each in told)
    assert not any("anary" in each or "54" in each or "1987" in each for each in told)
