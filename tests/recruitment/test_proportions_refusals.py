"""What ``proportions`` refuses, and what of one's own data it says is wrong."""

import duckdb
import pytest

from recruitment.errors import DataError, UsageError
from recruitment.studies.proportions import proportions


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"roles": ["ofcer"]}, "there is no role 'ofcer'; did you mean"),
        ({"units": ["Leics"]}, "there is no unit 'Leics'; known are Independent"),
        ({"characteristics": ["gender"]}, "there is no characteristic 'gender'"),
        ({"area": "Rutlnd"}, "there is no area 'Rutlnd'; did you mean Rutland?"),
        ({"weights": {"city": 0.5}}, "--weights add up to 0.5, not 1"),
        ({"weights": {"city": 1.5, "county": -0.5}}, "a weight is between 0 and 1, not 1.5"),
        ({"weights": {"cty": 1.0}}, "there is no area 'cty'; did you mean city?"),
        ({"weights": {"city": 0.5, "Leicester": 0.5}}, "--weights names Leicester twice"),
        ({"area": "city", "weights": {"city": 1.0}}, "--area and --weights exclude each other"),
        ({"headcounts": {"PCSO": 0}}, "--headcount PCSO=0: a headcount is a whole number above 0"),
        ({"headcounts": {"PCS": 9}}, "there is no role 'PCS'; did you mean PCSO?"),
        (
            {"headcounts": {"": 9}},
            "--headcount needs the name of a role where there are several; write",
        ),
        ({"headcounts": {"Employee": 9}}, "--headcount Employee: its headcount is known, 17;"),
        ({"corrected": True}, "--corrected has nothing to work on here; add --campaign CODE"),
        ({"campaigns": ["LE19"], "units": ["x"]}, "--unit has nothing to work on here; add"),
        ({"campaigns": ["LE19"], "roles": ["x"]}, "--role has nothing to work on here; add"),
        (
            {"campaigns": ["LE19"], "headcounts": {"x": 1}},
            "--headcount has nothing to work on here; add --workforce",
        ),
        ({"confidence_level": 95}, "--confidence-level is between 0 and 1, not 95"),
    ],
)
def test_what_there_is_not_is_refused(
    con: duckdb.DuckDBPyConnection, options: dict[str, object], message: str
) -> None:
    with pytest.raises(UsageError) as refused:
        proportions(con, **options)  # type: ignore[arg-type]
    assert message in str(refused.value)


def test_a_headcount_that_contradicts_the_share_is_refused(con: duckdb.DuckDBPyConnection) -> None:
    message = "PCSO, Disabled: 7% of 3 is no whole number of people; check --headcount"
    with pytest.raises(DataError, match=message):
        proportions(con, headcounts={"PCSO": 3})


def test_a_role_that_two_units_have_needs_the_unit(con: duckdb.DuckDBPyConnection) -> None:
    con.execute(
        "INSERT INTO workforce SELECT 'Other Police', as_at, role, characteristic, category, "
        "headcount, share_pct, source FROM workforce WHERE role = 'PCSO' AND share_pct IS NOT NULL"
    )
    message = "--headcount PCSO: Leicestershire Police and Other Police have that role; choose with"
    with pytest.raises(UsageError, match=message):
        proportions(con, headcounts={"PCSO": 188})


def test_a_recorded_headcount_that_contradicts_the_share_is_told(
    con: duckdb.DuckDBPyConnection,
) -> None:
    con.execute("UPDATE workforce SET headcount = 3 WHERE role = 'Employee' AND category = 'All'")
    found = proportions(con, roles=["Employee"], characteristics=["sex"])
    assert found.tables["rows"].select("people", "p_value", "reading").rows() == [
        (
            None,
            None,
            (
                "71% against 50.5%, +20.50 percentage points; not tested: the counts contradict "
                "each other."
            ),
        )
    ]
    assert (
        "Employee, Female: 71% as printed cannot be out of a headcount of 3, so it is not tested."
    ) in found.notes


def test_categories_that_do_not_add_up_to_the_headcount_are_told(
    con: duckdb.DuckDBPyConnection,
) -> None:
    con.execute(
        "UPDATE workforce SET headcount = 2 + length(category), share_pct = NULL "
        "WHERE role = 'Employee' AND characteristic = 'sex'"
    )
    found = proportions(con, roles=["Employee"], characteristics=["sex"])
    assert found.tables["rows"].select("people", "out_of").rows() == [(8, 14)]
    assert (
        "Employee, sex: the categories add up to 14, but the headcount is 17; the sum is used."
    ) in found.notes


def test_more_of_a_group_than_there_are_is_told(con: duckdb.DuckDBPyConnection) -> None:
    con.execute(
        "UPDATE workforce SET headcount = 40, share_pct = NULL "
        "WHERE role = 'Employee' AND category = 'BAME'"
    )
    found = proportions(con, roles=["Employee"], characteristics=["ethnicity"])
    assert (
        "Employee, BAME: 40 cannot be out of a headcount of 17, so it is not tested." in found.notes
    )
    assert found.tables["rows"]["representation_pct"].to_list() == [None]


def test_a_share_above_100_cannot_be_stored(con: duckdb.DuckDBPyConnection) -> None:
    with pytest.raises(duckdb.ConstraintException):
        con.execute("UPDATE workforce SET share_pct = 101 WHERE role = 'PCSO'")


def test_no_workforce_is_told(con: duckdb.DuckDBPyConnection) -> None:
    con.execute("DELETE FROM workforce")
    with pytest.raises(DataError, match="the warehouse has no workforce; import one, or name a"):
        proportions(con)


def test_no_community_figures_are_told(con: duckdb.DuckDBPyConnection) -> None:
    con.execute("DELETE FROM populations")
    with pytest.raises(DataError, match="there are no community figures to compare with"):
        proportions(con, campaigns=["LE19"])


def test_a_stage_that_nobody_entered_has_nothing_to_compare(con: duckdb.DuckDBPyConnection) -> None:
    con.execute("UPDATE stage_counts SET candidates = 0 WHERE campaign = 'DHEP'")
    found = proportions(con, campaigns=["DHEP"], characteristics=["sex"])
    assert found.tables["rows"].select("out_of", "representation_pct", "reading").rows() == [
        (0, None, "not compared: there is nobody to count, or no total.")
    ]


def test_headcounts_too_large_to_reckon_with_are_refused(con: duckdb.DuckDBPyConnection) -> None:
    insert = "INSERT INTO workforce VALUES ('U', '2020-03-31', 'PC', 'sex', ?, ?, NULL, 'x')"
    con.executemany(insert, [["Female", 9 * 10**18], ["Male", 9 * 10**18]])
    with pytest.raises(DataError) as refused:
        proportions(con)
    assert str(refused.value) == (
        "workforce: U, PC, sex Female: 9,000,000,000,000,000,000 people are too many to count "
        "with, at most 100,000,000; correct the row"
    )
