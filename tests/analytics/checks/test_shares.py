import polars as pl
import pytest

from analytics.checks.shares import compared, over_the_whole

WHOLE = ("area",)


def _rows(*shares: float | None) -> pl.DataFrame:
    row = {"area": "City", "characteristic": "sex"}
    return pl.DataFrame(
        [row | {"share_pct": share} for share in shares], schema_overrides={"share_pct": pl.Float64}
    )


@pytest.mark.parametrize(
    ("shares", "found"),
    [((71, 29), []), ((71.4, 29.5), []), ((71, 31), [102.0]), ((50, 40, 13), [103.0])],
)
def test_shares_over_100_beyond_rounding_are_named(
    shares: tuple[float, ...], found: list[float]
) -> None:
    assert over_the_whole(_rows(*shares), WHOLE)["share_pct"].to_list() == found


@pytest.mark.parametrize(("shares", "number"), [((71, None), 1), ((None, None), 0)])
def test_what_has_no_share_is_not_looked_at(shares: tuple[float | None, ...], number: int) -> None:
    assert compared(_rows(*shares), WHOLE) == number
