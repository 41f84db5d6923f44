import datetime as dt

import duckdb
import pytest

from recruitment.errors import DataError, UsageError
from recruitment.studies.benchmarks import benchmarks

JUNE = dt.date(2020, 6, 15)
LLR = "Leicester, Leicestershire and Rutland"
SHOWN = ["characteristic", "group", "area", "benchmark_pct", "quality"]
ELSEWHERE = [
    ("disability", "Disabled", LLR, 20.0, "estimated over"),
    ("sex", "Female", LLR, 50.5, None),
    ("sexual_orientation", "LGBT+", LLR, 10.0, "estimated"),
]


def test_without_an_area_the_one_with_the_most_figures_counts(
    con: duckdb.DuckDBPyConnection,
) -> None:
    rows = benchmarks(con, as_at=JUNE).select(SHOWN).rows()
    assert rows == [
        ELSEWHERE[0],
        ("ethnicity", "BAME", LLR, 25.0, "latest estimate"),
        *ELSEWHERE[1:],
    ]


@pytest.mark.parametrize("name", ["Leicester", "city", " CITY "])
def test_an_area_goes_by_either_name_and_lends_from_the_whole_what_it_lacks(
    con: duckdb.DuckDBPyConnection, name: str
) -> None:
    rows = benchmarks(con, as_at=JUNE, area=name).select(SHOWN).rows()
    assert rows == [("ethnicity", "BAME", "Leicester", 55.0, "latest estimate"), *ELSEWHERE]


def test_later_figures_are_compared_with_the_later_community(
    con: duckdb.DuckDBPyConnection,
) -> None:
    found = benchmarks(con, as_at=dt.date(2024, 3, 31), area="county").row(0, named=True)
    assert (found["benchmark_pct"], found["quality"]) == (13.0, "less than")
    assert found["benchmark_as_at"] == dt.date(2024, 1, 1)


def test_weights_give_the_mix_and_where_people_live(con: duckdb.DuckDBPyConnection) -> None:
    weights = {"city": 0.32, "county": 0.64, "Rutland": 0.04}
    rows = benchmarks(con, as_at=JUNE, weights=weights).select(SHOWN).rows()
    mix = "Leicester 32%, Leicestershire 64%, Rutland 4%"
    assert rows[0] == ("ethnicity", "BAME", mix, pytest.approx(24.76), "latest estimate")
    assert rows[1:4] == [
        ("home_area", "Leicester", mix, 32.0, "declared"),
        ("home_area", "Leicestershire", mix, 64.0, "declared"),
        ("home_area", "Rutland", mix, 4.0, "declared"),
    ]
    assert rows[4:] == ELSEWHERE


@pytest.mark.parametrize(
    ("weights", "message"),
    [
        ({"cit": 1.0}, "there is no area 'cit'; did you mean city?"),
        (
            {"city": 0.3, "county": 0.6},
            "--weights add up to 0.9, not 1: Leicester 30%, Leicestershire 60%",
        ),
        ({"city": 0.5, "Leicester": 0.5}, "--weights names Leicester twice; name each area once"),
        ({"city": -0.5, "county": 1.5}, "--weights city: a weight is between 0 and 1, not -0.5"),
        ({"city": float("nan")}, "--weights city: a weight is between 0 and 1, not nan"),
        ({}, "--weights add up to 0, not 1: none given"),
    ],
)
def test_weights_that_are_none_are_refused(
    con: duckdb.DuckDBPyConnection, weights: dict[str, float], message: str
) -> None:
    with pytest.raises(UsageError) as refused:
        benchmarks(con, as_at=JUNE, weights=weights)
    assert str(refused.value) == message


def test_an_unknown_area_is_refused(con: duckdb.DuckDBPyConnection) -> None:
    with pytest.raises(UsageError, match=r"^there is no area 'Rutlnd'; did you mean Rutland\?$"):
        benchmarks(con, as_at=JUNE, area="Rutlnd")


def test_area_and_weights_exclude_each_other(con: duckdb.DuckDBPyConnection) -> None:
    with pytest.raises(UsageError, match="--area and --weights exclude each other"):
        benchmarks(con, as_at=JUNE, area="city", weights={"city": 1.0})


def test_a_warehouse_without_communities_cannot_compare(con: duckdb.DuckDBPyConnection) -> None:
    con.execute("DELETE FROM populations")
    with pytest.raises(DataError) as refused:
        benchmarks(con, as_at=JUNE)
    assert (
        str(refused.value) == "there are no community figures to compare with; import populations"
    )


def test_areas_are_listed_as_they_are_spelt_with_semicolons(con: duckdb.DuckDBPyConnection) -> None:
    with pytest.raises(UsageError) as refused:
        benchmarks(con, as_at=JUNE, area="Wxyz")
    assert str(refused.value) == (
        "there is no area 'Wxyz'; known are Leicester; Leicester, Leicestershire and Rutland; "
        "Leicestershire; Rutland; city; county; llr"
    )


def test_numbers_of_people_alone_are_said_to_be_that(con: duckdb.DuckDBPyConnection) -> None:
    con.execute("UPDATE populations SET people = 10, share_pct = NULL")
    with pytest.raises(DataError) as refused:
        benchmarks(con, as_at=JUNE)
    assert str(refused.value) == (
        "the community figures give no share of any group: only numbers of people, not out of how "
        "many; import share_pct, or the people of everybody (all, All)"
    )
