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
