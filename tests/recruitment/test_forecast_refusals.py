from typing import Any

import duckdb
import pytest

from recruitment.errors import DataError, UsageError
from recruitment.studies.forecast import forecast

OFFICERS = "nothing can be forecast: Police officer, BAME lacks"


@pytest.mark.parametrize(
    ("asked", "message"),
    [
        ({"futures": 99}, "--futures is between 100 and 50,000, not 99"),
        ({"futures": 1_000_000}, "--futures is between 100 and 50,000, not 1,000,000"),
        ({"years": 0}, "--years is between 1 and 100, not 0"),
        ({"years": 101}, "--years is between 1 and 100, not 101"),
        ({"seed": -1}, "--seed is a whole number from 0 up, not -1"),
        ({"confidence_level": 95}, "--confidence-level is between 0 and 1, not 95"),
        ({"by": 2020}, "--by 2020 is not after 2020, when the forecast starts"),
        (
            {"by": 2090},
            "--by 2090 is after 2070, where the forecast ends; add --years 70",
        ),
        (
            {"by": 99999},
            (
                "--by 99999 is more than 100 years after 2020, when the forecast starts; write "
                "2120 or earlier"
            ),
        ),
        (
            {"roles": ["Police oficer"]},
            "there is no role 'Police oficer'; did you mean Police officer?",
        ),
        (
            {"characteristics": ["sx"]},
            "there is no characteristic 'sx'; did you mean sex?",
        ),
        (
            {"joiner_shares": {"BMAE": 0.2}},
            "--joiner-share: there is no group 'BMAE'; did you mean BAME?",
        ),
        (
            {"joiner_shares": {"": 0.2}},
            (
                "--joiner-share needs the name of a group where there are several; write "
                "--joiner-share BAME=VALUE"
            ),
        ),
        (
            {"leaving_rates": {"others": 0.2}},
            "--leaving-rate: there is no group 'others'; known are BAME, Female, White, Male",
        ),
        (
            {"targets": {"": 0.2}},
            "--target needs the name of a group where there are several; write --target BAME=VALUE",
        ),
        (
            {"headcounts": {"PCSO": 200}},
            "--headcount: there is no role 'PCSO'; known are Police officer",
        ),
    ],
)
def test_what_is_not_there_is_refused(
    con: duckdb.DuckDBPyConnection, asked: dict[str, Any], message: str
) -> None:
    with pytest.raises(UsageError) as refused:
        forecast(con, **asked)
    assert str(refused.value) == message


def test_an_unknown_area_is_refused(con: duckdb.DuckDBPyConnection) -> None:
    with pytest.raises(UsageError, match="there is no area 'Leicster'"):
        forecast(con, area="Leicster")


def test_a_forecast_without_headcount_is_refused_with_what_to_do(
    con: duckdb.DuckDBPyConnection,
) -> None:
    con.execute("DELETE FROM workforce WHERE characteristic = 'all'")
    with pytest.raises(DataError) as refused:
        forecast(con, characteristics=["ethnicity"])
    assert str(refused.value) == (
        f"{OFFICERS} a headcount of everybody within a year; --headcount 'Police officer=N' gives "
        "one"
    )


def test_a_role_without_movements_is_refused(con: duckdb.DuckDBPyConnection) -> None:
    with pytest.raises(DataError) as refused:
        forecast(con, roles=["PCSO"], characteristics=["ethnicity"])
    assert str(refused.value) == "nothing can be forecast: PCSO, BAME lacks joiners and leavers"


def test_all_that_lack_something_are_named(con: duckdb.DuckDBPyConnection) -> None:
    with pytest.raises(DataError) as refused:
        forecast(con, characteristics=["disability"])
    assert str(refused.value) == (
        "nothing can be forecast: PCSO (Disabled), Police officer (Disabled), Police staff "
        "(Disabled), Special constable (Disabled) and Volunteer (Disabled) lack joiners and leavers"
    )


def test_a_count_at_the_end_of_time_is_refused(con: duckdb.DuckDBPyConnection) -> None:
    con.execute("UPDATE workforce SET as_at = '9999-12-31' WHERE category = 'BAME'")
    con.execute("UPDATE workforce SET headcount = 182, share_pct = NULL WHERE category = 'BAME'")
    con.execute(
        "INSERT INTO workforce SELECT * REPLACE ('White' AS category, 2089 AS headcount) "
        "FROM workforce WHERE category = 'BAME'"
    )
    with pytest.raises(DataError) as refused:
        forecast(con, characteristics=["ethnicity"])
    assert str(refused.value) == (
        "workforce: Leicestershire Police, Police officer, ethnicity BAME: 9999-12-31 is too late "
        "to look 50 years ahead; correct the date"
    )


def test_a_period_up_to_the_end_of_time_is_counted(con: duckdb.DuckDBPyConnection) -> None:
    con.execute("UPDATE movements SET period_end = '9999-12-31' WHERE period_start = '2019-04-01'")
    found = forecast(con, characteristics=["ethnicity"], futures=100)
    assert found.tables["rows"]["period"].to_list() == ["2019-04-01 to 9999-12-31"]


def test_a_group_that_nobody_is_counted_beside_is_refused(con: duckdb.DuckDBPyConnection) -> None:
    con.execute("DELETE FROM movements WHERE category <> 'BAME'")
    with pytest.raises(DataError) as refused:
        forecast(con, characteristics=["ethnicity"])
    assert str(refused.value) == (
        f"{OFFICERS} a count of everybody who joined and left, beside that of the group alone"
    )


