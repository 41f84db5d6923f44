"""Whether pools of applicants are counted before those who withdrew left, or after."""

from collections.abc import Iterator, Mapping
from typing import Any

import polars as pl

from reports.wording import listed

AFTER, BUT_FOR, BEFORE, UNKNOWN = ("after", "but for", "before", "unknown")


def on_withdrawals(chosen: pl.DataFrame, flow: pl.DataFrame) -> Iterator[str]:
    """Say which pools of applicants lack those who withdrew, where campaigns differ in that.

    Args:
        chosen: The rows of ``queries.campaigns``; campaigns without counts are passed over.
        flow: The rows of ``queries.stage_flow``: who withdrew at a stage entered the first one.
    """
    counted = chosen.filter(pl.col("stages") > 0)
    at_stages = dict(_at_stages(flow).iter_rows())
    named: dict[str, list[str]] = {}
    for row in counted.to_dicts():
        late = at_stages.get(row["campaign"])
        if base := _base(row, late):
            named.setdefault(base, []).append(_name(row, base, late))
    if len(named) > 1:
        yield _sentence(named)


def _at_stages(flow: pl.DataFrame) -> pl.DataFrame:
    """Return how many withdrew at the stages of a campaign, where that is recorded."""
    each = flow.drop_nulls("withdrawn").group_by("campaign", "characteristic")
    withdrew = each.agg(pl.col("withdrawn").sum())
    return withdrew.group_by("campaign").agg(pl.col("withdrawn").max())


def _base(row: Mapping[str, Any], late: int | None) -> str | None:
    """Return how the applicants of a campaign are counted; None where nobody withdrew."""
    submitted, withdrawn, entered = row["submitted"], row["withdrawn"], row["in_process"]
    if withdrawn and submitted is not None and submitted - withdrawn == entered:
        return BUT_FOR if late else AFTER
    if late or (withdrawn and submitted == entered):
        return BEFORE
    return UNKNOWN if withdrawn is None and late is None else None


def _name(row: Mapping[str, Any], base: str, late: int | None) -> str:
    if base == BUT_FOR:
        return f"{row['campaign']} (but for {late:,} who withdrew at a stage)"
    if base == BEFORE:
        return f"{row['campaign']} ({late or row['withdrawn']:,} withdrew)"
    return str(row["campaign"])


def _sentence(named: Mapping[str, list[str]]) -> str:
    after = listed([*named.get(AFTER, ()), *named.get(BUT_FOR, ())])
    before, unknown = listed(named.get(BEFORE, ())), listed(named.get(UNKNOWN, ()))
    when = "after" if after else "before"
    also = f", those of {before} before, so the bases differ" if after and before else ""
    rest = f"; of {unknown} no withdrawals are recorded" if unknown else ""
    return f"Applicants of {after or before} are counted {when} withdrawals{also}{rest}."
