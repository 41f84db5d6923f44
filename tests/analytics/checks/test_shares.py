import polars as pl
import pytest

from analytics.checks.shares import compared, more_than_everybody, over_the_whole

WHOLE = ("area",)


def _rows(characteristic: str, *shares: float) -> pl.DataFrame:
    row = {"area": "City", "characteristic": characteristic, "people": None}
    return pl.DataFrame([row | {"share_pct": share} for share in shares]).cast({"people": pl.Int64})


@pytest.mark.parametrize(
    ("shares", "found"),
    [((71, 29), []), ((71.4, 29.5), []), ((71, 31), [102.0]), ((50, 40, 13), [103.0])],
)
def test_shares_over_100_beyond_rounding_are_named(
    shares: tuple[float, ...], found: list[float]
) -> None:
    assert over_the_whole(_rows("sex", *map(float, shares)), WHOLE)["share_pct"].to_list() == found


@pytest.mark.parametrize(("women", "found"), [(6, []), (8, [(11, 10)])])
def test_parts_of_more_people_than_there_are_are_named(
    women: int, found: list[tuple[int, int]]
) -> None:
    counted = {"all": [10], "sex": [women, 3], "ethnicity": [2]}
    rows = pl.DataFrame(
        [
            {"area": "City", "characteristic": name, "people": people, "share_pct": None}
            for name, each in counted.items()
            for people in each
        ],
        schema_overrides={"share_pct": pl.Float64},
    )
    assert more_than_everybody(rows, WHOLE).select("people", "everybody").rows() == found
    assert compared(rows, WHOLE) == (0, 2)
