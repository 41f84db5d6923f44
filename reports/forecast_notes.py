"""What a reader must know to read a forecast right, one sentence to a note."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import polars as pl

from analytics.rounding import half_up
from reports.cells import amount, bare, percent
from reports.charts.labels import day
from reports.wording import in_words, listed, people

Row = Mapping[str, Any]


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
    for row in rows.to_dicts():
        before = recorded.filter(unit=row["unit"], role=row["role"], group=row["group"]).to_dicts()
        changes = list(_changes(row, before[0] if before else {}))
        if changes:
            yield f"Assumed for {people(row['group'])}: {listed(changes)}."


def on_people(rows: pl.DataFrame) -> Iterator[str]:
    """Say of when the people are, and which of the figures were not counted together."""
    for (role, start, period), own in rows.group_by(
        ["role", "start", "period"], maintain_order=True
    ):
        yield (
            f"{role}: leaving rates are leavers of {period} per head and year, with the people of "
            f"{day(str(start))} taken for the mean of the period."
        )
        yield from map(_on_headcount, own.unique("counted_at", maintain_order=True).to_dicts())
    rounded = [
        f"{row['people_low']:,} to {row['people_high']:,} {people(row['group'])}"
        for row in rows.filter(pl.col("people_low") < pl.col("people_high")).to_dicts()
    ]
    if rounded:
        yield (
            f"Published shares are rounded: {listed(rounded)} print as them, each number taken to "
            "be as likely."
        )


def on_blanks(blank: str, counts: Sequence[tuple[str, int, int]]) -> Iterator[str]:
    """Say where Not stated is; each count is a characteristic, joiners and leavers."""
    for characteristic, joiners, leavers in counts:
        if joiners or leavers:
            where = "is left out" if blank == "exclude" else "counts among everybody else"
            yield (
                f"Not stated by {in_words(characteristic)} ({joiners:,} joiners, "
                f"{leavers:,} leavers) {where}."
            )


def on_intake(rows: pl.DataFrame) -> Iterator[str]:
    """Say what the intake does to the size of the workforce."""
    for (_, role, intake), own in rows.group_by(["unit", "role", "intake"], maintain_order=True):
        row = own.row(0, named=True)
        if intake is None:
            yield f"{role}: as many join as leave, so that the workforce keeps its size."
            continue
        ends = {_rounded(own["final_out_of"].min()), _rounded(own["final_out_of"].max())}
        yield (
            f"{role}: at {amount(row['intake'])} joiners a year {row['out_of']:,} people become "
            f"about {' to '.join(sorted(ends))} by {row['start'].year + row['years']}; "
            "--intake leavers keeps the number constant."
        )


def on_targets(rows: pl.DataFrame) -> Iterator[str]:
    """Say where targets are from, how sure, and how they grow."""
    for (area, date), own in rows.group_by(["area", "benchmark_as_at"], maintain_order=True):
        who = listed([_quality(row) for row in own.to_dicts()])
        if area is None:
            yield f"The target of {who} was given with --target."
            continue
        yield f"The target of {who} is the share of {area} on {day(str(date))}."
    for row in rows.filter(pl.col("target_final_pct") != pl.col("target_pct")).to_dicts():
        yield (
            f"The target of {people(row['group'])} grows from {bare(row['target_pct'])}% to "
            f"{bare(row['target_final_pct'])}% in {row['years']} years, from the start of the "
            "forecast on, in equal steps up to 100%."
        )


def on_simulation(rows: pl.DataFrame, seed: int) -> Iterator[str]:
    """Say what the futures are, so that they can be made again."""
    row = rows.row(0, named=True)
    yield (
        f"Intervals hold {bare(100 * row['confidence_level'])}% of {row['futures']:,} simulated "
        f"futures (seed {seed}). Each draws its rates once, as likely as the counts make them "
        "(Jeffreys), and every year who leaves and joins (binomial); what is assumed is fixed. "
        f"A future arrives when it first ends a year at the target, and may fall back; beyond is "
        f"after more than {row['years']} years, or never."
    )


def on_missing(missing: Sequence[tuple[str, str, str]]) -> Iterator[str]:
    """Name what is not forecast, by what it lacks; each is a role, a group and that."""
    lacking: dict[str, dict[str, list[str]]] = {}
    for role, group, lacks in missing:
        lacking.setdefault(lacks, {}).setdefault(role, []).append(group)
    for lacks, roles in lacking.items():
        who = "; ".join(f"{role} ({listed(groups)})" for role, groups in roles.items())
        yield f"Not forecast for want of {lacks}: {who}."


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


def _on_headcount(row: Row) -> str:
    if row["counted_at"] is None:
        return f"{row['role']}: the headcount of {row['out_of']:,} was given with --headcount."
    if row["counted_at"] == row["start"]:
        return f"{row['role']}: {row['out_of']:,} people on {day(str(row['start']))}."
    return (
        f"{row['role']}: no headcount is known for {day(str(row['start']))}; the nearest, "
        f"{row['out_of']:,} on {day(str(row['counted_at']))}, stands for it (--headcount gives "
        "another)."
    )


def _quality(row: Row) -> str:
    quality = f", {row['benchmark_quality']}" if row["benchmark_quality"] else ""
    return f"{people(row['group'])} ({bare(row['target_pct'])}%{quality})"
