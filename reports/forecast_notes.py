"""What a reader must know to read a forecast right, one sentence to a note."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import polars as pl

from analytics.rounding import half_up
from reports.cells import amount, bare, percent
from reports.charts.labels import day
from reports.forecast_readings import post
from reports.wording import counted, few, listed, people

Row = Mapping[str, Any]

# Notes of one kind, and roles in one note: more are read by nobody.
MOST_NOTES, MOST_POSTS = 4, 6
YEAR = 365.25


def on_method(rows: pl.DataFrame) -> Iterator[str]:
    """Say what a forecast is, and what it takes for granted."""
    yield (
        "Not a prediction but what follows if rates stay as they are, whatever the economy, policy "
        "and law: each year a constant share of the group, and of everybody else, leaves, then "
        "people join, a constant share of them of the group."
    )
    yield (
        "It is assumed that joiners do not depend on leavers or on each other, that people with "
        "long and short service leave alike, and that nobody changes role, rank or group."
    )
    if rows["joiner_share_needed_pct"].count():
        yield (
            "A joiner share needed is arithmetic, neither a target nor a quota; who is appointed "
            "is decided on merit (Equality Act 2010, sections 158 and 159)."
        )


def on_what_if(rows: pl.DataFrame, recorded: pl.DataFrame) -> Iterator[str]:
    """Name what is assumed in place of the record, both figures beside each other."""
    said: list[str] = []
    for row in rows.to_dicts():
        keys = {name: row[name] for name in ("unit", "role", "characteristic", "group")}
        before = recorded.filter(**keys).to_dicts()
        changes = list(_changes(row, before[0] if before else {}))
        if changes:
            alone = rows.select("unit", "role").n_unique() == 1
            where = "" if alone else f" ({_post(row, rows)})"
            said.append(f"Assumed for {people(row['group'])}{where}: {listed(changes)}.")
    yield from first(said)


def on_people(rows: pl.DataFrame) -> Iterator[str]:
    """Say of when the people are, and which of the figures were not counted together."""
    for (role, start, period), own in rows.group_by(
        ["role", "start", "period"], maintain_order=True
    ):
        yield (
            f"{role}: leaving rates are leavers of {period} per head and year, with the people of "
            f"{day(str(start))} taken for the mean of the period."
        )
        yield from _on_short_period(role, own.row(0, named=True))
    posts = rows.unique(["unit", "role", "counted_at", "out_of"], maintain_order=True).to_dicts()
    yield from first([_on_headcount(row, _post(row, rows)) for row in posts])
    alone = rows.select("unit", "role").n_unique() == 1
    rounded = [
        f"{row['people_low']:,} to {row['people_high']:,} {people(row['group'])}"
        + ("" if alone else f" ({_post(row, rows)})")
        for row in rows.filter(pl.col("people_low") < pl.col("people_high")).to_dicts()
    ]
    if rounded:
        yield (
            f"Published shares are rounded: {few(rounded)} print as them, each number taken to "
            "be as likely."
        )


def on_blanks(blank: str, counts: Sequence[tuple[str, int, int]]) -> Iterator[str]:
    """Say where Not stated is; each count is a characteristic, joiners and leavers."""
    said = []
    for characteristic, joiners, leavers in counts:
        if joiners or leavers:
            where = "is left out" if blank == "exclude" else "counts among everybody else"
            said.append(
                f"Not stated by {characteristic} ({joiners:,} joiners, "
                f"{leavers:,} leavers) {where}."
            )
    yield from first(said)


def on_everybody(apart: Sequence[tuple[str, str, int, int]]) -> Iterator[str]:
    """Name categories that do not add up to everybody; each is of whom, what, their sum, and all.

    >>> next(on_everybody([("PCSO, ethnicity", "joiners", 10, 100)]))
    'PCSO, ethnicity: the categories add up to 10 joiners, everybody to 100; the larger is used.'
    """
    yield from first(
        [
            f"{who}: the categories add up to {summed:,} {what}, everybody to {everybody:,}; the "
            "larger is used."
            for who, what, summed, everybody in apart
        ]
    )


def on_intake(rows: pl.DataFrame) -> Iterator[str]:
    """Say what the intake does to the size of the workforce."""
    said: list[str] = []
    keys = ["unit", "role", "intake", "out_of"]
    for (_, _, intake, _), own in rows.group_by(keys, maintain_order=True):
        row = own.row(0, named=True)
        who = _post(row, rows)
        if intake is None:
            said.append(f"{who}: as many join as leave, so that the workforce keeps its size.")
            continue
        sizes = own["final_out_of"].sort()
        ends = dict.fromkeys(map(_rounded, (sizes[0], sizes[-1])))
        said.append(
            f"{who}: at {amount(row['intake'])} joiners a year {row['out_of']:,} people become "
            f"about {' to '.join(ends)} by {row['start'].year + row['years']}; "
            "--intake leavers keeps the number constant."
        )
    yield from first(list(dict.fromkeys(said)))


def on_targets(rows: pl.DataFrame) -> Iterator[str]:
    """Say where targets are from, how sure, and how they grow."""
    for (area, date), own in rows.group_by(["area", "benchmark_as_at"], maintain_order=True):
        who = few(list(dict.fromkeys(map(_quality, own.to_dicts()))))
        if area is None:
            yield f"The target of {who} was given with --target."
            continue
        yield f"The target of {who} is the share of {area} on {day(str(date))}."
    growing = rows.filter(pl.col("target_final_pct") != pl.col("target_pct"))
    same = ["group", "target_pct", "target_final_pct"]
    for row in growing.unique(same, maintain_order=True).to_dicts():
        yield (
            f"The target of {people(row['group'])} grows from {bare(row['target_pct'])}% to "
            f"{bare(row['target_final_pct'])}% in {counted(row['years'], 'year')}, from the start "
            "of the forecast on, in equal steps up to 100%."
        )


def on_simulation(rows: pl.DataFrame, seed: int) -> Iterator[str]:
    """Say what the futures are, so that they can be made again."""
    row = rows.row(0, named=True)
    yield (
        f"Intervals hold {bare(100 * row['confidence_level'])}% of {row['futures']:,} simulated "
        f"futures (seed {seed}). Each draws its rates once, as likely as the counts make them "
        "(Jeffreys), and every year who leaves and joins (binomial); what is assumed is fixed. "
        "The years to the target are those in which the median of the futures and the ends of "
        "their interval first stand at or above it; beyond is after more than "
        f"{counted(row['years'], 'year')}, or never."
    )


def on_missing(missing: Sequence[tuple[str, str, str]]) -> Iterator[str]:
    """Name what is not forecast, by what it lacks; each is a role, a group and that."""
    said = []
    for lacks, roles in by_want(missing).items():
        posts = [f"{role} ({listed(groups)})" for role, groups in roles.items()]
        more = len(posts) - MOST_POSTS
        shown = [*posts[:MOST_POSTS], *([f"and {more} more"] if more > 0 else [])]
        said.append(f"Not forecast for want of {lacks}: {'; '.join(shown)}.")
    yield from first(said)


def first(said: Sequence[str]) -> Iterator[str]:
    """Yield the first of notes of one kind, and how many more there would be."""
    yield from said[:MOST_NOTES]
    more = len(said) - MOST_NOTES
    if more > 0:
        yield f"The same holds, each with its own figures, for {more:,} more in the tables."


def by_want(missing: Sequence[tuple[str, str, str]]) -> dict[str, dict[str, list[str]]]:
    """Return the groups by what they lack and by role.

    >>> by_want([("PCSO", "BAME", "joiners"), ("PCSO", "Female", "joiners")])
    {'joiners': {'PCSO': ['BAME', 'Female']}}
    """
    lacking: dict[str, dict[str, list[str]]] = {}
    for role, group, lacks in missing:
        lacking.setdefault(lacks, {}).setdefault(role, []).append(group)
    return lacking


def _post(row: Row, rows: pl.DataFrame) -> str:
    return post(row, several=rows["unit"].n_unique() > 1)


def _on_short_period(role: str, row: Row) -> Iterator[str]:
    years = row["period_years"]
    if years < 1:
        yield (
            f"{role}: {row['period']} is under a year ({counted(round(years * YEAR), 'day')}); its "
            "joiners and leavers are taken to go on all year round, which the season and so few "
            "people may belie."
        )


def _rounded(people: Any) -> str:
    return f"{int(half_up(people, 0)):,}"


def _changes(row: Row, before: Row) -> Iterator[str]:
    others = "leaving rate of everybody else"
    rates = {"leaving_rate": "leaving rate", "others_leaving_rate": others}
    if row["joiner_share_assumed"]:
        was = before and f" (recorded: {half_up(before['joiner_share_pct'], 2)}%)"
        yield f"{half_up(row['joiner_share_pct'], 2)}% of joiners{was or ''}"
    for name, words in rates.items():
        if not before or row[name] != before[name]:
            was = before and f" (recorded: {percent(before[name])}%)"
            yield f"a {words} of {percent(row[name])}% a year{was or ''}"
    if not before or row["intake"] != before["intake"]:
        was = f" (recorded: {amount(before['intake'])})" if before else ""
        now = None if row["intake"] is None else f"{amount(row['intake'])} joiners a year"
        yield f"{now or 'as many joiners as leavers'}{was}"


def _on_headcount(row: Row, who: str) -> str:
    if row["counted_at"] is None:
        return f"{who}: the headcount of {row['out_of']:,} was given with --headcount."
    if row["counted_at"] == row["start"]:
        return f"{who}: {row['out_of']:,} people on {day(str(row['start']))}."
    return (
        f"{who}: no headcount is known for {day(str(row['start']))}; the nearest, "
        f"{row['out_of']:,} on {day(str(row['counted_at']))}, stands for it (--headcount gives "
        "another)."
    )


def _quality(row: Row) -> str:
    quality = f", {row['benchmark_quality']}" if row["benchmark_quality"] else ""
    return f"{people(row['group'])} ({bare(row['target_pct'])}%{quality})"
