import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analytics.checks.wholes import checked_headcounts, checked_people

WHOLE = ("unit", "as_at")
KINDS = {"all": ["part"], "sex": ["group", "comparator"], "ethnicity": ["group", "group", "group"]}
KINDS |= {"area": ["part", "part"], "age": ["part", "not stated"]}


def _rows(counted: dict[str, list[int | None]], unit: str = "Force") -> pl.DataFrame:
    return pl.DataFrame(
        [
            {"unit": unit, "as_at": 2025, "characteristic": name, "kind": kind, "people": people}
            for name, each in counted.items()
            for kind, people in zip(KINDS[name], each, strict=False)
        ],
        schema_overrides={"people": pl.Int64},
    )


@pytest.mark.parametrize(
    ("counted", "apart"),
    [
        ({"sex": [40, 60], "area": [30, 70]}, []),
        ({"sex": [40, 60], "area": [30, 75]}, [(["sex", "area"], [100, 105])]),
        ({"all": [120], "sex": [40, 60]}, [(["all", "sex"], [120, 100])]),
        (
            {"all": [100], "sex": [40, 60], "area": [30, 71]},
            [(["all", "sex", "area"], [100, 100, 101])],
        ),
        # What does not count everybody, or not all of whom are known, may be fewer.
        ({"all": [120], "sex": [40], "ethnicity": [5, 6, 7], "age": [50, 9]}, []),
        ({"all": [120], "area": [0, None], "sex": [None, None]}, []),
        ({"sex": [40, 60], "area": [30, None]}, []),
    ],
)
def test_characteristics_that_count_everybody_count_the_same_people(
    counted: dict[str, list[int | None]], apart: list[object]
) -> None:
    found = checked_headcounts(_rows(counted), WHOLE)
    assert found.apart.select("characteristic", "people").rows() == apart
    assert found.more.is_empty()


@pytest.mark.parametrize(
    ("counted", "more"),
    [
        ({"all": [39], "sex": [40]}, [("sex", 40, 39)]),
        ({"all": [40], "sex": [40]}, []),
        ({"area": [30, 9], "sex": [40]}, [("sex", 40, 39)]),
        ({"ethnicity": [30, 9], "sex": [40]}, []),
    ],
)
def test_a_part_is_no_more_people_than_everybody(
    counted: dict[str, list[int | None]], more: list[object]
) -> None:
    found = checked_headcounts(_rows(counted), WHOLE)
    assert found.more.select("characteristic", "people", "everybody").rows() == more
    assert found.apart.is_empty()


@pytest.mark.parametrize(("women", "more"), [(6, []), (8, [("sex", 11, 10)])])
def test_of_a_population_a_characteristic_may_count_fewer_people(
    women: int, more: list[object]
) -> None:
    rows = _rows({"all": [10], "sex": [women, 3], "ethnicity": [2]})
    found = checked_people(rows, WHOLE)
    assert found.more.select("characteristic", "people", "everybody").rows() == more
    assert (found.apart.height, found.looked_at) == (0, 2)


def test_wholes_are_told_apart_and_each_comparison_counted() -> None:
    force = _rows({"all": [100], "sex": [40, 60], "area": [30, 70], "age": [50]})
    other = _rows({"all": [90], "sex": [40, 60], "ethnicity": [1]}, unit="Other")
    found = checked_headcounts(pl.concat([force, other]), WHOLE)
    assert found.apart["unit"].to_list() == ["Other"]
    assert found.looked_at == 5


@given(
    people=st.lists(st.tuples(st.integers(0, 1), st.integers(0, 1)), max_size=20),
    miscounted=st.booleans(),
)
def test_the_same_people_fit_however_they_are_counted_and_one_more_does_not(
    people: list[tuple[int, int]], *, miscounted: bool
) -> None:
    sex, area = ([sum(row[at] == each for row in people) for each in (0, 1)] for at in (0, 1))
    area[1] += miscounted
    found = checked_headcounts(_rows({"all": [len(people)], "sex": [*sex], "area": [*area]}), WHOLE)
    assert found.apart.height == miscounted
