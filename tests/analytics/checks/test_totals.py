import polars as pl

from tests.analytics.checks.known import TOTALS, counted, known, told

NUMBERS = ("check", "rule", "stage", "outcome", "characteristic", "recorded", "expected", "against")
SEX = counted("sex", {"Sift": {"entered": [40, 60]}})
DISABILITY = counted("disability", {"Sift": {"entered": [9, 90]}})


def _printed(*people: int) -> pl.DataFrame:
    rows = [("C1", "Sift", "entered", each, f"row {each}") for each in people]
    return pl.DataFrame(rows, TOTALS, orient="row")


def test_a_characteristic_that_adds_up_to_other_people_is_named() -> None:
    counts = pl.concat([SEX, DISABILITY])
    assert told(known(counts), *NUMBERS) == [
        ("totals", "apart", "Sift", "entered", "disability", 99, 100, "sex")
    ]


def test_the_printed_total_decides_between_two() -> None:
    counts = pl.concat([DISABILITY, SEX])
    found = told(known(counts, totals=_printed(100)), *NUMBERS)
    assert found == [("totals", "apart", "Sift", "entered", "disability", 99, 100, "printed")]


def test_a_printed_total_that_all_the_others_contradict_is_what_is_wrong() -> None:
    two = pl.concat([SEX, SEX.with_columns(characteristic=pl.lit("disability"))])
    found = told(known(two, totals=_printed(101)), *NUMBERS, "place")
    assert found == [
        ("totals", "printed total", "Sift", "entered", "printed", 101, 100, "sex", "row 101")
    ]


def test_a_total_printed_for_a_stage_without_counts_is_left_alone() -> None:
    elsewhere = _printed(7).with_columns(stage=pl.lit("Offer"))
    assert told(known(SEX, totals=elsewhere), *NUMBERS) == []
