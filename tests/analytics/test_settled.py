import polars as pl
from hypothesis import given

from analytics.settled import SETTLED_ONE_IN, last_settled
from tests.strategies import flows


def _oracle(flow: pl.DataFrame) -> int | None:
    """Walk through the stages as the rule is written."""
    last = None
    for order in range(2, flow["stage_order"].max() + 1):  # type: ignore[operator]
        earlier = flow.filter(stage_order=order - 1)
        if SETTLED_ONE_IN * earlier["pending"].sum() > earlier["entered"].sum():
            break
        if flow.filter(stage_order=order)["entered"].sum() > 0:
            last = order
    return last


@given(flows())
def test_the_last_settled_stage_is_the_rules(flow: pl.DataFrame) -> None:
    found = last_settled(flow)["stage_order"].to_list()
    assert found == [order for order in [_oracle(flow)] if order is not None]
