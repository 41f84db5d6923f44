"""One-line readings of joiners and leavers, that keep three things apart.

Numbers: whether more joined than left, which is a fact of the counts. Make-up: whether the group is
rarer among leavers than among joiners, by the rules of ``readings``: evidence, not settled, too
few to say, or no evidence with what could not have been seen. Retention: how many leave of those
there are, which takes headcount; shares of joiners and of leavers never stand for it. A group may
be a larger share of joiners than of leavers and shrink all the same: the reading says so.
"""

from collections.abc import Callable, Mapping
from typing import Any

import polars as pl

from analytics.rounding import half_up
from reports.cells import p_text, signed
from reports.gap_readings import gap_verdict
from reports.leaving_readings import leaving_text
from reports.readings import Verdict, by_itself
from reports.wording import compared_with, people

Row = Mapping[str, Any]
ROLES_NAMED = 3


def with_readings(rows: pl.DataFrame, reading: Callable[[Row], str]) -> pl.DataFrame:
    """Add the column ``reading``, made by one of the functions below."""
    readings = [reading(row) for row in rows.to_dicts()]
    return rows.with_columns(pl.Series("reading", readings, dtype=pl.String))


def movement_reading(row: Row) -> str:
    """Return what the joiners and leavers of one group and period allow to be said.

    ``leaving_rate`` and ``mean_headcount`` are those of the group, or None.
    """
    return f"numbers: {_numbers(row)}; make-up: {_make_up(row)}; retention: {_retention(row)}."


def retention_headline(rows: pl.DataFrame, rates: pl.DataFrame) -> str:
    """Return one sentence on the longest period of each role: who joined and who left."""
    roles = [own for _, own in rows.group_by(["unit", "role"], maintain_order=True)]
    if roles:
        more = len(roles) - ROLES_NAMED
        others = [f"{more} more in the tables"] * (more > 0)
        return ". ".join([*map(_in_numbers, roles[:ROLES_NAMED]), *others])
    if rates.height:
        row = rates.row(0, named=True)
        return f"{row['role']}, {row['period']}: {leaving_text(row)}; joiners are not recorded"
    return "Joiners and leavers are not recorded for the same period"


def _in_numbers(own: pl.DataFrame) -> str:
    days = pl.col("period_end") - pl.col("period_start")
    longest = own.filter(pl.col("period") == own.sort(days, "period_end")["period"].last())
    groups = [
        f"{row['joiners']:,} {people(row['group'])} joined and {row['leavers']:,} left "
        f"(net {signed(row['net_change'], 0)})"
        for row in longest.to_dicts()
    ]
    return f"{own['role'][0]}, {longest['period'][0]}: {'; '.join(groups)}"


def _numbers(row: Row) -> str:
    joined, left = row["joiners"], row["leavers"]
    if joined == left == 0:
        return "nobody joined or left"
    beside = f"({joined:,} and {left:,}, net {signed(joined - left, 0)})"
    if joined == left:
        return f"as many joined as left {beside}"
    return f"{'more' if joined > left else 'fewer'} joined than left {beside}{_although(row)}"


def _although(row: Row) -> str:
    """Say that a larger share is not a larger number, where the two go opposite ways."""
    gap = row["share_gap_pp"]
    if gap is None or gap * row["net_change"] >= 0:
        return ""
    larger, smaller = ("joiners", "leavers") if gap > 0 else ("leavers", "joiners")
    return (
        f", although they are a larger share of {larger} than of {smaller}: of everybody, "
        f"{row['all_joiners']:,} joined and {row['all_leavers']:,} left"
    )


def _make_up(row: Row) -> str:
    ours, theirs = (
        row["leavers"] * row["reference_joiners"],
        row["joiners"] * row["reference_leavers"],
    )
    rarer = "rarer" if ours < theirs else "more common"
    match gap_verdict(row):
        case Verdict.evidence:
            return (
                f"evidence that they are {rarer} among leavers than among joiners "
                f"({_counts(row)}, adjusted p {p_text(row['p_adjusted'])})"
            )
        case Verdict.alone:
            return f"not settled, {rarer} among leavers than among joiners: {by_itself(row)}"
        case Verdict.too_few:
            return f"too few people to say ({row['joiners'] + row['leavers']:,} in all)"
        case Verdict.none:
            unseen = half_up(row["detectable_gap_pp"], 1)
            return (
                "no evidence that leavers differ from joiners (a gap under "
                f"{unseen} points could not have been seen reliably)"
            )
        case _:
            return f"not tested, {_why_untested(row)}"


def _why_untested(row: Row) -> str:
    for moved, said in (("joiners", "joined"), ("leavers", "left")):
        if row[moved] + row[f"reference_{moved}"] == 0:
            return f"nobody {said} who stated an answer"
    if row["joiners"] + row["leavers"] == 0:
        return f"no {people(row['group'])} joined or left"
    return "nobody else who stated an answer joined or left"


def _retention(row: Row) -> str:
    if row.get("leaving_rate") is None:
        return "not known without headcount"
    return leaving_text(row)


def _counts(row: Row) -> str:
    """Return the table that is tested: Not stated apart."""
    who = f"{people(row['group'])} to {compared_with(row['reference'])}"
    left = f"{row['leavers']:,} to {row['reference_leavers']:,}"
    joined = f"{row['joiners']:,} to {row['reference_joiners']:,}"
    ratio = "" if row["odds_ratio"] is None else f"; odds ratio {half_up(row['odds_ratio'], 2)}"
    return f"{who}, {left} and {joined}{ratio}"
