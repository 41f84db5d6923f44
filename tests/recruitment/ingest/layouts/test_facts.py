import datetime as dt

import pytest

from recruitment.ingest.faults import SourceRefused
from recruitment.ingest.layouts.facts import (
    Facts,
    read_movements,
    read_populations,
    read_workforce,
)
from recruitment.ingest.mapping.defaults import default_mapping
from tests.recruitment.ingest.layouts.tables import source_of

WORKFORCE = "unit|as_at|role|characteristic|category|headcount|share_pct"
MOVEMENTS = "unit|role|period_start|period_end|direction|characteristic|category|people"
POPULATIONS = "area|as_at|characteristic|category|share_pct|people"


def workforce(*lines: str) -> Facts:
    return read_workforce(source_of("\n".join((WORKFORCE, *lines))), default_mapping())


def movements(*lines: str) -> Facts:
    return read_movements(source_of("\n".join((MOVEMENTS, *lines))), default_mapping())


def faults(*lines: str, headings: str = WORKFORCE) -> list[str]:
    readers = {WORKFORCE: read_workforce, MOVEMENTS: read_movements, POPULATIONS: read_populations}
    with pytest.raises(SourceRefused) as refused:
        readers[headings](source_of("\n".join((headings, *lines))), default_mapping())
    return [str(fault).removeprefix("own.csv, ") for fault in refused.value.faults]


def test_a_workforce_has_headcounts_or_shares_by_date_and_role() -> None:
    found = workforce("Force|31/03/2025|Officer|sex|F|1,040|", "Force|2025-03-31|Staff|sex|F||60%")

    assert found.rows.rows() == [
        ("Force", dt.date(2025, 3, 31), "Officer", "sex", "Female", 1040, None, "own.csv"),
        ("Force", dt.date(2025, 3, 31), "Staff", "sex", "Female", None, 60.0, "own.csv"),
    ]


def test_units_and_roles_told_apart_by_case_or_spaces_are_one_as_spelt_first() -> None:
    found = workforce(
        "The Force|2025-03-31|Officer|sex|F|10|", "the force |2025-03-31|OFFICER|sex|M|20|"
    )

    assert found.rows.select("unit", "role").rows() == [("The Force", "Officer")] * 2
    assert found.notes == (
        "“the force” was read as the unit “The Force”, as spelt first.",
        "“OFFICER” was read as the role “Officer”, as spelt first.",
    )


def test_a_count_is_the_same_twice_though_spelt_otherwise() -> None:
    (told,) = faults("Force|2025-03-31|Officer|sex|F|10|", "FORCE|2025-03-31|Of ficer|sex|F|11|")

    assert told == "row 3: counts the same people as row 2; delete one"


def test_movements_have_people_by_period_and_direction() -> None:
    found = movements("Force|Officer|2024-04-01|2025-03-31|Joiners|ethnicity|BME|12")

    assert found.rows.rows() == [
        (
            *("Force", "Officer", dt.date(2024, 4, 1), dt.date(2025, 3, 31)),
            *("joined", "ethnicity", "BAME", 12, "own.csv"),
        )
    ]


def test_populations_have_shares_or_people_of_areas() -> None:
    text = f"{POPULATIONS}|source\nLeicester|2021-03-21|all|All||368600|Census 2021"

    found = read_populations(source_of(text), default_mapping())

    assert found.rows.rows() == [
        ("Leicester", dt.date(2021, 3, 21), "all", "All", None, 368600, None, "Census 2021")
    ]


def test_groups_in_detail_are_summed_where_all_of_a_published_one_are_counted() -> None:
    whites = (
        "White British",
        "White Irish",
        "Gypsy or Irish Traveller",
        "Any other White background",
    )
    lines = [f"Force|2025-03-31|Officer|Ethnic group|{each}|10|" for each in (*whites, "Indian")]

    found = workforce(*lines).rows.filter(characteristic="ethnicity")

    assert found.select("category", "headcount").rows() == [("White", 40)]


def test_the_characteristics_counted_come_with_all_their_categories() -> None:
    found = workforce("Force|2025-03-31|Officer|sex|F|10|")

    assert [each.name for each in found.characteristics] == ["sex"]


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        (
            "Force|31/02/2025|Officer|sex|F|1|",
            (
                "row 2, column as_at: “31/02/2025” is a day that never was, or not in the order "
                "of day, month and year that a mapping declares under [dates]; day first without "
                "one"
            ),
        ),
        (
            "Force|2025-03-31|Officer|sex|F||0.6",
            "row 2, column share_pct: “0.6” may be a fraction or a percentage; write the sign",
        ),
        (
            "Force|2025-03-31|Officer|sex|F||101",
            "row 2, column share_pct: “101” is over 100%; a share of people is not",
        ),
        ("Force|2025-03-31|Officer|sex|F||", "row 2: neither headcount nor share_pct is given"),
        ("|2025-03-31|Officer|sex|F|1|", "row 2, column unit: an empty cell holds no text"),
    ],
)
def test_a_row_of_a_workforce_that_cannot_be_understood_is_named(line: str, fault: str) -> None:
    assert faults(line) == [fault]


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        (
            "Force|Officer|2024-04-01|2024-04-01|left|sex|F|1",
            (
                "row 2, column period_end: the period ends on 2024-04-01, which is not after its "
                "start on 2024-04-01"
            ),
        ),
        (
            "Force|Officer|2024-04-01|2025-03-31|lefft|sex|F|1",
            "row 2, column direction: “lefft” is no direction; did you mean left?",
        ),
        (
            "Force|Officer|2024-04-01|2025-03-31|left|sex|F|",
            "row 2, column people: an empty cell holds no count; write 0 for nobody",
        ),
    ],
)
def test_a_movement_that_cannot_be_understood_is_named(line: str, fault: str) -> None:
    assert faults(line, headings=MOVEMENTS) == [fault]


