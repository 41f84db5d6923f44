from typing import Any

import duckdb
import pytest

from recruitment.errors import DataError, UsageError
from recruitment.studies.retention import retention

ONE_PERIOD = (
    "--headcount is the mean in one period of one role; name one --period, and --unit or --role "
    "where there are several"
)


@pytest.mark.parametrize(
    ("asked", "message"),
    [
        (
            {"units": ["Leicester Police"]},
            "there is no unit 'Leicester Police'; did you mean Leicestershire Police?",
        ),
        (
            {"roles": ["police oficer"]},
            "there is no role 'police oficer'; did you mean Police officer?",
        ),
        (
            {"units": ["leicestershire police"], "roles": ["Independent custody visitor"]},
            "there is no role 'Independent custody visitor'; known are Police officer",
        ),
        ({"characteristics": ["gender"]}, "there is no characteristic 'gender'; known are "),
        ({"periods": ["2015-16"]}, "--period 2015-16 is not recorded"),
        ({"confidence_level": 95}, "--confidence-level is between 0 and 1, not 95"),
        ({"headcounts": {"BAME": 180}}, ONE_PERIOD),
        ({"headcounts": {"": 180}, "periods": ["2019-20"]}, ONE_PERIOD),
        ({"headcounts": {"": 180}, "roles": ["police officer"]}, ONE_PERIOD),
        (
            {"headcounts": {"BAMF": 180}, "roles": ["police officer"], "periods": ["2019-20"]},
            "--headcount: there is no group 'BAMF'; did you mean BAME?",
        ),
    ],
)
def test_what_there_is_not_is_refused(
    con: duckdb.DuckDBPyConnection, asked: dict[str, Any], message: str
) -> None:
    with pytest.raises(UsageError) as refused:
        retention(con, **asked)
    assert str(refused.value).startswith(message)


def test_a_warehouse_without_movements_is_refused(con: duckdb.DuckDBPyConnection) -> None:
    con.execute("DELETE FROM movements")
    with pytest.raises(DataError) as refused:
        retention(con)
    assert str(refused.value) == (
        "there are no joiners and leavers in the warehouse; fill movements first"
    )


ONE = {"roles": ["police officer"], "periods": ["2019-20"]}


@pytest.mark.parametrize(
    ("headcounts", "message"),
    [
        (
            {"": 1},
            (
                "--headcount All=1: 122 left in 2019-20, more in a year than twice that headcount; "
                "check the number"
            ),
        ),
        (
            {"": 2000, "BAME": 1500, "White": 600},
            "--headcount BAME=1,500 and White=600: more than everybody, 2,000; check the numbers",
        ),
        (
            {"Not stated": 5},
            (
                "--headcount Not stated=5: nothing is worked out for those who did not state; "
                "leave it out"
            ),
        ),
    ],
)
def test_headcounts_that_cannot_be_are_refused(
    con: duckdb.DuckDBPyConnection, headcounts: dict[str, float], message: str
) -> None:
    with pytest.raises(UsageError) as refused:
        retention(con, headcounts=headcounts, **ONE)  # type: ignore[arg-type]
    assert str(refused.value) == message


def test_more_leavers_than_people_in_a_year_are_warned_of(con: duckdb.DuckDBPyConnection) -> None:
    notes = retention(con, headcounts={"": 100}, **ONE).notes  # type: ignore[arg-type]
    assert (
        "Warning: Leicestershire Police, Police officer, 2019-20, everybody: 122 left of a mean "
        "headcount of 100, more than one each in a year; check both figures."
    ) in notes


def test_counts_too_large_to_reckon_with_are_refused(con: duckdb.DuckDBPyConnection) -> None:
    con.execute("UPDATE movements SET people = 9000000000000000000 WHERE category = 'BAME'")
    with pytest.raises(DataError) as refused:
        retention(con)
    assert str(refused.value) == (
        "movements: Leicestershire Police, Police officer, ethnicity BAME: "
        "9,000,000,000,000,000,000 people are too many to count with, at most 100,000,000; correct "
        "the row"
    )
