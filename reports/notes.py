"""What a reader must know to read representation right, one sentence to a note."""

from collections.abc import Iterator, Mapping
from typing import Any

import polars as pl

from reports.readings import verdict
from reports.wording import CHARACTERISTICS, counted, listed, people_of, share


def on_blanks(blank: str) -> Iterator[str]:
    """Say what the denominator is."""
    if blank == "include":
        yield "Representation is a share of all who entered the stage, Not stated included."
    else:
        yield "Representation is a share of those who answered; Not stated is left out."


def on_campaigns_without_counts(chosen: pl.DataFrame) -> Iterator[str]:
    """Name the campaigns that are asked for but have no counts yet."""
    for row in chosen.filter(stages=0).to_dicts():
        opened = f"opened {row['opened']}; " if row["opened"] else ""
        yield f"{row['campaign']} is left out: {opened}no counts yet."


def on_characteristics_without_group(flow: pl.DataFrame) -> Iterator[str]:
    """Name the characteristics of which no category is reported on."""
    for name in flow["characteristic"].unique(maintain_order=True):
        if flow.filter(characteristic=name, kind="group").is_empty():
            yield f"{CHARACTERISTICS.get(name, name)} is left out: it has no group to report on."


def on_headline_stage(
    stages: pl.DataFrame, changes: pl.DataFrame, to_stage: str | None
) -> Iterator[str]:
    """Say why the headline change ends where it does, where that is not the last stage."""
    for campaign, own in _by_campaign(stages):
        ends = changes.filter(campaign=campaign)["to_stage"].unique(maintain_order=True).to_list()
        shown = own.sort("stage_order")["stage"].unique(maintain_order=True).to_list()
        if len(shown) == 1:
            yield f"{campaign} has counts at {shown[0]} alone, so there is no change to report."
        elif not ends:
            wanted = to_stage or "a settled later stage"
            yield f"{campaign} has no counts at {wanted}, so there is no change to report."
        elif to_stage is None:
            yield from (_short_of_the_last(campaign, own, end) for end in ends if end != shown[-1])


def _short_of_the_last(campaign: str, own: pl.DataFrame, end: str) -> str:
    """Name the stage at which too many wait for the later ones to be settled, if one is."""
    order = own.filter(stage=end)["stage_order"].item(0)
    later = own.filter(pl.col("stage_order") > order).sort("stage_order")
    if later.filter("settled", base=0).height:
        return f"{campaign}: the change goes to {end}; there is nobody to compare at a later stage."
    waiting = own.filter(stage=end).sort("pending").row(-1, named=True)
    return (
        f"{campaign}: the change goes to {end}, the last settled stage; "
        f"{share(waiting['pending'], waiting['entered'])} are still waiting at {end}."
    )


def on_tests(changes: pl.DataFrame, confidence_level: float) -> Iterator[str]:
    """Say what the tests and intervals are, and over which family they are adjusted."""
    tested = changes["p_value"].count()
    comparisons = counted(tested, "comparison")
    if tested:
        yield (
            "Tests compare who got through among the group and among everybody else in the "
            "denominator, those who wait or withdrew left out (Fisher's exact test); the adjusted "
            f"p allows for the {comparisons} shown (Holm); intervals are "
            f"{100 * confidence_level:g}% confidence intervals of the change."
        )


def on_other_reading(changes: pl.DataFrame, other: pl.DataFrame, blank: str) -> Iterator[str]:
    """Give the reading under the other treatment of Not stated where it differs."""
    treated = "left out" if blank == "include" else "counted"
    keys = ["campaign", "characteristic", "group"]
    for row, twin in _paired(changes, other, keys):
        if verdict(row) is not verdict(twin):
            subject = f"{row['campaign']}, {row['group']}"
            yield f"{subject}: with Not stated {treated} the reading is: {twin['reading']}"


def on_corrections(
    corrections: pl.DataFrame, flow: pl.DataFrame, *, applied: bool
) -> Iterator[str]:
    """Name the documented corrections that are applied, or that could be."""
    keys = ["characteristic", "category"]
    printed = flow.filter(pl.col("kind") != "comparator").select(keys).unique()
    for row in corrections.join(printed, on=keys, how="semi", maintain_order="left").to_dicts():
        who = people_of(row["characteristic"], row["category"])
        what = f"{row['campaign']}, {row['stage']}, {who}"
        if applied:
            yield f"{what}: {row['printed']} printed, {row['corrected']} used. {row['reason']}"
        else:
            yield (
                f"{what}: {row['printed']} as printed; --corrected uses {row['corrected']}. "
                f"{row['reason']}"
            )


def on_contradictions(wrong: pl.DataFrame) -> Iterator[str]:
    """Name counts that cannot all be true."""
    for row in wrong.to_dicts():
        who = people_of(row["characteristic"], row["category"])
        yield (
            f"{row['campaign']}, {row['stage']}: the counts of {who} contradict each other: "
            f"{_contradiction(row)}."
        )


def _contradiction(row: Mapping[str, Any]) -> str:
    if row["accounted_for"] == row["entered"]:
        return f"{row['passed']} got through, but {row['entered_next']} entered the next stage"
    return f"{row['entered']} entered, but {_outcomes(row)} make {row['accounted_for']}"


def _outcomes(row: Mapping[str, Any]) -> str:
    named = {
        "passed": "who got through",
        "failed": "unsuccessful",
        "pending": "waiting",
        "withdrawn": "withdrawn",
    }
    parts = [f"{row[key]} {words}" for key, words in named.items() if row[key]]
    return listed(parts) or "the outcomes"


def _by_campaign(rows: pl.DataFrame) -> Iterator[tuple[str, pl.DataFrame]]:
    for (campaign,), own in rows.group_by(["campaign"], maintain_order=True):
        yield str(campaign), own


def _paired(
    rows: pl.DataFrame, others: pl.DataFrame, keys: list[str]
) -> Iterator[tuple[dict[str, Any], dict[str, Any]]]:
    twins = {tuple(row[key] for key in keys): row for row in others.to_dicts()}
    for row in rows.to_dicts():
        twin = twins.get(tuple(row[key] for key in keys))
        if twin is not None:
            yield row, twin
