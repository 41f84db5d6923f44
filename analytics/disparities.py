"""How far a group's pass rate is from its reference's, and how sure one can be."""

import numpy as np
import polars as pl

from analytics.detectable import detectable_gap
from analytics.difference import newcombe
from analytics.fisher import fisher_exact
from analytics.flip_count import flip_count
from analytics.four_fifths import adverse_impact_ratio, below_four_fifths, shortfall
from analytics.multiplicity import benjamini_hochberg, holm
from analytics.odds_ratio import sample_odds_ratio
from analytics.risk_ratio import ratio_of_rates, relative_likelihood
from analytics.selection import FloatArray, Selection


def disparities(
    pairs: pl.DataFrame, *, confidence_level: float = 0.95, screen: bool = False
) -> pl.DataFrame:
    """Add the statistics of section 6 of the design to each pair of a group and its reference.

    Args:
        pairs: The rows of ``pass_rates.compared``.
        confidence_level: Of all intervals.
        screen: Adjust p-values by Benjamini and Hochberg, which is for finding what to look into,
            instead of Holm, which is for claims.

    Returns:
        ``pairs`` with rates 0-1, gaps in percentage points, ratios of the group to the reference,
        and counts of people. A ratio is null where it does not exist or is endless; all that
        compares is null where nobody of one side passed or failed. ``detectable_gap_pp`` is the
        smallest gap in either direction that the numbers could have shown, null where none could.
    """
    group, reference = selection_of(pairs, ""), selection_of(pairs, "reference_")
    known = (group.total > 0) & (reference.total > 0)
    exact = fisher_exact(group, reference)
    p_value = np.where(known, exact.p_value, np.nan)
    gap = newcombe(group, reference, confidence_level=confidence_level)
    likelihood = relative_likelihood(group, reference, confidence_level=confidence_level)
    seen = detectable_gap(
        group.total, reference.total, reference.rate, confidence_level=confidence_level
    )
    columns: dict[str, FloatArray] = {
        "pass_rate": group.rate,
        "reference_pass_rate": reference.rate,
        "gap_pp": gap_in_points(group, reference),
        "gap_low_pp": 100 * gap.low,
        "gap_high_pp": 100 * gap.high,
        "relative_likelihood": likelihood.value,
        "relative_likelihood_low": likelihood.low,
        "relative_likelihood_high": likelihood.high,
        "rejection_ratio": ratio_of_rates(_rejections(group), _rejections(reference)),
        "odds_ratio": sample_odds_ratio(group, reference),
        "p_value": p_value,
        "p_mid": exact.p_mid,
        "p_adjusted": (benjamini_hochberg if screen else holm)(p_value),
        "adverse_impact_ratio": adverse_impact_ratio(group, reference),
        "shortfall": shortfall(group, reference).astype(float),
        "flip_count": flip_count(group, reference).astype(float),
        "detectable_gap_pp": 100 * np.fmin(seen.below, seen.above),
    }
    compared = {"pass_rate", "reference_pass_rate"}
    return pairs.with_columns(
        *(
            column(name, values if name in compared else np.where(known, values, np.nan))
            for name, values in columns.items()
        ),
        pl.Series("below_four_fifths", below_four_fifths(group, reference).tolist()),
    ).with_columns(pl.col("shortfall", "flip_count").cast(pl.Int64))


def selection_of(pairs: pl.DataFrame, prefix: str) -> Selection:
    """Return those who passed out of those who passed or failed, under a prefix of columns."""
    passed, failed = (pairs[f"{prefix}{each}"].to_numpy() for each in ("passed", "failed"))
    return Selection(passed, passed + failed)


def column(name: str, values: FloatArray) -> pl.Series:
    """Return a column in which what is not a finite number is null."""
    # By way of a list, because Polars loads numpy.ma for an array, which takes 20 ms.
    finite = np.where(np.isfinite(values), values, np.nan)
    return pl.Series(name, finite.tolist(), dtype=pl.Float64).fill_nan(None)


def _rejections(people: Selection) -> Selection:
    return Selection(people.rejected, people.total)


def gap_in_points(group: Selection, reference: Selection) -> FloatArray:
    """Return the difference of two rates in percentage points; NaN where a side is empty.

    Divided once, over the common denominator, so that rounding it half-up rounds the gap itself.
    """
    above = group.selected * reference.total - reference.selected * group.total
    with np.errstate(invalid="ignore"):
        gap: FloatArray = np.divide(100.0 * above, group.total * reference.total)
    return gap
