import polars as pl
from hypothesis import given

from analytics.common_overall import common_ends, common_outcomes
from analytics.pass_rates import OVERALL, outcomes
from tests.analytics.campaigns import flow
from tests.strategies import flows

LONG = flow("C1", ("Sift", 100, 20, 0), ("Test", 80, 30, 0), ("Offer", 50, 5, 0))
SHORT = flow("C2", ("Sift", 60, 10, 2), ("Test", 48, 8, 20), ("Offer", 20, 1, 0))


def _overall(rows: pl.DataFrame) -> list[tuple[object, ...]]:
    own = rows.filter(stage=OVERALL, category="Female").sort("campaign")
    return own.select("campaign", "passed", "failed", "pending").rows()


def test_overall_ends_at_the_last_stage_settled_in_every_campaign() -> None:
    both = pl.concat([LONG, SHORT])
    assert common_ends(both).rows() == [("sex", "Test")]
    assert _overall(common_outcomes(both)) == [("C1", 80, 20, 0), ("C2", 48, 10, 2)]


def test_a_campaign_with_applications_alone_has_no_say() -> None:
    both = pl.concat([LONG, flow("C2", ("Sift", 60, 0, 0))])
    assert common_ends(both).rows() == [("sex", "Offer")]
    assert _overall(common_outcomes(both)) == [("C1", 50, 50, 0)]


def test_campaigns_that_settled_no_stage_in_common_have_no_overall() -> None:
    both = pl.concat([LONG, flow("C2", ("Sift", 60, 10, 0), ("Medical", 50, 5, 0))])
    assert common_ends(both).is_empty()
    assert _overall(common_outcomes(both)) == []


def test_the_common_end_is_found_under_its_name_wherever_it_lies() -> None:
    other = flow("C2", ("Form", 90, 0, 0), ("Sift", 90, 10, 0), ("Test", 80, 5, 0))
    both = pl.concat([LONG, other])
    assert _overall(common_outcomes(both)) == [("C1", 80, 20, 0), ("C2", 80, 10, 0)]


@given(flows())
def test_one_campaign_has_the_outcomes_of_its_own(one: pl.DataFrame) -> None:
    ours = common_outcomes(one).drop("stage_order").sort("stage", "category")
    theirs = outcomes(one).drop("stage_order").sort("stage", "category")
    assert ours.equals(theirs)
