import polars as pl
import pytest

from analytics.applicant_pools import MOST_NAMED, applicants, pool_differences
from analytics.difference import newcombe
from analytics.fisher import fisher_exact
from analytics.selection import Selection

CODES = ["C1", "C2", "C3"]


def _pools(*counts: tuple[str, int, int]) -> pl.DataFrame:
    return pl.DataFrame(
        [
            {
                "campaign": campaign,
                "characteristic": "sex",
                "stage": "Sift",
                "base": base,
                "group": "Female",
                "group_entered": group,
            }
            for campaign, group, base in counts
        ]
    )


THREE = _pools(("C3", 30, 60), ("C1", 20, 100), ("C2", 10, 40))


def test_each_campaign_is_compared_with_all_before_it() -> None:
    rows = pool_differences(THREE, CODES)
    columns = ("campaign", "earlier_campaigns", "group_entered", "base")
    earlier = ("earlier_group_entered", "earlier_base")
    assert rows.select(*columns, *earlier).rows() == [
        ("C2", "C1", 10, 40, 20, 100),
        ("C3", "C1, C2", 30, 60, 30, 140),
    ]


def test_the_comparison_is_that_of_two_shares() -> None:
    row = pool_differences(THREE, CODES).row(1, named=True)
    now, before = Selection(30, 60), Selection(30, 140)
    gap = newcombe(now, before)
    assert row["difference_pp"] == pytest.approx(50 - 100 * 30 / 140)
    assert row["difference_low_pp"] == pytest.approx(100 * float(gap.low))
    assert row["p_value"] == pytest.approx(float(fisher_exact(now, before).p_value))


def test_holm_allows_for_all_rows() -> None:
    rows = pool_differences(THREE, CODES)
    assert rows["p_adjusted"][1] == pytest.approx(2 * rows["p_value"][1])


def test_a_pool_with_nobody_in_it_is_not_compared() -> None:
    row = pool_differences(_pools(("C1", 0, 0), ("C2", 10, 40)), CODES)
    assert row.select(pl.col(pl.Float64).is_null().all()).row(0) == (True,) * 9


def test_many_earlier_campaigns_are_named_by_the_first_and_the_last() -> None:
    codes = [f"C{place}" for place in range(MOST_NAMED + 2)]
    names = pool_differences(_pools(*((code, 1, 2) for code in codes)), codes)["earlier_campaigns"]
    assert names[0] == "C0"
    assert names[-2] == ", ".join(codes[:MOST_NAMED])
    assert names[-1] == "C0 to C100 (101 campaigns)"


def test_a_group_that_not_all_campaigns_count_is_compared_with_those_that_do() -> None:
    others = _pools(("C1", 5, 100), ("C3", 6, 60)).with_columns(group=pl.lit("Other"))
    rows = pool_differences(pl.concat([THREE, others]), CODES).filter(group="Other")
    assert rows.select("campaign", "earlier_campaigns", "earlier_base").rows() == [
        ("C3", "C1", 100)
    ]


def test_one_campaign_has_none_before_it() -> None:
    assert pool_differences(_pools(("C1", 3, 9)), CODES).is_empty()


@pytest.mark.parametrize(("blank", "base"), [("include", 100), ("exclude", 90)])
def test_not_stated_counts_among_applicants_or_not(blank: str, base: int) -> None:
    kinds = {"Female": ("group", 30), "Male": ("comparator", 60), "Not stated": ("not stated", 10)}
    flow = pl.DataFrame(
        [
            {
                "campaign": "C1",
                "stage": stage,
                "stage_order": order,
                "characteristic": "sex",
                "category": category,
                "kind": kind,
                "entered": entered // order,
            }
            for order, stage in enumerate(("Sift", "Test"), start=1)
            for category, (kind, entered) in kinds.items()
        ]
    )
    rows = applicants(flow, blank=blank)  # type: ignore[arg-type]
    assert rows.select("stage", "group", "group_entered", "base").rows() == [
        ("Sift", "Female", 30, base)
    ]
