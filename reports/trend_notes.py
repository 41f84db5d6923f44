"""What a reader must know to read a process chart right, one sentence to a note."""

from collections.abc import Collection, Iterator

import polars as pl

from analytics.false_alarms import outside_chance, shift_chance, trend_chance
from analytics.movements import Movements
from analytics.periods import Period, inseparable, taken_apart
from analytics.process_chart import FEWEST_EXPECTED, SERIES
from analytics.rounding import half_up
from analytics.signals import RUN
from reports.trend_readings import by_series, series_name
from reports.wording import counted, few, in_words, listed

HEADCOUNTS = "share of the workforce"


def on_method(rows: pl.DataFrame, *, campaigns: bool) -> Iterator[str]:
    """Say what mean, limits and signals are, and what they cannot tell."""
    yield (
        "The mean is all people of the series over all they are out of; limits lie three standard "
        "deviations of a share of so many people either side, so they step with the numbers "
        "(p-chart). Mean and limits come from all points, also those outside."
    )
    yield (
        "Signals are the four of the panel's paper of July 2020: outside limits; stable; step "
        f"shift, {RUN} points or more in a row on one side of the mean; sustained trend, {RUN} or "
        "more that each lie above, or each below, the one before. The paper gives no lengths; "
        f"{RUN} is that of NHS England's Making Data Count. A signal is a reason to look; it gives "
        "no cause."
    )
    yield from _on_points(rows, campaigns=campaigns)


def on_limits(rows: pl.DataFrame) -> Iterator[str]:
    """Name the points whose limits are approximate, or say that a series has none."""
    known = rows.filter(pl.col("sigma").is_not_null())
    doubtful = known.filter("approximate")
    if doubtful.height:
        named = [f"{series_name(row)} at {row['period']}" for row in doubtful.to_dicts()]
        yield (
            f"Limits are approximate where fewer than {FEWEST_EXPECTED} of the group, or of the "
            f"others, are to be expected: {few(named)}. There chance alone crosses them more "
            "often."
        )
    for points in by_series(rows.filter(pl.col("sigma").is_null())):
        yield f"{series_name(points[0])}: mean and limits are one line, as all points are alike."


def on_pass_rates() -> Iterator[str]:
    """Say what a pass rate is, and that it stands alone."""
    yield (
        "A pass rate is passed out of passed and failed, and here the group's own, not compared "
        "with others; people who are waiting or withdrew are in neither."
    )


def on_movements(of: str, blank: str) -> Iterator[str]:
    """Say what a share of movements is, and what it is not."""
    who = f"all {of}, Not stated included" if blank == "include" else f"{of} who stated an answer"
    yield (
        f"Each share is out of {who}, in periods that share no day and may differ in length. It "
        "says nothing about retention, which takes headcount."
    )


def on_overlaps(movements: Collection[Movements], direction: str) -> Iterator[str]:
    """Name periods that overlap and cannot be taken apart, and which of them is not charted."""
    for own in movements:
        recorded = own.periods(direction)
        for pair in inseparable(recorded):
            both = listed([str(period) for period in pair])
            left_out = listed([str(each) for each in pair if not _is_charted(each, recorded)])
            yield (
                f"{own.unit}, {own.role}, {in_words(own.characteristic)}: {both} overlap and no "
                f"other period takes them apart; {left_out} is left out."
            )


def on_headcounts(shares: pl.DataFrame, blank: str) -> Iterator[str]:
    """Say what a share of headcounts is, and why its limits are no test."""
    if (shares["characteristic"] == "role").any():
        yield "A role's share is its headcount out of the Total that is printed for the unit."
    if (shares["characteristic"] != "role").any():
        who = "Not stated included" if blank == "include" else "Not stated left out"
        yield f"A group's share is out of all in its role, {who}."
    yield (
        "Most people are in one headcount and the next, but limits take each date as a fresh draw "
        "of so many people: they show size, and are no test of chance."
    )


