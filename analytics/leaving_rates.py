"""How fast people of a group leave, where its headcount is known."""

from collections.abc import Collection, Iterator
from typing import Any

import numpy as np
import polars as pl

from analytics.disparities import column
from analytics.mean_headcount import Headcounts, MeanHeadcount
from analytics.movements import (
    ALL,
    EVERYBODY,
    LEFT,
    SERIES,
    Counts,
    Movements,
    everybody,
    others_than,
)
from analytics.multiplicity import holm
from analytics.pass_rates import STATED
from analytics.periods import Period
from analytics.poisson_rates import Leaving, byar_rate
from analytics.rate_ratio import rate_ratio, rate_ratio_test

TEXTS = (*SERIES, "group", "reference", "period")
DATES = ("period_start", "period_end", "headcount_before_at", "headcount_after_at")
NUMBERS = ("leavers", "headcount_before", "headcount_after", "reference_leavers")
AMOUNTS = ("years", "mean_headcount", "reference_headcount")


def leaving_rows(
    movements: Collection[Movements], heads: Headcounts, wanted: Collection[Period] = ()
) -> pl.DataFrame:
    """Return leavers beside the mean headcount, wherever both are known.

    Args:
        movements: What ``movements_of`` returns.
        heads: The headcounts that are known.
        wanted: The periods asked about; none means all that are recorded.

    Returns:
        One row per unit, role, period and group, and one for everybody (characteristic ``all``,
        group ``All``, without reference): leavers, mean headcount, years, the headcounts on either
        side of the period (null where the mean was given), and the same leavers and headcount of
        the reference, null where its headcount is not known. Everybody is counted where the
        characteristics agree on how many left.
    """
    parts = [own for own in movements if own.characteristic != EVERYBODY]
    rows = [
        row
        for own in (*everybody(movements), *parts)
        for period in own.known((LEFT,), wanted)
        for row in _rows(own, period, heads)
    ]
    schema = (
        dict.fromkeys(TEXTS, pl.String)
        | dict.fromkeys(DATES, pl.Date)
        | dict.fromkeys(NUMBERS, pl.Int64)
        | dict.fromkeys(AMOUNTS, pl.Float64)
    )
    return pl.DataFrame(rows, schema=schema)


def leaving_rates(rows: pl.DataFrame, *, confidence_level: float = 0.95) -> pl.DataFrame:
    """Add rates and their comparison to ``leaving_rows``.

    Args:
        rows: Leavers, mean headcount and years, of the group and its reference.
        confidence_level: Of the intervals.

    Returns:
        ``rows`` with ``leaving_rate``, leavers per head and year, and its interval (Byar);
        ``reference_rate``; ``rate_ratio`` of the group to the reference with the exact conditional
        interval (above 1 the group leaves faster; null where nobody of the reference left), and
        the conditional exact test with Holm's p over all rows. What compares is null where there
        is no reference or nobody left.
    """
    ours, theirs = _leaving(rows, ""), _leaving(rows, "reference_")
    rate = byar_rate(ours, confidence_level=confidence_level)
    compared = (theirs.headcount > 0) & (ours.leavers + theirs.leavers > 0)
    test = rate_ratio_test(ours, theirs)
    p_value = np.where(compared, test.p_value, np.nan)
    nothing = np.full(rows.height, np.nan)
    ratio = [nothing] * 3
    if compared.any():  # the exact interval takes scipy, half a second to load
        found = rate_ratio(ours, theirs, confidence_level=confidence_level)
        ratio = [np.where(compared, each, np.nan) for each in (found.value, found.low, found.high)]
    with np.errstate(divide="ignore", invalid="ignore"):
        reference_rate = theirs.leavers / theirs.headcount
    return rows.with_columns(
        column("leaving_rate", rate.value),
        column("leaving_rate_low", np.where(np.isnan(rate.value), np.nan, rate.low)),
        column("leaving_rate_high", rate.high),
        column("reference_rate", reference_rate),
        column("rate_ratio", ratio[0]),
        column("rate_ratio_low", ratio[1]),
        column("rate_ratio_high", ratio[2]),
        column("p_value", p_value),
        column("p_mid", np.where(compared, test.p_mid, np.nan)),
        column("p_adjusted", holm(p_value)),
    )


def _leaving(rows: pl.DataFrame, side: str) -> Leaving:
    """Return leavers out of years lived through by the mean headcount; 0 of 0 where not known."""
    headcount = pl.col("mean_headcount" if side == "" else "reference_headcount")
    exposure = rows.select(headcount * pl.col("years")).to_series()
    known = exposure.is_not_null()
    leavers = rows[f"{side}leavers"].fill_null(0) * known.cast(pl.Int64)
    return Leaving(
        np.array(leavers.to_list(), dtype=np.int64), np.array(exposure.fill_null(0).to_list())
    )


def _rows(own: Movements, period: Period, heads: Headcounts) -> Iterator[dict[str, Any]]:
    series = (own.unit, own.role, own.characteristic)
    left = own.people(LEFT, period)
    for group, kind in own.kinds.items() if left else ():
        mean = heads.mean(series, [group], period) if kind == "group" or group == ALL else None
        if mean and left:
            yield {
                **dict(zip(SERIES, series, strict=True)),
                "group": group,
                "period": str(period),
                "period_start": period.start,
                "period_end": period.end,
                "years": period.years,
                "leavers": left[group],
                **_mean(mean),
                **_reference(own, group, left, period, heads),
            }


def _mean(mean: MeanHeadcount) -> dict[str, Any]:
    before, after = mean.before or (None, None), mean.after or (None, None)
    return {
        "mean_headcount": mean.people,
        "headcount_before_at": before[0],
        "headcount_before": before[1],
        "headcount_after_at": after[0],
        "headcount_after": after[1],
    }


def _reference(
    own: Movements, group: str, left: Counts, period: Period, heads: Headcounts
) -> dict[str, Any]:
    """Return all who stated another answer, where their headcount is known."""
    others = [] if group == ALL else others_than(own, group)
    mean = heads.mean((own.unit, own.role, own.characteristic), others, period)
    if mean is None:
        return {}
    return {
        "reference": others[0] if len(others) == 1 else STATED,
        "reference_leavers": sum(left[name] for name in others),
        "reference_headcount": mean.people,
    }
