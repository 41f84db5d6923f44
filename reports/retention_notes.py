"""What a reader must know to read joiners and leavers right, one sentence to a note."""

from collections.abc import Collection, Iterator, Mapping
from typing import Any

import polars as pl

from reports.cells import amount
from reports.charts.labels import day
from reports.movement_notes import where
from reports.wording import counted, few, listed, people

# Mean headcounts named one by one; a note of hundreds is read by nobody.
MOST_LINES = 4


def on_measures(rows: pl.DataFrame, blank: str) -> Iterator[str]:
    """Say what the figures of joiners and leavers are, and what they are not."""
    if rows.height:
        blanks = "Not stated included" if blank == "include" else "Not stated left out"
        yield (
            "A larger share of joiners than of leavers is neither more people joining than leaving "
            "nor retention, which is how many of those employed stay: that takes headcount."
        )
        yield (
            "Net change is joiners less leavers, joined per leaver the one over the other. Shares "
            f"are of all who joined, or left, {blanks}; the gap is the share of joiners less that "
            "of leavers."
        )


def on_tests(rows: pl.DataFrame, confidence_level: float) -> Iterator[str]:
    """Say what the odds ratio is, how it is tested, and what counts cannot tell."""
    if rows.height:
        yield (
            "The odds ratio is the odds that a leaver is of the group over the odds that a joiner "
            "is, Not stated apart: under 1 the group is rarer among leavers. Fisher's exact test; "
            f"the adjusted p allows for the {_comparisons(rows)} (Holm); intervals are "
            f"{100 * confidence_level:g}% confidence intervals (Woolf or Cornfield)."
        )
        yield (
            "Somebody who joined and left within a period counts on both sides; counts cannot "
            "tell who."
        )


def on_changes(changes: pl.DataFrame) -> Iterator[str]:
    """Say how periods are compared."""
    if changes.height:
        yield (
            "The last period is compared with all before it, and a period that lies in a longer "
            "one is taken out of it first, so that nobody is on both sides: shares by Fisher's "
            "exact test (Newcombe intervals), odds ratios by Breslow and Day's test with Tarone's "
            f"correction, adjusted for the {_comparisons(changes)} (Holm)."
        )


def on_headcounts(rates: pl.DataFrame) -> Iterator[str]:
    """Say on which headcounts a leaving rate rests."""
    several = rates["unit"].n_unique() > 1
    lines: list[str] = []
    for row in rates.to_dicts():
        unit = f"{row['unit']}, " if several else ""
        who = f"{unit}{row['role']}, {people(row['group'])}, {row['period']}"
        mean = amount(row["mean_headcount"])
        if row["headcount_before_at"] is None:
            yield f"{who}: the mean headcount, {mean}, was given with --headcount."
        else:
            ends = [
                f"{row[f'headcount_{end}']:,} on {day(str(row[f'headcount_{end}_at']))}"
                for end in ("before", "after")
            ]
            lines.append(f"{who}, {mean} between {listed(ends)}")
    if lines:
        more = len(lines) - MOST_LINES
        rest = f"; and {more:,} more in the table of rates" if more > 0 else ""
        yield (
            "A mean headcount takes a straight line between two known: "
            f"{'; '.join(lines[:MOST_LINES])}{rest}."
        )


def on_high_rates(rates: pl.DataFrame) -> Iterator[str]:
    """Warn of leavers that outnumber the mean headcount within a year."""
    for row in rates.filter(pl.col("leaving_rate") > 1).to_dicts():
        yield (
            f"Warning: {where(row)}, {people(row['group'])}: {row['leavers']:,} left of a mean "
            f"headcount of {amount(row['mean_headcount'])}, more than one each in a year; check "
            "both figures."
        )


def on_rates(rates: pl.DataFrame, confidence_level: float) -> Iterator[str]:
    """Say what a leaving rate is and how it is tested."""
    if rates.height:
        tested = (
            f", compared by the exact conditional test (Holm over {_comparisons(rates)})"
            if rates["p_value"].count()
            else ""
        )
        yield (
            "A leaving rate is leavers over mean headcount and years, with Byar's "
            f"{100 * confidence_level:g}% confidence interval{tested}."
        )


def on_missing_headcounts(rows: pl.DataFrame, rates: pl.DataFrame) -> Iterator[str]:
    """Name what has no leaving rate, and how to get one."""
    keys = ["unit", "role", "characteristic", "group", "period"]
    missing = rows.join(rates, on=keys, how="anti", maintain_order="left")
    found: dict[tuple[str, str], list[str]] = {}
    for (unit, role), own in missing.group_by(["unit", "role"], maintain_order=True):
        groups = listed(own["group"].unique(maintain_order=True).to_list())
        periods = listed(own["period"].unique(maintain_order=True).to_list())
        found.setdefault((groups, periods), []).append(f"{unit}, {role}")
    for (groups, periods), posts in found.items():
        yield (
            f"{few(posts, MOST_LINES)}: no headcount of {groups} covers {periods}, so there is no "
            "leaving rate; --headcount GROUP=N gives the mean in one --period."
        )


def on_reasons(reasons: pl.DataFrame, beyond: Collection[Mapping[str, Any]]) -> Iterator[str]:
    """Say how reasons relate to leavers, and name those that more people have than left."""
    if reasons.height:
        yield (
            "Dismissals and resignations during proceedings are among the leavers and never added "
            "to them; an entry on the barred list is no movement of its own."
        )
    for row in beyond:
        yield (
            f"{where(row)}: {row['people']:,} {row['reason']}, but {row['leavers']:,} left; one "
            "of the two is wrong."
        )


def _comparisons(table: pl.DataFrame) -> str:
    return f"{counted(table['p_value'].count(), 'comparison')} shown"