def on_shares_without_headcount(printed: pl.DataFrame) -> Iterator[str]:
    """Say how many printed shares cannot be charted."""
    if printed.height:
        verb = "is" if printed.height == 1 else "are"
        yield (
            f"{counted(printed.height, 'printed share')} {verb} left out: limits take counts, and "
            "no headcount is given."
        )


def on_contradicting_headcounts(wrong: pl.DataFrame) -> Iterator[str]:
    """Name the headcounts that are larger than what they are a part of."""
    for row in wrong.to_dicts():
        yield (
            f"{series_name(row)} at {row['as_at']} is left out: {row['people']:,} people of "
            f"{row['out_of']:,}."
        )


def on_other_totals(charted: pl.DataFrame) -> Iterator[str]:
    """Name the roles whose categories do not add up to their headcount."""
    unequal = charted.filter(pl.col("added_up") != pl.col("everybody"))
    found: dict[tuple[str, str, str], list[str]] = {}
    once = unequal.unique(["unit", "role", "characteristic", "as_at"], maintain_order=True)
    for row in once.to_dicts():
        post = (row["unit"], row["role"], row["characteristic"])
        figures = f"{row['added_up']:,} against {row['everybody']:,} at {row['as_at']}"
        found.setdefault(post, []).append(figures)
    for (unit, role, characteristic), totals in found.items():
        yield (
            f"{unit}, {role}, {in_words(characteristic)}: the categories do not add up to the "
            f"headcount ({few(totals)}); the sum is used."
        )


def on_points_without_people(points: pl.DataFrame) -> Iterator[str]:
    """Name the points that are out of nobody."""
    for row in points.filter(pl.col("out_of") == 0).to_dicts():
        yield f"{series_name(row)} at {row['period']} is left out: it is out of nobody."


def on_single_points(peopled: pl.DataFrame, charted: pl.DataFrame) -> Iterator[str]:
    """Name the series that have one point."""
    alone = peopled.join(charted, on=SERIES, how="anti", nulls_equal=True, maintain_order="left")
    if alone.height:
        named = [f"{series_name(row)} ({row['period']})" for row in alone.to_dicts()]
        yield f"Left out, because one point makes no chart: {few(named)}."


def _is_charted(period: Period, recorded: Collection[Period]) -> bool:
    """Return whether the periods charted make up this one."""
    inside = [each for each in taken_apart(recorded) if period.contains(each)]
    return sum(each.days for each in inside) == period.days


def _on_points(rows: pl.DataFrame, *, campaigns: bool) -> Iterator[str]:
    counts = [len(points) for points in by_series(rows)]
    if min(counts) < RUN:
        beside = "; recruit compare tests a trend over a few campaigns" if campaigns else ""
        yield (
            f"With fewer than {RUN} points no step shift and no sustained trend can be seen. Each "
            "point is then also much of the mean that it is compared with, and the limits "
            f"themselves are uncertain{beside}."
        )
    if rows["measure"][0] == HEADCOUNTS:
        return  # chance has no part in who is still employed
    most = max(counts)
    outside = max(outside_chance([row["out_of"] for row in points]) for points in by_series(rows))
    chances = [f"put a point outside the limits in {_about(outside)} of such series"]
    if most >= RUN:
        chances += [
            f"make a step shift in at most {_percent(shift_chance(most))}",
            f"a sustained trend in at most {_percent(trend_chance(most))}",
        ]
    looked = "1 series is" if len(counts) == 1 else f"{len(counts)} series are"
    yield (
        f"If nothing had changed, chance alone would {listed(chances)}; {looked} looked at here, "
        "without allowance for that."
    )


def _about(chance: float) -> str:
    text = _percent(chance)
    return text if text.startswith("under") else f"about {text}"


def _percent(chance: float) -> str:
    smallest = 0.0005
    return "under 0.1%" if chance < smallest else f"{half_up(100 * chance, 1)}%"
