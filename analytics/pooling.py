"""The gap in pass rates that several campaigns have in common, stage by stage."""

from collections.abc import Sequence

import numpy as np
import polars as pl

from analytics import exact_conditional, mantel_haenszel
from analytics.bisection import BoolArray
from analytics.campaign_strata import campaign_strata
from analytics.detectable_common_gap import detectable_common_gap
from analytics.difference import newcombe
from analytics.disparities import column
from analytics.homogeneity import breslow_day
from analytics.multiplicity import holm
from analytics.odds_ratio import odds_ratio
from analytics.pass_rates import OVERALL
from analytics.risk_ratio import relative_likelihood
from analytics.selection import Estimate, FloatArray, Selection

KEYS = ["stage", "characteristic", "group", "reference"]
COUNTS = ["passed", "failed", "reference_passed", "reference_failed"]


def pooled_gaps(
    pairs: pl.DataFrame, campaigns: Sequence[str], *, confidence_level: float = 0.95
) -> pl.DataFrame:
    """Put the campaigns together by Mantel and Haenszel, each with its own margins.

    A campaign in which nobody of the group, or nobody of the reference, has an outcome says nothing
    and is not among those counted, unless that is so in all of them.

    Args:
        pairs: The rows of ``pass_rates.compared``.
        campaigns: Their codes, in the order in which they are to be named.
        confidence_level: Of all intervals.

    Returns:
        One row per stage, characteristic and group, stages in order and ``Overall`` last:
        campaigns (text), people, ratios of the group to the reference, gaps in percentage points,
        and p-values; those ``_adjusted`` are Holm's over all rows. Where one campaign counts,
        intervals are those of its own table (Cornfield or Woolf, Katz or Koopman, Newcombe) and
        ``homogeneity_p`` is null. A statistic is null where it does not exist or is endless.
    """
    counted = _informative(pairs, campaigns)
    rows = _added_up(counted)
    strata = campaign_strata(counted, rows.select(KEYS), campaigns, COUNTS)
    group = Selection(strata["passed"], strata["passed"] + strata["failed"])
    reference = Selection(
        strata["reference_passed"], strata["reference_passed"] + strata["reference_failed"]
    )
    tables = ((group.total > 0) & (reference.total > 0)).sum(axis=-1)
    columns = _estimates(group, reference, confidence_level, several=tables > 1) | _tests(
        group, reference, confidence_level
    )
    known = {name: np.where(tables > 0, values, np.nan) for name, values in columns.items()}
    known["p_adjusted"] = holm(known["p_value"])
    known["homogeneity_p_adjusted"] = holm(known["homogeneity_p"])
    return rows.with_columns(column(name, values) for name, values in known.items())


def one_sided(pairs: pl.DataFrame) -> pl.DataFrame:
    """Return the pairs of which one side, or both, has nobody with an outcome."""
    return pairs.filter(~_both_sides())


def _both_sides() -> pl.Expr:
    ours, theirs = COUNTS[:2], COUNTS[2:]
    return (pl.sum_horizontal(ours) > 0) & (pl.sum_horizontal(theirs) > 0)


def _informative(pairs: pl.DataFrame, campaigns: Sequence[str]) -> pl.DataFrame:
    """Keep the tables that say something, or all where none does, in order of the campaigns."""
    return (
        pairs.filter(_both_sides() | ~_both_sides().any().over(KEYS))
        .with_columns(pl.col("campaign").cast(pl.Enum(campaigns)))
        .sort("campaign", maintain_order=True)
    )


def _added_up(counted: pl.DataFrame) -> pl.DataFrame:
    by_key = counted.group_by(KEYS, maintain_order=True).agg(
        pl.col("campaign").cast(pl.String).str.join(", ").alias("campaigns"),
        pl.col(COUNTS).sum(),
        pl.col("stage_order").min(),
    )
    last = pl.col("stage") == OVERALL
    return by_key.sort("characteristic", "group", last, "stage_order", maintain_order=True)


def _estimates(
    group: Selection, reference: Selection, confidence_level: float, *, several: BoolArray
) -> dict[str, FloatArray]:
    """Pool where several tables count; where one does, take what is best for one table."""
    ours, theirs = _sum(group), _sum(reference)
    level = confidence_level
    difference = mantel_haenszel.common_difference(group, reference, confidence_level=level)
    ratio = mantel_haenszel.common_risk_ratio(group, reference, confidence_level=level)
    pooled = {
        "odds_ratio": _common_odds(group, reference, level),
        "risk_ratio": ratio,
        "gap": _in_points(difference),
    }
    single = {
        "odds_ratio": odds_ratio(ours, theirs, confidence_level=level),
        "risk_ratio": relative_likelihood(ours, theirs, confidence_level=level),
        "gap": _in_points(newcombe(ours, theirs, confidence_level=level)),
    }
    return {
        f"{name}{suffix}{'_pp' if name == 'gap' else ''}": np.where(
            several, getattr(pooled[name], part), getattr(single[name], part)
        )
        for name in pooled
        for part, suffix in (("value", ""), ("low", "_low"), ("high", "_high"))
    }


def _in_points(difference: Estimate) -> Estimate:
    return Estimate(100 * difference.value, 100 * difference.low, 100 * difference.high)


def _common_odds(group: Selection, reference: Selection, confidence_level: float) -> Estimate:
    """Where an empty diagonal leaves Mantel and Haenszel without limits, take the exact ones."""
    common = mantel_haenszel.common_odds_ratio(group, reference, confidence_level=confidence_level)
    endless = ~(np.isfinite(common.high) & (common.low > 0))
    exact = exact_conditional.common_odds_ratio(
        Selection(group.selected[endless], group.total[endless]),
        Selection(reference.selected[endless], reference.total[endless]),
        confidence_level=confidence_level,
    )
    low, high = common.low.copy(), common.high.copy()
    low[endless], high[endless] = exact.low, exact.high
    return Estimate(common.value, low, high)


def _tests(
    group: Selection, reference: Selection, confidence_level: float
) -> dict[str, FloatArray]:
    exact = exact_conditional.common_odds_test(group, reference)
    seen = detectable_common_gap(group.total, reference, confidence_level=confidence_level)
    return {
        "p_value": exact.p_value,
        "p_mid": exact.p_mid,
        "homogeneity_p": breslow_day(group, reference).p_value,
        "detectable_gap_pp": 100 * np.fmin(seen.below, seen.above),
    }


def _sum(people: Selection) -> Selection:
    return Selection(people.selected.sum(axis=-1), people.total.sum(axis=-1))
