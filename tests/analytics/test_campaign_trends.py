import polars as pl
import pytest

from analytics.campaign_trends import campaign_trends
from analytics.selection import Selection
from analytics.trend import cochran_armitage
from tests.analytics.campaigns import pairs

CODES = ["C1", "C2", "C3", "C4"]
SIFT = pairs(
    ("C3", "Sift", 1, (61, 5, 1, 1)),
    ("C1", "Sift", 1, (150, 33, 1, 1)),
    ("C2", "Sift", 1, (137, 15, 1, 1)),
)
POOLS = pl.DataFrame(
    {
        "campaign": CODES,
        "characteristic": "sex",
        "stage": "Sift",
        "base": [546, 517, 170, 581],
        "group": "Female",
        "group_entered": [183, 152, 66, 259],
    }
)


def test_a_trend_follows_the_order_in_which_the_campaigns_opened() -> None:
    row = campaign_trends(SIFT, POOLS.clear(), CODES).row(0, named=True)
    assert (row["campaigns"], row["counts"]) == ("C1, C2, C3", "150/183, 137/152, 61/66")
    expected = cochran_armitage(Selection([150, 137, 61], [183, 152, 66]))
    assert row["z"] == pytest.approx(float(expected.z))
    assert row["p_trend"] == pytest.approx(float(expected.p_value))


def test_shares_of_applicants_come_first() -> None:
    rows = campaign_trends(SIFT, POOLS, CODES)
    assert rows.select("measure", "stage", "counts").rows() == [
        ("share of applicants", "Sift", "183/546, 152/517, 66/170, 259/581"),
        ("pass rate", "Sift", "150/183, 137/152, 61/66"),
    ]
    assert rows["p_adjusted"].to_list() == pytest.approx(
        [2 * rows["p_trend"][0], rows["p_trend"][1]]
    )


def test_two_campaigns_make_no_trend() -> None:
    two = SIFT.filter(pl.col("campaign") != "C3")
    assert campaign_trends(two, POOLS.head(2), CODES).is_empty()


def test_a_campaign_without_outcomes_does_not_count() -> None:
    empty = pairs(("C4", "Sift", 1, (0, 0, 3, 3)))
    with_it = campaign_trends(pl.concat([SIFT, empty]), POOLS.clear(), CODES)
    assert with_it.equals(campaign_trends(SIFT, POOLS.clear(), CODES))


def test_where_everybody_passes_there_is_nothing_to_test() -> None:
    rows = pairs(*((code, "Sift", 1, (9, 0, 5, 5)) for code in CODES))
    row = campaign_trends(rows, POOLS.clear(), CODES).row(0, named=True)
    assert row["counts"] == "9/9, 9/9, 9/9, 9/9"
    assert [row[name] for name in ("z", "p_trend", "p_adjusted", "detectable_change_pp")] == [
        None
    ] * 4
