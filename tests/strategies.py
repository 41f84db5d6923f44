"""Campaigns made by hypothesis: people enter, and at each stage fail, wait or go on."""

import polars as pl
from hypothesis import strategies as st

CATEGORIES = {"BAME": "group", "White": "comparator", "Not stated": "not stated"}


@st.composite
def flows(draw: st.DrawFn, *, min_stages: int = 1, max_stages: int = 5) -> pl.DataFrame:
    """Return the rows that ``queries.stage_flow`` would give for one consistent campaign."""
    stages = draw(st.integers(min_stages, max_stages))
    rows = [row for name in CATEGORIES for row in _journey(draw, name, stages)]
    people = ["entered", "passed", "failed", "pending", "withdrawn", "entered_next"]
    typed = pl.DataFrame(rows, schema_overrides=dict.fromkeys(people, pl.Int64))
    return typed.sort("stage_order", maintain_order=True)


def _journey(draw: st.DrawFn, category: str, stages: int) -> list[dict[str, object]]:
    entered = draw(st.integers(0, 400))
    rows = []
    for order in range(1, stages + 1):
        failed = draw(st.integers(0, entered))
        pending = draw(st.integers(0, entered - failed))
        passed = entered - failed - pending
        last = order == stages
        rows.append(
            {
                "campaign": "C1",
                "stage": f"Stage {order}",
                "stage_order": order,
                "characteristic": "ethnicity",
                "category": category,
                "kind": CATEGORIES[category],
                "entered": entered,
                "passed": None if last else passed,
                "failed": None if last else failed,
                "pending": None if last else pending,
                "withdrawn": None,
                "entered_next": None if last else passed,
            }
        )
        entered = passed
    return rows
