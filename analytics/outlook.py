"""Where a group's share of the workforce is heading, when it arrives, and what that would take."""

from dataclasses import dataclass

import numpy as np

from analytics.futures import (
    Assumed,
    Record,
    best_estimate,
    drawn_flows,
    quantile,
    simulated_stocks,
    years_to_reach,
)
from analytics.selection import FloatArray
from analytics.stock_flow import (
    Flow,
    Stocks,
    expected_stocks,
    joiner_share_needed,
    steady_state_share,
    sustaining_joiner_share,
)


@dataclass(frozen=True, slots=True)
class Target:
    """The share to arrive at.

    Attributes:
        pct: At the start, 0 to 100.
        growth_pp: Percentage points by which it grows each year; it stays between 0 and 100.
        by: The year, counted from the start, by which a joiner share is asked for.
    """

    pct: float
    growth_pp: float = 0.0
    by: int = 10

    def after(self, years: int) -> FloatArray:
        """Return the target after 0, 1, ... ``years`` years.

        >>> Target(98, growth_pp=1.5).after(2)
        array([ 98. ,  99.5, 100. ])
        """
        return np.clip(self.pct + self.growth_pp * np.arange(years + 1), 0, 100)


@dataclass(frozen=True, slots=True)
class Simulation:
    """How futures are made: how many, how far, from which seed, and which part is the interval."""

    futures: int = 10_000
    years: int = 50
    seed: int = 2020
    confidence_level: float = 0.95

    @property
    def ends(self) -> tuple[float, float]:
        """Return the parts of the futures below the two ends of the interval."""
        below = (1 - self.confidence_level) / 2
        return below, 1 - below


@dataclass(frozen=True, slots=True)
class Outlook:
    """What becomes of one group.

    Attributes:
        row: The figures in one row, by column; null where there is no such figure.
        path: The same year by year: one list to a column, from year 0 on.
    """

    row: dict[str, float | bool | None]
    path: dict[str, list[float | None]]


def outlook(record: Record, assumed: Assumed, target: Target, simulation: Simulation) -> Outlook:
    """Return how the group's share goes on, in closed form and in simulated futures.

    Every call starts its random numbers anew, so that a group's figures are the same whichever
    others are shown beside it, and what is assumed meets the same chances as what is recorded.

    ``row`` holds ``years_median``, ``years_low`` and ``years_high``: the first year in which the
    median of the futures, the upper and the lower end of their interval stand at or above the
    target, as the lines of ``path`` do; null where they do not within the horizon. In that year at
    least half of the futures (of an interval of 95 %: 2.5 %, 97.5 %) stand there. ``reached`` says
    whether the median gets there, ``reached_pct`` how many stand there in the last year;
    ``steady_state``, ``joiner_share_needed`` and ``joiner_share_sustaining`` are in per cent, as
    their functions have them. ``path`` has the expected share, the target, and the interval and the
    middle half of the futures.
    """
    rng = np.random.default_rng(simulation.seed)
    flow = best_estimate(record, assumed)
    drawn = drawn_flows(record, assumed, simulation.futures, rng)
    share_pct = _per_cent(simulated_stocks(drawn, simulation.years, simulation.futures, rng))
    targets = target.after(simulation.years)
    expected = expected_stocks(flow, np.arange(simulation.years + 1))
    bands = _bands(share_pct, simulation)
    row = (
        _rates(record, flow)
        | _arrival(bands, share_pct[-1], targets)
        | _steady_state(flow, drawn, simulation)
        | _needed(flow, target, targets)
        | _end(bands, expected)
    )
    lines = bands | {"expected_pct": 100 * expected.share, "target_pct": targets}
    return Outlook(row, {name: [_known(each) for each in line] for name, line in lines.items()})


def _per_cent(stocks: Stocks) -> FloatArray:
    """Divide once, so that a share that is exactly the target is not found a hair below it."""
    with np.errstate(invalid="ignore"):
        return 100 * stocks.group / (stocks.group + stocks.others)


def _rates(record: Record, flow: Flow) -> dict[str, float | bool | None]:
    return {
        "start_pct": 100 * record.people / record.out_of,
        "joiner_share_pct": _known(100 * np.float64(flow.joiner_share)),
        "leaving_rate": _known(np.float64(flow.leaving_rate)),
        "others_leaving_rate": _known(np.float64(flow.others_leaving_rate)),
        "intake": flow.intake,
    }


def _arrival(
    bands: dict[str, FloatArray], last_pct: FloatArray, targets: FloatArray
) -> dict[str, float | bool | None]:
    """Return when the lines that are drawn cross the target: the upper end comes there first."""
    lines = np.stack([bands[name] for name in ("median_pct", "high_pct", "low_pct")], axis=1)
    median, low, high = years_to_reach(lines, targets)
    return {
        "reached": bool(np.isfinite(median)),
        "reached_pct": 100 * int((last_pct >= targets[-1]).sum()) / len(last_pct),
        "years_median": _known(median),
        "years_low": _known(low),
        "years_high": _known(high),
    }


def _steady_state(
    flow: Flow, drawn: Flow, simulation: Simulation
) -> dict[str, float | bool | None]:
    if flow.intake == 0:
        return dict.fromkeys(("steady_state_pct", "steady_low_pct", "steady_high_pct"))
    expected, likely = (
        100 * steady_state_share(each.joiner_share, each.leaving_rate, each.others_leaving_rate)
        for each in (flow, drawn)
    )
    everywhere = np.broadcast_to(likely, simulation.futures)
    low, high = (quantile(everywhere, part) for part in simulation.ends)
    return {
        "steady_state_pct": _known(expected),
        "steady_low_pct": _known(low),
        "steady_high_pct": _known(high),
    }


def _needed(flow: Flow, target: Target, targets: FloatArray) -> dict[str, float | bool | None]:
    wanted = float(targets[target.by]) / 100
    rates = flow.leaving_rate, flow.others_leaving_rate
    return {
        "target_pct": target.pct,
        "target_by_pct": float(targets[target.by]),
        "target_final_pct": float(targets[-1]),
        "joiner_share_needed_pct": _known(100 * joiner_share_needed(flow, target.by, wanted)),
        "joiner_share_sustaining_pct": _known(100 * sustaining_joiner_share(wanted, *rates)),
    }


def _bands(share_pct: FloatArray, simulation: Simulation) -> dict[str, FloatArray]:
    """Return the lines between which the futures lie, by year."""
    low, high = simulation.ends
    parts = {"low_pct": low, "lower_pct": 0.25, "median_pct": 0.5, "upper_pct": 0.75}
    parts["high_pct"] = high
    return {name: quantile(share_pct, part) for name, part in parts.items()}


def _end(bands: dict[str, FloatArray], expected: Stocks) -> dict[str, float | bool | None]:
    return {
        "final_pct": _known(bands["median_pct"][-1]),
        "final_low_pct": _known(bands["low_pct"][-1]),
        "final_high_pct": _known(bands["high_pct"][-1]),
        "final_out_of": _known(expected.group[-1] + expected.others[-1]),
    }


def _known(value: FloatArray | np.float64) -> float | None:
    """Return a number, or null where it is unknown or endless."""
    return float(value) if np.isfinite(value) else None
