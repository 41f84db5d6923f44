import datetime as dt

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analytics.community_shares import COLUMNS, as_shares, mixed_shares, nearest_shares

JUNE, LATER = dt.date(2020, 6, 15), dt.date(2024, 1, 1)
SCHEMA = ["area", "as_at", "characteristic", "category", "kind", "share_pct", "quality"]


def _populations(*rows: tuple[object, ...]) -> pl.DataFrame:
    cited = [pl.lit("Report").alias("document"), pl.lit("r, paragraph 6").alias("source")]
    uncounted = pl.lit(None, dtype=pl.Int64).alias("people")
    return pl.DataFrame(rows, schema=SCHEMA, orient="row").with_columns(uncounted, *cited)


def _counted(*categories: tuple[str, str, str, int]) -> list[float | None]:
    """Return the shares that numbers of people alone give, of one area on one date."""
    rows = [("City", JUNE, *each[:3], None, None) for each in categories]
    people = pl.Series("people", [each[3] for each in categories])
    return as_shares(_populations(*rows).with_columns(people))["share_pct"].to_list()


BAME, WHITE = ("ethnicity", "BAME", "group", 300), ("ethnicity", "White", "comparator", 900)


def test_people_are_a_share_of_everybody_in_the_area() -> None:
    assert _counted(BAME, ("all", "All", "part", 1500)) == [20.0, 100.0]
    assert _counted(BAME, WHITE, ("all", "All", "part", 1500)) == [20.0, 60.0, 100.0]


def test_people_are_a_share_of_all_categories_where_others_are_counted() -> None:
    assert _counted(BAME, WHITE) == [25.0, 75.0]
    assert _counted(("age", "Under 26", "group", 3), ("age", "26+", "part", 7)) == [30.0, 70.0]


def test_people_without_a_total_have_no_share() -> None:
    assert _counted(BAME) == [None]
    assert _counted(BAME, ("all", "All", "part", 200)) == [None, 100.0]


def _bame(
    area: str, as_at: dt.date, pct: float | None, quality: str | None = None
) -> tuple[object, ...]:
    return (area, as_at, "ethnicity", "BAME", "group", pct, quality)


AREAS = _populations(
    _bame("City", JUNE, 55.0, "estimate"),
    _bame("City", LATER, 60.0),
    _bame("County", JUNE, 11.0, "estimate"),
    ("City", JUNE, "sex", "Female", "group", 50.0, None),
)


@pytest.mark.parametrize(
    ("as_at", "pct"),
    [
        (dt.date(2020, 5, 31), 55.0),
        (dt.date(2023, 1, 1), 60.0),
        (JUNE + (LATER - JUNE) / 2, 55.0),
        (dt.date(2022, 3, 25), 60.0),
    ],
)
def test_of_several_figures_the_nearest_in_date_counts(as_at: dt.date, pct: float) -> None:
    shares = nearest_shares(AREAS, as_at)
    assert shares.filter(area="City", group="BAME")["benchmark_pct"].to_list() == [pct]


def test_of_two_equally_near_the_later_counts() -> None:
    early, late = _bame("City", dt.date(2020, 1, 1), 1.0), _bame("City", dt.date(2020, 1, 3), 3.0)
    shares = nearest_shares(_populations(early, late), dt.date(2020, 1, 2))
    assert shares["benchmark_pct"].to_list() == [3.0]


def test_only_shares_of_groups_are_benchmarks() -> None:
    others = _populations(
        ("City", JUNE, "ethnicity", "White", "comparator", 45.0, None),
        ("City", JUNE, "all", "All", "part", 100.0, None),
        _bame("County", JUNE, None),
    )
    assert nearest_shares(others, JUNE).rows() == []


def test_a_mix_weighs_its_areas_and_carries_what_is_known_of_them() -> None:
    mixed = mixed_shares(nearest_shares(AREAS, JUNE), {"City": 0.25, "County": 0.75})
    assert mixed.columns == COLUMNS
    where = "City 25%, County 75%"
    row = ("ethnicity", "BAME", where, 22.0, JUNE, "estimate", "Report", "r, paragraph 6")
    assert mixed.rows() == [row]


def test_a_characteristic_that_an_area_lacks_has_no_mix() -> None:
    mixed = mixed_shares(nearest_shares(AREAS, JUNE), {"City": 0.25, "County": 0.75})
    assert "sex" not in mixed["characteristic"].to_list()


def test_an_area_of_no_weight_need_have_no_figure() -> None:
    mixed = mixed_shares(nearest_shares(AREAS, JUNE), {"City": 1.0, "County": 0.0})
    assert mixed.select("group", "area", "benchmark_pct").rows() == [
        ("BAME", "City 100%", 55.0),
        ("Female", "City 100%", 50.0),
    ]


@given(st.floats(0.001, 0.999))
def test_a_mix_lies_between_its_areas(weight: float) -> None:
    shares = nearest_shares(AREAS, JUNE)
    mixed = mixed_shares(shares, {"City": weight, "County": 1 - weight})
    assert 11 <= mixed["benchmark_pct"].item() <= 55
