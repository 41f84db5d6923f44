"""Whether the last period differs from those before it, periods inside others taken out first."""

from collections.abc import Iterator
from typing import Any

import numpy as np
import polars as pl

from analytics.detectable import detectable_gap
from analytics.difference import newcombe
from analytics.disparities import column
from analytics.fisher import fisher_exact
from analytics.homogeneity import breslow_day
from analytics.joiner_leaver import of_everybody, sides
from analytics.movements import COUNTS, SERIES
from analytics.multiplicity import holm
from analytics.odds_ratio import sample_odds_ratio
from analytics.pass_rates import Blank
from analytics.periods import Period, merged, taken_apart
from analytics.selection import FloatArray, Selection

EARLIER = "earlier_"
JOINERS, LEAVERS = "joiners", "leavers"
ODDS = "odds ratio"
KEYS = [*SERIES, "group", "reference", "earlier", "later"]
FIGURES = [
    "earlier_people",
    "earlier_out_of",
    "people",
    "out_of",
    "earlier_share_pct",
    "share_pct",
    "difference_pp",
    "difference_low_pp",
    "difference_high_pp",
    "earlier_odds_ratio",
    "odds_ratio",
    "p_value",
    "p_mid",
    "detectable_difference_pp",
]


def period_changes(
    rows: pl.DataFrame, *, blank: Blank = "include", confidence_level: float = 0.95
) -> pl.DataFrame:
    """Compare the last of the periods that have no common day with all earlier ones together.

    Args:
        rows: Those of ``movements.joiners_and_leavers``.
        blank: Whether Not stated counts in the denominators of the shares.
        confidence_level: Of the intervals (Newcombe).

    Returns:
        Three rows per unit, role, characteristic and group that has two such periods, by
        ``measure``. Of ``share of joiners`` and ``share of leavers``: in percent, earlier and
        later, its difference in percentage points, Fisher's exact test, and the smallest
        difference that the numbers could have shown. Of ``odds ratio``, Not stated
        apart: the odds ratio earlier and later, and the p-value of Breslow and Day's test with
        Tarone's correction that they are the same. ``p_adjusted`` is Holm's over all rows. What
        compares is null where a side is empty; what does not apply to a measure is null. Nothing
        is compared where a period that follows from others is not known, because these contradict
        each other.
    """
    pairs = _pairs(rows)
    measured = [
        _shares(pairs, JOINERS, blank, confidence_level),
        _shares(pairs, LEAVERS, blank, confidence_level),
        _odds(pairs),
    ]
    order = pl.int_range(pl.len()).alias("place")
    table = pl.concat([each.with_columns(order) for each in measured])
    table = table.sort("place", maintain_order=True).select("measure", *KEYS, *FIGURES)
    p_value = np.array(table["p_value"].fill_null(np.nan).to_list(), dtype=np.float64)
    return table.with_columns(column("p_adjusted", holm(p_value)))


def _pairs(rows: pl.DataFrame) -> pl.DataFrame:
    """Put the counts of the last period beside those of all before it, added up."""
    found = [
        pair
        for _, own in rows.group_by([*SERIES, "group"], maintain_order=True)
        for pair in _pair(own.to_dicts())
    ]
    numbers = [*(f"{EARLIER}{name}" for name in COUNTS), *COUNTS]
    schema = {**dict.fromkeys(KEYS, pl.String), **dict.fromkeys(numbers, pl.Int64)}
    return pl.DataFrame(found, schema=schema)


def _pair(own: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    by_period = {Period(row["period_start"], row["period_end"]): row for row in own}
    *before, last = taken_apart(by_period)
    if before and by_period.keys() >= {*before, last}:
        row = by_period[last]
        earlier = {
            f"{EARLIER}{name}": sum(by_period[each][name] for each in before) for name in COUNTS
        }
        names = {"earlier": ", ".join(map(str, merged(before))), "later": str(last)}
        yield row | earlier | names


def _shares(
    pairs: pl.DataFrame, measure: str, blank: Blank, confidence_level: float
) -> pl.DataFrame:
    now = of_everybody(pairs, measure, blank)
    then = of_everybody(_earlier(pairs), measure, blank)
    known = (now.total > 0) & (then.total > 0)
    exact = fisher_exact(now, then)
    gap = newcombe(now, then, confidence_level=confidence_level)
    seen = detectable_gap(now.total, then.total, then.rate, confidence_level=confidence_level)
    above = now.selected * then.total - then.selected * now.total
    compared = {
        # Divided once, so that rounding half-up is rounding the difference.
        "difference_pp": 100.0 * above / np.maximum(now.total * then.total, 1),
        "difference_low_pp": 100 * gap.low,
        "difference_high_pp": 100 * gap.high,
        "p_value": exact.p_value,
        "p_mid": exact.p_mid,
        "detectable_difference_pp": 100 * np.fmin(seen.below, seen.above),
    }
    return pairs.with_columns(
        pl.lit(f"share of {measure}").alias("measure"),
        *_people(then, EARLIER),
        *_people(now, ""),
        pl.lit(None, pl.Float64).alias("earlier_odds_ratio"),
        pl.lit(None, pl.Float64).alias("odds_ratio"),
        *(column(name, np.where(known, each, np.nan)) for name, each in compared.items()),
    ).select("measure", *KEYS, *FIGURES)


def _people(selected: Selection, prefix: str) -> list[pl.Series]:
    with np.errstate(divide="ignore", invalid="ignore"):
        share = 100.0 * selected.selected / selected.total
    return [
        pl.Series(f"{prefix}people", selected.selected.tolist(), dtype=pl.Int64),
        pl.Series(f"{prefix}out_of", selected.total.tolist(), dtype=pl.Int64),
        column(f"{prefix}share_pct", share),
    ]


def _odds(pairs: pl.DataFrame) -> pl.DataFrame:
    joined, left = sides(pairs, JOINERS), sides(pairs, LEAVERS)
    joined_then, left_then = sides(_earlier(pairs), JOINERS), sides(_earlier(pairs), LEAVERS)
    test = breslow_day(_strata(left_then, left), _strata(joined_then, joined))
    known: dict[str, FloatArray] = {
        "earlier_odds_ratio": sample_odds_ratio(left_then, joined_then),
        "odds_ratio": sample_odds_ratio(left, joined),
        "p_value": test.p_value,
    }
    whole = ["earlier_people", "earlier_out_of", "people", "out_of"]
    nothing = [name for name in FIGURES if name not in {*known, *whole}]
    return pairs.with_columns(
        pl.lit(ODDS).alias("measure"),
        *(pl.lit(None, pl.Int64).alias(name) for name in whole),
        *(pl.lit(None, pl.Float64).alias(name) for name in nothing),
        *(column(name, values) for name, values in known.items()),
    ).select("measure", *KEYS, *FIGURES)


def _strata(then: Selection, now: Selection) -> Selection:
    return Selection(
        np.stack((then.selected, now.selected), axis=-1), np.stack((then.total, now.total), axis=-1)
    )


def _earlier(pairs: pl.DataFrame) -> pl.DataFrame:
    return pairs.select(pl.col(f"^{EARLIER}.*$").name.map(lambda name: name.removeprefix(EARLIER)))
