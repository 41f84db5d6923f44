import polars as pl
import pytest

from recruitment.errors import UsageError
from recruitment.studies.names import by_name, in_report_order, narrowed

ROWS = pl.DataFrame(
    {
        "unit": ["North", "North", "South"],
        "role": ["PCSO", None, "Officer"],
        "characteristic": ["sex", "ethnicity", "home_area"],
    }
)


def test_rows_are_narrowed_whatever_the_case() -> None:
    assert narrowed(ROWS, units=[" north "], characteristics=["SEX"]).rows() == [
        ("North", "PCSO", "sex")
    ]


def test_several_names_keep_the_rows_of_each() -> None:
    assert narrowed(ROWS, roles=["officer", "pcso"])["unit"].to_list() == ["North", "South"]


def test_nothing_named_keeps_every_row() -> None:
    assert narrowed(ROWS).equals(ROWS)


def test_a_role_is_looked_for_in_the_units_asked_about() -> None:
    with pytest.raises(UsageError) as refused:
        narrowed(ROWS, units=["South"], roles=["PCSO"])
    assert str(refused.value) == "there is no role 'PCSO'; known are Officer"


def test_known_characteristics_are_listed_as_in_the_report() -> None:
    with pytest.raises(UsageError) as refused:
        narrowed(ROWS, characteristics=["gender"])
    assert str(refused.value) == (
        "there is no characteristic 'gender'; known are ethnicity, sex, home_area"
    )


def test_the_order_of_what_the_report_lacks_stays() -> None:
    assert in_report_order(["b", "disability", "a"]) == ["disability", "b", "a"]


def test_a_name_with_a_space_is_quoted() -> None:
    with pytest.raises(UsageError) as refused:
        by_name("--headcount", {"": 5}, ["Police officer", "PCSO"], "role")
    assert str(refused.value) == (
        "--headcount needs the name of a role where there are several; write --headcount "
        "'Police officer=VALUE'"
    )


def test_nobody_to_forecast_takes_no_values() -> None:
    with pytest.raises(UsageError) as refused:
        by_name("--headcount", {"": 5}, [], "role")
    assert str(refused.value) == "--headcount: there is no role to give it to"