def test_movements_without_a_workforce_are_refused(con: duckdb.DuckDBPyConnection) -> None:
    con.execute("DELETE FROM workforce")
    with pytest.raises(DataError) as refused:
        forecast(con)
    assert str(refused.value) == (
        "nothing can be forecast: Police officer (BAME and Female) lack a share or headcount in "
        "the workforce"
    )


def test_an_empty_warehouse_is_refused(con: duckdb.DuckDBPyConnection) -> None:
    con.execute("DELETE FROM workforce; DELETE FROM movements")
    with pytest.raises(DataError) as refused:
        forecast(con)
    assert str(refused.value) == (
        "there is no headcount or share of any group in the warehouse, so nothing can be forecast"
    )


def test_a_group_that_is_in_no_workforce_is_named(con: duckdb.DuckDBPyConnection) -> None:
    con.execute("DELETE FROM workforce WHERE category = 'BAME'")
    named_missing = "Not forecast for want of a share or headcount in the workforce: Police officer"
    assert f"{named_missing} (BAME)." in forecast(con, futures=100).notes
    assert not any(
        named_missing in note for note in forecast(con, characteristics=["sex"], futures=100).notes
    )


def test_a_group_larger_than_its_workforce_is_refused(con: duckdb.DuckDBPyConnection) -> None:
    con.execute("UPDATE workforce SET headcount = 5000 WHERE category = 'BAME'")
    with pytest.raises(DataError) as refused:
        forecast(con, characteristics=["ethnicity"])
    assert str(refused.value) == f"{OFFICERS} a headcount that its 5,000 people can be of"


def test_a_period_known_of_one_characteristic_leaves_the_other_out(
    con: duckdb.DuckDBPyConnection,
) -> None:
    con.execute(
        "DELETE FROM movements WHERE characteristic = 'sex' AND period_start = '2010-04-01'"
    )
    found = forecast(con, period="2010-20", futures=100)
    assert found.tables["rows"]["group"].to_list() == ["BAME"]
    assert "Not forecast for want of joiners and leavers of 2010-20: Police officer (Female)." in (
        found.notes
    )


def test_a_group_that_is_everybody_has_nobody_beside_it(con: duckdb.DuckDBPyConnection) -> None:
    con.execute("UPDATE workforce SET share_pct = 100 WHERE category = 'BAME'")
    con.execute("UPDATE movements SET people = 0 WHERE category IN ('White', 'Not stated')")
    with pytest.raises(DataError) as refused:
        forecast(con, characteristics=["ethnicity"])
    assert str(refused.value) == f"{OFFICERS} anybody outside the group"


def test_a_headcount_that_contradicts_the_share_is_refused(
    con: duckdb.DuckDBPyConnection,
) -> None:
    with pytest.raises(DataError) as refused:
        forecast(con, characteristics=["ethnicity"], headcounts={"": 3})
    assert str(refused.value) == f"{OFFICERS} a headcount that its share of 8% can be of"


def test_more_leavers_than_people_are_refused(con: duckdb.DuckDBPyConnection) -> None:
    with pytest.raises(DataError) as refused:
        forecast(con, characteristics=["ethnicity"], headcounts={"": 100})
    assert str(refused.value) == f"{OFFICERS} a headcount that so many leavers can be of"


def test_no_community_figures_are_refused_unless_a_target_is_given(
    con: duckdb.DuckDBPyConnection,
) -> None:
    con.execute("DELETE FROM populations")
    with pytest.raises(DataError, match="there are no community figures"):
        forecast(con)
    assert forecast(con, targets={"BAME": 0.1, "Female": 0.5}, futures=100).tables["rows"].height


def test_a_group_without_a_benchmark_is_named(con: duckdb.DuckDBPyConnection) -> None:
    con.execute("DELETE FROM populations WHERE characteristic = 'ethnicity'")
    found = forecast(con, futures=100)
    assert found.tables["rows"]["group"].to_list() == ["Female"]
    assert "Not forecast for want of a benchmark to arrive at: Police officer (BAME)." in (
        found.notes
    )


def test_a_group_of_nobody_has_no_leaving_rate_unless_one_is_given(
    con: duckdb.DuckDBPyConnection,
) -> None:
    con.execute("UPDATE workforce SET share_pct = 0 WHERE category = 'BAME'")
    con.execute("UPDATE movements SET people = 0 WHERE category = 'BAME' AND direction = 'left'")
    con.execute("UPDATE workforce SET headcount = 40 WHERE characteristic = 'all'")
    con.execute("UPDATE movements SET people = 2 WHERE category = 'White'")
    with pytest.raises(DataError) as refused:
        forecast(con, characteristics=["ethnicity"])
    assert str(refused.value) == (
        f"{OFFICERS} anybody who could leave; --leaving-rate BAME=5% would assume a rate"
    )
    given = forecast(con, characteristics=["ethnicity"], leaving_rates={"": 0.05}, futures=100)
    assert given.tables["rows"]["people"].to_list() == [0]
    assert given.tables["as_recorded"].is_empty()


def test_nobody_who_joined_gives_no_joiner_share(con: duckdb.DuckDBPyConnection) -> None:
    con.execute("UPDATE movements SET people = 0 WHERE direction = 'joined'")
    with pytest.raises(DataError) as refused:
        forecast(con, characteristics=["ethnicity"], intake=100)
    assert str(refused.value) == (
        f"{OFFICERS} anybody who joined; --joiner-share BAME=25% would assume a share"
    )


def test_an_unknown_period_lists_what_there_is(con: duckdb.DuckDBPyConnection) -> None:
    with pytest.raises(UsageError, match=r"--period 2014-15 is not recorded .*2010-20.*2019-20"):
        forecast(con, period="2014-15")
