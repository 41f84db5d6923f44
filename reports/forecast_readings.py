"""One-line readings of a forecast: what follows from the rates, not what will be.

The rules, in order:

1. The median of the futures begins at the target: already there, and where the rates lead.
2. It comes there within the horizon: in about so many years, with those after which the ends of the
   interval do; and where the share at which the workforce would settle is under the target, that it
   would not stay.
3. The share at which it would settle is under the target: never at these rates; and where the
   interval of that share holds the target, that so few people do not rule it out.
4. Otherwise: not within the horizon.

A joiner share needed is arithmetic: it is never called a target. Nothing is said about causes.
"""

from collections.abc import Mapping
from typing import Any

import polars as pl

from analytics.rounding import half_up
from reports.cells import bare
from reports.wording import counted, people

Row = Mapping[str, Any]

# What one sentence can hold; the tables have the rest.
MOST_NAMED = 4
# The rates are known from few people: others as likely may lead to the target.
UNSURE = "though such counts do not rule it out"


def with_forecast_readings(rows: pl.DataFrame) -> pl.DataFrame:
    """Add the column ``reading`` to the rows of a forecast."""
    readings = [forecast_reading(row) for row in rows.to_dicts()]
    return rows.with_columns(pl.Series("reading", readings, dtype=pl.String))


def forecast_reading(row: Row) -> str:
    """Return when one group arrives, if it does, and what it would take."""
    return f"{_arrival(row)}; {_joiners(row)}."


def forecast_headline(rows: pl.DataFrame, *, what_if: bool) -> str:
    """Return one sentence on the first groups shown, and how many more there are."""
    under = "under what is assumed" if what_if else "at these rates"
    several = rows["unit"].n_unique() > 1
    said: dict[str, list[str]] = {}
    for row in rows.head(MOST_NAMED).to_dicts():
        said.setdefault(post(row, several=several), []).append(_in_brief(row))
    more = rows.height - MOST_NAMED
    rest = f"; and {more:,} more in the tables" if more > 0 else ""
    return ". ".join(f"{who}: {under} {'; '.join(each)}" for who, each in said.items()) + rest


def post(row: Row, *, several: bool) -> str:
    """Return the role of a row, with its unit where several are shown.

    >>> post({"unit": "Force", "role": "PCSO"}, several=True)
    'Force, PCSO'
    """
    return f"{row['unit']}, {row['role']}" if several else str(row["role"])


def is_settling_short(row: Row) -> bool:
    """Return whether the share at which the workforce would settle is under the target."""
    settling = row["steady_state_pct"]
    return settling is not None and settling < row["target_final_pct"]


def is_ruled_out(row: Row) -> bool:
    """Return whether the whole interval of the share in the end is under the target."""
    highest = row["steady_high_pct"]
    return is_settling_short(row) and highest is not None and highest < row["target_final_pct"]


def target_words(row: Row) -> str:
    """Return the target, and what it grows to."""
    grown = row["target_final_pct"]
    then = f" growing to {bare(grown)}%" if grown != row["target_pct"] else ""
    return f"{bare(row['target_pct'])}%{then}"


def arrival_words(row: Row) -> str:
    """Return the year in which half of the futures are there, and when the interval's ends are.

    >>> from datetime import date
    >>> arrival_words({"start": date(2020, 5, 31), "years_median": 12, "years_low": 9,
    ...                "years_high": None, "years": 50, "confidence_level": 0.95})
    'about 12 years: half of the futures are there in 2032, 2.5% in 2029, 97.5% not within 50 years'
    """
    year, median, high = row["start"].year, row["years_median"], row["years_high"]
    level = row["confidence_level"]
    few, most = (bare(round(50 * (1 + sign * level), 10)) for sign in (-1, 1))
    late = (
        f"in {year + high}" if high is not None else f"not within {counted(row['years'], 'year')}"
    )
    return (
        f"about {counted(median, 'year')}: half of the futures are there in {year + median}, "
        f"{few}% in {year + row['years_low']}, {most}% {late}"
    )


def _arrival(row: Row) -> str:
    if row["years_median"] == 0:
        return f"already there, {_start(row)} against {target_words(row)}{_but_settling(row)}"
    if row["reached"]:
        return f"reaches {target_words(row)} in {arrival_words(row)}{_but_settling(row)}"
    if is_settling_short(row):
        never = f"never at these rates{'' if is_ruled_out(row) else f', {UNSURE}'}"
        lead = f"heading for {_settling(row)}, target {target_words(row)}"
        return f"{never}: {lead}; {_arriving(row)}"
    horizon = counted(row["years"], "year")
    return f"not within {horizon} at these rates, {_lead(row)}; {_arriving(row)}"


def _joiners(row: Row) -> str:
    needed, by = row["joiner_share_needed_pct"], row["by_year"]
    if row["intake"] == 0:
        return "nobody joins, so no share of joiners could change it"
    if needed is None:
        return f"no share of joiners is enough to be there by {by} at this intake, not even all"
    if needed == 0:
        return f"it would be there in {by} even if no {people(row['group'])} joined"
    return (
        f"to be there in {by} takes {half_up(needed, 2)}% of joiners "
        f"({_actual(row)}): arithmetic, not a target"
    )


def _actual(row: Row) -> str:
    counted = f"{row['joiners_of_group']:,} of {row['joiners']:,} in {row['period']}"
    assumed = row["joiner_share_assumed"]
    return f"{half_up(row['joiner_share_pct'], 2)}%{' assumed;' if assumed else ','} {counted}"


def _start(row: Row) -> str:
    return f"{half_up(row['start_pct'], 2)}% ({row['people']:,} of {row['out_of']:,})"


def _settling(row: Row, most: str = "") -> str:
    return (
        f"{half_up(row['steady_state_pct'], 2)}% ({most or _most(row)}: "
        f"{half_up(row['steady_low_pct'], 2)}% to {half_up(row['steady_high_pct'], 2)}%)"
    )


def _lead(row: Row) -> str:
    if row["steady_state_pct"] is None:
        return f"target {target_words(row)}"
    return f"though heading for {_settling(row)}, target {target_words(row)}"


def _but_settling(row: Row) -> str:
    return f", but heading for {_settling(row)}" if is_settling_short(row) else ""


def _arriving(row: Row) -> str:
    arriving = row["reached_pct"]
    share = "none" if arriving == 0 else f"{bare(arriving)}%"
    last = row["start"].year + row["years"]
    return f"{share} of {row['futures']:,} futures are at or above it in {last}"


def _in_brief(row: Row) -> str:
    who, target = people(row["group"]), target_words(row)
    if row["years_median"] == 0:
        return f"{who} are at {target} already"
    if row["reached"]:
        return f"{who} come to {target} in {arrival_words(row)}"
    if is_settling_short(row):
        most = f"{bare(100 * row['confidence_level'])}%"
        lead = f"heading for {_settling(row, most)}"
        if is_ruled_out(row):
            return f"{who} never come to {target}, {lead}"
        return f"{who} do not come to {target}, {UNSURE}, {lead}"
    return f"{who} do not come to {target} within {counted(row['years'], 'year')}"


def _most(row: Row) -> str:
    return f"{bare(100 * row['confidence_level'])}% of futures"
