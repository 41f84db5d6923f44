"""One-line readings of leaving rates: how many of those employed left in a year.

With a reference, the rules are those of ``readings``: evidence of a faster or slower rate once all
comparisons are allowed for, not settled where only p by itself is under 0.05, and else no evidence.
"""

from collections.abc import Mapping
from typing import Any

from analytics.rounding import half_up
from reports.cells import amount, p_text, percent
from reports.readings import ALPHA, by_itself
from reports.wording import compared_with

Row = Mapping[str, Any]


def rate_reading(row: Row) -> str:
    """Return what one leaving rate allows to be said."""
    rate = leaving_text(row)
    if row["p_adjusted"] is None:
        nobody = "; not compared, because nobody left" if row["reference"] else ""
        return f"{rate}{nobody}."
    beside = f"{rate}; {_reference_text(row)}"
    if row["p_adjusted"] < ALPHA:
        faster = "faster" if row["leaving_rate"] > row["reference_rate"] else "slower"
        adjusted = p_text(row["p_adjusted"])
        return f"evidence that they leave {faster}: {beside}; {_ratio(row)}, adjusted p {adjusted}."
    if row["p_value"] < ALPHA:
        return f"not settled: {beside}; {_ratio(row)}, {by_itself(row)}."
    return f"no evidence that they leave faster or slower: {beside}; {_ratio(row)}."


def leaving_text(row: Row) -> str:
    """Return how fast a group leaves, with its counts."""
    rate = percent(row["leaving_rate"])
    return f"{rate} in 100 left in a year ({_of_mean(row['leavers'], row['mean_headcount'], row)})"


def _reference_text(row: Row) -> str:
    rate, left = percent(row["reference_rate"]), row["reference_leavers"]
    who = compared_with(row["reference"])
    return f"of {who}, {rate} in 100 ({_of_mean(left, row['reference_headcount'], row)})"


def _of_mean(leavers: int, headcount: float, row: Row) -> str:
    years = half_up(row["years"], 1).removesuffix(".0")
    over = f" over {years} years" if row["years"] != 1 else ""
    return f"{leavers:,} of a mean of {amount(headcount)}{over}"


def _ratio(row: Row) -> str:
    low, high = row["rate_ratio_low"], row["rate_ratio_high"]
    if row["rate_ratio"] is None:
        return "no ratio, because nobody they are compared with left"
    ends = f" ({half_up(low, 2)} to {half_up(high, 2)})" if None not in {low, high} else ""
    return f"ratio {half_up(row['rate_ratio'], 2)}{ends}"
