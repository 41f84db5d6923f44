"""How the joiners of a group compare with its leavers, in numbers and in make-up."""

import numpy as np
import polars as pl

from analytics.detectable import detectable_gap
from analytics.disparities import column
from analytics.fisher import fisher_exact
from analytics.multiplicity import holm
from analytics.odds_ratio import odds_ratio
from analytics.pass_rates import Blank
from analytics.selection import FloatArray, IntArray, Selection


def joiner_leaver(
    rows: pl.DataFrame, *, blank: Blank = "include", confidence_level: float = 0.95
) -> pl.DataFrame:
    """Add what joiners and leavers say about each other.

    Args:
        rows: Those of ``movements.joiners_and_leavers``.
        blank: Whether Not stated counts in the denominators of the shares.
        confidence_level: Of the interval of the odds ratio.

    Returns:
        ``rows`` with ``net_change`` (joiners less leavers), ``joiner_leaver_ratio`` (joiners over
        leavers: 1 replaced, 0 nobody joined, null nobody left), ``joiner_share_pct`` and
        ``leaver_share_pct`` (null where nobody joined, or left), ``share_gap_pp`` (the first less
        the second), and, Not stated apart: ``odds_ratio`` (odds that a leaver is of the group
        over the odds that a joiner is; below 1 the group is rarer among leavers; null where it
        does not exist or is endless) with its interval, Fisher's exact test of the same two by
        two table, Holm's p over all rows, and ``detectable_gap_pp``, the smallest gap between the
        two shares that the numbers could have shown. All that compares is null where one side of
        the table is empty.
    """
    joined, left = sides(rows, "joiners"), sides(rows, "leavers")
    known = (joined.total > 0) & (left.total > 0)
    some, everybody = joined.selected + left.selected, joined.total + left.total
    known &= (some > 0) & (some < everybody)
    exact = fisher_exact(left, joined)
    p_value = np.where(known, exact.p_value, np.nan)
    odds = odds_ratio(left, joined, confidence_level=confidence_level)
    seen = detectable_gap(left.total, joined.total, joined.rate, confidence_level=confidence_level)
    compared = {
        "odds_ratio": odds.value,
        "odds_ratio_low": odds.low,
        "odds_ratio_high": odds.high,
        "p_value": p_value,
        "p_mid": exact.p_mid,
        "p_adjusted": holm(p_value),
        "detectable_gap_pp": 100 * np.fmin(seen.below, seen.above),
    }
    return rows.with_columns(
        (pl.col("joiners") - pl.col("leavers")).alias("net_change"),
        *(column(name, values) for name, values in _shares(rows, blank).items()),
        *(column(name, np.where(known, each, np.nan)) for name, each in compared.items()),
    )


def sides(rows: pl.DataFrame, moved: str) -> Selection:
    """Return the group's ``joiners`` or ``leavers`` out of all who stated an answer."""
    group, reference = counts(rows, moved), counts(rows, f"reference_{moved}")
    return Selection(group, group + reference)


def of_everybody(rows: pl.DataFrame, moved: str, blank: Blank) -> Selection:
    """Return the group's ``joiners`` or ``leavers`` out of all, Not stated counted or left out."""
    everybody = counts(rows, f"all_{moved}")
    left_out = 0 if blank == "include" else counts(rows, f"not_stated_{moved}")
    return Selection(counts(rows, moved), everybody - left_out)


def counts(rows: pl.DataFrame, name: str) -> IntArray:
    """Return one column of people."""
    return np.array(rows[name].to_list(), dtype=np.int64)


def _shares(rows: pl.DataFrame, blank: Blank) -> dict[str, FloatArray]:
    """Return shares and their gap in percent, each divided once, so that half-up rounds right."""
    joined, left = (of_everybody(rows, moved, blank) for moved in ("joiners", "leavers"))
    above = joined.selected * left.total - left.selected * joined.total
    with np.errstate(divide="ignore", invalid="ignore"):
        return {
            "joiner_leaver_ratio": joined.selected / left.selected,
            "joiner_share_pct": 100.0 * joined.selected / joined.total,
            "leaver_share_pct": 100.0 * left.selected / left.total,
            "share_gap_pp": 100.0 * above / (joined.total * left.total),
        }