def test_the_same_people_twice_are_a_fault() -> None:
    line = "Force|2025-03-31|Officer|sex|{}|1|"

    assert faults(line.format("Female"), line.format("F")) == [
        "row 3: counts the same people as row 2; delete one"
    ]


def test_one_of_two_columns_is_needed() -> None:
    text = "area|as_at|characteristic|category\nLeicester|2021-03-21|all|All"

    with pytest.raises(SourceRefused, match="need the column share_pct or people; head it so"):
        read_populations(source_of(text), default_mapping())


def test_a_bare_number_is_a_date_by_the_system_of_its_workbook() -> None:
    text = f"{WORKFORCE}\nForce|45747|Officer|sex|F|1|"
    found = read_workforce(source_of(text, sheet="Staff"), default_mapping())

    assert found.rows["as_at"].to_list() == [dt.date(2025, 3, 31)]


def test_a_bare_number_in_text_is_no_date() -> None:
    assert faults("Force|45747|Officer|sex|F|1|") == [
        "row 2, column as_at: “45747” is a number, not a date; write it as 2025-03-31"
    ]


def test_a_category_that_is_not_known_suggests_the_nearest() -> None:
    assert faults("Force|2025-03-31|Officer|sex|Femal|1|") == [
        "row 2, column category: “Femal” is no category of sex; did you mean Female?"
    ]


OFFICERS = "Force|Officer|2024-04-01|2025-03-31"


def test_all_beside_a_characteristic_is_the_total_and_may_stand_beside_each() -> None:
    found = workforce(
        "Force|2025-03-31|Officer|ethnicity|All|2,200|",
        "Force|2025-03-31|Officer|ethnicity|BAME|190|",
        "Force|2025-03-31|Officer|sex|Total|2,200|",
    )
    assert found.rows.select("characteristic", "category", "headcount").rows() == [
        ("all", "All", 2200),
        ("ethnicity", "BAME", 190),
    ]
    assert found.rows_read == 3


def test_two_totals_of_the_same_people_that_differ_are_a_fault() -> None:
    assert faults(
        "Force|2025-03-31|Officer|ethnicity|All|2,200|", "Force|2025-03-31|Officer|sex|All|2,201|"
    ) == ["row 3: counts the same people as row 2; delete one"]


def test_who_joined_beside_a_group_is_the_rest_of_the_total_period_by_period() -> None:
    found = movements(
        f"{OFFICERS}|joined|ethnicity|All|220",
        f"{OFFICERS}|joined|ethnicity|BAME|30",
        f"{OFFICERS}|joined|ethnicity|Not stated|4",
        f"{OFFICERS}|left|ethnicity|All|100",
        f"{OFFICERS}|left|ethnicity|Not stated|3",
        f"{OFFICERS}|dismissed|ethnicity|BAME|1",
        f"{OFFICERS}|dismissed|ethnicity|White|2",
    )
    white = found.rows.filter(found.rows["category"] == "White")
    assert set(white.select("direction", "people").rows()) == {("joined", 186), ("dismissed", 2)}
    assert found.notes == ("Not given, and so the rest of each total: White.",)


def test_nobody_who_may_not_have_stated_is_taken_for_the_rest() -> None:
    rows = f"{OFFICERS}|joined|sex|All|220", f"{OFFICERS}|joined|sex|Female|90"
    [fault] = faults(*rows, headings=MOVEMENTS)
    assert fault.startswith("row 3: of these people it is not counted who did not state sex; add a")


def test_a_total_that_stands_twice_beside_nothing_is_a_fault() -> None:
    row = "Force|2025-03-31|Officer|all|All|2,200|"
    assert faults(row, row) == ["row 3: counts the same people as row 2; delete one"]


def test_more_of_a_group_than_joined_at_all_is_left_to_the_checks() -> None:
    found = movements(
        f"{OFFICERS}|joined|all|All|20",
        f"{OFFICERS}|joined|ethnicity|BAME|30",
        f"{OFFICERS}|joined|ethnicity|Not stated|0",
    )
    assert found.rows["category"].to_list() == ["All", "BAME", "Not stated"]
    assert found.notes == ()
