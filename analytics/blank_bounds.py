"""How far the blanks could move a gap in pass rates, and how few of them it would take."""

import numpy as np
import polars as pl

from analytics.blanks import Scenario, blank_scenarios, tipping_point
from analytics.disparities import column, gap_in_points, selection_of
from analytics.selection import FloatArray

KEYS = ["campaign", "stage", "stage_order", "characteristic", "group", "reference"]


def blank_bounds(pairs: pl.DataFrame) -> pl.DataFrame:
    """Return the gap under each way of sharing out those who did not state an answer.

    Args:
        pairs: The rows of ``pass_rates.compared``, Not stated in neither side.

    Returns:
        One row per pair. ``blanks`` is the people who passed or failed without stating. Gaps are
        in percentage points, null where a side is empty: with all blanks in the group, with all in
        the reference, and the lowest and highest that any sharing out gives.
        ``tipping_direction`` is the fewest blanks that, in the group, would close the gap,
        ``tipping_significance`` the fewest that would carry Fisher's p-value across 0.05; null
        where there are not enough.
    """
    group, reference = selection_of(pairs, ""), selection_of(pairs, "reference_")
    blanks = selection_of(pairs, "blank_")
    gaps = {case.name: _gap(case) for case in blank_scenarios(group, reference, blanks)}
    tip = tipping_point(group, reference, blanks)
    return pairs.select(KEYS).with_columns(
        pl.Series("blanks", blanks.total.tolist(), dtype=pl.Int64),
        column("gap_pp", gaps["stated"]),
        column("all_in_group_gap_pp", gaps["all in group"]),
        column("all_in_reference_gap_pp", gaps["all in reference"]),
        column("lowest_gap_pp", gaps["lowest for group"]),
        column("highest_gap_pp", gaps["highest for group"]),
        column("tipping_direction", tip.direction).cast(pl.Int64),
        column("tipping_significance", tip.significance).cast(pl.Int64),
    )


def _gap(case: Scenario) -> FloatArray:
    known = (case.group.total > 0) & (case.reference.total > 0)
    return np.where(known, gap_in_points(case.group, case.reference), np.nan)
