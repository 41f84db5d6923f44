"""How far a group's share of a population is from its share of the community, and how sure."""

import numpy as np
import polars as pl

from analytics.binomial import ExactTest, binomial_test
from analytics.bisection import BoolArray
from analytics.detectable_benchmark import detectable_from_benchmark
from analytics.disparities import column, gap_in_points
from analytics.four_fifths import shortfall
from analytics.multiplicity import holm
from analytics.proportion import wilson
from analytics.risk_ratio import ratio_of_rates
from analytics.selection import FloatArray, IntArray, Selection

# Benchmarks and printed shares as parts of a whole number, so that nothing is divided twice.
WHOLE = 10**8


def benchmark_gaps(
    rows: pl.DataFrame, *, confidence_level: float = 0.95, families: int = 1
) -> pl.DataFrame:
    """Add what sets each share apart from the benchmark.

    Args:
        rows: With ``people_low people people_high out_of`` (counts; the first three differ where a
            printed share stands for several; null where none is known), ``printed_pct`` (the share
            as printed, or null) and ``benchmark_pct``, both 0-100.
        confidence_level: Of the intervals.
        families: Into how many equal parts, one below the other, ``rows`` fall; p-values are
            adjusted within each.

    Returns:
        ``rows`` with the group's share (as printed where it stands for several counts), the gap in
        percentage points, the representation index (1 is the community's share), and, where there
        is a count, the interval (Wilson, from that of the lowest to that of the highest count),
        p-values (the largest of any of the counts, so that a claim holds for all of them; adjusted
        by Holm), and ``people_short``: how many more of the group, the total
        unchanged, would make the benchmark share, for the nearest count, the highest
        (``people_short_low``) and the lowest (``people_short_high``). ``detectable_under_pp`` and
        ``detectable_over_pp`` are the smallest gaps the numbers could have shown. Null where not
        known.
    """
    counts = _counts(rows)
    known = counts["out_of"] > 0
    benchmark = _parts(rows["benchmark_pct"])
    share = _share(rows, counts, known)
    tested = _least_surprising(counts, benchmark)
    p_value = np.where(known, tested.p_value, np.nan)
    low, high = _interval(counts, confidence_level)
    seen = detectable_from_benchmark(
        counts["out_of"], benchmark.rate, confidence_level=confidence_level
    )
    if_known: dict[str, FloatArray] = {
        "low_pct": 100 * low,
        "high_pct": 100 * high,
        "p_value": p_value,
        "p_mid": tested.p_mid,
        "p_adjusted": holm(p_value.reshape(families, -1)).ravel(),
        "detectable_under_pp": 100 * seen.below,
        "detectable_over_pp": 100 * seen.above,
        "detectable_gap_pp": 100 * np.fmin(seen.below, seen.above),
        "people_short": _short(counts["people"], counts, benchmark),
        "people_short_low": _short(counts["people_high"], counts, benchmark),
        "people_short_high": _short(counts["people_low"], counts, benchmark),
    }
    return rows.with_columns(
        _percentage("representation_pct", share),
        column("gap_pp", gap_in_points(share, benchmark)),
        column("representation_index", ratio_of_rates(share, benchmark)),
        *(column(name, np.where(known, values, np.nan)) for name, values in if_known.items()),
    ).with_columns(pl.col("^people_short.*$").cast(pl.Int64))


def _short(people: IntArray, counts: dict[str, IntArray], benchmark: Selection) -> FloatArray:
    """Return how many more would make the benchmark share."""
    missing: FloatArray = shortfall(Selection(people, counts["out_of"]), benchmark).astype(float)
    return missing


def _counts(rows: pl.DataFrame) -> dict[str, IntArray]:
    """Return the counts, 0 where there is none."""
    names = ("people_low", "people", "people_high", "out_of")
    return {name: np.array(rows[name].fill_null(0).to_list(), dtype=np.int64) for name in names}


def _parts(percentages: pl.Series) -> Selection:
    """Return percentages as parts of ``WHOLE``, which keeps six decimals; nobody for null."""
    known = percentages.is_not_null().to_numpy()
    filled = np.array(percentages.fill_null(0).to_list(), dtype=np.float64)
    parts = np.rint(filled * (WHOLE // 100)).astype(np.int64)
    return Selection(parts, np.where(known, WHOLE, 0))


def _share(rows: pl.DataFrame, counts: dict[str, IntArray], known: BoolArray) -> Selection:
    """Return the count where it is the only one, and otherwise the share as printed."""
    printed = _parts(rows["printed_pct"])
    counted = known & (counts["people_low"] == counts["people_high"])
    return Selection(
        np.where(counted, counts["people"], printed.selected),
        np.where(counted, counts["out_of"], printed.total),
    )


def _percentage(name: str, share: Selection) -> pl.Series:
    with np.errstate(invalid="ignore"):
        return column(name, np.divide(100.0 * share.selected, share.total))


def _least_surprising(counts: dict[str, IntArray], benchmark: Selection) -> ExactTest:
    """Return the test of the count, of those possible, that the benchmark makes most probable.

    No other has a larger p-value: both p-values rise with the probability of the count, which
    rises up to the mode and falls from there.
    """
    mode = (counts["out_of"] + 1) * benchmark.selected // WHOLE
    nearest = np.clip(mode, counts["people_low"], counts["people_high"])
    return binomial_test(Selection(nearest, counts["out_of"]), benchmark.rate)


def _interval(counts: dict[str, IntArray], level: float) -> tuple[FloatArray, FloatArray]:
    low, high = (
        wilson(Selection(counts[end], counts["out_of"]), confidence_level=level)
        for end in ("people_low", "people_high")
    )
    return low.low, high.high
