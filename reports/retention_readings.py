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
MOST_NAMED = 4


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
    several = rows["unit"].n_unique() > 1
    found = [(_where(own, several=several), said) for own in roles for said in _in_numbers(own)]
    if found:
        named: dict[str, list[str]] = {}
        for place, said in found[:MOST_NAMED]:
            named.setdefault(place, []).append(said)
        more = len(found) - MOST_NAMED
        rest = f"; and {more} more in the tables" if more > 0 else ""
        sentences = [f"{place}: {'; '.join(said)}" for place, said in named.items()]
        return f"{'. '.join(sentences)}{rest}"
    if rates.height:
        first = rates.head(1)
        where = _where(first, several=rates["unit"].n_unique() > 1)
        return f"{where}: {leaving_text(first.row(0, named=True))}; joiners are not recorded"
    return "Joiners and leavers are not recorded for the same period"


def _where(own: pl.DataFrame, *, several: bool) -> str:
    """Return the role and the longest period of its rows, of several units with the unit."""
    unit = f"{own['unit'][0]}, " if several else ""
    return f"{unit}{own['role'][0]}, {_longest(own)['period'][0]}"


def _longest(own: pl.DataFrame) -> pl.DataFrame:
    days = pl.col("period_end") - pl.col("period_start")
    return own.filter(pl.col("period") == own.sort(days, "period_end")["period"].last())


def _in_numbers(own: pl.DataFrame) -> list[str]:
    """Return the joiners and leavers of each group in the longest period."""
    return [
        f"{row['joiners']:,} {people(row['group'], row['joiners'])} joined and "
        f"{row['leavers']:,} left (net {signed(row['net_change'], 0)})"
        for row in _longest(own).to_dicts()
    ]


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
